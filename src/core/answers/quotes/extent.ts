import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { anyOf, langTable, formsOf } from '../../text/lang-data.ts';
import type { Excerpt } from '../../model/answer.ts';
import { foldScript } from '../../text/script.ts';
import { splitSentences } from '../../text/sentences.ts';

/** A quote with what belongs to it. */
export interface Extent extends Span {
  /** Other stretches without which it is not the whole answer, in the order of the article: a table's header, the headings of a list. */
  readonly beside: readonly Span[];
}

// A longer list is cut at the end of an item; in UTF-16 units.
const LONGEST_LIST = 700;
// Headings that a lead-in announces, at the most.
const MOST_HEADINGS = 10;

/**
 * Widens a quote to what it is part of: a lead-in through its list, and, where a list is wanted, an item to its whole list. To a row
 * of a table belongs its header; to a lead-in before headings, the headings.
 */
export function extentOf(article: Article, quote: Span, wantsList: boolean): Extent {
  const { blocks } = article;
  const at = blocks.findLastIndex(({ start }) => start < quote.end);
  const block = blocks[at];
  if (block === undefined) return { ...quote, beside: [] };
  if (block.part === 'row') return { ...quote, beside: headerOf(article, block) };
  if (block.part === 'item') return wantsList ? wholeList(article, at, quote) : { ...quote, beside: [] };
  if (!LEAD_IN.test(article.text.slice(quote.start, quote.end)) || quote.end < block.end)
    return { ...quote, beside: [] };
  const next = blocks[at + 1];
  if (next?.kind === 'heading') return { ...quote, beside: headingsFrom(blocks, at + 1) };
  return { start: quote.start, end: endOfList(article, at, quote.start) ?? quote.end, beside: [] };
}

const LEAD_IN = /[:：]\s*$/;

const headerOf = ({ blocks }: Article, { leads = [] }: Block): Span[] =>
  blocks.filter(({ part, start }) => part === 'header' && leads.some((lead) => lead.start === start));

function headingsFrom(blocks: readonly Block[], at: number): Span[] {
  return blocks
    .slice(at)
    .filter(({ kind }) => kind === 'heading')
    .slice(0, MOST_HEADINGS);
}

// From the lead-in of an item, where it stands right before the list, to the list's last item.
function wholeList(article: Article, at: number, quote: Span): Extent {
  const { blocks, text } = article;
  const item = blocks[at];
  const lead = item?.leads?.at(-1);
  const isOfList = (block: Block | undefined): boolean =>
    block?.part === 'item' && block.leads?.at(-1)?.start === lead?.start;
  let first = at;
  while (isOfList(blocks[first - 1])) first--;
  const firstStart = blocks[first]?.start ?? quote.start;
  const isNext = lead !== undefined && text.slice(lead.end, firstStart).trim() === '';
  const start = isNext ? lead.start : firstStart;
  if (quote.end - start > LONGEST_LIST) return { ...quote, beside: [] };
  let end = quote.end;
  for (let next = at + 1; isOfList(blocks[next]); next++) {
    const last = blocks[next]?.end ?? end;
    if (last - start > LONGEST_LIST) break;
    end = last;
  }
  return { start, end, beside: [] };
}

// A line that is marked as an item, or too short and unended to be a sentence.
const NUMERALS = anyOf(langTable('zh/numerals').keys());
const MARKED = new RegExp(
  String.raw`^\s*(?:[-–—•·*▪●○◆■]|[（(]?\d{1,2}[.)、．:：）]|[（(]?(?:${NUMERALS}){1,3}[、.)）]|[a-z][.)])`,
  'u',
);
const ENDED = /[。！？.!?」”]\s*$/u;
const SHORT = 60; // UTF-16 units
const LONGEST_FOLLOWING = 200; // UTF-16 units

const isItem = (block: Block, text: string): boolean => {
  const words = text.slice(block.start, block.end);
  return block.part === 'item' || MARKED.test(words) || (words.length <= SHORT && !ENDED.test(words));
};

// Where a lead-in's list ends: its items, or else the one paragraph that it announces. Null where nothing follows.
function endOfList({ blocks, text }: Article, at: number, start: number): number | null {
  let end: number | null = null;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'paragraph' || block.end - start > LONGEST_LIST || !isItem(block, text)) break;
    end = block.end;
  }
  const next = blocks[at + 1];
  if (end !== null || next?.kind !== 'paragraph' || next.end - next.start > LONGEST_FOLLOWING) return end;
  return next.end;
}

const wordsOf = (lang: string, role: string): string[] => formsOf(langTable(`${lang}/leaning`), role);

const CHINESE = anyOf([...wordsOf('zh', 'leans'), ...wordsOf('yue', 'leans')]);
const LEANS = new RegExp(
  `^["“「『]?(?!${anyOf(wordsOf('zh', 'stands'))})(?:${CHINESE}|(?:${anyOf(wordsOf('en', 'leans'))})\\b)`,
);

/**
 * Whether words, in any script, lean on what was said before them: they begin with a pronoun or a conjunction.
 *
 * @internal Exported for its tests.
 */
export const leans = (text: string): boolean => LEANS.test(foldScript(text));

// Of a run of sentences that each lean on the one before, so many are shown.
const MOST_BEFORE = 2;

/** The slice right before a quote that it leans on; of a list's item, the lead-in. Null where the quote stands by itself. */
export function sliceBefore(article: Article, { start, end }: Span): Excerpt | null {
  const { blocks, text } = article;
  const at = blocks.findLastIndex((block) => block.start <= start);
  const block = blocks[at];
  if (block === undefined) return null;
  if (block.part === 'item') return excerpt(text, block.leads?.at(-1) ?? null);
  if (block.part !== undefined || !leans(text.slice(start, end))) return null;
  const inBlock = splitSentences(text, block.start, start);
  return excerpt(text, lastOf(text, inBlock.length > 0 ? inBlock : sentencesBefore(blocks, at, text)));
}

// Those of the paragraph above; a heading ends what came before it.
function sentencesBefore(blocks: readonly Block[], at: number, text: string): Span[] {
  const above = blocks[at - 1];
  return above?.kind === 'paragraph' ? splitSentences(text, above.start, above.end) : [];
}

function lastOf(text: string, sentences: readonly Span[]): Span | null {
  const last = sentences.at(-1);
  if (last === undefined) return null;
  let { start } = last;
  for (const sentence of sentences.slice(-MOST_BEFORE, -1).reverse()) {
    if (!leans(text.slice(start, last.end))) break;
    ({ start } = sentence);
  }
  return { start, end: last.end };
}

const excerpt = (text: string, span: Span | null): Excerpt | null =>
  span === null ? null : { quote: text.slice(span.start, span.end), start: span.start, end: span.end };
