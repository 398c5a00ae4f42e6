import { WORD } from './characters.ts';
import { stemOf } from './stems.ts';

/** A Latin form as a sequence of stems: `['nation', 'secur', 'advis']`. */
export interface StemmedForm<T> {
  readonly stems: readonly string[];
  readonly value: T;
}

/** Latin forms, to be found by the stem of their first word. */
export interface StemIndex<T> {
  /** Takes in a folded form. Where one form is added twice with `once`, the first stays. */
  add(form: string, value: T): void;
  /** The forms that begin with a stem, those of the most words first, otherwise in the order in which they were added. */
  startingWith(stem: string): readonly StemmedForm<T>[];
  /** All forms, in the order in which they were added. */
  all(): readonly StemmedForm<T>[];
}

interface Added<T> extends StemmedForm<T> {
  readonly order: number;
}

interface Bucket<T> {
  readonly waiting: { readonly form: string; readonly value: T; readonly order: number }[];
  readonly byStem: Map<string, Added<T>[]>;
}

/**
 * Makes an empty index. Thousands of forms are added at the start of a program (25 ms to stem them all) and a few looked up, so
 * that they wait in buckets, by their first two letters, until somebody asks for a stem with the same. `once` keeps of equal
 * forms the first only.
 */
export function createStemIndex<T>({ once }: { readonly once: boolean }): StemIndex<T> {
  const buckets = new Map<number, Bucket<T>>();
  let count = 0;

  const opened = (key: number): ReadonlyMap<string, Added<T>[]> | null => {
    const bucket = buckets.get(key);
    if (bucket === undefined) return null;
    if (bucket.waiting.length > 0) stemAll(bucket, once);
    return bucket.byStem;
  };

  return {
    add(form, value) {
      const key = bucketOf(form);
      const bucket = buckets.get(key);
      const entry = { form, value, order: count++ };
      if (bucket === undefined) buckets.set(key, { waiting: [entry], byStem: new Map() });
      else bucket.waiting.push(entry);
    },
    startingWith(stem) {
      const key = bucketOf(stem);
      const own = opened(key)?.get(stem) ?? [];
      const others = key === OTHERS ? [] : (opened(OTHERS)?.get(stem) ?? []);
      return others.length === 0 ? own : [...own, ...others].sort(longestFirst);
    },
    all: () =>
      [...buckets.keys()].flatMap((key) => [...(opened(key)?.values() ?? [])].flat()).sort((a, b) => a.order - b.order),
  };
}

function stemAll<T>({ waiting, byStem }: Bucket<T>, once: boolean): void {
  const forms = new Set<string>();
  for (const { form, value, order } of waiting.splice(0)) {
    if (once && forms.has(form)) continue;
    forms.add(form);
    const stems = Array.from(form.matchAll(WORD), (match) => stemOf(match[0]));
    const first = stems[0];
    if (first === undefined) continue;
    const list = byStem.get(first);
    if (list === undefined) byStem.set(first, [{ stems, value, order }]);
    else list.push({ stems, value, order });
  }
  for (const list of byStem.values()) if (list.length > 1) list.sort(longestFirst);
}

const longestFirst = (a: Added<unknown>, b: Added<unknown>): number =>
  b.stems.length - a.stems.length || a.order - b.order;

const OTHERS = 0;
// The only words whose stems do not begin as they do themselves: `ing` and `ed` behind a single vowel, and `ies`.
const CUT_SHORT = /^(?:ies|[aeiou](?:ed|ing))/;

// Porter's rules change the end of a word, and leave its first letter and its second as they are but for a y, which may become i.
// A form goes into one bucket with its own stem, then; what begins with anything but a letter goes to the others.
function bucketOf(form: string): number {
  const first = letter(form, 0);
  if (first === 0) return OTHERS;
  const second = letter(form, 1);
  if ((second === E || second === I) && CUT_SHORT.test(form)) return OTHERS;
  return first * 32 + (second === Y ? I : second);
}

const [E, I, Y] = [5, 9, 25];

// 1 to 26, and 0 for what is no letter from a to z.
function letter(form: string, at: number): number {
  const unit = form.charCodeAt(at);
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x60 : 0;
}
