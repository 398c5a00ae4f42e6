import { describe, expect, test } from 'vitest';
import { parseOutlets } from '../../../../src/core/index.ts';
import { withinFilters } from '../../../../src/core/question/filters/given-filters.ts';
import { authorFilter, outletFilter, tagFilter } from '../../../../src/core/question/filters/name-filters.ts';
import { wordsUnder } from '../../../../src/core/corpus/markup/phrases.ts';
import { langWords } from '../../../../src/core/text/lang-data.ts';
import { articleOf } from '../../../support/article-of.ts';
import { entriesOf, templateExamples } from '../../../../src/core/text/templates.ts';

const directory = parseOutlets('青嶼早報\nNorhaven Herald\nMars Gazette\n');
const held = ['青嶼早報', 'Norhaven Herald'];
const narrowed = (text: string) => outletFilter(text, held, directory);

const examples = (lang: string, kind: string): string[] =>
  entriesOf(langWords(`${lang}/filter-words`)).flatMap(({ key, entry }) =>
    key === kind ? templateExamples(entry).map((text) => text.trim()) : [],
  );
const chinese = (kind: string): string[] => ['zh', 'yue'].flatMap((lang) => examples(lang, kind));

describe('behind an outlet', () => {
  test.each(chinese('reports'))('%s is no part of the subject', (words) =>
    expect(narrowed(`青嶼早報${words}，甲河`).rest.trim()).toBe('，甲河'),
  );
  test.each(examples('en', 'reports'))('%s is no part of the subject', (words) =>
    expect(narrowed(`Norhaven Herald ${words} of the lock`).rest.trim()).toBe('of the lock'),
  );
  test.each(chinese('how'))('%s asks for its reports, in whatever its name stands', (words) =>
    expect(narrowed(`你們跟青嶼早報${words}甲河`).outlets).toEqual(['青嶼早報']),
  );
});

describe('behind an outlet of which there is nothing', () => {
  test.each([...chinese('asks'), ...chinese('of')])('%s asks for its reports', (words) =>
    expect(narrowed(`火星日報${words}甲河`).missing).toEqual(['火星日報']),
  );
  test.each(examples('en', 'of'))('%s asks for its reports', (words) => {
    expect(narrowed(`What did the Mars Gazette ${words} on the lock`).missing).toEqual(['Mars Gazette']);
  });
  test.each(langWords('zh/outlet-kinds'))('a name that ends in %s is one', (kind) =>
    expect(narrowed(`火星${kind}怎樣報道甲河`).missing).toHaveLength(1),
  );
  test.each(chinese('cites'))('it is only quoted behind %s', (words) =>
    expect(narrowed(`${words}Mars Gazette的報道，甲河如何`).missing).toEqual([]),
  );
  test.each(examples('en', 'cites'))('it is only quoted behind %s', (words) =>
    expect(narrowed(`${words} Mars Gazette reports, the lock is open`).missing).toEqual([]),
  );
});

describe('who wrote what is asked for', () => {
  const authors = ['凌致遠', 'Mirza Vale'];
  const authorOf = (text: string): string | null => authorFilter(text, authors)?.name ?? null;
  test.each(chinese('before-author'))('%s …', (words) => expect(authorOf(`${words}凌致遠，甲河`)).toBe('凌致遠'));
  test.each(chinese('behind-author'))('… %s', (words) => expect(authorOf(`凌致遠${words}甲河`)).toBe('凌致遠'));
  test.each(examples('en', 'before-author'))('%s …', (words) =>
    expect(authorOf(`${words} Mirza Vale`)).toBe('Mirza Vale'),
  );
  test.each(examples('en', 'behind-author'))('… %s', (words) =>
    expect(authorOf(`Mirza Vale ${words} it`)).toBe('Mirza Vale'),
  );
  test.each(langWords('en/article-nouns'))("…'s %s", (noun) =>
    expect(authorOf(`Mirza Vale's ${noun}`)).toBe('Mirza Vale'),
  );
  test.each(['凌致遠說甲河如何', 'What did Mirza Vale say?'])('nobody: %s', (text) =>
    expect(authorOf(text)).toBeNull(),
  );
});

describe('the tag of what is asked for', () => {
  const tagged = (text: string): string | null => {
    const found = tagFilter(text, ['渡輪', 'ferries']);
    return found === null ? null : text.slice(found.start, found.end);
  };
  test.each(chinese('before-tag'))('%s …', (words) => expect(tagged(`有${words}渡輪，甲河`)).toBe(`${words}渡輪`));
  test.each(examples('en', 'before-tag'))('%s …', (words) =>
    expect(tagged(`what is ${words} ferries`)).toBe(`${words} ferries`),
  );
  test.each(chinese('behind-tag'))('… %s', (words) => expect(tagged(`有渡輪${words}，甲河`)).toBe(`渡輪${words}`));
  test.each(chinese('before-tag-mark'))('%s： …, but not where nothing parts the two', (words) => {
    expect(tagged(`${words}：渡輪`)).toBe(`${words}：渡輪`);
    expect(tagged(`${words}渡輪`)).toBeNull();
  });
  test.each(chinese('tag-is'))('%s stands between a word for it and the tag', (words) =>
    expect(tagged(`標籤${words}「渡輪`)).toBe(`標籤${words}「渡輪`),
  );
  test.each([...langWords('zh/article-nouns').map((noun) => `的${noun}`), ' articles'])('with it: %s', (words) =>
    expect(tagged(`標籤渡輪${words}`)).toBe(`標籤渡輪${words}`),
  );
  test.each(['渡輪如何', 'the vintage ferries', '渡輪的報道'])('none: %s', (text) => expect(tagged(text)).toBeNull());
});

describe('a name of a byline', () => {
  const isBy = (author: string, given: string): boolean =>
    withinFilters({ outlet: null, since: null, until: null, author: given })(articleOf(['甲河。'], { author }));
  test.each(wordsUnder('byline-roles', ['writer', 'desk'], ['zh']))('behind %s', (role) =>
    expect(isBy(`${role}：凌致遠、岑可`, '凌致遠')).toBe(true),
  );
  test.each(wordsUnder('byline-roles', ['writer', 'given'], ['en']))('behind %s', (role) =>
    expect(isBy(`${role} Mirza Vale`, 'Mirza Vale')).toBe(true),
  );
  test.each(wordsUnder('byline-roles', ['of']))('behind %s記者', (of) =>
    expect(isBy(`${of}記者凌致遠、岑可`, '凌致遠')).toBe(true),
  );
  test.each(wordsUnder('byline-roles', ['behind']))('before %s', (word) =>
    expect(isBy(`凌致遠、岑可晴${word}`, '岑可晴')).toBe(true),
  );
  test('is no part of a longer one', () => expect(isBy('記者：凌致遠、岑可', '凌致')).toBe(false));
});
