import { readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { join } from 'node:path';
import { Failure } from '../../src/adapters/cli/failure.ts';
import type { CorpusSource, OnProgress } from '../../src/adapters/cli/context.ts';
import { runCli } from '../../src/adapters/cli/program.ts';
import { corpusOpener, corpusSurveyor } from '../../src/open-corpus.ts';
import { libraryOpener } from '../../src/open-library.ts';
import { fakeContext } from './fake-context.ts';
import { fakeNotFound } from './fake-library.ts';
import { INSTALLED } from './installed.ts';
import type { Run } from './program.ts';

const DATA = join(INSTALLED, 'data');
const SHIPPED = join(INSTALLED, 'corpus');
const { version: VERSION } = JSON.parse(readFileSync(join(INSTALLED, 'package.json'), 'utf8')) as { version: string };
const ignore = (): void => undefined;
const openAnew = libraryOpener(DATA, { usualLang: 'en', onAnswer: ignore, onFault: ignore, openModel: null });
const surveyCorpus = corpusSurveyor(DATA, join(INSTALLED, 'dist', 'survey-worker.js'));

let shipped: ReturnType<typeof openAnew> | null = null;

// The articles that ship, which no test changes, are read and indexed once for all lines of a file of tests.
function openLibrary(source: CorpusSource, onProgress?: OnProgress): ReturnType<typeof openAnew> {
  const isShipped = source.index === null && source.dirs.length === 1 && source.dirs[0] === SHIPPED;
  return isShipped ? (shipped ??= openAnew(source, onProgress)) : openAnew(source, onProgress);
}

/**
 * Runs a command line in this process, over the real articles and data, as the program does without an environment of its own. It takes
 * a tenth of the time that a process takes; what a process adds (its environment, its streams, its signals) is for `readout`.
 */
export async function readoutHere(
  args: readonly string[],
  { input = '' }: { readonly input?: string } = {},
): Promise<Run> {
  const [stdout, stderr] = [collecting(), collecting()];
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)], { objectMode: false });
  const fake = fakeContext({ ask: async () => fakeNotFound(), articles: [], stdout: stdout.stream, stdin });
  const status = await runCli(args, {
    ...fake,
    version: VERSION,
    stderr: stderr.stream,
    say: (sentence) => void stderr.stream.write(`${sentence}\n`),
    corpusDirs: [SHIPPED],
    openCorpus: corpusOpener(DATA),
    surveyCorpus,
    openLibrary,
  }).catch((fault: unknown) => {
    if (!(fault instanceof Failure)) throw fault;
    stderr.stream.write(`${fault.message}\n`);
    return fault.status;
  });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

// Reads on at once, so that nobody waits for a full stream.
function collecting() {
  const stream = new PassThrough({ encoding: 'utf8' });
  let text = '';
  stream.on('data', (part: string) => (text += part));
  return { stream, text: () => text };
}
