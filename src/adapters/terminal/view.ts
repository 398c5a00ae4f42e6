import { createSupportsHyperlinks } from 'supports-hyperlinks';
import type { TerminalText } from './terminal-text.ts';

/** What a terminal can do, and how wide its lines are. */
export interface View {
  /** Columns; Infinity where lines are not to be broken. */
  readonly width: number;
  readonly bold: (text: TerminalText) => TerminalText;
  readonly faint: (text: TerminalText) => TerminalText;
  readonly marked: (text: TerminalText) => TerminalText;
  /** Null where links cannot be clicked: the address is then shown in full. */
  readonly link: ((text: TerminalText, url: string) => TerminalText) | null;
}

/** The part of a stream that says what lies behind it. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Columns: beyond this a line of Chinese is longer than the eye follows. */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

/**
 * Plain text with unbroken lines, for pipes and files.
 *
 * @internal Exported for its tests.
 */
export const PLAIN: View = {
  width: Number.POSITIVE_INFINITY,
  bold: (text) => text,
  faint: (text) => text,
  marked: (text) => text,
  link: null,
};

/** What to show on a stream. Without a terminal: no colour, no links, no line breaks of ours. `NO_COLOR`: no colour. */
export function viewOf(screen: Screen, env: NodeJS.ProcessEnv): View {
  if (screen.isTTY !== true) return PLAIN;
  const width = Math.min(columnsOf(screen), MAX_WIDTH);
  const plain = { ...PLAIN, width };
  const dumb = env['TERM'] === 'dumb';
  const link = !dumb && canLink(screen) ? hyperlink : null;
  if (dumb || (env['NO_COLOR'] ?? '') !== '') return { ...plain, link };
  return { width, bold: styled(1, 22), faint: styled(2, 22), marked: styled(7, 27), link };
}

// Some pseudo-terminals claim to have no columns at all.
const columnsOf = ({ columns }: Screen): number => (columns === undefined || columns < 1 ? DEFAULT_WIDTH : columns);

// SGR parameters, ECMA-48 8.3.117: one switches on, the other off again.
const styled =
  (on: number, off: number) =>
  (text: TerminalText): TerminalText =>
    `\u001b[${on}m${text}\u001b[${off}m` as TerminalText;

// OSC 8. The address is normalised, so that nothing in it can end the sequence early.
function hyperlink(text: TerminalText, url: string): TerminalText {
  if (!URL.canParse(url)) return text;
  const address = new URL(url).href.replace(/[^!-~]/gu, encodeURIComponent);
  return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` as TerminalText;
}

function canLink(screen: Screen): boolean {
  return createSupportsHyperlinks(screen.isTTY === true ? { isTTY: true } : {});
}
