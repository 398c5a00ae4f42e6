import { mentionsSpeech } from '../question/answer-type.ts';
import { foldScript } from '../text/script.ts';
import type { Library } from '../index/library.ts';
import { bigramUnits } from '../text/characters.ts';
import { termFrequency } from '../index/term-weights.ts';
import { isIndexable, type Term } from '../names/terms.ts';
import { PASSAGE_FEATURES, SENTENCE_FEATURES, type PassageEvidence, type WeightedQuestion } from './features.ts';
import { nearCueWeights } from './passage-features.ts';
import { asksForQuantity } from './answer-type.ts';
import { score, type Model } from './linear-model.ts';
import type { RankedSentence } from './ranking.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_MODEL } from './weights.generated.ts';

/** From here up a question counts as answered. */
export const ANSWER_THRESHOLD = 0.5;

/** What speaks for and against the best sentence being an answer at all, in the order of `CONFIDENCE_FEATURES`. */
const CONFIDENCE_FEATURES = [
  'probability', // of the best sentence among all
  'passage', // of its passage among all
  'coverage', // of the question by the passage
  'units',
  'withTitle',
  'withLead',
  'bestSentence',
  'bestWithTitle',
  'run',
  'trigrams',
  'twoSentences',
  'heaviest',
  'nearCue',
  'names',
  'numbers',
  'sentenceCoverage',
  'inContext',
  'expected',
  'expectedMissing',
  'expectedNear',
  'quantityMissing',
  'focus',
  'speaker',
  'statement',
  'cueInPassage', // coverage near the question word by passage, headline and lead
  'cueAbsent', // weight near the question word that no passage of the corpus holds
  'head', // the heaviest term near the question word stands in the sentence
  'absent', // share of the question's weight that no passage of the corpus holds
  'absentHeaviest', // the heaviest term that no passage holds, as a share
  'missingHeaviest', // the heaviest term that passage, headline and lead lack, as a share
  'missingName', // a name or number of the question that they lack
  'terms', // logarithm of the number of terms
  'weight', // logarithm of their weight
  'bare', // no question word: a subject
  'size', // logarithm of the number of passages
  'margin', // lead in coverage over the best passage of another article
] as const;

/** The evidence for the best sentence as numbers. `ranked` is not empty. */
export function confidenceFeatures(
  question: WeightedQuestion,
  ranked: readonly RankedSentence[],
  library: Library,
): Float64Array {
  const best = ranked[0] as RankedSentence;
  const { evidence } = best;
  const ofPassage = (name: (typeof PASSAGE_FEATURES)[number], of: PassageEvidence = evidence): number =>
    of.features[PASSAGE_FEATURES.indexOf(name)] ?? 0;
  const ofSentence = (name: (typeof SENTENCE_FEATURES)[number]): number =>
    best.sentence.features[SENTENCE_FEATURES.indexOf(name)] ?? 0;
  const { weights, parsed } = question;
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let absent = 0;
  let absentHeaviest = 0;
  let missingHeaviest = 0;
  let missingName = 0;
  const nearCue = nearCueWeights(parsed, weights);
  const nearTotal = nearCue.reduce((sum, weight) => sum + weight, 0) || 1;
  let cueInPassage = 0;
  let cueAbsent = 0;
  let heaviest = 0;
  let head = 0;
  parsed.terms.forEach((term, t) => {
    const weight = weights[t] ?? 0;
    const near = nearCue[t] ?? 0;
    if (evidence.held[t] === 1) cueInPassage += near;
    if (near > heaviest) {
      heaviest = near;
      head = best.sentence.held[t] ?? 0;
    }
    if (termFrequency(library.index, term) === 0 && !isUnindexed(term.term)) {
      absent += weight;
      absentHeaviest = Math.max(absentHeaviest, weight);
      cueAbsent += near;
    }
    if (evidence.held[t] === 0) {
      missingHeaviest = Math.max(missingHeaviest, weight);
      if (term.kind === 'name' || term.kind === 'number') missingName = Math.max(missingName, weight);
    }
  });
  const passageProbability = ranked.reduce((sum, one) => (one.evidence === evidence ? sum + one.probability : sum), 0);
  const rival = ranked.reduce(
    (most, one) =>
      one.evidence.passage.article.id === evidence.passage.article.id
        ? most
        : Math.max(most, ofPassage('withTitle', one.evidence)),
    0,
  );
  const features: Record<(typeof CONFIDENCE_FEATURES)[number], number> = {
    probability: best.probability,
    passage: passageProbability,
    coverage: ofPassage('coverage'),
    units: ofPassage('units'),
    withTitle: ofPassage('withTitle'),
    withLead: ofPassage('withLead'),
    bestSentence: ofPassage('bestSentence'),
    bestWithTitle: ofPassage('bestWithTitle'),
    run: ofPassage('run'),
    trigrams: ofPassage('trigrams'),
    twoSentences: ofPassage('twoSentences'),
    heaviest: ofPassage('heaviest'),
    nearCue: ofSentence('nearCue'),
    names: ofPassage('names'),
    numbers: ofPassage('numbers'),
    sentenceCoverage: ofSentence('coverage'),
    inContext: ofSentence('inContext'),
    expected: ofSentence('expected'),
    expectedMissing: ofSentence('expectedMissing'),
    expectedNear: ofSentence('expectedNear'),
    quantityMissing: ofSentence('quantityMissing'),
    focus: ofSentence('focus'),
    speaker: ofSentence('speaker'),
    statement: ofSentence('statement'),
    cueInPassage: cueInPassage / nearTotal,
    cueAbsent: cueAbsent / nearTotal,
    head,
    absent: absent / total,
    absentHeaviest: absentHeaviest / total,
    missingHeaviest: missingHeaviest / total,
    missingName: missingName / total,
    terms: Math.log(1 + weights.length),
    weight: Math.log(1 + total),
    bare: parsed.wants === null ? 1 : 0,
    size: Math.log(1 + library.index.size()),
    margin: ofPassage('withTitle') - rival,
  };
  return Float64Array.from(CONFIDENCE_FEATURES, (name) => features[name]);
}

// Pairs with a function character are not indexed: that they have no postings says nothing.
const isUnindexed = (term: Term): boolean => typeof term === 'number' && !isIndexable(...bigramUnits(term));

// A question for an age, a sum or a span of time is not answered by sentences that hold none, which training sets, whose questions
// mostly have answers, hardly teach. So many of the best sentences are looked at.
const LOOKED_AT = 3;
const WITHOUT_QUANTITY = 0.4;
// What is asked about somebody or some place that no article names is hardly answered.
const WITHOUT_NAME = 0.5;
// Nor is what a side or a person said, where nobody is said to speak for them.
const WITHOUT_SPEAKER = 0.5;

// Whether a question names a side or a person whose words are asked for.
const speaks = ({ parsed: { terms, speakers } }: WeightedQuestion): boolean =>
  terms.some(({ members }) => members !== undefined) || speakers[0]?.kind === 'person';

// Whether they say anything, or a sentence that names them, and in which nobody else speaks, speaks of saying or tells of what else is
// asked about.
function isHeard({ parsed: { terms, speakers } }: WeightedQuestion, ranked: readonly RankedSentence[]): boolean {
  const said = SENTENCE_FEATURES.indexOf('statement');
  if (ranked.some(({ sentence }) => (sentence.features[said] ?? 0) > 0)) return true;
  if (terms.some(({ members }) => members !== undefined)) return false;
  const speaker = terms.findIndex(({ name }) => name !== null && name === speakers[0]);
  return ranked.some(
    ({ evidence: { passage }, sentence: { held, start, end, features } }) =>
      held[speaker] === 1 &&
      (features[said] ?? 0) === 0 &&
      (terms.some((_, t) => t !== speaker && held[t] === 1) ||
        mentionsSpeech(foldScript(passage.article.text.slice(start, end)))),
  );
}

/** What the confidence is multiplied by where something is missing that an answer could not do without: 1 where nothing is. */
export function missingFactor(question: WeightedQuestion, ranked: readonly RankedSentence[], library: Library): number {
  const { wants, terms } = question.parsed;
  const nameless = terms.some(
    (term) => term.name !== null && term.name.kind !== 'word' && termFrequency(library.index, term) === 0,
  );
  const missing = SENTENCE_FEATURES.indexOf('expectedMissing');
  const figureless =
    asksForQuantity(wants) && ranked.slice(0, LOOKED_AT).every(({ sentence }) => sentence.features[missing] === 1);
  const voiceless = wants === 'statement' && speaks(question) && !isHeard(question, ranked);
  return (nameless ? WITHOUT_NAME : 1) * (voiceless ? WITHOUT_SPEAKER : 1) * (figureless ? WITHOUT_QUANTITY : 1);
}

/** The probability, 0…1, that the best sentence answers; calibrated so that `ANSWER_THRESHOLD` parts answers from none. */
export function confidence(
  features: ArrayLike<number>,
  model: Model = CONFIDENCE_MODEL,
  bias = CONFIDENCE_BIAS,
): number {
  return 1 / (1 + Math.exp(-(score(model, features) + bias)));
}
