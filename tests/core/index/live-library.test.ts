import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLibrary, type Library } from '../../../src/core/index/library.ts';
import { libraryWithout } from '../../../src/core/index/library-without.ts';
import type { Article, ArticleId } from '../../../src/core/model/article.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { articleOf } from '../../support/article-of.ts';

const names = readGazetteer([]);
// Each its own stem.
const WORDS = ['boat', 'pier', 'port', 'harbour', 'tunnel'];

const article = (id: string, text: string, more: Partial<Article> = {}): Article =>
  articleOf([text], { id: id as ArticleId, title: `Title ${id}`, ...more });

/** What a library gives for each of some words: of which articles, and what they say. */
async function found(library: Library): Promise<unknown> {
  const all = await Promise.all(
    WORDS.map(async (term) => {
      const { hits } = await library.index.search([{ term, weight: 1 }], null, 100);
      const texts = hits.map(({ passage }) => passage.article.text.slice(passage.start, passage.end));
      return { term, texts: texts.toSorted(), frequency: library.index.frequency(term) };
    }),
  );
  const ids = library.articles.map(({ id }) => id);
  return { all, ids, bodies: ids.map((id) => library.bodyOf(id).length), size: library.index.size() };
}

const texts = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => `${words.join(' ')}.`),
  { noNullPrototype: true },
);

describe('a library that takes in other articles', () => {
  it('finds what one that is made of them finds, whatever came before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 5 }), async (steps) => {
        const library = await createLibrary([], names);
        let known = new Map<string, Article>();
        for (const step of steps) {
          // An article that says the same is the same object.
          known = new Map(
            Object.entries(step).map(([id, text]) => {
              const before = known.get(id);
              return [id, before?.text === text ? before : article(id, text)];
            }),
          );
          await library.update([...known.values()]);
        }
        expect(await found(library)).toEqual(await found(await createLibrary([...known.values()], names)));
      }),
      { numRuns: 40 },
    );
  });

  it('asks the latest version of a story only, also where another becomes it', async () => {
    const [first, second] = [article('first', 'The boat.'), article('second', 'The boat sails.')];
    const library = await createLibrary([first], names);
    const older = { ...first, supersededBy: second.id };
    await library.update([older, { ...second, versions: [first.id] }]);
    expect(await found(library)).toMatchObject({ ids: ['second'] });
    expect(library.article('first')).toBe(older);
    await library.update([first]);
    expect(await found(library)).toMatchObject({ ids: ['first'] });
    expect(library.article('second')).toBeNull();
  });
});

describe('a library without some of its articles', () => {
  it('neither finds nor lists nor gives them, from the moment on at which they are withheld', async () => {
    const whole = await createLibrary([article('a', 'The boat.'), article('b', 'The boat sails.')], names);
    let ids: ReadonlySet<string> = new Set();
    const library = libraryWithout(whole, () => ids);
    expect(library.articles).toBe(whole.articles);
    expect((await library.index.search([{ term: 'boat', weight: 1 }], null, 10)).hits).toHaveLength(2);
    ids = new Set(['a', 'nobody']);
    const { hits } = await library.index.search([{ term: 'boat', weight: 1 }], () => true, 10);
    expect(hits.map(({ passage }) => passage.article.id)).toEqual(['b']);
    expect(library.articles.map(({ id }) => id)).toEqual(['b']);
    expect(library.articles).toBe(library.articles);
    expect([library.article('a'), library.bodyOf('a' as ArticleId)]).toEqual([null, []]);
    ids = new Set();
    expect(library.article('a')?.id).toBe('a');
  });
});
