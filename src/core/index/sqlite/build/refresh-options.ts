import type { ReadOptions } from '../../../corpus/read-corpus.ts';
import type { Gazetteer } from '../../../names/gazetteer.ts';
import type { IndexReaders } from './readers.ts';

/** What an index depends on beside the files, each as a short text that is another one when it is. */
export interface Fingerprints {
  /** Of all that decides how a file is read. */
  readonly reading: string;
  /** Of the names by which articles are searched and speakers known. */
  readonly names: string;
}

export interface RefreshOptions extends Pick<ReadOptions, 'knowledge' | 'map' | 'signal'> {
  readonly names: Gazetteer;
  readonly fingerprints: Fingerprints;
  /** Ids of articles that are taken down, and have no place in the index. */
  readonly withheld?: ReadonlySet<string>;
  /** Who reads files and articles where there are many; this thread, unless told. */
  readonly readers?: IndexReaders;
  /** Told when all articles have been reconciled, for which what decides about each was in memory: it is not any more. */
  readonly onReconciled?: () => void;
  /** Told when all has been read: `readers` are not needed any more, and what was found has yet to be written. */
  readonly onRead?: () => void;
  readonly onProgress?: (stage: 'read' | 'index', done: number, total: number) => void;
}
