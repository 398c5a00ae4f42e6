import { describe, expect, test } from 'vitest';
import type { Party } from '../../../src/core/model/statement.ts';
import { isDifferentParty, isCalled, isNamedIn, isPersonal } from '../../../src/core/statements/is-called.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const entryOf = (name: string): Party['entry'] =>
  names.mentions(foldScript(name), name).find((one) => one.name.kind !== 'word' && one.end - one.start === name.length)
    ?.name ?? null;

/** Somebody of a report, whom the gazetteer knows where it has such a name. */
const party = (name: string, described?: string): Party => ({ name, described, mention: null, entry: entryOf(name) });
/** Somebody as a question names them. */
const called = (name: string) => ({ name: foldScript(name), entry: entryOf(name) });

describe('whether a report speaks of the one whom a question names', () => {
  test.each([
    ['李偉', '李偉', true, 'the same name'],
    ['李偉', '李偉民', false, 'a longer name that begins so'],
    ['李偉', '李偉部長', true, 'an office behind it'],
    ['李偉', '李偉官', true, 'a short title behind it'],
    ['局長', '教育局局長', true, 'an office with its body'],
    ['教育局局長', '局長', true, 'an office without its body'],
    ['教育部長', '農業部長', false, 'of another body'],
    ['律師會會長彭韻僖', '彭韻僖', true, 'a name without the office'],
    ['海風聯盟發言人', '海風聯盟', false, 'a body is not who speaks for it'],
    ['教育局局長', '長', false, 'one character is nobody'],
    ['許志堯', '許官', true, 'a surname and a title in the report'],
    ['許官', '許志堯', true, 'a surname and a title in the question'],
    ['陳志堯', '許官', false, 'another surname'],
    ['海風聯盟', '海官', false, 'a body has no surname'],
    ['楊潔箎', '楊潔篪', true, 'the last character of somebody well known misspelt'],
    ['楊浩箎', '楊潔篪', false, 'two characters differ'],
    ['王逸', '王毅', false, 'of two characters one is too many'],
    ['臧若琳', '臧若琪', false, 'nobody who is well known'],
    ['王毅', '布林肯', false, 'another who is known'],
    ['中國', '王毅', true, 'somebody of a country'],
  ])('%s, %s: %s, %s', (name, own, expected) => expect(isCalled(called(name), party(own), names)).toBe(expected));

  test('by what the report calls them', () => {
    const one = party('臧若琪', '教育局局長臧若琪');
    expect(isCalled(called('教育局局長'), one, names)).toBe(true);
    expect(isCalled(called('農業局局長'), one, names)).toBe(false);
  });
});

describe('whether a report speaks of another than the one who is described', () => {
  test.each([
    ['農業部長', '教育部長', true, 'of another body'],
    ['教育部長', '教育部長', false, 'the same'],
    ['部長', '教育部長', false, 'of any body'],
    ['教育部長', '部長', false, 'the report does not say of which'],
    ['東城教育部長', '教育部長', false, 'the report says less'],
    ['教育部長', '東城教育部長', false, 'the report says more'],
    ['教育部長', '臧若琪', false, 'no office in the report'],
    ['臧若琪', '教育部長', false, 'no office in the question'],
    ['陳教授', '張志明', true, 'another surname'],
    ['陳教授', '陳志明', false, 'the same surname'],
    ['陳教授', '海風聯盟', false, 'no name of a person'],
  ])('%s, %s: %s, %s', (name, own, expected) => expect(isDifferentParty(foldScript(name), party(own))).toBe(expected));

  test('by what the report calls them', () =>
    expect(isDifferentParty(foldScript('教育部長'), party('臧若琪', '農業部長臧若琪'))).toBe(true));
});

describe('whether a name is that of a person', () => {
  const likeNames = langWords('zh/non-names').filter(
    (word) => word.length > 1 && word.length < 4 && langWords('zh/surnames').includes(word.charAt(0)),
  );
  test.each([
    ['李偉', true],
    ['李偉民', true],
    ['李', false],
    ['李偉民主', false],
    ['海風', false],
    ['陳教授', false],
    ['馬主席', false],
  ])('%s: %s', (name, expected) => expect(isPersonal(foldScript(name))).toBe(expected));
  test('no word of non-names', () => expect(likeNames.filter((word) => isPersonal(word))).toEqual([]));
});

describe('whether a stretch of a report names somebody', () => {
  const article = articleOf(['李偉民說，航線要重開。布林肯說，會談坦率。李偉也在場。']);
  const folded = foldScript(article.text);
  const isNamed = (name: string, text: string): boolean => isNamedIn(called(name), text, { article, names });
  test.each([
    ['李偉', '李偉民說，航線要重開。', false, 'a longer name of somebody who speaks'],
    ['李偉', '李偉也在場。', true, 'whole'],
    ['李偉', '李偉民說，李偉也在場。', true, 'beside the longer name'],
    ['李偉民', '李偉民說，航線要重開。', true, 'the longer name itself'],
    ['王樂水', '李偉也在場。', false, 'somebody else'],
    ['布林肯', 'Blinken said the talks were candid.', true, 'in another language'],
    ['美國', '布林肯說，會談坦率。', true, 'by somebody of theirs'],
  ])('%s, %s: %s, %s', (name, text, expected) => expect(isNamed(name, foldScript(text))).toBe(expected));
  test('of the whole report', () => expect(isNamed('李偉', folded)).toBe(true));
});
