import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { numbersIn } from '../../../src/core/text/numbers.ts';
import { foldScript } from '../../../src/core/text/script.ts';

const numbersOf = (text: string): [value: number, unit: string][] =>
  numbersIn(foldScript(text)).map(({ value, unit }) => [value, unit]);

describe('numbers', () => {
  test.each<[string, string, number, string]>([
    ['七個多小時', '7个多小时', 7, '小'],
    ['十二萬五千人', '12.5万人', 125_000, '人'],
    ['一萬二千人', '1万2千人', 12_000, '人'],
    ['二〇二三年', '2023年', 2023, '年'],
    ['兩千零二十三年', '2023 年', 2023, '年'],
    ['百分之十五', '15％', 15, '%'],
    ['百分之十五', '百分之15', 15, '%'],
    ['三億五千萬美元', '3亿5000万美元', 350_000_000, '美'],
    ['一萬億元', '1万亿元', 1e12, '元'],
    ['一百二十萬億元', '120万亿元', 1.2e14, '元'],
    ['一億零五萬人', '100,050,000人', 100_050_000, '人'],
    ['十名', '10名', 10, '名'],
    ['一百零五家', '105家', 105, '家'],
    ['二十多人', '20多人', 20, '人'],
    ['十余名', '10餘名', 10, '名'],
    ['兩天', '2天', 2, '天'],
    ['三場', '３场', 3, '场'],
    ['廿六日', '26日', 26, '日'],
    ['卅年', '30年', 30, '年'],
    ['一百五十克', '150克', 150, '克'],
    ['兩箱', '2箱', 2, '箱'],
    ['三星期', '3星期', 3, '星'],
    ['一百一十人', '110人', 110, '人'],
    // A digit behind a scale counts tenths of it, unless 零 stands between.
    ['三萬五', '3萬5', 35_000, ''],
    ['三萬五人', '3萬5人', 35_000, '人'],
    ['一百二', '120', 120, ''],
    ['十三億二', '13億2', 1_320_000_000, ''],
    ['三萬零五人', '30005人', 30_005, '人'],
    ['三萬五千人', '3.5萬人', 35_000, '人'],
    ['四十五人', '45人', 45, '人'],
  ])('%s is %s', (han, arabic, value, unit) => {
    expect(numbersOf(han)).toEqual([[value, unit]]);
    expect(numbersOf(arabic)).toEqual([[value, unit]]);
  });

  test.each<[string, [number, string][]]>([
    [
      '10月26日至27日',
      [
        [10, '月'],
        [26, '日'],
        [27, '日'],
      ],
    ],
    [
      '一年一月',
      [
        [1, '年'],
        [1, '月'],
      ],
    ],
    ['一個人上了另一艘船', []], // articles, not figures
    ['三星手機、一帶一路、兩岸、五眼聯盟、九三閱兵', []], // names, not figures
    ['萬一、千萬、三百、五四', []], // without a unit, and not shortened
    ['沒有數字', []],
    ['g20', []],
    ['hk20', [[20, '']]],
    ['撤離人數增至十一萬。', [[110_000, '']]],
  ])('in %s: %j', (text, expected) => expect(numbersOf(text)).toEqual(expected));

  test('offsets are those of the digits, behind what is before them and before the unit', () => {
    const text = '會談了七個多小時，耗資12.5万元';
    const found = numbersIn(foldScript(text)).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['七', '12.5万']);
  });

  test('whatever can be written in Han characters is read back', () => {
    const value = fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999_999_999 }));
    fc.assert(
      fc.property(value, fc.boolean(), (number, traditional) => {
        const written = writeHan(number);
        // 「一名」 is an article rather than a figure; 「一年」 is one.
        const text = `共${traditional ? written.replaceAll('万', '萬').replaceAll('亿', '億') : written}年`;
        expect(numbersOf(text)).toEqual([[number, '年']]);
      }),
      { numRuns: 500 },
    );
  });

  const han = fc.constantFrom(...'零一二十百千万亿两廿〇0123456789,.%年个多 之分百');
  const english = fc.constantFrom(
    '12',
    '1,000',
    '3.5',
    'million',
    'two',
    'may',
    'of',
    'third',
    '%',
    ' ',
    '-',
    '£',
    'm',
    'bn',
    '1991',
  );
  test.each([
    ['Chinese', fc.string({ unit: han, maxLength: 30 })],
    ['English', fc.array(english, { maxLength: 12 }).map((words) => words.join(''))],
  ])('in %s never throws, and stays inside the text', (_lang, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end, value } of numbersIn(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(value)).toBe(true);
          at = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});

const DIGITS = '零一二三四五六七八九';

// Four digits at a time, as they are spoken: 10,203 is 一万零二百零三.
function writeHan(value: number): string {
  const sections: string[] = [];
  for (let rest = value, scale = 0; rest > 0; rest = Math.floor(rest / 10_000), scale++) {
    const section = rest % 10_000;
    if (section === 0) continue;
    const gap = section < 1000 && rest > section ? '零' : '';
    sections.unshift(`${gap}${writeSection(section)}${['', '万', '亿'][scale] ?? ''}`);
  }
  return sections.join('').replace(/^零/, '');
}

function writeSection(section: number): string {
  let written = '';
  let gap = false;
  for (const [power, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(section / power) % 10;
    if (digit === 0) {
      gap = written !== '';
      continue;
    }
    written += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${name}`;
    gap = false;
  }
  return written;
}
