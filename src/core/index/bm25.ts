/** Parameters of BM25 as they were measured best on DRCD: little length normalisation, since passages are of one size. */
export const BM25 = { k: 0.7, b: 0.45, d: 0 } as const;

// MiniSearch's weight of a longer term that begins with a query's: 0.375, the less the more it is longer.
const PREFIX_WEIGHT = 0.375;
const PREFIX_DISTANCE = 0.3;

/** How much a longer term that begins with a query's counts, as MiniSearch has it; lengths in symbols. */
export const prefixWeight = (length: number, longer: number): number =>
  longer === length ? 1 : (PREFIX_WEIGHT * longer) / (longer + PREFIX_DISTANCE * (longer - length));

/** The inverse document frequency of BM25: ln(1 + (N − n + ½) / (n + ½)), where n of N passages hold the term. */
export const inverseFrequency = (frequency: number, passages: number): number =>
  Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

/** What so many occurrences in a passage of so many different terms count, as a factor to a term's weight. */
export function saturation(occurrences: number, length: number, averageLength: number): number {
  const { k, b, d } = BM25;
  return d + (occurrences * (k + 1)) / (occurrences + k * (1 - b + (b * length) / averageLength));
}
