// The engines that are compared: each is given the same articles, cut into the same passages, and names one article for a question.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, insert, search } from '@orama/orama';
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { createAsk, createLibrary, parseOutlets, readGazetteer } from '../../src/core/index.ts';
import type { Article, ArticleId, Gazetteer, Library, NameFile } from '../../src/core/index.ts';
import { passagesOf } from '../../src/core/index/passages.ts';
import { createEmptyLibrary } from '../../src/core/index/sqlite/saved-library.ts';

/** What an engine makes of a question: the article that it puts first, and whether it holds that for an answer. */
export interface Found {
  readonly article: ArticleId | null;
  readonly answered: boolean;
}

export interface Engine {
  /** Cuts the articles into passages and indexes them; resolves to the number of passages. */
  index(articles: readonly Article[]): Promise<number>;
  find(question: string): Promise<Found>;
}

/** The program's own data files as text. */
export interface ProgramData {
  readonly nameFiles: readonly NameFile[];
  readonly outlets: string;
}

/** How many passages a peer is asked for; Readout ranks 40. */
const HITS = 10;

/** Han, kana and 々〇 in one run; letters and digits of other scripts in another. */
const RUN = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff]+|[\p{L}\p{N}]+/gu;
const FIRST_CJK = 0x3005;

/** A text as bigrams of its CJK runs and whole words elsewhere: what a peer needs to find anything in Chinese. */
function bigrams(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(RUN)) {
    if (run.length === 1 || run.charCodeAt(0) < FIRST_CJK) terms.push(run);
    else for (let i = 0; i + 1 < run.length; i++) terms.push(run.slice(i, i + 2));
  }
  return terms;
}

/** A peer that stores texts under numbers and gives the numbers back, best first. */
interface TextIndex {
  add(id: number, text: string): void;
  search(text: string): number | null;
}

const peer = (open: () => TextIndex) => (): Engine => {
  const owners: ArticleId[] = [];
  const index = open();
  return {
    index: (articles) => {
      for (const article of articles) {
        for (const { context, start, end } of passagesOf(article)) {
          index.add(owners.length, `${context}\n${article.text.slice(start, end)}`);
          owners.push(article.id);
        }
      }
      return Promise.resolve(owners.length);
    },
    find: (question) => {
      const best = index.search(question);
      const article = best === null ? null : (owners[best] ?? null);
      return Promise.resolve({ article, answered: article !== null });
    },
  };
};

interface Text {
  readonly id: number;
  readonly text: string;
}

const miniSearch = (tokenize?: (text: string) => string[]): TextIndex => {
  const index = new MiniSearch<Text>({ fields: ['text'], ...(tokenize === undefined ? {} : { tokenize }) });
  return {
    add: (id, text) => index.add({ id, text }),
    search: (text) => (index.search(text)[0]?.id as number | undefined) ?? null,
  };
};

const flexSearch = (): TextIndex => {
  const index = new Index({ tokenize: 'strict', encode: bigrams });
  return {
    add: (id, text) => void index.add(id, text),
    // `suggest` also finds passages that lack some of the terms; without it a question finds nothing.
    search: (text) => (index.search(text, { limit: HITS, suggest: true })[0] as number | undefined) ?? null,
  };
};

const orama = (): TextIndex => {
  // Its own tokenizer drops repeated terms as well.
  const tokenize = (text: string): string[] => [...new Set(bigrams(text))];
  const index = create({
    schema: { text: 'string' },
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize } },
  });
  return {
    add: (id, text) => void insert(index, { id: String(id), text }),
    search: (text) => {
      const found = search(index, { term: text, limit: HITS });
      if (found instanceof Promise) throw new TypeError('Orama answers at once where no plug-in is loaded.');
      const best = found.hits[0];
      return best === undefined ? null : Number(best.id);
    },
  };
};

type MakeLibrary = (articles: readonly Article[], names: Gazetteer) => Promise<Library>;

/** Makes Readout itself: the library with its headlines, and the whole way from a question to quotations. */
const readout =
  (makeLibrary: MakeLibrary) =>
  (data: ProgramData): Engine => {
    const names = readGazetteer(data.nameFiles);
    let ask: ReturnType<typeof createAsk> | null = null;
    return {
      index: async (articles) => {
        const library = await makeLibrary(articles, names);
        ask = createAsk(library, parseOutlets(data.outlets));
        return library.index.size();
      },
      find: async (text) => {
        const answer = await ask?.({ text });
        const article = answer?.citations[0]?.articleId ?? answer?.nearest[0]?.articleId ?? null;
        return { article, answered: answer?.kind === 'answered' };
      },
    };
  };

// Without who says what, which a saved index also reads when it is made.
const inFile: MakeLibrary = async (articles, names) => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const library = createEmptyLibrary(names, join(folder, 'saved.index'));
  await library.index.add(articles.flatMap(passagesOf));
  return library;
};

/** The engines by the names under which they are printed. */
export const ENGINES = {
  'MiniSearch, as it comes': peer(() => miniSearch()),
  'MiniSearch, bigrams': peer(() => miniSearch(bigrams)),
  'FlexSearch, bigrams': peer(flexSearch),
  'Orama, bigrams': peer(orama),
  Readout: readout((articles, names) => createLibrary(articles, names)),
  'Readout, saved index': readout(inFile),
} as const satisfies Record<string, (data: ProgramData) => Engine>;

export type EngineName = keyof typeof ENGINES;
