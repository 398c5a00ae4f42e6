import { LRUCache } from 'lru-cache';
import { setImmediate as otherEvents } from 'node:timers/promises';
import type { InlineQuery, InlineQueryResult } from 'telegraf/types';
import type { Answered, Citation, NotFound, Point } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { articleKey } from '../chat/article-keys.ts';
import { describe } from '../document/describe.ts';
import { quotationMaker } from '../document/quote-blocks.ts';
import { caption, visibleLine } from '../visible-text.ts';
import { writePress, quotePlace } from './buttons.ts';
import { formatted } from './compose.ts';
import type { BotContext } from './bot-context.ts';
import { apart, line, markUp, visible } from './paragraph.ts';
import { quotation, sourceOf } from './render-quote.ts';
import { splitMessages } from './split.ts';

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
export function inlineAnswerer(context: BotContext): (query: InlineQuery, admitted: boolean) => Promise<void> {
  const newest = new LRUCache<number, string>({ max: 5_000 });
  return async (query, admitted) => {
    newest.set(query.from.id, query.id);
    const isNewest = (): boolean => newest.get(query.from.id) === query.id;
    // Whatever came together with this is read first: it may be newer.
    await otherEvents();
    if (!isNewest()) return;
    try {
      const page = admitted ? await pageFor(query, context) : NOTHING;
      if (!isNewest()) return;
      await context.sender.call('answerInlineQuery', answerWith(page, query, context));
    } catch (fault) {
      context.logger.warn('An inline query was not answered.', fault);
    }
  };
}

/** What one query brings up, and the offset of what comes behind it; empty where that is nothing. */
interface Page {
  readonly results: readonly InlineQueryResult[];
  readonly next: string;
}

const NOTHING: Page = { results: [], next: '' };

function answerWith({ results, next }: Page, { id, offset, from }: InlineQuery, context: BotContext) {
  const words = catalogue(context.langOf({ user: from.id, tag: from.language_code }));
  return {
    inline_query_id: id,
    results,
    is_personal: true,
    cache_time: CACHE,
    next_offset: next,
    ...(results.length === 0 &&
      startOf(offset) === 0 && { button: { text: words.chat.buttons.howTo, start_parameter: 'help' } }),
  };
}

const startOf = (offset: string): number => (/^\d{1,3}$/.test(offset) ? Number(offset) : 0);

async function pageFor({ query, offset, from }: InlineQuery, context: BotContext): Promise<Page> {
  const text = query.trim();
  if (text === '') return NOTHING;
  const start = startOf(offset);
  const lang = context.preferences.langOf(String(from.id));
  // One more than a page shows whether there is another.
  const limit = Math.min(start + PAGE + 1, MOST_POINTS);
  const answer = await context.ask({ text, as: 'answer', lang, limit });
  // Where nothing answers, what is nearest can still be shared, as articles.
  if (answer.kind === 'not-found' && start === 0) return { results: nearestTo(answer, context), next: '' };
  if (answer.kind !== 'answered') return NOTHING;
  // Points are counted, of which one that is too long to be a message is no result.
  const end = start + PAGE;
  return {
    results: answer.points.slice(start, end).flatMap((point) => resultOf(point, answer)),
    next: answer.points.length > end ? String(end) : '',
  };
}

// The articles that are nearest, each as a message that says that it is no answer.
function nearestTo({ question, nearest, lang }: NotFound, { articleBy }: BotContext): InlineQueryResult[] {
  const words = catalogue(lang);
  return nearest.map((headline) => {
    const key = articleKey(headline.articleId);
    const { url = null, digest = false } = articleBy(key) ?? {};
    const [outlet, date, title] = describe({ ...headline, digest }, words);
    const message = [
      line({ text: words.chat.asked(visibleLine(question)), style: 'italic' }),
      line(words.notFound),
      apart(line(words.nearest)),
      line(...sourceOf({ ...headline, url, digest }, words)),
    ];
    const { text: message_text, ...format } = formatted(markUp(message.map(visible)));
    return {
      type: 'article',
      id: writePress({ kind: 'article', article: key, from: 0 }),
      title: caption(title, TITLE),
      description: caption([outlet, date].join(' · '), DESCRIPTION),
      input_message_content: { message_text, ...format },
    };
  });
}

// A quotation as a message that stands for itself: with the question above it and the source below.
function resultOf(point: Point, { question, citations, lang }: Answered): InlineQueryResult[] {
  const citation = citations.find(({ number }) => number === point.citation);
  if (citation === undefined) return [];
  const words = catalogue(lang);
  const own: Citation = { ...citation, number: 1 };
  const [message, ...tooLong] = splitMessages([
    line({ text: words.chat.asked(visibleLine(question)), style: 'italic' }),
    ...quotation(quotationMaker([own], words)({ ...point, citation: 1 }, 'point'), '', words),
    apart(line('[1] ', ...sourceOf(own, words))),
  ]);
  if (message === undefined || tooLong.length > 0) return [];
  const outlet = citation.outlet ?? words.unknownOutlet;
  const { text: message_text, ...format } = formatted(markUp(message));
  return [
    {
      type: 'article',
      // The same quote is the same result, on whatever page.
      id: writePress({ kind: 'passage', place: quotePlace(citation.articleId, point) }),
      title: caption(
        [citation.digest ? words.digestOf(outlet) : outlet, citation.date ?? words.undated].join(' · '),
        TITLE,
      ),
      description: caption(point.quote, DESCRIPTION),
      input_message_content: { message_text, ...format },
    },
  ];
}
