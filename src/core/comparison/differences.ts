import type { Citation, Difference, OutletAccount } from '../answer/answer.ts';
import type { NameBook } from '../text/names.ts';
import { differingReadings } from './figures.ts';

/** The figures and days that the quotes of several outlets give differently. */
export function differencesOf(
  accounts: readonly Pick<OutletAccount, 'outlet' | 'points'>[],
  { citations, names }: { readonly citations: readonly Citation[]; readonly names: NameBook },
): Difference[] {
  const dateOf = (number: number): string | null => citations.find((one) => one.number === number)?.date ?? null;
  const quoted = accounts.flatMap(({ outlet, points }) => points.map((point) => ({ outlet, point })));
  const statements = quoted.map(({ outlet, point }) => ({
    outlet,
    text: point.quote,
    published: dateOf(point.citation),
  }));
  return differingReadings(statements, names).map(({ of, readings }) => ({
    of,
    readings: readings.flatMap(({ statement, start, end }) => {
      const one = quoted[statement];
      if (one === undefined) return [];
      const { quote, citation, start: from, end: to } = one.point;
      return [{ outlet: one.outlet, text: quote.slice(start, end), quote, citation, start: from, end: to }];
    }),
  }));
}
