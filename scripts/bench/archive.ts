// The archive that is searched: the sample in ../shared where there is one, else articles that are made up.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { readKnowledge, readCorpus, type Article } from '../../src/core/index.ts';
import { readKnowledgeFiles } from '../../src/data-files.ts';
import { madeUpArticles } from './made-up.ts';
import { evenly } from './questions.ts';

export interface Archive {
  readonly articles: readonly Article[];
  /** Whether these are the articles of the sample. */
  readonly real: boolean;
  /** Where they are from and how fast they were read, in a sentence. */
  readonly origin: string;
}

const MADE_UP_FOLDER = 'made-up';

interface ArchiveOptions {
  /** A folder to be filled. */
  readonly folder: string;
  /** The one in the sample that has the articles. */
  readonly within: string;
  /** How many articles are made up where there is no sample. */
  readonly count: number;
  /** What share of the folders in that one is read, at even distances; all by default. */
  readonly share?: number;
  readonly dataDir: string;
}

/** Unpacks a sample, or makes up articles, and reads them as the program does. */
export async function openArchive(
  sample: string,
  { folder, within, count, share = 1, dataDir }: ArchiveOptions,
): Promise<Archive> {
  const why = await unpack(sample, folder);
  if (why !== null) await writeArticles(folder, count);
  const started = performance.now();
  const dirs = why === null ? await partOf(join(folder, within), share) : [join(folder, MADE_UP_FOLDER)];
  const { articles } = await readCorpus(dirs, {
    knowledge: readKnowledge(readKnowledgeFiles(dataDir)),
  });
  const seconds = (performance.now() - started) / 1000;
  const read = `${articles.length} articles read in ${seconds.toFixed(1)} s`;
  return {
    articles,
    real: why === null,
    origin: why === null ? `The archive sample: ${read}.` : `${why} A made-up archive instead: ${read}.`,
  };
}

async function partOf(folder: string, share: number): Promise<readonly string[]> {
  if (share >= 1) return [folder];
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return evenly(folders.sort(), Math.ceil(folders.length * share));
}

// Null where it went well, else a sentence.
async function unpack(sample: string, folder: string): Promise<string | null> {
  if (!existsSync(sample)) return `There is no archive sample at ${sample}.`;
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)('tar', ['-xf', sample, '-C', folder]);
    return null;
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no tar' : 'tar failed';
    return `The archive sample cannot be unpacked: ${reason}.`;
  }
}

async function writeArticles(folder: string, count: number): Promise<void> {
  const own = join(folder, MADE_UP_FOLDER);
  await mkdir(own, { recursive: true });
  let number = 0;
  for (const article of madeUpArticles(count)) {
    number += 1;
    await writeFile(join(own, `article_${String(number).padStart(5, '0')}.md`), article);
  }
}
