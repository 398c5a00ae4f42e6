import { expect, test } from 'vitest';

import { createMiniSearchIndex } from '../../../src/core/index/minisearch-index.ts';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { correctSpelling, parseQuestion } from '../../../src/core/question/parse-question.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const index = createMiniSearchIndex(names);
await index.add(
  passagesOf(fakeArticle('one', ['The orchestra rehearsed Blinken Street at noon. A bell rang. A xylophone.'])),
);

const mended = (text: string): (string | number)[] =>
  correctSpelling(parseQuestion(text, names), names, { index }).terms.map(({ name, term }) => name?.canonical ?? term);

test.each<[string, readonly string[], string]>([
  ['Bliken', ['布林肯'], 'a letter left out of a name'],
  ['Blikenn', ['布林肯'], 'and one too many'],
  ['Zelenskii', ['泽连斯基'], 'two edits in a long name'],
  ['fentanil', ['芬太尼'], 'a word of the field, which the corpus need not hold'],
  ['orchestar', ['orchestra'], 'a word of the corpus'],
  ['Blinken', ['布林肯'], 'what is right stays'],
  ['xylophone', ['xylophon'], 'so does an unknown word of the corpus'],
  ['rehersal', ['rehears'], 'by its stem'],
  ['loon', ['loon'], 'a word of the language that the corpus does not have is none of another'],
  ['bel', ['bel'], 'a short word could be any other'],
  ['xylophonist', ['xylophonist'], 'what is near nothing stays'],
  ['Bliken Blinken', ['布林肯'], 'two spellings of one name are one term'],
  ['Fentanil Bliken', ['fentanil', '布林肯'], 'a name in capitals is no word of the field'],
])('%s is read as %j: %s', (question, expected) => expect(mended(question)).toEqual(expected));

test('a term keeps its place in the question', () => {
  const parsed = parseQuestion('met Bliken', names);
  const term = correctSpelling(parsed, names, { index }).terms.find(({ name }) => name?.canonical === '布林肯');
  expect('met Bliken'.slice(term?.start, term?.end)).toBe('Bliken');
});
