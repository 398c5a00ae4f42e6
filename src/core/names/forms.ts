import type { Span } from '../model/span.ts';
import { WORD, isCjk, stemOf } from '../text/script.ts';

/** Forms in CJK characters, each a stretch of one folded text, to be found wherever they stand in other texts. */
export interface CjkForms {
  /**
   * Takes in a form that begins with two CJK characters, or with one and an interpunct, for its owner. False where it is no such
   * form. Of equal forms the first stays.
   */
  add(start: number, end: number, owner: number): boolean;
  /** The forms of an owner, in the order in which they were added. Those of one owner are added one after the other. */
  of(owner: number): string[];
  /** Calls `found` for every form in a folded text, in order of start; of those that begin within a stretch where that is given. */
  each(folded: string, found: (owner: number, start: number, end: number) => void, within?: Span): void;
  /** How long the longest form is, in UTF-16 units. */
  longest(): number;
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
  const [starts, ends, owners, nexts]: number[][] = [[], [], [], []] as const;
  const firsts = new Map<number, number>(); // of each owner
  let longest = 0;

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
    longest = Math.max(longest, end - start);
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
    each(folded, found, { start: from, end: to } = { start: 0, end: folded.length }) {
      const last = Math.min(to, folded.length - 1);
      let second = folded.charCodeAt(from);
      for (let start = from; start < last; start++) {
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
    longest: () => longest,
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

/** A Latin form as a sequence of stems: `['nation', 'secur', 'advis']`. */
interface StemmedForm<T> {
  readonly stems: readonly string[];
  readonly value: T;
}

/** Latin forms, each a stretch of one folded text, to be found by the stem of their first word. */
export interface StemIndex<T> {
  add(start: number, end: number, owner: number): void;
  /** The forms that begin with a stem, those of the most words first, otherwise in the order in which they were added. */
  startingWith(stem: string): readonly StemmedForm<T>[];
  /** All forms, in the order in which they were added. */
  all(): readonly StemmedForm<T>[];
  /** So many words the longest form has at the most. */
  mostWords(): number;
}

interface Added<T> extends StemmedForm<T> {
  readonly order: number;
}

/**
 * Makes an empty index of forms of `source`. Thousands are added at the start of a program (25 ms to stem them all) and a few
 * looked up, so that they wait in buckets, by their first two letters, until somebody asks for a stem with the same. `describe`
 * makes what a form stands for; it is given the form, in order, and not asked about one that is equal to an earlier one if `once`.
 */
export function createStemIndex<T>(
  source: string,
  { once, describe }: { readonly once: boolean; readonly describe: (start: number, end: number, owner: number) => T },
): StemIndex<T> {
  // Forms are parallel numbers, chained by bucket from the last one back: no object for each.
  const [starts, ends, owners, previous]: number[][] = [[], [], [], []] as const;
  const lasts = new Int32Array(BUCKETS).fill(-1);
  const opened: (ReadonlyMap<string, readonly Added<T>[]> | undefined)[] = Array.from({ length: BUCKETS });

  const open = (bucket: number): ReadonlyMap<string, readonly Added<T>[]> => {
    const forms: number[] = [];
    for (let form = lasts[bucket] ?? -1; form !== -1; form = previous[form] ?? -1) forms.push(form);
    const known = new Set<string>();
    const added = forms.reverse().flatMap((form): Added<T>[] => {
      const [start = 0, end = 0, owner = 0] = [starts[form], ends[form], owners[form]];
      const text = source.slice(start, end);
      if (once && known.has(text)) return [];
      known.add(text);
      const stems = Array.from(text.matchAll(WORD), (match) => stemOf(match[0]));
      return stems.length === 0 ? [] : [{ stems, value: describe(start, end, owner), order: form }];
    });
    return (opened[bucket] = byFirstStem(added));
  };
  let most: number | null = null;
  const bucketAt = (bucket: number): ReadonlyMap<string, readonly Added<T>[]> => opened[bucket] ?? open(bucket);

  return {
    add(start, end, owner) {
      const bucket = bucketOf(source, start, end);
      previous.push(lasts[bucket] ?? -1);
      lasts[bucket] = starts.length;
      starts.push(start);
      ends.push(end);
      owners.push(owner);
      opened[bucket] = undefined;
      most = null;
    },
    mostWords: () =>
      (most ??= starts.reduce((sum, start, form) => Math.max(sum, wordsAtMost(source, start, ends[form] ?? 0)), 0)),
    startingWith(stem) {
      const bucket = bucketOf(stem, 0, stem.length);
      const own = bucketAt(bucket).get(stem) ?? NONE;
      const others = bucket === OTHERS ? NONE : (bucketAt(OTHERS).get(stem) ?? NONE);
      return others.length === 0 ? own : [...own, ...others].sort(longestFirst);
    },
    all: () =>
      Array.from(lasts.keys(), (bucket) => [...bucketAt(bucket).values()].flat())
        .flat()
        .sort((a, b) => a.order - b.order),
  };
}

// How many words a stretch has, unless marks stand side by side in it: one more than marks.
function wordsAtMost(source: string, start: number, end: number): number {
  let words = 1;
  for (let at = start; at < end; at++) if (isMark(source.charCodeAt(at))) words += 1;
  return words;
}

const isMark = (unit: number): boolean => unit < 0x30 || (unit > 0x39 && unit < 0x61);

function byFirstStem<T>(forms: readonly Added<T>[]): ReadonlyMap<string, readonly Added<T>[]> {
  const byStem = new Map<string, Added<T>[]>();
  for (const form of forms) {
    const first = form.stems[0] ?? '';
    const list = byStem.get(first);
    if (list === undefined) byStem.set(first, [form]);
    else list.push(form);
  }
  for (const list of byStem.values()) if (list.length > 1) list.sort(longestFirst);
  return byStem;
}

// One for all words that no form begins with: of nearly every word of a text.
const NONE: readonly never[] = [];

const longestFirst = (a: Added<unknown>, b: Added<unknown>): number =>
  b.stems.length - a.stems.length || a.order - b.order;

// 26 letters, and none, twice; see `letter`.
const BUCKETS = 32 * 32;
const OTHERS = 0;
// The only words whose stems do not begin as they do themselves: `ing` and `ed` behind a single vowel, and `ies`.
const CUT_SHORT = /^(?:ies|[aeiou](?:ed|ing))/;

// Porter's rules change the end of a word, and leave its first letter and its second as they are but for a y, which may become i.
// A form goes into one bucket with its own stem, then; what begins with anything but a letter goes to the others.
function bucketOf(text: string, start: number, end: number): number {
  const first = letter(text, start);
  if (first === 0) return OTHERS;
  const second = start + 1 < end ? letter(text, start + 1) : 0;
  if ((second === E || second === I) && CUT_SHORT.test(text.slice(start, Math.min(end, start + 4)))) return OTHERS;
  return first * 32 + (second === Y ? I : second);
}

const [E, I, Y] = [5, 9, 25];

// 1 to 26, and 0 for what is no letter from a to z.
function letter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0x61 && unit <= 0x7a ? unit - 0x60 : 0;
}
