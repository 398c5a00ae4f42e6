import type { Span } from '../model/span.ts';

const unitsOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));

/** What ends a clause. */
const CLAUSE_ENDS = unitsOf(',，;；:：。');
/** What ends a clause or an item of an enumeration. */
export const ITEM_ENDS: ReadonlySet<number> = unitsOf(',，;；:：、');

/** The clauses of a folded sentence, in order, without the marks at their `ends`; none is empty. */
export function clausesOf(folded: string, ends: ReadonlySet<number> = CLAUSE_ENDS): Span[] {
  const clauses: Span[] = [];
  let start = 0;
  for (let i = 0; i <= folded.length; i++) {
    if (i < folded.length && !ends.has(folded.charCodeAt(i))) continue;
    if (i > start) clauses.push({ start, end: i });
    start = i + 1;
  }
  return clauses;
}
