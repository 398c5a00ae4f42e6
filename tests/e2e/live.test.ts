import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFolder, folderWith } from '../support/folders.ts';
import { articleFile, readout } from '../support/program.ts';
import { eventually, running, type RunningProgram } from '../support/running-program.ts';
import { asMessage, person, replyOf } from '../support/telegram-people.ts';
import { telegramServer, TOKEN } from '../support/telegram-server.ts';

// A program is started for each, which takes a while where much else runs.
vi.setConfig({ testTimeout: 120_000 });

const FRONT = { outlet: '海灣晚報', date: '2024-03-01' };
const report = (title: string, text: string): string => articleFile({ ...FRONT, title }, text);
const FERRY = report('渡輪加價', '運輸署發言人沈若海表示，渡輪票價將於四月起加價百分之六。');
const DEARER = FERRY.replace('百分之六', '百分之八');
const BRIDGE = report('大橋通車', '大橋將於星期五通車，首月免收費用。');
const QUESTION = '渡輪票價加多少？';

let dir: string;
let program: RunningProgram | null = null;

beforeEach(() => {
  dir = folderWith({ 'ferry.md': FERRY, 'pier.md': report('碼頭維修', '碼頭將於五月維修三個星期。') });
});
afterEach(async () => {
  program?.child.kill('SIGKILL');
  await program?.ended;
  program = null;
});

const write = (name: string, text: string): void => writeFileSync(join(dir, name), text);

/** A REPL over the folder; `says` asks until the last reply holds a text, and resolves to that reply. */
function repl(args: readonly string[]) {
  program = running(args);
  const { child, printed, prints } = program;
  let asked = 0;
  // Behind the line, a command that there is not: what comes before the reply to that is the reply to the line.
  const ask = async (line: string): Promise<string> => {
    asked += 1;
    const [from, end] = [printed().length, `END${asked}`];
    child.stdin.write(`${line}\n/${end}\n`);
    return (await prints(`/${end} `)).slice(from);
  };
  const says = async (line: string, text: string): Promise<string> =>
    await eventually(async () => {
      const reply = await ask(line);
      return reply.includes(text) ? reply : null;
    });
  return { ask, says, program };
}

describe('files that change while the REPL runs', () => {
  it('are in its next answers: changed, new and gone ones; a broken one is as it was', async () => {
    const { ask, says, program: own } = repl(['--corpus', dir]);
    expect(await ask(QUESTION)).toContain('百分之六');
    write('ferry.md', DEARER);
    expect(await says(QUESTION, '百分之八')).not.toContain('百分之六');
    write('bridge.md', BRIDGE);
    await says('大橋何時通車？', '星期五');
    rmSync(join(dir, 'bridge.md'));
    await says('大橋何時通車？', '沒有');
    write('ferry.md', '');
    await own.says('ferry.md');
    expect(await ask(QUESTION)).toContain('百分之八');
    expect(own.said().split('ferry.md')).toHaveLength(2);
  });

  it('are said to have changed where an old answer is looked up', async () => {
    const { ask, says } = repl(['--corpus', dir]);
    expect(await ask(QUESTION)).toContain('百分之六');
    write('ferry.md', DEARER);
    expect(await says('/article 1', '百分之八')).toContain('引用的內容其後有改動');
  });

  it('may have a folder put in their place, which is looked at every so often', async () => {
    const { ask, says } = repl(['--corpus', dir, '--rescan', '1']);
    expect(await ask(QUESTION)).toContain('百分之六');
    const other = folderWith({ 'ferry.md': DEARER });
    renameSync(dir, join(emptyFolder(), 'old'));
    renameSync(other, dir);
    await says(QUESTION, '百分之八');
  });
});

describe('files that change while a bot runs', () => {
  it('are in its next answers, and a button below an old one says so', async () => {
    const server = await telegramServer();
    const env = { TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: server.url };
    program = running(['bot', '--corpus', dir], { env });
    await program.says('taking questions as');
    const ann = person(server, 77, { language_code: 'zh-TW' });
    const question = ann.write(QUESTION);
    const sent = await server.until(({ method, status }) => method === 'sendMessage' && status === 200);
    const old = replyOf(sent);
    expect(old.text).toContain('百分之六');
    write('ferry.md', DEARER);
    await eventually(async () => ((await person(server).says(QUESTION)).text.includes('百分之八') ? true : null));
    const button = old.buttons.find(({ callback_data: data }) => data.startsWith('q:'));
    expect(await ann.press(button?.callback_data ?? '', asMessage(old, question))).toContain('已有變動');
    await server.close();
  });
});

describe('files of a saved index that change while the REPL runs', () => {
  it('are read again in a process of its own, and in the next answers', async () => {
    const index = join(emptyFolder(), 'saved.index');
    expect((await readout(['index', '--index', index, '--corpus', dir])).status).toBe(0);
    const { ask, says } = repl(['--index', index]);
    expect(await ask(QUESTION)).toContain('百分之六');
    write('ferry.md', DEARER);
    expect(await says(QUESTION, '百分之八')).not.toContain('百分之六');
    write('bridge.md', BRIDGE);
    await says('大橋何時通車？', '星期五');
  });
});
