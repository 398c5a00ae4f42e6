import type { Citation, Headline, Point } from '../model/answer.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { AnswerType } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { asksForQuantity, expectedSpans } from '../question/wanted.ts';
import { blockAt } from '../reading/features/read-passages.ts';
import { clausesOf } from '../reading/features/sentence-view.ts';
import { matchAct, isTold } from '../reading/act-match.ts';
import { type RankedSentence, isBySpeaker } from '../reading/ranking.ts';
import type { WeightedQuestion } from '../reading/weigh-question.ts';
import { anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { numbersIn } from '../text/numbers.ts';
import { foldScript } from '../text/script.ts';
import {
  type Quote,
  type QuoteSpan,
  extentOf,
  overlaps,
  quoteKey,
  quoteOfSpan,
  attributionOf,
  sectionOf,
  selectSpans,
  sliceBefore,
  wordsOf,
} from './quotes/quote.ts';
import { confirms, repeats } from './quotes/same-fact.ts';
import { topicsOf } from './topics.ts';

/** Numbers the articles of an answer, in order of first use. */
export interface Citations {
  /** The number of an article; a new one where it was not cited before. */
  cite(article: Article): number;
  all(): readonly Citation[];
}

export function createCitations(): Citations {
  const citations: Citation[] = [];
  return {
    cite(article) {
      const known = citations.find((one) => one.articleId === article.id);
      if (known !== undefined) return known.number;
      const number = citations.length + 1;
      citations.push(citationOf(article, number));
      return number;
    },
    all: () => citations,
  };
}

const citationOf = (article: Article, number: number): Citation => ({
  number,
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  author: article.author,
  date: article.date,
  url: article.url,
  digest: article.digest,
  ...(article.kind !== undefined && { kind: article.kind }),
});

/** Articles without those of which a copy, another outlet's print of the same text, came before. */
export function withoutCopies(articles: readonly Article[]): readonly Article[] {
  const shown = new Set<ArticleId>();
  return articles.filter(({ id, copies = [] }) => {
    if (copies.some((copy) => shown.has(copy))) return false;
    shown.add(id);
    return true;
  });
}

export const headlineOf = (article: Article): Headline => ({
  articleId: article.id,
  title: article.title,
  outlet: article.outlet,
  date: article.date,
  ...(article.digest && { digest: true }),
  ...(article.kind !== undefined && { kind: article.kind }),
});

interface CitingOptions {
  readonly limit: number;
  readonly names: Gazetteer;
  /** What was quoted before and is not quoted again, as `quoteKey` has it. */
  readonly exclude: ReadonlySet<string>;
}

/** Picks what to quote, best first, at most `limit` quotes with what belongs to them, and cites it. */
export function citePoints(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, names, exclude }: CitingOptions,
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } {
  const isMore = exclude.size > 0;
  const quotes = selectQuotes(question, ranked, { limit: limit + exclude.size, all: isMore, names });
  // What belongs to a quote comes beside the limit, but for more of the same.
  return citeQuotes(question.parsed, quotes, { limit: isMore ? limit : quotes.length, names, exclude });
}

/** Cites quotes that were chosen already, in their order, at most `limit`. */
export function citeQuotes(
  question: ParsedQuestion,
  quotes: readonly Quote[],
  { limit, names, exclude }: CitingOptions,
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } {
  const citations = createCitations();
  const fresh = quotes.filter((quote) => !exclude.has(quoteKey(quote.article.id, quote))).slice(0, limit);
  const points = pointsOf(question, fresh, { citations, names });
  return { points, citations: citations.all() };
}

/** Cites quotes, each with its speaker, what it leans on, and the first of those before it that reports the same. */
export function pointsOf(
  question: ParsedQuestion,
  quotes: readonly Quote[],
  { citations, names }: { readonly citations: Citations; readonly names: Gazetteer },
): Point[] {
  return quotes.map((quote, i): Point => {
    const { article, start, end } = quote;
    const sameAs = quotes.findIndex((other, k) => k < i && confirms(question, other, quote));
    return {
      quote: wordsOf(quote),
      citation: citations.cite(article),
      start,
      end,
      ...attributionOf(article, quote, names),
      sameAs: sameAs < 0 ? null : sameAs,
      section: sectionOf(article, quote),
      before: sliceBefore(article, quote),
      part: 0,
    };
  });
}

const openWords = (part: string, ...langs: readonly string[]): string =>
  anyOf(langs.flatMap((lang) => formsOf(langTable(`${lang}/open-questions`), part)));
const chinese = (part: string): string => openWords(part, 'zh', 'yue');

const OPEN = new RegExp(
  `(?:${chinese('verb')})(?:${chinese('aspect')})*(?:${chinese('what')})|` +
    String.raw`\bwhat (?:${openWords('auxiliary', 'en')})\b.*\b(?:${openWords('verb', 'en')})`,
);

/**
 * Whether a folded question has as many answers as there were subjects: 「談了什麼」.
 * @internal Exported for its tests.
 */
export const isOpenQuestion = (folded: string): boolean => OPEN.test(folded);

const NOW = new RegExp(`${anyOf(['zh/now', 'yue/now'].flatMap(langWords))}|\\b(?:${anyOf(langWords('en/now'))})\\b`);

/**
 * Whether a folded question asks how things stand by the latest report.
 *
 * @internal Exported for its tests.
 */
export const asksForLatest = (folded: string): boolean => NOW.test(folded);

// Whatever holds so much of what the best one holds, and is so probable beside it, answers as well as it does.
const AS_WELL = 0.7;
const AS_PROBABLE = 0.02;

const hasFigure = (quote: Quote): boolean => numbersIn(foldScript(wordsOf(quote))).length > 0;

/** Where a question asks how things stand now, the newest of those quotes that answer it about as well comes first. */
function latestFirst(question: WeightedQuestion, quotes: readonly Quote[]): readonly Quote[] {
  const [best] = quotes;
  if (best === undefined || !asksForLatest(question.parsed.folded)) return quotes;
  const weigh = (quote: Quote): number => heldShare(question, quote);
  // A figure of the same is another state of it, however it is put.
  const isFigure = asksForQuantity(question.parsed.wants);
  const answers = (quote: Quote): boolean =>
    isFigure && hasFigure(quote)
      ? weigh(quote) >= weigh(best)
      : weigh(quote) >= AS_WELL * weigh(best) && quote.probability >= AS_PROBABLE * best.probability;
  const newest = quotes
    .filter(answers)
    .toSorted((a, b) => (b.article.date ?? '').localeCompare(a.article.date ?? ''))
    .at(0);
  return newest === undefined ? quotes : [newest, ...quotes.filter((quote) => quote !== newest)];
}

// These were chosen on the development splits and the development half of our own questions (tests/fixtures/questions).
// Quotes are added until what is quoted is this probable to hold the answer: one where it is plain, three where it is not.
const ENOUGH = 0.996;
// A further quote holds this much of the question's weight, beside what the first one holds.
const BESIDE_THE_BEST = 0.25;
// From this probability on the first quote is taken for an answer, beside which what has no figure or day where one
// is wanted, or what is on other subjects, adds nothing.
const PLAIN = 0.5;
// So many quotes are shown unless more are asked for.
const USUAL = 3;
// Nothing is quoted that is so much less probable than the best quote.
const BESIDE_THE_FIRST = 0.001;

interface SelectOptions {
  readonly limit: number;
  readonly names: Gazetteer;
  /** Whether all that there is is wanted, and not only until the answer is plain. */
  readonly all: boolean;
}

/** Chooses what to quote, best first, at most `limit` quotes; what belongs to a quote comes behind it, beside the limit. */
export function selectQuotes(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  { limit, names, all }: SelectOptions,
): Quote[] {
  const { parsed } = question;
  // Who demands, denies or promises has mostly more than one thing to.
  const isAll = all || isOpenQuestion(parsed.folded) || question.act !== null;
  const { act } = question;
  const areTold = tellsOfAct(question, ranked, names);
  // What contradicts the question answers nothing; nor, beside the act that is asked for, does what tells of none.
  const answering = ranked.filter(
    ({ isContrary, sentence }) => !isContrary && (!areTold || act === null || isTold(matchAct(act, sentence, names))),
  );
  const candidates = latestFirst(question, selectSpans(answering, limit * 3, names).map(quoteOf));
  const chosen: Quote[] = [];
  const beside: Quote[] = [];
  let quoted = 0;
  for (const candidate of candidates) {
    if (chosen.length >= limit || (!isAll && quoted >= ENOUGH)) break;
    if (chosen[0] !== undefined && candidate.probability < BESIDE_THE_FIRST * chosen[0].probability) break;
    // A figure that a second report confirms needs no third, unless more are asked for.
    const isFigure = !isAll && limit <= USUAL && asksForQuantity(parsed.wants);
    if (isFigure && chosen[1] !== undefined && confirms(parsed, chosen[0] as Quote, chosen[1])) break;
    const [quote, ...more] = withExtent(candidate, parsed.frame.many || parsed.frame.wanted === 'items');
    if (quote === undefined || [...chosen, ...beside].some((shown) => overlaps(quote, shown))) continue;
    if (chosen.some((shown) => repeats(quote, shown, all ? null : names))) continue;
    if (!adds(question, quote, { chosen, names, areTold })) continue;
    chosen.push(quote);
    beside.push(...more.filter((one) => ![...chosen, ...beside].some((shown) => overlaps(one, shown))));
    quoted += quote.probability;
  }
  return withBeside(chosen, beside);
}

// Whether the best sentence tells of the act that is asked for.
function tellsOfAct({ act }: WeightedQuestion, ranked: readonly RankedSentence[], names: Gazetteer): boolean {
  const best = ranked.find((one) => !one.isContrary);
  return act !== null && best !== undefined && isTold(matchAct(act, best.sentence, names));
}

const quoteOf = (span: QuoteSpan): Quote => {
  const first = span.evidence.sentences[span.first];
  return quoteOfSpan(span, first !== undefined && isBySpeaker(first));
};

function withExtent(quote: Quote, wantsList: boolean): Quote[] {
  const { start, end, beside } = extentOf(quote.article, quote, wantsList);
  return [{ ...quote, start, end }, ...beside.map((span): Quote => partOf(quote, span))];
}

// What belongs to a quote follows the last quote of its article.
function withBeside(chosen: readonly Quote[], beside: readonly Quote[]): Quote[] {
  return chosen.flatMap((quote, at) => {
    const isLast = chosen.findLastIndex(({ article }) => article.id === quote.article.id) === at;
    return isLast ? [quote, ...beside.filter(({ article }) => article.id === quote.article.id)] : [quote];
  });
}

/** What a further quote is judged beside. */
interface Beside {
  readonly chosen: readonly Quote[];
  readonly names: Gazetteer;
  /** Whether each of them tells of the act that is asked for. */
  readonly areTold: boolean;
}

// Whether a further quote bears on the question: it is theirs whose words are asked for, holds what the first one holds, and something of
// the kind that is wanted where the first one does.
function adds(question: WeightedQuestion, quote: Quote, { chosen, names, areTold }: Beside): boolean {
  const [first] = chosen;
  if (first === undefined || areTold) return true;
  const { parsed } = question;
  if (parsed.wants === 'statement' && first.isBySpeaker && !quote.isBySpeaker) return false;
  if (confirms(parsed, first, quote)) return true;
  if (standsElsewhere(question, first, quote)) return false;
  if (first.probability >= PLAIN && isBesideThePoint(question, first, quote)) return false;
  if (asksForQuantity(parsed.wants) && isBound(question, first, names))
    return isBound(question, quote, names) && isOnTheSame(question, first, quote);
  if (heldShare(question, quote) < BESIDE_THE_BEST * heldShare(question, first)) return false;
  const hasForm = asksForQuantity(parsed.wants) || parsed.wants === 'time';
  return first.probability < PLAIN || !hasForm || !hasWanted(parsed, first, names) || hasWanted(parsed, quote, names);
}

// Whether a figure stands in one clause with a word of what is asked about, who is in it aside: 「會談歷時六小時」, of which the names may stand
// elsewhere in the report; not 「水閘關閉三年」.
function isBound({ parsed, matcher }: WeightedQuestion, quote: Quote, names: Gazetteer): boolean {
  const original = wordsOf(quote);
  const folded = foldScript(original);
  const spans = expectedSpans(parsed, folded, { names, original });
  return clausesOf(folded).some(({ start, end }) => {
    if (!spans.some((span) => span.start >= start && span.end <= end)) return false;
    const held = matcher.matches(original.slice(start, end)).map(({ term }) => parsed.terms[term]);
    return held.some((term) => term !== undefined && (term.name === null || term.name.kind === 'word'));
  });
}

// A further quote's article has so much of the question, beside the first quote: another report has words of its own. Chosen on two
// questions of which a later report gives another figure, and not measured by itself.
const AS_MUCH = 0.4;

function isOnTheSame(question: WeightedQuestion, first: Quote, quote: Quote): boolean {
  const { title, text } = quote.article;
  const held = Uint8Array.from(question.weights, () => 0);
  for (const { term } of question.matcher.matches(`${title}\n${text}`)) held[term] = 1;
  return heldShare(question, { ...quote, held }) > AS_MUCH * heldShare(question, first);
}

// Whether neither a further quote nor its paragraph has any of the subjects that the first one has by their names: what somebody says of
// Burma adds nothing to what they say of Taiwan.
function isOffTopic({ parsed, matcher }: WeightedQuestion, first: Quote, quote: Quote): boolean {
  if (parsed.wants !== 'statement') return false;
  const isName = (t: number): boolean => parsed.terms[t]?.name != null && parsed.terms[t].name.kind !== 'word';
  const isHeldByFirst = (t: number): boolean => first.held[t] === 1;
  const others = [parsed.frame.speaker, parsed.frame.addressee];
  const topics = topicsOf(parsed, others).filter(({ isSetting }) => !isSetting);
  const named = topics.flatMap(({ terms }) => terms.filter((t) => isName(t) && isHeldByFirst(t)));
  const { start, end } = blockAt(quote.article, quote.start) ?? quote;
  const held = matcher.matches(quote.article.text.slice(start, end));
  return named.length > 0 && !held.some(({ term }) => named.includes(term));
}

// What happens, where its day or its place is asked for: a further quote has a word of it, and whom it happens to.
function isOfOther(parsed: ParsedQuestion, first: Quote, quote: Quote): boolean {
  const ofKind = (test: (kind: string | undefined) => boolean): number[] =>
    parsed.terms.flatMap(({ name }, t) => (first.held[t] === 1 && test(name?.kind) ? [t] : []));
  const lacks = (terms: readonly number[]): boolean => terms.length > 0 && !terms.some((t) => quote.held[t] === 1);
  return lacks(ofKind((kind) => kind === 'person')) || lacks(ofKind((kind) => kind === undefined || kind === 'word'));
}

// Of a day alone ("what happened on 22 October") a quote of another day adds nothing.
function isOfOtherDay({ terms }: ParsedQuestion, first: Quote, quote: Quote): boolean {
  const held = terms.flatMap((term, t) => (first.held[t] === 1 ? [{ term, t }] : []));
  const isDay = held.length > 1 && held.every(({ term }) => term.number !== null);
  return isDay && held.some(({ t }) => quote.held[t] !== 1);
}

const isBesideThePoint = (question: WeightedQuestion, first: Quote, quote: Quote): boolean =>
  isOffTopic(question, first, quote) ||
  isOfOtherDay(question.parsed, first, quote) ||
  (OF_ONE_EVENT.has(question.parsed.wants) && isOfOther(question.parsed, first, quote));

const OF_ONE_EVENT: ReadonlySet<AnswerType | null> = new Set<AnswerType | null>(['time', 'place']);

// Whether a quote of the same article stands under another heading than the one that is asked about, or in another row.
function standsElsewhere({ matcher, parsed }: WeightedQuestion, first: Quote, quote: Quote): boolean {
  if (first.article.id !== quote.article.id || parsed.frame.many) return false;
  const isRow = [first, quote].every(({ article, start }) => blockAt(article, start)?.part === 'row');
  if (isRow) return first.held.some((is, t) => is === 1 && quote.held[t] !== 1);
  const heading = sectionOf(first.article, first);
  if (heading === null || heading === sectionOf(quote.article, quote)) return false;
  return matcher.matches(heading).some(({ term }) => quote.held[term] !== 1);
}

function hasWanted(parsed: WeightedQuestion['parsed'], quote: Quote, names: Gazetteer): boolean {
  const original = wordsOf(quote);
  return expectedSpans(parsed, foldScript(original), { names, original }).length > 0;
}

const heldShare = ({ weights }: WeightedQuestion, { held }: Quote): number =>
  weights.reduce((sum, weight, t) => (held[t] === 1 ? sum + weight : sum), 0);

// What belongs to a quote is shown for its sake: by itself it holds nothing of the question.
const partOf = (quote: Quote, { start, end }: Span): Quote => ({ ...quote, start, end, held: new Uint8Array() });
