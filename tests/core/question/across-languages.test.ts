import { describe, expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import type { QuestionTerm } from '../../../src/core/index/question-term.ts';
import { crossLingualTerms } from '../../../src/core/question/cross-lingual.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { hasHan, stemOf } from '../../../src/core/text/script.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const chinese = await createLibrary(
  [
    fakeArticle('zh', [
      '鋼琴家周明禮和船長張卓然在場，帆船克拉文頓和选手哈特维尔先到。烘焙師說，康講、馬尼、塞克里大利、貝克、布克和施瓦茨也在。',
      '南海的市民看著船隻。',
    ]),
  ],
  names,
);
const english = await createLibrary(
  [
    fakeArticle('en', [
      'The pianist Zhou Mingli met Wang Yi and the runner Hartwell; the boat Claventon carried a quarterback.',
    ]),
  ],
  names,
);

const termsOf = (text: string): readonly QuestionTerm[] =>
  crossLingualTerms(parseQuestion(text, names), (hasHan(text) ? english : chinese).index).terms;
const formsOf = (text: string): readonly string[] =>
  termsOf(text).flatMap(({ across = [] }) => across.map(({ form }) => form));
/** What a question looks for, as it says it. */
const words = (text: string): readonly string[] => termsOf(text).map(({ start, end }) => text.slice(start, end));

describe('a name is looked for as a whole, as the texts of the other language write it', () => {
  test.each<[string, string, readonly string[]]>([
    ['Where does the pianist Zhou Mingli play?', 'Zhou Mingli', ['周明礼']],
    ['Where does the pianist zhou mingli play?', 'zhou mingli', ['周明礼']],
    ['When does captain Cheung Cheuk Yin go to sea?', 'Cheung Cheuk Yin', ['张卓然']],
    ['Does the Hong Kong Book Fair welcome Zhou Mingli?', 'Zhou Mingli', ['周明礼']],
    // No text has him: 鄧 of somebody else is not whom it asks for.
    ['What does Deng Chao sell?', 'Deng Chao', []],
    ['周明禮何時演出？', '周明禮', ['zhou mingli', 'mingli zhou']],
    ['选手哈特维尔何时抵达？', '哈特维尔', ['hartwel']],
    ['克拉文頓船隊何時抵達？', '克拉文頓', ['claventon']],
    ['When did Hartwell run?', 'Hartwell', ['哈特维尔']],
    ['when did hartwell run', 'hartwell', ['哈特维尔']],
  ])('%s: %s', (text, name, forms) => {
    const at = text.indexOf(name);
    const found = termsOf(text).filter(({ start, end }) => start < at + name.length && end > at);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([name]);
    const across = found[0]?.across?.map(({ form }) => form) ?? [];
    expect(forms.length === 0 ? across : across.filter((form) => forms.includes(form))).toEqual(forms);
  });

  test('whom the gazetteer knows is that person', () =>
    expect(termsOf('王毅何時到場？')[0]).toMatchObject({ kind: 'name', start: 0, end: 2, name: { kind: 'person' } }));
});

describe('what is no name is not looked for by its sound', () => {
  test.each([
    ['How many people saw the Hong Kong Book Fair?', '康讲'],
    ['What did the Hong Kong Book Fair show?', '布克'],
    ['how many years did hartwell run', '马尼'],
    ['How Many years did Hartwell run?', '马尼'],
    ['What did Secretary Hartwell say?', '塞克里大利'],
    // The texts have a baker.
    ['What did the Baker say?', '贝克'],
    ['asdfghjkl', '南海'],
  ])('%s: %s', (text, sound) => expect(formsOf(text)).not.toContain(sound));

  test.each([
    ['What did Secretary Hartwell say?', '哈特维尔'],
    ['schwartz', '施瓦茨'],
  ])('%s is one: %s', (text, sound) => expect(formsOf(text)).toContain(sound));

  test('a word of the dictionary is none', () => expect(formsOf('市民何時見船隻？')).not.toContain('hartwel'));
});

describe('words and phrases have their forms in the other language', () => {
  test.each([
    ['Who repaired the fire station?', ['repaired', 'fire station', 'fire station'], '消防局'],
    ['Who repaired the station?', ['repaired', 'station'], '车站'],
    ['How did Hong Kong vote?', ['Hong Kong', 'vote'], '投票'],
    ['高速公路何時重開？', ['高速公路', '重开'], 'expresswai'],
    // What a longer word is made of says half as much.
    ['高速公路何時重開？', ['高速公路', '重开'], 'road'],
    ['誰買iPhone？', ['買', 'iPhone'], 'bui'],
    ['2019年有多少隻船？', ['2019', '隻', '船'], 'boat'],
    ['CEO何時到碼頭？', ['CEO', '碼頭'], ''],
    ['最大的四分衛是誰？', ['最大', '四分衛'], 'quarterback'],
  ])('%s: %j, %s', (text, said, form) => {
    expect(words(text).map((word) => word.replace('開', '开'))).toEqual(said);
    expect(['', ...formsOf(text)]).toContain(form);
  });

  test('in no language there is nothing to put otherwise', () =>
    expect(termsOf('2019?')).toEqual(parseQuestion('2019?', names).terms));
});

describe('numbers', () => {
  const numbersOf = (text: string) => termsOf(text).flatMap(({ number }) => number ?? []);

  test.each([
    ['哪艘船在1991年3月5日起火？', [[1991, '年'], [3, '月'], [5, '日']]], // prettier-ignore
    ['多少人不到18歲？', [[18, '']]],
    ['誰輸給了第49屆的冠軍？', [[49, '']]],
    ['誰在第三檔起火？', [[3, '']]],
    ['近3年有多少船起火？', [[3, '年']]], // no third year
    ['Which ship burnt on 5 March 1991?', [[5, '日'], [3, '月'], [1991, '年']]], // prettier-ignore
    ['Who had 7 hours of sleep?', [[7, '']]],
  ])('%s has %j: dates have units of both languages, what is counted has none', (text, expected) =>
    expect(numbersOf(text)).toEqual(expected.map(([value, unit]) => ({ value, unit }))),
  );

  test.each([...langTable('en/ordinals')].filter(([, value]) => Number(value) <= 2))(
    '"%s" stands for 第%s',
    (word, value) => expect(formsOf(`誰是第${value}個選手？`)).toContain(stemOf(word)),
  );

  test.each(langWords('zh/ordinal-marks'))('%s makes an ordinal', (mark) =>
    expect(numbersOf(`誰在${mark}四檔起火？`)).toEqual([{ value: 4, unit: '' }]),
  );

  test('第 says nothing by itself, nor do numerals spell a name', () => {
    expect(words('誰在第三檔起火？')).not.toContain('第');
    expect(formsOf('誰在第三檔起火？')).not.toContain('the');
  });
});

test('a longer word of the dictionary comes before a word of the glossary in it', () => {
  expect(words('氣候學家說了什麼？')).toContain('氣候學家');
  expect(formsOf('氣候學家說了什麼？')).toContain('climatologist');
  expect(words('氣候怎樣？')).toContain('氣候');
});
