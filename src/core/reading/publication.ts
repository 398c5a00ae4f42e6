import type { WeightedQuestion } from './weighted-question.ts';

/**
 * Marks in `held` the question's numbers that the day of publication, `YYYY-MM-DD`, has: 「2023年10月」 is seldom said again in a report
 * of that month. `held` is parallel to the question's terms.
 */
export function markPublication({ parsed }: WeightedQuestion, date: string | null, held: Uint8Array): void {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const published = new Map([
    ['年', year],
    ['月', month],
    ['日', day],
  ]);
  parsed.terms.forEach(({ number }, t) => {
    if (number !== null && published.get(number.unit) === number.value) held[t] = 1;
  });
}
