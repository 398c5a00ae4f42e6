import { describe, expect, test } from 'vitest';

import {
  ASKS,
  DIFFERS,
  MORE,
  namesTwoSides,
  pronounsIn,
  SUBSTITUTIONS,
  withoutEdges,
  withoutJoining,
} from '../../../src/core/dialogue/follow-up.ts';
import { langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';

const LANGS = ['zh', 'yue', 'en'] as const;
const rolesOf = (list: string, lang: string): [form: string, role: string][] =>
  [...langTable(`${lang}/${list}`)].flatMap(([form, roles]) =>
    roles.split(' ').map((role): [string, string] => [form, role]),
  );
const formsOf = (list: string, role: string, ...langs: string[]): string[] =>
  langs.flatMap((lang) => rolesOf(list, lang).flatMap(([form, own]) => (own === role ? [form] : [])));

/** What a follow-up asks about instead. */
const substitute = (question: string): string | undefined =>
  SUBSTITUTIONS.flatMap((pattern) => pattern.exec(foldScript(question))?.[1]?.trim() ?? [])[0];

describe('each line of follow-up.txt: what is asked about instead', () => {
  test.each(formsOf('follow-up', 'opener', 'zh', 'yue'))('%s沙利文？', (opener) =>
    expect(substitute(`${opener}沙利文?`)).toBe('沙利文'),
  );
  test.each(formsOf('follow-up', 'particle', 'zh', 'yue'))('那沙利文%s', (particle) =>
    expect(substitute(`那沙利文${particle}`)).toBe('沙利文'),
  );
  test.each(formsOf('follow-up', 'closer', 'zh', 'yue'))('沙利文%s', (closer) =>
    expect(substitute(`沙利文${closer}`)).toBe('沙利文'),
  );
  test.each(formsOf('follow-up', 'manner', 'zh', 'yue'))('那沙利文%s呢', (manner) =>
    expect(substitute(`那沙利文${manner}呢`)).toBe('沙利文'),
  );
  test.each(formsOf('follow-up', 'no-opener', 'zh', 'yue'))('%s沙利文？ has no opener', (word) =>
    expect(substitute(`${word}沙利文?`)).toBeUndefined(),
  );
  test.each(formsOf('follow-up', 'narrower', 'zh', 'yue'))('%s沙利文', (narrower) =>
    expect(substitute(`${narrower}沙利文`)).toBe('沙利文'),
  );
  test.each(formsOf('follow-up', 'narrower', 'en'))('%s Sullivan', (narrower) =>
    expect(substitute(`${narrower} Sullivan`)).toBe('sullivan'),
  );
  test.each(formsOf('follow-up', 'opener', 'en'))('%s Sullivan?', (opener) =>
    expect(substitute(`${opener} Sullivan?`)).toBe('sullivan'),
  );
  test.each(formsOf('follow-up', 'lead', 'en'))('%s what about Sullivan?', (lead) =>
    expect(substitute(`${lead} what about Sullivan?`)).toBe('sullivan'),
  );
  test.each(formsOf('follow-up', 'joiner', 'en'))('%s Sullivan?', (joiner) =>
    expect(substitute(`${joiner} Sullivan?`)).toBe('sullivan'),
  );
  test.each(formsOf('follow-up', 'preposition', 'en'))('and %s Sullivan?', (preposition) =>
    expect(substitute(`and ${preposition} Sullivan?`)).toBe('sullivan'),
  );
});

describe('each line of asking.txt asks something', () => {
  test.each(LANGS.flatMap((lang) => langWords(`${lang}/asking`)))('%s', (word) =>
    expect(ASKS.test(`布林肯 ${word} 訪華`)).toBe(true),
  );
  test('a name asks nothing', () => expect(ASKS.test('whoever isidore')).toBe(false));
});

const KINDS = ['person', 'people', 'thing'] as const;

describe('each line of pronouns.txt', () => {
  const kinds = KINDS.flatMap((kind) => formsOf('pronouns', kind, ...LANGS).map((form) => [form, kind] as const));
  test.each(kinds)('%s stands for a %s', (form, kind) =>
    expect(pronounsIn(`当日 ${form} 说`)).toContainEqual({ of: kind, start: 3, end: 3 + form.length }),
  );
  test.each(formsOf('pronouns', 'no-pronoun', ...LANGS))('%s stands for nothing', (word) =>
    expect(pronounsIn(`当日${word}会面`)).toEqual([]),
  );
  test.each(formsOf('pronouns', 'demonstrative', 'zh', 'yue'))('%s會談', (demonstrative) =>
    expect(pronounsIn(`${demonstrative}会谈的内容`)).toContainEqual({
      of: 'thing',
      start: 0,
      end: demonstrative.length + 2,
    }),
  );
  test.each(formsOf('pronouns', 'classifier', 'zh', 'yue'))('這%s會談', (classifier) =>
    expect(pronounsIn(`这${classifier}会谈的内容`)).toEqual([{ of: 'thing', start: 0, end: 4 }]),
  );
  test.each(formsOf('pronouns', 'noun', 'zh', 'yue'))('那次%s', (noun) =>
    expect(pronounsIn(`那次${noun}的内容`)).toContainEqual({
      of: 'thing',
      start: 0,
      end: 2 + (noun === '事情' ? 2 : noun.length),
    }),
  );
  test.each(formsOf('pronouns', 'demonstrative', 'en'))('%s meeting', (word) =>
    expect(pronounsIn(`after ${word} meeting`)).toEqual([{ of: 'thing', start: 6, end: 14 + word.length }]),
  );
  test.each(formsOf('pronouns', 'noun', 'en'))('that %s', (noun) =>
    expect(pronounsIn(`after that ${noun}`)).toEqual([{ of: 'thing', start: 6, end: 11 + noun.length }]),
  );
});

describe('two sides at once', () => {
  test.each(langWords('zh/two-sides'))('%s', (word) => expect(namesTwoSides(`${word}同意`)).toBe(true));
  test.each(langWords('zh/country-characters'))('%s and another country', (country) =>
    expect(namesTwoSides(`${country}${country === '美' ? '中' : '美'}同意`)).toBe(true),
  );
  test.each(['中國同意', '美美', ''])('not in %j', (text) => expect(namesTwoSides(foldScript(text))).toBe(false));
});

const utterances = (list: string): string[] =>
  LANGS.flatMap((lang) => langWords(`${lang}/${list}`)).flatMap((template) => templateExamples(template));

describe('whole utterances', () => {
  test.each(utterances('more-of-the-same'))('%s asks for more', (text) => expect(MORE.test(text)).toBe(true));
  test.each(['還有條件嗎', 'more talks', '誰說過台灣'])('%s is neither', (text) =>
    expect(MORE.test(foldScript(text))).toBe(false),
  );
  test.each(utterances('what-differs'))('%s asks what differs', (text) => expect(DIFFERS.test(text)).toBe(true));
  test.each(['兩份協議有什麼不同', 'how do tariffs differ', '他們說了什麼'])('%s does not', (text) =>
    expect(DIFFERS.test(foldScript(text))).toBe(false),
  );
});

describe('what is left of a question', () => {
  test.each(rolesOf('subject-edges', 'zh'))('without %s at its %s', (word, place) =>
    expect(withoutEdges(place === 'start' ? `${word}會談` : `會談${word}`)).toBe('會談'),
  );
  test.each(formsOf('subject-edges', 'start', 'en'))('without %s', (word) =>
    expect(withoutEdges(`${word} the talks`)).toBe('the talks'),
  );
  test.each([...langWords('zh/joining'), ...langWords('en/joining')])('without %s', (word) =>
    expect(withoutJoining(` ${word} 會談`).trim()).toBe('會談'),
  );
});
