import { isCjk } from '../text/script.ts';

/** Forms in CJK characters, each a stretch of one folded text, to be found wherever they stand in other texts. */
export interface CjkForms {
  /**
   * Takes in a form that begins with two CJK characters, or with one and an interpunct, for its owner. False where it is no such
   * form. Of equal forms the first stays.
   */
  add(start: number, end: number, owner: number): boolean;
  /** The forms of an owner, in the order in which they were added. Those of one owner are added one after the other. */
  of(owner: number): string[];
  /** Calls `found` for every form in a folded text, in order of start. */
  each(folded: string, found: (owner: number, start: number, end: number) => void): void;
}

// Ten times as many as there are forms, so that most places of a text lead to an empty one.
const SLOTS = 1 << 16;

/**
 * Makes an empty set of forms of `source`. It is a hash table by the first two characters, chained through arrays of numbers: to
 * keep strings and lists in a Map instead took 10 ms longer at the start of every program.
 */
export function createCjkForms(source: string): CjkForms {
  const heads = new Int32Array(SLOTS).fill(-1);
  // 1 for the UTF-16 units that a form begins with: it rules out half of a text before the table is looked into.
  const opens = new Uint8Array(0x1_0000);
  // Parallel; `nexts` leads to the next form of the same slot.
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  const nexts: number[] = [];
  const firsts = new Map<number, number>(); // of each owner

  const standsAt = comparing(source, starts, ends);

  const add: CjkForms['add'] = (start, end, owner) => {
    const one = source.charCodeAt(start);
    const two = source.charCodeAt(start + 1);
    if (end - start < 2 || !canStart(one, two)) return false;
    const slot = slotOf(one, two);
    const first = heads[slot] ?? -1;
    for (let form = first; form !== -1; form = nexts[form] ?? -1)
      if ((ends[form] ?? 0) - (starts[form] ?? 0) === end - start && standsAt(form, source, start)) return true;
    heads[slot] = starts.length;
    opens[one] = 1;
    if (owners.at(-1) !== owner) firsts.set(owner, starts.length);
    starts.push(start);
    ends.push(end);
    owners.push(owner);
    nexts.push(first);
    return true;
  };

  return {
    add,
    of(owner) {
      const forms: string[] = [];
      for (let form = firsts.get(owner) ?? owners.length; owners[form] === owner; form++)
        forms.push(source.slice(starts[form], ends[form]));
      return forms;
    },
    each(folded, found) {
      let second = folded.charCodeAt(0);
      for (let start = 0; start + 1 < folded.length; start++) {
        // All in one place and by numbers alone: until it is optimised, the program spends a tenth of its time here.
        const first = second;
        second = folded.charCodeAt(start + 1);
        if (opens[first] === 0) continue;
        let form = heads[slotOf(first, second)] ?? -1;
        for (; form !== -1; form = nexts[form] ?? -1) {
          if (standsAt(form, folded, start))
            found(owners[form] ?? -1, start, start + (ends[form] ?? 0) - (starts[form] ?? 0));
        }
      }
    },
  };
}

// Tells whether a form, of those that begin and end at some places of a source, stands at a place of a text.
const comparing =
  (source: string, starts: readonly number[], ends: readonly number[]) =>
  (form: number, text: string, place: number): boolean => {
    const end = ends[form] ?? 0;
    for (let from = starts[form] ?? 0, at = place; from < end; from++, at++)
      if (source.charCodeAt(from) !== text.charCodeAt(at)) return false;
    return true;
  };

const INTERPUNCT = '·'.charCodeAt(0);

// The second character is an interpunct in 乔·拜登.
function canStart(first: number, second: number): boolean {
  return isCjk(first) && (isCjk(second) || second === INTERPUNCT);
}

// Fibonacci hashing (Knuth, TAOCP 6.4): by the golden ratio of 2^32, of which the upper 16 bits are taken.
const slotOf = (first: number, second: number): number => Math.imul((first << 16) | second, 0x9e3779b1) >>> 16;
