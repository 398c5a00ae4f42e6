// What is asked: the titles of articles, our own questions about the archive sample, and the development split of DRCD.
import { existsSync, readFileSync } from 'node:fs';
import type { Article, ArticleId } from '../../src/core/index.ts';

/** A question with every article that would do for it. */
export interface BenchQuestion {
  readonly text: string;
  readonly articles: readonly ArticleId[];
}

/** `count` items at even distances. */
export function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)] as Item);
}

/** The titles of some articles, each to be found in whichever article bears it. */
export function titleQuestions(articles: readonly Article[], count: number): BenchQuestion[] {
  const bearing = new Map<string, ArticleId[]>();
  for (const { id, title } of articles) {
    const ids = bearing.get(title);
    if (ids === undefined) bearing.set(title, [id]);
    else ids.push(id);
  }
  return evenly([...bearing], count).map(([text, ids]) => ({ text, articles: ids }));
}

interface Line {
  readonly id: string;
  readonly question: string;
  readonly article: string | null;
  readonly also?: readonly string[];
}

/** Our own questions about the archive sample that have an answer: those with even numbers, on which nothing was trained. */
export function archiveQuestions(folder: string): BenchQuestion[] {
  return ['archive-a.jsonl', 'archive-b.jsonl']
    .map((name) => `${folder}/${name}`)
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Line)
    .flatMap(({ id, question, article, also = [] }) =>
      article === null || Number(id.slice(1)) % 2 === 1
        ? []
        : [{ text: question, articles: [article, ...also] as ArticleId[] }],
    );
}
