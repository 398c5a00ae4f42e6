import { fileURLToPath } from 'node:url';
import { readNameFiles } from '../../src/data-files.ts';
import {
  checkFilters,
  createAsk,
  createLibrary,
  parseOutlets,
  readCorpus,
  readGazetteer,
  type Article,
  type Ask,
  type InterfaceLang,
  type Library,
} from '../../src/core/index.ts';
import { shippedKnowledge } from './shipped-data.ts';
import type { CheckFilters } from '../../src/adapters/check-filters.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const OUTLETS = parseOutlets(`河畔日報, 河畔日报, Riverside Daily, RD
海湾晚报, 海灣晚報, 海湾, Bay Evening News
山城新闻, Hill City News
Harbour Post, 港口邮报
別處時報, Elsewhere Times`);

// Besides the names that ship, which know 雪梨 and 悉尼 for one place, somebody of the invented articles.
const PEOPLE = '贝克尔, 安娜·贝克尔, 安娜·貝克, 貝克, Anna Becker, Becker\n叶小岚, Yip Siu-laam\n';

/** The invented articles of tests/fixtures/ranking, ready to be asked. */
export interface RankingCorpus {
  readonly articles: readonly Article[];
  readonly library: Library;
  readonly ask: Ask;
  readonly checkFilters: CheckFilters;
}

// Read and indexed once for all files of a worker: no test changes it, and each makes an `ask` of its own.
let made: Promise<Pick<RankingCorpus, 'articles' | 'library'>> | null = null;

async function make(): Promise<Pick<RankingCorpus, 'articles' | 'library'>> {
  const { articles } = await readCorpus([root('tests/fixtures/ranking')], { knowledge: shippedKnowledge(OUTLETS) });
  const names = readGazetteer([{ kind: 'person', text: PEOPLE }, ...readNameFiles(root('data'))]);
  return { articles, library: await createLibrary(articles, names) };
}

export async function rankingCorpus(usualLang: InterfaceLang = 'zh-Hant'): Promise<RankingCorpus> {
  const { articles, library } = await (made ??= make());
  const ask = createAsk(library, OUTLETS, { usualLang });
  return { articles, library, ask, checkFilters: (given) => checkFilters(given, library, OUTLETS) };
}
