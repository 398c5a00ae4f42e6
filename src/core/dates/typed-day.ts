/**
 * A first or last day, from `2023`, `2023-10`, `2023-10-28`, `2023/10/28`, `2023年10月28日`, in digits of any width; null where
 * it is no date.
 */
export function dayOf(given: string, end: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})日?)?)?$/.exec(given.normalize('NFKC').trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (end === 'first' ? 1 : 12) : Number(match[2]);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = match[3] === undefined ? (end === 'first' ? 1 : lastOfMonth) : Number(match[3]);
  if (month < 1 || month > 12 || day < 1 || day > lastOfMonth) return null;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
