import { bigramKey, bigramUnits } from '../text/script.ts';
import {
  AVERAGE_EXPECTATION,
  FIRST_EXPECTATIONS,
  BIGRAM_EXPECTATIONS,
  SECOND_EXPECTATIONS,
} from './bigram-recall.generated.ts';

const table = (entries: string, width: number): Map<number, number> => {
  const shares = new Map<number, number>();
  for (let i = 0; i + width < entries.length; i += width + 1) {
    const key = width === 2 ? bigramKey(entries.charCodeAt(i), entries.charCodeAt(i + 1)) : entries.charCodeAt(i);
    shares.set(key, (entries.charCodeAt(i + width) - 0x30) / 10);
  }
  return shares;
};

const pairs = table(BIGRAM_EXPECTATIONS, 2);
const firsts = table(FIRST_EXPECTATIONS, 1);
const seconds = table(SECOND_EXPECTATIONS, 1);

/**
 * How surely a pair of characters of a question stands in a text that answers it, as a share of the average pair's chance: 是由
 * belongs to the wording of the question and hardly ever recurs, so that its absence says little.
 */
export function bigramRecall(pair: number): number {
  const known = pairs.get(pair);
  if (known !== undefined) return Math.max(0.05, known / AVERAGE_EXPECTATION);
  const [first, second] = bigramUnits(pair);
  const byUnits = (firsts.get(first) ?? AVERAGE_EXPECTATION) * (seconds.get(second) ?? AVERAGE_EXPECTATION);
  return Math.max(0.05, byUnits / AVERAGE_EXPECTATION ** 2);
}
