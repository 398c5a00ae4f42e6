import { LRUCache } from 'lru-cache';
import { setImmediate as otherEvents } from 'node:timers/promises';
import type { InlineQuery, InlineQueryResult } from 'telegraf/types';
import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { Who } from '../chat/asker.ts';
import { langOfText } from '../chat/preferences.ts';
import { writePress } from '../chat/press.ts';
import { shareables, type Shareable } from '../chat/render-alone.ts';
import { caption } from '../visible-text.ts';
import type { BotContext } from './bot-context.ts';
import { formatted } from './compose.ts';
import { deepLink } from './deep-link.ts';
import { markUp, messagesOf } from './mark-up.ts';

/** Results at a time; Telegram takes 50, a phone shows three. */
const PAGE = 10;
/** The core's own bound. */
const MOST_POINTS = 100;
/** Seconds for which Telegram may answer the same query of the same person itself. */
const CACHE = 30;
/** UTF-16 units below a result's title: two lines on a phone. */
const DESCRIPTION = 160;
/** UTF-16 units of a result's title. */
const TITLE = 64;

/** Answers what people type behind the bot's name in any chat; the newest query of a person replaces those before. Never rejects. */
export function inlineAnswerer(
  context: BotContext,
): (query: InlineQuery, who: Who, isAdmitted: boolean) => Promise<void> {
  const newest = new LRUCache<number, string>({ max: 5_000 });
  return async (query, who, isAdmitted) => {
    newest.set(query.from.id, query.id);
    const isNewest = (): boolean => newest.get(query.from.id) === query.id;
    // Whatever came together with this is read first: it may be newer.
    await otherEvents();
    if (!isNewest()) return;
    try {
      const page = isAdmitted ? await pageFor(query, who, context) : NOTHING;
      if (!isNewest()) return;
      const lang = context.service.langOf(who);
      await context.sender.call('answerInlineQuery', answerWith(page, query, lang));
    } catch (fault) {
      context.logger.warn(`An inline query was not answered (person ${query.from.id}).`, fault);
    }
  };
}

/** What one query brings up, and the offset of what comes behind it; empty where that is nothing. */
interface Page {
  readonly results: readonly InlineQueryResult[];
  readonly next: string;
}

const NOTHING: Page = { results: [], next: '' };

function answerWith({ results, next }: Page, { id, offset }: InlineQuery, lang: InterfaceLang) {
  return {
    inline_query_id: id,
    results,
    is_personal: true,
    cache_time: CACHE,
    next_offset: next,
    ...(results.length === 0 &&
      startOf(offset) === 0 && { button: { text: catalogue(lang).chat.buttons.howTo, start_parameter: 'help' } }),
  };
}

const startOf = (offset: string): number => (/^\d{1,3}$/.test(offset) ? Number(offset) : 0);

async function pageFor({ query, offset }: InlineQuery, who: Who, context: BotContext): Promise<Page> {
  const text = query.trim();
  if (text === '') return NOTHING;
  const start = startOf(offset);
  const { service } = context;
  const lang = langOfText(text, service.langOf(who));
  // One more than a page shows whether there is another.
  const limit = Math.min(start + PAGE + 1, MOST_POINTS);
  // It is asked again with every few letters: a model would be late, and choose three of the many that are offered.
  const answer = await service.ask({ text, lang, limit, builtIn: true }, who);
  const end = start + PAGE;
  const linkTo = (article: string): string | null => deepLink(context.me.username, { article });
  const found = shareables(answer, { articleBy: service.articleBy, linkTo });
  return { results: found.slice(start, end).flatMap(resultOf), next: found.length > end ? String(end) : '' };
}

// One that is too long to be a message is no result.
function resultOf({ press, title, detail, body }: Shareable): InlineQueryResult[] {
  const [message, ...tooLong] = messagesOf(body);
  if (message === undefined || tooLong.length > 0) return [];
  const { text: message_text, ...format } = formatted(markUp(message));
  return [
    {
      type: 'article',
      id: writePress(press),
      title: caption(title, TITLE),
      description: caption(detail, DESCRIPTION),
      input_message_content: { message_text, ...format },
    },
  ];
}
