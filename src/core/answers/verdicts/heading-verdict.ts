import type { Verdict } from '../../reading/claims.ts';
import { headingsAt, headingsOf } from '../../reading/features/block-context.ts';
import type { Span } from '../../model/span.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './speaker-verdict.ts';

// A heading of one character names nothing.
const SHORTEST = 2;

/**
 * Whether a sentence stands under the headings that a question names, or under others: what is told under 「民生聯盟」 is not what
 * 「北岸黨」 is for, unless the sentence names it.
 */
export function headingVerdict({ question: { parsed }, article, folded, ranked: { sentence } }: Candidate): Verdict {
  const textOf = ({ start, end }: Span): string => foldScript(article.text.slice(start, end).trim());
  const own = headingsAt(article, sentence.start).map(textOf);
  if (own.length === 0) return 'absent';
  const named = headingsOf(article)
    .map(textOf)
    .filter((text) => text.length >= SHORTEST && parsed.folded.includes(text));
  if (named.length === 0) return 'absent';
  const isOf = (text: string): boolean => own.includes(text) || folded.includes(text);
  return named.every(isOf) ? 'met' : 'contradicted';
}
