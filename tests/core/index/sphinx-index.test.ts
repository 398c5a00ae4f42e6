import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WritableIndex } from '../../../src/core/index/passage-index.ts';
import { isClusterAddress, readClusterAddress } from '../../../src/core/index/sphinx/address.ts';
import { openClusterLibrary, type ClusterLibrary } from '../../../src/core/index/sphinx/cluster-library.ts';
import { publishIndex } from '../../../src/core/index/sphinx/publish.ts';
import { documentId, editionOf, numberOf } from '../../../src/core/index/sphinx/tables.ts';
import { packTerms, readTerms } from '../../../src/core/index/sphinx/term-table.ts';
import { termToken } from '../../../src/core/index/sphinx/term-token.ts';
import { createEmptyLibrary } from '../../../src/core/index/sqlite/saved-library.ts';
import type { Gazetteer } from '../../../src/core/names/gazetteer.ts';
import { bigramKey } from '../../../src/core/text/script.ts';
import { emptyFolder } from '../../support/folders.ts';
import { HAS_SEARCHD, sayThatSearchdIsNotThere, startCluster, type TestCluster } from '../../support/searchd.ts';
import { passageIndexContract } from './passage-index.contract.ts';

sayThatSearchdIsNotThere();

let cluster: TestCluster;

/** A saved index that is published after each change, and asked where it is published. */
function published(names: Gazetteer): WritableIndex {
  const path = join(emptyFolder(), 'saved.index');
  const saved = createEmptyLibrary(names, path);
  let library: ClusterLibrary | null = null;
  const publish = async (): Promise<void> => {
    await publishIndex(path, cluster.address, { names, grace: 0 });
    if (library === null) library = await openClusterLibrary(cluster.address, names, '');
    else await library.refresh();
  };
  return {
    search: async (...given) => await wholeSearch(library, given),
    add: async (passages) => {
      await saved.index.add(passages);
      await publish();
    },
    remove: async (id) => {
      await saved.index.remove(id);
      await publish();
    },
    budget: saved.index.budget,
    frequency: (term) => library?.index.frequency(term) ?? 0,
    suggest: (word, edits) => library?.index.suggest(word, edits) ?? null,
    latinWords: () => library?.index.latinWords() ?? [],
    size: () => library?.index.size() ?? 0,
  };
}

// On a busy machine one server may not reach the other in time: what it says then is of a part, and it is asked again.
async function wholeSearch(
  library: ClusterLibrary | null,
  given: Parameters<WritableIndex['search']>,
): ReturnType<WritableIndex['search']> {
  for (let attempt = 0; ; attempt++) {
    const found = (await library?.index.search(...given)) ?? { hits: [], isPartial: false };
    if (!found.isPartial || attempt === ATTEMPTS) return found;
  }
}
const ATTEMPTS = 5;

// Two servers and what asks them share one machine with all other tests.
describe.skipIf(!HAS_SEARCHD)('over two machines', { retry: 2 }, () => {
  beforeAll(async () => {
    cluster = await startCluster(2);
  });
  afterAll(async () => await cluster.stop());

  passageIndexContract('Sphinx', published);
});

describe('an address', () => {
  test.each([
    ['sphinx://one', [{ host: 'one', port: 9306 }], 'readout'],
    ['sphinx://one:80/', [{ host: 'one', port: 80 }], 'readout'],
    [
      'sphinx://10.0.0.1:9406,[::1]:9506/news_2',
      [
        { host: '10.0.0.1', port: 9406 },
        { host: '::1', port: 9506 },
      ],
      'news_2',
    ],
  ])('%s', (given, hosts, name) => {
    expect(isClusterAddress(given)).toBe(true);
    expect(readClusterAddress(given)).toEqual({ hosts, name });
  });

  test.each([
    'sphinx://',
    'sphinx://one,,two',
    'sphinx://one:x',
    'sphinx://one/two/three',
    'sphinx://one/Name',
    "sphinx://one/a'b",
    'sphinx://me@one',
    'sphinx://one?x',
  ])('%s is none', (given) => expect(() => readClusterAddress(given)).toThrow(/is no address of an index/));

  test.each(['articles.index', '/tmp/sphinx', 'C:\\sphinx'])('%s is a file', (given) =>
    expect(isClusterAddress(given)).toBe(false),
  );
});

test('terms are words that no engine splits or cuts, each another', () => {
  const long = 'x'.repeat(60);
  const terms = [
    bigramKey(0x5927, 0x6865),
    '大',
    '桥',
    'cabl',
    'cab',
    '#7',
    '#7人',
    '#7天',
    '@7',
    '7',
    "o'neil",
    'é',
    'e',
    long,
    `${long}x`,
  ];
  const tokens = terms.map(termToken);
  expect(new Set(tokens).size).toBe(terms.length);
  for (const token of tokens) expect(token).toMatch(/^[a-z0-9_]{1,42}$/);
});

test('a number comes back from the id of its document, and two editions share none', () => {
  const editions = ['one', 'two', 'three'].map((build) => editionOf(build, 'names'));
  expect(new Set(editions).size).toBe(3);
  const ids = editions.flatMap((edition) => [0, 1, 162_700, 2 ** 32].map((number) => documentId(edition, number)));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(Number.isSafeInteger)).toBe(true);
  expect(ids.map(numberOf)).toEqual(editions.flatMap(() => [0, 1, 162_700, 2 ** 32]));
});

test('a table of terms has each with its count, in however many parts it came', () => {
  const pairs = Array.from(
    { length: 210_000 },
    (_, at) => [0x4e00 + Math.floor(at / 100), 0x4e00 + (at % 100) * 7] as const,
  );
  const counted = [
    { key: '#7', frequency: 9 },
    { key: 'carton', frequency: 1 },
    { key: 'cart', frequency: 300 },
    ...pairs.map(([first, second], at) => ({ key: String.fromCharCode(first, second), frequency: (at % 300) + 1 })),
  ];
  const parts = [...packTerms(counted)];
  expect(parts.length).toBeGreaterThan(1);
  const table = readTerms(parts);
  expect(['#7', 'cart', 'nobody'].map((term) => table.frequency(term))).toEqual([9, 300, 0]);
  expect(pairs.map(([first, second]) => table.frequency(bigramKey(first, second)))).toEqual(
    pairs.map((_, at) => (at % 300) + 1),
  );
  expect(table.frequency(bigramKey(0x4e00, 0x4e01))).toBe(0);
  expect(table.latinWords()).toEqual([
    ['carton', 1],
    ['cart', 300],
  ]);
  const [first = 0x4e00] = pairs[200] ?? [];
  const from = table.bigramsFrom(String.fromCharCode(first), 3);
  expect(from.map((term) => table.frequency(term))).toEqual([300, 299, 298]);
  expect(table.bigramsFrom('a', 3)).toEqual([]);
});
