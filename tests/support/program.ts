import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { emptyFolder } from './folders.ts';
import { PROGRAM } from './installed.ts';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly program?: string;
}

/** Starts the real program, in an empty folder and with an environment that holds nothing of the tester's own. */
export function start(args: readonly string[], surroundings: Surroundings = {}): ChildProcessWithoutNullStreams {
  const home = surroundings.cwd ?? emptyFolder();
  return spawn(process.execPath, [surroundings.program ?? PROGRAM, ...args], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: home, LANG: 'C.UTF-8', ...surroundings.env },
  });
}

/** Runs the real program to its end. */
export async function readout(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const child = start(args, surroundings);
  child.stdin.on('error', () => undefined);
  child.stdin.end(surroundings.input ?? '');
  const [stdout, stderr, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), exitOf(child)]);
  return { status, stdout, stderr };
}

export const exitOf = async (child: ChildProcessWithoutNullStreams): Promise<number | null> =>
  await new Promise((settle) => child.on('close', settle));

/** All that comes out of a stream until it ends. */
export async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  stream.setEncoding('utf8');
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** An article file with the given front matter and text. */
export const articleFile = (front: Readonly<Record<string, string>>, text: string): string =>
  ['---', ...Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---', '', text, ''].join(
    '\n',
  );
