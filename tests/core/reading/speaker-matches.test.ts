import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { speakerMatches } from '../../../src/core/reading/features/read-passages.ts';
import type { WeightedQuestion } from '../../../src/core/reading/weigh-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** Who says each sentence of a paragraph, against the one whom the question asks about. */
function said(paragraph: string): readonly number[] {
  const parsed = parseQuestion('王毅說了甚麼？', names);
  const passage = passagesOf(articleOf([paragraph])).find(({ kind }) => kind === 'body');
  return passage === undefined ? [] : speakerMatches({ parsed } as WeightedQuestion, passage, names);
}

describe('who says a sentence', () => {
  test.each([
    [[1, 0.5], '王毅說，會談坦率。渡輪會加開夜班。'],
    [[1, 0.5], '王毅說，會談坦率。聲明附有渡輪的事。'],
    [[-1, 0], '布林肯說，會談坦率。渡輪會加開夜班。'],
    [[0], '會談在青嶼舉行。'],
  ])('%j: %s', (each, paragraph) => expect(said(paragraph)).toEqual(each));

  test.each(langWords('zh/left-unsaid').flatMap((line) => templateExamples(line)))(
    '%s is the report’s own remark',
    (words) => expect(said(`王毅說，會談坦率。聲明${words}渡輪的事。`)[1]).toBe(0),
  );
});
