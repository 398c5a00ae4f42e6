import { createHash } from 'node:crypto';
import type { Term } from '../terms.ts';

// Sphinx cuts off what is longer than 42 bytes.
const LONGEST = 40;

/**
 * A term as a word of an engine that splits texts at everything but a–z, 0–9 and _: a bigram by its number, any other by its characters.
 * No two terms meet.
 */
export function termToken(term: Term): string {
  if (typeof term === 'number') return `b${term.toString(36)}`;
  const token = `w${term.replace(/[^a-z0-9]/g, (unit) => `_${unit.charCodeAt(0).toString(36)}_`)}`;
  return token.length <= LONGEST
    ? token
    : `h${createHash('sha256')
        .update(term)
        .digest('hex')
        .slice(0, LONGEST - 1)}`;
}
