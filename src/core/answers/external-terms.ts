import { ANSWER_THRESHOLD, type Found, find } from '../reading/find.ts';
import { readPassages } from '../reading/features/read-passages.ts';
import type { PassageView } from '../reading/features/sentence-view.ts';
import type { RankedSentence } from '../reading/ranking.ts';
import { MOST_TERMS, type SuggestedTerms } from '../reading/reader.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import type { Passage } from '../index/passages.ts';
import { parseQuestion } from '../question/parse-question.ts';
import { hasHan } from '../text/script.ts';
import type { QueryContext, ReaderContext } from './query-context.ts';
import { selectSpans, type QuoteSpan } from './quotes/quote.ts';

/** What was found by words that a reader suggested, and what asking it took. */
export interface FoundByTerms {
  readonly spans: readonly QuoteSpan[];
  readonly usage: SuggestedTerms['usage'];
}

const NOTHING: FoundByTerms = { spans: [], usage: null };

// Above this confidence a question across languages finds its report among the first quotes with the dictionary alone.
const SURE_ACROSS = 0.9;

interface MoreOptions {
  readonly filter: PassageFilter | null;
  /** How many quotes, at the most. */
  readonly limit: number;
}

/**
 * Finds more by words that an external reader suggests, where the first search was not good enough; nothing where it was, or the
 * reader fails. What is found is read for the question itself: the words are for finding, and are in nothing that is shown.
 */
export async function findByTerms(
  context: ReaderContext,
  found: Found,
  { filter, limit }: MoreOptions,
): Promise<FoundByTerms> {
  const { library, reader } = context;
  if (isGoodEnough(context, found)) return NOTHING;
  const { languages, names } = library;
  const request = { question: context.understood ?? context.words, languages };
  // The reader has told its log of its fault.
  const suggested = await reader.suggest(request).catch(() => null);
  if (suggested === null) return NOTHING;
  const words = suggested.terms.slice(0, MOST_TERMS).join(' ');
  const { ranked } = await find(parseQuestion(words, names), library, { filter });
  const best = ranked.filter(({ probability }) => probability > 0).slice(0, 2 * limit);
  return { spans: selectSpans(readFor(found, best, library), limit, names), usage: suggested.usage };
}

// How the built-in search knows that it found what there is: by the confidence that its first quote answers. A question in another
// language than the coverage, whose words only a dictionary has put into it, has to be surer.
const isGoodEnough = ({ parsed, library }: QueryContext, { confidence }: Found): boolean =>
  confidence >= (isForeign(parsed.folded, library) ? SURE_ACROSS : ANSWER_THRESHOLD);

const isForeign = (folded: string, { languages: { chinese, english } }: QueryContext['library']): boolean =>
  hasHan(folded) ? !chinese : !english;

// The same sentences as what they hold of the question itself, in their passages as it has them where it has found them too.
function readFor(
  { question, ranked: own }: Found,
  ranked: readonly RankedSentence[],
  library: QueryContext['library'],
): RankedSentence[] {
  const views = new Map<Passage, PassageView>(own.map(({ sentence: { passage } }) => [passage.passage, passage]));
  const passages = new Set(ranked.map(({ sentence }) => sentence.passage.passage));
  const unread = [...passages]
    .filter((passage) => !views.has(passage))
    .map((passage) => ({ passage, share: 0, crossLingualScore: null }));
  for (const view of readPassages(question, unread, library)) views.set(view.passage, view);
  return ranked.flatMap(({ sentence: { passage, position }, probability }): RankedSentence[] => {
    const sentence = views.get(passage.passage)?.sentences[position];
    return sentence === undefined ? [] : [{ sentence, probability, isContrary: false, vector: null }];
  });
}
