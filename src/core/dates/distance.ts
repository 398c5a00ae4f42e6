import type { Reckoned, WrittenDate } from './written.ts';

/** A time so many years, months, weeks or days before that of the text; null for any other unit. */
export function backBy(count: number, unit: string): WrittenDate | null {
  const back: Reckoned = { from: 'reference', count: -count };
  const calendar = { kind: 'calendar', year: null, month: null, day: null, part: null } as const;
  switch (unit) {
    case 'year':
      return { ...calendar, year: back };
    case 'month':
      return { ...calendar, month: back };
    case 'week':
      return { kind: 'week', shift: -count, first: 1, last: 7 };
    case 'day':
      return { kind: 'day', from: 'reference', shift: -count };
    default:
      return null;
  }
}
