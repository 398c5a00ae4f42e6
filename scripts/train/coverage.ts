// Our own questions about news (tests/fixtures/questions): the half that is for development.
import { existsSync, readFileSync } from 'node:fs';
import type { Article, ArticleId } from '../../src/core/model/article.ts';
import type { LabelledQuestion } from './squad.ts';

interface Line {
  readonly id: string;
  readonly question: string;
  readonly type: string;
  readonly articles: readonly string[];
  readonly must: readonly (readonly string[])[];
}

// Keys name an outlet and a day: hkcn-2021-02-06.
const HOSTS: Readonly<Record<string, RegExp>> = { hkcn: /眾新聞/, rfa: /自由亚洲电台/, epoch: /大纪元/ };

/** The questions with odd numbers, each with the ids of the articles of this corpus that answer it. */
export function coverageQuestions(articles: readonly Article[]): LabelledQuestion[] {
  return linesOf<Line>('coverage')
    .filter(({ type }) => type !== 'chat')
    .map(({ question, articles: keys, must }) => ({
      text: question,
      must,
      articles: articles
        .filter(({ outlet, date }) =>
          keys.some(
            (key) => key.slice(key.indexOf('-') + 1) === date && HOSTS[key.split('-')[0] ?? '']?.test(outlet ?? ''),
          ),
        )
        .map(({ id }) => id),
    }));
}

interface ArchiveLine {
  readonly id: string;
  readonly question: string;
  readonly article: string | null;
  readonly about?: string;
  /** Copies of the article, which answer as well. */
  readonly also?: readonly string[];
  readonly must: readonly (readonly string[])[];
}

/** A question about the archive sample, and the article that it is about whether or not that one answers it. */
export interface ArchiveQuestion extends LabelledQuestion {
  readonly about: ArticleId | null;
}

/** The questions with odd numbers about articles of the archive sample. */
export const archiveQuestions = (): ArchiveQuestion[] =>
  ['archive-a', 'archive-b'].flatMap((file) =>
    linesOf<ArchiveLine>(file).map(({ question, article, about, also, must }) => ({
      text: question,
      must,
      articles: article === null ? [] : ([article, ...(also ?? [])] as ArticleId[]),
      about: (article ?? about ?? null) as ArticleId | null,
    })),
  );

function linesOf<Row extends { readonly id: string }>(name: string): Row[] {
  const file = new URL(`../../tests/fixtures/questions/${name}.jsonl`, import.meta.url);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ id }) => Number(id.slice(1)) % 2 === 1);
}
