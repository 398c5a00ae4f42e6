import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ask, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeListing, fakeNotFound, takesAnyFilters } from '../../support/fake-library.ts';
import {
  BOT_ID,
  CHANNEL_ID,
  directlyWith,
  GUILD_ID,
  guild,
  inChannel,
  messageBy,
  OTHER_CHANNEL_ID,
  person,
} from '../../support/discord-server/entities.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { botOn, buttonOf, choicesOf, choiceOf, textOf } from './running-bot.ts';

const ferry = fakeArticle('ferry', ['The ferry runs again.'], { url: 'https://news.example/ferry' });
const hall = fakeArticle('hall', ['会谈在大厅里举行。']);
const many = Array.from({ length: 25 }, (_, n) => fakeArticle(`many-${n}`, [`Text ${n}.`]));
interface Sent {
  readonly content?: string;
  readonly message_reference?: unknown;
}

const discord = await openDiscord();
const asked: Question[] = [];
const { bot, logged } = botOn(discord, {
  ask: async (question) => {
    asked.push(question);
    const { text, lang = 'en' } = question;
    if (text === 'Where?') return fakeAnswer([hall], { question: text, lang });
    if (text === 'All of them')
      return { ...fakeListing(many.slice(0, question.limit ?? 20), many.length), question: text, lang };
    if (text === 'And that?') return fakeNotFound({ question: text, lang, reason: { code: 'no-context' } });
    if (text.startsWith('Look')) return fakeNotFound({ question: text, lang });
    return fakeAnswer([ferry], { question: text, lang });
  },
  articles: [ferry, hall, ...many],
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
        const isPlain = content.startsWith(`Question: ${question}\n**What the coverage says**\n\n> The ferry`);
        return isPlain && content.includes('[1] 自由亚洲电台') && reference === undefined;
      });
    await discord.until(isSent, 'plain text that is no reply');
  }
  expect(logged.filter((line) => line.startsWith('warn') && line.includes('lacks the permission'))).toHaveLength(2);
  const help = textOf(await discord.answerTo(discord.use('help')));
  expect(help).toContain('Embed Links');
  expect(help).toContain('Read Message History');
});

it('plain text keeps a long question whole and loses nothing of the answer; what is too long for that, of the question', async () => {
  discord.forbid('embeds');
  const sent = async (question: string) => {
    const { content } = await discord.answerTo(discord.use('ask', { question }));
    expect(content).toContain('\n\n> The ferry runs again. [1]\n');
    expect(content).toMatch(/\[Link\]\(\S+\)$/);
    return content;
  };
  const long = 'when will it run? '.repeat(55).trim();
  expect(await sent(long)).toContain(`Question: ${long}\n`);
  expect(await sent('*'.repeat(900) + 'x')).toContain('…\n');
});

it('where it may not write, the log says so once, and so does /help', async () => {
  discord.forbid('send');
  const before = logged.length;
  const refused = () => discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  for (const question of ['one?', 'two?']) {
    const tries = refused().length;
    discord.say(`<@${BOT_ID}> ${question}`, { place: { channelId: OTHER_CHANNEL_ID, guildId: GUILD_ID } });
    await discord.until(() => refused().length === tries + 2, 'both tries');
  }
  expect(textOf(await discord.answerTo(discord.use('help')))).toContain('only commands such as /ask work');
  const said = logged.slice(before).filter((line) => !line.startsWith('debug'));
  expect(said).toEqual([expect.stringContaining('lacks the permission Send Messages')]);
});

it('a question that is no question, or a document, is told to the asker alone and kept', async () => {
  const long = 'Who spoke? '.repeat(110).trim();
  for (const [question, fault] of [
    [long, 'characters long'],
    ['？！', 'nothing to search for'],
  ] as const) {
    const exchange = discord.use('ask', { question });
    const text = textOf(await discord.answerTo(exchange));
    expect(exchange.isEphemeral).toBe(true);
    expect(text).toContain(fault);
    expect(text).toContain(question);
  }
  expect(asked).toEqual([]);
});

it('whoever is asked back is not told that there is no answer', async () => {
  const text = textOf(await discord.answerTo(discord.use('ask', { question: 'And that?' })));
  expect(text).toContain('Who or what is that about?');
  expect(text).not.toContain('No answer');
});

it('a payload that cannot be parsed is logged and passed over', async () => {
  discord.gateway.dispatch('INTERACTION_CREATE', { id: '1', type: 2, data: null });
  expect(textOf(await discord.answerTo(discord.use('ask', { question: 'one?' })))).toContain('ferry');
  expect(logged.join('\n')).toContain('INTERACTION_CREATE could not be read');
});

it('the first words on a server say how to ask', async () => {
  discord.gateway.dispatch('GUILD_CREATE', guild('200000000000000077'));
  const greetings = () =>
    discord.requests.filter(
      ({ path, body }) => path.startsWith('/channels') && /<\/ask:\d+> – ask what/.test(JSON.stringify(body ?? '')),
    );
  await discord.until(() => greetings().length > 0, 'a greeting');
  expect(greetings()[0]?.path).toMatch(/^\/channels\/\d+\/messages$/);
});

describe('the command on messages', () => {
  const about = async (content: string, more: object = {}) =>
    textOf(
      await discord.answerTo(
        discord.useOnMessage('Ask the coverage about this', {
          ...messageBy(person('other'), { channelId: CHANNEL_ID, guildId: GUILD_ID }, { content }),
          ...more,
        }),
      ),
    );
  it('takes links out, and cuts what is long behind a sentence', async () => {
    await about(`The ferry runs again. ${'It goes on and on. '.repeat(80)} https://elsewhere.example/x`);
    expect(asked[0]?.text).toMatch(/^The ferry runs again\. .*\.$/);
    expect(asked[0]?.text.length).toBeLessThanOrEqual(300);
    expect(asked[0]?.text).not.toContain('https');
  });
  it('answers from the article of the archive that is linked', async () => {
    const text = await about('The ferry runs again? https://news.example/ferry?utm_source=x');
    expect(text).toContain('> The ferry runs again. [1]');
    const day = ferry.date;
    expect(asked).toMatchObject([{ text: 'The ferry runs again?', outlet: ferry.outlet, since: day, until: day }]);
  });
  it.each(['', 'Look at this: ', 'Title of ferry ', '<@123> '])(
    'shows it where the message asks nothing: %s',
    async (words) => expect(await about(`${words}https://news.example/ferry`)).toContain('**Title of ferry**'),
  );
  it('asks what a message hands on', async () => {
    const handedOn = {
      type: 0,
      content: 'The ferry runs again?',
      embeds: [],
      attachments: [],
      timestamp: '2024-01-01T00:00:00Z',
    };
    const reference = { type: 1, message_id: '7', channel_id: '8' };
    await about('', { message_reference: reference, message_snapshots: [{ message: handedOn }] });
    expect(asked.map(({ text }) => text)).toEqual(['The ferry runs again?']);
  });
  it.each(['', '<@123>', 'https://elsewhere.example/x'])('says where a message has no text: %j', async (content) => {
    expect(await about(content)).toBe('That message has no text that I could look up.');
    expect(asked).toEqual([]);
  });
});

it('wrong options are told to the asker alone, with the question', async () => {
  const exchange = discord.use('ask', { question: 'one?', since: 'someday' });
  const text = textOf(await discord.answerTo(exchange));
  expect(exchange.isEphemeral).toBe(true);
  expect(text).toContain('“someday” is not a date');
  expect(text).toContain('one?');
  expect(asked).toEqual([]);
});

it('the numbers of a list hold for /article, those of before as well when there was more', async () => {
  const user = person('reader');
  const message = await discord.answerTo(discord.use('list', { question: 'All of them' }, { user }));
  const more = await discord.answerTo(discord.press(message, buttonOf(message, 'More'), { user }));
  expect(textOf(more)).toContain('Numbers 21 to 25 of 25');
  for (const [number, { title }] of [
    ['21', many[20] ?? ferry],
    ['3', many[2] ?? ferry],
  ] as const)
    expect(textOf(await discord.answerTo(discord.use('article', { article: number }, { user })))).toContain(
      `**${title}**`,
    );
});

it('converts as the region of the reader writes, or, where their language tells none, that of the server', async () => {
  for (const [circumstances, word] of [
    [{ locale: 'zh-TW' }, '裡'],
    [{ locale: 'en-US', guildLocale: 'zh-TW' }, '裡'],
    [{ locale: 'en-US' }, '裏'],
  ] as const) {
    const user = person('reader');
    const message = await discord.answerTo(discord.use('ask', { question: 'Where?' }, { user }));
    const press = discord.press(message, buttonOf(message, 'in Traditional'), { user, ...circumstances });
    expect(textOf(await discord.answerTo(press))).toContain(`大廳${word}舉行`);
  }
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
