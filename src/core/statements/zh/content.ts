import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import { unitTable } from '../../text/script.ts';
import { QUOTED } from '../quote-mask.ts';
import type { Said } from './sentence.ts';
import type { ZhText } from './zh-text.ts';

const MARKS = unitTable(',:;。!? \n\t');
const QUOTED_UNIT = QUOTED.charCodeAt(0);

/** What is said in a sentence by one act of speech: what follows the verb, or stands before it where nothing does. */
export function contentOf({ masked }: ZhText, sentence: Span, { frame: { after, clause }, own }: Said): Span {
  const behind = trimmed(masked, after, Math.min(sentence.end, own.until));
  if (behind.end > behind.start) return behind;
  const start = Math.max(sentence.start, own.from);
  const before = trimmed(masked, start, clause.start);
  return before.end > before.start ? before : { start, end: start };
}

function trimmed(masked: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && MARKS[masked.charCodeAt(start)] === 1) start++;
  while (end > start && MARKS[masked.charCodeAt(end - 1)] === 1) end--;
  return { start, end };
}

const DIRECT_SHARE = 0.8; // of the characters of what is said, that have to be quoted for it to be direct speech
const SHORTEST = 6; // units of quoted words that are no mere term

/** Whether what is said is quoted as a whole, in part, or not. */
export function modeOf(masked: string, { start, end }: Span): Statement['mode'] {
  let quoted = 0;
  let all = 0;
  for (let i = start; i < end; i++) {
    const unit = masked.charCodeAt(i);
    if (MARKS[unit] === 1 || isQuotationMark(masked, i)) continue;
    all++;
    if (unit === QUOTED_UNIT) quoted++;
  }
  if (quoted >= DIRECT_SHARE * all && quoted > 0) return 'direct';
  return quoted >= SHORTEST ? 'mixed' : 'indirect';
}

// The units beside quoted words are the marks that they stand in.
const isQuotationMark = (masked: string, at: number): boolean =>
  masked.charCodeAt(at) !== QUOTED_UNIT &&
  (masked.charCodeAt(at - 1) === QUOTED_UNIT || masked.charCodeAt(at + 1) === QUOTED_UNIT);
