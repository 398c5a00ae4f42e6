import type { Citation } from '../../core/index.ts';
import { describe } from '../document/describe.ts';
import { terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import type { RenderContext } from './render-context.ts';
import { displayWidth } from './width.ts';
import { hang } from './wrap.ts';

/** The cited articles by their numbers, below a heading. */
export function sourceList(citations: readonly Citation[], context: RenderContext): TerminalText[] {
  const heading = context.view.bold(terminalText(context.words.sources));
  return [heading, ...citations.flatMap((citation) => sourceOf(citation, context))];
}

function sourceOf(citation: Citation, { view, words }: RenderContext): TerminalText[] {
  const { number, url } = citation;
  const parts = describe(citation, words);
  const prefix = terminalText(`[${number}] `);
  const described = hang(prefix, terminalLine(parts.join(' · ')), view.width);
  if (url === null) return described;
  const indent = ' '.repeat(displayWidth(prefix)) as TerminalText;
  return [...described, text`${indent}${view.faint(showLink(url, view.width - indent.length, view))}`];
}

/** A link that can be clicked, cut short to fit; or the whole address in one piece, for the terminal or a person to pick up. */
export function showLink(url: string, width: number, view: View): TerminalText {
  const address = terminalLine(url);
  if (view.link === null) return address;
  const shown = address.length <= width ? address : terminalLine(`${address.slice(0, Math.max(width - 1, 1))}…`);
  return view.link(shown, url);
}
