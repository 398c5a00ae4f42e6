import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TOKEN as DISCORD_TOKEN } from '../support/discord-server/entities.ts';
import { openDiscord, type DiscordServer } from '../support/discord-server/server.ts';
import { freePort } from '../support/free-port.ts';
import { choice, modelServer } from '../support/model-server.ts';
import { readout } from '../support/program.ts';
import { eventually, running, type RunningProgram } from '../support/running-program.ts';
import { person } from '../support/telegram-people.ts';
import { telegramServer, TOKEN, type TelegramServer } from '../support/telegram-server.ts';

// A program is started for each, which takes a while where much else runs.
vi.setConfig({ testTimeout: 120_000 });

const QUESTION = '布林肯和王毅會談了多久？';

let telegram: TelegramServer;
let discord: DiscordServer;
let port: number;
let bot: RunningProgram | null = null;

beforeEach(async () => {
  [telegram, discord, port] = [await telegramServer(), await openDiscord(), await freePort()];
});
afterEach(async () => {
  bot?.child.kill('SIGKILL');
  await bot?.ended;
  bot = null;
  await Promise.all([telegram.close(), discord.close()]);
});

type Environment = Readonly<Record<string, string>>;

const onTelegram = (): Environment => ({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: telegram.url });
const onDiscord = (): Environment => ({ DISCORD_TOKEN, DISCORD_API_URL: discord.apiUrl });

/** Starts the bot with its status on `port`, and waits until it is well. */
async function started(env: Environment): Promise<RunningProgram> {
  bot = running(['bot'], { env: { METRICS_PORT: String(port), ...env } });
  await health('ok');
  return bot;
}

const get = async (path: string): Promise<{ status: number; text: string } | null> => {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  } catch {
    return null;
  }
};

/** Resolves to the status of /healthz when that says something. */
const health = async (text: string): Promise<number> =>
  await eventually(async () => {
    const given = await get('/healthz');
    return given?.text.includes(text) === true ? given.status : null;
  });

/** The samples of /metrics, by name and labels. */
async function metrics(): Promise<ReadonlyMap<string, number>> {
  const { text } = (await get('/metrics')) ?? { text: '' };
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('a running bot, seen from outside', () => {
  it('is well while both platforms are connected and the index answers', async () => {
    await started({ ...onTelegram(), ...onDiscord() });
    expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ok\n' });
    expect((await get('/elsewhere'))?.status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  it('is not while a platform cannot be reached, and says which', async () => {
    await started({ ...onTelegram(), ...onDiscord() });
    telegram.onRequest((method) => (method === 'getUpdates' ? { code: 502 } : null));
    // The request that is held open has to come back first.
    person(telegram).write(QUESTION);
    expect(await health('telegram: the connection is lost')).toBe(503);
    telegram.onRequest(() => null);
    expect(await health('ok')).toBe(200);
    const closed = discord.close();
    discord.gateway.cut();
    await closed;
    expect(await health('discord: the connection is lost')).toBe(503);
    expect((await person(telegram).says(QUESTION)).text).toContain('小时');
  });

  it('tells of an adapter that has ended, and goes on with the other', async () => {
    bot = running(['bot'], {
      env: { METRICS_PORT: String(port), ...onTelegram(), ...onDiscord(), DISCORD_TOKEN: 'x' },
    });
    expect(await health('discord: has ended')).toBe(503);
    await eventually(async () => ((await get('/readyz'))?.status === 200 ? true : null));
    expect(await get('/healthz')).toMatchObject({ status: 503, text: 'discord: has ended in a fault; see the log\n' });
  });

  it('counts what is asked, how it was answered, who was turned away, and what a model did', async () => {
    const model = await modelServer();
    model.play(() => choice([1]));
    const ann = person(telegram);
    const reader = { READER_URL: model.url, READER_MODEL: 'small' };
    await started({ ...onTelegram(), ...reader, TELEGRAM_ALLOWED_CHATS: String(ann.id) });
    const before = await metrics();
    // Nobody has asked.
    expect(before.get('readout_model_calls_total')).toBe(0);
    expect(before.get('readout_connected{adapter="telegram"}')).toBe(1);
    expect(before.get('readout_refusals_total{adapter="telegram"}')).toBe(0);
    expect(before.get('readout_articles')).toBe(5);
    await ann.says(QUESTION);
    await ann.says('/new');
    await ann.says(QUESTION);
    await ann.says('你好');
    await person(telegram).says(QUESTION);
    const after = await metrics();
    expect(after.get('readout_questions_total{adapter="telegram",kind="answered"}')).toBe(2);
    expect(after.get('readout_questions_total{adapter="telegram",kind="greeting"}')).toBe(1);
    expect(after.get('readout_answer_seconds_count{adapter="telegram"}')).toBe(3);
    expect(after.get('readout_refusals_total{adapter="telegram"}')).toBe(1);
    expect(after.get('readout_faults_total{adapter="telegram"}')).toBe(0);
    expect(after.get('readout_queue_length{adapter="telegram",queue="updates"}')).toBe(0);
    // The question was asked of it once before.
    expect(after.get('readout_model_remembered_total')).toBe(1);
    expect(after.get('readout_model_calls_total')).toBeGreaterThan(0);
    expect(after.get('readout_model_tokens_total')).toBe((after.get('readout_model_calls_total') ?? 0) * 930);
    expect(after.get('readout_index_age_seconds')).toBeGreaterThan(0);
    expect([...after.keys()]).toContain('nodejs_eventloop_lag_p99_seconds');
    await model.close();
  });

  it('goes on after what cannot be read and after a fault that nothing catches, on both platforms, and counts them', async () => {
    const { says } = await started({ ...onTelegram(), ...onDiscord() });
    // discord.js throws where it reads such a message.
    discord.gateway.dispatch('INTERACTION_CREATE', {
      id: '1',
      application_id: '2',
      type: 3,
      token: 't',
      version: 1,
      channel_id: '3',
      user: null,
      message: { id: '4', channel_id: '3', thread: null },
      data: { component_type: 2, custom_id: 'x' },
    });
    await says('error: Discord: INTERACTION_CREATE could not be read, and is passed over');
    expect((await metrics()).get('readout_faults_total{adapter="discord"}')).toBe(1);
    discord.gateway.garble();
    await says('error: discord: a fault that nothing has caught');
    expect((await metrics()).get('readout_faults_total{adapter="discord"}')).toBe(2);
    expect((await person(telegram).says(QUESTION)).text).toContain('小时');
    const exchange = discord.use('ask', { question: QUESTION });
    expect(JSON.stringify(await discord.answerTo(exchange))).toContain('小时');
  });

  it('writes lines of JSON when asked to, without a question or a token however much is logged', async () => {
    const env = { LOG_FORMAT: 'json', LOG_LEVEL: 'debug', ...onTelegram(), ...onDiscord() };
    const { child, ended, said, says } = await started(env);
    await person(telegram).says(QUESTION);
    await discord.answerTo(discord.use('ask', { question: QUESTION }));
    telegram.script('sendMessage', { code: 400 });
    person(telegram).write(QUESTION);
    await says('could not be sent');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const lines = said().trimEnd().split('\n');
    const read = lines.map((line) => JSON.parse(line) as { time: string; level: string; message: string });
    expect(read.every(({ time, level }) => !Number.isNaN(Date.parse(time)) && level !== '')).toBe(true);
    expect(read.map(({ level }) => level)).toContain('debug');
    expect(read.find(({ message }) => message.startsWith('telegram: taking questions'))?.level).toBe('notice');
    for (const secret of ['布林肯', TOKEN, TOKEN.split(':')[1] ?? '', DISCORD_TOKEN])
      expect(said()).not.toContain(secret);
  });
});

describe('readout status', () => {
  it('prints health and figures of the bot that runs, and ends with 0 while it is well', async () => {
    await started(onTelegram());
    await person(telegram).says(QUESTION);
    const env = { METRICS_PORT: String(port) };
    const well = await readout(['status'], { env });
    expect(well.status).toBe(0);
    expect(well.stdout).toMatch(/^ok\n/);
    expect(well.stdout).toContain('Questions answered, by the kind of the answer:\n  telegram answered 1\n');
    expect(well.stdout).toContain('Articles that can be asked:\n  5\n');
    telegram.onRequest((method) => (method === 'getUpdates' ? { code: 502 } : null));
    person(telegram).write(QUESTION);
    await health('telegram');
    const ill = await readout(['status'], { env });
    expect(ill.status).toBe(1);
    expect(ill.stdout).toMatch(/^telegram: the connection is lost/);
  });

  it('says what to do where no bot answers, or no port is known', async () => {
    const none = await readout(['status'], { env: { METRICS_PORT: String(port) } });
    expect(none.status).toBe(1);
    expect(none.stderr).toContain(`No bot answers on port ${port}`);
    const unknown = await readout(['status']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('METRICS_PORT');
  });
});

it('a port that is taken ends the bot at the start, with a sentence', async () => {
  await started(onTelegram());
  const { status, stderr } = await readout(['bot'], { env: { ...onTelegram(), METRICS_PORT: String(port) } });
  expect(status).toBe(1);
  // What is being read is said where that takes long.
  expect(stderr).toMatch(new RegExp(`^Port ${port} cannot be listened on \\(.+\\)\\.\\n$`, 'm'));
});
