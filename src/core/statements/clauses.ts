import type { Span } from '../model/span.ts';
import { QUOTED } from './quote-mask.ts';
import type { Reading } from './reading.ts';
import { GROUP, matchEnd, OFFICE } from './titles.ts';

const MARKS = new Set(',;:。!?…—');

/** A part of a sentence between marks, quotations apart; `mark` is what stands before it. */
export interface Clause extends Span {
  readonly mark: string;
}

/** The clauses of a sentence: commas, semicolons, colons, dashes and long quotations part them. */
export function clausesOf({ folded, masked }: Reading, { start, end }: Span): Clause[] {
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
    const isName = namesBody(folded.slice(i + 1, last)) && precedesTitle(masked, last + 1);
    if (!isName && (last - i > SHORT || i === from)) {
      close(i, '“');
      from = Math.min(end, last + 1);
      mark = '”';
    }
    i = Math.min(end, last);
  }
  close(end, '');
  return clauses;
}

const SHORT = 8; // units, marks apart, up to which quoted words inside a clause part it not

// 「對華援助協會」創辦人: quotation marks around a name.
const namesBody = (quoted: string): boolean => quoted.length <= 12 && /^[一-鿿a-z]+$/.test(quoted);
const precedesTitle = (masked: string, at: number): boolean =>
  matchEnd(OFFICE, masked, at) > 0 || matchEnd(GROUP, masked, at) > 0;
