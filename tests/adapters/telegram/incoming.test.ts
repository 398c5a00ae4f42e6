import type { Message, UserFromGetMe } from 'telegraf/types';
import { describe, expect, it } from 'vitest';
import { questionOf, readMessage } from '../../../src/adapters/telegram/incoming.ts';

const ME = { id: 99, is_bot: true, first_name: 'Readout', username: 'Readout_Bot' } as UserFromGetMe;
const ANN = { id: 7, is_bot: false, first_name: 'Ann', language_code: 'zh-hant' };
const PRIVATE = { id: 7, type: 'private', first_name: 'Ann' };
const GROUP = { id: -100, type: 'supergroup', title: 'Group', username: 'The_Group' };

const message = (parts: object): Message =>
  ({ message_id: 1, date: 1, from: ANN, chat: PRIVATE, ...parts }) as unknown as Message;

const inGroup = (text: string, parts: object = {}): Message => {
  const at = text.search(/@\w/u);
  const length = /@\w+/.exec(text)?.[0].length;
  const entities = at === -1 || text.startsWith('/') ? [] : [{ type: 'mention', offset: at, length }];
  return message({ text, entities, chat: GROUP, ...parts });
};

const said = (given: Message) => readMessage(given, ME)?.said ?? null;
const question = (text: string, as?: string) => ({ kind: 'question', text, as });
const mine = { message_id: 9, from: ME, text: 'An answer.' };
const others = { from: { id: 8, is_bot: false, first_name: 'Bob' }, text: 'Who is Qin Gang?' };

describe('in private', () => {
  it.each([
    ['any text', { text: ' 布林肯何時訪華？ ' }, question('布林肯何時訪華？')],
    ['a caption', { photo: [], caption: 'who is this?' }, question('who is this?')],
    [
      'a mention',
      { text: '@readout_bot who?', entities: [{ type: 'mention', offset: 0, length: 12 }] },
      question('who?'),
    ],
    [
      'what somebody hands on',
      { text: 'Fares go up.', forward_origin: { type: 'channel' } },
      { ...question('Fares go up.'), elsewhere: true },
    ],
    ['/ask', { text: '/ask who?' }, question('who?', 'answer')],
    ['/ask in capitals', { text: '/Ask who?' }, question('who?', 'answer')],
    ['/ask without a space', { text: '/ask布林肯何時訪華？' }, question('布林肯何時訪華？', 'answer')],
    ['/ask over lines', { text: '/ask\nwho?\nwhen?' }, question('who?\nwhen?', 'answer')],
    ['/ask alone', { text: '/ask' }, question('', 'answer')],
    ['/compare', { text: '/compare Taiwan' }, question('Taiwan', 'comparison')],
    ['/timeline', { text: '/timeline@readout_bot Taiwan' }, question('Taiwan', 'timeline')],
    ['/start', { text: '/start help' }, { kind: 'command', command: 'help', argument: 'help' }],
    ['/article', { text: '/article 2 ' }, { kind: 'command', command: 'article', argument: '2' }],
    ['a command with the sign of Chinese keyboards', { text: '／list Taiwan' }, question('Taiwan', 'listing')],
    ['/until, which is in no menu', { text: '/until 2023' }, { kind: 'command', command: 'until', argument: '2023' }],
    ['an unknown command', { text: '/frobnicate now' }, { kind: 'unknown-command', given: '/frobnicate' }],
    ['a sticker', { sticker: {} }, { kind: 'wordless' }],
    ['a voice', { voice: {} }, { kind: 'wordless' }],
    ['a poll', { poll: {} }, { kind: 'wordless' }],
  ])('%s', (_, parts, expected) => expect(said(message(parts))).toEqual(expected));

  it.each([
    ['a pinned message', { pinned_message: {} }],
    ['a command for another bot', { text: '/ask@other_bot who?' }],
    ['what the bot itself put there inline', { text: 'A quote.', via_bot: ME }],
    ['another bot', { text: 'Hello', from: { id: 5, is_bot: true, first_name: 'B' } }],
    ['nobody', { text: 'Hello', from: undefined }],
  ])('not %s', (_, parts) => expect(readMessage(message(parts), ME)).toBeNull());
});

describe('in a group', () => {
  it.each([
    ['a command', inGroup('/ask who?'), question('who?', 'answer')],
    ['a command with the name', inGroup('/compare@readout_bot Taiwan'), question('Taiwan', 'comparison')],
    ['a mention', inGroup('@Readout_Bot, who is Qin Gang?'), question('who is Qin Gang?')],
    ['a mention behind', inGroup('Who is Qin Gang? @readout_bot'), question('Who is Qin Gang?')],
    [
      'a mention by number',
      message({
        text: 'Readout who?',
        chat: GROUP,
        entities: [{ type: 'text_mention', offset: 0, length: 7, user: ME }],
      }),
      question('who?'),
    ],
    [
      'a reply to it',
      inGroup('And Taiwan?', { reply_to_message: mine }),
      {
        ...question('And Taiwan?'),
        repliesTo: { message: mine.message_id, text: 'An answer.', marked: null, isOurs: true },
      },
    ],
    [
      'a mention in a reply to what somebody shared inline',
      inGroup('@readout_bot And Taiwan?', { reply_to_message: { ...others, message_id: 9, via_bot: ME } }),
      {
        ...question('And Taiwan?'),
        repliesTo: { message: 9, text: 'Who is Qin Gang?', marked: null, isOurs: true },
      },
    ],
    [
      'a mention with a part of what another chat says',
      inGroup('@readout_bot Is that so?', { external_reply: {}, quote: { text: 'Fares go up.', position: 3 } }),
      { ...question('Is that so?'), repliesTo: { message: 1, text: '', marked: 'Fares go up.', isOurs: false } },
    ],
    [
      'a mention alone, with a part of what somebody says',
      inGroup('@readout_bot', { reply_to_message: others, quote: { text: 'Qin Gang', position: 7 } }),
      { ...question('Qin Gang'), elsewhere: true },
    ],
    ['a command behind a mention', inGroup('@readout_bot /list Taiwan'), question('Taiwan', 'listing')],
    [
      'an unknown command behind a mention',
      inGroup('@readout_bot /frobnicate'),
      { kind: 'unknown-command', given: '/frobnicate' },
    ],
    [
      'a mention below a question',
      inGroup('@readout_bot', { reply_to_message: others }),
      { ...question('Who is Qin Gang?'), elsewhere: true },
    ],
    [
      '/ask below a question',
      inGroup('/ask', { reply_to_message: others }),
      { ...question('Who is Qin Gang?', 'answer'), elsewhere: true },
    ],
    [
      'a chat that writes under its own name',
      inGroup('/ask who?', { from: { id: 1087968824, is_bot: true }, sender_chat: GROUP }),
      question('who?', 'answer'),
    ],
  ])('%s', (_, given, expected) => expect(said(given)).toEqual(expected));

  it.each([
    ['what people say to one another', inGroup('Who is Qin Gang?')],
    ['a reply to somebody', inGroup('Yes.', { reply_to_message: others })],
    ['somebody with a similar name', inGroup('@readout_bot2 who?')],
    ["another bot's command", inGroup('/ask@other_bot who?')],
    ['a command of other bots', inGroup('/frobnicate')],
    ['a sticker', message({ sticker: {}, chat: GROUP })],
    ["the channel's post", inGroup('@readout_bot news', { is_automatic_forward: true })],
    [
      'a message in a topic that the bot opened',
      inGroup('Hello', { reply_to_message: { from: ME, forum_topic_created: {} }, is_topic_message: true }),
    ],
  ])('not %s', (_, given) => expect(readMessage(given, ME)).toBeNull());
});

describe('the place of a message', () => {
  it('is the chat, and the topic of a forum', () => {
    const incoming = readMessage(inGroup('/ask who?', { is_topic_message: true, message_thread_id: 5 }), ME);
    expect(incoming?.place).toEqual({
      chat: -100,
      chatName: '@the_group',
      topic: 5,
      message: 1,
      user: 7,
      userName: null,
      tag: 'zh-hant',
    });
  });

  it('is not a thread of replies', () => {
    expect(readMessage(inGroup('/ask who?', { message_thread_id: 5 }), ME)?.place.topic).toBeUndefined();
  });
});

it.each([
  [{ text: 'Who?' }, question('Who?')],
  [{ text: '/compare@readout_bot Taiwan' }, question('Taiwan', 'comparison')],
  [{ text: '／compare Taiwan' }, question('Taiwan', 'comparison')],
  [{ text: '/help' }, null],
  [{ sticker: {} }, null],
])('the question of %j can be read later', (parts, expected) =>
  expect(questionOf(message(parts), ME)).toEqual(expected),
);
