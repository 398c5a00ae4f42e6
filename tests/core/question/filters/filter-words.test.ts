import { describe, expect, test } from 'vitest';
import { parseOutlets } from '../../../../src/core/index.ts';
import { authorFilter, outletFilter } from '../../../../src/core/question/filters/name-filters.ts';
import { langWords } from '../../../../src/core/text/lang-data.ts';
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
