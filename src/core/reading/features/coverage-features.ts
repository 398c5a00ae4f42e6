import { WANTED } from '../../question/wanted-kind.ts';
import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import {
  type FeatureContext,
  type PassageView,
  type SentenceView,
  isInterrogative,
  bestClause,
  characterSetOf,
  charactersIn,
  clausesOf,
  longestRun,
  novelty,
  shareFound,
  shareOf,
  shareWhere,
  union,
  unitCoverage,
} from './sentence-view.ts';
import { remembering } from '../../text/script.ts';

/** How a sentence holds the question's terms, in the order of what `termFeatures` returns. */
export const TERM_FEATURES = [
  'coverage', // share of the question's weight that the sentence holds
  'local', // the same, where a term counts more the fewer candidate sentences hold it
  'offTitle', // coverage by terms that the headline does not hold
  'offLead', // coverage by terms that neither the headline nor the passage's first sentence holds
  'inContext', // coverage by the sentence, the one before it and the headline together
  'withPrevious', // what the sentence before adds to the coverage
  'withNext', // what the sentence behind adds
  'before', // coverage by the passage up to the end of the sentence
  'near', // coverage where terms count more the nearer they stand to the question word
  'nearBefore', // the same by the sentence before
  'nearBehind', // and by the one behind
  'clause', // the best clause's coverage
  'names', // share of the question's names, less 1; 0 where it has none
  'numbers', // share of its numbers, less 1
  'missing', // the heaviest term that the sentence lacks, as a share
  'missingInContext', // the heaviest that its passage and the headline lack as well
  'heaviest', // whether it holds the heaviest term
  'second', // and the next
  'nearest', // whether it holds the heaviest term near the question word
  'matched', // share of the terms, each counted once
] as const;

/** Measures what of the question's terms a sentence holds. */
export function termFeatures(view: SentenceView, context: FeatureContext): number[] {
  const { question, total, near, nearTotal, local, localTotal } = context;
  const { weights, parsed } = question;
  const { held, position, passage } = view;
  const { sentences, context: article } = passage;
  const [previous, next, first] = [sentences[position - 1]?.held, sentences[position + 1]?.held, sentences[0]?.held];
  const share = (test: (t: number) => boolean): number => shareWhere(weights, test);
  const earlier = union(
    weights.length,
    sentences.slice(0, position + 1).map((sentence) => sentence.held),
  );
  const [missing, missingInContext] = missingTerms(view, weights);
  const [heaviest, second] = heaviestTerms(weights);
  return [
    shareOf(held, weights, total),
    shareOf(held, local, localTotal),
    share((t) => held[t] === 1 && article.title[t] !== 1),
    share((t) => held[t] === 1 && article.title[t] !== 1 && (position === 0 || first?.[t] !== 1)),
    share((t) => held[t] === 1 || article.title[t] === 1 || previous?.[t] === 1),
    share((t) => held[t] !== 1 && previous?.[t] === 1),
    share((t) => held[t] !== 1 && next?.[t] === 1),
    shareOf(earlier, weights, total),
    shareOf(held, near, nearTotal),
    previous === undefined ? 0 : shareOf(previous, near, nearTotal),
    next === undefined ? 0 : shareOf(next, near, nearTotal),
    bestClause(view.folded, view.matches, { weights, total }),
    shareOfKind('name', held, question),
    shareOfKind('number', held, question),
    missing / total,
    missingInContext / total,
    held[heaviest] ?? 0,
    held[second] ?? 0,
    near.length === 0 ? 0 : (held[near.indexOf(Math.max(...near))] ?? 0),
    held.reduce((sum, is) => sum + is, 0) / Math.max(1, parsed.terms.length),
  ];
}

function missingTerms({ held, passage }: SentenceView, weights: readonly number[]): [number, number] {
  let [here, everywhere] = [0, 0];
  weights.forEach((weight, t) => {
    if (held[t] === 1) return;
    here = Math.max(here, weight);
    if (passage.held[t] !== 1 && passage.context.title[t] !== 1) everywhere = Math.max(everywhere, weight);
  });
  return [here, everywhere];
}

function heaviestTerms(weights: readonly number[]): [number, number] {
  let [first, second] = [0, -1];
  for (let t = 1; t < weights.length; t++) {
    if ((weights[t] ?? 0) > (weights[first] ?? 0)) [first, second] = [t, first];
    else if (second < 0 || (weights[t] ?? 0) > (weights[second] ?? 0)) second = t;
  }
  return [first, second];
}

/** Share of the question's names or numbers, less 1; 0 where it has none. */
function shareOfKind(
  kind: 'name' | 'number',
  held: ArrayLike<number>,
  { parsed, weights }: FeatureContext['question'],
): number {
  let [all, here] = [0, 0];
  parsed.terms.forEach((term, t) => {
    if (term.kind !== kind) return;
    all += weights[t] ?? 0;
    if (held[t] === 1) here += weights[t] ?? 0;
  });
  return all === 0 ? 0 : here / all - 1;
}

/**
 * How a sentence holds the question's characters, in the order of what `characterFeatures` returns. Two Chinese words for one thing
 * mostly share a character, 囚禁 and 判囚, 減刑 and 扣減, so that characters find what words miss.
 */
export const CHARACTER_FEATURES = [
  'characters', // share of the characters, names and numbers counted whole
  'rareCharacters', // share, where a character counts more the fewer candidates hold it
  'nearCharacters', // the same near the question word
  'charactersOffTitle', // share by those that the headline lacks
  'charactersOffLead', // and that the lead lacks
  'charactersInContext', // share by sentence, sentence before and headline
  'charactersWithLead', // share by sentence, headline and lead
  'charactersOfLead', // share by headline and lead alone
  'charactersOfTitle', // share by the headline
  'clauseCharacters', // share by the best two clauses in a row
  'clauseNearCharacters', // the same near the question word
  'run', // the longest stretch of the question that stands here unbroken, as a share of it
  'trigrams', // share of the question's runs of three characters
  'novelty', // logarithm of the characters that are not the question's own
  'brevity', // logarithm of the length
] as const;

/** Measures what of the question's characters a sentence holds. */
export function characterFeatures(view: SentenceView, context: FeatureContext): number[] {
  const { question, characterWeights, nearCharacters } = context;
  const { folded, held, characters, passage, position, matches } = view;
  const { titleCharacters, leadCharacters } = passage.context;
  const previous = passage.sentences[position - 1]?.characters;
  const share = (test: (u: number) => boolean): number => shareWhere(characterWeights, test);
  const [clause, clauseNear] = bestClauses(view, context);
  const present = characterSetOf(folded);
  return [
    unitCoverage(question, present, held),
    share((u) => characters[u] === 1),
    shareWhere(nearCharacters, (u) => characters[u] === 1),
    share((u) => characters[u] === 1 && titleCharacters[u] !== 1),
    share((u) => characters[u] === 1 && leadCharacters[u] !== 1),
    share((u) => characters[u] === 1 || titleCharacters[u] === 1 || previous?.[u] === 1),
    share((u) => characters[u] === 1 || leadCharacters[u] === 1),
    share((u) => leadCharacters[u] === 1),
    share((u) => titleCharacters[u] === 1),
    clause,
    clauseNear,
    longestRun(question.parsed, folded, present),
    shareFound(question.trigrams, folded, present),
    Math.log(1 + novelty(folded, matches)) / 5,
    Math.log(1 + folded.length) / 5,
  ];
}

function bestClauses(
  { folded }: SentenceView,
  { question, characterWeights, nearCharacters }: FeatureContext,
): [number, number] {
  const clauses = clausesOf(folded);
  let [all, near] = [0, 0];
  clauses.forEach(({ start }, c) => {
    const end = clauses[c + 1]?.end ?? clauses[c]?.end;
    const own = charactersIn(question.parsed.units, folded.slice(start, end));
    all = Math.max(
      all,
      shareWhere(characterWeights, (u) => own[u] === 1),
    );
    near = Math.max(
      near,
      shareWhere(nearCharacters, (u) => own[u] === 1),
    );
  });
  return [all, near];
}

/** What a sentence is like, whatever is asked, in the order of what `formFeatures` returns. */
export const FORM_FEATURES = [
  'interrogative', // it asks something itself
  'speakerMatch', // whoever is asked about says it (1), goes on (0.5), another says it (-1), nobody (0)
  'quotes', // quotation marks, at most four
  'list', // enumeration commas, at most six
  'colon', // it ends in a colon
  'behindColon', // the sentence before does
  'negations', // at most three
  'position', // in its passage
  'relative', // where in the article, 0…1
  'first', // the article's first sentence
  'clauses', // at most eight
] as const;

const NEGATION = new RegExp(
  `${anyOf([...langWords('zh/negation-marks'), ...langWords('yue/negation-marks')])}|` +
    anyEnglishWord(langWords('en/negation-marks')),
  'g',
);

const count = (folded: string, pattern: RegExp, most: number): number =>
  Math.min(most, folded.match(pattern)?.length ?? 0);

const endsInColon = (folded: string): number => (/[:：]$/.test(folded) ? 1 : 0);

// What the form of a folded sentence tells by itself.
const formOf = remembering((folded) => ({
  interrogative: isInterrogative(folded) ? 1 : 0,
  quotes: count(folded, /[「“"『]/g, 4),
  list: count(folded, /、/g, 6),
  colon: endsInColon(folded),
  negations: count(folded, NEGATION, 3),
  clauses: count(folded, /[,，;；:：]/g, 8),
}));

/** Measures what a sentence is like. */
export function formFeatures({ folded, speakerMatch, position, start, passage }: SentenceView): number[] {
  const { article } = passage.passage;
  const before = passage.sentences[position - 1]?.folded ?? '';
  const first = article.blocks.find((block) => block.kind === 'paragraph')?.start;
  const form = formOf(folded);
  return [
    form.interrogative,
    speakerMatch,
    form.quotes,
    form.list,
    form.colon,
    endsInColon(before),
    form.negations,
    Math.min(10, position),
    start / Math.max(1, article.text.length),
    start === first ? 1 : 0,
    form.clauses,
  ];
}

/** How a passage and its article hold a question, in the order of what `passageFeatures` returns. */
export const PASSAGE_FEATURES = [
  'score', // the index's score as a share of the best one's
  'passageCoverage',
  'withTitle', // coverage by passage and headline together
  'withLead', // coverage by passage, headline and the article's first sentences
  'title', // coverage by the headline alone
  'bestSentence', // the best sentence's coverage
  'bestNear', // and near the question word
  'fourgrams', // share of the question's runs of four characters
  'passageNames', // share of the question's names, less 1
  'passageNumbers',
  'articleCoverage', // coverage by all candidate passages of the article
  'articleBest', // its best sentence's
  'articleBestNear',
  'articlePassages', // how many candidates there are of it, at most eight
  'titleAlike', // how much of the headline the question repeats
  'length', // logarithm of the length
  'crossLingualScore', // of a question across languages: what it tells of it, as a share of all that could be told
  'crossLingualShare', // the same as a share of the best passage's
] as const;

/** Measures what a passage and its article hold. */
export function passageFeatures(view: PassageView, context: FeatureContext): number[] {
  const { question, total, near, nearTotal, articles } = context;
  const { weights } = question;
  const { held, folded, sentences, context: article, share } = view;
  const whole = articles.get(view.passage.article.id);
  return [
    share,
    shareOf(held, weights, total),
    shareWhere(weights, (t) => held[t] === 1 || article.title[t] === 1),
    shareWhere(weights, (t) => held[t] === 1 || article.title[t] === 1 || article.lead[t] === 1),
    shareOf(article.title, weights, total),
    Math.max(0, ...sentences.map((sentence) => shareOf(sentence.held, weights, total))),
    Math.max(0, ...sentences.map((sentence) => shareOf(sentence.held, near, nearTotal))),
    shareFound(question.fourgrams, folded, characterSetOf(folded)),
    shareOfKind('name', held, question),
    shareOfKind('number', held, question),
    shareOf(whole?.held ?? held, weights, total),
    whole?.coverage ?? 0,
    whole?.nearCoverage ?? 0,
    Math.min(8, whole?.passages ?? 1),
    article.titleAlike,
    Math.log(1 + folded.length) / 6,
    view.crossLingualScore ?? 0,
    view.crossLingualScore === null ? 0 : share,
  ];
}

/** What a question is like, in the order of what `questionFeatures` returns; which other features tell depends on it. */
export const QUESTION_FEATURES = [
  ...WANTED.map((kind) => `wants-${kind}`),
  'subjectAlone', // no question word
  'terms', // logarithm of their number
  'hasSpeaker', // somebody is asked about who says something
  'latin', // it is asked in Latin letters
  'across', // and of text in another language, or in Chinese of English text
  'absent', // share of its weight that no article of the library holds
  'absentNear', // the same near the question word
  'absentHeaviest', // the heaviest term that none holds, as a share
  'absentName', // the heaviest name or number that none holds, as a share
  'absentWords', // share of its weight by words that none holds and that are neither names nor who speaks
  'unknownNames', // it names somebody whom no list knows
  'unheard', // words of somebody are asked for who says nothing in any candidate
] as const;

/** Measures a question and what the library has of it at all. */
export function questionFeatures({ question, views, total, near, nearTotal }: FeatureContext): number[] {
  const { parsed, weights, absent } = question;
  const heaviest = (test: (t: number) => boolean): number =>
    Math.max(0, ...weights.filter((_, t) => absent[t] === 1 && test(t))) / total;
  const isHeard = views.some(({ speakerMatch }) => speakerMatch > 0);
  return [
    ...WANTED.map((kind) => (parsed.frame.wanted === kind ? 1 : 0)),
    parsed.frame.wanted === null ? 1 : 0,
    Math.log(1 + parsed.terms.length),
    parsed.speakers.length > 0 ? 1 : 0,
    /[a-z]{4}/.test(parsed.folded) ? 1 : 0,
    views.some(({ passage }) => passage.crossLingualScore !== null) ? 1 : 0,
    shareOf(absent, weights, total),
    shareOf(absent, near, nearTotal),
    heaviest(() => true),
    heaviest((t) => parsed.terms[t]?.kind === 'name' || parsed.terms[t]?.kind === 'number'),
    shareWhere(weights, (t) => absent[t] === 1 && parsed.terms[t]?.name === null && !isOfSpeaker(parsed, t)),
    parsed.unknownNames.length > 0 ? 1 : 0,
    parsed.frame.wanted === 'words' && parsed.speakers.length > 0 && !isHeard ? 1 : 0,
  ];
}

// Whoever speaks may be named otherwise in the text, or above it.
function isOfSpeaker({ terms, frame: { speaker } }: FeatureContext['question']['parsed'], t: number): boolean {
  const term = terms[t];
  return speaker !== null && term !== undefined && term.start < speaker.end && term.end > speaker.start;
}
