import { describe, expect, test } from 'vitest';
import { SEVERAL_FEATURES, severalFeatures } from '../../../src/core/reading/features/wanted-features.ts';
import type { FeatureContext, SentenceView } from '../../../src/core/reading/features/sentence-view.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** What one feature of a sentence is beside a question. */
function measured(feature: (typeof SEVERAL_FEATURES)[number], question: string, sentence: string): number | undefined {
  const view = { folded: foldScript(sentence) } as SentenceView;
  const context = { question: { parsed: parseQuestion(question, names) } } as unknown as FeatureContext;
  return severalFeatures(view, context)[SEVERAL_FEATURES.indexOf(feature)];
}

describe('a list is measured against how many are asked for', () => {
  test.each([
    ['渡輪停靠哪三個港口？', '停靠白沙、青山和北角。', 1],
    ['渡輪停靠哪三個港口？', '停靠白沙、青山、北角和南灣。', 0.6],
    ['渡輪停靠哪三個港口？', '停靠白沙、青山、北角、東湖、西嶺和南灣。', 0.3],
    ['渡輪停靠哪三個港口？', '今天停靠白沙。', 0],
    ['渡輪停靠哪些港口？', '停靠白沙、青山和北角。', 1],
    ['渡輪停靠哪些港口？', '今天停靠白沙。', 0],
    ['渡輪停靠哪個港口？', '停靠白沙、青山和北角。', 0],
  ])('%s %s: %d', (question, sentence, fits) => expect(measured('listFits', question, sentence)).toBe(fits));
});

describe('words in marks are looked for', () => {
  test.each([
    ['誰說渡輪「好得很」？', '陳一說渡輪好得很。', 0.5],
    ['誰说渡轮“好得很”？', '陳一說渡輪好得很。', 0.5],
    ['誰說渡輪「好得很」？', '陳一說渡輪很好。', -0.5],
    ['誰說「渡輪」「好得很」？', '陳一說渡輪很好。', 0],
    ['誰說渡輪好？', '陳一說渡輪很好。', 0],
  ])('%s %s: %d', (question, sentence, share) => expect(measured('quotedWords', question, sentence)).toBe(share));
});
