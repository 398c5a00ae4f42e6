import type { Term } from '../terms.ts';
import { termKey } from './term-key.ts';

/** Numbers terms in the order in which they come: 0, 1, 2, … */
export interface TermNumbers {
  /** The number of a term; of one that is new, the next. */
  of(term: Term): number;
  readonly size: number;
  /** All terms, in order of the keys under which they are stored. */
  inOrder(): Iterable<NumberedKey>;
  clear(): void;
}

interface NumberedKey {
  readonly key: string;
  readonly number: number;
}

/** No terms yet. */
export function createTermNumbers(): TermNumbers {
  const bigrams = createBigramTable();
  const others = new Map<string, number>();
  let size = 0;
  return {
    of: (term) => {
      const known = typeof term === 'number' ? bigrams.numberOf(term, size) : (others.get(term) ?? size);
      if (known < size) return known;
      if (typeof term === 'string') others.set(term, size);
      return size++;
    },
    get size() {
      return size;
    },
    inOrder: () => merged(bigrams, others),
    clear: () => {
      bigrams.clear();
      others.clear();
      size = 0;
    },
  };
}

// The bigrams' numbers are in the order of their two characters, so that they need not be compared as texts.
function* merged(bigrams: BigramTable, others: ReadonlyMap<string, number>): Generator<NumberedKey> {
  const texts = Array.from(others, ([key, number]) => ({ key, number })).sort((a, b) => (a.key < b.key ? -1 : 1));
  let at = 0;
  for (const bigram of bigrams.keys().sort()) {
    const key = termKey(bigram);
    for (; at < texts.length && (texts[at] as NumberedKey).key < key; at++) yield texts[at] as NumberedKey;
    yield { key, number: bigrams.numberOf(bigram, 0) };
  }
  for (; at < texts.length; at++) yield texts[at] as NumberedKey;
}

interface BigramTable {
  /** The number of a bigram; one that is new gets the number that is given. */
  numberOf(bigram: number, next: number): number;
  keys(): Uint32Array;
  clear(): void;
}

// A hash table with open addressing (Knuth, The Art of Computer Programming, 6.4): of a hundred million bigrams of an archive each is
// looked up, which a Map takes three times as long for. A row is a bigram plus one, since 0 is an empty row, and its number.
function createBigramTable(): BigramTable {
  let rows = new Int32Array(2 << 12);
  let held = 0;
  // Fibonacci hashing (Knuth, 6.4): the multiplier is 2³² divided by the golden ratio.
  const placeOf = (bigram: number): number => {
    const last = rows.length - 2;
    let place = (Math.imul(bigram, 0x9e3779b1) >>> 7) * 2;
    for (place &= last; rows[place] !== 0 && rows[place] !== bigram + 1;) place = (place + 2) & last;
    return place;
  };
  const put = (bigram: number, number: number): void => {
    const place = placeOf(bigram);
    rows[place] = bigram + 1;
    rows[place + 1] = number;
  };
  const grow = (): void => {
    const before = rows;
    rows = new Int32Array(before.length * 2);
    for (let row = 0; row < before.length; row += 2)
      if (before[row] !== 0) put((before[row] as number) - 1, before[row + 1] as number);
  };
  return {
    numberOf: (bigram, next) => {
      const place = placeOf(bigram);
      if (rows[place] !== 0) return rows[place + 1] as number;
      rows[place] = bigram + 1;
      rows[place + 1] = next;
      held += 1;
      if (held * 4 > rows.length) grow();
      return next;
    },
    keys: () => {
      const keys = new Uint32Array(held);
      let at = 0;
      for (let row = 0; row < rows.length; row += 2) if (rows[row] !== 0) keys[at++] = (rows[row] as number) - 1;
      return keys;
    },
    clear: () => {
      rows.fill(0);
      held = 0;
    },
  };
}
