import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';

import { contentOf, onlyHere, sameContent } from '../../../../src/core/answers/quotes/same-fact.ts';
import { readGazetteer } from '../../../../src/core/index.ts';
import { fakeArticle } from '../../../support/fake-library.ts';

const sameStatement = (a: string, b: string, names: Parameters<typeof contentOf>[1]): boolean =>
  sameContent(contentOf(a, names), contentOf(b, names));

const names = readGazetteer([
  { kind: 'person', text: '林望舒, Lin Wangshu\n格罗夫, Grove' },
  { kind: 'place', text: '青湾, Blue Bay\n海州\n北原' },
  { kind: 'word', text: '会谈, 会面, 会晤, talks\n工程师' },
]);
const toSimplified = Converter({ from: 'hk', to: 'cn' });

const SAME: readonly (readonly [string, string, string])[] = [
  ['林望舒說，雙方都有責任盡快修復水閘。', '林望舒指出，修复水闸，双方都有责任。', 'two scripts, another order'],
  [
    '格羅夫表示，北原會派工程師到青灣檢查閘門。',
    '格罗夫：北原工程师将到青湾检查闸门',
    'another outlet’s shorter words',
  ],
  [
    '林望舒與格羅夫兩天內會談七個多小時。',
    '林望舒和格罗夫两天内会晤逾8小时。',
    'the figure differs, the statement does not',
  ],
  ['5月11日，林望舒在青灣簽署水閘協議。', '林望舒5月12日于青湾签署水闸协议。', 'the day differs'],
  ['她說：「水閘關閉三年，農戶損失慘重。」', '林望舒说，水闸关闭三年，下游农户损失惨重。', 'a pronoun names nobody'],
  ['林望舒不同意把水閘的鑰匙交給漁民協會。', '林望舒說，她不同意將水閘鑰匙交給漁民協會', 'denied in both'],
  [
    'Lin Wangshu said the sluice gate would reopen before autumn.',
    'The sluice gate would reopen before the autumn, Lin Wangshu said.',
    'English in both',
  ],
];

const OTHER: readonly (readonly [string, string, string])[] = [
  ['林望舒說，雙方都有責任盡快修復水閘。', '格罗夫说，双方都有责任尽快修复水闸。', 'somebody else says it'],
  ['北原會在秋季前重開水閘的檢查站。', '海州会在秋季前重开水闸的检查站。', 'another country does it'],
  ['林望舒說，水閘會在秋季前重開。', '林望舒说，水闸不会在秋季前重开。', 'the opposite'],
  ['林望舒表示歡迎。', '林望舒表示歡迎。', 'too little to tell'],
  ['林望舒與格羅夫在一系列問題上交換意見。', '林望舒與格羅夫重申在一系列問題上保持溝通。', 'a turn of phrase'],
  ['林望舒與格羅夫會談。', '林望舒與格羅夫會談，討論漁業與關稅。', 'names and what they do, no more'],
  [
    '林望舒說，雙方應該盡快檢查閘門，公布名單。',
    '林望舒说，双方应该下月商讨渔民的补偿，公布受影响者名单。',
    'a few common words',
  ],
  ['林望舒說，工程師下周到青灣。', '林望舒說，農戶的損失不能再拖。', 'the same speaker on something else'],
];

describe('sentences of two outlets', () => {
  test.each(SAME)('%s ＝ %s: %s', (a, b) => expect(sameStatement(a, b, names)).toBe(true));
  test.each(OTHER)('%s ≠ %s: %s', (a, b) => expect(sameStatement(a, b, names)).toBe(false));

  test('are compared alike from either side, in either script', () => {
    const sentences = [...SAME, ...OTHER].flatMap(([a, b]) => [a, b]);
    const pick = fc.constantFrom(...sentences);
    fc.assert(
      fc.property(pick, pick, (a, b) => {
        const same = sameStatement(a, b, names);
        expect(sameStatement(b, a, names)).toBe(same);
        expect(sameStatement(toSimplified(a), b, names)).toBe(same);
        expect(sameContent(contentOf(a, names), contentOf(b, names))).toBe(same);
      }),
    );
  });

  test('may hold anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(sameStatement(text, '林望舒說，水閘會在秋季前重開。', names)).toBe(false);
      }),
    );
  });
});

describe('only one outlet has', () => {
  const other = fakeArticle('other', [
    '林望舒和格罗夫在青湾会谈，同意秋季前重开水闸。林望舒说，双方都有责任修复。闸门的锈蚀比预期严重。',
    '渔业基金由三家银行出资，规模和年期仍待董事会决定。居民盼望堤坝在台风季节之前修筑，以免再受水淹之苦。',
  ]);

  test.each<[string, string, boolean]>([
    ['漁民協會對結果表示失望，說沒有人問過漁民的意見。', 'nobody else speaks of it', true],
    ['林望舒與格羅夫同意在秋季前重開水閘。', 'the other has it in its own script', false],
    ['林望舒指出，鏽蝕的閘門雙方都有責任修復。', 'the other has it in two sentences', false],
    ['雙方同意在秋季前把水閘重開，至於檢查的費用、工期和人手則留待下月商討。', 'the other has a part of it', false],
    ['林望舒宣布成立漁業基金、修築堤壩、減收船費。', 'two sentences have each a little of it', false],
    ['林望舒表示歡迎。', 'it says too little to tell', false],
  ])('%s (%s): %s', (quote, _, only) => expect(onlyHere([quote], [other], names)).toEqual(only ? [0] : []));

  test('by the position of the quote; without other outlets everything is only here', () => {
    const quotes = ['雙方同意在秋季前重開水閘。', '漁民協會說沒有人問過漁民的意見。'];
    expect(onlyHere(quotes, [other], names)).toEqual([1]);
    expect(onlyHere(quotes, [], names)).toEqual([0, 1]);
  });
});
