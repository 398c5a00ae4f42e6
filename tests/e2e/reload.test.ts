import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, folderWith } from '../support/folders.ts';
import { INSTALLED } from '../support/installed.ts';
import { articleFile, readout } from '../support/program.ts';
import { eventually, running, type RunningProgram } from '../support/running-program.ts';
import { person } from '../support/telegram-people.ts';
import { telegramServer, TOKEN, type TelegramServer } from '../support/telegram-server.ts';

const report = (title: string, text: string): string =>
  articleFile({ outlet: '海灣晚報', date: '2024-03-01', title }, text);
const FERRY = report('渡輪加價', '運輸署發言人沈若海表示，渡輪票價將於四月起加價百分之六。');
const BRIDGE = report('大橋通車', '大橋將於星期五通車，首月免收費用。');

// A copy of the program, whose names can be edited.
let installed: string;
let program: string;
let server: TelegramServer;
let bot: RunningProgram | null = null;
let home: string;

beforeAll(async () => {
  installed = emptyFolder();
  for (const part of ['dist', 'data', 'package.json'])
    cpSync(join(INSTALLED, part), join(installed, part), { recursive: true, dereference: true });
  symlinkSync(resolve('node_modules'), join(installed, 'node_modules'));
  program = join(installed, 'dist', 'readout.js');
  server = await telegramServer();
});
afterAll(async () => await server.close());
beforeEach(() => {
  home = emptyFolder();
});
afterEach(async () => {
  bot?.child.kill('SIGKILL');
  await bot?.ended;
  bot = null;
});

const settings = (lines: Readonly<Record<string, string>>): void =>
  writeFileSync(
    join(home, '.env'),
    Object.entries({ TELEGRAM_TOKEN: TOKEN, TELEGRAM_API_URL: server.url, ...lines })
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );

const says = async (text: string, from = person(server)): Promise<string> => (await from.says(text)).text;
/** The reply to a question, as soon as it has what it is to have. */
const untilSays = async (question: string, wanted: string): Promise<true> =>
  await eventually(async () => ((await says(question)).includes(wanted) ? true : null));
// One name at a time: each test teaches its own.
function nickname(name: string): void {
  const people = join('data', 'names', 'people.txt');
  writeFileSync(join(installed, people), `${readFileSync(join(INSTALLED, people), 'utf8')}\n沈若海, ${name}\n`);
}

describe('a bot that is told to read its settings again', () => {
  it('asks other articles, and lets others in, without ending', async () => {
    const [ferry, bridge] = [folderWith({ 'ferry.md': FERRY }), folderWith({ 'bridge.md': BRIDGE })];
    const [ann, bob] = [person(server), person(server)];
    settings({ CORPUS_DIR: ferry, TELEGRAM_ALLOWED_CHATS: String(ann.id) });
    bot = running(['bot'], { program, cwd: home });
    expect(await says('渡輪票價加多少？', ann)).toContain('百分之六');
    expect(await says('渡輪票價加多少？', bob)).not.toContain('百分之六');
    settings({ CORPUS_DIR: bridge, TELEGRAM_ALLOWED_CHATS: String(bob.id) });
    bot.child.kill('SIGHUP');
    await bot.says('Names and settings were read again.');
    expect(await says('大橋何時通車？', bob)).toContain('星期五');
    expect(await says('大橋何時通車？', ann)).not.toContain('星期五');
  });

  it('goes on as it was where something is wrong with them, and says what', async () => {
    settings({ CORPUS_DIR: folderWith({ 'ferry.md': FERRY }) });
    bot = running(['bot'], { program, cwd: home });
    expect(await says('渡輪票價加多少？')).toContain('百分之六');
    settings({ CORPUS_DIR: '/nowhere', LOG_LEVEL: 'loud' });
    bot.child.kill('SIGHUP');
    expect(await bot.says('The settings stay as they were.')).toContain('LOG_LEVEL is "loud"');
    settings({ CORPUS_DIR: '/nowhere' });
    bot.child.kill('SIGHUP');
    await bot.says('Names and articles stay as they were:');
    expect(await says('渡輪票價加多少？')).toContain('百分之六');
  });

  it('knows people by names that they were given since', async () => {
    settings({ CORPUS_DIR: folderWith({ 'ferry.md': FERRY }) });
    bot = running(['bot'], { program, cwd: home });
    expect(await says('海老大說了甚麼？')).not.toContain('百分之六');
    nickname('海老大');
    bot.child.kill('SIGHUP');
    await bot.says('Names and settings were read again.');
    expect(await says('海老大說了甚麼？')).toContain('百分之六');
  });

  it('has a saved index made anew for them', async () => {
    const [dir, index] = [folderWith({ 'ferry.md': FERRY }), join(emptyFolder(), 'saved.index')];
    expect((await readout(['index', '--corpus', dir, '--index', index], { program })).status).toBe(0);
    settings({ INDEX: index });
    bot = running(['bot'], { program, cwd: home });
    expect(await says('船老闆說了甚麼？')).not.toContain('百分之六');
    nickname('船老闆');
    bot.child.kill('SIGHUP');
    await untilSays('船老闆說了甚麼？', '百分之六');
    await bot.says('Names and settings were read again.');
  });
});
