import { parsePageParts, type PageParts } from './markup/page-parts.ts';
import { parseOutlets, type OutletDirectory } from './metadata/outlets.ts';

/** What is known of outlets and of web pages, from `data/`. */
export interface CorpusKnowledge {
  readonly outlets: OutletDirectory;
  readonly pageParts: PageParts;
}

/** Reads the texts of `data/outlets.txt` and `data/page-parts.txt`. */
export const readKnowledge = (files: { readonly outlets: string; readonly pageParts: string }): CorpusKnowledge => ({
  outlets: parseOutlets(files.outlets),
  pageParts: parsePageParts(files.pageParts),
});
