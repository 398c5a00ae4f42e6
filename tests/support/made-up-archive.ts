import {
  createAsk,
  createLibrary,
  type Article,
  type ArticleId,
  type Ask,
  type Gazetteer,
  type Library,
  type OutletDirectory,
  type ExternalReader,
} from '../../src/core/index.ts';
import { articleOf } from './article-of.ts';
import { shippedNames, shippedOutlets } from './shipped-data.ts';

/** An invented report: its paragraphs, and whatever else is known of it. */
export type MadeUp = { readonly paragraphs: readonly string[] } & Partial<Omit<Article, 'id'>>;

export interface MadeUpArchive {
  readonly library: Library;
  readonly ask: Ask;
}

// Nothing changes them, and to read them takes longer than most archives do.
let shipped: { readonly names: Gazetteer; readonly outlets: OutletDirectory } | null = null;

/** An archive of invented reports, by their ids, with the names and outlets that ship, ready to be asked. */
export async function madeUpArchive(
  reports: Readonly<Record<string, MadeUp>>,
  reader: ExternalReader | null = null,
): Promise<MadeUpArchive> {
  const articles = Object.entries(reports).map(([id, { paragraphs, ...known }]) =>
    articleOf(paragraphs, { title: paragraphs[0] ?? id, ...known, id: id as ArticleId }),
  );
  const { names, outlets } = (shipped ??= { names: shippedNames(), outlets: shippedOutlets() });
  const library = await createLibrary(articles, names);
  return { library, ask: createAsk(library, outlets, { reader }) };
}
