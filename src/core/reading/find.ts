import { segmentsOf } from '../text/sentences.ts';
import type { ArticleId } from '../model/article.ts';
import { isAcross } from './candidates.ts';
import { findAcross } from './find-across.ts';
import type { Library } from '../index/library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { PassageFilter, PassageIndex } from '../index/passage-index.ts';
import { confidence } from './confidence.ts';
import { actStanding, actTopic, askedAct, isTold } from './act-standing.ts';
import { weighQuestion, type WeightedQuestion } from './weigh-question.ts';
import { scorePassages } from './features/read-passages.ts';
import { rankSentences, type RankedSentence } from './ranking.ts';
import { isHeadlineOf } from './verdicts.ts';
import { langWords } from '../text/lang-data.ts';
import { bigramUnits, foldScript, isCjk } from '../text/script.ts';
import { indexedPairs, isIndexable, termFrequency } from '../index/terms.ts';
import type { Span } from '../model/span.ts';
import { untoldIn } from '../question/untold.ts';

/** What a library holds for a question, and how sure it is that the best of it answers. */
export interface Found {
  readonly question: WeightedQuestion;
  /** Best first. */
  readonly ranked: readonly RankedSentence[];
  /** The probability, 0…1, that the first of `ranked` answers; 0 where nothing was found. */
  readonly confidence: number;
}

interface FindOptions {
  readonly filter: PassageFilter | null;
  /** Articles that the conversation has just come from. */
  readonly boostedArticles?: ReadonlySet<ArticleId>;
}

/** Finds, measures and ranks the sentences that may answer. */
export async function find(
  parsed: ParsedQuestion,
  library: Library,
  { filter, boostedArticles }: FindOptions,
): Promise<Found> {
  const question = weighQuestion(parsed, library);
  if (parsed.terms.length === 0) return { question, ranked: [], confidence: 0 };
  const passages = await scorePassages(question, library, filter);
  const ranked = boosted(boostedArticles, rankSentences(question, passages, library.names));
  const [best] = ranked;
  if (best === undefined) return { question, ranked, confidence: 0 };
  if (isAcross(parsed)) {
    const across = findAcross(question, ranked, library);
    const [first = best] = across.ranked;
    return {
      question,
      ranked: across.ranked,
      confidence: heldToAct(across.confidence, question, { best: first, library }),
    };
  }
  if (best.isContrary) return { question, ranked, confidence: 0 };
  const least = isHeadlineOf(question, best.sentence) ? OF_A_HEADLINE : 0;
  const sure = Math.max(least, confidence(question, ranked));
  return { question, ranked, confidence: heldToAct(sure, question, { best, library }) };
}

// Who asks a headline is given its report.
const OF_A_HEADLINE = 0.9;
// Who asks what somebody demands, denies, promises … is given that, where its article has all else that the question names; a turn of
// phrase (傾完) names nothing. Where nothing else is asked, another's act is no answer, nor is what has no demand on whom one is laid: of a
// demand wishes and duties are read as well, while an accusation may have no word that says so.
const OF_AN_ACT = 0.7;
const OF_NO_ACT = 0.4;

function heldToAct(
  sure: number,
  { parsed, matcher }: WeightedQuestion,
  { best: { sentence }, library: { names } }: { readonly best: RankedSentence; readonly library: Library },
): number {
  const asked = askedAct(parsed);
  if (asked === null) return sure;
  const topic = actTopic(parsed);
  const standing = actStanding(asked, sentence, names);
  if (!isTold(standing)) {
    const isMissed = standing === 'anothers' || (asked.act === 'demand' && asked.addressee !== null);
    return isMissed && topic.length === 0 ? Math.min(OF_NO_ACT, sure) : sure;
  }
  const { article } = sentence.passage.passage;
  const held = new Set(matcher.matches(`${article.title}\n${article.text}`).map(({ term }) => term));
  const isHeld = topic.every((t) => held.has(t) || parsed.terms[t]?.kind === 'gloss');
  return isHeld ? Math.max(OF_AN_ACT, sure) : sure;
}

// Follow-ups usually concern the articles just cited: an answer is so many times as probable to stand in them.
const BOOST = 5;

function boosted(
  articles: ReadonlySet<ArticleId> | undefined,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (articles === undefined || articles.size === 0) return ranked;
  const weighted = ranked.map((one) => ({
    one,
    share: one.probability * (articles.has(one.sentence.passage.passage.article.id) ? BOOST : 1),
  }));
  const total = weighted.reduce((sum, { share }) => sum + share, 0) || 1;
  return weighted
    .map(({ one, share }): RankedSentence => ({
      sentence: one.sentence,
      isContrary: one.isContrary,
      vector: one.vector,
      probability: share / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));

// Whether all pairs of a word stand somewhere: 拘留 is in 錯誤拘留, which is looked for as another word.
function isWritten(word: string, index: PassageIndex): boolean {
  const pairs = indexedPairs(word);
  return pairs.length > 0 && pairs.every((pair) => index.frequency(pair) > 0);
}

/**
 * The words of a question, as the asker wrote them, of which the corpus holds no part; in order, each once. What stands in `except`,
 * offsets into the question, is none of them.
 */
export function unmatchedWords(question: ParsedQuestion, index: PassageIndex, except: readonly Span[] = []): string[] {
  const missing = new Uint8Array(question.text.length);
  const held = new Uint8Array(question.text.length);
  const whole: { start: number; end: number }[] = [];
  let any = false;
  const untold = [...except, ...untoldIn(question.folded)];
  for (const one of question.terms) {
    const { term, start, end, isFocus } = one;
    if (isFocus === true) continue;
    if (untold.some((span) => start >= span.start && end <= span.end)) continue;
    // Of these an index cannot say whether the corpus holds them: single characters, pairs with a function word, and days, which
    // may be days of publication.
    const day = one.number !== null && '年月日'.includes(one.number.unit);
    const unknowable =
      day ||
      one.across?.some(({ form }) => form.length === 1) === true ||
      (typeof term === 'number' ? !isIndexable(...bigramUnits(term)) : isCjk(term.charCodeAt(0)));
    if (unknowable) continue;
    const known = termFrequency(index, one) > 0 || isWritten(question.folded.slice(start, end), index);
    // A name, a phrase or a Latin word is missing as a whole: 美国国防部, of which 美国 may well be held.
    if (!known && typeof term !== 'number') {
      whole.push({ start, end });
      continue;
    }
    if (!known) any = true;
    (known ? held : missing).fill(1, start, end);
  }
  const words = whole.map(({ start, end }) => question.text.slice(start, end));
  if (!any) return [...new Set(words)];
  let open = '';
  let longest = 0;
  const close = (): void => {
    // One character of an unknown pair may well stand in another: 场 of 停车场, where the corpus has 现场.
    // Single characters in a row are the ends of other words, 「一嚿有」, unless a surname opens them.
    const isWord = longest > 1 || SURNAMES.has(foldScript(open.charAt(0)));
    const tells = (open.length > 1 && isWord) || (open !== '' && !isCjk(open.charCodeAt(0)));
    if (tells && !words.includes(open)) words.push(open);
    open = '';
    longest = 0;
  };
  for (const { segment, index: start } of segmentsOf(question.text)) {
    const units = Array.from({ length: segment.length }, (_, i) => start + i);
    // Words that follow one another are one name that the segmenter does not know: 比特 + 币.
    if (units.every((i) => missing[i] === 1 && held[i] === 0)) {
      open += segment;
      longest = Math.max(longest, segment.length);
    } else close();
  }
  close();
  return words;
}
