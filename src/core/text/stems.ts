import { stemmer } from 'stemmer';
import { WORD } from './script.ts';

const KNOWN_LIMIT = 50_000;
const known = new Map<string, string>();

/** A Latin word without the ending of a possessive: `blinken's`, `states'`. */
export const withoutPossessive = (word: string): string => word.replace(/['’]s?$/, '');

/** The stem of a folded Latin word: `meetings` → `meet`, `blinken's` → `blinken`. */
export function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    const bare = withoutPossessive(word);
    stem = /^[a-z]+$/.test(bare) ? stemmer(bare) : bare;
    // Words recur, and to stem one takes ten regular expressions.
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(word, stem);
  }
  return stem;
}

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
  const starts: number[] = [];
  const ends: number[] = [];
  const owners: number[] = [];
  const previous: number[] = [];
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
    },
    startingWith(stem) {
      const bucket = bucketOf(stem, 0, stem.length);
      const own = bucketAt(bucket).get(stem) ?? [];
      const others = bucket === OTHERS ? [] : (bucketAt(OTHERS).get(stem) ?? []);
      return others.length === 0 ? own : [...own, ...others].sort(longestFirst);
    },
    all: () =>
      Array.from(lasts.keys(), (bucket) => [...bucketAt(bucket).values()].flat())
        .flat()
        .sort((a, b) => a.order - b.order),
  };
}

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
