import type { Span } from '../text/sentences.ts';
import { QUOTED } from './masked.ts';

const MARKS = new Set(',;:。!?…—');

/** A part of a sentence between marks, quotations apart; `mark` is what stands before it. */
export interface Clause extends Span {
  readonly mark: string;
}

/** The clauses of `masked.slice(start, end)`: commas, semicolons, colons, dashes and long quotations part them. */
export function clausesOf(masked: string, { start, end }: Span): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let mark = '';
  const close = (to: number, next: string): void => {
    if (to > from) clauses.push({ start: from, end: to, mark });
    mark = next;
  };
  for (let i = start; i < end; i++) {
    const char = masked.charAt(i);
    if (MARKS.has(char)) {
      close(i, char);
      from = i + 1;
      continue;
    }
    if (masked.charAt(i + 1) !== QUOTED && char !== QUOTED) continue;
    let last = i + 1;
    while (last < end && masked.charAt(last) === QUOTED) last++;
    if (last - i > 8 || i === from) {
      close(i, '“');
      from = Math.min(end, last + 1);
      mark = '”';
    }
    i = Math.min(end, last);
  }
  close(end, '');
  return clauses;
}
