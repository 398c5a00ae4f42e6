import { describe, expect, it } from 'vitest';
import { parseStrictly } from '../../support/strict-html.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';
import { ruleComplaints } from '../../support/telegram-rules.ts';
import { hasSpec, specComplaints } from '../../support/telegram-spec.ts';

// What judges the bot's requests has to find faults, or it proves nothing.

const HTML = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
const keyboard = (...buttons: object[]) => ({ reply_markup: { inline_keyboard: buttons.map((each) => [each]) } });

describe('the limits that are written down here', () => {
  it('find nothing wrong with a good message', () => {
    const good = { chat_id: 1, text: '<b>x</b> &amp; y', ...HTML, ...keyboard({ text: 'a', callback_data: 'm:1' }) };
    expect(ruleComplaints('sendMessage', good)).toEqual([]);
  });

  it.each([
    ['sendPhoto', { chat_id: 1 }],
    ['sendMessage', { text: 'x', ...HTML }],
    ['sendMessage', { chat_id: 1, text: 'x' }],
    ['sendMessage', { chat_id: 1, text: '<b>x', ...HTML }],
    ['sendMessage', { chat_id: 1, text: 'x & <y', ...HTML }],
    ['sendMessage', { chat_id: 1, text: '<blockquote><blockquote>x</blockquote></blockquote>', ...HTML }],
    ['sendMessage', { chat_id: 1, text: 'x'.repeat(4097), ...HTML }],
    ['sendMessage', { chat_id: 1, text: '<b> </b>', ...HTML }],
    ['sendMessage', { chat_id: 1, text: '<b>x</b> '.repeat(101), ...HTML }],
    ['sendMessage', { chat_id: 1, text: '<a href="tg://user?id=1">x</a>', ...HTML }],
    ['sendMessage', { chat_id: 1, text: 'x', ...HTML, ...keyboard({ text: 'a', callback_data: '字'.repeat(22) }) }],
    ['sendMessage', { chat_id: 1, text: 'x', ...HTML, ...keyboard({ text: ' ', callback_data: 'a' }) }],
    ['answerInlineQuery', { inline_query_id: '1', results: [], next_offset: 'x'.repeat(65) }],
    ['setMyCommands', { commands: [{ command: 'Ask', description: 'x' }] }],
    ['setMyCommands', { commands: [], language_code: 'zh-hant' }],
    ['setWebhook', { url: 'http://example.org', secret_token: 's' }],
  ])('find what is wrong with %s %j', (method, payload) =>
    expect(ruleComplaints(method, payload).length).toBeGreaterThan(0),
  );
});

describe.skipIf(!hasSpec)('the facts of the Bot API', () => {
  it('find nothing wrong with good requests', () => {
    const message = { chat_id: 1, text: 'x', ...HTML, ...keyboard({ text: 'a', callback_data: 'm:1' }) };
    expect(specComplaints('sendMessage', { ...message, reply_parameters: { message_id: 2 } })).toEqual([]);
    expect(specComplaints('getUpdates', { offset: 1, timeout: 50, allowed_updates: ['message'] })).toEqual([]);
  });

  it.each([
    ['sendMesage', {}],
    ['sendMessage', { text: 'x' }],
    ['sendMessage', { chat_id: 1.5, text: 'x' }],
    ['sendMessage', { chat_id: 1, text: 'x', disable_web_page_preview: true }],
    ['sendMessage', { chat_id: 1, text: 'x', reply_parameters: { message: 2 } }],
    ['sendMessage', { chat_id: 1, text: 'x', ...keyboard({ callback_data: 'a' }) }],
    ['sendMessage', { chat_id: 1, text: 'x', ...keyboard({ text: 'a', callback_data: 'x'.repeat(65) }) }],
    ['answerInlineQuery', { inline_query_id: '1', results: [{ type: 'article', id: '1', title: 'x' }] }],
    ['setMyCommands', { commands: [{ command: 'x'.repeat(33), description: 'x' }] }],
    ['answerCallbackQuery', { callback_query_id: 1 }],
  ])('find what is wrong with %s %j', (method, payload) =>
    expect(specComplaints(method, payload).length).toBeGreaterThan(0),
  );
});

describe('the parser for where there is none of Telegram', () => {
  it.each([
    'plain',
    '<b>bold</b> and <i>italic</i>',
    '<a href="https://example.org/?a=1&amp;b=2">here</a> &lt;b&gt; &quot;',
    '<blockquote expandable>a\n<b>b</b> <a href="https://example.org/">[1]</a></blockquote>\n<blockquote>😀</blockquote>',
  ])('reads what Telegram reads: %s', (html) => expect(parseStrictly(html)).toEqual(parseTelegramHtml(html)));

  it.each(['<b>x', 'x</b>', '<b><i>x</b></i>', 'a & b', '1 < 2', '<script>', '<a href=x>x</a>', '&nbsp;'])(
    'refuses %s',
    (html) => expect(() => parseStrictly(html)).toThrow(/at/u),
  );
});
