import { describe, expect, test } from 'vitest';

import { dateWords } from '../../../../src/core/dates/words.ts';
import { dateFilter } from '../../../../src/core/question/filters/date-filter.ts';
import { langLines, langTable, langWords } from '../../../../src/core/text/lang-data.ts';

const read = (text: string): ReturnType<typeof dateFilter> => dateFilter(text, '2024-03-01', null);
const daysOf = (text: string): string => read(text).of;

const en = (isOne: (value: string) => boolean): string[] =>
  [...langTable('en/publishing')].flatMap(([word, value]) => (isOne(value) ? [word] : []));

describe('each line of', () => {
  test.each(dateWords('zh/publishing'))('zh/publishing: $word', ({ word }) =>
    expect(daysOf(`2023年6月有誰${word}`)).toBe('publication'),
  );
  test.each(dateWords('zh/publishing').filter(({ value }) => value.includes('noun')))(
    'zh/publishing behind a date: $word',
    ({ word }) => expect(daysOf(`誰報道2023年6月${word}`)).toBe('publication'),
  );
  test.each(dateWords('zh/publishing').filter(({ value }) => value.includes('of')))(
    'zh/publishing before a date: $word',
    ({ word }) => expect(daysOf(`如何${word}2023年6月的會面`)).toBe('event'),
  );
  test.each(langLines('zh/publishing').flatMap((line) => (line.split('!')[1] ?? '').split(',').filter(Boolean)))(
    'zh/publishing but: %s',
    (word) => expect(daysOf(`2023年6月有什麼${word.trim()}`)).toBe('event'),
  );
  test.each(langWords('zh/delivered'))('zh/delivered: %s', (word) =>
    expect(daysOf(`2023年6月他發表什麼${word}`)).toBe('event'),
  );
  test.each(langWords('zh/reported-before'))('zh/reported-before: %s', (word) =>
    expect(daysOf(`如何報道${word}2023年6月的會面`)).toBe('event'),
  );
  test.each(en((value) => value !== 'of'))('en/publishing: %s', (word) =>
    expect(daysOf(`who ${word} anything in June 2023`)).toBe('publication'),
  );
  test.each(en((value) => value.includes('noun')))('en/publishing behind a date: %s', (word) =>
    expect(daysOf(`who reported the June 2023 ${word}`)).toBe('publication'),
  );
  test.each(en((value) => value.includes('of')))('en/publishing before a date: %s', (word) =>
    expect(daysOf(`reports that ${word} the June 2023 talks`)).toBe('event'),
  );
  test.each(langWords('en/reported-before'))('en/reported-before: %s', (word) =>
    expect(daysOf(`who reported ${word} the June 2023 talks`)).toBe('event'),
  );
  test.each(langWords('zh/law-endings'))('zh/law-endings: %s', (word) =>
    expect(read(`2023年國防${word}怎麼說`).span).toBeNull(),
  );
  test.each(langWords('en/law-endings'))('en/law-endings: %s', (word) =>
    expect(read(`What does the 2023 Harbour ${word} say?`).span).toBeNull(),
  );
  test.each(langWords('zh/report-modifiers'))('zh/report-modifiers: %s', (word) =>
    expect(daysOf(`誰報道2023年6月的${word}新聞`)).toBe('publication'),
  );
  test.each(langLines('zh/law-breaks'))('zh/law-breaks: %s', (char) =>
    expect(read(`2023年${char}法案`).span).not.toBeNull(),
  );
});

describe('today is the day of reports', () => {
  test.each(langWords('zh/todays-news'))('with %s', (word) => expect(read(`今天有甚麼${word}`).span).not.toBeNull());
  test.each(langWords('en/todays-news'))('with %s', (word) => expect(read(`${word} of today`).span).not.toBeNull());
  test.each(['今天鐘樓在哪裡', 'Where is the tower today?'])('and nowadays without: %s', (text) =>
    expect(read(text).span).toBeNull(),
  );
});
