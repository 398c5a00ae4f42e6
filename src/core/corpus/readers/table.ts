import type { RawBlock } from './raw-block.ts';

// A table whose cells hold more than this is there for the layout of a page, not for its figures.
const LAYOUT_CELL = 200;

/** An open table: its caption and header so far, and the cells of its open row. */
export interface Table {
  caption: RawBlock | null;
  header: RawBlock | null;
  row: { readonly cells: RawBlock[][]; headings: number } | null;
}

export const openTable = (): Table => ({ caption: null, header: null, row: null });

/**
 * Ends the open row: a line with ` | ` between its cells, or the blocks themselves where the table lays out a page. A row of
 * nothing but headings is the header of those below it.
 */
export function closeRow(table: Table): readonly RawBlock[] {
  const { cells, headings } = table.row ?? { cells: [], headings: 0 };
  table.row = null;
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length === 0) return [];
  const isLayout =
    filled.length === 1 || filled.some((cell) => cell.reduce((sum, { text }) => sum + text.length, 0) > LAYOUT_CELL);
  if (isLayout) return filled.flat();
  const text = filled.map((cell) => cell.map((block) => block.text).join(' ')).join(' | ');
  const leads = [table.caption, table.header].filter((block) => block !== null);
  const isHeader = headings === cells.length;
  const row: RawBlock = {
    role: 'text',
    text,
    bold: false,
    linked: false,
    part: isHeader ? 'header' : 'row',
    ...(leads.length > 0 && { leads }),
  };
  if (isHeader) table.header = row;
  return [row];
}
