import { bigramKey, isCjk } from '../../text/script.ts';
import type { Term } from '../terms.ts';
import { createByteReader, createByteWriter } from '../sqlite/bytes.ts';

/** In how many passages each term of an archive is; eight bytes for a bigram. */
export interface TermTable {
  frequency(term: Term): number;
  /** The bigrams that begin with a character, the commonest first. */
  bigramsFrom(character: string, most: number): readonly number[];
  /** The stems of Latin words, with the number of passages that hold each. */
  latinWords(): readonly (readonly [string, number])[];
}

/** A term as a saved index has it, two CJK characters or another text, and in how many passages it is. */
export interface CountedTerm {
  readonly key: string;
  readonly frequency: number;
}

// Terms of a part, which stay below the four megabytes that one attribute may have.
const PART = 200_000;

/** Packs the terms of an archive, which come in order of their keys: of each part first the bigrams, as gaps, then the others. */
export function* packTerms(terms: Iterable<CountedTerm>): Generator<Uint8Array> {
  const bigrams = createByteWriter(1 << 20);
  const others = createByteWriter();
  let [count, last] = [0, 0];
  const take = (): Uint8Array => {
    const part = createByteWriter(bigrams.length + others.length + 8);
    part.varint(bigrams.length);
    part.bytes(bigrams.take());
    part.bytes(others.take());
    bigrams.clear();
    others.clear();
    [count, last] = [0, 0];
    return part.take();
  };
  for (const { key, frequency } of terms) {
    const bigram = bigramOf(key);
    if (bigram === null) others.text(key);
    else bigrams.varint(bigram - last);
    (bigram === null ? others : bigrams).varint(frequency);
    last = bigram ?? last;
    if (++count === PART) yield take();
  }
  if (count > 0) yield take();
}

/** Reads packed terms, all parts in order. */
export function readTerms(parts: readonly Uint8Array[]): TermTable {
  const bigrams: number[] = [];
  const counts: number[] = [];
  const others = new Map<string, number>();
  for (const part of parts) {
    const reader = createByteReader(part);
    const pairs = createByteReader(reader.bytes(reader.varint()));
    for (let last = 0; !pairs.done;) {
      bigrams.push((last += pairs.varint()));
      counts.push(pairs.varint());
    }
    while (!reader.done) others.set(reader.text(), reader.varint());
  }
  return tableOf({ bigrams: Uint32Array.from(bigrams), counts: Uint32Array.from(counts), others });
}

function bigramOf(key: string): number | null {
  const [first, second] = [key.charCodeAt(0), key.charCodeAt(1)];
  return key.length === 2 && isCjk(first) && isCjk(second) ? bigramKey(first, second) : null;
}

// The bigrams come in the order of their characters, which is that of their numbers.
function tableOf({
  bigrams,
  counts,
  others,
}: {
  readonly bigrams: Uint32Array;
  readonly counts: Uint32Array;
  readonly others: ReadonlyMap<string, number>;
}): TermTable {
  const placeOf = (bigram: number): number => {
    let [from, to] = [0, bigrams.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((bigrams[middle] as number) < bigram) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const words = [...others].filter(([key]) => /^[a-z]/.test(key));
  return {
    frequency: (term) => {
      if (typeof term === 'string') return others.get(term) ?? 0;
      const place = placeOf(term);
      return bigrams[place] === term ? (counts[place] as number) : 0;
    },
    bigramsFrom: (character, most) => {
      const unit = character.charCodeAt(0);
      if (!isCjk(unit)) return [];
      const [from, to] = [placeOf(bigramKey(unit, FIRST_UNIT)), placeOf(bigramKey(unit + 1, FIRST_UNIT))];
      const places = Array.from({ length: to - from }, (_, at) => from + at);
      const commonest = places.sort((a, b) => (counts[b] as number) - (counts[a] as number)).slice(0, most);
      return commonest.map((place) => bigrams[place] as number);
    },
    latinWords: () => words,
  };
}

// 々, the lowest of the characters of bigrams.
const FIRST_UNIT = 0x3005;
