import { fileURLToPath } from 'node:url';

import {
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
import { readNameFiles } from '../../src/data-files.ts';
import { shippedKnowledge } from './shipped-data.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const OUTLETS = parseOutlets(`河畔日報, 河畔日报, Riverside Daily, RD
海湾晚报, 海灣晚報, Bay Evening News
山城新闻, 山城新聞, Hill City News
Harbour Post, 港口邮报
別處時報, Elsewhere Times`);

// Besides the names that ship, those of the invented articles.
const INVENTED = [
  {
    kind: 'person' as const,
    text: '林望舒, Lin Wangshu\n格罗夫, Grove\n陈立言\n何阿福\n杜若川\n叶维安\n邓伯年\n潘小舟\n方以宁',
  },
  { kind: 'place' as const, text: '青湾, 青湾市, Green Bay\n西角\n东湾\n海州\n北原\n松陵\n竹岭, Bamboo Ridge\n白沙角' },
];

/** The day of whoever asks: long behind the newest report, so that only words such as 上個月 depend on it. */
export const TODAY = new Date(2025, 1, 15, 12).getTime();

interface EventsOptions {
  /** Folders of tests/fixtures besides `events`. */
  readonly more?: readonly string[];
  readonly usualLang?: InterfaceLang;
  readonly now?: () => number;
}

/** Invented articles, ready to be asked. */
export interface EventsCorpus {
  readonly articles: readonly Article[];
  readonly library: Library;
  readonly ask: Ask;
  /** Another one to ask, which remembers nothing of what the first one was asked. */
  readonly anew: (options?: Pick<EventsOptions, 'usualLang' | 'now'>) => Ask;
}

// By their folders: read and indexed once for all files of a worker, since no test changes them.
type Made = Pick<EventsCorpus, 'articles' | 'library'>;
const made = new Map<string, Promise<Made>>();

async function make(folders: readonly string[]): Promise<Made> {
  const dirs = folders.map((folder) => root(`tests/fixtures/${folder}`));
  const { articles: read } = await readCorpus(dirs, { knowledge: shippedKnowledge(OUTLETS) });
  const articles = read.filter(({ path }) => !path.endsWith('README.md'));
  const names = readGazetteer([...INVENTED, ...readNameFiles(root('data'))]);
  return { articles, library: await createLibrary(articles, names) };
}

/** The invented articles of tests/fixtures/events. */
export async function eventsCorpus({ more = [], ...options }: EventsOptions = {}): Promise<EventsCorpus> {
  const folders = ['events', ...more];
  const known = made.get(folders.join(' ')) ?? make(folders);
  made.set(folders.join(' '), known);
  const { articles, library } = await known;
  const anew: EventsCorpus['anew'] = ({ usualLang = 'zh-Hant', now = () => TODAY } = options) =>
    createAsk(library, OUTLETS, { usualLang, now });
  return { articles, library, ask: anew(options), anew };
}
