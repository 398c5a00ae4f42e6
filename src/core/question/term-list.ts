import { bigramKey, isCjk } from '../text/characters.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import type { Entry, Gazetteer, Mention } from '../names/gazetteer.ts';
import { nameTerm, numberTerm, type Term } from '../names/terms.ts';
import type { Span } from '../model/span.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { latinWords, numbersOf } from './tokens.ts';

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
  readonly mentions: readonly Mention[];
  /** What describes what is wanted: its noun, the verb of its act. */
  readonly describing: readonly Span[];
  /** Names that no data file has, taken whole. */
  readonly unknownNames: readonly Span[];
  /** For the name of who is asked for a statement: all who speak for them. */
  readonly membersOf: (name: Entry) => readonly Entry[];
}

/** The terms of a question and the distinct CJK characters of those that are bigrams. */
export function termsOf(
  source: TermSource,
  names: Gazetteer,
): { readonly terms: readonly QuestionTerm[]; readonly units: readonly number[] } {
  const list = createTermList(source.folded.length);
  addNames(list, source);
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

function addNames(list: TermList, { folded, mentions, unknownNames, membersOf }: TermSource): void {
  for (const { name, start, end } of mentions) {
    const titled = name.kind === 'person' ? (TITLE.exec(folded.slice(0, start))?.[0].length ?? 0) : 0;
    list.take({ start: start - titled, end });
    const members = membersOf(name);
    list.add({
      kind: 'name',
      term: nameTerm(name.id),
      start,
      end,
      name,
      ...(members.length > 1 ? { members } : {}),
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
    if (list.taken.subarray(start, end).includes(1) || (cue !== null && start < cue.end && end > cue.start)) continue;
    list.take({ start, end });
    list.add({ kind: 'gloss', term: `=${folded.slice(start, end)}`, start, end, forms });
  }
}

function addNumbers(list: TermList, kept: string): void {
  for (const { start, end, value, unit } of numbersOf(kept)) {
    if (list.isTaken(start)) continue;
    if (unit !== '' && kept.charAt(end) === unit) list.take({ start: end, end: end + 1 });
    list.add({ kind: 'number', term: numberTerm(value, unit), start, end, number: { value, unit } });
  }
}

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
      list.add({ kind: 'pair', term: bigramKey(unit, kept.charCodeAt(i + 1)), start: i, end: i + 2 });
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
