import { bigramKey, bigramUnits } from '../text/script.ts';
import {
  AVERAGE_RECALL,
  FIRST_CHARACTER_RECALL,
  BIGRAM_RECALL,
  SECOND_CHARACTER_RECALL,
} from './bigram-recall.generated.ts';

const table = (entries: string, width: number): Map<number, number> => {
  const shares = new Map<number, number>();
  for (let i = 0; i + width < entries.length; i += width + 1) {
    const key = width === 2 ? bigramKey(entries.charCodeAt(i), entries.charCodeAt(i + 1)) : entries.charCodeAt(i);
    shares.set(key, (entries.charCodeAt(i + width) - 0x30) / 10);
  }
  return shares;
};

const bigrams = table(BIGRAM_RECALL, 2);
const firsts = table(FIRST_CHARACTER_RECALL, 1);
const seconds = table(SECOND_CHARACTER_RECALL, 1);

/**
 * How surely a bigram of a question stands in a text that answers it, as a share of the average bigram's chance: 是由
 * belongs to the wording of the question and hardly ever recurs, so that its absence says little.
 */
export function bigramRecall(bigram: number): number {
  const known = bigrams.get(bigram);
  if (known !== undefined) return Math.max(0.05, known / AVERAGE_RECALL);
  const [first, second] = bigramUnits(bigram);
  const byUnits = (firsts.get(first) ?? AVERAGE_RECALL) * (seconds.get(second) ?? AVERAGE_RECALL);
  return Math.max(0.05, byUnits / AVERAGE_RECALL ** 2);
}
