import { afterAll, describe, expect, it } from 'vitest';
import { createSession } from '../../src/adapters/repl/session.ts';
import { PLAIN } from '../../src/adapters/terminal/view.ts';
import { createChatClient } from '../../src/models/chat-client.ts';
import { createModelReader } from '../../src/models/model-reader.ts';
import { openDiscord } from '../support/discord-server/server.ts';
import { takesAnyFilters } from '../support/fake-library.ts';
import { madeUpArchive } from '../support/made-up-archive.ts';
import { choice, modelServer } from '../support/model-server.ts';
import { startedBot } from '../support/telegram-harness.ts';
import { person } from '../support/telegram-people.ts';
import { telegramServer } from '../support/telegram-server.ts';
import { botOn, textOf } from './discord/running-bot.ts';

const QUESTION = '渡輪公司申請加價多少？';
const CHOSEN = '乘客批評渡輪公司加價';
/** The quote and the mark, in either language of the interface, without the quote that the built-in reading puts first. */
const CHOICE_ALONE =
  /^(?![\s\S]*申請加價一成)[\s\S]*乘客批評渡輪公司加價[\s\S]*(?:經語言模型判讀|read by a language model)/u;

const server = await modelServer();
// It takes another quote than the built-in reading puts first.
server.play(({ user }) => choice([user.candidates?.find(({ quote }) => quote.includes(CHOSEN))?.n ?? 0]));
const model = createModelReader({
  model: 'good',
  client: createChatClient({ url: server.url, model: 'good', key: null }),
  timeout: 60_000,
  atOnce: 2,
});
const paragraphs = ['渡輪加價', '渡輪公司星期一申請加價一成。', '乘客批評渡輪公司加價，指班次疏落。'];
const { ask, library } = await madeUpArchive(
  { ferry: { paragraphs } },
  { when: 'all', forQuestion: model.forQuestion },
);
const { articles } = library;
afterAll(async () => await server.close());

describe('the quote that a model chose, and no other, with a mark', () => {
  const session = (modelHost: string | null) =>
    createSession({
      ask,
      checkFilters: takesAnyFilters,
      corpus: () => ({ articles, faults: [] }),
      seconds: 0,
      defaults: {},
      lang: 'zh-Hant',
      modelHost,
      view: () => PLAIN,
      onFault: () => undefined,
    });

  it('arrives in a terminal, whose help says which host sees questions', async () => {
    expect(await session('model.example').respond(QUESTION)).toMatch(CHOICE_ALONE);
    expect(await session('model.example').respond('/help')).toContain('model.example');
    expect(await session(null).respond('/help')).not.toContain('語言模型');
  });

  it('arrives in Discord', async () => {
    const discord = await openDiscord();
    const { bot } = botOn(discord, { ask, articles });
    await bot.start();
    expect(textOf(await discord.answerTo(discord.use('ask', { question: QUESTION })))).toMatch(CHOICE_ALONE);
    await bot.stop();
    await discord.close();
  });

  it('arrives in Telegram', async () => {
    const telegram = await telegramServer();
    const { bot } = await startedBot(telegram, { ask, articles });
    expect((await person(telegram).says(QUESTION)).text).toMatch(CHOICE_ALONE);
    await bot.stop();
    await telegram.close();
  });
});
