import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { createEmptyLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import type { Term } from '../../../src/core/index/terms.ts';
import { bigramKey } from '../../../src/core/text/script.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { termsOf } from './naive-index.ts';
import { passageIndexContract } from './passage-index.contract.ts';

passageIndexContract('SQLite', (names) => createEmptyLibrary(names).index);

describe('the SQLite index of much', () => {
  const names = readGazetteer([]);
  const han = (at: number): string => String.fromCharCode(0x4e00 + (at % 0x5000));

  test('finds each of many terms, those of one passage and those of all', async () => {
    const { index } = createEmptyLibrary(names);
    // Characters that follow one another in steps of their own in each article: nearly all bigrams are different.
    const texts = Array.from({ length: 400 }, (_, article) =>
      Array.from({ length: 60 }, (__, at) => han(article * 131 + at * (article + 7))).join(''),
    );
    const articles = texts.map((text, at) => fakeArticle(`a${at}`, [`共同${text}${'重'.repeat(at % 3)}。`]));
    for (let from = 0; from < articles.length; from += 150)
      await index.add(articles.slice(from, from + 150).flatMap(passagesOf));
    const holders = new Map<Term, number>();
    for (const passage of articles.flatMap(passagesOf))
      for (const term of termsOf(passage, names)) holders.set(term, (holders.get(term) ?? 0) + 1);
    expect(holders.size).toBeGreaterThan(20_000);
    const some = [...holders].filter(([, holding], at) => at % 40 === 0 || holding > 100);
    expect(some.map(([term]) => index.frequency(term))).toEqual(some.map(([, holding]) => holding));
    // Looked up together, with those that nothing holds, before and behind all, and one that UTF-16 sorts otherwise than UTF-8.
    const unheld: Term[] = ['=absent', 'zzzz', '\u{20000}', bigramKey(0x3005, 0x3005), bigramKey(0x9ffe, 0x9ffe)];
    index.rememberFrequencies?.([...holders.keys(), ...unheld]);
    expect(Array.from(holders.keys(), (term) => index.frequency(term))).toEqual([...holders.values()]);
    expect(unheld.map((term) => index.frequency(term))).toEqual(unheld.map(() => 0));
    const common = bigramKey('共'.charCodeAt(0), '同'.charCodeAt(0));
    const { hits } = await index.search([{ term: common, weight: 1 }], null, 1000);
    expect(hits.map(({ passage }) => passage.article.id as string).sort()).toEqual(
      articles.map(({ id }) => id as string).sort(),
    );
    const scores = hits.map(({ score }) => score);
    expect(new Set(scores).size).toBeGreaterThan(2);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('tells which characters stand side by side, and what has come since', async () => {
    const { index } = createEmptyLibrary(names);
    const texts = Array.from({ length: 200 }, (_, at) => `共${han(at * 7)}共${han(at * 11)}、${han(at)}共`);
    await index.add(texts.flatMap((text, at) => passagesOf(fakeArticle(`a${at}`, [`${text}。`]))));
    const isHeld = (two: string): boolean | undefined => index.holdsBigram?.(two.charAt(0), two.charAt(1));
    const pairs = Array.from({ length: 2_500 }, (_, at) => [
      `共${han(at)}`,
      `${han(at)}共`,
      `${han(at)}${han(at + 1)}`,
    ]).flat();
    const held = pairs.filter((two) => index.frequency(bigramKey(two.charCodeAt(0), two.charCodeAt(1))) > 0);
    expect(held.length).toBeGreaterThan(400);
    expect(pairs.filter(isHeld)).toEqual(held);
    expect([isHeld('共鱻'), isHeld('鱻共'), isHeld('共a')]).toEqual([false, false, false]);
    await index.add(passagesOf(fakeArticle('new', ['後來共鱻。'])));
    expect([isHeld('共鱻'), isHeld('鱻共')]).toEqual([true, false]);
  });

  test('finds a passage with more different terms than the file counts', async () => {
    const { index } = createEmptyLibrary(names);
    const endless = Array.from({ length: 70_000 }, (_, at) => han((at * at) / 2 + at / 2)).join('');
    await index.add([
      ...passagesOf(fakeArticle('endless', [endless])),
      ...passagesOf(fakeArticle('other', ['大桥。'])),
    ]);
    const first = bigramKey(endless.charCodeAt(0), endless.charCodeAt(1));
    const {
      hits: [hit],
    } = await index.search([{ term: first, weight: 1 }], null, 5);
    expect(hit?.passage.article.id).toBe('endless');
    expect(index.frequency(bigramKey('大'.charCodeAt(0), '桥'.charCodeAt(0)))).toBe(1);
  });
});
