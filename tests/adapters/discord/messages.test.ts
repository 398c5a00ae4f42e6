import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Ask, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeDoubt } from '../../support/fake-library.ts';
import {
  BOT_ID,
  botUser,
  CHANNEL_ID,
  directlyWith,
  GUILD_ID,
  inThread,
  OTHER_CHANNEL_ID,
  person,
  THREAD_ID,
} from '../../support/discord-server/entities.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { botOn, choiceOf, textOf } from './running-bot.ts';

const qin = fakeArticle('qin', ['秦刚说，希望美方与中方相向而行。']);

const discord = await openDiscord();
const asked: Question[] = [];
let beforeAnswer = async (): Promise<void> => undefined;
const ask: Ask = async (question) => {
  asked.push(question);
  await beforeAnswer();
  return question.text === 'Is that true?' ? fakeDoubt(question) : fakeAnswer([qin], { question: question.text });
};
const { bot } = botOn(discord, { ask, articles: [qin] });

beforeAll(async () => await bot.start());
afterEach(() => void asked.splice(0));
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

describe('messages', () => {
  it('that mention the bot are answered with a reply, without the mention', async () => {
    const user = person('reader');
    const reply = await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`, { user }));
    expect(textOf(reply)).toContain('秦刚说，希望美方与中方相向而行。');
    expect(asked).toEqual([{ text: 'Who spoke?', lang: 'en', conversation: `${CHANNEL_ID}:${user.id}` }]);
  });

  it('that reply to the bot are further turns of the conversation', async () => {
    const user = person('reader');
    const reply = await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`, { user }));
    await discord.replyTo(discord.say('And when?', { user, replyTo: reply }));
    expect(asked.map(({ text }) => text)).toEqual(['Who spoke?', 'And when?']);
    expect(new Set(asked.map(({ conversation }) => conversation)).size).toBe(1);
  });

  it('that reply to an answer go on from it, whoever asked for it and however long ago', async () => {
    const [user, other] = [person('reader'), person('other')];
    const first = await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`, { user: other }));
    await discord.replyTo(discord.say(`<@${BOT_ID}> Something else?`, { user }));
    await discord.replyTo(discord.say('And when?', { user, replyTo: first }));
    await discord.replyTo(discord.say(`<@${BOT_ID}> And where?`, { user }));
    const [, , seed, reply, next] = asked;
    expect([seed?.text, reply?.text, next?.text]).toEqual(['Who spoke?', 'And when?', 'And where?']);
    const conversation = `${CHANNEL_ID}:${user.id}:${first.id}`;
    for (const turn of [seed, reply, next]) expect(turn?.conversation).toBe(conversation);
  });

  it('that reply to an answer of a command go on from it, with its kind and what it was narrowed to', async () => {
    const options = { question: 'Who spoke?', outlet: '自由亚洲电台', since: '2023-06' };
    const answer = await discord.answerTo(discord.use('timeline', options, { user: person('other') }));
    asked.splice(0);
    await discord.replyTo(discord.say('And when?', { replyTo: answer }));
    expect(asked.map(({ text }) => text)).toEqual(['Who spoke?', 'And when?']);
    expect(asked[0]).toMatchObject({ outlet: '自由亚洲电台', since: '2023-06', as: 'timeline' });
  });

  it('that ask about what the bot may not read are told so, and how it can', async () => {
    const claim = discord.say('渡輪下月加價。', { user: person('other') });
    for (const doubt of [`<@${BOT_ID}> Is that true?`, `<@${BOT_ID}>`]) {
      const told = textOf(await discord.replyTo(discord.say(doubt, { replyTo: claim })));
      expect(told).toContain('choose “Ask the coverage about this”');
    }
    // Of an answer of its own that it may not read it knows that it is one.
    const answer = await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`));
    discord.fail(/^GET .*\/messages\//, { kind: 'status', status: 403, code: 50_001 });
    const told = await discord.replyTo(discord.say(`<@${BOT_ID}> Is that true?`, { replyTo: answer }));
    expect(textOf(told)).toContain('word for word');
  });

  it('that hand on what somebody else said ask about that', async () => {
    const user = person('reader');
    const handedOn = {
      type: 0,
      content: '渡輪下月加價。',
      embeds: [],
      attachments: [],
      timestamp: '2024-01-01T00:00:00Z',
    };
    const place = directlyWith(user);
    discord.say('', {
      user,
      place,
      more: {
        message_reference: { type: 1, message_id: '7', channel_id: '8' },
        message_snapshots: [{ message: handedOn }],
      },
    });
    await discord.until(() => asked.length > 0, 'a question');
    expect(asked.map(({ text }) => text)).toEqual(['渡輪下月加價。']);
  });

  it('are read without emoji of servers, times and commands', async () => {
    await discord.replyTo(discord.say(`<@${BOT_ID}> <a:wave:123456> Who spoke <t:1700000000:R> </ask:42>`));
    expect(asked.map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual(['Who spoke']);
  });

  // Without an intent that has to be granted, the bot can read only messages that mention it.
  it('that reply to what somebody else says are about that, and ask it where they say nothing themselves', async () => {
    const user = person('reader');
    const claim = discord.say(`<@${BOT_ID}> 渡輪下月加價。`, { user: person('other') });
    await discord.replyTo(claim);
    asked.splice(0);
    await discord.replyTo(discord.say(`<@${BOT_ID}> 這是真的嗎？`, { user, replyTo: claim }));
    await discord.replyTo(discord.say(`<@${BOT_ID}>`, { user, replyTo: claim }));
    expect(asked.map(({ text }) => text)).toEqual(['渡輪下月加價。', '這是真的嗎？', '渡輪下月加價。']);
  });

  it('that doubt what somebody else says are told what the coverage has of that; of an answer of ours, that it is quoted', async () => {
    const claim = discord.say(`<@${BOT_ID}> The ferry will cost more. https://elsewhere.example/x`, {
      user: person('other'),
    });
    await discord.replyTo(claim);
    const doubt = `<@${BOT_ID}> Is that true?`;
    const answer = await discord.replyTo(discord.say(doubt, { replyTo: claim }));
    expect(textOf(answer)).toMatch(/^Question: The ferry will cost more\.\n/u);
    expect(asked.at(-1)?.text).toBe('The ferry will cost more.');
    expect(textOf(await discord.replyTo(discord.say(doubt, { replyTo: answer })))).toContain('word for word');
  });

  it('that reply to an answer of an earlier run go on from it', async () => {
    const elsewhere = await openDiscord();
    const { bot: earlier } = botOn(elsewhere, { ask });
    await earlier.start();
    const first = await elsewhere.replyTo(elsewhere.say(`<@${BOT_ID}> Who spoke?`));
    await earlier.stop();
    asked.splice(0);
    const { bot: later } = botOn(elsewhere, { ask });
    await later.start();
    await elsewhere.replyTo(elsewhere.say(`<@${BOT_ID}> And when?`, { user: person('other'), replyTo: first }));
    expect(asked.map(({ text }) => text)).toEqual(['Who spoke?', 'And when?']);
    await later.stop();
    await elsewhere.close();
  });

  it('that reply to what may not be read are answered by themselves', async () => {
    const claim = discord.say('渡輪下月加價。', { user: person('other') });
    discord.fail(/^GET .*\/messages\//, { kind: 'status', status: 403, code: 50_001 });
    await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`, { replyTo: claim }));
    expect(asked.map(({ text }) => text)).toEqual(['Who spoke?']);
  });

  it('of two people in one channel are two conversations', async () => {
    const people = [person('one'), person('other')];
    for (const user of people) await discord.replyTo(discord.say(`<@${BOT_ID}> And when?`, { user }));
    expect(asked.map(({ conversation }) => conversation)).toEqual(people.map(({ id }) => `${CHANNEL_ID}:${id}`));
  });

  it('in a thread have a conversation of their own', async () => {
    const user = person('reader');
    await discord.replyTo(discord.say(`<@${BOT_ID}> Who spoke?`, { user, place: inThread }));
    await discord.replyTo(discord.say(`<@${BOT_ID}> And when?`, { user, place: inThread }));
    // It is about what the thread is called, until something else was asked.
    expect(asked.map(({ text }) => text)).toEqual(['the telephone call', 'Who spoke?', 'And when?']);
    for (const { conversation } of asked) expect(conversation).toMatch(new RegExp(`^${THREAD_ID}:${user.id}`));
  });

  it('that are direct need no mention', async () => {
    const user = person('reader');
    await discord.replyTo(discord.say('Who spoke?', { user, place: directlyWith(user) }));
    expect(asked).toMatchObject([{ text: 'Who spoke?' }]);
  });

  it('of others, to others, are not looked at', async () => {
    const colleague = discord.say('unrelated', { user: person('colleague') });
    discord.say('to a colleague', { replyTo: colleague });
    discord.say(`<@${BOT_ID}> from a bot`, { user: { ...botUser, id: '100000000000000009' } });
    await discord.replyTo(discord.say(`<@${BOT_ID}> last`));
    expect(asked.map(({ text }) => text)).toEqual(['last']);
  });

  it('are answered in the order of their conversation', async () => {
    const user = person('reader');
    const questions = ['first', 'second', 'third'].map((text) => discord.say(`<@${BOT_ID}> ${text}`, { user }));
    await Promise.all(questions.map(async (question) => await discord.replyTo(question)));
    expect(asked.map(({ text }) => text)).toEqual(['first', 'second', 'third']);
  });

  it('that take long are answered after the bot is seen typing', async () => {
    beforeAnswer = async () => await discord.until(() => discord.typing.includes(CHANNEL_ID), 'typing');
    await discord.replyTo(discord.say(`<@${BOT_ID}> slow`));
    beforeAnswer = async () => undefined;
    expect(discord.typing).toEqual([CHANNEL_ID]);
  });

  it('are answered once although the connection is lost while the reply is sent', async () => {
    discord.fail(/^POST .*\/messages$/, { kind: 'reset' });
    await discord.replyTo(discord.say(`<@${BOT_ID}> again`));
    const sent = discord.requests.filter(({ path }) => path.endsWith('/messages'));
    expect(sent.at(-1)?.body).toMatchObject({ enforce_nonce: true, nonce: expect.any(String) });
  });
});

describe('a bot for some places only', () => {
  const elsewhere = { channelId: OTHER_CHANNEL_ID, guildId: GUILD_ID };

  it('refuses commands elsewhere, to the person alone, and says nothing to messages', async () => {
    const closed = botOn(discord, { ask, options: { allowedChannels: [CHANNEL_ID] } });
    await bot.stop();
    await closed.bot.start();
    const refused = discord.use('ask', { question: 'x' }, { place: elsewhere });
    expect(textOf(await discord.answerTo(refused))).toContain(OTHER_CHANNEL_ID);
    expect(refused.isEphemeral).toBe(true);
    discord.say(`<@${BOT_ID}> elsewhere`, { place: elsewhere });
    // A thread is open with its channel.
    await discord.replyTo(discord.say(`<@${BOT_ID}> here`, { place: inThread }));
    expect(asked.map(({ text }) => text)).toEqual(['the telephone call', 'here']);
    await closed.bot.stop();
  });

  it('is not open to direct messages where only servers are', async () => {
    const closed = botOn(discord, { ask, options: { allowedGuilds: [GUILD_ID] } });
    await closed.bot.start();
    const user = person('reader');
    const refused = discord.use('ask', { question: 'x' }, { user, place: directlyWith(user) });
    expect(textOf(await discord.answerTo(refused))).toContain('not enabled for this chat');
    expect(textOf(await discord.answerTo(discord.use('ask', { question: 'x' })))).toContain('秦刚');
    await closed.bot.stop();
  });
});

describe('somebody who presses too fast', () => {
  it('is told so, and may still ask: presses are counted by themselves', async () => {
    const elsewhere = await openDiscord();
    const { bot: slow } = botOn(elsewhere, { ask, articles: [qin], options: { rate: { burst: 1, perSecond: 0.001 } } });
    await slow.start();
    const user = person('reader');
    const first = await elsewhere.answerTo(elsewhere.use('ask', { question: 'Who spoke?' }, { user }));
    const press = async () => {
      const pressed = elsewhere.choose(first, choiceOf(first, '[1]'), { user });
      return textOf(await elsewhere.answerTo(pressed));
    };
    // Twice as often as is asked.
    expect(await press()).toContain('秦刚说');
    expect(await press()).toContain('秦刚说');
    expect(await press()).toContain('Please wait');
    await slow.stop();
    await elsewhere.close();
  });
});

describe('somebody who asks too fast', () => {
  it('is told how long to wait, alone; others are answered', async () => {
    const strict = botOn(discord, { ask, options: { rate: { burst: 2, perSecond: 0.1 } } });
    await strict.bot.start();
    const user = person('hasty');
    for (const _ of [1, 2]) await discord.answerTo(discord.use('ask', { question: 'x' }, { user }));
    const third = discord.use('ask', { question: 'x' }, { user });
    expect(textOf(await discord.answerTo(third))).toMatch(/Please wait \d+ seconds/);
    expect(third.isEphemeral).toBe(true);
    expect(textOf(await discord.answerTo(discord.use('ask', { question: 'x' })))).toContain('秦刚');
    // Of messages, only the first is answered with that.
    const told = discord.say(`<@${BOT_ID}> x`, { user });
    const untold = discord.say(`<@${BOT_ID}> x`, { user });
    expect(textOf(await discord.replyTo(told))).toContain('Please wait');
    await discord.replyTo(discord.say(`<@${BOT_ID}> x`));
    expect(discord.repliesTo(untold)).toEqual([]);
    await strict.bot.stop();
  });
});
