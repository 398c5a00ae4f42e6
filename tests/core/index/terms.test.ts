import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bigramKey, bigramUnits, isCjk } from '../../../src/core/text/script.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { eachTerm, isIndexable, nameTerm, numberTerm, type Term } from '../../../src/core/index/terms.ts';

const names = readGazetteer([{ kind: 'place', text: '甲城, Jiacheng, JC\n' }]);
const JIA = nameTerm(names.mentions('甲城')[0]?.name.id ?? -1);

const termsOf = (text: string): Term[] => {
  const terms: Term[] = [];
  eachTerm(text, names, (term) => terms.push(term));
  return terms;
};
const sorted = (terms: readonly Term[]): string[] => terms.map(String).sort();
const bigram = (two: string): Term => bigramKey(two.charCodeAt(0), two.charCodeAt(1));

test.each(langWords('zh/stop-characters'))('no bigram with %s is indexed', (char) => {
  const [stop, other] = [char.charCodeAt(0), '谈'.charCodeAt(0)];
  expect([isIndexable(stop, other), isIndexable(other, stop), isIndexable(other, other)]).toEqual([false, false, true]);
});

describe('terms', () => {
  test.each<[string, string, readonly Term[]]>([
    ['bigrams, and the last character alone', '會談坦率', [bigram('会谈'), bigram('谈坦'), bigram('坦率'), '率']],
    ['a character between other things alone', 'A級b', ['a', '级', 'b']],
    ['no bigram over a mark', '會，談', ['会', '谈']],
    ['no bigram with a function word', '和平的', []],
    ['the stem of a word', 'Meetings', ['meet']],
    ['a word in full width', 'ＷＯＲＫＳ', ['work']],
    ['a possessive without its ending', "Lee's", ['lee']],
    ['a number with and without its unit', '7天', ['天', '7', numberTerm(7), numberTerm(7, '天')]],
    ['a name by its number', 'Jiacheng', ['jiacheng', JIA]],
    ['nothing', ' 。', []],
  ])('are %s: %s', (_, text, expected) => expect(sorted(termsOf(text))).toEqual(sorted(expected)));

  test.each([
    ['七天', '7天'],
    ['一萬二千人', '12,000人'],
  ])('%s and %s share their figures', (han, arabic) => {
    const figures = (text: string): Term[] => termsOf(text).filter((term) => String(term).startsWith('#'));
    expect(figures(han)).toHaveLength(2);
    expect(figures(han)).toEqual(figures(arabic));
  });

  test('a name is one term in whatever form', () => {
    for (const form of ['甲城', 'Jiacheng', 'JIACHENG', 'JC']) expect(termsOf(form)).toContain(JIA);
    expect(termsOf('jc')).not.toContain(JIA);
  });

  test('are emitted once for each occurrence', () =>
    expect(termsOf('會談，會談').filter((term) => term === bigram('会谈'))).toHaveLength(2));

  test('of either script are the same', () => expect(termsOf('發表聲明')).toEqual(termsOf('发表声明')));

  test('a bigram is a number that tells its units, and no two bigrams share one', () => {
    const cjk = fc.integer({ min: 0x3005, max: 0x9fff }).filter(isCjk);
    fc.assert(
      fc.property(cjk, cjk, (first, second) => {
        const key = bigramKey(first, second);
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
        expect(bigramUnits(key)).toEqual([first, second]);
      }),
    );
  });

  test.each([
    ['会谈', true],
    ['的谈', false],
    ['会的', false],
    ['会，', false],
    ['会', false],
  ])('%s is indexed as a bigram: %s', (text, indexed) =>
    expect(isIndexable(text.charCodeAt(0), text.charCodeAt(1))).toBe(indexed),
  );
});

test.each([
  ['中', true],
  ['㐀', true],
  ['鿿', true],
  ['〇', true],
  ['々', true],
  ['の', true],
  ['ー', true],
  ['・', false],
  ['。', false],
  ['a', false],
  ['한', false],
  ['', false],
])('%s is written without spaces: %s', (char, expected) => expect(isCjk(char.charCodeAt(0))).toBe(expected));
