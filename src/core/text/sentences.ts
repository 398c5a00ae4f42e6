import type { Span } from '../model/span.ts';

const ENDS = new Set('。！？!?…｡');
const CLOSERS = new Set('」』”’）)》〉】〕］]"\'');
const OPENING = new Map([
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
]);
// Direct speech is kept whole up to this many UTF-16 units; a longer speech is parted into its own sentences.
const WHOLE_SPEECH = 90;
const ABBREVIATION =
  /(?:^|[\s("“])(?:[A-Z]|[A-Z](?:\.[A-Z])+|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Adm|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp)$/;

/**
 * Parts `text.slice(from, to)` into sentences, in order, without the white space between them. Ends are 。！？ and line
 * breaks with the closing quotes and brackets behind them, and a full stop before white space in Latin text.
 */
export function splitSentences(text: string, from = 0, to = text.length): Span[] {
  const sentences: Span[] = [];
  let start = from;
  let speechEnd = -1; // the closing mark of a short speech that is being passed over
  const close = (end: number): void => {
    let first = start;
    let last = end;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > first) sentences.push({ start: first, end: last });
    start = end;
  };
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    const closing = OPENING.get(char);
    if (closing !== undefined && i > speechEnd) {
      const end = shortSpeechEnd(text, closing, { from: i + 1, to: Math.min(to, i + WHOLE_SPEECH + 1) });
      if (end > i) speechEnd = end;
      continue;
    }
    if (char === '\n') {
      close(i);
      continue;
    }
    if (i < speechEnd) continue;
    const ends = ENDS.has(char) || (i === speechEnd && ENDS.has(text.charAt(i - 1))) || isFullStop(text, start, i, to);
    if (!ends) continue;
    let end = i + 1;
    while (end < to && (ENDS.has(text.charAt(end)) || CLOSERS.has(text.charAt(end)))) end++;
    close(end);
    i = end - 1;
  }
  close(to);
  return sentences;
}

// The place of the mark that closes a speech within its line; -1 where none does. Looks no further than a short speech is long.
function shortSpeechEnd(text: string, closing: string, { from, to }: { from: number; to: number }): number {
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char === closing) return i;
    if (char === '\n') return -1;
  }
  return -1;
}

const isSpace = (unit: number): boolean =>
  unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0;

// A dot ends a Latin sentence before white space, unless it belongs to an initial or a title.
function isFullStop(text: string, start: number, at: number, to: number): boolean {
  if (text.charAt(at) !== '.') return false;
  let next = at + 1;
  while (next < to && CLOSERS.has(text.charAt(next))) next++;
  if (next < to && !isSpace(text.charCodeAt(next))) return false;
  while (next < to && isSpace(text.charCodeAt(next))) next++;
  if (/[a-z]/.test(text.charAt(next))) return false;
  return !ABBREVIATION.test(text.slice(Math.max(start, at - 12), at));
}
