import { bigramRecall } from '../index/bigram-recall.ts';
import type { Library } from '../index/library.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import {
  type Term,
  glossedPhrase,
  glossedStem,
  isIndexable,
  isLatin,
  termFrequency,
  termWeight,
} from '../index/terms.ts';
import type { SpeechAct } from '../model/statement.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { AskedParty } from '../question/speech-acts/statement.ts';
import { asksForWords } from '../question/frame.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { isPersonal } from '../statements/is-called.ts';
import { langTable } from '../text/lang-data.ts';
import { numbersIn } from '../text/numbers.ts';
import {
  type Beginnings,
  beginningsOf,
  bigramKey,
  bigramUnits,
  endOfStems,
  foldScript,
  isCjk,
  wordsBeginning,
} from '../text/script.ts';

/** One place where a text holds a term of the question. Offsets are into the text that was searched. */
export interface Match {
  /** The position in `question.terms`. */
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** A question made ready to be looked for in many texts. */
export interface Matcher {
  readonly question: ParsedQuestion;
  /** All matches in a text, in order of start. */
  matches(text: string, folded?: string): Match[];
}

/** The terms of a question by the way in which each is looked for. */
interface Sought {
  readonly bigrams: ReadonlyMap<number, number>;
  /** 1 for the lower bits of the characters that one of the bigrams begins with: nearly all others are told by it. */
  readonly opens: Uint8Array;
  /** Single characters, and Chinese forms of words. */
  readonly forms: readonly (readonly [form: string, term: number])[];
  readonly words: ReadonlyMap<string, number>;
  /** English forms as stems, by the first of them. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Of words and phrases. */
  readonly beginnings: Beginnings;
  /** By the ids of names. */
  readonly ids: ReadonlyMap<number, number>;
  /** Finds the mentions of those names. */
  readonly mentions: ReturnType<Gazetteer['mentionsOf']>;
  readonly numbers: readonly { readonly term: number; readonly value: number; readonly unit: string }[];
}

const LOW_BITS = 0x7ff;

type Phrase = readonly [stems: readonly string[], term: number];

/** Prepares a question's terms for matching. */
export function createMatcher(question: ParsedQuestion, names: Gazetteer): Matcher {
  const sought = soughtOf(question, names);
  return {
    question,
    matches: (text, folded = foldScript(text)) =>
      [
        ...bigramMatches(folded, sought),
        ...formMatches(folded, sought),
        ...wordMatches(folded, sought),
        ...nameMatches(text, folded, sought),
        ...numberMatches(folded, sought),
      ].sort((a, b) => a.start - b.start),
  };
}

function soughtOf({ terms }: ParsedQuestion, names: Gazetteer): Sought {
  const bigrams = new Map<number, number>();
  const words = new Map<string, number>();
  const singles: [string, number][] = [];
  const glosses: [string, number][] = [];
  const phrases = new Map<string, Phrase[]>();
  const ids = new Map<number, number>();
  const numbers: { term: number; value: number; unit: string }[] = [];
  const addForms = (forms: readonly string[], term: number): void => {
    for (const form of forms) {
      const stems = form.split(' ');
      const [first = ''] = stems;
      if (!isLatin(form)) glosses.push([form, term]);
      else phrases.set(first, [...(phrases.get(first) ?? []), [stems, term]]);
    }
  };
  terms.forEach((term, i) => {
    if (term.kind === 'gloss') {
      const phrase = glossedPhrase(term);
      addForms(phrase === null ? term.forms : [...term.forms, phrase], i);
      const stem = glossedStem(term);
      if (stem !== null) words.set(stem, i);
    } else if (term.name !== null) {
      // whoever is named in the question themselves keeps their own term
      addForms(term.forms, i);
      for (const { id } of term.affiliates ?? []) if (!ids.has(id)) ids.set(id, i);
      ids.set(term.name.id, i);
    } else if (term.number !== null) numbers.push({ term: i, ...term.number });
    else if (typeof term.term === 'number') bigrams.set(term.term, i);
    else if (isCjk(term.term.charCodeAt(0))) singles.push([term.term, i]);
    else words.set(term.term, i);
  });
  const opens = new Uint8Array(LOW_BITS + 1);
  for (const bigram of bigrams.keys()) opens[bigramUnits(bigram)[0] & LOW_BITS] = 1;
  const named = terms.flatMap(({ name, affiliates }) => affiliates ?? (name === null ? [] : [name]));
  return {
    bigrams,
    opens,
    forms: [...singles, ...glosses],
    words,
    phrases,
    beginnings: beginningsOf([...words.keys(), ...phrases.keys()]),
    ids,
    mentions: names.mentionsOf(named),
    numbers,
  };
}

function bigramMatches(folded: string, { bigrams, opens }: Sought): Match[] {
  const found: Match[] = [];
  if (bigrams.size === 0) return found;
  let second = folded.charCodeAt(0);
  for (let i = 0; i + 1 < folded.length; i++) {
    const first = second;
    second = folded.charCodeAt(i + 1);
    if (opens[first & LOW_BITS] === 0 || !isCjk(first) || !isCjk(second)) continue;
    const term = bigrams.get(bigramKey(first, second));
    if (term !== undefined) found.push({ term, start: i, end: i + 2 });
  }
  return found;
}

function formMatches(folded: string, { forms }: Sought): Match[] {
  const found: Match[] = [];
  for (const [form, term] of forms) {
    for (let i = folded.indexOf(form); i >= 0; i = folded.indexOf(form, i + 1)) {
      found.push({ term, start: i, end: i + form.length });
    }
  }
  return found;
}

function nameMatches(text: string, folded: string, { ids, mentions }: Sought): Match[] {
  if (ids.size === 0) return [];
  return mentions(folded, text).flatMap(({ name, start, end }) => {
    const term = ids.get(name.id);
    return term === undefined ? [] : [{ term, start, end }];
  });
}

function numberMatches(folded: string, { numbers }: Sought): Match[] {
  if (numbers.length === 0) return [];
  return numbersIn(folded).flatMap((number) =>
    numbers.flatMap(({ term, value, unit }) =>
      number.value !== value || (isHan(unit) && isHan(number.unit) && unit !== number.unit)
        ? []
        : [{ term, start: number.start, end: number.end }],
    ),
  );
}

function wordMatches(folded: string, { words, phrases, beginnings }: Sought): Match[] {
  if ((words.size === 0 && phrases.size === 0) || !/[a-z]/.test(folded)) return [];
  const found: Match[] = [];
  for (const { stem, start, end } of wordsBeginning(folded, beginnings)) {
    const term = words.get(stem);
    if (term !== undefined) found.push({ term, start, end });
    for (const [stems, owner] of phrases.get(stem) ?? []) {
      const until = endOfStems(folded, end, stems.slice(1));
      if (until !== null) found.push({ term: owner, start, end: until });
    }
  }
  return found;
}

// No unit, and the first letter of what an English text counts, are told from none.
const isHan = (unit: string): boolean => unit !== '' && !/[a-z]/.test(unit);

const UNITS = langTable('zh/calendar-units');

/**
 * Marks in `held` the question's numbers that the day of publication, `YYYY-MM-DD`, has: 「2023年10月」 is seldom said again in a report
 * of that month. `held` is parallel to the question's terms.
 */
export function markPublication(
  { parsed }: { readonly parsed: Pick<ParsedQuestion, 'terms'> },
  date: string | null,
  held: Uint8Array,
): void {
  if (parsed.terms.every(({ number }) => number === null)) return;
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const published = new Map([
    ['year', year],
    ['month', month],
    ['day', day],
  ]);
  parsed.terms.forEach(({ number }, t) => {
    if (number !== null && published.get(UNITS.get(number.unit) ?? '') === number.value) held[t] = 1;
  });
}

/** A question with what each of its terms tells. */
export interface WeightedQuestion {
  readonly parsed: ParsedQuestion;
  /** The act of speech that it asks for; null where it asks for none but saying. */
  readonly act: AskedAct | null;
  readonly matcher: Matcher;
  /** Parallel to `parsed.terms`; positive. */
  readonly weights: readonly number[];
  /** Parallel to `parsed.terms`: 1 for those that no article of the library holds. */
  readonly absent: Uint8Array;
  /** Parallel to `parsed.units`; positive. */
  readonly unitWeights: readonly number[];
  /** The runs of three and of four characters that its terms make: what two wordings of one thing have in common. */
  readonly trigrams: readonly string[];
  readonly fourgrams: readonly string[];
}

// What describes the answer, 哪個「平台」, need not stand beside it.
const FOCUS_WORD = 0.7;
// A subject word is more easily put otherwise than a name.
const SUBJECT_WORD = 0.7;

function expectedOf({ term, name, isFocus }: QuestionTerm): number {
  if (isFocus === true) return FOCUS_WORD;
  if (name !== null) return name.kind === 'word' ? SUBJECT_WORD : 1;
  return typeof term === 'number' ? bigramRecall(term) : 1;
}

// Bigrams with a function character are not indexed: that they have no postings says nothing.
const isUnindexed = (term: Term): boolean => typeof term === 'number' && !isIndexable(...bigramUnits(term));

/** Gives each term and character of a question its weight in this library. */
export function weighQuestion(parsed: ParsedQuestion, library: Library): WeightedQuestion {
  const weights = parsed.terms.map((term) => {
    const expected = expectedOf(term);
    const weight = Math.max(0.1, termWeight(library.index, term) * expected);
    // A name stands for as many bigrams as its first form has.
    return term.name === null ? weight : weight * Math.min(3, Math.max(1, (term.name.forms.at(-1)?.length ?? 2) - 1));
  });
  const inBigrams = new Map<number, number>();
  parsed.terms.forEach((term, t) => {
    if (term.kind !== 'bigram') return;
    for (let i = term.start; i < term.end; i++) {
      const unit = parsed.folded.charCodeAt(i);
      inBigrams.set(unit, Math.max(inBigrams.get(unit) ?? 0, weights[t] ?? 0));
    }
  });
  return {
    parsed,
    act: askedAct(parsed),
    matcher: createMatcher(parsed, library.names),
    weights,
    absent: Uint8Array.from(parsed.terms, (term) =>
      termFrequency(library.index, term) === 0 && !isUnindexed(term.term) ? 1 : 0,
    ),
    unitWeights: parsed.units.map((unit) => inBigrams.get(unit) ?? 1),
    trigrams: gramsOf(parsed, 3),
    fourgrams: gramsOf(parsed, 4),
  };
}

// The runs of `length` characters in which every two neighbours are a term or part of a name.
function gramsOf({ folded, terms }: ParsedQuestion, length: number): string[] {
  const joined = new Uint8Array(folded.length);
  for (const { start, end } of terms) joined.fill(1, start, end - 1);
  const grams = new Set<string>();
  for (let i = 0; i + length <= folded.length; i++) {
    if (joined.subarray(i, i + length - 1).every((both) => both === 1)) grams.add(folded.slice(i, i + length));
  }
  return [...grams];
}

/**
 * The weights of a question's terms, less the further they stand from the question word: what stands close to it says what is asked,
 * what stands far says what it is asked about. All 0 where there is no question word.
 */
export function weightsNearQuestionWord({ answerType, terms }: ParsedQuestion, weights: readonly number[]): number[] {
  if (answerType === null) return weights.map(() => 0);
  return terms.map((term, t) => {
    const distance = term.end <= answerType.start ? answerType.start - term.end : term.start - answerType.end;
    return (weights[t] ?? 0) * Math.exp(-Math.max(0, distance) / 4);
  });
}

/** An act of speech that a question asks for, whatever verb names it: what somebody demands, denies, promises …, and of whom. */
export interface AskedAct {
  readonly act: SpeechAct;
  readonly speaker: AskedParty;
  /** Whether `speaker` is somebody's name, and no description: 「七個傳媒組織」, "three special rapporteurs". */
  readonly isName: boolean;
  /** On whom it is laid; null where the question names nobody. */
  readonly addressee: AskedParty | null;
}

/**
 * The act that a question asks for; null where it asks for none but saying, or says itself what is demanded, denied ….
 * @internal Exported for its tests.
 */
export function askedAct({ text, frame }: Pick<ParsedQuestion, 'text' | 'frame'>): AskedAct | null {
  const { act, speaker, addressee, claim, wanted } = frame;
  if (act === null || act === 'say' || act === 'other' || speaker === null || claim !== null) return null;
  if (!asksForWords(wanted) && wanted !== 'manner') return null;
  return { act, speaker, isName: isNameOf(speaker, text), addressee };
}

/** The act that a question asks whether somebody does it: 「王毅有沒有譴責襲擊？」; null where it names none but saying. */
export function actWithin({ text, frame }: Pick<ParsedQuestion, 'text' | 'frame'>): AskedAct | null {
  const { act, speaker, addressee } = frame;
  if (act === null || act === 'say' || act === 'other' || speaker === null) return null;
  return { act, speaker, isName: isNameOf(speaker, text), addressee };
}

const isNameOf = ({ entry, name, end }: AskedParty, text: string): boolean =>
  (entry !== null && entry.kind !== 'word') || isPersonal(name) || /^\p{Lu}/u.test(lastWord(text.slice(0, end)));

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);
