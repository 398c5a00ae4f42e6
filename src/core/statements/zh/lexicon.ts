import type { SpeechAct } from '../../model/statement.ts';
import { foldScript, unitTable } from '../../text/script.ts';
import { langTable, langWords } from '../../text/lang-data.ts';

/** How much has to be known of who speaks before a verb counts: `data/lang/zh/speech-verbs.txt` says what each kind is. */
export type VerbKind = 'plain' | 'noun' | 'bare' | 'narrow' | 'quote' | 'report' | 'wish';

/** What a verb of speech does, and when it counts. */
export interface VerbEntry {
  readonly act: SpeechAct;
  readonly kind: VerbKind;
}

/** What is known of Chinese for reading who says what; all words are folded. */
export interface Lexicon {
  readonly verbs: ReadonlyMap<string, VerbEntry>;
  readonly verbWords: WordSet;
  readonly lookAlikes: WordSet;
  /** 1 for the UTF-16 units that a verb of speech, or what only looks like one, may begin with. */
  readonly mayBeginVerb: Uint8Array;
  /** 1 for those that what opens a source may begin with. */
  readonly mayBeginSource: Uint8Array;
  readonly noEventBefore: WordSet;
  readonly negations: WordSet;
  readonly eventNouns: WordSet;
  readonly pronouns: ReadonlyMap<string, string>;
  readonly pronounWords: WordSet;
  readonly offices: WordSet;
  readonly singleOffices: WordSet;
  readonly bodies: WordSet;
  readonly documents: WordSet;
  readonly outlets: WordSet;
  readonly adverbs: WordSet;
  readonly prepositions: ReadonlyMap<string, string>;
  readonly prepositionWords: WordSet;
  readonly localizers: WordSet;
  readonly occasions: WordSet;
  readonly openers: ReadonlyMap<string, string>;
  readonly openerWords: WordSet;
  readonly quantities: WordSet;
  readonly surnames: WordSet;
  readonly rareSurnames: WordSet;
  /** Surnames behind an office alone. */
  readonly officeSurnames: WordSet;
  readonly sounds: ReadonlySet<string>;
  readonly compounds: WordSet;
  readonly nonNames: WordSet;
  readonly noSubjectOpeners: WordSet;
  readonly nearWords: WordSet;
  readonly relations: WordSet;
  readonly verbOffices: WordSet;
  /** The last characters of callings; `named` where they make one only before a name. */
  readonly callingEndings: ReadonlyMap<string, string>;
  readonly turnLabels: ReadonlyMap<string, string>;
  readonly turnWords: WordSet;
  /** Whether the title is that of a statement which is given whole. */
  readonly isSignedTitle: (title: string) => boolean;
  readonly contrasts: WordSet;
  readonly clauseTimes: WordSet;
  readonly noEventAfter: WordSet;
  readonly timeClosers: WordSet;
  readonly wordsOf: WordSet;
  readonly breaks: WordSet;
  readonly doers: WordSet;
  readonly meetings: WordSet;
  readonly shortTitles: WordSet;
  readonly sourceOpeners: WordSet;
  readonly issuing: WordSet;
  readonly hedges: WordSet;
  readonly planVerbs: WordSet;
  readonly clauseCharacters: WordSet;
}

// Which list of `data/lang/zh` is which set of words.
const LISTS = {
  lookAlikes: 'speech-look-alikes',
  noEventBefore: 'no-event-before',
  negations: 'negations',
  eventNouns: 'event-nouns',
  offices: 'offices',
  singleOffices: 'single-offices',
  bodies: 'bodies',
  documents: 'documents',
  outlets: 'reporter-endings',
  adverbs: 'adverbs',
  localizers: 'localizers',
  occasions: 'occasions',
  quantities: 'quantities',
  surnames: 'surnames',
  rareSurnames: 'rare-surnames',
  officeSurnames: 'office-surnames',
  compounds: 'function-compounds',
  nonNames: 'non-names',
  noSubjectOpeners: 'no-subject-openers',
  nearWords: 'near-words',
  relations: 'relations',
  verbOffices: 'verb-offices',
  contrasts: 'contrasts',
  clauseTimes: 'clause-times',
  noEventAfter: 'no-event-after',
  timeClosers: 'time-closers',
  wordsOf: 'words-of',
  breaks: 'clause-breaks',
  doers: 'doers',
  meetings: 'meetings',
  shortTitles: 'short-titles',
  sourceOpeners: 'source-openers',
  issuing: 'issuing',
  hedges: 'hedges',
  planVerbs: 'plan-verbs',
  clauseCharacters: 'clause-characters',
} as const;

let known: Lexicon | null = null;

/** The lists of `data/lang/zh`, and what Cantonese adds: read when somebody first asks. */
export const lexicon = (): Lexicon => (known ??= readLexicon());

/** A verb of speech; offsets in UTF-16 units. */
export interface SpeechVerb {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly act: SpeechAct;
  readonly kind: VerbKind;
  /** The act did not take place. */
  readonly negated: boolean;
}

/** The verb of speech that begins at `at`, whatever stands around it; null where none does, or a word that only looks like one. */
export function verbAt(masked: string, at: number): SpeechVerb | null {
  const words = lexicon();
  const end = words.verbWords.endAt(masked, at);
  if (end < 0) return null;
  if (words.lookAlikes.endAt(masked, at) > end) return null;
  const word = masked.slice(at, end);
  const entry = words.verbs.get(word);
  if (entry === undefined) return null;
  return { start: at, end, word, act: entry.act, kind: entry.kind, negated: false };
}

function readLexicon(): Lexicon {
  const verbs = speechVerbs();
  const pronouns = new Map([...langTable('zh/speaker-pronouns'), ...langTable('yue/speaker-pronouns')]);
  const prepositions = langTable('zh/prepositions');
  const openers = langTable('zh/openers');
  const turnLabels = langTable('zh/turn-labels');
  const words = Object.entries(LISTS).map(([set, list]) => [set, langWords(`zh/${list}`)]);
  const sets = wordSets({
    ...(Object.fromEntries(words) as Record<keyof typeof LISTS, readonly string[]>),
    verbWords: verbs.keys(),
    pronounWords: pronouns.keys(),
    prepositionWords: prepositions.keys(),
    openerWords: openers.keys(),
    turnWords: turnLabels.keys(),
  });
  return {
    ...sets,
    turnLabels,
    isSignedTitle: holdsOneOf(langWords('zh/signed-titles')),
    mayBeginVerb: unitTable([...verbs.keys(), ...langWords(`zh/${LISTS.lookAlikes}`)]),
    mayBeginSource: unitTable(langWords(`zh/${LISTS.sourceOpeners}`)),
    verbs,
    pronouns,
    prepositions,
    openers,
    callingEndings: langTable('zh/calling-endings'),
    sounds: new Set(langWords('zh/transliteration')),
  };
}

function speechVerbs(): ReadonlyMap<string, VerbEntry> {
  const verbs = new Map<string, VerbEntry>();
  for (const [word, value] of [...langTable('zh/speech-verbs'), ...langTable('yue/speech-verbs')]) {
    const [act = 'say', kind = 'plain'] = value.split(',').map((part) => part.trim());
    verbs.set(word, { act: act as SpeechAct, kind: kind as VerbKind });
  }
  return verbs;
}

const holdsOneOf =
  (words: readonly string[]) =>
  (title: string): boolean => {
    const folded = foldScript(title);
    return words.some((word) => folded.includes(word));
  };

/** Words that are looked for at a place of a text; the longest counts. */
export interface WordSet {
  /** Where the longest word ends that begins at `at`; -1 where none does. */
  readonly endAt: (text: string, at: number) => number;
  /** Where the longest word begins that ends at `at`; -1 where none does. */
  readonly startBefore: (text: string, at: number) => number;
  readonly has: (word: string) => boolean;
}

/**
 * Makes sets of words that are looked for in the same texts: one walk through a tree of all words finds, for a place, the longest
 * of each set. What was found is kept for the text that was asked about last, since reading comes to a place many times.
 */
function wordSets<Name extends string>(lists: Readonly<Record<Name, Iterable<string>>>): Record<Name, WordSet> {
  const names = Object.keys(lists) as Name[];
  const all = names.map((name) => new Set<string>(lists[name]));
  const found = createFound(createTree(all), names.length);
  const sets = names.map((name, set): [Name, WordSet] => {
    const words = all[set] as ReadonlySet<string>;
    const byLast = groupedByLast(words);
    const startBefore = (text: string, at: number): number => {
      const group = byLast.get(text.charCodeAt(at - 1));
      if (group === undefined) return -1;
      for (const word of group)
        if (word.length <= at && text.startsWith(word, at - word.length)) return at - word.length;
      return -1;
    };
    return [name, { endAt: (text, at) => found(text, at, set), startBefore, has: (word) => words.has(word) }];
  });
  return Object.fromEntries(sets) as Record<Name, WordSet>;
}

// A tree of words as numbers: the root is node 0, and no child has that number.
interface Tree {
  /** The node that a UTF-16 unit leads to from the root; 0 where none. */
  readonly first: Int32Array;
  /** The node that a UTF-16 unit leads to from another node; 0 where none. */
  readonly next: (node: number, unit: number) => number;
  /** The sets of which a word ends at a node. */
  readonly sets: readonly (readonly number[])[];
}

// A hash table with open addressing, at most half full, so that most look-ups take one step: a Map for each node takes three times
// as long.
function createTree(lists: readonly ReadonlySet<string>[]): Tree {
  const first = new Int32Array(0x1_0000);
  const bits = 32 - Math.clz32(2 * lists.reduce((sum, words) => sum + lengthOf(words), 1));
  const last = (1 << bits) - 1;
  // The parent and unit of a slot, and the child that they lead to.
  const parents = new Int32Array(last + 1);
  const units = new Uint16Array(last + 1);
  const children = new Int32Array(last + 1);
  const sets: number[][] = [[]];
  // Either the slot of a child or the empty one where it belongs.
  const slotOf = (node: number, unit: number): number => {
    let slot = Math.imul((node << 16) ^ unit, 0x9e3779b1) >>> (32 - bits);
    while (children[slot] !== 0 && (parents[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & last;
    return slot;
  };
  const add = (node: number, unit: number): number => {
    if (node === 0) return (first[unit] ||= sets.push([]) - 1);
    const slot = slotOf(node, unit);
    parents[slot] = node;
    units[slot] = unit;
    return (children[slot] ||= sets.push([]) - 1);
  };
  lists.forEach((words, set) => {
    for (const word of words) {
      let node = 0;
      for (let i = 0; i < word.length; i++) node = add(node, word.charCodeAt(i));
      sets[node]?.push(set);
    }
  });
  return { first, next: (node, unit) => children[slotOf(node, unit)] ?? 0, sets };
}

function lengthOf(words: ReadonlySet<string>): number {
  let length = 0;
  for (const word of words) length += word.length;
  return length;
}

// The lengths of the longest words of each set at each place of the last text, as far as somebody asked.
function createFound({ first, next, sets }: Tree, width: number): (text: string, at: number, set: number) => number {
  let known = '';
  let lengths = new Uint8Array(0);
  let seen = new Uint8Array(0);
  const start = (text: string): void => {
    known = text;
    if (seen.length < text.length) {
      seen = new Uint8Array(text.length);
      lengths = new Uint8Array(text.length * width);
    } else {
      seen.fill(0, 0, text.length);
      lengths.fill(0, 0, text.length * width);
    }
  };
  const walk = (at: number): void => {
    let node = first[known.charCodeAt(at)] ?? 0;
    // 1: no word begins here.
    seen[at] = node === 0 ? 1 : 2;
    for (let i = at + 1; node !== 0; i++) {
      const own = sets[node] as readonly number[];
      for (let k = 0; k < own.length; k++) lengths[at * width + (own[k] as number)] = i - at;
      node = i < known.length ? next(node, known.charCodeAt(i)) : 0;
    }
  };
  return (text, at, set) => {
    if (text !== known) start(text);
    if (at < 0 || at >= text.length) return -1;
    if (seen[at] === 0) walk(at);
    if (seen[at] === 1) return -1;
    const length = lengths[at * width + set] ?? 0;
    return length === 0 ? -1 : at + length;
  };
}

// Longest first, by the last UTF-16 unit.
function groupedByLast(words: ReadonlySet<string>): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const key = word.charCodeAt(word.length - 1);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [word]);
    else group.push(word);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}
