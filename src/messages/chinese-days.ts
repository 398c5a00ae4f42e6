// Both scripts write days alike.
import { wholePeriod } from './period.ts';

/** From one day to another, `YYYY-MM-DD`, or the year or month that they are, in Chinese. */
export function chinesePeriod(since: string, until: string): string {
  if (since === until) return since;
  const whole = wholePeriod(since, until);
  if (whole === null) return `${since} 至 ${until}`;
  return whole.month === null ? `${whole.year}年` : `${whole.year}年${whole.month}月`;
}

/** The same, where either end may be open; null where both are. */
export function chineseDays(since: string | null, until: string | null): string | null {
  if (since === null) return until === null ? null : `${until} 或之前`;
  if (until === null) return `${since} 起`;
  return chinesePeriod(since, until);
}
