import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { langPairs, langTable } from '../../../../src/core/text/lang-data.ts';
import { dateFilter } from '../../../../src/core/question/filters/date-filter.ts';

const TODAY = '2024-03-15'; // a Friday
const NEWEST = '2023-10-28';

const asked = (text: string, newest: string | null = NEWEST): ReturnType<typeof dateFilter> =>
  dateFilter(text, TODAY, { newest, days: [] });

/** `since…until`, an open end left empty; 'none' where nothing is asked. */
const span = (text: string, newest: string | null = NEWEST): string => {
  const { span, fault } = asked(text, newest);
  if (fault !== null) return fault.code;
  return span === null ? 'none' : `${span.since ?? ''}…${span.until ?? ''}`;
};

describe('the days that a question is about', () => {
  test.each([
    ['2023年10月布林肯在哪裡會見王毅？', '2023-10-01…2023-10-31'],
    ['2023年10月26日談了什麼', '2023-10-26…2023-10-26'],
    ['二〇二三年十月二十六日談了什麼', '2023-10-26…2023-10-26'],
    ['布林肯2021年去过哪里', '2021-01-01…2021-12-31'],
    ['眾新聞 2021 年', '2021-01-01…2021-12-31'],
    ['2023年哪個月布林肯訪華', '2023-01-01…2023-12-31'], // asks for a date, and holds one
    ['2023年6月什麼時候通話', '2023-06-01…2023-06-30'],
    ['1990年代的關係', '1990-01-01…1999-12-31'],
    ['RFA in June 2023', '2023-06-01…2023-06-30'],
    ['June 2023', '2023-06-01…2023-06-30'],
    ['What happened on 26 October 2023?', '2023-10-26…2023-10-26'],
    ['What happened on October 26, 2023?', '2023-10-26…2023-10-26'],
    ['Blinken 2023', '2023-01-01…2023-12-31'],
    ['the 2021 talks in Alaska', '2021-01-01…2021-12-31'],
    ['2023-10-26', '2023-10-26…2023-10-26'],
    ['Blinken 2023-10', '2023-10-01…2023-10-31'],
  ])('%s: %s', (text, expected) => expect(span(text)).toBe(expected));

  test.each([...langTable('en/date-prepositions').keys(), 'the'])(
    'behind "%s" four figures before a noun are a year',
    (word) => expect(span(`What was said ${word} 2023 talks?`)).not.toBe('none'),
  );
  test('behind any other word they are a number', () => {
    expect(span('Did some 2023 ships sail?')).toBe('none');
    expect(span('Who sails main 2023 ships?')).toBe('none');
  });

  test.each(langPairs('en/counted-things').flatMap(([word, kind]) => (kind === 'year' ? [word] : [])))(
    'four figures before "%s" count',
    (word) => expect(span(`Did some 2023 ${word} sail?`)).toBe('none'),
  );

  test.each(['三年前', '五年前', '三日前', 'five years ago', 'two weeks ago'])('%s, told roughly, is no day', (words) =>
    expect(span(`${words}起火`)).toBe('none'),
  );

  // Without a year: the latest that the corpus may hold.
  test.each([
    ['10月26日至27日談了什麼', '2023-10-26…2023-10-27'],
    ['10月26日談了什麼', '2023-10-26…2023-10-26'],
    ['11月談了什麼', '2022-11-01…2022-11-30'],
    ['10月談了什麼', '2023-10-01…2023-10-31'],
    ['29日談了什麼', '2023-09-29…2023-09-29'],
    ['2月29日談了什麼', '2020-02-29…2020-02-29'],
    ['What was said on 30 December?', '2022-12-30…2022-12-30'],
  ])('%s: %s', (text, expected) => expect(span(text)).toBe(expected));

  test('where no article has a day, the latest is that of today', () => {
    expect(span('1月談了什麼', null)).toBe('2024-01-01…2024-01-31');
    expect(span('1月談了什麼')).toBe('2023-01-01…2023-01-31');
  });

  // From the reader's day, whatever the corpus holds.
  test.each([
    ['去年11月談了什麼', '2023-11-01…2023-11-30'],
    ['上個月有什麼新聞', '2024-02-01…2024-02-29'],
    ['今年去了哪裡', '2024-01-01…2024-12-31'],
    ['今日有什麼消息', '2024-03-15…2024-03-15'],
    ['昨天说了什么', '2024-03-14…2024-03-14'],
    ['上周五談了什麼', '2024-03-08…2024-03-08'],
    ['上周談了什麼', '2024-03-04…2024-03-10'],
    ['What did he say last June?', '2023-06-01…2023-06-30'],
    ['What did he say last month?', '2024-02-01…2024-02-29'],
    ['What did he say yesterday?', '2024-03-14…2024-03-14'],
  ])('%s: %s', (text, expected) => {
    expect([span(text), span(text, null)]).toEqual([expected, expected]);
  });

  test.each([
    ['自2023年6月以來談了什麼', '2023-06-01…'],
    ['2023年6月起談了什麼', '2023-06-01…'],
    ['今年以来去了哪里', '2024-01-01…'],
    ['2023年6月之後談了什麼', '2023-07-01…'], // not in June
    ['2023年6月以后谈了什么', '2023-07-01…'],
    ['2023年6月18日後談了什麼', '2023-06-19…'],
    ['2023年6月之前談了什麼', '…2023-05-31'], // not in June either
    ['2023年6月以前谈了什么', '…2023-05-31'],
    ['2023年前談了什麼', '…2022-12-31'],
    ['截至2023年6月談了幾次', '…2023-06-30'],
    ['2023年6月為止談了幾次', '…2023-06-30'],
    ['由2023年6月至10月談了幾次', '2023-06-01…2023-10-31'],
    ['2021年到2023年談了幾次', '2021-01-01…2023-12-31'],
    ['自2021年起至2023年止談了幾次', '2021-01-01…2023-12-31'],
    ['2021年以後、2023年之前談了幾次', '2022-01-01…2022-12-31'],
    ['10月26日和27日談了什麼', '2023-10-26…2023-10-27'],
    ['from 2021 to 2023', '2021-01-01…2023-12-31'],
    ['What has he said since June 2023?', '2023-06-01…'],
    ['from June 2023 onwards', '2023-06-01…'],
    ['What did he say until October 2023?', '…2023-10-31'],
    ['What did he say by June 2023?', '…2023-06-30'],
    ['What did he say before June 2023?', '…2023-05-31'],
    ['What did he say after June 2023?', '2023-07-01…'],
    ['between June 2021 and October 2023', '2021-06-01…2023-10-31'],
    ['talks after 2020 and before March 2023', '2021-01-01…2023-02-28'],
    ['會談 since:2023-06 until:2023-10', '2023-06-01…2023-10-31'],
    ['會談 since 2023-06', '2023-06-01…'],
    ['會談 SINCE：2023年6月', '2023-06-01…'],
    ['會談 until:2023', '…2023-12-31'],
  ])('%s: %s', (text, expected) => expect(span(text)).toBe(expected));
});

describe('no days', () => {
  test.each([
    ['a person', '上一位訪華的國務卿是誰？'],
    ['a duration', '布林肯上任10天後說了什麼'],
    ['a count', '會談一共進行了三場嗎'],
    ['a question for one', '布林肯預計何時訪問中國？'],
    ['another question for one', 'When is Blinken expected to visit China, and for how long?'],
    ['which year', '哪一年的2月14日發行'],
    ['the title of a law', '《2023年國防授權法》說什麼'],
    ['the name of a law', '2023年國防授權法說什麼'],
    ['the name of an act', 'What is in the 2022 CHIPS and Science Act?'],
    ['quotation marks', '「2023年計劃」是什麼'],
    ['Latin quotation marks', 'What is "Vision 2030"?'],
    ['a number', 'Did 2000 ships leave?'],
    ['a number in Chinese', '為什麼是2023'],
    ['nowadays', '今日的香港怎樣'],
    ['two dates that are no range', '2022年11月巴厘島的共識和2023年10月的會談有什麼關係'],
    ['three dates', 'since 2020, in 2021 and until 2022'],
    ['no text', ''],
  ])('%s: %s', (_, text) => {
    expect(asked(text)).toMatchObject({ span: null, parts: [], fault: null });
  });
});

describe('days of reports and days of events', () => {
  test.each([
    ['大紀元2023年10月的報道', 'publication'],
    ['自由亞洲電台在2023年6月报道了什么', 'publication'],
    ['2023年6月以來關於台灣的文章', 'publication'],
    ['眾新聞2021年發表了什麼', 'publication'],
    ['上個月有什麼新聞', 'publication'],
    ['What did RFA publish in June 2023?', 'publication'],
    ['RFA reports from June 2023', 'publication'],
    ['coverage of Taiwan since 2021', 'publication'],
    ['台灣 since:2023-06', 'publication'],
    ['2023年10月布林肯在哪裡會見王毅？', 'event'],
    ['大紀元和自由亞洲電台怎樣報道2023年10月的會面？', 'event'], // of the meeting
    ['How did RFA report the June 2023 call?', 'event'],
    ['2023年10月王毅發表了什麼聲明', 'event'], // of the statement
    ['2023年10月國務院新聞發言人說什麼', 'event'],
    ['What did Blinken say in June 2023?', 'event'],
  ])('%s: %s', (text, of) => {
    expect(asked(text).span).not.toBeNull();
    expect(asked(text).of).toBe(of);
  });
});

describe('faults', () => {
  test.each([
    ['2023年13月談了什麼', '2023年13月'],
    ['2月30日談了什麼', '2月30日'],
    ['2023年2月29日談了什麼', '2023年2月29日'],
    ['去年2月29日談了什麼', '去年2月29日'],
    ['二〇二三年十三月', '二〇二三年十三月'],
    ['10月26日至32日', '10月26日至32日'],
    ['6月26日至31日', '6月26日至31日'],
    ['2月28日和30日', '30日'],
    ['2023-02-30', '2023-02-30'],
    ['on 31 June 2023', '31 June 2023'],
    ['June 31, 2023', 'June 31, 2023'],
    ['since:2023-13 talks', '2023-13'],
    ['until:昨日', '昨日'],
    ['Since: Foo', 'Foo'],
  ])('%s: %s is no date', (text, given) => {
    expect(asked(text)).toMatchObject({ span: null, fault: { code: 'bad-date', given } });
  });

  test.each([
    ['2023年至2021年', '2023-01-01', '2021-12-31'],
    ['2023年10月27日至26日', '2023-10-27', '2023-10-26'],
    ['from 2023 to 2021', '2023-01-01', '2021-12-31'],
    ['since:2023-10 until:2023-06', '2023-10-01', '2023-06-30'],
    ['2023年以後、2021年之前', '2024-01-01', '2020-12-31'],
  ])('%s runs backwards', (text, since, until) => {
    expect(asked(text)).toMatchObject({ span: null, fault: { code: 'dates-reversed', since, until } });
  });
});

describe('what was read as dates', () => {
  test.each([
    ['2023年10月布林肯在哪裡', ['2023年10月']],
    ['自2023年6月以來的會談', ['自2023年6月以來']],
    ['自由2023年6月', ['2023年6月']],
    ['What was said in June 2023?', ['in June 2023']],
    ['talks from 2021 to 2023', ['from 2021 to 2023']],
    ['talks since:2023-06 until:2023-10', ['since:2023-06', 'until:2023-10']],
    ['自2021年起，至2023年止', ['自2021年起', '至2023年止']],
    ['2023年13月的會談', ['2023年13月']],
    ['沒有', []],
  ])('%s: %j', (text, expected) => {
    expect(asked(text).parts.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('lies in the question, in order, and begins no later than it ends, whatever is asked', () => {
    const piece = fc.constantFrom(
      ...'2023年 10月 26日 至 到 自 以來 之前 後 since: since until 2023-06 2023-13 去年 上周 13月 《 》 " 「 的報道 June 2023 in 和 、 布林肯'.split(
        ' ',
      ),
      ' ',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(NEWEST, null), (text, newest) => {
        const { span, parts, fault } = asked(text, newest);
        expect(span === null || fault === null).toBe(true);
        expect(parts.length > 0).toBe(span !== null || fault !== null);
        const { since, until } = span ?? { since: TODAY, until: TODAY };
        expect(since ?? until).not.toBeNull();
        expect((since ?? '') <= (until ?? '9999')).toBe(true);
        let last = 0;
        for (const { start, end } of parts) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a question of 100,000 dates is read', () => {
    for (const unit of ['2023年10月"', 'since:2023-06 ', '報道 ', '「2023年']) {
      expect(asked(unit.repeat(100_000)).span).toBeNull();
    }
  });
});

test.each([
  ['What was agreed on 4/2/2024?', ['2024-04-02'], '2024-04-02…2024-04-02'],
  ['What was agreed on 4/2/2024?', ['2024-02-04'], '2024-02-04…2024-02-04'],
  ['What was agreed on 4/2/2024?', ['2024-02-04', '2024-04-02'], 'none'],
  ['What was agreed on 4/2/2024?', ['2024-02-05'], 'none'],
])('%s is the day of the two that the archive has, of %j: %s', (text, days, expected) => {
  const { span: found } = dateFilter(text, TODAY, { newest: NEWEST, days });
  expect(found === null ? 'none' : `${found.since}…${found.until}`).toBe(expected);
});
