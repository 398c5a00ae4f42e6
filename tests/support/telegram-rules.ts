import { parseTelegramHtml } from './telegram-html.ts';

type Values = Readonly<Record<string, unknown>>;

/** Parameters that Telegram insists on, of the methods that the bot may call; it may call no others. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getUpdates: [],
  deleteWebhook: [],
  setWebhook: ['url'],
  setMyCommands: ['commands'],
  setMyDescription: ['description'],
  setMyShortDescription: ['short_description'],
  sendMessage: ['chat_id', 'text'],
  sendChatAction: ['chat_id', 'action'],
  editMessageText: ['chat_id', 'message_id', 'text'],
  editMessageReplyMarkup: ['chat_id', 'message_id'],
  deleteMessage: ['chat_id', 'message_id'],
  answerGuestQuery: ['guest_query_id', 'result'],
  answerCallbackQuery: ['callback_query_id'],
  answerInlineQuery: ['inline_query_id', 'results'],
};

/** All that is wrong with a request by limits that Telegram has, and by what the bot promises: HTML, no previews, web links only. */
export function ruleComplaints(method: string, payload: Values): string[] {
  const required = REQUIRED[method];
  if (required === undefined) return [`${method} is not for this bot`];
  const missing = required.flatMap((name) => (payload[name] === undefined ? [`${method}: ${name} is missing`] : []));
  return missing.length > 0
    ? missing
    : [...(RULES[method]?.(payload) ?? [])].map((complaint) => `${method}: ${complaint}`);
}

const RULES: Readonly<Record<string, (payload: Values) => string[]>> = {
  sendMessage: (payload) => [...textComplaints(payload['text'], payload), ...keyboardComplaints(payload)],
  editMessageText: (payload) => [...textComplaints(payload['text'], payload), ...keyboardComplaints(payload)],
  answerGuestQuery: ({ result }) => resultComplaints(result as Values),
  answerInlineQuery: ({ results, next_offset: offset = '' }) => {
    const all = results as readonly Values[];
    const ids = all.map(({ id }) => String(id));
    return [
      ...unless(all.length <= 50, `${all.length} results`),
      ...unless(new Set(ids).size === ids.length, 'two results of one id'),
      ...ids.flatMap((id) => unless(bytes(id) >= 1 && bytes(id) <= 64, `an id of ${bytes(id)} bytes`)),
      ...unless(typeof offset === 'string' && bytes(offset) <= 64, 'a long next_offset'),
      ...all.flatMap(resultComplaints),
    ];
  },
  setMyCommands: ({ commands, language_code: code }) => [
    ...unless(code === undefined || (typeof code === 'string' && /^[a-z]{2}$/.test(code)), 'the language'),
    ...(commands as readonly Values[]).flatMap(commandComplaints),
  ],
  setMyDescription: ({ description }) => unless(String(description).length <= 512, 'a long description'),
  setMyShortDescription: ({ short_description: short }) => unless(String(short).length <= 120, 'a long description'),
  setWebhook: ({ url, secret_token: secret }) => [
    ...unless(String(url).startsWith('https://'), `the address ${String(url)}`),
    ...unless(/^[\w-]{1,256}$/.test(String(secret)), 'a webhook without a secret'),
  ],
  getUpdates: ({ limit = 100 }) => unless(Number(limit) >= 1 && Number(limit) <= 100, `a limit of ${String(limit)}`),
  answerCallbackQuery: ({ text = '' }) => unless(String(text).length <= 200, 'a long notification'),
};

const NESTED = /<blockquote[^>]*>(?:(?!<\/blockquote>)[^])*<blockquote/u;
const MARKUP = new Set(['Bold', 'Italic', 'TextUrl', 'BlockQuote', 'ExpandableBlockQuote']);

function textComplaints(text: unknown, { parse_mode: mode, link_preview_options: preview }: Values): string[] {
  const rules = [
    ...unless(mode === 'HTML', 'a text that is not HTML'),
    ...unless((preview as Values | undefined)?.['is_disabled'] === true, 'a text with link previews'),
  ];
  try {
    const parsed = parseTelegramHtml(String(text));
    return [
      ...rules,
      ...unless(parsed.text.trim() !== '', 'a text without characters'),
      ...unless(parsed.text.length <= 4096, `a text of ${parsed.text.length} UTF-16 units`),
      ...unless(parsed.entities.length <= 100, `${parsed.entities.length} entities`),
      ...unless(!NESTED.test(String(text)), 'a quotation in a quotation'),
      ...parsed.entities.flatMap(({ type }) => unless(MARKUP.has(type), `the entity ${type}`)),
      ...parsed.entities.flatMap(({ url }) => unless(url === undefined || /^https?:/.test(url), `a link to ${url}`)),
    ];
  } catch (error) {
    return [...rules, `HTML that is none: ${String(error)}`];
  }
}

function keyboardComplaints({ reply_markup: markup }: Values): string[] {
  const rows = ((markup as Values | undefined)?.['inline_keyboard'] ?? []) as readonly (readonly Values[])[];
  const buttons = rows.flat();
  return [
    ...unless(markup === undefined || buttons.length > 0, 'a keyboard without buttons'),
    ...unless(buttons.length <= 100, `${buttons.length} buttons`),
    ...rows.flatMap((row) => unless(row.length >= 1 && row.length <= 8, `a row of ${row.length} buttons`)),
    ...buttons.flatMap(buttonComplaints),
  ];
}

const buttonComplaints = ({ text, callback_data: data }: Values): string[] => [
  ...unless(typeof text === 'string' && text.trim() !== '', 'a button without a caption'),
  ...unless(typeof data === 'string' && bytes(data) >= 1 && bytes(data) <= 64, 'a button of so many bytes'),
];

const resultComplaints = ({ title, input_message_content: content }: Values): string[] => [
  ...unless(title !== '', 'a result without a title'),
  ...textComplaints((content as Values)['message_text'], content as Values),
];

const commandComplaints = ({ command, description }: Values): string[] => [
  ...unless(/^[a-z0-9_]{1,32}$/.test(String(command)), `the command ${String(command)}`),
  ...unless(String(description).length >= 1 && String(description).length <= 256, 'the description of a command'),
];

const unless = (fine: boolean, complaint: string): string[] => (fine ? [] : [complaint]);

const bytes = (text: string): number => Buffer.byteLength(text);
