import type { RawBlock } from './html.ts';

// A table whose cells hold more than this is there for the layout of a page, not for its figures.
const LAYOUT_CELL = 200;

/** One row of a table, cells given as blocks: a line with its cells parted by ` | `, or the blocks themselves where it lays out a page. */
export function joinRow(cells: readonly (readonly RawBlock[])[]): readonly RawBlock[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const [first] = filled[0] ?? [];
  if (first === undefined) return [];
  const isLayout =
    filled.length === 1 || filled.some((cell) => cell.reduce((sum, { text }) => sum + text.length, 0) > LAYOUT_CELL);
  if (isLayout) return filled.flat();
  const text = filled.map((cell) => cell.map((block) => block.text).join(' ')).join(' | ');
  return [{ role: 'text', text, bold: false, linked: false }];
}
