import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test, vi } from 'vitest';

import { datesIn } from '../../../src/core/dates/dates.ts';
import { scanDates } from '../../../src/core/dates/scan.ts';

// A Saturday.
const PUBLISHED = '2023-10-28';

/** Each mention as it stands in the text and what it is: a day, or the first and the last. */
const read = (text: string, published: string | null = PUBLISHED): string[] =>
  datesIn(text, published).map(({ start, end, first, last }) =>
    first === last ? `${text.slice(start, end)} = ${first}` : `${text.slice(start, end)} = ${first}…${last}`,
  );

/** The days of the only mention of a text. */
const only = (text: string, published: string | null = PUBLISHED): string => {
  const [date, ...more] = datesIn(text, published);
  if (date === undefined || more.length > 0) return `${more.length > 0 ? 'several' : 'none'} in ${text}`;
  return date.first === date.last ? date.first : `${date.first}…${date.last}`;
};

describe('dates that are written in full', () => {
  test.each([
    ['2023年10月26日', '2023年10月26號', '2023-10-26'],
    ['２０２３年１０月２６日', '2023 年 10 月 26 日', '2023-10-26'],
    ['二〇二三年十月二十六日', '二○二三年十月廿六日', '2023-10-26'],
    ['兩千零二十三年十月', '二千零二十三年十月', '2023-10-01…2023-10-31'],
    ['2023年10月', '2023年的10月份', '2023-10-01…2023-10-31'],
    ['2023年元月1日', '2023年一月一日', '2023-01-01'],
    ['2023年', '二〇二三年', '2023-01-01…2023-12-31'],
    ['民國112年10月', '民国一百一十二年十月', '2023-10-01…2023-10-31'],
    ['October 26, 2023', '26 October 2023', '2023-10-26'],
    ['Oct. 26th, 2023', 'the 26th of Oct 2023', '2023-10-26'],
    ['2023-10-26', '2023/10/26', '2023-10-26'],
    ['2023-10-26T08:00:00Z', '2023.10.26', '2023-10-26'],
    ['October 2023', 'in October, 2023', '2023-10-01…2023-10-31'],
    ['in 2023', 'since 2023', '2023-01-01…2023-12-31'],
    // A month before Tianjin; 五月天 is a band.
    ['2023年10月天津爆炸', '2023年10月布林肯', '2023-10-01…2023-10-31'],
  ])('%s and %s: %s, whenever the report was published', (one, other, expected) => {
    for (const published of [PUBLISHED, '2019-03-01', null]) {
      expect([only(one, published), only(other, published)]).toEqual([expected, expected]);
    }
  });

  test.each([
    ['2023年10月底', '2023年10月下旬', '2023-10-21…2023-10-31'],
    ['2023年10月初', '2023年10月上旬', '2023-10-01…2023-10-10'],
    ['2023年2月中旬', '2023年二月中旬', '2023-02-11…2023-02-20'],
    ['2023年2月底', '2023年2月末', '2023-02-21…2023-02-28'],
    ['2023年底', '2023年年末', '2023-10-01…2023-12-31'],
    ['2023年初', '2023年第一季度', '2023-01-01…2023-03-31'],
    ['2023年上半年', '2023年前半年', '2023-01-01…2023-06-30'],
    ['2023年夏天', '2023年夏季', '2023-06-01…2023-08-31'],
    ['2023年冬季', '2023年冬天', '2023-12-01…2024-02-29'], // a winter ends in the next year
    ['1990年代', '一九九〇年代', '1990-01-01…1999-12-31'],
  ])('%s and %s: %s', (one, other, expected) => expect([only(one), only(other)]).toEqual([expected, expected]));
});

describe('ranges and lists', () => {
  test.each([
    ['10月26日至27日', '2023-10-26…2023-10-27'],
    ['10月26日和27日', '2023-10-26…2023-10-27'], // days that follow each other are one span
    ['26、27日', '2023-10-26…2023-10-27'],
    ['10月26、27兩日', '2023-10-26…2023-10-27'],
    ['10月24、25、26日', '2023-10-24…2023-10-26'],
    ['10月26日到11月2日', '2023-10-26…2023-11-02'],
    ['2023年10月26日-27日', '2023-10-26…2023-10-27'],
    ['2023年10月26日～27日', '2023-10-26…2023-10-27'],
    ['2022年12月26日至1月3日', '2022-12-26…2023-01-03'], // over New Year
    ['2021至2023年', '2021-01-01…2023-12-31'],
    ['2021年到2023年', '2021-01-01…2023-12-31'],
    ['6至8月', '2023-06-01…2023-08-31'],
    ['6月底至7月初', '2023-06-21…2023-07-10'],
    ['去年10月至今年2月', '2022-10-01…2023-02-28'],
    ['October 26-27, 2023', '2023-10-26…2023-10-27'],
    ['26–27 October 2023', '2023-10-26…2023-10-27'],
    ['June to October 2023', '2023-06-01…2023-10-31'],
    ['December to January 2023', '2022-12-01…2023-01-31'],
    ['from 2021 to 2023', '2021-01-01…2023-12-31'],
    ['between June 2021 and October 2023', '2021-06-01…2023-10-31'],
    ['October 26 and 27', '2023-10-26…2023-10-27'],
  ])('%s: %s', (text, expected) => expect(only(text)).toBe(expected));

  test('days of a list that do not follow each other stay apart', () => {
    expect(read('10月23日和26日')).toEqual(['10月23日 = 2023-10-23', '26日 = 2023-10-26']);
    expect(read('6月14日及10月26日')).toEqual(['6月14日 = 2023-06-14', '10月26日 = 2023-10-26']);
  });

  test('a range that runs backwards is left out', () => expect(read('2023年10月27日至26日')).toEqual([]));
});

describe('dates reckoned from the day of publication', () => {
  test.each([
    ['10月26日', '2023-10-26', '2023-10-26'],
    ['10月28日', '2023-10-28', 'the day itself'],
    ['10月30日', '2023-10-30', 'two days ahead'],
    ['12月1日', '2023-12-01', 'a short while ahead'],
    ['3月1日', '2023-03-01', 'this year, past'],
    ['12月31日', '2022-12-31', 'more than 45 days ahead: the one that is past'],
    ['預計12月31日到訪', '2023-12-31', 'said to be to come'],
    ['12月31日將會到訪', '2023-12-31', 'said to be to come, behind it'],
    ['11月', '2023-11-01…2023-11-30', 'next month'],
    ['10月', '2023-10-01…2023-10-31', 'the month at hand'],
    ['6月', '2023-06-01…2023-06-30', 'past'],
    ['26日', '2023-10-26', 'of this month'],
    ['26號，', '2023-10-26', 'of this month'],
    ['布林肯26号抵达', '2023-10-26', 'a verb behind it'],
    ['30日', '2023-10-30', 'a few days ahead'],
    ['將於2日到訪', '2023-11-02', 'to come, hence of next month'],
    ['週四（三日）', '2023-10-03', 'one Han figure in brackets'],
    ['October 26', '2023-10-26', 'no year'],
    ['will meet on December 31', '2023-12-31', 'to come'],
    ['March 3rd', '2023-03-03', 'past'],
    ['去年11月', '2022-11-01…2022-11-30', ''],
    ['今年6月', '2023-06-01…2023-06-30', ''],
    ['今年年底', '2023-10-01…2023-12-31', ''],
    ['年底', '2023-10-01…2023-12-31', 'of this year'],
    ['前年', '2021-01-01…2021-12-31', ''],
    ['明年', '2024-01-01…2024-12-31', ''],
    ['去年', '2022-01-01…2022-12-31', ''],
    ['上個月', '2023-09-01…2023-09-30', ''],
    ['上月', '2023-09-01…2023-09-30', ''],
    ['本月10日', '2023-10-10', ''],
    ['上月底', '2023-09-21…2023-09-30', ''],
    ['月初', '2023-10-01…2023-10-10', ''],
    ['下月', '2023-11-01…2023-11-30', ''],
    ['昨日', '2023-10-27', ''],
    ['昨天', '2023-10-27', ''],
    ['今日', '2023-10-28', ''],
    ['今晚', '2023-10-28', ''],
    ['前天', '2023-10-26', ''],
    ['他說明天到訪', '2023-10-29', '說 + 明天'],
    ['當日', '2023-10-28', 'no other day before it'],
    ['上周五', '2023-10-20', 'of last week, Monday to Sunday'],
    ['本週三', '2023-10-25', ''],
    ['周五', '2023-10-27', 'the nearest past'],
    ['星期六', '2023-10-28', 'the same day'],
    ['禮拜天', '2023-10-22', ''],
    ['將於周二', '2023-10-31', 'to come'],
    ['下周一', '2023-10-30', ''],
    ['上周', '2023-10-16…2023-10-22', ''],
    ['上個星期', '2023-10-16…2023-10-22', ''],
    ['本周末', '2023-10-28…2023-10-29', ''],
    ['last June', '2023-06-01…2023-06-30', ''],
    ['last October', '2022-10-01…2022-10-31', 'not the month at hand'],
    ['last month', '2023-09-01…2023-09-30', ''],
    ['last week', '2023-10-16…2023-10-22', ''],
    ['next year', '2024-01-01…2024-12-31', ''],
    ['yesterday', '2023-10-27', ''],
    ['on Friday', '2023-10-27', 'the nearest past'],
    ['next Monday', '2023-10-30', ''],
  ])('%s: %s (%s)', (text, expected) => {
    expect(only(text)).toBe(expected);
    expect(read(text, null)).toEqual([]);
  });

  test.each([
    ['28日', '2023-10-03', '2023-09-28'], // 25 days ahead: of the month before
    ['5日', '2023-10-03', '2023-10-05'],
    ['31日', '2023-10-01', 'none in 31日'], // September has none
    ['2月29日', '2024-03-05', '2024-02-29'],
    ['1月5日', '2023-12-20', '2024-01-05'],
    ['12月20日', '2024-01-05', '2023-12-20'],
    ['上個月', '2024-01-05', '2023-12-01…2023-12-31'],
    ['18日', '2023-06-14', '2023-06-18'],
  ])('%s in a report of %s: %s', (text, published, expected) => expect(only(text, published)).toBe(expected));

  test('words that point back do so to the mention before', () => {
    expect(read('2022年11月14日會面，翌日離開')).toEqual(['2022年11月14日 = 2022-11-14', '翌日 = 2022-11-15']);
    expect(read('2022年11月14日會面，當天離開')).toEqual(['2022年11月14日 = 2022-11-14', '當天 = 2022-11-14']);
    expect(read('2021年3月會談，同年6月再談')).toEqual([
      '2021年3月 = 2021-03-01…2021-03-31',
      '同年6月 = 2021-06-01…2021-06-30',
    ]);
    expect(read('翌日離開')).toEqual([]);
  });

  test('of a weekday and a date beside it, the date counts', () => {
    expect(read('週五（10月27日）')).toEqual(['10月27日 = 2023-10-27']);
    expect(read('10月27日（星期五）')).toEqual(['10月27日 = 2023-10-27']);
    expect(read('昨日（27日）')).toEqual(['27日 = 2023-10-27']);
    expect(read('Friday, October 27')).toEqual(['October 27 = 2023-10-27']);
    expect(read('周五晚，10月20日')).toHaveLength(2);
  });

  test('where a sentence may go on in the time of an earlier date, an incomplete one is left out', () => {
    expect(read('1945年8月15日投降，21日進軍')).toEqual(['1945年8月15日 = 1945-08-15']);
    expect(read('2021年3月會談，6月再談')).toEqual(['2021年3月 = 2021-03-01…2021-03-31']);
    expect(read('1945年8月15日投降。21日發表')).toHaveLength(2);
    expect(read('自2018年10月以來首次，10月20日到訪')).toHaveLength(2);
  });
});

describe('no dates', () => {
  test.each([
    ['durations', '3月後、三個月、兩年、三日內、為期5日、3日後、上任10天後、100年、近2000年、兩千年、5000年歷史'],
    ['ordinals', '第27日、第10月、第2023年'],
    ['figures', '2023萬、2023人、30%、12.26元、10日元、電話2023-1026、v2023.10、G20日'],
    ['other numbers', '5號線、3號機組、嫦娥五號在月球、文章編號20231026、《2023年國防授權法》、9·11'],
    ['days that no calendar has', '2月30日、2023年2月29日、13月、2023年13月、10月32日、2023-02-30、31 June 2023'],
    [
      'words',
      '近日、日前、十月革命、每周一、每年10月、一周三次、五月天、元明天皇、說明日本、上周邊、如今年輕、過去年、光明天',
    ],
    ['the old calendar', '七月十五、十月初六、永曆十五年八月十五日、400年五月'],
    ['sentences of court', '判刑2年6月'],
    ['English words', 'They may march in an august company; 20 may join, 2023 ships, 100 people, decades, mondays'],
    ['addresses', 'https://example.org/2023/10/26/'],
    ['nothing', ''],
  ])('%s: %s', (_, text) => expect(read(text)).toEqual([]));

  test.each([
    ['2023年10月中國', '2023年10月'],
    ['10月底特律', '10月'],
    ['2023年初選', '2023年'],
    ['10月26日本國', '10月26日'],
  ])('%s: only %s', (text, date) => {
    expect(datesIn(text, PUBLISHED).map(({ start, end }) => text.slice(start, end))).toEqual([date]);
  });
});

test('precision', () => {
  const precisions = datesIn('2023年、10月、26日、10月26日至27日、上周', PUBLISHED).map(({ precision }) => precision);
  expect(precisions).toEqual(['year', 'month', 'day', 'span', 'span']);
});

describe('of any text', () => {
  const piece = fc.constantFrom(
    ...'2023年 10月 26日 26號 、 至 和 到 去年 上個月 周五 上周 下 （ ） 《 》 。 將於 同年 翌日 底 13月 2月30日 二〇二三年 十 廿六日 Oct 26, 2023 June to and last may - 2021 / 布林肯'.split(
      ' ',
    ),
    ' ',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  const published = fc.constantFrom(PUBLISHED, '2024-02-29', '2023-01-01', null);

  test('mentions lie in it, in order and apart, and end no sooner than they begin', () => {
    fc.assert(
      fc.property(text, published, (text, published) => {
        let last = 0;
        for (const date of datesIn(text, published)) {
          expect(date.start).toBeGreaterThanOrEqual(last);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(text.length);
          expect(date.first <= date.last).toBe(true);
          for (const day of [date.first, date.last]) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
          expect(date.precision === 'day').toBe(date.precision === 'day' && date.first === date.last);
          last = date.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('both scripts are read alike', () => {
    const simplified = Converter({ from: 'hk', to: 'cn' });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), published, (pieces, published) => {
        const text = pieces.join('');
        expect(datesIn(simplified(text), published)).toEqual(datesIn(text, published));
      }),
      { numRuns: 500 },
    );
  });

  test('every day is read back from whatever way it is written', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, of] = iso.split('-').map(Number);
        const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
        for (const written of [`${year}年${month}月${of}日`, `${of} ${name} ${year}`, `${name} ${of}, ${year}`, iso]) {
          expect(only(`在${written}。`.replace(/^在(?=\d+ |[A-Z])/, 'on '), null)).toBe(iso);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile text', () => {
  const hostile =
    '1|一|年|上|2023年|10月26日至|26、|《|m|may |2023-|上上|星期|1 |月|二十|from 2021 to |十月|1,|june and ';

  // The clock of a shared machine lies; the number of patterns tried does not.
  test.each(hostile.split('|'))('%j four times as often costs four times as much', (unit) => {
    const tried = (times: number): number => {
      const exec = vi.spyOn(RegExp.prototype, 'exec');
      scanDates(unit.repeat(times));
      const calls = exec.mock.calls.length;
      exec.mockRestore();
      return calls;
    };
    const small = tried(1000);
    expect(tried(4000)).toBeLessThanOrEqual(small * 4 + 100);
    expect(scanDates(unit.repeat(20_000)).length).toBeLessThanOrEqual(20_000);
  });
});
