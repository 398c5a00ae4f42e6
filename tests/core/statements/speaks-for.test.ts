import { describe, expect, test } from 'vitest';
import { langTable } from '../../../src/core/text/lang-data.ts';
import { speaksFor } from '../../../src/core/statements/speaks-for.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import type { Entry } from '../../../src/core/names/gazetteer.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const known = (text: string): Entry | null => {
  const folded = foldScript(text);
  return names.mentions(folded, text).find(({ start, end }) => start === 0 && end === folded.length)?.name ?? null;
};

test.each<[string, string, boolean]>([
  ['王毅', '中方', true],
  ['布林肯', '中方', false],
  ['中國外交部發言人', '中方', true],
  ['中国驻美大使馆发言人', '中方', true],
  ['美國國務院發言人', '美國國務院', true],
  ['白宮發言人', '美國國務院', false],
  ['美方官員', '美方', true],
  ['一名白宮高級官員', '美方', true],
  ['中国官员', '中方', true],
  ['中共當局', '中方', true],
  ['中國學者', '中方', false],
  ['中国网民', '中方', false],
  ['美國記者', '美方', false],
  ['白宮記者', '白宫', false],
  ['布林肯和沙利文', '美方', true],
  ['布林肯和王毅', '美方', false],
  ['布林肯和王毅', '中方', false],
  ['雙方', '中方', false],
  ['發言人', '中方', false],
  ['台灣外交部發言人', '中方', false],
])('%s, %s: %s', (text, side, expected) => {
  const entry = known(text);
  expect(speaksFor({ mention: null, name: text, entry }, known(side) as Entry, names)).toBe(expected);
});

const speaksForChina = (text: string): boolean =>
  speaksFor({ mention: null, name: text, entry: known(text) }, known('中方') as Entry, names);

describe('each line of', () => {
  test.each([...langTable('zh/officials')])('zh/officials: %s', (word, place) =>
    expect(speaksForChina(place === 'end' ? `中國濱海${word}` : `中國${word}某人`)).toBe(true),
  );
  test.each([...langTable('zh/officials')].filter(([, place]) => place === 'end'))(
    'zh/officials, not within a word: %s',
    (word) => expect(speaksForChina(`中國濱海${word}旁`)).toBe(false),
  );
  test.each([...langTable('zh/unofficial')])('zh/unofficial: %s', (word, place) =>
    expect(speaksForChina(`中國官員${word}${place === 'end' ? '' : '某人'}`)).toBe(false),
  );
});
