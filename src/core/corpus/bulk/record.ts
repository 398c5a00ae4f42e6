import type { Source } from '../metadata/fields.ts';

/** One entry of a file that holds many: what is said of it, and its body where the format says which that is. */
export interface BulkRecord {
  readonly kind: 'record';
  readonly fields: Source;
  readonly body?: { readonly text: string; readonly type: 'html' | 'text' };
  /** What the file says of all its entries. */
  readonly shared?: Source;
  /** The entry's line, counted from 1; null where lines say nothing. */
  readonly line: number | null;
}

/** An entry, or the rest of a file, that could not be read. `error` where entries were lost. */
export interface BulkFault {
  readonly kind: 'fault';
  readonly severity: 'error' | 'warning';
  readonly line: number | null;
  readonly reason: string;
}

/** Reads the entries of a file one after the other; only the entry in hand is in memory. Throws nothing but what the file system throws. */
export type BulkReader = (path: string) => AsyncIterable<BulkRecord | BulkFault>;

export const lost = (line: number | null, reason: string): BulkFault => ({
  kind: 'fault',
  severity: 'error',
  line,
  reason,
});

/** The longest entry that is read, in characters: that of the longest article file. */
export const RECORD_LIMIT = 8 * 1024 * 1024;
