import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './adapters/cli/failure.ts';
import type { RefreshIndex } from './adapters/cli/context.ts';
import type { NameFile } from './core/index.ts';
import { readKnowledgeFiles, readNameFiles } from './data-files.ts';
import { collectGarbage, keepHeapSmall } from './small-heap.ts';
import { listFolders } from './takedown-lists.ts';

/** Makes saved indexes, or brings them up to date and publishes them. Throws a Failure where a folder cannot be read or a file not written. */
export const indexRefresher =
  (root: string, version: string): RefreshIndex =>
  async ({ dirs, map, index, to }, onProgress) => {
    const [core, { createIndexThreads }] = await Promise.all([import('./core/index.ts'), import('./index-threads.ts')]);
    keepHeapSmall();
    const dataDir = join(root, 'data');
    const nameFiles = readNameFiles(dataDir);
    const threads = createIndexThreads(join(root, 'dist', 'index-worker.js'), { dataDir, map });
    try {
      const names = core.readGazetteer(nameFiles);
      const summary = await core.refreshIndex(index, dirs, {
        ...(threads !== null && { readers: threads }),
        onReconciled: collectGarbage,
        onRead: () => void threads?.close(),
        withheld: core.idsTakenDown(listFolders({ index }, dirs).map(core.takedownsIn)),
        knowledge: core.readKnowledge(readKnowledgeFiles(dataDir)),
        names,
        fingerprints: { reading: programFingerprint(root, version), names: namesFingerprint(nameFiles) },
        ...(map !== undefined && { map }),
        ...(onProgress !== undefined && { onProgress }),
      });
      if (to === NOWHERE) await core.stopPublishing(index);
      const address = to === NOWHERE ? null : (to ?? (await core.publishedTo(index)));
      if (address === null) return summary;
      const onSent = (done: number, total: number): void => onProgress?.('publish', done, total);
      return { ...summary, published: await core.publishIndex(index, address, { names, onProgress: onSent }) };
    } catch (cause) {
      const known = [core.ArchiveAwayError, core.CorpusError, core.SavedIndexError, core.TakedownError];
      if (cause instanceof Error && known.some((kind) => cause instanceof kind))
        throw new Failure(1, cause.message, { cause });
      throw cause;
    } finally {
      await threads?.close();
    }
  };

// Given as an address, it ends publishing.
const NOWHERE = 'none';

/** A short text that is another one when a name is: numbers of names hold for one reading of them. */
export const namesFingerprint = (files: readonly NameFile[]): string => hashOf(files.map(({ text }) => text));

// The program itself and what it knows of languages and archives: a change of any line may change how a file is read.
function programFingerprint(root: string, version: string): string {
  const lists = filesIn(join(root, 'data'), '.txt').filter((path) => !path.includes('names'));
  return hashOf([
    version,
    ...[...filesIn(join(root, 'dist'), '.js'), ...lists].map((path) => readFileSync(path, 'utf8')),
  ]);
}

// Of a program that runs from its sources there is no `dist`.
function filesIn(dir: string, ending: string): string[] {
  try {
    const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
    return names.sort().map((name) => join(dir, name));
  } catch {
    return [];
  }
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\n');
  return hash.digest('base64');
}
