import { fileURLToPath } from 'node:url';

import {
  createAsk,
  createLibrary,
  parseOutlets,
  readGazetteer,
  type Article,
  type ArticleId,
  type Ask,
  type Library,
  type OwnReader,
} from '../../src/core/index.ts';
import { readNameFiles, readKnowledgeFiles } from '../../src/data-files.ts';
import { articleOf } from './article-of.ts';

/** An invented report: its paragraphs, and whatever else is known of it. */
export type MadeUp = { readonly paragraphs: readonly string[] } & Partial<Omit<Article, 'id'>>;

export interface MadeUpArchive {
  readonly library: Library;
  readonly ask: Ask;
}

const DATA = fileURLToPath(new URL('../../data/', import.meta.url));

/** An archive of invented reports, by their ids, with the names and outlets that ship, ready to be asked. */
export async function madeUpArchive(
  reports: Readonly<Record<string, MadeUp>>,
  reader: OwnReader | null = null,
): Promise<MadeUpArchive> {
  const articles = Object.entries(reports).map(([id, { paragraphs, ...known }]) =>
    articleOf(paragraphs, { title: paragraphs[0] ?? id, ...known, id: id as ArticleId }),
  );
  const library = await createLibrary(articles, readGazetteer(readNameFiles(DATA)));
  return { library, ask: createAsk(library, parseOutlets(readKnowledgeFiles(DATA).outlets), { reader }) };
}
