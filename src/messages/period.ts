/** A whole month, from 1, or with null a whole year. */
interface Whole {
  readonly year: number;
  readonly month: number | null;
}

/** The year or the month that two days (`YYYY-MM-DD`) are the first and the last of; null where they are of none. */
export function wholePeriod(since: string, until: string): Whole | null {
  const [year = 0, month = 0] = since.split('-').map(Number);
  if (until === `${since.slice(0, 4)}-12-31` && since.endsWith('-01-01')) return { year, month: null };
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return since.endsWith('-01') && until === last ? { year, month } : null;
}
