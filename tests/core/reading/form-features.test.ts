import { expect, test } from 'vitest';

import { FORM_FEATURES, formFeatures } from '../../../src/core/reading/features/coverage-features.ts';
import type { SentenceView } from '../../../src/core/reading/features/sentence-view.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { articleOf } from '../../support/article-of.ts';

/** How many negations are counted in a folded sentence. */
function negationsIn(folded: string): number | undefined {
  const article = articleOf([folded]);
  const passage = { passage: { article }, sentences: [] };
  const view = { folded, said: 0, position: 0, start: 0, passage } as unknown as SentenceView;
  return formFeatures(view)[FORM_FEATURES.indexOf('negations')];
}

test.each([...langWords('zh/negation-marks'), ...langWords('yue/negation-marks')])('%s is a negation', (mark) =>
  expect(negationsIn(`渡轮${mark}开航`)).toBe(1),
);
test.each(langWords('en/negation-marks'))('%s is a negation', (word) => {
  expect(negationsIn(word.includes("'") ? `the ferry did${word} sail` : `the ferry ${word} sailed`)).toBe(1);
  expect(negationsIn(`the ferry ${word}ed`)).toBe(0);
});
