const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a date names, `YYYY-MM-DD`, as it is written: a time of day or a zone never moves it. Knows ISO 8601 days and
 * timestamps, `2021/2/6`, `20210206`, RFC 2822, English dates and 2021年2月6日; null for anything else and for impossible days.
 */
export function parseDay(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const numeric =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T\s])/u.exec(text) ??
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:$|\s)/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]/u.exec(text);
  if (numeric !== null) return day(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?,?[\s-](\d{4})(?:$|\s|,)/iu.exec(text);
  if (dayFirst !== null) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst =
    /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:$|\s|,)/iu.exec(text);
  if (monthFirst !== null) return day(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]));
  return null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1;

function day(year: number, month: number, date: number): string | null {
  // Date.UTC rolls 31 February over into March: such a day is not one. Years before the first newspaper are typing errors.
  const at = new Date(Date.UTC(year, month - 1, date));
  if (year < 1600 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
