// What the training scripts read: the development splits and the archive sample of ../shared, and the program's own data files.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/core/model/article.ts';
import { readKnowledge } from '../../src/core/corpus/knowledge.ts';
import { readCorpus } from '../../src/core/corpus/read-corpus.ts';
import { readGazetteer, type Gazetteer } from '../../src/core/names/gazetteer.ts';
import { readKnowledgeFiles, readNameFiles } from '../../src/data-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const SHARED = join(root, '..', 'shared');

/** The shipped data files of names, as the program reads them. */
export const shippedNames = (): Gazetteer => readGazetteer(readNameFiles(join(root, 'data')));

/** All articles of a folder, read as the program reads them. */
export async function articlesOf(folder: string): Promise<readonly Article[]> {
  const knowledge = readKnowledge(readKnowledgeFiles(join(root, 'data')));
  const { articles } = await readCorpus([folder], { knowledge });
  return articles;
}

const UNPACKED = join(root, 'node_modules', '.cache', 'archive-sample');

/** The articles of the archive sample, which is unpacked under node_modules the first time. */
export async function archiveSample(): Promise<readonly Article[]> {
  if (!existsSync(UNPACKED)) {
    mkdirSync(UNPACKED, { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(SHARED, 'eval', 'archive-sample.tar.gz'),
      '-C',
      UNPACKED,
      '--strip-components=1',
    ]);
  }
  return await articlesOf(UNPACKED);
}
