// Figures of the bot in Telegram: the built program on the corpus that ships, against a Bot API on loopback.
// npm run bench:telegram -- [questions]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { person } from '../../tests/support/telegram-people.ts';
import { telegramServer, TOKEN } from '../../tests/support/telegram-server.ts';
import { percentile, processorTime, short } from './figures.ts';

const PROGRAM = resolve('dist/readout.js');
const QUESTIONS = 'tests/fixtures/questions/coverage.jsonl';
const USERS = 50;
/** Questions a second. */
const RATE = 20;
const STARTS = 5;
/** Questions that a fresh process is given before it is measured. */
const WARM_UP = 200;

const verdict = (reached: boolean): string => (reached ? 'reached' : 'not reached');

function questions(): string[] {
  return readFileSync(QUESTIONS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { question: string }).question);
}

/** Starts the program; resolves, when it takes questions, to the milliseconds that took. */
async function startBot(url: string) {
  const started = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'bot'], {
    cwd: mkdtempSync(join(tmpdir(), 'readout-bench-')),
    env: { PATH: process.env['PATH'], TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((settle) => child.once('close', settle));
  let said = '';
  await new Promise<void>((ready, fail) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('taking questions')) ready();
    });
    child.once('close', () => fail(new Error(`The bot ended: ${said}`)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { ms: performance.now() - started, pid: child.pid, stop };
}

/** Megabytes of a process that are in memory, as Linux has them; NaN elsewhere. */
function residentMemory(pid: number | undefined): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1000;
  } catch {
    return Number.NaN;
  }
}

const count = Number(process.argv[2] ?? '1400');
const server = await telegramServer();
const starts: number[] = [];
for (let start = 0; start < STARTS; start++) {
  const bot = await startBot(server.url);
  starts.push(bot.ms);
  await bot.stop();
}
console.log(
  `ready within 1.5 s of its start → ${short(percentile(starts, 1))} ms → ${verdict(percentile(starts, 1) < 1500)}`,
);

const bot = await startBot(server.url);
const people = Array.from({ length: USERS }, () => person(server));
const asked = questions();
const times: number[] = [];
const memory = [residentMemory(bot.pid)];
const replies: Promise<void>[] = [];
const begun = performance.now();
const before = processorTime(bot.pid);
for (let at = 0; at < count; at++) {
  await wait(Math.max(0, begun + (at * 1000) / RATE - performance.now()));
  const sent = performance.now();
  const reply = people[at % USERS]?.says(asked[at % asked.length] ?? '');
  replies.push(reply?.then(() => void (times[at] = performance.now() - sent)) ?? Promise.resolve());
  if (at % 200 === 199) {
    memory.push(residentMemory(bot.pid));
    // What it has kept of requests would make every look for a reply longer.
    await Promise.all(replies.splice(0));
    server.forget();
  }
}
await Promise.all(replies);
memory.push(residentMemory(bot.pid));
console.log(`processor a question: ${short((processorTime(bot.pid) - before) / count)} ms`);
await bot.stop();
await server.close();

const described = (list: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((at) => `p${at * 100} ${short(percentile(list, at))}`).join(', ');
const warm = times.slice(WARM_UP);
console.log(
  `update to reply under 20 ms at ${RATE} questions a second, ${warm.length} of them → ${described(warm)} ms → ${verdict(percentile(warm, 0.95) < 20)}`,
);
console.log(`  the first ${WARM_UP}, while V8 has not compiled it all → ${described(times.slice(0, WARM_UP))} ms`);
const [, settled = Number.NaN] = memory;
const most = Math.max(...memory);
console.log(
  `resident memory under 160 MB and flat → ${memory.map(short).join(', ')} MB → ${verdict(most < 160 && (memory.at(-1) ?? 0) < settled * 1.1)}`,
);
if (server.complaints.length > 0) console.log(`Requests that Telegram would refuse: ${server.complaints.join('; ')}`);
