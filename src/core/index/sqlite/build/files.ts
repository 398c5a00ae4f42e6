import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf, type SourceFile } from '../../../corpus/source-file.ts';
import type { Database } from '../database.ts';
import { rowsInGroups } from '../row-groups.ts';

/** A file that the index was made of. */
interface KnownFile {
  readonly id: number;
  readonly stamp: string;
  readonly hash: string;
}

/** What has to be done so that the index is of the files as they are. */
export interface FileChanges {
  /** Files that are new or have other contents. */
  readonly toRead: readonly SourceFile[];
  /** Numbers of files that are gone, or are to be read again. */
  readonly gone: readonly number[];
  /** How many are as they were. */
  readonly unchanged: number;
}

/** Compares files with those that the index was made of: by size and times, and by their contents where those differ. */
export function compareFiles(database: Database, files: readonly SourceFile[]): FileChanges {
  const known = readKnownFiles(database);
  const touch = database.prepare('UPDATE file SET stamp = ? WHERE id = ?');
  const toRead: SourceFile[] = [];
  const gone: number[] = [];
  for (const file of files) {
    const before = known.get(file.dir)?.get(file.within);
    known.get(file.dir)?.delete(file.within);
    if (before === undefined) {
      toRead.push(file);
      continue;
    }
    const stamp = stampOf(file);
    if (stamp === before.stamp) continue;
    if (hashOf(file) === before.hash) touch.run(stamp, before.id);
    else {
      toRead.push(file);
      gone.push(before.id);
    }
  }
  for (const own of known.values()) for (const { id } of own.values()) gone.push(id);
  return { toRead, gone, unchanged: files.length - toRead.length };
}

// By folder and path: one text of both would have to be made of each file.
function readKnownFiles(database: Database): ReadonlyMap<string, Map<string, KnownFile>> {
  const known = new Map<string, Map<string, KnownFile>>();
  const rows = rowsInGroups(database, { row: 'json_array(id, dir, within, stamp, hash)', from: 'file', by: 'id' });
  for (const [id, dir, within, stamp, hash] of rows) {
    let own = known.get(dir as string);
    if (own === undefined) known.set(dir as string, (own = new Map()));
    own.set(within as string, { id: id as number, stamp: stamp as string, hash: hash as string });
  }
  return known;
}

/** The hash of a file with these bytes. */
export const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

// Bytes of a file that are in memory at once: a file of a whole archive may be larger than what there is.
const PIECE = 256 * 1024;

/** A hash of a file's contents; empty for one that cannot be read. */
export function hashOf({ dir, within }: SourceFile): string {
  let file: number | null = null;
  try {
    file = openSync(join(dir, within), 'r');
    const hash = createHash('sha256');
    const piece = new Uint8Array(PIECE);
    for (let read = 1; read > 0;) {
      read = readSync(file, piece, 0, PIECE, null);
      hash.update(piece.subarray(0, read));
    }
    return hash.digest('base64');
  } catch {
    return '';
  } finally {
    if (file !== null) closeSync(file);
  }
}
