import { extname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { bulkFormatOf } from '../../../corpus/formats.ts';
import { createFileReader } from '../../../corpus/read-corpus.ts';
import { sizeOf, type SourceFile } from '../../../corpus/source-file.ts';
import type { FileChanges } from './files.ts';
import { headOf, partsOf } from './read-file.ts';
import { inBatches, readersFor } from './readers.ts';
import type { RefreshOptions } from './refresh-options.ts';
import { removeFile, writeFile, writeParts, type Writing } from './write-files.ts';

// Files that are handed over at once.
const BATCH = 16;

/** Takes out the files that are gone, and takes in those that are new or have changed; their articles are not searched yet. */
export async function takeFiles(
  writing: Writing,
  { toRead, gone }: FileChanges,
  options: RefreshOptions,
): Promise<void> {
  for (const file of gone) removeFile(writing, file);
  const { onProgress, signal } = options;
  const readers = readersFor(toRead.length, options);
  const readLarge = createFileReader(options);
  let done = 0;
  for (const { isLarge, files } of runsOf(toRead)) {
    if (isLarge) {
      for (const file of files) {
        await writeParts(writing, headOf(file), partsOf(readLarge(file)));
        onProgress?.('read', ++done, toRead.length);
      }
      continue;
    }
    for await (const batch of inBatches(files, { size: BATCH, atOnce: readers.atOnce }, readers.files)) {
      await nextTurn();
      signal?.throwIfAborted();
      for (const reading of batch) writeFile(writing, reading);
      onProgress?.('read', (done += batch.length), toRead.length);
    }
  }
}

// Bytes. A file that holds a whole archive is read here, article by article: another thread would hand it over as one.
const LARGE = 4 * 1024 * 1024;

interface Run {
  readonly isLarge: boolean;
  readonly files: readonly SourceFile[];
}

// Files that follow one another and are read alike.
function* runsOf(files: readonly SourceFile[]): Generator<Run> {
  for (let from = 0, to = 1; from < files.length; from = to, to = from + 1) {
    const isLarge = isLargeFile(files[from] as SourceFile);
    while (to < files.length && isLargeFile(files[to] as SourceFile) === isLarge) to += 1;
    yield { isLarge, files: files.slice(from, to) };
  }
}

const isLargeFile = (file: SourceFile): boolean => bulkFormatOf(extname(file.within)) !== null && sizeOf(file) > LARGE;
