import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import type { SentenceView } from './sentence-view.ts';

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
