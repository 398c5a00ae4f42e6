import { shareFound } from '../similarity.ts';
import { characterSetOf } from '../character-set.ts';
import { shareOfKind } from './term-features.ts';
import { shareOf, shareWhere, type FeatureContext, type PassageView } from './sentence-view.ts';

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
