import { describe, expect, test } from 'vitest';

import { datesIn } from '../../../src/core/dates/dates.ts';
import { dateWords } from '../../../src/core/dates/words.ts';
import { langLines, langPairs, langTable, langWords } from '../../../src/core/text/lang-data.ts';

// A Friday.
const PUBLISHED = '2021-08-20';

/** The dates of a text, each with the words that it was read from. */
const read = (text: string): [words: string, first: string, last: string][] =>
  datesIn(text, PUBLISHED).map(({ start, end, first, last }) => [text.slice(start, end), first, last]);
const wordsRead = (text: string): string[] => read(text).map(([words]) => words);
const firstOf = (text: string, words: string): string | undefined => read(text).find(([own]) => own === words)?.[1];

/** Each word of a list with each of its exceptions, as the text in which the exception reaches over an end of the word. */
function crossings(list: string): [text: string, word: string][] {
  const found: [string, string][] = [];
  for (const line of langLines(list)) {
    const [entry = '', exceptions = ''] = line.split('!');
    const words = itemsOf(entry.split('=>')[0] ?? '');
    for (const exception of itemsOf(exceptions)) {
      for (let cut = 1; cut < exception.length; cut++) {
        const [head, tail] = [exception.slice(0, cut), exception.slice(cut)];
        for (const word of words) {
          if (word.startsWith(tail)) found.push([`${head}${word}`, word]);
          if (word.endsWith(head)) found.push([`${word}${tail}`, word]);
        }
      }
    }
  }
  return found;
}

const itemsOf = (items: string): string[] =>
  items
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

// 去年 with no date before it, 同年 behind a day of 2010.
const yearOf = (value: string): number =>
  value.startsWith('mention') ? 2010 + Number(value.slice(8)) : 2021 + Number(value);

describe('each line of zh/', () => {
  test.each(dateWords('zh/year-words').map(({ word, value }) => [word, yearOf(value)] as const))(
    'year-words: %s is %i',
    (word, year) => expect(firstOf(`2010年5月3日開始，${word}完成`, word)).toBe(`${year}-01-01`),
  );

  test.each(dateWords('zh/month-words').map(({ word, value }) => [word, value] as const))(
    'month-words: %s',
    (word, value) => {
      const month = value.startsWith('mention') ? 5 + Number(value.slice(8)) : 8 + Number(value);
      expect(firstOf(`2021年5月3日開始，${word}完成`, word)).toBe(`2021-${String(month).padStart(2, '0')}-01`);
    },
  );

  test.each(dateWords('zh/day-words').map(({ word, value }) => [word, value] as const))(
    'day-words: %s',
    (word, value) => {
      const day = value.startsWith('mention') ? 3 + Number(value.slice(8)) : 20 + Number(value);
      expect(firstOf(`2021年8月3日開始，${word}完成`, word)).toBe(`2021-08-${String(day).padStart(2, '0')}`);
    },
  );

  test.each(dateWords('zh/week-shifts').map(({ word, value }) => [word, Number(value)] as const))(
    'week-shifts: %s星期三',
    (word, shift) => {
      const day = new Date(Date.UTC(2021, 7, 18 + 7 * shift)).toISOString().slice(0, 10);
      expect(read(`於${word}星期三開會`)).toEqual([[`${word}星期三`, day, day]]);
    },
  );

  test.each(dateWords('zh/weekdays').map(({ word, value }) => [word, Number(value)] as const))(
    'weekdays: 上星期%s',
    (word, weekday) => {
      const day = `2021-08-${String(8 + weekday).padStart(2, '0')}`;
      expect(read(`上星期${word}開會`)).toEqual([[`上星期${word}`, day, day]]);
    },
  );

  test.each([...langTable('zh/month-names')])('month-names: %s月', (name, month) =>
    expect(read(`2021年${name}月開會`)[0]?.[1]).toBe(`2021-${month.padStart(2, '0')}-01`),
  );

  test.each(dateWords('zh/parts-of-month').map(({ word, value }) => [word, value] as const))(
    'parts-of-month: 5月%s',
    (word, value) => {
      const [first = '', last = ''] = value.split(' ');
      expect(read(`2021年5月${word}。`)).toEqual([
        [`2021年5月${word}`, `2021-05-${first.padStart(2, '0')}`, `2021-05-${last.padStart(2, '0')}`],
      ]);
      expect(wordsRead(`2021年5月${word}學開學`)[0] === `2021年5月${word}`).toBe(!value.includes('end'));
    },
  );

  test.each(dateWords('zh/parts-of-year').map(({ word, value }) => [word, value] as const))(
    'parts-of-year: %s',
    (word, value) => {
      const [first = ''] = value.split(' ');
      const written = word.toUpperCase();
      expect(read(`2020年${written.replace(/^年/, '')}。`)[0]?.[1]).toBe(`2020-${first.padStart(2, '0')}-01`);
      // Alone it is that of the year at hand: the fourth quarter is six weeks off.
      const alone = value.includes('alone') ? [`2021-${first.padStart(2, '0')}-01`] : [];
      expect(read(`公司${written}，成績`).map(([, day]) => day)).toEqual(alone);
    },
  );

  test.each(['year-words', 'month-words', 'day-words', 'parts-of-month'].flatMap((list) => crossings(`zh/${list}`)))(
    'exceptions: in %s, %s is no date',
    (text, word) => {
      const around = word.length > 2 || !/[初末底]/.test(word) ? text : `5月${text}`;
      expect(wordsRead(`人們${around}等`)).not.toContain(word);
    },
  );

  test.each(dateWords('zh/not-months').map(({ word }) => word))('not-months: 三%s', (word) =>
    expect(wordsRead(`買三${word}。`)).toEqual([]),
  );

  test.each(langWords('zh/not-weeks'))('not-weeks: 本%s', (word) => expect(wordsRead(`本${word}等事`)).toEqual([]));

  test.each([...langTable('zh/counted-before')])('counted-before: %s makes %s no date', (word, kinds) => {
    const counted = { day: '13日', month: '3月', week: '周一' };
    for (const kind of kinds.split(' ') as (keyof typeof counted)[]) {
      expect(wordsRead(`於${counted[kind]}開會`)).toEqual([counted[kind]]);
      expect(wordsRead(`${word}${counted[kind]}開會`)).not.toContain(counted[kind]);
    }
  });

  test.each(langWords('zh/counted-behind'))('counted-behind: 13日%s is no day', (word) =>
    expect(wordsRead(`有13日${word}。`)).toEqual([]),
  );

  test.each(langWords('zh/numbered-behind'))('numbered-behind: 5號%s is no day', (word) =>
    expect(wordsRead(`乘5號${word}。在5號${word}。`)).toEqual([]),
  );

  test.each(langWords('zh/acts-behind'))('acts-behind: 5號%s is a day', (word) => {
    expect(wordsRead(`團隊5號${word}。`)).toEqual(['5號']);
    expect(wordsRead(`團隊5號。`)).toEqual([]);
  });

  test.each([...langTable('zh/distance-units')])('distance-units: 三%s前', (unit, kind) => {
    const first = { year: '2018-01-01', month: '2021-05-01', week: '2021-07-26', day: '2021-08-17' }[kind];
    expect(read(`三${unit}前開會`)[0]?.[1]).toBe(first);
  });

  test.each(dateWords('zh/distance-behind').map(({ word }) => word))('distance-behind: 三年%s', (word) =>
    expect(wordsRead(`三年${word}，開會`)).toEqual([`三年${word}`]),
  );
  test.each(crossings('zh/distance-behind'))('distance-behind: 三年%s is none', (text) =>
    expect(wordsRead(`三年${text}，開會`)).toEqual([]),
  );

  test.each(langWords('zh/seasons-of-play'))('seasons-of-play: 2011/12%s is no month', (word) =>
    expect(wordsRead(`球隊2011/12${word}奪冠`)).toEqual([]),
  );

  test.each([...langTable('zh/between-dates')])('between-dates: %s, of a %s', (word, kind) => {
    const days =
      kind === 'range'
        ? [['2021-05-03', '2021-05-05']]
        : [
            ['2021-05-03', '2021-05-03'],
            ['2021-05-05', '2021-05-05'],
          ];
    expect(read(`2021年5月3${word}5日開會`).map(([, first, last]) => [first, last])).toEqual(days);
  });
  test.each([...langTable('zh/eras')])('eras: %s, from %i on', (era, before) =>
    expect(firstOf(`${era}12年8月開會`, `${era}12年8月`)).toBe(`${Number(before) + 12}-08-01`),
  );
  test.each(langWords('zh/counted-month-before'))('counted-month-before: %s月底', (word) =>
    expect(wordsRead(`於${word}月底開會`)).toEqual([]),
  );
  test.each(langWords('zh/month-at-hand-behind'))('month-at-hand-behind: 月%s', (word) =>
    expect(wordsRead(`於月${word}開會`).length).toBe(1),
  );
  test.each(langWords('zh/part-of-year-ends'))('part-of-year-ends: 5月中%s', (word) =>
    expect(wordsRead(`2021年5月中${word}會議`)[0]).toBe('2021年5月中'),
  );
  test.each(langWords('zh/week'))('week: 上%s三', (word) =>
    expect(wordsRead(`於上${word}三開會`)).toEqual([`上${word}三`]),
  );
  test.each(langWords('zh/no-week-behind'))('no-week-behind: 上星期%s', (word) =>
    expect(wordsRead(`於上星期${word}`)).toEqual([]),
  );
  test.each(langWords('zh/parts-behind-day'))('parts-behind-day: 3月1日%s將', (word) =>
    expect(read(`3月1日${word}將`)[0]?.[1]).toBe('2022-03-01'),
  );
  test.each([...langTable('zh/rounded-years')])('rounded-years: %s, %s 2000年', (word, side) =>
    expect(wordsRead(side === 'before' ? `有${word}2000年。` : `有2000年${word}。`)).toEqual([]),
  );
  test.each(langWords('zh/before-numbered-day'))('before-numbered-day: %s5號', (word) =>
    expect(wordsRead(`團隊${word}5號。`).join(' ')).toContain('5號'),
  );
  test.each(langWords('zh/counted-year-before'))('counted-year-before: %s年底', (word) =>
    expect(wordsRead(`，${word}年底開會`)).toEqual([]),
  );

  test.each(langWords('zh/ahead-before'))('ahead-before: %s', (word) =>
    expect(read(`會議${word}3月1日`)[0]?.[1]).toBe('2022-03-01'),
  );
  test.each(dateWords('zh/ahead-behind').map(({ word }) => word))('ahead-behind: %s', (word) =>
    expect(read(`3月1日${word}`)[0]?.[1]).toBe('2022-03-01'),
  );
});

describe('each line of en/', () => {
  test.each([...langTable('en/months')])('months: %s', (name, month) => {
    const day = `2020-${month.padStart(2, '0')}-07`;
    const stop = name.length < 5 && !['may', 'june', 'july'].includes(name) ? '.' : '';
    for (const written of [`${name} 7, 2020`, `7 ${name} 2020`, `${name}${stop} 7, 2020`])
      expect(read(`It opened on ${written}, they said`).map(([, first]) => first)).toEqual([day]);
  });

  test.each([...langTable('en/weekdays')])('weekdays: %s', (name, weekday) => {
    const day = `2021-08-${String(Number(weekday) > 5 ? 8 + Number(weekday) : 15 + Number(weekday)).padStart(2, '0')}`;
    expect(read(`It opened on ${name}.`)).toEqual([[name, day, day]]);
  });

  test.each([...langTable('en/day-words')])('day-words: %s', (word, shift) =>
    expect(read(`It opened ${word}.`)[0]?.[1]).toBe(`2021-08-${20 + Number(shift)}`),
  );

  test.each([...langTable('en/toward-words')])('toward-words: %s year', (word, shift) =>
    expect(read(`It opened ${word} year.`)).toEqual([
      [`${word} year`, `${2021 + Number(shift)}-01-01`, `${2021 + Number(shift)}-12-31`],
    ]),
  );

  test.each([...langTable('en/date-prepositions')])('date-prepositions: %s makes a %s', (word, kinds) => {
    expect(wordsRead(`Ships ${word} 2019 ships`).length).toBe(kinds.includes('year') ? 1 : 0);
    expect(wordsRead(`Ships ${word} march ships`).length).toBe(kinds.includes('month') ? 1 : 0);
  });

  test.each([...langTable('en/parts-of-year')])('parts-of-year: %s', (part, months) => {
    const [first = ''] = months.split(' ');
    const expected = `2020-${first.padStart(2, '0')}-01`;
    for (const text of [`In the ${part} of 2020, sales fell`, `${part} 2020 sales`])
      expect(read(text).map(([, day]) => day)).toEqual([expected]);
  });

  test.each([...langTable('en/number-words')])('number-words: %s days ago', (word, count) =>
    expect(read(`It opened ${word} years ago.`)[0]?.[1]).toBe(`${2021 - Number(count)}-01-01`),
  );

  test.each([...langTable('en/distance-units')])('distance-units: 2 %s ago', (unit, kind) => {
    const first = { year: '2019-01-01', month: '2021-06-01', week: '2021-08-02', day: '2021-08-18' }[kind];
    expect(read(`It opened 2 ${unit} ago.`)[0]?.[1]).toBe(first);
  });

  test.each(langWords('en/distance-behind'))('distance-behind: two years %s', (word) => {
    expect(wordsRead(`It opened two years ${word}.`)).toEqual([`two years ${word}`]);
    expect(wordsRead('It took two years.')).toEqual([]);
  });

  const between = [...langTable('en/between-dates')];
  test.each(between.filter(([, kind]) => kind !== 'before'))('between-dates: %s, of a %s', (word, kind) => {
    const days = [['2021-05-03', '2021-05-05']];
    const apart = [
      ['2021-05-03', '2021-05-03'],
      ['2021-05-05', '2021-05-05'],
    ];
    const readAs = (text: string) => read(text).map(([, first, last]) => [first, last]);
    expect(readAs(`It is open from 3 May 2021 ${word} 5 May 2021.`)).toEqual(kind === 'range' ? days : apart);
    for (const [before] of between.filter(([, of]) => of === 'before'))
      expect(readAs(`It is open ${before} 3 May 2021 ${word} 5 May 2021.`)).toEqual(days);
  });
  test.each(langPairs('en/counted-things').flatMap(([word, kind]) => (kind === 'day' ? [word] : [])))(
    'counted-things: %s',
    (word) => {
      expect(wordsRead(`It opened on 3 May 2021 and 14 ${word} came.`)).toEqual(['3 May 2021']);
      expect(wordsRead('It opened on 3 May 2021 and 14 after all.')).toHaveLength(2);
    },
  );

  test.each(langWords('en/ahead-before'))('ahead-before: %s', (word) =>
    expect(read(`It is ${word} to open in March.`)[0]?.[1]).toBe('2022-03-01'),
  );
});

describe('the order of day and month in figures', () => {
  test.each([
    ['day-first', '2024-02-04'],
    ['month-first', '2024-04-02'],
  ] as const)('%s', (order, day) =>
    expect(datesIn('It opened on 4/2/2024.', null, { order }).map(({ first }) => first)).toEqual([day]),
  );

  test('is not guessed', () => {
    expect(read('It opened on 4/2/2024.')).toEqual([]);
    expect(read('It opened on 25/12/2023, and on 12/26/2023.').map(([, day]) => day)).toEqual([
      '2023-12-25',
      '2023-12-26',
    ]);
  });
});

test('the last Friday of a report on a Friday is a week ago; Friday is today', () => {
  expect(read('It opened last Friday.')[0]?.[1]).toBe('2021-08-13');
  expect(read('It opened on Friday.')[0]?.[1]).toBe('2021-08-20');
});

test.each([
  ['2022/7月開會', '2022-07-01'],
  ['2022/7 開會', '2022-07-01'],
  ['民國110年8月開會', '2021-08-01'],
  ['2022Q2營收', '2022-04-01'],
  ['2022 Q2營收', '2022-04-01'],
])('%s is read', (text, day) => expect(read(text)[0]?.[1]).toBe(day));

test.each(['幾十年前開會', '數十年前開會', '三百年前開會', '2022/7/45開會', 'http://x.example/2022/07/story'])(
  '%s gives no date',
  (text) => expect(read(text)).toEqual([]),
);
