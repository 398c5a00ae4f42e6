import { parsePageParts, type PageParts } from './markup/page-parts.ts';
import { parseMetadataKeys, type MetadataKeys } from './metadata/keys.ts';
import { parseOutlets, type OutletDirectory } from './metadata/outlets.ts';

/** What is known of outlets, of web pages and of the keys of metadata, from `data/`. */
export interface CorpusKnowledge {
  readonly outlets: OutletDirectory;
  readonly pageParts: PageParts;
  readonly keys: MetadataKeys;
}

/** Reads the texts of `data/outlets.txt`, `data/page-parts.txt` and `data/metadata-keys.txt`. */
export const readKnowledge = (files: {
  readonly outlets: string;
  readonly pageParts: string;
  readonly keys: string;
}): CorpusKnowledge => ({
  outlets: parseOutlets(files.outlets),
  pageParts: parsePageParts(files.pageParts),
  keys: parseMetadataKeys(files.keys),
});
