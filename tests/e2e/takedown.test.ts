import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
import { articleFile, readout } from '../support/program.ts';
import { eventually, running, type RunningProgram } from '../support/running-program.ts';
import { asMessage, person, replyOf } from '../support/telegram-people.ts';
import { telegramServer, TOKEN, type TelegramServer } from '../support/telegram-server.ts';

// A program is started for some, which takes a while where much else runs.
vi.setConfig({ testTimeout: 120_000 });

const FERRY = '運輸署發言人沈若海表示，渡輪票價將於四月起加價百分之六。';
const PIER = '碼頭將於五月維修三個星期，期間渡輪照常行駛。';
const QUESTION = '渡輪票價加多少？';

let dir: string;
let program: RunningProgram | null = null;

beforeEach(() => {
  dir = emptyFolder();
  const front = { title: '渡輪加價', outlet: '海灣晚報', date: '2024-03-01' };
  writeFileSync(join(dir, 'ferry.md'), articleFile(front, FERRY));
  writeFileSync(join(dir, 'pier.md'), articleFile({ ...front, title: '碼頭維修', date: '2024-04-01' }, PIER));
});
afterEach(async () => {
  program?.child.kill('SIGKILL');
  await program?.ended;
  program = null;
});

const run = async (...args: readonly string[]) => await readoutHere([...args, '--corpus', dir]);
const takeDown = async (...args: readonly string[]) => await run('takedown', ...args);

describe('an article that is taken down', () => {
  it('is in no answer, list or count and cannot be read, until it is restored', async () => {
    const ways = [
      ['ask', '--json', QUESTION],
      ['ask', '--json', '--as', 'listing', '渡輪'],
      ['ask', '--json', '渡輪票價加價與比特幣有甚麼關係？'],
      ['statements', '--json'],
    ];
    expect((await run('ask', '--json', QUESTION)).stdout).toContain('百分之六');
    expect(await takeDown('ferry', '--why', 'court order 7')).toMatchObject({
      status: 0,
      stdout: 'Taken down: ferry\n',
    });
    for (const way of ways) {
      const { stdout, status } = await run(...way);
      expect([way, status, stdout.includes('ferry'), stdout.includes('百分之六')]).toEqual([way, 0, false, false]);
    }
    expect((await run('article', 'ferry')).status).toBe(1);
    expect(JSON.parse((await run('sources', '--json')).stdout)).toMatchObject({ articles: 1, leftOut: [] });
    expect((await takeDown()).stdout).toMatch(/^ferry · \d{4}-\d\d-\d\dT\S+Z · court order 7\n$/);

    expect((await takeDown('ferry', '--restore')).stdout).toBe('Restored: ferry\n');
    expect((await run('ask', '--json', QUESTION)).stdout).toContain('百分之六');
    expect((await takeDown('ferry', '--restore')).status).toBe(1);
  });

  it('may be one of a file; an id that there is no article by is noted and said', async () => {
    const file = join(emptyFolder(), 'ids.txt');
    writeFileSync(file, '# order 7\nferry\n\nnobody\n');
    const { status, stdout } = await takeDown('pier', '--file', file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^Taken down: pier, ferry, nobody\n.+noted: nobody\n$/);
    expect(JSON.parse((await run('sources', '--json')).stdout)).toMatchObject({ articles: 0 });
  });

  it('takes the other versions of its story with it', async () => {
    const front = { title: '渡輪加價', outlet: '海灣晚報', date: '2024-03-02' };
    const story = `${FERRY}\n\n署方又說，加價的申請已獲行政會議通過，細節稍後公布。`;
    writeFileSync(join(dir, 'ferry-later.md'), articleFile(front, story));
    const { stdout } = await takeDown('ferry-later');
    expect(stdout).toContain('With them, as other versions of the same stories: ferry\n');
    expect((await run('ask', '--json', QUESTION)).stdout).not.toContain('百分之六');
    expect((await run('article', 'ferry')).status).toBe(1);
  });

  it('is taken out of a saved index, and stays out of it until it is restored', async () => {
    const index = join(emptyFolder(), 'saved.index');
    const saved = async (...args: readonly string[]) => await readout([...args, '--index', index]);
    const refresh = async (): Promise<unknown> => {
      const { stdout } = await saved('index', '--json', '--corpus', dir);
      return (JSON.parse(stdout) as { articles: number }).articles;
    };
    expect(await refresh()).toBe(2);
    expect(await saved('takedown', 'ferry')).toMatchObject({ status: 0, stdout: 'Taken down: ferry\n' });
    expect(await refresh()).toBe(1);
    // Also where the file is read again.
    writeFileSync(join(dir, 'ferry.md'), articleFile({ title: '渡輪加價', outlet: '海灣晚報' }, FERRY));
    expect(await refresh()).toBe(1);
    expect((await saved('ask', '--json', QUESTION)).stdout).not.toContain('百分之六');
    expect((await saved('takedown', 'ferry', '--restore')).stdout).toBe('Restored: ferry\n');
    expect((await saved('ask', '--json', QUESTION)).stdout).toContain('百分之六');
  });

  it('is not shown because of a list that cannot be read', async () => {
    await takeDown('ferry');
    appendFileSync(join(dir, 'takedowns.jsonl'), '{"id": "pi');
    const { status, stdout, stderr } = await run('ask', QUESTION);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('takedowns.jsonl", line 2');
  });
});

describe('an article that is taken down while the program runs', () => {
  it('is gone from the REPL, by its number too', async () => {
    program = running(['--corpus', dir]);
    const { child, prints, printed } = program;
    const ask = (line: string): void => void child.stdin.write(`${line}\n`);
    ask(QUESTION);
    await prints('百分之六');
    await takeDown('ferry');
    await eventually(async () => {
      ask('/article ferry');
      return printed().includes('沒有「ferry」') ? true : null;
    });
    const before = printed().length;
    ask('/article 1');
    ask(QUESTION);
    ask('/quit');
    expect(await program.ended).toBe(0);
    expect(printed().slice(before)).not.toContain('百分之六');
  });
});

describe('an article that is taken down while a bot runs', () => {
  let server: TelegramServer;
  beforeEach(async () => {
    server = await telegramServer();
  });
  afterEach(() => server.close());

  it('is in no answer any more, and a press on an old one says that it is gone', async () => {
    program = running(['bot', '--corpus', dir], { env: { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: server.url } });
    await program.says('taking questions as');
    const ann = person(server, 77, { language_code: 'zh-TW' });
    const question = ann.write(QUESTION);
    const isAnswer = (text: string): boolean => text.includes('百分之六');
    const sent = await server.until(({ method, status }) => method === 'sendMessage' && status === 200);
    const reply = replyOf(sent);
    expect(isAnswer(reply.text)).toBe(true);
    await takeDown('ferry');
    await eventually(async () => (isAnswer((await person(server).says(QUESTION)).text) ? null : true));
    const button = reply.buttons.find(({ callback_data: data }) => data.startsWith('q:'));
    expect(await ann.press(button?.callback_data ?? '', asMessage(reply, question))).toContain('已有變動');
  });
});
