import type { QuestionTerm } from '../index/question-term.ts';
import type { Span } from '../model/span.ts';
import type { Entry, Gazetteer, Mention } from '../names/gazetteer.ts';
import { type Term, nameTerm, numberTerm } from '../index/terms.ts';
import { WORD, bigramKey, hasHan, isCjk, stemOf } from '../text/script.ts';
import { isDateOrShare } from '../text/english-numbers.ts';
import { segmentsOf } from '../text/sentences.ts';
import { anyOf, langTable, langWords } from '../text/lang-data.ts';
import { numbersIn } from '../text/numbers.ts';
import { variantsOf } from './english-variants.ts';

/** The terms of a question while they are read: each kind takes its characters, so that no other is made of them. */
interface TermList {
  /** Adds a term that is not there yet. */
  readonly add: (term: Pick<QuestionTerm, 'kind' | 'term' | 'start' | 'end'> & Partial<QuestionTerm>) => void;
  /** Says whether a character belongs to a term. */
  readonly isTaken: (at: number) => boolean;
  readonly take: (span: Span) => void;
  readonly taken: Uint8Array;
  /** In order of their place; those within a span describe what is wanted. */
  readonly sorted: (describing: readonly Span[]) => QuestionTerm[];
}

function createTermList(length: number): TermList {
  const terms: QuestionTerm[] = [];
  const seen = new Set<Term>();
  const taken = new Uint8Array(length);
  return {
    add: (term) => {
      if (seen.has(term.term)) return;
      seen.add(term.term);
      terms.push({ name: null, forms: [], number: null, ...term });
    },
    isTaken: (at) => taken[at] === 1,
    take: ({ start, end }) => void taken.fill(1, start, end),
    taken,
    sorted: (describing) => {
      terms.sort((a, b) => a.start - b.start || a.end - b.end);
      return terms.map((term) => withFocus(term, describing));
    },
  };
}

interface TermSource {
  readonly text: string;
  readonly folded: string;
  /** The folded question with what frames it blanked. */
  readonly kept: string;
  /** Where the question word stands; null where there is none. */
  readonly cue: Span | null;
  /** The verbs of an act that reports put in words of their own, blanked in `kept`. */
  readonly unsaid: readonly Span[];
  readonly mentions: readonly Mention[];
  /** What describes what is wanted: its noun, the verb of its act. */
  readonly describing: readonly Span[];
  /** Names that no data file has, taken whole. */
  readonly unknownNames: readonly Span[];
  /** For the name of who is asked for a statement: all who speak for them. */
  readonly affiliatesOf: (name: Entry) => readonly Entry[];
}

/** The terms of a question and the distinct CJK characters of those that are bigrams. */
export function termsOf(
  source: TermSource,
  names: Gazetteer,
): { readonly terms: readonly QuestionTerm[]; readonly units: readonly number[] } {
  const list = createTermList(source.folded.length);
  addNames(list, source);
  for (const verb of source.unsaid) list.take(verb);
  addDialect(list, source, names);
  addNumbers(list, source.kept);
  const units = addCharacters(list, source.kept);
  addLatin(list, source, names);
  return {
    terms: list.sorted(source.describing),
    units,
  };
}

const withFocus = (term: QuestionTerm, describing: readonly Span[]): QuestionTerm =>
  describing.some(({ start, end }) => term.start >= start && term.end <= end) ? { ...term, isFocus: true } : term;

// Secretary Blinken is Blinken: reports name offices in other words.
const TITLE = new RegExp(String.raw`\b(?:${anyOf(langWords('en/titles'))})\.? $`);

function addNames(list: TermList, { folded, mentions, unknownNames, affiliatesOf }: TermSource): void {
  for (const { name, start, end } of mentions) {
    const titled = name.kind === 'person' ? (TITLE.exec(folded.slice(0, start))?.[0].length ?? 0) : 0;
    list.take({ start: start - titled, end });
    const affiliates = affiliatesOf(name);
    list.add({
      kind: 'name',
      term: nameTerm(name.id),
      start,
      end,
      name,
      ...(affiliates.length > 1 ? { affiliates } : {}),
    });
  }
  // A name is found whole or not at all: 陳大 of another 陳大某 says nothing.
  for (const { start, end } of unknownNames) {
    list.take({ start, end });
    const form = folded.slice(start, end);
    list.add({ kind: 'gloss', term: `=${form}`, start, end, forms: [form] });
  }
}

// Phrases of a dialect are looked for before their particles are blanked; one inside a name or the question word is none.
function addDialect(list: TermList, { folded, cue }: TermSource, names: Gazetteer): void {
  for (const { start, end, forms } of names.dialect(folded)) {
    if (end - start === 1 && isInsideWord(folded, start)) continue;
    if (list.taken.subarray(start, end).includes(1) || (cue !== null && start < cue.end && end > cue.start)) continue;
    list.take({ start, end });
    list.add({ kind: 'gloss', term: `=${folded.slice(start, end)}`, start, end, forms });
  }
}

// 爆 says "reveal" in 爆咗, and nothing in 爆发.
const isInsideWord = (folded: string, at: number): boolean =>
  (segmentsOf(folded).containing(at)?.segment.length ?? 0) > 1;

function addNumbers(list: TermList, kept: string): void {
  for (const { start, end, value, unit } of numbersIn(kept)) {
    if (list.isTaken(start)) continue;
    if (unit !== '' && kept.charAt(end) === unit) list.take({ start: end, end: end + 1 });
    const number = { value, unit: /[a-z]/.test(unit) ? '' : unit };
    list.add({ kind: 'number', term: soughtNumber(number, !hasHan(kept)), start, end, number });
  }
}

// What English texts count by a unit they count by other words as well: 500 people, 500 men. Dates and percentages have no other.
const soughtNumber = ({ value, unit }: { readonly value: number; readonly unit: string }, isEnglish: boolean): Term =>
  numberTerm(value, !isEnglish || isDateOrShare(unit) ? unit : '');

const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(langWords('zh/function-characters'));

// Bigrams, and characters that stand alone: 岁, or a question of one character. Gives the characters of them all.
function addCharacters(list: TermList, kept: string): number[] {
  const units = new Set<number>();
  const isOpen = (at: number): boolean => isCjk(kept.charCodeAt(at)) && !list.isTaken(at);
  for (let i = 0; i < kept.length; i++) {
    if (!isOpen(i)) continue;
    const unit = kept.charCodeAt(i);
    units.add(unit);
    if (isOpen(i + 1)) {
      list.add({ kind: 'bigram', term: bigramKey(unit, kept.charCodeAt(i + 1)), start: i, end: i + 2 });
    } else if (!isOpen(i - 1) && !FUNCTION_CHARACTERS.has(kept.charAt(i))) {
      list.add({ kind: 'word', term: kept.charAt(i), start: i, end: i + 1 });
    }
  }
  return [...units];
}

function addLatin(list: TermList, { kept, text }: TermSource, names: Gazetteer): void {
  for (const { stem, start, end, forms } of latinWords(kept, { taken: list.taken, original: text, names })) {
    const kind = forms === null ? 'word' : 'gloss';
    list.add({ kind, term: forms === null ? stem : `=${stem}`, start, end, forms: forms ?? [] });
  }
}

const ENGLISH_MONTHS = langTable('en/months');

/** A word of a question in Latin letters that is worth looking for; offsets are into the question. */
export interface LatinWord {
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Its other stems, and what the glossary gives for it or for the phrase that begins with it. */
  readonly forms: readonly string[] | null;
}

const STOP_WORDS: ReadonlySet<string> = new Set(langWords('en/stop-words'));
const LONGEST_PHRASE = 3;

/**
 * The Latin words of a folded question that are not taken by names and do not only make up the question; a phrase that the glossary
 * knows is one. `original` is the question before folding: RFA is a word, at is none.
 */
function latinWords(
  kept: string,
  { taken, original, names }: { readonly taken: Uint8Array; readonly original: string; readonly names: Gazetteer },
): LatinWord[] {
  const all = [...kept.matchAll(WORD)].map((match) => ({
    word: match[0],
    stem: stemOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words: LatinWord[] = [];
  for (let i = 0; i < all.length; i++) {
    const phrase = phraseAt(all, i, { taken, names });
    const { word, stem, start, end } = all[i] as (typeof all)[number];
    if (phrase !== null) {
      words.push({ stem: phrase.stem, start, end: phrase.end, forms: phrase.forms });
      i += phrase.length - 1;
      continue;
    }
    if (taken[start] === 1 || /^\d/.test(word)) continue;
    const inCapitals = /^[A-Z]{2,}$/.test(original.slice(start, end));
    if (word.length < 2 || (STOP_WORDS.has(word) && !inCapitals)) continue;
    if (ENGLISH_MONTHS.has(word)) continue;
    const forms = [...variantsOf(word), ...(names.gloss([stem]) ?? [])];
    words.push({ stem, start, end, forms: forms.length === 0 ? null : forms });
  }
  return words;
}

// The longest phrase of two or more words that the glossary knows: abide by, take part in.
function phraseAt(
  words: readonly { readonly word: string; readonly stem: string; readonly start: number; readonly end: number }[],
  at: number,
  { taken, names }: { readonly taken: Uint8Array; readonly names: Gazetteer },
): { stem: string; end: number; length: number; forms: readonly string[] } | null {
  for (let length = LONGEST_PHRASE; length > 1; length--) {
    const part = words.slice(at, at + length);
    if (part.length < length || part.some(({ start }) => taken[start] === 1)) continue;
    const stems = part.map(({ stem }) => stem);
    const forms = names.gloss(stems);
    if (forms === null) continue;
    // English texts have its words in other forms and with other prepositions: named after, named for.
    const telling = part.filter(({ word }) => !STOP_WORDS.has(word)).map(({ stem }) => stem);
    const stem = (telling.length === 0 ? stems : telling).join(' ');
    return { stem, end: part.at(-1)?.end ?? 0, length, forms };
  }
  return null;
}
