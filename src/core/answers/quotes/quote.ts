import { foldScript, isChinese } from '../../text/script.ts';
import type { Excerpt, Point } from '../../model/answer.ts';
import type { Article, ArticleId, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { headingsAt } from '../../reading/features/read-passages.ts';
import type { PassageView, SentenceView } from '../../reading/features/sentence-view.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { bySentence, isSame } from '../../statements/statements-of.ts';
import { anyOf, formsOf, langTable } from '../../text/lang-data.ts';
import { splitSentences } from '../../text/sentences.ts';

/** A stretch of an article that may be quoted; offsets in UTF-16 units of its text. */
export interface Quote extends Span {
  readonly article: Article;
  /** Of holding the answer. */
  readonly probability: number;
  /** Which of the question's terms it holds: 1 where it does. */
  readonly held: Uint8Array;
  /** Whether the one who is asked about says it. */
  readonly isBySpeaker: boolean;
}

/** The words of a quote. */
export const wordsOf = ({ article, start, end }: Quote): string => article.text.slice(start, end);

/** A run of ranked sentences as a quote. */
export function quoteOfSpan({ evidence, first, last, probability }: QuoteSpan, isBySpeaker: boolean): Quote {
  const sentences = evidence.sentences.slice(first, last + 1);
  const terms = sentences[0]?.held.length ?? 0;
  return {
    article: evidence.passage.article,
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    probability,
    held: Uint8Array.from({ length: terms }, (_, t) => (sentences.some(({ held }) => held[t] === 1) ? 1 : 0)),
    isBySpeaker,
  };
}

/** Whether two quotes have a word of one article in common. */
export const overlaps = (a: Quote, b: Quote): boolean =>
  a.article.id === b.article.id && a.start < b.end && b.start < a.end;

/** Adjacent sentences of one passage that are quoted together. */
export interface QuoteSpan {
  readonly evidence: PassageView;
  readonly first: number;
  readonly last: number;
  readonly probability: number;
}

// A neighbour that is nearly as probable as the sentence itself is quoted with it: the answer often goes over a sentence's
// end, and two short quotes from one place read worse than one. Measured on DRCD and CMRC: hit@1 rises by 2 to 3 points,
// the median quote by 5 characters.
// On XQuAD in English, whose sentences are shorter beside their paragraphs, 0.08 adds 1.6 points more, and 15 characters.
const NEIGHBOUR = { zh: 0.15, other: 0.08 };
// In UTF-16 units: what takes so many Chinese characters takes three to four times as many Latin letters.
const LONGEST_RUN = { zh: 160, other: 600 };

// A paragraph's end is the end of a thought: nothing is quoted across one.
function sameParagraph({ passage, sentences }: PassageView, first: number, last: number): boolean {
  return !passage.article.text.slice(sentences[first]?.end, sentences[last]?.start).includes('\n');
}

// Whether two sentences may stand in one quote: what two people who are both named say is two quotes, each with who says it.
function sameSpeaker(
  { passage: { article } }: PassageView,
  sentences: readonly [Span, Span],
  names: Gazetteer,
): boolean {
  const [one, other] = sentences.map(({ start, end }) => {
    const said = bySentence(article, names, { start, end }).find((each) => each.start < end && each.end > start);
    const speaker = said?.speaker ?? null;
    if (speaker === null || speaker.mention === null) return null;
    const words = article.text.slice(speaker.mention.start, speaker.mention.end);
    return words.includes(speaker.name) || speaker.name.startsWith(words) ? speaker.name : null;
  });
  return one == null || other == null || one === other;
}

/** The runs to quote, most probable first, at most `limit`; none overlaps another, or has the words of two speakers. */
export function selectSpans(ranked: readonly RankedSentence[], limit: number, names: Gazetteer): QuoteSpan[] {
  const probability = new Map<SentenceView, number>(ranked.map((one) => [one.sentence, one.probability]));
  const taken = new Set<SentenceView>();
  const runs: QuoteSpan[] = [];
  for (const start of ranked) {
    if (runs.length >= limit) break;
    if (taken.has(start.sentence)) continue;
    const { passage, position: own } = start.sentence;
    const { sentences } = passage;
    const lang = isChinese(passage.passage.article) ? 'zh' : 'other';
    const [least, longest] = [NEIGHBOUR[lang] * start.probability, LONGEST_RUN[lang]];
    const free = (position: number): number => {
      const sentence = sentences[position];
      if (sentence === undefined || taken.has(sentence)) return 0;
      const [from, to] = [Math.min(position, own), Math.max(position, own)];
      const share = probability.get(sentence) ?? 0;
      if (share < least || !sameParagraph(passage, from, to)) return 0;
      return sameSpeaker(passage, [sentence, start.sentence], names) ? share : 0;
    };
    let [first, last] = [own, own];
    let sum = start.probability;
    for (;;) {
      const [before, behind] = [free(first - 1), free(last + 1)];
      const gain = Math.max(before, behind);
      const nextFirst = before > behind ? first - 1 : first;
      const nextLast = before > behind ? last : last + 1;
      const length = (sentences[nextLast]?.end ?? Infinity) - (sentences[nextFirst]?.start ?? 0);
      if (gain < least || length > longest) break;
      sum += gain;
      first = nextFirst;
      last = nextLast;
    }
    for (let position = first; position <= last; position++) {
      const sentence = sentences[position];
      if (sentence !== undefined) taken.add(sentence);
    }
    runs.push({ evidence: passage, first, last, probability: sum });
  }
  return runs;
}

// Who says a stretch of an article, and how.
type Attribution = Pick<Point, 'speaker' | 'reportedBy' | 'mode'>;

const NOBODY: Attribution = { speaker: null, reportedBy: null, mode: null };

/** The one who says all of a stretch; nobody where nobody is said to, or more than one. */
export function attributionOf(article: Article, { start, end }: Span, names: Gazetteer): Attribution {
  const statements = bySentence(article, names, { start, end }).filter((one) => one.start < end && one.end > start);
  const [first] = statements;
  if (first === undefined || first.speaker === null) return NOBODY;
  if (!statements.every(({ speaker }) => isSame(speaker, first.speaker))) return NOBODY;
  const { reportedBy } = first;
  const sameReporter = statements.every((one) => one.reportedBy === reportedBy || isSame(one.reportedBy, reportedBy));
  return {
    speaker: first.speaker.name,
    reportedBy: reportedBy !== null && sameReporter ? reportedBy.name : null,
    // Of two sentences, one of them indirect, the quote is not all somebody's own words.
    mode: statements.every(({ mode }) => mode === 'direct') ? 'direct' : 'indirect',
  };
}

/** The heading that a stretch of an article stands under, behind the one that holds it; null where there is none. */
export function sectionOf(article: Article, { start }: Pick<Span, 'start'>): string | null {
  const headings = headingsAt(article, start);
  return headings.length === 0 ? null : headings.map((one) => article.text.slice(one.start, one.end)).join(' › ');
}

/** Names a quote; offsets in UTF-16 units of the article's text. */
export const quoteKey = (article: ArticleId, { start, end }: Span): string => `${article}:${start}:${end}`;

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

const openersOf = (lang: string, role: string): string[] => formsOf(langTable(`${lang}/context-openers`), role);

const CHINESE = anyOf([...openersOf('zh', 'dependent'), ...openersOf('yue', 'dependent')]);
const DEPENDENT = new RegExp(
  `^["“「『]?(?!${anyOf(openersOf('zh', 'independent'))})(?:${CHINESE}|(?:${anyOf(openersOf('en', 'dependent'))})\\b)`,
);

/**
 * Whether words, in any script, need their context to be understood: they begin with a pronoun or a conjunction.
 *
 * @internal Exported for its tests.
 */
export const needsContext = (text: string): boolean => DEPENDENT.test(foldScript(text));

// Of a run of sentences that each need the one before, so many are shown.
const MOST_BEFORE = 2;

/** The slice right before a quote that needs it; of a list's item, the lead-in. Null where the quote stands by itself. */
export function sliceBefore(article: Article, { start, end }: Span): Excerpt | null {
  const { blocks, text } = article;
  const at = blocks.findLastIndex((block) => block.start <= start);
  const block = blocks[at];
  if (block === undefined) return null;
  if (block.part === 'item') return excerpt(text, block.leads?.at(-1) ?? null);
  if (block.part !== undefined || !needsContext(text.slice(start, end))) return null;
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
    if (!needsContext(text.slice(start, last.end))) break;
    ({ start } = sentence);
  }
  return { start, end: last.end };
}

const excerpt = (text: string, span: Span | null): Excerpt | null =>
  span === null ? null : { quote: text.slice(span.start, span.end), start: span.start, end: span.end };
