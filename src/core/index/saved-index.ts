import type { refreshIndex as refresh } from './sqlite/build/refresh.ts';
import type { openSavedLibrary as open } from './sqlite/saved-library.ts';

export { SavedIndexError } from './saved-index-error.ts';
export type { Fingerprints, RefreshOptions, RefreshSummary } from './sqlite/build/refresh.ts';
export type { SavedAbout, SavedLibrary } from './sqlite/saved-library.ts';

// SQLite is ten megabytes of machine code, which only those load who use it.

/** `openSavedLibrary` of sqlite/saved-library.ts. */
export const openSavedLibrary = async (...given: Parameters<typeof open>): Promise<ReturnType<typeof open>> =>
  (await import('./sqlite/saved-library.ts')).openSavedLibrary(...given);

/** `refreshIndex` of sqlite/build/refresh.ts. */
export const refreshIndex = async (...given: Parameters<typeof refresh>): ReturnType<typeof refresh> =>
  await (await import('./sqlite/build/refresh.ts')).refreshIndex(...given);
