// The labelled sets that the ranking and the confidence learn from and are judged by, each with the articles that it is asked of.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../src/core/model/article.ts';
import { archiveSample, articlesOf, FETCHED, SHARED } from './data.ts';

/** A question with what a right answer holds; the rules are those of `readers.mjs` in `../shared/tools`. */
export interface SetQuestion {
  readonly id: string;
  readonly text: string;
  readonly type: string;
  readonly answerable: boolean;
  /** Articles that answer, by the end of their id or by outlet and day; empty where any will do. */
  readonly articles: readonly string[];
  /** Groups of alternatives: a sentence that answers holds one of each. */
  readonly must: readonly (readonly string[])[];
  readonly mustNot: readonly string[];
  readonly speaker: readonly string[];
}

/** A set of questions and what it is asked of. */
export interface LabelledSet {
  readonly name: string;
  readonly questions: readonly SetQuestion[];
  readonly articles: () => Promise<readonly Article[]>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(root, 'node_modules', '.cache');
const EVAL = join(SHARED, 'eval');

interface Row {
  readonly id: string;
  readonly question: string;
  readonly type: string;
  readonly kind?: readonly string[];
  readonly answerable?: boolean;
  readonly article?: string | null;
  readonly about?: string;
  readonly also?: readonly string[];
  readonly articles?: readonly string[];
  readonly must?: readonly (readonly string[])[];
  readonly mustNot?: readonly string[];
  readonly speaker?: readonly string[];
}

const linesOf = (path: string): Row[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const questionOf = (row: Row): SetQuestion => ({
  id: row.id,
  text: row.question,
  type: row.type,
  answerable: row.answerable ?? (row.type !== 'unanswerable' && (row.articles ?? [row.article ?? '']).join('') !== ''),
  articles: row.articles ?? (row.article == null ? [] : [row.article, ...(row.also ?? [])]),
  must: row.must ?? [],
  mustNot: row.mustNot ?? [],
  speaker: row.speaker ?? [],
});

// Questions that are answered otherwise than by a quote teach nothing about quotes.
const isQuoted = ({ kind, type }: Row): boolean =>
  (kind === undefined || kind.includes('answered')) &&
  !['manual', 'chat', 'compare-outlets', 'timeline', 'filter'].includes(type);

/** The articles of archive-full that a list of files names, which are unpacked under node_modules the first time. */
async function archiveFiles(name: string, list: string): Promise<readonly Article[]> {
  const folder = join(CACHE, name);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xJf', join(EVAL, 'archive-full.tar.xz'), '-C', folder, '-T', list]);
  }
  return await articlesOf(folder);
}

// The questions may be those of another file that has the same ones, in another language.
function squadSet(name: string, file: string, { folder = EVAL, asked = '' } = {}): LabelledSet {
  const { data } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    data: {
      title: string;
      paragraphs: { context: string; qas: { id: string; question: string; answers: { text: string }[] }[] }[];
    }[];
  };
  const words = new Map(asked === '' ? [] : squadQuestions(join(folder, asked)));
  const articles: Article[] = [];
  const questions: SetQuestion[] = [];
  for (const { title, paragraphs } of data)
    for (const { context, qas } of paragraphs) {
      const number = String(articles.length + 1).padStart(4, '0');
      const id = `${name}${number}` as Article['id'];
      const text = context.replace(/\s*\n\s*/g, '\n\n').trim();
      const common = { outlet: 'Wikipedia', author: null, date: null, url: null, lang: null, tags: [], digest: false };
      const blocks: Article['blocks'] = [{ kind: 'paragraph', start: 0, end: text.length }];
      articles.push({ id, title: `${title} ${number}`, ...common, text, blocks, path: file });
      for (const qa of qas)
        questions.push({
          id: qa.id,
          text: words.get(qa.id) ?? qa.question,
          type: 'squad',
          answerable: true,
          articles: [id],
          must: [[...new Set(qa.answers.map((answer) => answer.text))]],
          mustNot: [],
          speaker: [],
        });
    }
  return { name, questions, articles: () => Promise.resolve(articles) };
}

const squadQuestions = (path: string): [id: string, text: string][] => {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as {
    data: { paragraphs: { qas: { id: string; question: string }[] }[] }[];
  };
  return data.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ qas }) => qas.map(({ id, question }) => [id, question] as [string, string])),
  );
};

const rowsSet = (name: string, rows: readonly Row[], articles: LabelledSet['articles']): LabelledSet => ({
  name,
  questions: rows.filter(isQuoted).map(questionOf),
  articles,
});

const fixture = (name: string): Row[] => linesOf(join(root, 'tests', 'fixtures', 'questions', `${name}.jsonl`));

// Questions of our own, written by people who had not seen the program: those of archive-full are cut by subject, Hong Kong and the
// world, or of all subjects, `mixed-a` … and those to count with; those of the BBC's news of 2004 and 2005 are in English. `-a`, `-b` … are different articles, but for world-b, which shares
// those of world-a, and those of the BBC.
const OWN = join(root, 'scripts', 'train', 'questions');
/** Names of the sets of our own questions. */
export const OWN_SETS = [
  'hk-a',
  'hk-b',
  'hk-c',
  'hk-d',
  'world-a',
  'world-b',
  'world-c',
  'bbc-a',
  'bbc-b',
  'hk-e',
  'hk-f',
  'hk-g',
  'world-d',
  'bbc-c',
  'mixed-a',
  'mixed-b',
  'mixed-c',
  'mixed-d',
  'mixed-e',
  'mixed-f',
  'mixed-g',
  'mixed-h',
  'mixed-i',
  'mixed-j',
  'mixed-k',
  'mixed-l',
  'mixed-m',
  'mixed-n',
  'bbc-g',
  'bbc-h',
  'bbc-i',
  'bbc-d',
  'bbc-e',
] as const;
/** Likewise, to count with alone: no weight is to learn from them. */
const BLIND_SETS = ['blind-c', 'bbc-f', 'bbc-j', 'bbc-k', 'mixed-o'] as const;
/** The sets that ask about news. */
export const NEWS_SETS = ['n1', 'n2', 'us', 'hk', 'readers', 'readers-originals', ...OWN_SETS] as const;
const SHARES: Readonly<Record<string, string>> = {
  'world-b': 'world-a',
  'bbc-b': 'bbc-a',
  'bbc-c': 'bbc-a',
  'bbc-e': 'bbc-d',
  'bbc-g': 'bbc-d',
  'bbc-h': 'bbc-d',
  'bbc-i': 'bbc-d',
  'bbc-j': 'bbc-d',
  'bbc-k': 'bbc-d',
  'mixed-n': 'mixed-l',
};

const ownSet = (name: string): LabelledSet =>
  rowsSet(name, linesOf(join(OWN, `${name}.jsonl`)), () => ownArticles(SHARES[name] ?? name));

async function ownArticles(name: string): Promise<readonly Article[]> {
  const line = readFileSync(join(OWN, 'articles.txt'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name} `));
  const [, ...numbers] = line?.split(' ') ?? [];
  if (name.startsWith('bbc')) return numbers.map((number) => bbcArticle(number));
  const list = join(CACHE, `${name}-files.txt`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(list, `${numbers.map((number) => archivePath(Number(number))).join('\n')}\n`);
  return await archiveFiles(name, list);
}

// A thousand articles a folder: articles/1001-2000/article_1500.md, and the first as 1-1000.
function archivePath(number: number): string {
  const first = Math.floor((number - 1) / 1000) * 1000 + 1;
  return `articles/${first}-${first + 999}/article_${number}.md`;
}

// business-001 is business/001.txt: the headline, and the paragraphs behind it.
function bbcArticle(id: string): Article {
  const path = join(FETCHED, 'bbc', `${id.replace('-', '/')}.txt`);
  const [title = '', ...paragraphs] = new TextDecoder('latin1')
    .decode(readFileSync(path))
    .split('\n')
    .map((line) => line.trim().replaceAll('Â£', '£'))
    .filter((line) => line !== '');
  const common = { outlet: 'BBC', author: null, date: null, url: null, lang: 'en', tags: [], digest: false } as const;
  let start = 0;
  const blocks: Article['blocks'] = paragraphs.map((paragraph) => {
    const block = { kind: 'paragraph', start, end: start + paragraph.length } as const;
    start = block.end + 2;
    return block;
  });
  return { id: id as Article['id'], title, ...common, text: paragraphs.join('\n\n'), blocks, path };
}

/** All sets by name; each is read when it is asked for. */
export const SETS: Readonly<Record<string, () => LabelledSet>> = {
  drcd: () => squadSet('drcd', 'drcd-dev.json'),
  cmrc: () => squadSet('cmrc', 'cmrc-trial.json'),
  'drcd-test': () => squadSet('drcd-test', 'DRCD_test.json', { folder: FETCHED }),
  'cmrc-dev': () => squadSet('cmrc-dev', 'cmrc2018_dev.json', { folder: FETCHED }),
  xzh: () => squadSet('xzh', 'xquad-dev.zh.json'),
  xen: () => squadSet('xen', 'xquad-dev.en.json'),
  'xzh-en': () => squadSet('xzh-en', 'xquad-dev.zh.json', { asked: 'xquad-dev.en.json' }),
  'xen-zh': () => squadSet('xen-zh', 'xquad-dev.en.json', { asked: 'xquad-dev.zh.json' }),
  n1: () =>
    rowsSet('n1', linesOf(join(EVAL, 'news', 'n1.jsonl')), () =>
      archiveFiles('n1', join(EVAL, 'news', 'n1-files.txt')),
    ),
  n2: () =>
    rowsSet('n2', linesOf(join(EVAL, 'news', 'n2.jsonl')), () =>
      archiveFiles('n2', join(EVAL, 'news', 'n2-files.txt')),
    ),
  us: () =>
    rowsSet('us', linesOf(join(EVAL, 'news', 'us-dev.jsonl')), () =>
      archiveFiles('us', join(EVAL, 'news', 'us-files.txt')),
    ),
  hk: () =>
    rowsSet('hk', linesOf(join(EVAL, 'hk-dev.jsonl')), () => archiveFiles('hk-dev', join(EVAL, 'hk-dev-files.txt'))),
  readers: () => rowsSet('readers', linesOf(join(EVAL, 'readers-dev.jsonl')), () => articlesOf(join(root, 'corpus'))),
  'readers-originals': () =>
    rowsSet('readers-originals', linesOf(join(EVAL, 'readers-dev.jsonl')), () => articlesOf(join(SHARED, 'originals'))),
  coverage: () => rowsSet('coverage', fixture('coverage'), () => articlesOf(join(root, 'corpus'))),
  'coverage-originals': () =>
    rowsSet('coverage-originals', fixture('coverage'), () => articlesOf(join(SHARED, 'originals'))),
  ...Object.fromEntries([...OWN_SETS, ...BLIND_SETS].map((name) => [name, () => ownSet(name)])),
  archive: () =>
    rowsSet('archive', [...fixture('archive-a'), ...fixture('archive-b')], async () => {
      const rows = [...fixture('archive-a'), ...fixture('archive-b')];
      const wanted = new Set<string | null | undefined>(rows.flatMap(({ also = [] }) => also));
      for (const { article, about } of rows) wanted.add(article).add(about);
      return (await archiveSample()).filter(({ id }, i) => i % 4 === 0 || wanted.has(id));
    }),
};

const HOSTS: Readonly<Record<string, RegExp>> = {
  hkcn: /眾新聞|众新闻/,
  rfa: /自由[亚亞]洲|rfa/i,
  epoch: /大[纪紀]元|epoch/i,
};

/** Whether an article is one that a question names. */
export const isNamed = ({ id, outlet, date }: Article, keys: readonly string[]): boolean =>
  keys.length === 0 ||
  keys.some((key) => {
    if (id === key || id.split('/').at(-1) === key.split('/').at(-1)) return true;
    const host = HOSTS[key.split('-')[0] ?? ''];
    return host !== undefined && key.slice(key.indexOf('-') + 1) === date && host.test(outlet ?? '');
  });
