import type { TerminalText } from './terminal-text.ts';
import { displayWidth } from './width.ts';

// Line-breaking classes CL, CP, EX, IS and NS of UAX #14, as far as news articles use them: they may not begin a line …
const NOT_FIRST = /^[、。，．：；！？）］｝〕〉》」』】〗｠»’”…‥—～·・ーゝゞ々％℃°)\]},.:;!?%]/u;
// … and class OP may not end one.
const NOT_LAST = /[（［｛〔〈《「『【〖｟«‘“([{$￥＄]$/u;
const SPACE = /^\s+$/u;
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What may not be torn apart, and how wide it is. */
interface Piece {
  readonly text: string;
  readonly width: number;
}

/**
 * Breaks a text into lines of at most `width` columns: between words, between CJK characters, and inside a word only when it is
 * wider than a line. Punctuation stays on the line where it belongs. Only white space at a break is dropped.
 */
export function wrap(text: TerminalText, width: number): TerminalText[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width)) as TerminalText[];
}

function wrapLine(line: string, width: number): string[] {
  // Lines for a pipe are not even measured.
  if (width === Number.POSITIVE_INFINITY || displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  let gap = '';
  const place = ({ text, width: wide }: Piece): void => {
    const gapWidth = displayWidth(gap);
    if (used > 0 && used + gapWidth + wide > width) {
      lines.push(current);
      [current, used] = [text, wide];
    } else {
      [current, used] = [current + gap + text, used + gapWidth + wide];
    }
    gap = '';
  };
  for (const piece of piecesOf(line)) {
    if (SPACE.test(piece.text)) gap = piece.text;
    else if (piece.width <= width) place(piece);
    else for (const part of tear(piece.text, width)) place(part);
  }
  return [...lines, current];
}

function piecesOf(line: string): Piece[] {
  const pieces: string[] = [];
  for (const { segment } of GRAPHEMES.segment(line)) {
    const last = pieces.at(-1);
    if (last !== undefined && holdTogether(last, segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces.map((piece) => ({ text: piece, width: displayWidth(piece) }));
}

function holdTogether(before: string, next: string): boolean {
  if (SPACE.test(before) || SPACE.test(next)) return SPACE.test(before) && SPACE.test(next);
  if (NOT_FIRST.test(next) || NOT_LAST.test(before)) return true;
  return !isIdeographic(before.slice(-1)) && !isIdeographic(next);
}

// Everything that takes two columns may part from its neighbours, emoji included.
const isIdeographic = (grapheme: string): boolean =>
  /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\ud800-\udfff]/.test(grapheme);

function* tear(text: string, width: number): Generator<Piece> {
  let part = '';
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    const wide = displayWidth(segment);
    if (used > 0 && used + wide > width) {
      yield { text: part, width: used };
      [part, used] = ['', 0];
    }
    [part, used] = [part + segment, used + wide];
  }
  yield { text: part, width: used };
}

/** Wraps a text behind a first prefix, and behind an equally wide blank on every further line. */
export function hang(prefix: TerminalText, text: TerminalText, width: number): TerminalText[] {
  const indent = displayWidth(prefix);
  return wrap(text, Math.max(width - indent, MIN_TEXT_WIDTH)).map(
    (line, at) => `${at === 0 ? prefix : ' '.repeat(indent)}${line}` as TerminalText,
  );
}

// Columns: below this a quotation is a ribbon nobody reads, and the terminal's own breaking does better.
const MIN_TEXT_WIDTH = 12;
