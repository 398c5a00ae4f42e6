/**
 * A list of rows of unsigned integers below 2³² that grows at its end. A plain object: getters and methods that differ from table to table
 * would take most of the time of an index.
 */
export interface NumberTable {
  readonly columns: number;
  /** How many rows there are. */
  size: number;
  /** The rows, one behind the other, and room for more; another list after `addRow`. */
  values: Uint32Array;
}

/** An empty table of so many columns. */
export const createNumberTable = (columns: number): NumberTable => ({
  columns,
  size: 0,
  values: new Uint32Array(1024 * columns),
});

/** Appends a row, of zeros or of what it was before the table was emptied, and gives its number. */
export function addRow(table: NumberTable): number {
  if (table.size * table.columns === table.values.length) {
    const larger = new Uint32Array(table.values.length * 2);
    larger.set(table.values);
    table.values = larger;
  }
  return table.size++;
}
