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

describe('sides', () => {
  const names = readGazetteer([
    { kind: 'person', text: '王五, Wang Wu\n李四光\n趙六' },
    { kind: 'place', text: '甲國' },
    { kind: 'organisation', text: '甲方\n甲國外交部, Foreign Ministry of Jia\n乙方' },
    {
      kind: 'sides',
      text: '甲方, 甲国 <= Foreign Ministry of Jia # a comment\n甲國外交部 <= 李四光, 沒有這個人\n甲方 <= 王五\n乙方 <= 乙方',
    },
  ]);
  const isOf = (member: string, side: string): boolean => names.isOf(nameOf(names, member), nameOf(names, side));

  test.each<[string, string, string, boolean]>([
    ['a member', '王五', '甲方', true],
    ['a member of a member', '李四光', '甲方', true],
    ['a member, to another name of the side', '王五', '甲國', true],
    ['one name of a side, to the other', '甲方', '甲國', true],
    ['everybody, to themselves', '趙六', '趙六', true],
    ['a side, to its member', '甲方', '王五', false],
    ['a member of the side, to one of its bodies', '王五', '甲國外交部', false],
    ['somebody else', '趙六', '甲方', false],
  ])('%s: %s, %s', (_, member, side, expected) => expect(isOf(member, side)).toBe(expected));

  test('a side comes before its members', () => {
    expect(names.members(nameOf(names, '甲方')).map(({ canonical }) => canonical)).toEqual(
      expect.arrayContaining(['甲方', '甲國', '甲國外交部', '李四光', '王五']),
    );
    expect(names.members(nameOf(names, '甲方'))[0]?.canonical).toBe('甲方');
    expect(names.members(nameOf(names, '趙六')).map(({ canonical }) => canonical)).toEqual(['趙六']);
  });
});

describe('the sides that ship', () => {
  const names = shippedNames();
  const text = readFileSync('data/names/sides.txt', 'utf8').replace(/#.*/g, '');

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
    expect(names.isOf(nameOf(names, member), nameOf(names, side))).toBe(expected);
  });

  test('nobody speaks for both China and the United States', () => {
    const [china, america] = ['中方', '美方'].map((side) => names.members(nameOf(names, side)));
    expect(china?.filter((name) => america?.includes(name))).toEqual([]);
  });
});
