import type { Message } from 'telegraf/types';
import { catalogue } from '../../messages/index.ts';
import type { TelegramAccess } from './access.ts';
import { whoIn, type BotContext } from './bot-context.ts';
import { compose } from './compose.ts';
import { readMessage } from './incoming.ts';
import { replyTo } from './on-message.ts';

/** UTF-16 units of a result's title, which nobody sees in an answer to a guest query. */
const TITLE = 64;

/** Answers who mentions the bot in a chat that it is no member of (Bot API 10, guest queries): one message, no buttons. Never rejects. */
export function guestAnswerer(context: BotContext): (message: Message, access: TelegramAccess) => Promise<void> {
  return async (message, access) => {
    const { guest_query_id: query } = message as Message & { readonly guest_query_id?: string };
    const incoming = readMessage(message, context.me);
    if (query === undefined || incoming === null || incoming.said.kind === 'wordless') return;
    const { place, said } = incoming;
    try {
      const lang = context.service.langOf(whoIn(place));
      if (access.refusal(place, lang) !== null) return;
      const [first] = compose(
        await replyTo(said, place, context),
        { ...place, topic: undefined, message: undefined },
        lang,
      );
      if (first === undefined) return;
      const { text, parse_mode, link_preview_options } = first;
      const content = { message_text: text, parse_mode, link_preview_options };
      const title = catalogue(lang).chat.titles.answered?.slice(0, TITLE) ?? query;
      const result = { type: 'article', id: '1', title, input_message_content: content };
      await context.sender.call('answerGuestQuery' as never, { guest_query_id: query, result } as never);
    } catch (fault) {
      context.logger.warn(`A guest query was not answered (chat ${place.chat}).`, fault);
    }
  };
}
