import { LRUCache } from 'lru-cache';
import type { CorpusFault } from '../../corpus/faults.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { passagesAlong, type Passage } from '../passages.ts';
import { inArchiveOrder, rowReader, type ArticleRow, type StoredArticle } from '../sqlite/article-rows.ts';
import { createPassageTable, type PassageTable } from '../sqlite/passage-table.ts';
import { readParts, unpackFaults, type Head, type Published } from './catalogue.ts';
import { rowsOfGroup } from '../sqlite/row-groups.ts';
import type { Cluster } from './cluster.ts';
import type { Edition, Tables } from './tables.ts';
import { readTerms, type TermTable } from './term-table.ts';
import { createTexts, type Texts } from './texts.ts';

/** An archive on several machines as it was published at some time: what of it is kept in memory, and how its texts are come by. */
export interface Archive {
  readonly head: Head;
  readonly edition: Edition;
  readonly rows: readonly ArticleRow[];
  readonly byId: ReadonlyMap<string, StoredArticle>;
  readonly passageTable: PassageTable;
  readonly terms: TermTable;
  readonly faults: readonly CorpusFault[];
  readonly texts: Texts;
  /** The passages of an article whose text was brought. */
  readonly passagesOf: (article: StoredArticle) => readonly Passage[];
  /** Its parts of articles as they were read, by their ids. */
  readonly parts: ReadonlyMap<number, readonly ArticleRow[]>;
}

const ARTICLES_KEPT = 2_500;

interface ArchiveOptions {
  readonly cluster: Cluster;
  readonly tables: Tables;
  readonly names: Gazetteer;
  /** The archive before, of which what did not change is kept: its articles stay the same objects. */
  readonly before: Archive | null;
}

/** Reads what was published; null where that is not there any more, since something else was published meanwhile. */
export async function readArchive(
  published: Published,
  { cluster, tables, names, before }: ArchiveOptions,
): Promise<Archive | null> {
  const { head } = published;
  const known = before?.edition === head.edition ? before : null;
  const texts = known?.texts ?? createTexts(cluster, tables, { edition: head.edition, names });
  const data = await readParts(published, tables, ({ id }) => known?.parts.has(id) !== true);
  if (data === null) return null;
  const partsOf = (kind: Head['parts'][number]['kind']): Buffer[] =>
    head.parts.flatMap((part) => (part.kind === kind ? (data.get(part.id) ?? []) : []));
  const read = rowReader(texts);
  const parts = new Map<number, readonly ArticleRow[]>();
  for (const { id, kind } of head.parts)
    if (kind === 'articles') parts.set(id, known?.parts.get(id) ?? rowsOfGroup(String(data.get(id))).map(read));
  const rows = inArchiveOrder([...parts.values()].flat());
  const terms = readTerms(partsOf('terms'));
  const faults = partsOf('faults').flatMap(unpackFaults);
  return { head, edition: head.edition, parts, terms, faults, texts, ...whatIsIn(rows, known) };
}

function whatIsIn(
  rows: readonly ArticleRow[],
  known: Archive | null,
): Pick<Archive, 'rows' | 'byId' | 'passageTable' | 'passagesOf'> {
  return {
    rows,
    byId: new Map(rows.map(({ article }) => [article.id, article])),
    passageTable: createPassageTable(rows),
    passagesOf: known?.passagesOf ?? passageCutter(),
  };
}

function passageCutter(): Archive['passagesOf'] {
  const kept = new LRUCache<number, { readonly article: StoredArticle; readonly passages: readonly Passage[] }>({
    max: ARTICLES_KEPT,
  });
  return (article) => {
    const known = kept.get(article.seq);
    if (known?.article === article) return known.passages;
    const passages = passagesAlong(article, article.cuts);
    kept.set(article.seq, { article, passages });
    return passages;
  };
}
