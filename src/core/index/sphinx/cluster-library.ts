import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { ArchiveAwayError, SavedIndexError } from '../saved-index-error.ts';
import { listsOf, type SavedLibrary } from '../sqlite/saved-library.ts';
import type { StoredArticle } from '../sqlite/article-rows.ts';
import type { Passage } from '../passages.ts';
import { readClusterAddress } from './address.ts';
import { readArchive, type Archive } from './archive.ts';
import { newestHead } from './catalogue.ts';
import { createCluster, type Cluster } from './cluster.ts';
import { createSphinxIndex } from './sphinx-index.ts';
import { tablesOf, type Tables } from './tables.ts';

/** A library on several machines. */
export interface ClusterLibrary extends SavedLibrary {
  /** Takes in what was published since; the articles are another array then. */
  refresh(): Promise<void>;
  /** Has the texts of articles at hand, which are read afterwards. Throws an ArchiveAwayError where their host does not answer. */
  bring(articles: readonly Article[]): Promise<void>;
}

/**
 * Opens what was published at an address. `fingerprint` is that of the names that it has to have been published with. Throws a
 * SavedIndexError, or an ArchiveAwayError where nobody answers.
 */
export async function openClusterLibrary(
  address: string,
  names: Gazetteer,
  fingerprint: string,
): Promise<ClusterLibrary> {
  const given = readClusterAddress(address);
  const cluster = await createCluster(given);
  const tables = tablesOf(given.name);
  const load = async (before: Archive | null): Promise<Archive> => {
    const archive = await newest(cluster, { tables, names, before });
    if (archive.head.names === fingerprint) return archive;
    throw new OtherNamesError(
      `"${address}" was published with other names in data/names, or by another version of the program. Use the same here, or publish it again: readout index --to`,
    );
  };
  try {
    const archive = await load(null);
    return libraryOf({ archive, load, cluster, tables, names });
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

/** Its terms and statements hold for other names than are known here. */
class OtherNamesError extends SavedIndexError {}

interface NewestOptions {
  readonly tables: Tables;
  readonly names: Gazetteer;
  readonly before: Archive | null;
}

// Whatever is published while it is read.
const TRIES = 3;

async function newest(cluster: Cluster, { tables, names, before }: NewestOptions): Promise<Archive> {
  for (let left = TRIES; left > 0; left--) {
    const published = await newestHead(cluster, tables);
    if (published === null)
      throw new SavedIndexError(
        `Nothing was published there yet. To publish a saved index: readout index --index FILE --to ADDRESS`,
      );
    if (published.head.generation === before?.head.generation) return before;
    const archive = await readArchive(published, { cluster, tables, names, before });
    if (archive !== null) return archive;
  }
  throw new SavedIndexError('The index changes all the time; it cannot be read.');
}

interface Opened {
  readonly archive: Archive;
  readonly load: (before: Archive) => Promise<Archive>;
  readonly cluster: Cluster;
  readonly tables: Tables;
  readonly names: Gazetteer;
}

function libraryOf({ archive: first, load, cluster, tables, names }: Opened): ClusterLibrary {
  let archive = first;
  let lists = listsOf(archive);
  // What was published since cannot be read here, and what was there before is going.
  let unreadable: OtherNamesError | null = null;
  const index = createSphinxIndex({ cluster, tables, archive: () => archive });
  return {
    get articles() {
      return lists.current;
    },
    get all() {
      return lists.all;
    },
    get languages() {
      return lists.languages;
    },
    get about() {
      const { dirs, indexedAt } = archive.head;
      return { dirs, indexedAt: new Date(indexedAt), faults: archive.faults };
    },
    names,
    textsAreAway: true,
    index: {
      ...index,
      search: async (...given) => {
        if (unreadable !== null) throw unreadable;
        return await index.search(...given);
      },
    },
    article: (id) => archive.byId.get(id) ?? null,
    find: (id) => archive.byId.get(id) ?? null,
    bodyOf: (id) => bodyOf(archive, id),
    bring: async (articles) => await bring(archive, articles),
    refresh: async () => {
      const now = await load(archive).catch((error: unknown) => {
        if (error instanceof OtherNamesError) unreadable = error;
        throw error;
      });
      unreadable = null;
      if (now === archive) return;
      archive = now;
      lists = listsOf(now);
    },
    close: () => void cluster.close(),
  };
}

async function bring({ texts }: Archive, articles: readonly Article[]): Promise<void> {
  const { missing, isPartial } = await texts.bring(articles.map((one) => (one as StoredArticle).seq));
  if (missing.size === 0) return;
  throw isPartial
    ? new ArchiveAwayError('The part of the archive that has the article does not answer at present.')
    : new SavedIndexError('The article is not there any more.');
}

function bodyOf(archive: Archive, id: string): readonly Passage[] {
  const article = archive.byId.get(id);
  return article === undefined ? [] : archive.passagesOf(article).filter(({ kind }) => kind === 'body');
}
