import type { Block } from '../corpus/article.ts';

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

/** The outermost quotations of the paragraphs, in order. A closing mark without an opening one is overlooked. */
export function quotationsOf(folded: string, paragraphs: readonly Block[]): readonly Quotation[] {
  const found: Quotation[] = [];
  let open = false; // whether the paragraph before ended inside a quotation
  for (const { start, end } of paragraphs) {
    const first = found.length;
    let i = start;
    while (i < end) {
      const mark = folded.charAt(i);
      const closing = CLOSING.get(mark);
      const close = closing === undefined ? i : closingMark(folded, { mark, closing, at: i, end });
      if (close !== i) {
        const closed = close > 0;
        const goesOn = open && i === start;
        found.push({ start: i, end: closed ? close + 1 : endOfUnclosed(folded, i, end), closed, goesOn });
        if (!closed) break;
        i = close;
      }
      i++;
    }
    const last = found.length > first ? found.at(-1) : undefined;
    open = last !== undefined && !last.closed;
  }
  return found;
}

// The place of the mark that closes the one at `at`, over pairs of the same kind inside it; -1 where there is none.
function closingMark(
  folded: string,
  { mark, closing, at, end }: { mark: string; closing: string; at: number; end: number },
): number {
  let depth = 0;
  for (let i = at + 1; i < end; i++) {
    const char = folded.charAt(i);
    if (char === closing && depth-- === 0) return i;
    if (char === mark) depth++;
  }
  if (depth > 0) {
    const close = folded.indexOf(closing, at + 1); // an inner mark was never closed
    if (close > at && close < end) return close;
  }
  return -1;
}

// What an unclosed mark holds: the whole of a paragraph that it opens, elsewhere no more than its mark.
function endOfUnclosed(folded: string, at: number, end: number): number {
  const before = folded.charAt(at - 1);
  return before === '' || before === '\n' || before === ':' ? end : at + 1;
}
