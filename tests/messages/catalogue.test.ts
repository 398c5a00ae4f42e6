import { describe, expect, test } from 'vitest';

import type { InterfaceLang } from '../../src/core/index.ts';
import { catalogue } from '../../src/messages/index.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../../src/core/text/script-table.generated.ts';

const LANGS: readonly InterfaceLang[] = ['zh-Hant', 'zh-Hans', 'en'];

/** Every sentence of a language, those that are made from something made from letters that no language has. */
function sentencesOf(lang: InterfaceLang): string[] {
  const say = catalogue(lang);
  const days: readonly (string | null)[] = [null, '2023-10-28'];
  const made = [
    say.reject.tooLong(1001, 1000),
    say.reject.badDate('X'),
    say.reject.datesReversed('2024-01-01', '2023-01-01'),
    say.reject.unknownOutlet('X', ['Y']),
    say.reject.unknownOutlet('X', ['Y', 'Z']),
    say.unmatched(['X', 'Y']),
    say.digestOf('X'),
    say.speaker('X'),
    say.quoted('X'),
    say.leftOut(1),
    say.leftOut(2),
    say.articles(1),
    say.articles(2),
    say.unknownCommand('/x', null),
    say.unknownCommand('/x', '/y'),
    say.unknownArticle('x', []),
    say.unknownArticle('x', ['y', 'z']),
    say.loaded({ articles: 2, outlets: 1, first: null, last: null, seconds: 0.1 }),
    say.loaded({ articles: 1, outlets: 1, first: '2023-10-28', last: '2023-10-28', seconds: 0.1 }),
    say.loaded({ articles: 5, outlets: 3, first: '2021-02-06', last: '2023-10-28', seconds: 0.1 }),
    ...days.flatMap((since) => days.map((until) => say.filtered({ ...NO_FILTERS, outlet: 'X', since, until }))),
    say.filtered({ ...NO_FILTERS, author: 'X', tag: 'Y' }),
    say.understood('X'),
    say.reportedBy('X', 'Y'),
    say.comparison.silent(['X', 'Y']),
    say.comparison.copyOf('X', 'Y'),
    say.timeline.published('2023-10-28'),
    say.listedFurther(21, 30, 45),
    say.listedFurther(45, 45, 45),
    say.sessionFilters.now({ ...NO_FILTERS, outlet: 'X' }),
    say.sessionFilters.outlets(['X', 'Y']),
    say.sessionFilters.authors(['X', 'Y']),
    say.sessionFilters.tags(['X', 'Y']),
    say.covered('2021-02-06', '2023-10-28'),
    say.unknownNumber('9', 1, 1),
    say.unknownNumber('9', 1, 3),
    say.listed(1, 1),
    say.listed(30, 20),
    say.chat.asked('X'),
    say.chat.slowDown(1),
    say.chat.slowDown(2),
    say.chat.notAllowed('X'),
  ];
  const plain = (part: unknown): string[] => {
    if (typeof part === 'string') return [part];
    return typeof part === 'object' && part !== null ? Object.values(part).flatMap(plain) : [];
  };
  return [...plain(say), ...made];
}

const charsOf = (lang: InterfaceLang): string[] => [...sentencesOf(lang).join('')];

const NO_FILTERS = { outlet: null, since: null, until: null };

describe('the sentences of the program', () => {
  test('in Traditional hold no character that only Simplified has', () =>
    expect(charsOf('zh-Hant').filter((char) => SIMPLIFIED_ONLY.includes(char))).toEqual([]));

  test('in Simplified hold no character that only Traditional has', () =>
    expect(charsOf('zh-Hans').filter((char) => TRADITIONAL_ONLY.includes(char))).toEqual([]));

  test.each([
    ['资料库里', '资料库内'],
    ['資料庫裏', '資料庫內'],
    ['命令', '指令'],
    ['时序', '时间线'],
    ['時序', '時間線'],
    ['現時', '目前'],
    ['上一个回答', '上一个回复'],
    ['查问', '查询'],
  ])('in Chinese have one word for one thing: not %s, but %s', (other, ours) => {
    const sentences = [...sentencesOf('zh-Hant'), ...sentencesOf('zh-Hans')];
    expect(sentences.filter((sentence) => sentence.includes(other))).toEqual([]);
    expect(sentences.some((sentence) => sentence.includes(ours))).toBe(true);
  });

  test('in English hold no Chinese', () =>
    expect(charsOf('en').filter((char) => /\p{Script=Han}/u.test(char))).toEqual([]));

  test.each(LANGS)('in %s say something, and nothing that is undefined', (lang) => {
    const sentences = sentencesOf(lang);
    expect(
      sentences.filter((sentence) => sentence.trim() === '' || /undefined|null|NaN|\[object/.test(sentence)),
    ).toEqual([]);
  });

  test.each(LANGS)('in %s name what they are about', (lang) => {
    const say = catalogue(lang);
    for (const [sentence, parts] of [
      [say.reject.tooLong(1234, 1000), ['1234', '1000']],
      [say.reject.badDate('soon'), ['soon']],
      [say.reject.datesReversed('2024-01-01', '2023-01-01'), ['2024-01-01', '2023-01-01']],
      [say.reject.unknownOutlet('Mars', ['Venus', 'Pluto']), ['Mars', 'Venus', 'Pluto']],
      [say.unmatched(['fog', 'mist']), ['fog', 'mist']],
      [say.digestOf('Venus'), ['Venus']],
      [
        say.filtered({ outlet: 'Venus', author: 'Hera', tag: 'sky', since: '2023-01-02', until: '2023-12-31' }),
        ['Venus', 'Hera', 'sky', '2023-01-02', '2023-12-31'],
      ],
      [say.understood('Who?'), ['Who?']],
      [say.reportedBy('Hera', 'Zeus'), ['Hera', 'Zeus']],
      [say.comparison.silent(['Venus', 'Pluto']), ['Venus', 'Pluto']],
      [say.comparison.copyOf('Venus', 'Mars'), ['Venus', 'Mars']],
      [say.timeline.published('2023-10-28'), ['2023-10-28']],
      [say.listedFurther(21, 30, 45), ['21', '30', '45']],
      [say.sessionFilters.now({ ...NO_FILTERS, tag: 'sky', until: '2023-12-31' }), ['sky', '2023-12-31']],
      [say.sessionFilters.outlets(['Venus', 'Mars']), ['Venus', 'Mars']],
      [say.sessionFilters.authors(['Hera', 'Zeus']), ['Hera', 'Zeus']],
      [say.sessionFilters.tags(['sky', 'sea']), ['sky', 'sea']],
      [say.covered('2021-02-06', '2023-10-28'), ['2021-02-06', '2023-10-28']],
      [say.unknownNumber('9', 1, 4), ['9', '1', '4']],
      [say.unknownNumber('9', 2, 2), ['9', '2']],
      [say.listed(31, 20), ['31', '20']],
      [say.reject.unknownAuthor('Mars', ['Hera']), ['Mars', 'Hera']],
      [say.reject.unknownTag('Mars', ['sky']), ['Mars', 'sky']],
      [say.filtered({ ...NO_FILTERS, since: '2023-01-01' }), ['2023-01-01']],
      [say.filtered({ ...NO_FILTERS, until: '2023-12-31' }), ['2023-12-31']],
      [
        say.loaded({ articles: 52, outlets: 7, first: '2021-02-06', last: '2023-10-28', seconds: 1.25 }),
        ['52', '7', '2021-02-06', '2023-10-28'],
      ],
      [say.chat.asked('Who?'), ['Who?']],
      [say.chat.slowDown(7), ['7']],
      [say.chat.notAllowed('-100123'), ['-100123']],
      [say.unknownArticle('tale', ['tail', 'tall']), ['tale', 'tail', 'tall']],
      [say.unknownCommand('/hlep', '/help'), ['/hlep', '/help']],
    ] as const)
      for (const part of parts) expect(sentence).toContain(part);
  });

  test.each(LANGS)('the examples of %s are questions of that language', (lang) => {
    const han = catalogue(lang).examples.map((example) => /\p{Script=Han}/u.test(example));
    expect(new Set(han)).toEqual(new Set([lang !== 'en']));
  });
});
