import { expect, test } from 'vitest';
import { createMiniSearchIndex } from '../../../src/core/index/minisearch-index.ts';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { parseQuestion, resolveSurnames } from '../../../src/core/question/parse-question.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const index = createMiniSearchIndex(names);
await index.add([
  ...[
    '王毅說。',
    '王毅到。',
    '王毅走。',
    '王毅笑。',
    '王岐山說。',
    '楊潔篪說。',
    '秦剛說。',
    '李強說。',
    '李克強說。',
    '李強到。',
  ].flatMap((text, i) => passagesOf(fakeArticle(`n${i}`, [text]))),
  ...passagesOf(fakeArticle('us', ['布林肯和戴琪。'])),
]);

const people = (text: string): string[] =>
  resolveSurnames(parseQuestion(text, names), names, index).terms.flatMap(({ name }) =>
    name?.kind === 'person' ? [name.canonical] : [],
  );

test.each<[string, readonly string[], string]>([
  ['What did Wang say about Taiwan?', ['王毅'], 'one of two is named four times as often'],
  ['When did Yang and Blinken talk?', ['杨洁篪', '布林肯'], 'the only one'],
  ['Qin', ['秦刚'], 'a word alone'],
  ["What was Wang's answer?", ['王毅'], 'a possessive'],
  ['What did Mr Wang say?', ['王毅'], 'behind a title'],
  ['What did Secretary Blinken say?', ['布林肯'], 'and so one who is known without'],
  ['What did Tai say?', ['戴琪'], 'the last word of a Western form'],
  ['What did Li say?', [], 'two who are named about as often'],
  ['What did Zhao say?', [], 'nobody in the corpus'],
  ['What did wang say?', [], 'no capital'],
  ['What did Wang Wenbin say?', ['汪文斌'], 'a full name stays what it is'],
  ['Katherine', [], 'a given name in front is no surname'],
  ['What did Kevin Wang say?', [], 'somebody else of that surname'],
  ['What did Wang Po-ying say?', [], 'and so with the surname first'],
  ['Did Chairman Wang agree?', ['王毅'], 'an office is no given name'],
])('%s: %j, %s', (question, expected) => expect(people(question)).toEqual(expected));

test('the one who is asked about is known', () => {
  const parsed = resolveSurnames(parseQuestion('What did Wang say to Blinken?', names), names, index);
  expect(parsed.wants).toBe('statement');
  expect(parsed.speakers.map(({ canonical }) => canonical)).toEqual(['王毅', '布林肯']);
});

test('a title before a name is not looked for', () => {
  const parsed = parseQuestion('Secretary Blinken', names);
  expect(parsed.terms.map(({ name }) => name?.canonical)).toEqual(['布林肯']);
});
