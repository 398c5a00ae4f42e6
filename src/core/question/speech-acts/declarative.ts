import type { Article, ArticleId } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';

/** A question rewritten as a statement; `origin` has for each UTF-16 unit its offset in the question, -1 for what was put in. */
export interface Declarative {
  readonly text: string;
  readonly origin: readonly number[];
}

/** Builds a statement of spans of the question and of words of its own. */
export function declarativeOf(text: string, parts: readonly (Span | string)[]): Declarative {
  const origin: number[] = [];
  let statement = '';
  for (const part of parts) {
    const words = typeof part === 'string' ? part : text.slice(part.start, part.end);
    statement += words;
    for (let at = 0; at < words.length; at++) origin.push(typeof part === 'string' ? -1 : part.start + at);
  }
  return { text: statement, origin };
}

/** The span of the question that a span of the statement comes from; null where it does not. */
export function originOf({ origin }: Declarative, span: Span | null): Span | null {
  if (span === null) return null;
  const from = origin.slice(span.start, span.end).filter((at) => at >= 0);
  const [first] = from;
  return first === undefined ? null : { start: first, end: (from.at(-1) ?? first) + 1 };
}

/** A text as an article of one paragraph, so that statements can be read in it. */
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
