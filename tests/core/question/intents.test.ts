import { describe, expect, test } from 'vitest';
import {
  intentOf,
  isAnyEncounter,
  isEncounter,
  withoutComparing,
  withoutListingWords,
} from '../../../src/core/question/understand.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { entriesOf, templateExamples } from '../../../src/core/text/templates.ts';

const kept = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

describe('what kind of answer a question asks for', () => {
  test.each([
    ['timeline', '甲河水閘的時間線', '甲河水閘'],
    ['timeline', '按時間順序列出甲河的事', '甲河的事'],
    ['timeline', '青嶼與北原有過什麼重要會面', '青嶼與北原有過什麼重要會面'],
    ['timeline', '青嶼同北原有過咩會面', '青嶼同北原有過咩會面'],
    ['timeline', 'A chronology of the lock', 'the lock'],
    ['timeline', 'What meetings did they hold?', 'What meetings did they hold?'],
    ['comparison', '各家媒體怎樣報道甲河', '甲河'],
    ['comparison', '各間傳媒點樣報道甲河', '甲河'],
    ['comparison', '比較吓各家報章對甲河', '甲河'],
    ['comparison', 'How did the different papers cover the lock', 'the lock'],
    ['listing', '有哪些關於甲河的報道', '有哪些 甲河'],
    ['listing', '有咩關於甲河嘅新聞', '有咩 甲河'],
    ['listing', '凌致遠寫過咩文', '凌致遠'],
    ['listing', 'What has Mirza Vale written?', 'What has Mirza Vale ?'],
    ['listing', 'Show me all the reports on the lock', 'all the the lock'],
  ])('%s: %s', (kind, text, rest) => {
    const intent = intentOf(text);
    expect([intent.as, kept(intent.rest)]).toEqual([kind, rest]);
    expect(intent.rest).toHaveLength(text.length);
  });

  test.each([
    '甲河什麼時候決堤',
    '年表明了什麼',
    '他們談了什麼',
    'What did she say that the Herald published?',
    'Which reports say the lock is open?',
    'What happened at the meeting?',
  ])('an answer: %s', (text) => expect(intentOf(text)).toEqual({ as: 'answer', rest: text }));

  test.each(langWords('zh/outlets-at-large'))('%s are outlets at large', (outlets) => {
    expect(intentOf(`不同${outlets}怎樣報道甲河`).as).toBe('comparison');
    expect(intentOf(`唔同${outlets}點樣報道甲河`).as).toBe('comparison');
    expect(intentOf('不同鐘樓怎樣報道甲河').as).toBe('answer');
  });

  // 年表 is a chronology, and may be the end of a year and the beginning of a verb.
  test.each([...'今明去前後本每當同近兩幾多半全整8'])('an answer: …%s年表…', (before) =>
    expect(intentOf(`凌致遠${before}年表格交給了誰`).as).toBe('answer'),
  );
  test.each([...'決示明達現演揚彰態面白述露'])('an answer: 年表%s', (after) =>
    expect(intentOf(`凌致遠隔年表${after}了什麼`).as).toBe('answer'),
  );
  test('a timeline: 凌致遠的年表', () => expect(intentOf('凌致遠的年表').as).toBe('timeline'));
});

const KINDS: Readonly<Record<string, string>> = {
  chronology: 'timeline',
  encounters: 'timeline',
  comparison: 'comparison',
  listing: 'listing',
};

describe.each(['zh', 'yue', 'en'])('each line of %s/intents', (lang) => {
  const lines = entriesOf(langWords(`${lang}/intents`));
  const of = (isOne: (key: string) => boolean): [key: string, text: string][] =>
    lines.flatMap(({ key, entry }) =>
      isOne(key) ? templateExamples(entry).map((text): [string, string] => [key, text.trim()]) : [],
    );

  test.each(of((key) => Object.hasOwn(KINDS, key)))('%s: %s', (key, text) => {
    const { as } = intentOf(text);
    // What asks for a chronology of encounters asks for a timeline all the same.
    expect(as).toBe(KINDS[key]);
  });

  test.each(of((key) => key === 'beside'))('%s: %s says nothing else', (_key, text) =>
    expect(kept(withoutComparing(text))).toBe(''),
  );

  test.each(of((key) => key === 'articles'))('%s: %s is no subject', (_key, text) =>
    expect(kept(withoutListingWords(text)).length).toBeLessThan(kept(text).length),
  );
});

describe('encounters', () => {
  const nouns = ['zh', 'en'].flatMap((lang) => langWords(`${lang}/encounter-nouns`));
  const any = ['zh', 'en'].flatMap((lang) => langWords(`${lang}/any-encounters`));
  test.each(nouns)('%s is one', (noun) => expect(isEncounter(foldScript(noun))).toBe(true));
  test.each(any)('%s is of any kind', (noun) => expect(isAnyEncounter(foldScript(noun))).toBe(true));
  test.each(['會面', 'visit'])('%s is of its kind', (noun) => expect(isAnyEncounter(foldScript(noun))).toBe(false));
  test.each(['甲河', 'visitor'])('%s is none', (noun) => expect(isEncounter(foldScript(noun))).toBe(false));
});
