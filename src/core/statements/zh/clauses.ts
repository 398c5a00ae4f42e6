import type { Span } from '../../model/span.ts';
import { unitTable } from '../../text/script.ts';
import { QUOTED } from '../quote-mask.ts';

const MARKS = ',;:。!?…—\n';
const IS_MARK = unitTable(MARKS);
const IS_MARK_OR_QUOTED = unitTable(MARKS + QUOTED);

/** A part of a sentence between marks; `mark` is what stands before it. */
export interface Clause extends Span {
  readonly mark: string;
}

/**
 * The clauses of a sentence of a masked text: commas, semicolons, colons and dashes part them, and so does a quotation of more
 * than a few words.
 */
export function clausesOf(masked: string, { start, end }: Span): Clause[] {
  const clauses: Clause[] = [];
  let from = start;
  let mark = '';
  const close = (to: number, next: string): void => {
    if (to > from) clauses.push({ start: from, end: to, mark });
    mark = next;
    from = to + 1;
  };
  for (let i = start; i < end; i++) {
    const unit = masked.charCodeAt(i);
    if (IS_MARK_OR_QUOTED[unit] === 0) continue;
    if (IS_MARK[unit] === 1) close(i, masked.charAt(i));
    else {
      let last = i;
      while (last < end && masked.charAt(last) === QUOTED) last++;
      const opened = i > from && !isCjk(masked.charCodeAt(i - 1)) ? i - 1 : i;
      if (last - i > SHORT || opened === from) {
        close(opened, '“');
        from = Math.min(end, last + 1);
        mark = '”';
      }
      i = last;
    }
  }
  close(end, '');
  return clauses;
}

const isCjk = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

// Units of quoted words up to which they do not part a clause: 稱「不同意」.
const SHORT = 12;
