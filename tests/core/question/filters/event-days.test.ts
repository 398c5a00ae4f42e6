import { expect, test } from 'vitest';
import { filtersInQuestion } from '../../../../src/core/question/filters/filters.ts';
import { langWords } from '../../../../src/core/text/lang-data.ts';
import { shippedOutlets } from '../../../support/shipped-data.ts';

const facets = {
  outlets: [],
  authors: [],
  tags: [],
  kinds: [],
  days: ['2018-01-01', '2021-12-01'],
  newest: '2021-12-01',
};
const narrows = (text: string, as: 'answer' | 'timeline' = 'answer'): boolean => {
  const { filters } = filtersInQuestion(text, text, { facets, directory: shippedOutlets(), today: '2026-11-26', as });
  return filters.since !== null || filters.until !== null;
};

test.each([
  '林墨2012年退休時怎樣說？',
  '開幕當天來了多少人？',
  '林墨上任当日签署了什么？',
  'How many came to the June 4 vigil?',
  'Who spoke at the second July 28 hearing?',
  '今年收成怎樣？',
  '上個禮拜誰離開了？',
  'By 23 March, how many had fallen ill?',
  '8月30號之後出咗幾多篇？',
])('%s: the day dates what happened', (text) => expect(narrows(text)).toBe(false));

test.each([
  '2020年10月林墨說了甚麼？',
  '2020年10月3日發生了甚麼？',
  '2020年林墨說了甚麼？',
  'What did Lin Mo say in June 2020?',
  'What happened on June 4?',
  '2020年以來的報道',
  'articles since June 2020',
  '昨天發生了甚麼？',
])('%s: the day narrows', (text) => expect(narrows(text)).toBe(true));

test('what happened between two days is listed within them', () =>
  expect(narrows('2020年退休時的會面有哪些', 'timeline')).toBe(true));

test.each(langWords('zh/event-clause-ends'))('%s ends a clause that a year dates', (word) =>
  expect(narrows(`林墨2020年退休${word}說了甚麼？`)).toBe(false),
);
test.each(langWords('zh/no-clause-end-behind'))('時%s ends no clause', (char) =>
  expect(narrows(`林墨2020年退休時${char}說了甚麼？`)).toBe(true),
);
test.each(langWords('zh/asking-characters'))('no clause reaches over %s', (char) =>
  expect(narrows(`2020年在${char}處退休時說話？`)).toBe(true),
);
test.each(langWords('zh/behind-month'))('五月%s is the month', (char) =>
  expect(narrows(`五月${char}有甚麼報道`)).toBe(true),
);
test('五月艾 is none', () => expect(narrows('五月艾有甚麼報道')).toBe(false));
test.each(langWords('en/no-noun-behind-day'))('a day before "%s" is no part of a name', (word) => {
  expect(narrows(`What happened ${word} them June 4 2020 ${word} harbour?`)).toBe(true);
  expect(narrows('What happened to them June 4 2020 harbour?')).toBe(false);
});
test.each(langWords('en/event-day-prepositions'))('a day behind %s is no part of a name', (word) =>
  expect(narrows(`What happened ${word} June 4 2020 exactly?`)).toBe(narrows('What happened on June 4 2020 exactly?')),
);
