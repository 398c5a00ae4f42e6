import type { ReaderUsage } from '../model/answer.ts';
import { ANSWER_THRESHOLD } from '../reading/confidence.ts';
import type { Found } from '../reading/find.ts';
import type { RankedSentence } from '../reading/ranking.ts';
import { selectSpans, quoteOfSpan, sectionOf, sayingOf, type QuoteSpan } from './quotes/quote.ts';
import { isChoice, type OwnReader, type Reader, type ReaderCandidate, type ReaderChoice } from '../reading/reader.ts';
import type { QueryContext } from './query-context.ts';

/** What was found, as a reader of the user's own has it where it was asked. */
export interface ReadFound extends Found {
  /** Null where the built-in ranking stands. */
  readonly usage: ReaderUsage | null;
}

// A strong reader found all but one of the answers that it could have among the first twenty quotes (shared figures of hk-dev).
const CANDIDATES = 20;
// Above this confidence the built-in ranking is seldom wrong, so that asking a model would only take time.
const SURE = 0.9;
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/**
 * Lets a reader of the user's own choose among the first quotes that were found. Whatever goes wrong with it, what was found stands as
 * it is.
 */
export async function readByOwn(
  asking: QueryContext,
  reader: NonNullable<QueryContext['reader']>,
  found: Found,
): Promise<ReadFound> {
  const { library } = asking;
  const builtIn: ReadFound = { ...found, usage: null };
  if (found.ranked.length === 0 || !isDue(reader.when, found)) return builtIn;
  const spans = selectSpans(found.ranked, CANDIDATES);
  const request = {
    question: asking.understood ?? asking.question.text,
    parts: [asking.understood ?? asking.question.text],
    isYesNo: asking.parsed.wants === 'yesno',
    candidates: spans.map((span) => candidateOf(span, library.names)),
  };
  const choice = await choiceOf(reader.read, request);
  return choice === null ? builtIn : chosen(found, spans, choice);
}

const isDue = (when: OwnReader['when'], { confidence }: Found): boolean => when === 'all' || confidence < SURE;

async function choiceOf(read: Reader, request: Parameters<Reader>[0]): Promise<ReaderChoice | null> {
  try {
    const choice = await read(request);
    return isChoice(choice, request) ? choice : null;
  } catch {
    // The reader has told its log. Whatever it was, the built-in ranking answers.
    return null;
  }
}

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
    speaker: sayingOf(article, { start, end }, names).speaker,
    heading: sectionOf(article, { start }),
    headline: article.title,
    outlet: article.outlet,
    date: article.date,
  };
}

// The chosen quotes and nothing else, in the reader's order; where it chose none, nothing answers.
function chosen(found: Found, spans: readonly QuoteSpan[], { picks, usage }: ReaderChoice): ReadFound {
  if (picks.length === 0) return { ...found, confidence: Math.min(found.confidence, BELOW_THRESHOLD), usage };
  const ranked = picks.flatMap(({ candidate }, place) => rankedOf(spans[candidate], 1 / 2 ** (place + 1)));
  return { ...found, ranked, confidence: Math.max(found.confidence, ANSWER_THRESHOLD), usage };
}

function rankedOf(span: QuoteSpan | undefined, probability: number): RankedSentence[] {
  if (span === undefined) return [];
  const { evidence, first, last } = span;
  return evidence.sentences.slice(first, last + 1).map((sentence): RankedSentence => ({
    sentence,
    probability,
    isContrary: false,
    vector: null,
  }));
}
