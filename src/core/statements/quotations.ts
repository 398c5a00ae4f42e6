import type { Block } from '../model/article.ts';
import { unitTable } from '../text/script.ts';

/** Quoted words, marks included, in UTF-16 units of the article's text; `closed` is false where the paragraph ends first. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
  /** The quotation goes on from the paragraph before, by the custom of opening every paragraph of a long speech anew. */
  readonly goesOn: boolean;
}

const CLOSING = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
  ['"', '"'],
]);

const IS_OPENER = unitTable(CLOSING.keys());
const IS_MARK = unitTable([...CLOSING.keys(), ...CLOSING.values()]);

/** The outermost quotations of the paragraphs, in order. A closing mark without an opening one is overlooked. */
export function quotationsOf(folded: string, paragraphs: readonly Block[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = false; // whether the paragraph before ended inside a quotation
  for (const { start, end } of paragraphs) {
    const first = found.length;
    let pairs: Pairs | null = null;
    for (let i = start; i < end; i++) {
      const closing = IS_OPENER[folded.charCodeAt(i)] === 1 ? CLOSING.get(folded.charAt(i)) : undefined;
      if (closing === undefined) continue;
      pairs ??= pairsIn(folded, i, end);
      const close = closingMark(folded, closing, { at: i, end, pairs });
      const closed = close > 0;
      const goesOn = open && i === start;
      found.push({ start: i, end: closed ? close + 1 : endOfUnclosed(folded, i, end), closed, goesOn });
      if (!closed) break;
      i = close;
    }
    const last = found.length > first ? found.at(-1) : undefined;
    open = last !== undefined && !last.closed;
  }
  return found;
}

// The marks of a paragraph that close others, by the place of what they close, over pairs of the same kind inside; and where the
// last mark of each kind stands that nothing closes.
interface Pairs {
  readonly closing: ReadonlyMap<number, number>;
  readonly lastUnclosed: ReadonlyMap<string, number>;
}

// Found in one pass: to look for each mark's own end takes the square of their number.
function pairsIn(folded: string, from: number, to: number): Pairs {
  const closing = new Map<number, number>();
  const open = new Map<string, number[]>([...CLOSING.values()].map((mark) => [mark, []]));
  for (let i = from; i < to; i++) {
    if (IS_MARK[folded.charCodeAt(i)] === 0) continue;
    const char = folded.charAt(i);
    const opened = open.get(char)?.pop();
    if (opened !== undefined) closing.set(opened, i);
    const closer = CLOSING.get(char);
    if (closer !== undefined && closer !== char) open.get(closer)?.push(i);
  }
  return { closing, lastUnclosed: new Map([...open].map(([mark, places]) => [mark, places.at(-1) ?? -1])) };
}

// The place of the mark that closes the one at `at`; -1 where there is none.
function closingMark(
  folded: string,
  closing: string,
  { at, end, pairs }: { at: number; end: number; pairs: Pairs },
): number {
  const close = pairs.closing.get(at);
  if (close !== undefined) return close;
  if (at === pairs.lastUnclosed.get(closing)) return -1;
  // An inner mark was never closed, or both marks look alike: the next one closes.
  for (let i = at + 1; i < end; i++) if (folded.charAt(i) === closing) return i;
  return -1;
}

// What an unclosed mark holds: the whole of a paragraph that it opens, elsewhere no more than its mark.
function endOfUnclosed(folded: string, at: number, end: number): number {
  const before = folded.charAt(folded.charAt(at - 1) === ' ' ? at - 2 : at - 1);
  return before === '' || before === '\n' || before === ':' ? end : at + 1;
}

/** The last of some quotations, which are in order, that begins before a place; null where none does. */
export function lastBefore(quotations: readonly Quotation[], place: number): Quotation | null {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.start ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return quotations[low - 1] ?? null;
}
