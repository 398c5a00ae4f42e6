import { describe, expect, test } from 'vitest';

import { foldScript } from '../../../src/core/text/script.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { listedItems } from '../../../src/core/text/sentences.ts';

const itemsIn = (text: string): number => listedItems(foldScript(text));

describe('the longest list of a sentence', () => {
  test.each([
    ['渡輪停航。', 1],
    ['渡輪今天停航，乘客改乘巴士。', 1],
    ['渡輪和巴士今天停航。', 1.5],
    ['船隊有白沙號、青山號及北角號。', 3],
    ['船隊有白沙號、青山號、北角號。', 3],
    ['她先後到過白沙、青山，又到過北角、南灣、東湖和西嶺。', 4],
    ['出席的有陳一（船長、工會主席）和林二。', 1.5],
    ['出席的有陳一（船長、工會主席）、林二。', 2],
    ['提出「停航、減價、道歉」三項要求。', 1],
    ['首先要停航，其次要減價，最後要道歉。', 3],
    ['（1）停航（2）減價', 2],
    ['The fleet has the Heron, the Swan and the Gull.', 3],
    ['The ferry, which was late, sank.', 1],
  ])('%s has %d', (text, items) => expect(itemsIn(text)).toBe(items));

  test.each([...langWords('zh/list-joining'), ...langWords('yue/list-joining')])('%s joins the last item', (word) =>
    expect(itemsIn(`船隊有白沙號、青山號${word}北角號`)).toBe(3),
  );

  test.each(langWords('en/list-joining'))('%s joins the last item in English', (word) =>
    expect(itemsIn(`The fleet has the Heron, the Swan ${word} the Gull.`)).toBe(3),
  );
  test.each(langWords('en/joining'))('%s joins two items', (word) =>
    expect(itemsIn(`The Heron ${word} the Gull were late.`)).toBe(1.5),
  );

  test.each(langWords('zh/numbering'))('%s opens one point of several', (word) =>
    expect(itemsIn(`${word}要停航，${word}要減價`)).toBe(2),
  );

  test('a sentence without end takes no longer than its length', () => {
    expect(itemsIn('甲'.repeat(200_000))).toBe(1);
    expect(itemsIn('（'.repeat(100_000))).toBe(1);
    expect(itemsIn('甲、'.repeat(50_000))).toBeGreaterThan(1);
  });
});
