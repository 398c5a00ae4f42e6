import type { Days } from './calendar.ts';
import { datesIn } from './dates.ts';

/** The days, months, years and spans that a text names, each once, in order; `published` as in `datesIn`. */
export function daysNamed(text: string, published: string | null): readonly Days[] {
  const days = new Map<string, Days>();
  for (const { first, last } of datesIn(text, published)) days.set(`${first}/${last}`, { first, last });
  return [...days.values()];
}
