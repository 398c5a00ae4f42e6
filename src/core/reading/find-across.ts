import type { Library } from '../index/library.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { orderAcross, type OrderedPassage } from './across.ts';
import type { RankedSentence } from './ranking.ts';

/** The sentences of a question across languages, best first, and how sure it is that the first of them answers. */
export interface FoundAcross {
  readonly ranked: readonly RankedSentence[];
  readonly confidence: number;
}

// How much the order of passages counts against that of the ranking, which was learnt within one language.
const ORDER = 10;
// What answers nothing stays behind, in whatever passage it stands.
const CONTRARY = 1e-9;

/** Holds ranked sentences to the order of their passages across languages. `ranked` is not empty. */
export function findAcross(question: ParsedQuestion, ranked: readonly RankedSentence[], library: Library): FoundAcross {
  const passages = [...new Set(ranked.map(({ sentence }) => sentence.passage.passage))];
  const ordered = orderAcross(question, passages, library);
  const best = ordered[0]?.score ?? 1;
  const factors = new Map(ordered.map(({ passage, score }) => [passage, Math.exp((ORDER * score) / (best || 1))]));
  const shareOf = ({ sentence, probability, isContrary }: RankedSentence): number =>
    probability * (isContrary ? CONTRARY : (factors.get(sentence.passage.passage) ?? 1));
  const total = ranked.reduce((sum, one) => sum + shareOf(one), 0);
  const held = ranked
    .map((one): RankedSentence => ({
      sentence: one.sentence,
      isContrary: one.isContrary,
      vector: one.vector,
      probability: shareOf(one) / (total || 1),
    }))
    .sort((a, b) => b.probability - a.probability);
  const own = ordered.find(({ passage }) => passage === held[0]?.sentence.passage.passage);
  return {
    ranked: held,
    confidence: own === undefined || held[0]?.isContrary === true ? 0 : confidenceAcross(own, library),
  };
}

// A logistic regression on whether the first quote is from the right passage, learnt on half of XQuAD's subjects (questions of the
// other half asked of these texts are the wrong ones) in both directions. Its bias is raised by one: what half of XQuAD asks, in
// words far from the text's, is harder than what news is asked.
const CONFIDENCE = { coverage: 4.55, score: 2.75, bias: -8.04 };
// The logarithm of the number of passages that it was learnt among: scores grow with it.
const LEARNT_AMONG = Math.log(240);

function confidenceAcross({ coverage, score }: OrderedPassage, { index }: Library): number {
  const scaled = (score * LEARNT_AMONG) / Math.log(Math.max(index.size(), 2) + 1);
  return (
    1 / (1 + Math.exp(-(CONFIDENCE.coverage * coverage + CONFIDENCE.score * Math.log(scaled + 1) + CONFIDENCE.bias)))
  );
}
