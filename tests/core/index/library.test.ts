import { expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index/library.ts';
import { bigramKey } from '../../../src/core/text/script.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { createNaiveIndex } from './naive-index.ts';

const names = readGazetteer([]);
const ARTICLES = [fakeArticle('one', ['大橋通車。', '渡輪停航。']), fakeArticle('two', [])];

test('a library finds its articles and their passages by id', async () => {
  const library = await createLibrary(ARTICLES, names);
  expect(library.articles).toEqual(ARTICLES);
  expect(library.article('one')).toBe(ARTICLES[0]);
  expect(library.article('three')).toBeNull();
  for (const { id, text } of ARTICLES) {
    const bodies = library.bodyOf(id);
    expect(bodies.every(({ kind }) => kind === 'body')).toBe(true);
    expect(bodies.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
  }
  expect(library.bodyOf('three' as (typeof ARTICLES)[number]['id'])).toEqual([]);
});

test('it indexes them in whatever index it is given', async () => {
  const index = createNaiveIndex(names);
  const library = await createLibrary(ARTICLES, names, index);
  expect(library.index).toBe(index);
  expect(index.frequency(bigramKey('渡'.charCodeAt(0), '轮'.charCodeAt(0)))).toBe(1);
  expect(index.size()).toBe(3);
});

test('a library may be empty', async () => {
  const library = await createLibrary([], names);
  expect(library.index.size()).toBe(0);
  expect(library.article('one')).toBeNull();
});
