import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { scriptTableSource } from '../../../scripts/make-script-table.ts';
import {
  WORD,
  beginningsOf,
  endOfStems,
  foldScript,
  scriptOf,
  stemOf,
  wordsAround,
  wordsBeginning,
  wordsIn,
} from '../../../src/core/text/script.ts';

/** Any string of UTF-16 units, lone surrogates included. */
const anyUnits = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

test('the committed table is the one that its script makes', () => {
  const committed = readFileSync(new URL('../../../src/core/text/script-table.generated.ts', import.meta.url), 'utf8');
  expect(committed).toBe(scriptTableSource());
});

test('a word has its stem after tens of thousands of others as before', () => {
  const words = Array.from({ length: 60_000 }, (_, at) => `x${at}`);
  expect(stemOf('meetings')).toBe('meet');
  // Of a word with a figure in it the stem is the word.
  expect(words.filter((word) => stemOf(word) !== word)).toEqual([]);
  expect(stemOf('meetings')).toBe('meet');
});

test('the words of a text are those that the pattern of words finds', () => {
  const unit = fc.oneof(
    fc.constantFrom(..."ab9zé’'-  中ßµª·"),
    fc.integer({ min: 0, max: 0xffff }).map((one) => String.fromCharCode(one)),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      const found = Array.from(text.matchAll(WORD), ({ 0: word, index: start }) => ({
        word,
        stem: stemOf(word),
        start,
        end: start + word.length,
      }));
      expect(wordsIn(text)).toEqual(found);
    }),
    { numRuns: 1_000 },
  );
  expect(wordsIn("the ship's 3 masts").map(({ word, stem }) => `${word} ${stem}`)).toEqual([
    'the the',
    "ship's ship",
    '3 3',
    'masts mast',
  ]);
});

test('words with some stems are among those that have their beginnings', () => {
  const word = fc.oneof(
    fc.constantFrom('eyed', 'eyes', 'ayed', 'aing', 'ies', "a's", 'dying', 'says', 'x', 'é', "é's", '5g', 'masts'),
    fc.string({ unit: fc.constantFrom(...'abceiosyzé1'), minLength: 1, maxLength: 5 }),
  );
  const ending = fc.constantFrom('', 's', 'ed', 'ing', 'ies', "'s", 'y');
  const text = fc.array(
    fc.tuple(word, ending).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(3), (words, at, reach) => {
      const all = wordsIn(words.join(' '));
      const wanted = all[at % all.length]?.stem ?? '';
      const sought = { stems: new Set([wanted]), beginnings: beginningsOf([wanted]) };
      const has = ({ stem }: { readonly stem: string }): boolean => stem === wanted;
      expect(wordsBeginning(words.join(' '), sought.beginnings).filter(has)).toEqual(all.filter(has));
      const isNear = (w: number): boolean => all.slice(Math.max(0, w - reach), w + reach + 1).some(has);
      const around = wordsAround(words.join(' '), sought, reach);
      expect(around.map((one, w) => (isNear(w) ? one : one.stem))).toEqual(all.map((one, w) => (isNear(w) ? one : '')));
    }),
    { numRuns: 2_000 },
  );
  const none = { stems: new Set(['mast']), beginnings: beginningsOf(['mast']) };
  expect(wordsAround('a maiden voyage', none, 3)).toEqual([]);
});

test.each([
  ['the masts of ships', ['mast', 'of'], 12],
  ['the masts, of ships', ['mast', 'of'], 13],
  ['the masts of ships', ['mast', 'in'], null],
  ['the masts', ['mast', 'of'], null],
  ['the masts', [], 3],
])('%s goes on behind its first word with %j until %s', (text, stems, end) =>
  expect(endOfStems(text, 3, stems)).toBe(end),
);

describe('folding', () => {
  test.each([
    ['國務院', '国务院', 'Traditional becomes Simplified'],
    ['国务院', '国务院', 'Simplified stays'],
    ['甚麼', '什么', 'both characters of 甚麼 have a form of their own in 什么'],
    ['什麼', '什么', 'as Taiwan writes it'],
    ['么妹', '么妹', '么 is no Traditional 幺'],
    ['幺', '幺', 'and 幺 stays'],
    ['麽', '么', 'the other form of 麼'],
    ['看著', '看着', 'the particle'],
    ['著名', '着名', 'and the word: they look alike after folding, whichever was meant'],
    ['瞭解', '了解', 'what OpenCC leaves to phrases'],
    ['明瞭', '明了', 'the same behind another character'],
    ['衞生', '卫生', 'Hong Kong'],
    ['衛生', '卫生', 'Taiwan'],
    ['裏面', '里面', 'Hong Kong'],
    ['裡面', '里面', 'Taiwan'],
    ['頭髮', '头发', 'one Simplified character'],
    ['發展', '发展', 'for two Traditional ones'],
    ['乾燥', '干燥', 'and for'],
    ['幹部', '干部', 'three'],
    ['皇后', '皇后', 'a character of both scripts'],
    ['後來', '后来', 'and the one that folds to it'],
    ['臺灣', '台湾', 'formal'],
    ['台灣', '台湾', 'usual'],
    ['説為', '说为', 'Hong Kong forms'],
    ['說爲', '说为', 'other forms'],
    ['祇有', '只有', 'a measure word'],
    ['一隻', '一只', 'and another'],
    ['峯會', '峰会', 'a variant of both scripts'],
    ['慾望', '欲望', 'one that OpenCC parts by meaning'],
    ['一週', '一周', 'a week'],
    ['講嘢', '讲嘢', 'Cantonese characters stay'],
    ['Ｂｌｉｎｋｅｎ　１２', 'blinken 12', 'full width, with its space'],
    ['（？）', '(?)', 'full-width marks'],
    ['「。」', '「。」', 'marks that have no other width stay'],
    ['a\u00a0b', 'a b', 'the no-break space'],
    ['乔‧拜登', '乔·拜登', 'hyphenation point'],
    ['喬•拜登', '乔·拜登', 'bullet'],
    ['喬・拜登', '乔·拜登', 'katakana middle dot'],
    ['喬･拜登', '乔·拜登', 'its half-width form'],
    ['喬·拜登', '乔·拜登', 'the interpunct itself'],
    ['O’Brien', "o'brien", 'curly apostrophe'],
    ['ПУТИН ΑΒΓ É', 'путин αβγ é', 'other alphabets have a lower case too'],
    ['İ', 'İ', 'a letter whose lower case is longer stays'],
    ['ß ﬁ', 'ß ﬁ', 'so do these'],
    ['𠮷野家', '𠮷野家', 'a character of two units'],
    ['\ud800', '\ud800', 'half of one'],
    ['', '', 'nothing'],
  ])('%s → %s: %s', (text, folded) => expect(foldScript(text)).toBe(folded));

  test('keeps every offset', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const whole = foldScript(a + b);
        expect(whole).toHaveLength(a.length + b.length);
        expect(whole).toBe(foldScript(a) + foldScript(b));
      }),
      { numRuns: 500 },
    );
  });

  test('of a long text is the folding of each unit: no chunk is lost or moved', () => {
    const text = '說A'.repeat(20_000);
    expect(foldScript(text)).toBe('说a'.repeat(20_000));
  });

  test('folds nothing twice', () => {
    const units = Array.from({ length: 0x1_0000 }, (_, unit) => foldScript(String.fromCharCode(unit)));
    expect(units.filter((folded) => foldScript(folded) !== folded)).toEqual([]);
  });

  // What OpenCC converts by phrase need not be one character for one, and some characters it leaves alone.
  test.each<[string, 'hk' | 'tw']>([
    ['布林肯强调，美国会继续用外交手段推进本国的利益和价值观。', 'hk'],
    ['数家媒体说，国务卿预计六月访问，讨论缉毒、贸易与台湾海峡。', 'tw'],
    ['这里发生了什么？皇后的头发后来变干了。', 'hk'],
    ['只有几只猫在台上看着群众，准备吃面。', 'tw'],
  ])('%s folds to itself by way of %s', (simplified, region) => {
    const traditional = Converter({ from: 'cn', to: region })(simplified);
    expect(traditional).not.toBe(simplified);
    expect(foldScript(traditional)).toBe(foldScript(simplified));
  });
});

test.each([
  ['國務院發言人', 'zh-Hant'],
  ['国务院发言人', 'zh-Hans'],
  ['外長是誰', 'zh-Hant'],
  ['外长是谁', 'zh-Hans'],
  ['台灣', 'zh-Hant'], // 台 is at home in both
  ['台湾', 'zh-Hans'],
  ['台海', null],
  ['七公里', null],
  ['皇后', null],
  ['王毅', null],
  ['著', null],
  ['English', null],
  ['国國', null],
  ['', null],
  ['么', 'zh-Hans'],
  ['麼', 'zh-Hant'],
  // One stray character does not turn a text.
  ['國務院發言人说', 'zh-Hant'],
] as const)('the script of %s is %s', (text, script) => expect(scriptOf(text)).toBe(script));

test.each([
  ['⾼⽴⽂', '高立文'],
  ['⼾⼝', '户口'],
  ['⻅⻢⻓⻔', '见马长门'],
  ['豈', '岂'],
])('radicals and compatibility ideographs, as PDFs have them: %s', (text, folded) => {
  expect(foldScript(text)).toBe(folded);
});
