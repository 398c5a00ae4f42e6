import { LRUCache } from 'lru-cache';
import type { Entry, EntryKind } from '../model/entry.ts';
import { type SoughtStems, beginningsOf, foldScript, hasHan, wordsAround, wordsIn, ownText } from '../text/script.ts';
import { eachItem } from '../text/items.ts';
import { type CjkForms, type StemIndex, createCjkForms, createStemIndex } from './forms.ts';
import { createAffiliations } from './affiliations.ts';
import { createDictionary } from './dictionary.ts';
import { createSurnames } from './surnames.ts';

export type { Entry, EntryKind } from '../model/entry.ts';

/** One mention of a name; offsets in UTF-16 units of the folded text. */
export interface Mention {
  readonly name: Entry;
  readonly start: number;
  readonly end: number;
}

/** Single Latin words by their stems, with whom or what they name. */
export type LatinWords = readonly { readonly stem: string; readonly name: Entry }[];

/** Finds names in texts of any script or language. */
export interface Gazetteer {
  /** The names that are, in one of their forms, a single Latin word, each with the stem of that word. */
  latinWords(): LatinWords;
  /** The people who have a surname, given in Latin letters and lower case. */
  surnamed(surname: string): readonly Entry[];
  /**
   * All mentions in a folded text, in order of start, longer first; `original` restores capitals. A name inside a longer one
   * of its own kind is none (印度 in 印度尼西亚), one of another kind is (美国 in 美国国务院).
   */
  mentions(folded: string, original?: string): readonly Mention[];
  /** Makes what finds, of all mentions in a text, those of some names, in the same order: while they are few, in a tenth of the time. */
  mentionsOf(wanted: readonly Entry[]): (folded: string, original: string) => readonly Mention[];
  /** The folded Chinese forms of an English word or phrase, given as its stems; null where the glossary has none. */
  gloss(stems: readonly string[]): readonly string[] | null;
  /** Whether one speaks for another: a minister for 中方, a spokesman for his ministry, everybody for themselves. */
  isAffiliate(one: Entry, body: Entry): boolean;
  /** All who speak for one, themselves the first. */
  affiliates(body: Entry): readonly Entry[];
  /** The name with a number; numbers hold for one reading of the data files. */
  entry(id: number): Entry;
  /** All forms of a name as its data file writes them, the canonical one first. */
  written(name: Entry): readonly string[];
  /** The turns of phrase of a folded question that reports put otherwise, from left to right. */
  dialect(folded: string): readonly DialectPhrase[];
}

/**
 * One data file: its lines are comma-separated equivalents, the first one canonical; `#` starts a comment. A glossary's lines
 * are one-way: `underestimate => 低估, 小看` gives a question's English words the forms to look for; so are a dialect's. Affiliations
 * say who speaks for whom: `中方 <= 王毅`.
 */
export interface NameFile {
  readonly kind: EntryKind | 'glossary' | 'dialect' | 'affiliations';
  readonly text: string;
}

interface LatinName {
  readonly id: number;
  /** Set for forms such as US or UN, which without capitals are other words. */
  readonly capitals: string | null;
}

/** Reads the data files; a form that stands on two lines belongs to the first of them. */
export function readGazetteer(files: readonly NameFile[]): Gazetteer {
  const glossary = createDictionary(textOf(files.filter(({ kind }) => kind === 'glossary')));
  const { mentions, mentionsOf, latinWords, nameOf, surnamed, written } = readForms(files);
  const dialect = createDialect(textOf(files.filter(({ kind }) => kind === 'dialect')));
  const affiliatesOf = createAffiliations(
    textOf(files.filter(({ kind }) => kind === 'affiliations')),
    (folded, original) =>
      mentions(folded, original).flatMap(({ name, start, end }) =>
        start === 0 && end === folded.length && name.kind !== 'word' ? [name.id] : [],
      ),
  );
  return {
    dialect,
    entry: nameOf,
    gloss: glossary,
    isAffiliate: (one, body) => affiliatesOf(body.id).has(one.id),
    latinWords,
    affiliates: (body) => Array.from(affiliatesOf(body.id), nameOf),
    mentions,
    mentionsOf,
    surnamed,
    written,
  };
}

function readForms(files: readonly NameFile[]): Pick<
  Gazetteer,
  'mentions' | 'mentionsOf' | 'latinWords' | 'surnamed' | 'written'
> & {
  readonly nameOf: (id: number) => Entry;
} {
  const source = files.filter(isNames);
  const text = textOf(source);
  // All files are one text, so that numbers are enough to say where a form stands: names and stems are made when somebody asks.
  const folded = foldScript(text);
  const lines: { readonly kind: EntryKind; readonly start: number; readonly end: number }[] = [];
  const names: Entry[] = [];
  const cjk = createCjkForms(folded);
  const nameOf = (id: number): Entry => names[id] ?? makeName(id);
  const makeName = (id: number): Entry => {
    const { kind = 'word', start, end } = lines[id] ?? {};
    const forms = cjk.of(id).sort((a, b) => b.length - a.length);
    return (names[id] = { id, kind, canonical: text.slice(start, end), forms });
  };
  const latin = createStemIndex<LatinName>(folded, {
    once: true,
    describe: (start, end, id) => ({ id, capitals: capitalsIn(text.slice(start, end)) }),
  });
  // The Latin forms of people: start, end and owner of each.
  const people: number[] = [];
  const surnames = createSurnames(() => peopleOf(people, folded, nameOf));
  let latinWords: LatinWords | null = null;
  let offset = 0;
  for (const { kind, text: own } of source) {
    let id = -1;
    eachItem(own, (from, to, isFirst) => {
      const start = offset + from;
      const end = offset + to;
      if (isFirst) id = lines.push({ kind, start, end }) - 1;
      if (cjk.add(start, end, id)) return;
      latin.add(start, end, id);
      if (kind === 'person') people.push(start, end, id);
    });
    offset += own.length + 1;
  }
  const mentions = remembering((of, original) => readMentions(of, original, { cjk, latin, nameOf }));
  const written = ({ id }: Entry): readonly string[] => formsOfLine(text, lines[id]?.start ?? 0);
  return {
    nameOf,
    surnamed: (surname) => surnames(surname).map(nameOf),
    latinWords: () => (latinWords ??= singleWords(latin, nameOf)),
    written,
    mentions,
    mentionsOf: (wanted) => createFinder(wanted, { mentions, written, cjk, latin, nameOf }),
  };
}

interface Forms {
  readonly cjk: CjkForms;
  readonly latin: StemIndex<LatinName>;
  readonly nameOf: (id: number) => Entry;
}

function readMentions(folded: string, original: string, { cjk, latin, nameOf }: Forms): readonly Mention[] {
  const found: Mention[] = [];
  const add = (id: number, start: number, end: number): void => void found.push({ name: nameOf(id), start, end });
  cjk.each(folded, add);
  latinMentions(folded, original, { forms: latin, found: add });
  found.sort(inOrder);
  return found.length > 1 ? outermostOfKind(found) : found;
}

const capitalsIn = (written: string): string | null => (/^[A-Z]{2,3}$/.test(written) ? written : null);

const peopleOf = (people: readonly number[], folded: string, nameOf: (id: number) => Entry) =>
  Array.from({ length: people.length / 3 }, (_, i) => {
    const [start = 0, end = 0, owner = 0] = people.slice(3 * i, 3 * i + 3);
    return { form: folded.slice(start, end), owner, canonical: nameOf(owner).canonical };
  });

const singleWords = (latin: StemIndex<LatinName>, nameOf: (id: number) => Entry): LatinWords =>
  latin
    .all()
    .flatMap(({ stems: [stem, ...more], value: { id } }) =>
      stem === undefined || more.length > 0 ? [] : [{ stem, name: nameOf(id) }],
    );

function formsOfLine(text: string, start: number): readonly string[] {
  const [line = ''] = text.slice(start, text.indexOf('\n', start)).split('#');
  return line.split(',').map((form) => form.trim());
}

// Questions come to the same passages again and again, and a passage is read several times for one: the last ones are kept.
const KEPT = 2_000;
/** UTF-16 units; longer texts are whole articles, which come once. */
const LONGEST_KEPT = 1_000;

function remembering(
  read: (folded: string, original: string) => readonly Mention[],
): (folded: string, original?: string) => readonly Mention[] {
  const kept = new LRUCache<string, readonly Mention[]>({ max: KEPT });
  return (folded, original = folded) => {
    if (folded.length > LONGEST_KEPT) return read(folded, original);
    let mentions = kept.get(original);
    if (mentions === undefined) kept.set(ownText(original), (mentions = read(folded, original)));
    return mentions;
  };
}

// By their start, longer first.
const inOrder = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end;

/** What knows all names, how they are written, and where they stand in a text. */
interface AllNames extends Forms, Pick<Gazetteer, 'mentions' | 'written'> {}

// To look for so many names one by one takes longer than to read all.
const MANY_NAMES = 12;

/**
 * Makes what finds in a folded text those of `mentions` that are of some names. Of few names their Chinese forms are looked for, and at
 * each place whether they are part of a longer name; Latin ones only where a word begins one of them.
 */
function createFinder(
  wanted: readonly Entry[],
  { mentions, written, cjk, latin, nameOf }: AllNames,
): (folded: string, original: string) => readonly Mention[] {
  const ids = new Set(wanted.map(({ id }) => id));
  if (ids.size > MANY_NAMES)
    return (folded, original) => mentions(folded, original).filter(({ name }) => ids.has(name.id));
  const stems = new Set(
    wanted.flatMap((name) => written(name).flatMap((form) => wordsIn(foldScript(form))[0]?.stem ?? [])),
  );
  const around = { stems, beginnings: beginningsOf(stems) };
  const forms = Array.from(ids, (id) => cjk.of(id).map((form) => ({ form, name: nameOf(id) }))).flat();
  return (folded, original) => {
    const found: Mention[] = [];
    for (const { form, name } of forms)
      for (let start = folded.indexOf(form); start >= 0; start = folded.indexOf(form, start + 1))
        found.push({ name, start, end: start + form.length });
    latinMentions(folded, original, {
      forms: latin,
      around,
      found: (id, start, end) => void found.push({ name: nameOf(id), start, end }),
    });
    found.sort(inOrder);
    return outermostOfKind(found).filter(
      (mention) => ids.has(mention.name.id) && !isWithinChinese(mention, folded, { cjk, nameOf }),
    );
  };
}

// Whether a mention stands within a longer Chinese name of its kind.
function isWithinChinese(
  { name, start, end }: Mention,
  folded: string,
  { cjk, nameOf }: Pick<AllNames, 'cjk' | 'nameOf'>,
): boolean {
  let isWithin = false;
  const check = (id: number, at: number, until: number): void => {
    isWithin ||= until >= end && until - at > end - start && nameOf(id).kind === name.kind;
  };
  cjk.each(folded, check, { start: Math.max(0, start + 1 - cjk.longest()), end: start + 1 });
  return isWithin;
}

const textOf = (files: readonly NameFile[]): string => files.map(({ text }) => text).join('\n');

const isNames = (file: NameFile): file is NameFile & { kind: EntryKind } =>
  file.kind !== 'glossary' && file.kind !== 'dialect' && file.kind !== 'affiliations';

interface LatinSearch {
  readonly forms: StemIndex<LatinName>;
  readonly found: (id: number, start: number, end: number) => void;
  /** Where not all names are looked for, the stems that those begin with: they are found, and what encloses them. */
  readonly around?: SoughtStems;
}

function latinMentions(folded: string, original: string, { forms, found, around }: LatinSearch): void {
  const words = around === undefined ? wordsIn(folded) : wordsAround(folded, around, forms.mostWords());
  if (words.length === 0 || !/[a-z]/.test(folded)) return;
  words.forEach(({ stem, start }, i) => {
    for (const { stems, value } of forms.startingWith(stem)) {
      const { id, capitals } = value;
      if (capitals !== null && original.slice(start, start + capitals.length) !== capitals) continue;
      const last = words[i + stems.length - 1];
      if (last === undefined || !stems.every((stem, k) => words[i + k]?.stem === stem)) continue;
      const parts = words.slice(i, i + stems.length);
      if (parts.every(({ start: at }, k) => k === 0 || isGap(folded.slice(parts[k - 1]?.end, at))))
        found(id, start, last.end);
    }
  });
}

// In UTF-16 units: a full stop and a space, a dash between spaces.
const LONGEST_GAP = 3;

// What may stand between two words of a name: in a Chinese text the next Latin word may be far away, as in 「FCC 於 2018 年在 Hong Kong」.
const isGap = (between: string): boolean => between.length <= LONGEST_GAP && !hasHan(between);

// `mentions` are in order of start, longer first, so that whatever encloses a mention stands before it.
function outermostOfKind(mentions: readonly Mention[]): Mention[] {
  const ends = new Map<EntryKind, number>();
  return mentions.filter(({ name, start, end }) => {
    const enclosing = ends.get(name.kind) ?? -1;
    if (end <= enclosing && start < enclosing) return false;
    ends.set(name.kind, Math.max(enclosing, end));
    return true;
  });
}

/** The longest mentions that do not overlap, from left to right. */
export function longestMentions(mentions: readonly Mention[]): Mention[] {
  const chosen: Mention[] = [];
  const byLength = [...mentions].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const mention of byLength) {
    if (chosen.every((other) => mention.end <= other.start || mention.start >= other.end)) chosen.push(mention);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** A turn of phrase in a folded text, and the folded forms in which a report would put it. */
export interface DialectPhrase {
  readonly start: number;
  readonly end: number;
  readonly forms: readonly string[];
}

/** Reads lines such as `傾咗, 傾偈 => 會談, 通話`; of phrases that begin at one place the longest counts. */
function createDialect(text: string): (folded: string) => readonly DialectPhrase[] {
  // By the UTF-16 unit that they begin with.
  let phrases: ReadonlyMap<number, readonly Phrase[]> | null = null;
  return (folded) => {
    phrases ??= byBeginning(readPhrases(text));
    const found: DialectPhrase[] = [];
    for (let i = 0; i < folded.length;) {
      const match = phrases.get(folded.charCodeAt(i))?.find(([phrase]) => folded.startsWith(phrase, i));
      if (match !== undefined) found.push({ start: i, end: i + match[0].length, forms: match[1] });
      i += match?.[0].length ?? 1;
    }
    return found;
  };
}

type Phrase = readonly [phrase: string, forms: readonly string[]];

function byBeginning(phrases: readonly Phrase[]): ReadonlyMap<number, readonly Phrase[]> {
  const groups = new Map<number, Phrase[]>();
  for (const one of phrases) {
    const unit = one[0].charCodeAt(0);
    const own = groups.get(unit);
    if (own === undefined) groups.set(unit, [one]);
    else own.push(one);
  }
  return groups;
}

function readPhrases(text: string): Phrase[] {
  const items = (side: string): string[] =>
    side
      .split(',')
      .map((item) => foldScript(item.trim()))
      .filter((item) => item !== '');
  return text
    .split('\n')
    .flatMap((line) => {
      const [phrases = '', forms] = (line.split('#')[0] ?? '').split('=>');
      return forms === undefined ? [] : items(phrases).map((phrase) => [phrase, items(forms)] as const);
    })
    .sort(([a], [b]) => b.length - a.length);
}
