import { LRUCache } from 'lru-cache';
import { isCjk } from '../../text/script.ts';
import type { Database } from './database.ts';
import { eachBigramFrom, type Segment } from './term-blocks.ts';

/** Which characters stand side by side in the texts of a saved index. */
export interface IndexedBigrams {
  readonly holds: (first: string, second: string) => boolean;
  /** Forgets what was looked up: the file has changed. */
  readonly forget: () => void;
}

// Characters of which is remembered what follows them, four kilobytes each; names by their sound are written with some four hundred.
const FIRSTS_KEPT = 500;
// 々 and the last Han character of a bigram.
const [FIRST_UNIT, LAST_UNIT] = [0x3005, 0x9fff];

/** Of a name hundreds of bigrams are asked for, that begin with a few dozen characters: all that follow one are looked up at once. */
export function createIndexedBigrams(database: Database, segments: () => readonly Segment[]): IndexedBigrams {
  const known = new LRUCache<string, Uint8Array>({ max: FIRSTS_KEPT });
  const read = (first: string): Uint8Array => {
    const seconds = new Uint8Array((LAST_UNIT - FIRST_UNIT + 8) >> 3);
    segments().forEach((_, segment) =>
      eachBigramFrom(database, { segment, first }, (unit) => {
        const at = unit - FIRST_UNIT;
        seconds[at >> 3] = (seconds[at >> 3] ?? 0) | (1 << (at & 7));
      }),
    );
    return seconds;
  };
  return {
    holds: (first, second) => {
      const unit = second.charCodeAt(0);
      if (!isCjk(unit)) return false;
      let seconds = known.get(first);
      if (seconds === undefined) known.set(first, (seconds = read(first)));
      const at = unit - FIRST_UNIT;
      return ((seconds[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
    },
    forget: () => known.clear(),
  };
}
