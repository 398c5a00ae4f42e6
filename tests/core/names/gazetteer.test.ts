import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { longestMentions, readGazetteer, type Gazetteer } from '../../../src/core/names/gazetteer.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const shipped = shippedNames();

/** What is mentioned where, as `canonical: words of the text`. */
const mentionsOf = (names: Gazetteer, text: string): string[] =>
  names.mentions(foldScript(text), text).map(({ name, start, end }) => `${name.canonical}: ${text.slice(start, end)}`);

describe('a gazetteer', () => {
  const names = readGazetteer([
    { kind: 'person', text: '# people\n李四光, 四光先生, Lee Sze-kwong, Lee\n四光\n' },
    {
      kind: 'place',
      text: '甲國, Jia, JI, Jian\n甲國島, Jia Island\n大甲, Great New Jia\n\n 乙城 , 四光先生 # a form of somebody above',
    },
    { kind: 'organisation', text: '甲国外交部, 外交部, Foreign Ministry of Jia, WHO' },
    { kind: 'word', text: '会谈, meeting, hold talks' },
    { kind: 'glossary', text: 'underestimate => 低估' },
  ]);

  test.each<[string, string, readonly string[]]>([
    ['a form in either script', '李四光到甲国', ['李四光: 李四光', '甲國: 甲国']],
    ['the longest of its kind', '四光先生在甲國島', ['李四光: 四光先生', '甲國島: 甲國島']],
    ['one of another kind inside it', '甲國外交部', ['甲国外交部: 甲國外交部', '甲國: 甲國']],
    ['each time', '甲国甲国', ['甲國: 甲国', '甲國: 甲国']],
    ['nothing across a gap', '甲 国', []],
    ['an English form in any case', 'JIA and jia', ['甲國: JIA', '甲國: jia']],
    ['several words', 'Jia Island, then Jia', ['甲國島: Jia Island', '甲國: Jia']],
    [
      'several words with nothing but a mark between them',
      '甲學會（Jia・Island）、WHO在Jia的Island',
      ['甲國島: Jia・Island', '甲国外交部: WHO', '甲國: Jia'],
    ],
    ['words with a hyphen between them', 'Lee Sze-kwong', ['李四光: Lee Sze-kwong']],
    ['a possessive', "Lee’s and Lee's", ['李四光: Lee’s', "李四光: Lee's"]],
    ['other endings', 'meetings, holding talks', ['会谈: meetings', '会谈: holding talks']],
    ['whole words only', 'Leeds, Jianxi', []],
    ['short capitals only as capitals', 'WHO asks who', ['甲国外交部: WHO']],
    ['what stands in a comment not at all', 'people', []],
    ['a form on two lines for the first', '四光先生', ['李四光: 四光先生']],
    ['no entry of the glossary', '低估 underestimate', []],
  ])('finds %s: %s', (_, text, expected) => expect(mentionsOf(names, text)).toEqual(expected));

  const written = [
    '李四光',
    '四光先生',
    '四光',
    '甲國',
    '甲国島',
    '外交部',
    '甲國外交部',
    '乙城',
    '會談',
    'Jia',
    'Jia Island',
    'Great New Jia',
    'Lee',
    'WHO',
    'who',
    '的',
    '，',
  ];
  test('finds some names alone as it finds them among all', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...written, ' '), { maxLength: 12 }),
        fc.uniqueArray(fc.constantFrom(...written.slice(0, -2)), { maxLength: 4 }),
        (parts, forms) => {
          const text = parts.join('');
          const folded = foldScript(text);
          const wanted = forms.flatMap((form) => names.mentions(foldScript(form), form).map(({ name }) => name));
          const among = names.mentions(folded, text).filter(({ name }) => wanted.includes(name));
          expect(names.mentionsOf(wanted)(folded, text)).toEqual(among);
        },
      ),
    ));

  test('without the original, capitals cannot be told and are not needed', () =>
    expect(names.mentions('who')).toEqual([]));

  test('glosses an English word by its stem, and nothing else', () => {
    expect(names.gloss(['underestim'])).toEqual(['低估']);
    expect(names.gloss(['meet'])).toBeNull();
    expect(names.gloss([])).toBeNull();
  });

  test('lists the single Latin words, for spelling', () => {
    const words = names.latinWords().map(({ stem, name }) => `${stem} ${name.canonical}`);
    expect(words).toEqual(expect.arrayContaining(['lee 李四光', 'jia 甲國', 'meet 会谈']));
    expect(words).not.toContain('hold 会谈');
  });

  test('each name has a number of its own', () => {
    const ids = names.mentions('李四光甲国乙城').map(({ name }) => name.id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the names that ship', () => {
  test.each([
    ['布林肯', ['安東尼‧布林肯', '安东尼·布林肯', 'Antony Blinken', 'Blinken’s', '布灵肯']],
    ['特朗普', ['川普', 'Trump', '唐納德·川普']],
    ['朝鲜', ['北韓', '朝鮮', 'North Korea']],
    ['悉尼', ['雪梨', 'Sydney']],
    ['新西兰', ['紐西蘭', 'New Zealand']],
    ['芬太尼', ['fentanyl']],
    ['会晤', ['會面', '会谈', 'meetings']],
    ['访华', ['訪問中國', 'visit to China']],
    ['香港', ['Hong Kong', 'Hong Kongers']],
  ])('know %s as %j', (canonical, forms) => {
    for (const form of forms) expect(mentionsOf(shipped, form)).toContain(`${canonical}: ${form}`);
  });

  test.each<[string, readonly string[]]>([
    ['Tell us about the US', ['美国: US']],
    ['the US and us', ['美国: US']],
    ['印度尼西亞', ['印度尼西亚: 印度尼西亞']],
    ['美國國務院', ['美国国务院: 美國國務院', '美国: 美國']],
  ])('in %s: %j', (text, expected) => expect(mentionsOf(shipped, text)).toEqual(expected));

  test('are mentioned inside any text, in order, and no mention lies in another of its kind', () => {
    const part = fc.constantFrom(
      ...'美国國務院 ·‧us',
      'US',
      '美國',
      '印度',
      '尼西亚',
      'Blinken',
      "'s",
      'North ',
      'Korea',
      '乔·',
      '拜登',
    );
    fc.assert(
      fc.property(fc.string({ unit: part, maxLength: 12 }), (text) => {
        const mentions = shipped.mentions(foldScript(text), text);
        mentions.forEach((mention, i) => {
          expect(mention.start).toBeGreaterThanOrEqual(mentions[i - 1]?.start ?? 0);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          const around = mentions.filter(
            (other) =>
              other !== mention &&
              other.name.kind === mention.name.kind &&
              other.start <= mention.start &&
              other.end >= mention.end &&
              other.end - other.start > mention.end - mention.start,
          );
          expect(around).toEqual([]);
        });
        const longest = longestMentions(mentions);
        longest.forEach(({ start }, i) => expect(start).toBeGreaterThanOrEqual(longest[i - 1]?.end ?? 0));
        expect(longest.length > 0).toBe(mentions.length > 0);
      }),
      { numRuns: 300 },
    );
  });
});

test('of overlapping mentions the longest is kept, of equal ones the first', () => {
  const names = readGazetteer([{ kind: 'place', text: '甲乙\n乙丙丁\n丁戊戊\n' }]);
  const mentions = names.mentions('甲乙丙丁戊戊');
  expect(mentions).toHaveLength(3);
  expect(longestMentions(mentions).map(({ name }) => name.canonical)).toEqual(['乙丙丁']);
});
