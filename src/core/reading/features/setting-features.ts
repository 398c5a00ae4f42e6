import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import { shareOf, shareWhere, type SentenceView, type FeatureContext, type PassageView } from './sentence-view.ts';
import { shareFound, characterSetOf } from '../similarity.ts';
import { shareOfKind } from './coverage-features.ts';
import { WANTED } from '../../question/wanted-kind.ts';

/** What a sentence is like, whatever is asked, in the order of what `formFeatures` returns. */
export const FORM_FEATURES = [
  'asks', // it asks something itself
  'said', // whoever is asked about says it (1), goes on (0.5), another says it (-1), nobody (0)
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

/** Measures what a sentence is like. */
export function formFeatures({ folded, said, position, start, passage }: SentenceView): number[] {
  const { article } = passage.passage;
  const before = passage.sentences[position - 1]?.folded ?? '';
  const first = article.blocks.find((block) => block.kind === 'paragraph')?.start;
  return [
    /[?？]["」”]?$/.test(folded.slice(-2)) ? 1 : 0,
    said,
    count(folded, /[「“"『]/g, 4),
    count(folded, /、/g, 6),
    /[:：]$/.test(folded) ? 1 : 0,
    /[:：]$/.test(before) ? 1 : 0,
    count(folded, NEGATION, 3),
    Math.min(10, position),
    start / Math.max(1, article.text.length),
    start === first ? 1 : 0,
    count(folded, /[,，;；:：]/g, 8),
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
  ];
}

/** What a question is like, in the order of what `questionFeatures` returns; which other features tell depends on it. */
export const QUESTION_FEATURES = [
  ...WANTED.map((kind) => `wants-${kind}`),
  'subjectAlone', // no question word
  'terms', // logarithm of their number
  'hasSpeaker', // somebody is asked about who says something
  'latin', // it is asked in Latin letters
  'absent', // share of its weight that no article of the library holds
  'absentNear', // the same near the question word
  'absentHeaviest', // the heaviest term that none holds, as a share
  'absentName', // the heaviest name or number that none holds, as a share
  'unheard', // words of somebody are asked for who says nothing in any candidate
] as const;

/** Measures a question and what the library has of it at all. */
export function questionFeatures({ question, views, total, near, nearTotal }: FeatureContext): number[] {
  const { parsed, weights, absent } = question;
  const heaviest = (test: (t: number) => boolean): number =>
    Math.max(0, ...weights.filter((_, t) => absent[t] === 1 && test(t))) / total;
  const isHeard = views.some(({ said }) => said > 0);
  return [
    ...WANTED.map((kind) => (parsed.frame.wanted === kind ? 1 : 0)),
    parsed.frame.wanted === null ? 1 : 0,
    Math.log(1 + parsed.terms.length),
    parsed.speakers.length > 0 ? 1 : 0,
    /[a-z]{4}/.test(parsed.folded) ? 1 : 0,
    shareOf(absent, weights, total),
    shareOf(absent, near, nearTotal),
    heaviest(() => true),
    heaviest((t) => parsed.terms[t]?.kind === 'name' || parsed.terms[t]?.kind === 'number'),
    parsed.frame.wanted === 'words' && parsed.speakers.length > 0 && !isHeard ? 1 : 0,
  ];
}
