import type { Article, ArticleId } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';

/** A text made of stretches of another, each character with where it comes from; -1 for what was put in. */
export interface Recast {
  readonly text: string;
  readonly origin: readonly number[];
}

/** Puts a text together of stretches of another and of words of its own. */
export function recastOf(text: string, parts: readonly (Span | string)[]): Recast {
  const origin: number[] = [];
  let recast = '';
  for (const part of parts) {
    const words = typeof part === 'string' ? part : text.slice(part.start, part.end);
    recast += words;
    for (let at = 0; at < words.length; at++) origin.push(typeof part === 'string' ? -1 : part.start + at);
  }
  return { text: recast, origin };
}

/** A stretch of the recast text in the one that it was made of; null where none of it comes from there. */
export function originOf({ origin }: Recast, span: Span | null): Span | null {
  if (span === null) return null;
  const from = origin.slice(span.start, span.end).filter((at) => at >= 0);
  const [first] = from;
  return first === undefined ? null : { start: first, end: (from.at(-1) ?? first) + 1 };
}

/** A text as an article of one paragraph, for the readers of statements. */
export const articleOf = (text: string): Article => ({
  id: 'question' as ArticleId,
  title: '',
  outlet: null,
  author: null,
  date: null,
  url: null,
  lang: null,
  tags: [],
  digest: false,
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  path: '',
});
