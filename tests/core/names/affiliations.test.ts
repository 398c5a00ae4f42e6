import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readGazetteer, type Entry, type Gazetteer } from '../../../src/core/names/gazetteer.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { shippedNames } from '../../support/shipped-data.ts';

function nameOf(names: Gazetteer, form: string): Entry {
  const folded = foldScript(form);
  const whole = names
    .mentions(folded, form)
    .filter(({ name, start, end }) => start === 0 && end === folded.length && name.kind !== 'word');
  expect(whole.map(() => form)).toEqual([form]);
  return whole[0]?.name as Entry;
}

describe('affiliations', () => {
  const names = readGazetteer([
    { kind: 'person', text: '王五, Wang Wu\n李四光\n趙六' },
    { kind: 'place', text: '甲國' },
    { kind: 'organisation', text: '甲方\n甲國外交部, Foreign Ministry of Jia\n乙方' },
    {
      kind: 'affiliations',
      text: '甲方, 甲国 <= Foreign Ministry of Jia # a comment\n甲國外交部 <= 李四光, 沒有這個人\n甲方 <= 王五\n乙方 <= 乙方',
    },
  ]);
  const isAffiliate = (one: string, body: string): boolean =>
    names.isAffiliate(nameOf(names, one), nameOf(names, body));

  test.each<[string, string, string, boolean]>([
    ['an affiliate', '王五', '甲方', true],
    ['an affiliate of an affiliate', '李四光', '甲方', true],
    ['an affiliate, to another name of the body', '王五', '甲國', true],
    ['one name of a body, to the other', '甲方', '甲國', true],
    ['everybody, to themselves', '趙六', '趙六', true],
    ['a body, to its affiliate', '甲方', '王五', false],
    ['an affiliate of the whole, to one of its bodies', '王五', '甲國外交部', false],
    ['somebody else', '趙六', '甲方', false],
  ])('%s: %s, %s', (_, one, body, expected) => expect(isAffiliate(one, body)).toBe(expected));

  test('a body comes before its affiliates', () => {
    expect(names.affiliates(nameOf(names, '甲方')).map(({ canonical }) => canonical)).toEqual(
      expect.arrayContaining(['甲方', '甲國', '甲國外交部', '李四光', '王五']),
    );
    expect(names.affiliates(nameOf(names, '甲方'))[0]?.canonical).toBe('甲方');
    expect(names.affiliates(nameOf(names, '趙六')).map(({ canonical }) => canonical)).toEqual(['趙六']);
  });
});

describe('the affiliations that ship', () => {
  const names = shippedNames();
  const text = readFileSync('data/names/affiliations.txt', 'utf8').replace(/#.*/g, '');

  test('every item is one name', () => {
    const items = text.split(/[\n,]|<=/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()]));
    expect(items.length).toBeGreaterThan(200);
    for (const item of items) nameOf(names, item);
  });

  test.each<[string, string, boolean]>([
    ['王毅', '中方', true],
    ['王毅', '北京', true],
    ['王毅', '中国外交部', true],
    ['普萊斯', '美國國務院', true],
    ['普萊斯', '美方', true],
    ['蓬佩奧', '拜登政府', false],
    ['佩洛西', '美方', false],
    ['王毅', '美方', false],
    ['吳釗燮', '中方', false],
    ['香港特區政府', '中方', false],
  ])('%s, %s: %s', (member, side, expected) => {
    expect(names.isAffiliate(nameOf(names, member), nameOf(names, side))).toBe(expected);
  });

  test('nobody speaks for both China and the United States', () => {
    const [china, america] = ['中方', '美方'].map((side) => names.affiliates(nameOf(names, side)));
    expect(china?.filter((name) => america?.includes(name))).toEqual([]);
  });
});
