import { write } from '../terminal/output.ts';
import { terminalText } from '../terminal/terminal-text.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';

const ADVICE = `It is not known where the bot says how it is. Set METRICS_PORT (or PORT) in the environment or in .env, for the bot as well as here.`;

/** Milliseconds. */
const LIMIT = 10_000;

/** Says how the bot that runs on this machine is: its health, then its figures. 0 where all is well, 1 where something is not. */
export async function runStatus({ statusPorts, stdout }: CliContext): Promise<ExitStatus> {
  const { port } = statusPorts.find(({ hasMetrics }) => hasMetrics) ?? {};
  if (port === undefined) throw new Failure(2, ADVICE);
  const health = await get(port, '/healthz');
  const metrics = await get(port, '/metrics');
  await write(stdout, terminalText([health.text.trimEnd(), '', ...figuresIn(metrics.text), ''].join('\n')));
  return health.status === 200 ? 0 : 1;
}

async function get(port: number, path: string): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(LIMIT) });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw new Failure(1, `No bot answers on port ${port} of this machine. Is it running?`, { cause });
  }
}

/** The program's own figures, each below what it means; in Prometheus' format, a sample is `name{labels} value`. */
function figuresIn(metrics: string): string[] {
  const lines: string[] = [];
  let meaning = '';
  for (const line of metrics.split('\n')) {
    meaning = /^# HELP (readout_.+)$/.exec(line)?.[1] ?? (line.startsWith('# HELP') ? '' : meaning);
    const sample = /^(readout_\w+)(?:\{(.*)\})? (\S+)$/.exec(line);
    // How many answers took how long is for diagrams.
    if (sample === null || sample[1]?.endsWith('_bucket')) continue;
    if (meaning !== '') lines.push(`${meaning.slice(meaning.indexOf(' ') + 1)}:`);
    meaning = '';
    const labels = [...(sample[2] ?? '').matchAll(/"([^"]*)"/g)].map(([, value]) => value);
    const part = /_(sum|count)$/.exec(sample[1] ?? '')?.[1];
    lines.push(`  ${[...labels, ...(part === undefined ? [] : [part]), rounded(sample[3] ?? '')].join(' ')}`);
  }
  return lines;
}

const rounded = (value: string): string => String(Math.round(Number(value) * 1000) / 1000);
