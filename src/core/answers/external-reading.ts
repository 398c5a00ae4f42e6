import type { Polarity, ReaderUsage, Slot } from '../model/answer.ts';
import { ANSWER_THRESHOLD, type Found } from '../reading/find.ts';
import { isBySpeaker, type RankedSentence } from '../reading/ranking.ts';
import {
  isChoice,
  usageOfBoth,
  type ExternalReader,
  type ReaderCandidate,
  type ReaderChoice,
} from '../reading/reader.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import { findByTerms } from './external-terms.ts';
import type { QueryContext, ReaderContext } from './query-context.ts';
import { quoteOfSpan, attributionOf, sectionOf, selectSpans, type Quote, type QuoteSpan } from './quotes/quote.ts';

/** What was found, as an external reader has it where one was asked. */
export interface ReadFound extends Found {
  /** Null where the built-in ranking stands. */
  readonly choice: ExternalChoice | null;
}

/** What an external reader chose. */
export interface ExternalChoice {
  /** As they were shown to it, best first; none where nothing answers. */
  readonly quotes: readonly Quote[];
  /** Of a question that asks yes or no, as the first quote has it; null where the reader does not say. */
  readonly polarity: Polarity | null;
  /** For no quotes: the slot of the question that the coverage lacks; null where the reader does not say. */
  readonly lacks: Slot | null;
  readonly usage: ReaderUsage | null;
}

// A strong reader found all but one of the answers that it could have among the first twenty quotes (shared figures of hk-dev).
const CANDIDATES = 20;
// Above this confidence the built-in ranking is seldom wrong, so that asking a model would only take time.
const SURE = 0.9;
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/**
 * Lets an external reader choose among the first quotes that were found. Whatever goes wrong with it, what was found stands as
 * it is. `filter`: what was looked for within.
 */
export async function readExternally(
  context: ReaderContext,
  found: Found,
  { filter }: { readonly filter: PassageFilter | null },
): Promise<ReadFound> {
  const { reader, library } = context;
  const builtIn: ReadFound = { ...found, choice: null };
  if (!isDue(reader.when, found)) return builtIn;
  const byTerms = await findByTerms(context, found, { filter, limit: CANDIDATES });
  const spans = inTurns(selectSpans(found.ranked, CANDIDATES, library.names), byTerms.spans).slice(0, CANDIDATES);
  if (spans.length === 0) return builtIn;
  const request = {
    question: context.understood ?? context.question.text,
    parts: [context.understood ?? context.words],
    isYesNo: context.parsed.wants === 'yesno',
    candidates: spans.map((span) => candidateOf(span, library.names)),
  };
  // The reader has told its log of its fault. Whatever it was, the built-in ranking answers.
  const choice = await reader.choose(request).catch(() => null);
  return choice === null || !isChoice(choice, request)
    ? builtIn
    : chosen(found, spans, { ...choice, usage: usageOfBoth(byTerms.usage, choice.usage) });
}

const isDue = (when: ExternalReader['when'], { confidence }: Found): boolean => when === 'all' || confidence < SURE;

// So many of what the question's own words found stand before each of what suggested words did: of those not all are good.
const OWN_BEFORE_EACH = 2;

// Those of the first list with those of the second between them, without what has stood before.
function inTurns(first: readonly QuoteSpan[], second: readonly QuoteSpan[]): QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  const add = (span: QuoteSpan | undefined): void => {
    if (span !== undefined && !spans.some((other) => overlap(span, other))) spans.push(span);
  };
  first.forEach((span, at) => {
    add(span);
    if (at % OWN_BEFORE_EACH === OWN_BEFORE_EACH - 1) add(second[(at + 1) / OWN_BEFORE_EACH - 1]);
  });
  second.slice(Math.floor(first.length / OWN_BEFORE_EACH)).forEach(add);
  return spans;
}

const overlap = (a: QuoteSpan, b: QuoteSpan): boolean =>
  a.evidence.passage === b.evidence.passage && a.first <= b.last && b.first <= a.last;

function candidateOf(span: QuoteSpan, names: QueryContext['library']['names']): ReaderCandidate {
  const { article, start, end } = quoteOfSpan(span, false);
  const { sentences } = span.evidence;
  const textOf = (at: number): string => {
    const sentence = sentences[at];
    return sentence === undefined ? '' : article.text.slice(sentence.start, sentence.end);
  };
  return {
    quote: article.text.slice(start, end),
    before: textOf(span.first - 1),
    behind: textOf(span.last + 1),
    speaker: attributionOf(article, { start, end }, names).speaker,
    heading: sectionOf(article, { start }),
    headline: article.title,
    outlet: article.outlet,
    date: article.date,
  };
}

// The chosen quotes and nothing else, in the reader's order; where it chose none, nothing answers.
function chosen(found: Found, spans: readonly QuoteSpan[], { picks, lacks, usage }: ReaderChoice): ReadFound {
  const [first] = picks;
  const quotes = picks.flatMap(({ candidate }) => spans[candidate] ?? []);
  const choice: ExternalChoice = { quotes: quotes.map(asQuote), polarity: first?.polarity ?? null, lacks, usage };
  if (first === undefined) return { ...found, confidence: Math.min(found.confidence, BELOW_THRESHOLD), choice };
  const ranked = quotes.flatMap((span, place) => rankedOf(span, 1 / 2 ** (place + 1)));
  return { ...found, ranked, confidence: Math.max(found.confidence, ANSWER_THRESHOLD), choice };
}

function asQuote(span: QuoteSpan): Quote {
  const first = span.evidence.sentences[span.first];
  return quoteOfSpan(span, first !== undefined && isBySpeaker(first));
}

const rankedOf = ({ evidence, first, last }: QuoteSpan, probability: number): RankedSentence[] =>
  evidence.sentences
    .slice(first, last + 1)
    .map((sentence): RankedSentence => ({ sentence, probability, isContrary: false, vector: null }));
