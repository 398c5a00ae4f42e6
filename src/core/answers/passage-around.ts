import type { Article, Block } from '../model/article.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../model/span.ts';

/** UTF-16 units: some three paragraphs of news, which a small screen still shows whole. */
const USUAL_LIMIT = 900;

/** What may stand around a quote; captions, credits and footers are no part of what is told. */
const TELLING: ReadonlySet<Block['kind']> = new Set(['paragraph', 'heading']);

/**
 * The stretch of `article.text` around a quote, in UTF-16 units: whole paragraphs, as many as fit into `limit`, the ones nearest to the
 * quote first; whole sentences where already the quote's own paragraph is longer. It always holds the whole quote. Null where the
 * offsets are none of the article's.
 */
export function passageAround(article: Article, quote: Span, limit: number = USUAL_LIMIT): Span | null {
  const { blocks, text } = article;
  if (!(quote.start >= 0 && quote.start < quote.end && quote.end <= text.length)) return null;
  const touching = blocks.flatMap((block, at) => (block.start < quote.end && block.end > quote.start ? [at] : []));
  const [first, last] = [touching[0], touching.at(-1)];
  if (first === undefined || last === undefined) return quote;
  const own = joined(blocks[first], blocks[last], quote);
  if (own.end - own.start > limit) return widen(splitSentences(text, own.start, own.end), quote, limit);
  const from = blocks.slice(0, first).findLastIndex(({ kind }) => !TELLING.has(kind)) + 1;
  const until = blocks.findIndex(({ kind }, at) => at > last && !TELLING.has(kind));
  return widen(blocks.slice(from, until === -1 ? blocks.length : until), own, limit);
}

const joined = (first: Span | undefined, last: Span | undefined, quote: Span): Span => ({
  start: Math.min(first?.start ?? quote.start, quote.start),
  end: Math.max(last?.end ?? quote.end, quote.end),
});

// Takes the next part behind and the one before by turns, as long as they fit.
function widen(parts: readonly Span[], around: Span, limit: number): Span {
  const inside = parts.filter((part) => part.start < around.end && part.end > around.start);
  let { start, end } = joined(inside[0], inside.at(-1), around);
  const before = parts.filter((part) => part.end <= start);
  const behind = parts.filter((part) => part.start >= end).reverse();
  for (;;) {
    const next = behind.at(-1);
    const withNext = next !== undefined && next.end - start <= limit;
    if (withNext) end = behind.pop()?.end ?? end;
    const previous = before.at(-1);
    const withPrevious = previous !== undefined && end - previous.start <= limit;
    if (withPrevious) start = before.pop()?.start ?? start;
    if (!withNext && !withPrevious) return { start, end };
  }
}
