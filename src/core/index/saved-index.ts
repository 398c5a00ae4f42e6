import type { refreshIndex as refresh } from './sqlite/build/refresh.ts';
import type { createIndexReaders as create } from './sqlite/build/readers.ts';
import type { openSavedLibrary as open } from './sqlite/saved-library.ts';

export { SavedIndexError } from './saved-index-error.ts';
export type { ArticlesReading, IndexReaders, PackedArticle } from './sqlite/build/readers.ts';
export type { FileReading } from './sqlite/build/read-file.ts';
export type { RefreshSummary } from './sqlite/build/refresh.ts';
export type { Fingerprints, RefreshOptions } from './sqlite/build/refresh-options.ts';
export type { SavedLibrary } from './sqlite/saved-library.ts';

// SQLite is ten megabytes of machine code, which only those load who use it; so is what compresses.

/** `openSavedLibrary` of sqlite/saved-library.ts. */
export const openSavedLibrary = async (...given: Parameters<typeof open>): Promise<ReturnType<typeof open>> =>
  (await import('./sqlite/saved-library.ts')).openSavedLibrary(...given);

/** `createIndexReaders` of sqlite/build/readers.ts. */
export const createIndexReaders = async (...given: Parameters<typeof create>): Promise<ReturnType<typeof create>> =>
  (await import('./sqlite/build/readers.ts')).createIndexReaders(...given);

/** `refreshIndex` of sqlite/build/refresh.ts. */
export const refreshIndex = async (...given: Parameters<typeof refresh>): ReturnType<typeof refresh> =>
  await (await import('./sqlite/build/refresh.ts')).refreshIndex(...given);
