import { parseTelegramHtml } from './telegram-html.ts';
import { ME, type TelegramRequest, type TelegramServer } from './telegram-server.ts';

type Values = Readonly<Record<string, unknown>>;

let lastId = 10_000;
const nextId = (): number => (lastId += 1);

/** A chat, as updates describe it. */
export const GROUP = { id: -100200300, type: 'supergroup', title: 'A group' } as const;

/** A message of the bot's that came back for something that was said or pressed. */
export interface Reply {
  /** The HTML that the bot sent. */
  readonly html: string;
  /** What a reader sees of it. */
  readonly text: string;
  readonly payload: Values;
  readonly buttons: readonly { readonly text: string; readonly callback_data: string }[];
}

export const replyOf = ({ payload }: TelegramRequest): Reply => {
  const html = String(payload['text']);
  const markup = payload['reply_markup'] as { inline_keyboard?: Reply['buttons'][] } | undefined;
  return { html, text: parseTelegramHtml(html).text, payload, buttons: (markup?.inline_keyboard ?? []).flat() };
};

/** Somebody who writes, presses buttons and types inline queries. */
export function person(server: TelegramServer, id = nextId(), more: Values = {}) {
  const user = { id, is_bot: false, first_name: `Person ${id}`, language_code: 'en', ...more };
  const home = { id, type: 'private', first_name: user.first_name };

  const message = (text: string, rest: Values): Values => ({
    message_id: nextId(),
    date: 1_700_000_000,
    from: user,
    chat: home,
    ...(text !== '' && { text, entities: entitiesOf(text) }),
    ...rest,
  });

  const repliesTo =
    (messageId: unknown) =>
    ({ method, status, payload }: TelegramRequest): boolean =>
      method === 'sendMessage' &&
      status === 200 &&
      (payload['reply_parameters'] as Values | undefined)?.['message_id'] === messageId;

  return {
    id,
    user,
    home,
    message,
    /** Writes something and waits for nothing; returns the message. */
    write(text: string, rest: Values = {}): Values {
      const written = message(text, rest);
      server.update({ message: written });
      return written;
    },
    /** Writes something and resolves to the reply to it. */
    async says(text: string, rest: Values = {}): Promise<Reply> {
      const { message_id: id } = this.write(text, rest);
      return replyOf(await server.until(repliesTo(id)));
    },
    /** Presses a button below a message; resolves, when the press is acknowledged, to the notice that came with it, or ''. */
    async press(data: string, below: Values): Promise<string> {
      const query = String(nextId());
      server.update({ callback_query: { id: query, from: user, chat_instance: '1', data, message: below } });
      const { payload } = await server.until(
        ({ method, payload }) => method === 'answerCallbackQuery' && payload['callback_query_id'] === query,
      );
      return (payload['text'] as string | undefined) ?? '';
    },
    /** Types behind the bot's name; returns the query's id. */
    type(text: string, offset = ''): string {
      const query = String(nextId());
      server.update({ inline_query: { id: query, from: user, query: text, offset } });
      return query;
    },
  };
}

/** Resolves to the results that an inline query was answered with. */
export async function inlineAnswer(server: TelegramServer, query: string): Promise<Values> {
  const { payload } = await server.until(
    ({ method, payload }) => method === 'answerInlineQuery' && payload['inline_query_id'] === query,
  );
  return payload;
}

/** A reply of the bot's as the message that Telegram hands back with a button, below the message that it replies to. */
export function asMessage({ payload, text }: Reply, repliedTo?: Values): Values {
  return {
    message_id: nextId(),
    date: 1_700_000_001,
    from: ME,
    chat: { id: payload['chat_id'], type: Number(payload['chat_id']) < 0 ? 'supergroup' : 'private' },
    text,
    ...(payload['reply_markup'] !== undefined && { reply_markup: payload['reply_markup'] }),
    ...(repliedTo !== undefined && { reply_to_message: repliedTo }),
  };
}

// What Telegram marks up by itself.
function entitiesOf(text: string): Values[] {
  const commands = [...text.matchAll(/^\/\w+(?:@\w+)?/g)].map((match) => ({ type: 'bot_command', match }));
  const mentions = [...text.matchAll(/(?<!\S)@\w+/g)].map((match) => ({ type: 'mention', match }));
  return [...commands, ...mentions].map(({ type, match }) => ({ type, offset: match.index, length: match[0].length }));
}
