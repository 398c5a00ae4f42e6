import type { refreshIndex as refresh } from './sqlite/build/refresh.ts';
import type { createIndexReaders as create } from './sqlite/build/readers.ts';
import type { openSavedLibrary as open } from './sqlite/saved-library.ts';
import type { openClusterLibrary as openCluster } from './sphinx/cluster-library.ts';
import type { publishedTo as whereTo, publishIndex as publish, stopPublishing as stop } from './sphinx/publish.ts';

export { ArchiveAwayError, SavedIndexError } from './saved-index-error.ts';
export { isClusterAddress } from './sphinx/address.ts';
export type { ClusterLibrary } from './sphinx/cluster-library.ts';
export type { PublishSummary } from './sphinx/publish.ts';
export type { ArticlesReading, IndexReaders, PackedArticle } from './sqlite/build/readers.ts';
export type { FileReading } from './sqlite/build/read-file.ts';
export type { RefreshSummary } from './sqlite/build/refresh.ts';
export type { Fingerprints, RefreshOptions } from './sqlite/build/refresh-options.ts';
export type { SavedLibrary } from './sqlite/saved-library.ts';

// SQLite is ten megabytes of machine code, which only those load who use it; so is what compresses, and what speaks to other machines.

/** `openSavedLibrary` of sqlite/saved-library.ts. */
export const openSavedLibrary = async (...given: Parameters<typeof open>): Promise<ReturnType<typeof open>> =>
  (await import('./sqlite/saved-library.ts')).openSavedLibrary(...given);

/** `createIndexReaders` of sqlite/build/readers.ts. */
export const createIndexReaders = async (...given: Parameters<typeof create>): Promise<ReturnType<typeof create>> =>
  (await import('./sqlite/build/readers.ts')).createIndexReaders(...given);

/** `refreshIndex` of sqlite/build/refresh.ts. */
export const refreshIndex = async (...given: Parameters<typeof refresh>): ReturnType<typeof refresh> =>
  await (await import('./sqlite/build/refresh.ts')).refreshIndex(...given);

/** `openClusterLibrary` of sphinx/cluster-library.ts. */
export const openClusterLibrary = async (...given: Parameters<typeof openCluster>): ReturnType<typeof openCluster> =>
  await (await import('./sphinx/cluster-library.ts')).openClusterLibrary(...given);

/** `publishIndex` of sphinx/publish.ts. */
export const publishIndex = async (...given: Parameters<typeof publish>): ReturnType<typeof publish> =>
  await (await import('./sphinx/publish.ts')).publishIndex(...given);

/** `publishedTo` of sphinx/publish.ts. */
export const publishedTo = async (...given: Parameters<typeof whereTo>): Promise<ReturnType<typeof whereTo>> =>
  (await import('./sphinx/publish.ts')).publishedTo(...given);

/** `stopPublishing` of sphinx/publish.ts. */
export const stopPublishing = async (...given: Parameters<typeof stop>): Promise<void> =>
  (await import('./sphinx/publish.ts')).stopPublishing(...given);
