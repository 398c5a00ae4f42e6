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

// None of them is part of the project: their text belongs to others.
const NEEDED = {
  'eval/drcd-dev.json': 'DRCD, development set (github.com/DRCKnowledgeTeam/DRCD, CC BY-SA 3.0)',
  'eval/cmrc-trial.json': 'CMRC 2018, trial set (github.com/ymcui/cmrc2018, CC BY-SA 4.0)',
  'eval/xquad-dev.zh.json': 'XQuAD, questions and texts in Chinese (github.com/google-deepmind/xquad, CC BY-SA 4.0)',
  'eval/xquad-dev.en.json': 'the same in English',
  'eval/archive-full.tar.xz': 'a news archive; hk-dev.jsonl and news/ beside it ask about parts of it',
  'eval/archive-sample.tar.gz': 'some thousand articles of a news archive, one a file',
};
// Public sets that are fetched by hand, into the folder of what can be made again.
export const FETCHED = join(root, 'node_modules', '.cache', 'qa');
const PUBLIC = {
  'DRCD_test.json': 'DRCD, test set (github.com/DRCKnowledgeTeam/DRCD, CC BY-SA 3.0)',
  'cmrc2018_dev.json': 'CMRC 2018, squad-style-data/cmrc2018_dev.json (github.com/ymcui/cmrc2018, CC BY-SA 4.0)',
};
// The articles of our own English questions.
const BBC = 'bbc/business/001.txt';
const missing = [
  ...Object.entries(NEEDED).map(([file, what]) => [join(SHARED, file), what] as const),
  ...Object.entries(PUBLIC).map(([file, what]) => [join(FETCHED, file), what] as const),
  [
    join(FETCHED, BBC),
    'BBC news of 2004 and 2005 by Greene and Cunningham, a file an article (for research; not passed on)',
  ] as const,
].filter(([path]) => !existsSync(path));
if (missing.length > 0) {
  console.error('npm run train needs these files; "shared" is a folder beside that of the project:');
  for (const [path, what] of missing) console.error(`  ${path}: ${what}`);
  process.exit(1);
}

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
