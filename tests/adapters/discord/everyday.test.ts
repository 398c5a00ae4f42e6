import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ask, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, takesAnyFilters } from '../../support/fake-library.ts';
import {
  BOT_ID,
  CHANNEL_ID,
  directlyWith,
  GUILD_ID,
  guild,
  inChannel,
  messageBy,
  person,
} from '../../support/discord-server/entities.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { botOn, buttonOf, choicesOf, choiceOf, textOf } from './running-bot.ts';

const ferry = fakeArticle('ferry', ['The ferry runs again.'], { url: 'https://news.example/ferry' });
interface Sent {
  readonly content?: string;
  readonly message_reference?: unknown;
}

const discord = await openDiscord();
const asked: Question[] = [];
const { bot, logged } = botOn(discord, {
  ask: async (question) => {
    asked.push(question);
    return fakeAnswer([ferry], { question: question.text, lang: question.lang ?? 'en' });
  },
  articles: [ferry],
  checkFilters: (given) =>
    given.since === 'someday' ? { code: 'bad-date', given: given.since } : takesAnyFilters(given),
});
beforeAll(async () => await bot.start());
afterEach(() => {
  discord.forbid();
  asked.splice(0);
});
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

it('where embeds and history are not allowed, answers are plain text and no replies; the log says so once', async () => {
  discord.forbid('embeds', 'history');
  const user = person('reader');
  for (const question of ['one?', 'two?']) {
    discord.say(`<@${BOT_ID}> ${question}`, { user });
    const isSent = () =>
      discord.requests.some(({ body }) => {
        const { content = '', message_reference: reference } = (body ?? {}) as Sent;
        return content.startsWith(`Question: ${question}\n`) && content.includes('ferry') && reference === undefined;
      });
    await discord.until(isSent, 'plain text that is no reply');
  }
  expect(logged.filter((line) => line.startsWith('warn') && line.includes('lacks the permission'))).toHaveLength(2);
  const help = textOf(await discord.answerTo(discord.use('help')));
  expect(help).toContain('Embed Links');
  expect(help).toContain('Read Message History');
});

it('a payload that cannot be parsed is logged and passed over', async () => {
  discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, data: null });
  expect(textOf(await discord.answerTo(discord.use('ask', { question: 'one?' })))).toContain('ferry');
  expect(logged.join('\n')).toContain('INTERACTION_CREATE could not be read');
});

it('the first words on a server say how to ask', async () => {
  discord.gateway.dispatch('GUILD_CREATE', guild('200000000000000077'));
  const greetings = () => discord.requests.filter(({ body }) => JSON.stringify(body ?? '').includes('/ask: '));
  await discord.until(() => greetings().length > 0, 'a greeting');
  expect(greetings()[0]?.path).toMatch(/^\/channels\/\d+\/messages$/);
});

describe('the command on messages', () => {
  const about = async (content: string) =>
    textOf(
      await discord.answerTo(
        discord.useOnMessage(
          'Ask the coverage about this',
          messageBy(person('other'), { channelId: CHANNEL_ID, guildId: GUILD_ID }, { content }),
        ),
      ),
    );
  it('takes links out, and cuts what is long behind a sentence', async () => {
    await about(`The ferry runs again. ${'It goes on and on. '.repeat(80)} https://elsewhere.example/x`);
    expect(asked[0]?.text).toMatch(/^The ferry runs again\. .*\.$/);
    expect(asked[0]?.text.length).toBeLessThanOrEqual(300);
    expect(asked[0]?.text).not.toContain('https');
  });
  it('shows the article of the archive that is linked', async () =>
    expect(await about('look: https://news.example/ferry?utm_source=x')).toContain('**Title of ferry**'));
});

it('wrong options are told to the asker alone, with the question', async () => {
  const exchange = discord.use('ask', { question: 'one?', since: 'someday' });
  const text = textOf(await discord.answerTo(exchange));
  expect(exchange.isEphemeral).toBe(true);
  expect(text).toContain('“someday” is not a date');
  expect(text).toContain('one?');
  expect(asked).toEqual([]);
});

it('sources open their articles', async () => {
  const message = await discord.answerTo(discord.use('ask', { question: 'one?' }));
  expect(choicesOf(message)).toContain('[1] Title of ferry');
  const press = discord.choose(message, choiceOf(message, 'Title of ferry'));
  expect(textOf(await discord.answerTo(press))).toContain('**Title of ferry**');
  expect(press.isEphemeral).toBe(true);
});

it('where the model may not be asked, it is not, and nobody is told that it sees anything', async () => {
  const listed = person('listed');
  const own: Question[] = [];
  const ask: Ask = async (question) => {
    own.push(question);
    return fakeAnswer([ferry], { question: question.text, lang: 'en' });
  };
  const model = { modelHost: 'model.example', readerChats: [listed.id, GUILD_ID] };
  const elsewhere = await openDiscord();
  const { bot: other } = botOn(elsewhere, { ask, articles: [ferry], model });
  await other.start();
  const stranger = person('stranger');
  for (const [user, place, expected] of [
    [listed, directlyWith(listed), false],
    [stranger, inChannel, false],
    [stranger, directlyWith(stranger), true],
  ] as const) {
    const answer = await elsewhere.answerTo(elsewhere.use('ask', { question: 'one?' }, { user, place }));
    await elsewhere.answerTo(elsewhere.press(answer, buttonOf(answer, 'More'), { user, place }));
    expect(new Set(own.splice(0).map(({ builtIn = false }) => builtIn))).toEqual(new Set([expected]));
    for (const command of ['privacy', 'help']) {
      const said = textOf(await elsewhere.answerTo(elsewhere.use(command, {}, { user, place })));
      expect(said.includes('model.example')).toBe(!expected);
    }
  }
  await other.stop();
  await elsewhere.close();
});
