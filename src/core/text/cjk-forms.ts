import { bigramKey, isCjk } from './characters.ts';

/** One form in CJK characters, at least two; its first two may be a character and an interpunct. */
interface CjkForm<T> {
  readonly form: string;
  readonly key: number;
  readonly value: T;
  /** The position of the next form of the same slot; -1 at the end. */
  readonly next: number;
}

/** Folded forms in CJK characters, to be found wherever they stand in a text. */
export interface CjkForms<T> {
  /** Takes in a form, unless it is there already. False where it is no such form, or is there. */
  add(form: string, value: T): boolean;
  /** Calls `found` for every form in a folded text, in order of start. */
  each(folded: string, found: (value: T, start: number, end: number) => void): void;
}

// Twice as many as there are forms; more forms than slots only take longer.
const SLOTS = 1 << 14;

/**
 * Makes an empty set of forms. It is a hash table by the first two characters with chains through an array: thousands of lists
 * in a Map took three times as long to fill (8 ms at the start of every program), and a look-up is faster too.
 */
export function createCjkForms<T>(): CjkForms<T> {
  const heads = new Int32Array(SLOTS).fill(-1);
  const forms: CjkForm<T>[] = [];
  return {
    add(form, value) {
      const key = startKey(form, 0);
      if (key === -1) return false;
      const slot = slotOf(key);
      for (let at = heads[slot] ?? -1; at !== -1; at = forms[at]?.next ?? -1)
        if (forms[at]?.form === form) return false;
      forms.push({ form, key, value, next: heads[slot] ?? -1 });
      heads[slot] = forms.length - 1;
      return true;
    },
    each(folded, found) {
      for (let start = 0; start + 1 < folded.length; start++) {
        const key = startKey(folded, start);
        let at = key === -1 ? -1 : (heads[slotOf(key)] ?? -1);
        while (at !== -1) {
          const { form, key: own, value, next } = forms[at] as CjkForm<T>;
          if (own === key && folded.startsWith(form, start)) found(value, start, start + form.length);
          at = next;
        }
      }
    },
  };
}

/** Whether a folded form can be one of `CjkForms`. */
export const isCjkForm = (form: string): boolean => startKey(form, 0) !== -1;

const INTERPUNCT = '·'.charCodeAt(0);

// The second character is an interpunct in 乔·拜登. -1 where no form can begin.
function startKey(folded: string, at: number): number {
  const first = folded.charCodeAt(at);
  if (!isCjk(first)) return -1;
  const second = folded.charCodeAt(at + 1);
  if (isCjk(second)) return bigramKey(first, second);
  return second === INTERPUNCT ? bigramKey(first, 0x3005) : -1;
}

// Fibonacci hashing (Knuth, TAOCP 6.4): the golden ratio of 2^32, of which the upper 14 bits are taken.
const slotOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 18;
