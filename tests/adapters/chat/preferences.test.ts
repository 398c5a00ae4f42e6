import { expect, it } from 'vitest';
import { createPreferences, langOfDevice, langOfTag } from '../../../src/adapters/chat/preferences.ts';

it('a choice holds for its reader until it is auto again', () => {
  const preferences = createPreferences();
  preferences.choose('ann', 'zh-Hans');
  expect([preferences.langOf('ann'), preferences.langOf('bob')]).toEqual(['zh-Hans', undefined]);
  preferences.choose('ann', 'auto');
  expect(preferences.langOf('ann')).toBeUndefined();
});

it('only so many choices are remembered, those used last', () => {
  const preferences = createPreferences(2);
  preferences.choose('ann', 'en');
  preferences.choose('bob', 'en');
  preferences.langOf('ann');
  preferences.choose('cat', 'en');
  expect(['ann', 'bob', 'cat'].map((user) => preferences.langOf(user))).toEqual(['en', undefined, 'en']);
});

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh_HK', 'zh-Hant'],
  ['zh-hant', 'zh-Hant'],
  ['yue-Hant-HK', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['zh-hans', 'zh-Hans'],
  ['zh', null],
  ['en-GB', 'en'],
  ['fr', 'en'],
  ['', null],
  [undefined, null],
])('a device in %s is spoken to in %s', (tag, lang) => expect(langOfTag(tag)).toBe(lang));

it.each([
  ['zh-CN', 'zh-Hant', 'zh-Hans'],
  ['zh', 'en', 'zh-Hant'],
  ['zh', 'zh-Hans', 'zh-Hans'],
  ['yue', 'en', 'zh-Hant'],
  ['zhu', 'zh-Hans', 'en'],
  ['fr', 'zh-Hant', 'en'],
  [undefined, 'zh-Hans', 'zh-Hans'],
] as const)('a device in %s, where %s is usual, is spoken to in %s', (tag, usual, lang) =>
  expect(langOfDevice(tag, usual)).toBe(lang),
);
