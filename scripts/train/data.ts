// What the training scripts read: the development splits and the archive sample of ../shared, and the program's own data files.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/core/corpus/article.ts';
import { parseOutlets } from '../../src/core/corpus/outlets.ts';
import { readCorpus } from '../../src/core/corpus/read-corpus.ts';
import { readNames, type NameBook } from '../../src/core/text/names.ts';
import { readNameFiles } from '../../src/data-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const SHARED = join(root, '..', 'shared');

/** The shipped data files of names, as the program reads them. */
export const shippedNames = async (): Promise<NameBook> => readNames(await readNameFiles(join(root, 'data')));

/** All articles of a folder, read as the program reads them. */
export async function articlesOf(folder: string): Promise<readonly Article[]> {
  const outlets = parseOutlets(readFileSync(join(root, 'data', 'outlets.txt'), 'utf8'));
  const { articles } = await readCorpus([folder], { outlets });
  return articles;
}

/** The unpacked archive sample: the folder that ARCHIVE_SAMPLE names. */
export async function archiveSample(): Promise<readonly Article[]> {
  const folder = process.env['ARCHIVE_SAMPLE'];
  if (folder === undefined || !existsSync(folder)) {
    throw new Error('Unpack ../shared/eval/archive-sample.tar.gz and name the folder in ARCHIVE_SAMPLE.');
  }
  return await articlesOf(folder);
}
