// Measures the program that was built, as a bot on a Discord on loopback: from its start to ready, from a person's question to the
// acknowledgement and to the answer, and its memory with both adapters up. Usage: npm run bench:discord
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { person, TOKEN } from '../../tests/support/discord-server/entities.ts';
import type { Exchange } from '../../tests/support/discord-server/exchanges.ts';
import { openDiscord, type DiscordServer } from '../../tests/support/discord-server/server.ts';
import { TOKEN as TELEGRAM_TOKEN, telegramServer } from '../../tests/support/telegram-server.ts';
import { median, percentile, processorTime, short } from './figures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const STARTS = 5;
const PER_SECOND = 20;
const SECONDS = 20;
const PEOPLE = 50;

/** What was aimed at: seconds, milliseconds and megabytes. */
const AIMS = { ready: 2, acknowledged: 30, answered: 60, memory: 180 };

const say = (line: string): void => console.log(line);
const verdict = (value: number, aim: number): string => (value <= aim ? 'reached' : 'not reached');

interface Running {
  readonly child: ChildProcess;
  /** From the start to the line that says so. */
  readonly seconds: number;
}

/** Starts the bot with both adapters and waits until both say that they are up. */
async function startBot(discord: DiscordServer, telegramUrl: string): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist', 'readout.js'), 'bot'], {
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN,
      TELEGRAM_API_URL: telegramUrl,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  let seconds = Number.NaN;
  await new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      told += part;
      if (Number.isNaN(seconds) && told.includes('discord: ready')) seconds = (performance.now() - started) / 1000;
      if (!Number.isNaN(seconds) && told.includes('telegram: taking questions')) resolve();
    });
    child.once('exit', () => reject(new Error(`The bot has ended: ${told}`)));
  });
  return { child, seconds };
}

async function endBot({ child }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Megabytes of `VmRSS` (now) or `VmHWM` (at the most); NaN where the system does not tell. */
function memoryOf({ pid }: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

// Our own questions about what ships.
const questions = readFileSync(join(root, 'tests/fixtures/questions/coverage.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { readonly question: string }).question);

/** Asks at an even pace, whether or not what came before has been answered. */
async function askAll(discord: DiscordServer): Promise<Exchange[]> {
  const people = Array.from({ length: PEOPLE }, (_, n) => person(`reader-${n}`));
  const exchanges: Exchange[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    await wait(Math.max(0, began + (n * 1000) / PER_SECOND - performance.now()));
    const user = people[n % PEOPLE];
    const question = questions[n % questions.length] ?? '';
    exchanges.push(discord.use('ask', { question }, user === undefined ? {} : { user }));
  }
  await discord.until(() => exchanges.every(({ answeredAt }) => answeredAt !== null), 'all answers');
  return exchanges;
}

const discord = await openDiscord();
const telegram = await telegramServer();
say(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);

const ready: number[] = [];
for (let n = 0; n < STARTS; n++) {
  const running = await startBot(discord, telegram.url);
  ready.push(running.seconds);
  await endBot(running);
}
say(
  `start to ready: ${short(median(ready))} s (median of ${STARTS}) → ${verdict(median(ready), AIMS.ready)} (${AIMS.ready} s)`,
);

const running = await startBot(discord, telegram.url);
const before = processorTime(running.child.pid);
const exchanges = await askAll(discord);
say(`processor a question: ${short((processorTime(running.child.pid) - before) / exchanges.length)} ms`);
const acknowledged = exchanges.map((each) => (each.acknowledgedAt ?? Infinity) - each.sentAt);
const answered = exchanges.map((each) => (each.answeredAt ?? Infinity) - each.sentAt);
const [p95Acknowledged, p95Answered] = [percentile(acknowledged, 0.95), percentile(answered, 0.95)];
say(`${exchanges.length} questions, ${PER_SECOND} a second`);
say(
  `to the acknowledgement: median ${short(median(acknowledged))} ms, p95 ${short(p95Acknowledged)} ms → ${verdict(p95Acknowledged, AIMS.acknowledged)} (${AIMS.acknowledged} ms)`,
);
say(
  `to the full answer: median ${short(median(answered))} ms, p95 ${short(p95Answered)} ms → ${verdict(p95Answered, AIMS.answered)} (${AIMS.answered} ms)`,
);
const memory = memoryOf(running.child, 'VmRSS');
say(
  `resident memory, both adapters up: ${short(memory)} MB, ${short(memoryOf(running.child, 'VmHWM'))} MB at the most → ${verdict(memory, AIMS.memory)} (${AIMS.memory} MB)`,
);
await endBot(running);
await telegram.close();
await discord.close();
