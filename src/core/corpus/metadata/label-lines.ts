import { isWriterLine } from '../markup/writers.ts';
import { isLabelLine } from './labels.ts';

// Lines of plain text or Markdown at its beginning, and what none of labels begins with: the signs of lists, tables and quotations.
const TOP_LINES = 16;
const STRUCTURED = /^\s*(?:[#>|*+-]|\d{1,3}[.)]\s)/u;

/**
 * Makes a paragraph of each line of labels, a link or a byline at the beginning of a text, so that the headline above it and the lines
 * below are not run together with it.
 */
export function separateLabels(text: string): string {
  const lines = text.split('\n', TOP_LINES);
  const own = lines.map((line, at) => !STRUCTURED.test(line) && isMetadataLine(line.trim(), at === 0));
  if (!own.includes(true)) return text;
  const top = lines.map((line, at) => {
    const next = lines[at + 1] ?? '';
    const isParted = (own[at] === true || own[at + 1] === true) && line.trim() !== '' && next.trim() !== '';
    return isParted && !STRUCTURED.test(line) && !STRUCTURED.test(next) ? `${line}\n` : line;
  });
  return top.join('\n') + text.slice(lines.join('\n').length);
}

const isMetadataLine = (line: string, isFirst: boolean): boolean =>
  line !== '' && (isWriterLine(line) || isLabelLine(line, isFirst));
