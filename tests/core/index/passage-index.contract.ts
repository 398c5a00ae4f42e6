import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Article, ArticleId } from '../../../src/core/index.ts';
import { bigramKey } from '../../../src/core/text/script.ts';
import { readGazetteer, type Gazetteer } from '../../../src/core/names/gazetteer.ts';
import type {
  Hit,
  PassageFilter,
  PassageIndex,
  QueryTerm,
  WritableIndex,
} from '../../../src/core/index/passage-index.ts';
import { passagesOf, type Passage } from '../../../src/core/index/passages.ts';
import { nameTerm, numberTerm, type Term } from '../../../src/core/index/terms.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { termsOf } from './naive-index.ts';

const names = readGazetteer([{ kind: 'person', text: '白桦, 白樺, Bai Hua\n陆沉, Lu Chen\n' }]);
const BAI = nameTerm(names.mentions('白桦')[0]?.name.id ?? -1);

const bigram = (two: string): Term => bigramKey(two.charCodeAt(0), two.charCodeAt(1));
const query = (...terms: readonly Term[]): QueryTerm[] => terms.map((term) => ({ term, weight: 1 }));

const article = (id: string, title: string, text: string, more: Partial<Article> = {}): Article =>
  fakeArticle(id, [text], { title, ...more });

const BRIDGE = article('bridge', '跨河大橋通車', '白樺在橋頭說，工程歷時三年。 Engineers tested every cable.', {
  outlet: '河報',
});
const FERRY = article('ferry', '渡輪停航', '渡輪因大橋通車而停航，船員七人轉職。', { outlet: '港報', tags: ['航運'] });
const TRAIN = article('train', 'Night trains return', 'Bai Hua opened the railway. The engineer thanked everyone.', {
  outlet: null,
});
const ALL = [BRIDGE, FERRY, TRAIN];

/** What every index has to do, whatever stands behind it. */
export function passageIndexContract(name: string, create: (names: Gazetteer) => WritableIndex): void {
  describe(`the ${name} index`, () => {
    let index: WritableIndex;
    const found = async (terms: readonly QueryTerm[], limit = 50, filter: Filter = null): Promise<string[]> =>
      (await hitsOf(index, terms, limit, filter)).map(({ passage }) => keyOf(passage)).sort();

    beforeEach(async () => {
      index = create(names);
      await index.add(ALL.flatMap(passagesOf));
    });

    test('counts its passages: a headline and a body each', () => expect(index.size()).toBe(6));

    test.each<[string, Term, readonly string[]]>([
      ['a bigram, in either script', bigram('大桥'), ['bridge headline', 'ferry body']],
      ['a bigram of the body alone', bigram('工程'), ['bridge body']],
      ['a tag', bigram('航运'), ['ferry headline']],
      ['a word by its stem', 'cabl', ['bridge body']],
      ['a word in any form', 'engin', ['bridge body', 'train body']],
      ['a number', numberTerm(3), ['bridge body']],
      ['a number with its unit', numberTerm(7, '人'), ['ferry body']],
      ['a name in any language', BAI, ['bridge body', 'train body']],
      ['what nobody wrote not at all', bigram('火星'), []],
      ['a number with another unit not at all', numberTerm(7, '天'), []],
    ])('finds %s, and counts it', async (_, term, expected) => {
      expect(await found(query(term))).toEqual(expected);
      expect(index.frequency(term)).toBe(expected.length);
    });

    test('finds what holds any term of the query, best first', async () => {
      const hits = await hitsOf(index, query(bigram('渡轮'), bigram('停航'), bigram('工程')));
      expect(hits.map(({ passage }) => keyOf(passage)).sort()).toEqual(['bridge body', 'ferry body', 'ferry headline']);
      expect(keyOf(hits[0]?.passage)).toMatch(/^ferry/);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(Math.min(...scores)).toBeGreaterThan(0);
    });

    test('a heavier term counts for more', async () => {
      const first = async (bridge: number, ferry: number): Promise<string | undefined> => {
        const terms = [
          { term: bigram('工程'), weight: bridge },
          { term: bigram('转职'), weight: ferry },
        ];
        return (await hitsOf(index, terms, 1))[0]?.passage.article.id;
      };
      expect(await first(10, 0.1)).toBe('bridge');
      expect(await first(0.1, 10)).toBe('ferry');
    });

    test('a term that stands twice in a query is one term', async () =>
      expect(await found(query(bigram('工程'), bigram('工程')))).toEqual(['bridge body']));

    test('nothing is found by nothing', async () => expect(await found([])).toEqual([]));

    test.each([0, 1, 2, 50])('gives at most %i hits', async (limit) => {
      const terms = query(bigram('大桥'), 'engin', BAI);
      expect(await found(terms, limit)).toHaveLength(Math.min(limit, 4));
    });

    test('what is known of a hit without its text is true', async () => {
      const terms = query(bigram('大桥'), bigram('渡轮'), 'engin', BAI, numberTerm(3), bigram('火星'));
      for (const { passage, glimpse } of await hitsOf(index, terms)) {
        if (glimpse === undefined) continue;
        const own = termsOf(passage, names);
        expect(glimpse).toMatchObject({ article: passage.article.id, kind: passage.kind });
        expect(glimpse.held()).toEqual(new Set(terms.flatMap(({ term }) => (own.has(term) ? [term] : []))));
      }
    });

    test('the limit keeps the best', async () => {
      const terms = query(bigram('渡轮'), bigram('停航'), bigram('船员'), bigram('工程'));
      const all = await hitsOf(index, terms);
      expect((await hitsOf(index, terms, 2)).map(({ passage }) => passage)).toEqual(
        all.slice(0, 2).map(({ passage }) => passage),
      );
    });

    test('a filter keeps out, and leaves the limit to what passes', async () => {
      const ofFerry: Filter = ({ article: { outlet } }) => outlet === '港報';
      expect(await found(query(bigram('大桥')), 1, ofFerry)).toEqual(['ferry body']);
      expect(await found(query(bigram('大桥')), 50, () => false)).toEqual([]);
    });

    test('a single character also finds the bigrams that it begins, where it is asked to', async () => {
      const alone = { term: '渡', weight: 1 };
      expect(await found([alone])).toEqual([]);
      expect(await found([{ ...alone, prefix: true }])).toEqual(['ferry body', 'ferry headline']);
      expect(await found([{ term: '车', weight: 1, prefix: true }])).toEqual(['bridge headline', 'ferry body']);
    });

    test.each([
      ['engim', 1, 'engin'],
      ['railwa', 1, 'railwai'],
      ['cablle', 2, 'cabl'],
      ['cablles', 1, null],
      ['zzzzzz', 2, null],
    ])('for %s it suggests, %i edits away at the most, %s', (word, edits, expected) =>
      expect(index.suggest(word, edits)).toBe(expected),
    );

    test('it suggests the nearest word, however often others occur', async () => {
      const own = create(names);
      await own.add(passagesOf(article('one', 'carton', 'cart. '.repeat(200))));
      await own.add(['two', 'three', 'four'].flatMap((id) => passagesOf(article(id, 'cart', 'The cart.'))));
      expect(own.suggest('cartom', 2)).toBe('carton');
    });

    test('it gives the stems of all Latin words with the number of passages that hold each', async () => {
      const own = create(names);
      await own.add(
        ['one', 'two'].flatMap((id) => passagesOf(article(id, '渡輪', 'Cables of the 2 ferries. 渡輪停航'))),
      );
      const words = new Map([...own.latinWords()].map(([word, count]) => [word, count]));
      expect(words.get('cabl')).toBe(own.frequency('cabl'));
      expect(words.get('ferri')).toBe(2);
      expect([...words.keys()].every((word) => /^[a-z]/.test(String(word)))).toBe(true);
    });

    test('after an article was removed nothing of it is found', async () => {
      await index.remove(FERRY.id);
      expect(index.size()).toBe(4);
      for (const passage of passagesOf(FERRY)) {
        for (const term of termsOf(passage, names)) expect((await found(query(term))).join()).not.toContain('ferry');
      }
      expect(index.frequency(bigram('渡轮'))).toBe(0);
      expect(index.frequency(bigram('大桥'))).toBe(1);
      expect(await found(query(bigram('大桥')))).toEqual(['bridge headline']);
    });

    test('an article that is not there can be removed', async () => {
      await index.remove('nobody' as ArticleId);
      expect(index.size()).toBe(6);
    });

    test('an article can be taken out, changed, and added again', async () => {
      await index.remove(BRIDGE.id);
      await index.add(passagesOf(article('bridge', '跨河大橋封閉', '白樺說要檢修。')));
      expect(await found(query(bigram('检修')))).toEqual(['bridge body']);
      expect(await found(query(bigram('工程')))).toEqual([]);
      expect(index.frequency(BAI)).toBe(2);
      expect(index.size()).toBe(6);
    });

    test('an index that is empty, or has become so, finds nothing and takes articles', async () => {
      const empty = create(names);
      expect([empty.size(), empty.frequency(bigram('大桥')), await hitsOf(empty, query(bigram('大桥')))]).toEqual([
        0,
        0,
        [],
      ]);
      for (const { id } of ALL) await index.remove(id);
      expect(await found(query(bigram('大桥'), 'engin', BAI))).toEqual([]);
      await index.add(passagesOf(FERRY));
      expect(await found(query(bigram('大桥')))).toEqual(['ferry body']);
    });

    test('adding nothing changes nothing', async () => {
      await index.add([]);
      expect(index.size()).toBe(6);
    });

    test('a hit carries the passage that was added, the same one each time', async () => {
      const own = create(names);
      const passages = passagesOf(BRIDGE);
      await own.add(passages);
      const hits = await hitsOf(own, query(bigram('工程')), 1);
      const found = hits.map(({ passage: { article: of, start, end, sentences } }) => ({
        id: of.id,
        text: of.text,
        start,
        end,
        sentences,
      }));
      const { start, end, sentences } = passages[1] as Passage;
      expect(found).toEqual([{ id: BRIDGE.id, text: BRIDGE.text, start, end, sentences }]);
      const [again] = await hitsOf(own, query(bigram('工程')), 1);
      expect(again?.passage).toBe(hits[0]?.passage);
    });

    const words = ['白樺', '大橋', '渡輪', '的', '三年', '7天', 'Engineers', 'night', 'Lu Chen', '，', '。', ' '];
    const anyText = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    const anyArticles = fc
      .array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 6 })
      .map((texts) => texts.map(([title, text], i) => article(`a${i}`, title, text)));

    test('whichever way it came to its articles, it finds by a term the passages that hold it', async () => {
      await fc.assert(
        fc.asyncProperty(anyArticles, anyArticles, fc.nat(6), async (kept, removed, split) => {
          const own = create(names);
          const gone = removed.map((one, i): Article => ({ ...one, id: `gone${i}` as ArticleId }));
          await own.add([...kept.slice(0, split), ...gone].flatMap(passagesOf));
          for (const { id } of gone) await own.remove(id);
          await own.add(kept.slice(split).flatMap(passagesOf));
          const passages = kept.flatMap(passagesOf);
          const terms = new Set(
            [...passages, ...gone.flatMap(passagesOf)].flatMap((one) => Array.from(termsOf(one, names))),
          );
          expect(own.size()).toBe(passages.length);
          for (const term of terms) {
            const holding = passages.filter((one) => termsOf(one, names).has(term)).map(keyOf);
            const hits = await hitsOf(own, query(term), 100);
            expect(hits.map(({ passage }) => keyOf(passage)).sort()).toEqual(holding.sort());
            expect(own.frequency(term)).toBe(holding.length);
          }
        }),
        { numRuns: 30 },
      );
    });
  });
}

type Filter = PassageFilter | null;

async function hitsOf(
  index: PassageIndex,
  terms: readonly QueryTerm[],
  limit = 50,
  filter: Filter = null,
): Promise<readonly Hit[]> {
  const { hits, isPartial } = await index.search(terms, filter, limit);
  expect(isPartial).toBe(false);
  return hits;
}

const keyOf = (passage: Passage | undefined): string =>
  passage === undefined ? '' : `${passage.article.id} ${passage.kind}`;
