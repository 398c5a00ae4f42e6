import { readFileSync } from 'node:fs';

/** The value that the share `at`, 0…1, of the values does not exceed. */
export function percentile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * at) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A number with three significant figures, or all of its whole ones: 0.0412, 3.14, 1234. */
export const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

/** A share 0…1 as a percentage. */
export const percent = (share: number): string => (100 * share).toFixed(1);

/** Rows under their heading, in columns: the first one to the left, figures to the right. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  ');
  return [line(heading), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

// Ticks of Linux' clock are 10 ms on all that Node runs on.
const TICK = 10;

/** Milliseconds of processor that a process has used so far, as Linux has them; NaN elsewhere. What else a machine does changes them little. */
export function processorTime(pid: number | undefined): number {
  try {
    // Behind the name, which may hold spaces: the state, then ten fields, then the ticks in the program and in the system.
    const [, fields = ''] = /\) (.+)$/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return ((user ?? Number.NaN) + (system ?? Number.NaN)) * TICK;
  } catch {
    return Number.NaN;
  }
}
