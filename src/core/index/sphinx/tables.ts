import { createHash } from 'node:crypto';

/** The layout of the tables and of what stands in them, as a number. */
export const CLUSTER_SCHEMA = 2;

/** Names of the tables; deploy/manticore/searchd.conf makes them. */
export interface Tables {
  /** All passages, and all texts, wherever they are. */
  readonly passages: string;
  readonly texts: string;
  /** A host's own share of both. */
  readonly ownPassages: string;
  readonly ownTexts: string;
  /** What every host has a copy of. */
  readonly catalogue: string;
}

export const tablesOf = (name: string): Tables => ({
  passages: `${name}_passages`,
  texts: `${name}_texts`,
  ownPassages: `${name}_own_passages`,
  ownTexts: `${name}_own_texts`,
  catalogue: `${name}_catalogue`,
});

/**
 * One making of a saved index from nothing: within it, a number of an article is never given to another text. A short hash, so that
 * whoever still reads an earlier one never takes a text of a later for its own.
 */
export type Edition = number;

// Bytes: as a number it stays below 2⁵³.
const EDITION = 6;

/** `build` names the file that was made, `names` the reading of names that its terms hold for. */
export const editionOf = (build: string, names: string): Edition =>
  createHash('sha256').update(`${build}\n${names}`).digest().readUIntBE(0, EDITION);

// Documents of two editions stand beside one another until all of the later one are there; ids stay below 2⁵³.
const SLOTS = 4096;
const SLOT = 2 ** 40;

/** The id of a document: of an article by its number in the saved index, of a passage by its. */
export const documentId = (edition: Edition, number: number): number => (edition % SLOTS) * SLOT + number;

/** The number that an id was made of. */
export const numberOf = (id: number): number => id % SLOT;
