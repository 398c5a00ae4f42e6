import type { Article } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { QuoteSpan } from '../../reading/select-spans.ts';

/** A stretch of an article that may be quoted; offsets in UTF-16 units of its text. */
export interface Quote extends Span {
  readonly article: Article;
  /** Of holding the answer. */
  readonly probability: number;
  /** Which of the question's terms it holds: 1 where it does. */
  readonly held: Uint8Array;
  /** Whether the one who is asked about says it. */
  readonly isTheirs: boolean;
}

/** The words of a quote. */
export const wordsOf = ({ article, start, end }: Quote): string => article.text.slice(start, end);

/** A run of ranked sentences as a quote. */
export function quoteOfSpan({ evidence, first, last, probability }: QuoteSpan, isTheirs: boolean): Quote {
  const sentences = evidence.sentences.slice(first, last + 1);
  const terms = sentences[0]?.held.length ?? 0;
  return {
    article: evidence.passage.article,
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    probability,
    held: Uint8Array.from({ length: terms }, (_, t) => (sentences.some(({ held }) => held[t] === 1) ? 1 : 0)),
    isTheirs,
  };
}

/** Whether two quotes have a word of one article in common. */
export const overlaps = (a: Quote, b: Quote): boolean =>
  a.article.id === b.article.id && a.start < b.end && b.start < a.end;
