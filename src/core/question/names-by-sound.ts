import type { PassageIndex } from '../index/passage-index.ts';
import { indexedBigrams, isCommonStem, bigramsIn } from '../index/terms.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { isWithin, type Span } from '../model/span.ts';
import { crossDictionary, merged, type Translation } from '../names/cross-dictionary.ts';
import { isSurname } from '../names/pinyin.ts';
import { chineseBySound, isBySound, soundSkeleton, soundsLike } from '../names/transliteration.ts';
import { stemOf } from '../text/script.ts';
import { langWords } from '../text/lang-data.ts';
import { numeralsWith } from '../text/numbers.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { partsIn, wordsIn } from './chinese-words.ts';

// What is no likelier than this is written alike by chance; from `SURE` up it is meant.
const LEAST_LIKENESS = 5;
const SURE = 12;
// Of a longer name more is alike by chance.
const leastOf = (length: number): number => LEAST_LIKENESS + 1.2 * (Math.min(4, length) - 2);
const MOST_FORMS = 12;
const weightOf = (likeness: number): number =>
  Math.min(1, 0.4 + (0.6 * (likeness - LEAST_LIKENESS)) / (SURE - LEAST_LIKENESS));

// Schwartz has eight letters to a vowel; what has more nobody says, and nobody writes by its sound.
const LETTERS_TO_A_VOWEL = 8;
const isSaid = (letters: string): boolean =>
  letters.length <= LETTERS_TO_A_VOWEL * (letters.match(/[aeiouy]/g)?.length ?? 0);

const LATIN_NAME = /(?<![\p{L}\d'’])(\p{L}{4,14})(?:['’]s)?(?![\p{L}\d])/gu;

/**
 * Adds to a question in Latin letters, whose words have their Chinese forms already, how Chinese texts may write by their sound the
 * names that neither the gazetteer nor the dictionary has: Manning, 曼宁. Only what the texts may hold is added.
 */
export function withChineseSounds(
  terms: readonly QuestionTerm[],
  { text, folded }: ParsedQuestion,
  index: PassageIndex,
): QuestionTerm[] {
  const isBigram = bigramsIn(index);
  // Who writes no capitals at all writes none for names.
  const hasCapitals = /\p{Lu}/u.test(text);
  let all = [...terms];
  for (const { 0: written, 1: word = '', index: start } of text.matchAll(LATIN_NAME)) {
    const span = { start, end: start + written.length };
    const own = folded.slice(start, start + word.length);
    const mayBeName = hasCapitals ? start > 0 && /^\p{Lu}/u.test(word) : !isCommonStem(stemOf(own));
    if (
      !/^[a-z]+$/.test(own) ||
      !isSaid(own) ||
      !mayBeName ||
      isTaken(all, span) ||
      !isAlone(all, span) ||
      TITLES.has(own) ||
      isSurname(own)
    )
      continue;
    const known = all.flatMap((term) => (term.start === start && term.end <= span.end ? (term.across ?? []) : []));
    const isKnown = known.some(({ form, weight }) => weight > OF_ANOTHER && holds(index, form));
    if (isKnown && (!hasCapitals || [own, own.replace(/s$/, '')].some(crossDictionary().isGloss))) continue;
    const named = crossDictionary()
      .namesOf(own)
      .filter((form) => holds(index, form))
      .map((form) => ({ form, weight: 1 }));
    const across = chineseBySound(own, isBigram)
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .slice(0, MOST_FORMS)
      .map(({ name, likeness }) => ({ form: name, weight: weightOf(likeness) }));
    const more = isKnown ? known : [];
    if (named.length + across.length > 0)
      all = withSound(all, { ...span, key: stemOf(own) }, merged([named, across, more]));
  }
  return all;
}

const TITLES: ReadonlySet<string> = new Set(langWords('en/titles'));

// A form of another word with the same stem weighs no more.
const OF_ANOTHER = 0.5;

// Whether the texts may hold a Chinese form.
const holds = (index: PassageIndex, form: string): boolean => {
  const bigrams = indexedBigrams(form);
  return bigrams.length > 0 && bigrams.every((bigram) => index.frequency(bigram) > 0);
};

const SHORTEST_BY_SOUND = 2;
const LONGEST_NAME = 6;
// A character stands for so many letters at the most.
const LETTERS_OF_A_CHARACTER = 4;

/**
 * Adds to a question in Chinese how English texts may spell the foreign names that are written in it by their sound: 曼宁, Manning.
 */
export function withLatinSounds(parsed: ParsedQuestion, index: PassageIndex): ParsedQuestion {
  const spans = spansBySound(parsed);
  if (spans.length === 0) return parsed;
  const found = spans.map((span) => {
    const name = parsed.folded.slice(span.start, span.end);
    return { span, name, least: span.least, mayBe: soundSkeleton(name), words: new Map<string, number>() };
  });
  for (const [stem] of index.latinWords()) {
    if (typeof stem !== 'string' || stem.length < 3) continue;
    for (const word of unstemmed(stem))
      for (const { name, least, mayBe, words } of found) {
        if (word.length < name.length || word.length > name.length * LETTERS_OF_A_CHARACTER || !mayBe(word)) continue;
        const likeness = crossDictionary().namesOf(word).includes(name) ? SURE : soundsLike(name, word);
        if (likeness >= least && !crossDictionary().isGloss(word)) words.set(word, likeness);
      }
  }
  let { terms } = parsed;
  const byLikeness = found
    .map(({ span, words }) => ({ span, words, best: Math.max(0, ...words.values()) }))
    .filter(({ words }) => words.size > 0)
    .sort((a, b) => b.best - a.best);
  const taken: Span[] = [];
  for (const { span, words } of byLikeness) {
    if (taken.some(({ start, end }) => start < span.end && end > span.start)) continue;
    taken.push(span);
    const across = Array.from(words, ([form, likeness]) => ({ form, weight: weightOf(likeness) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_FORMS);
    const read = terms.filter(({ start, end }) => start === span.start && end === span.end);
    const own = read.flatMap((term) => term.across ?? []);
    const key = parsed.folded.slice(span.start, span.end);
    terms = withSound(terms, { ...span, key }, merged([own, across]));
  }
  return { ...parsed, terms };
}

// The words that a stem may be of, as far as names go: "man" of Manning, "priestlei" of Priestley.
const unstemmed = (stem: string): string[] => [
  stem,
  ...(/[^aeiou]$/.test(stem) ? [`${stem}e`] : []),
  ...(stem.length < SHORT && /[^aeiou]$/.test(stem) ? [`${stem}ing`] : []),
  ...(stem.length < SHORT && /(?:^|[^aeiou])[aeiou][bdglmnpt]$/.test(stem) ? [`${stem}${stem.slice(-1)}ing`] : []),
  ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
];
const SHORT = 6;

interface SoundSpan extends Span {
  /** What a word that it may spell is alike at the least. */
  readonly least: number;
}

// Runs of characters that foreign names are written with and that are no words: whole, and without the first or the last. A run that
// holds words, 弗雷 in 弗雷斯诺, has to be more alike.
function spansBySound({ folded, terms }: ParsedQuestion): SoundSpan[] {
  const words = wordsIn(folded, () => true);
  const parts = partsIn(folded).filter(
    (part) =>
      isWrittenBySound(folded.slice(part.start, part.end)) &&
      isOpen(terms, part) &&
      // 学家 of 气候学家 is no name.
      !words.some((word) => isWithin(part, word) && !isWrittenBySound(folded.slice(word.start, word.end))),
  );
  const isWord = ({ start, end }: Span): boolean =>
    end - start > 1 && crossDictionary().toEnglish(folded.slice(start, end)).length > 0;
  const isInWord = (part: Span): boolean => words.some((word) => word.end - word.start > 1 && isWithin(part, word));
  const runs = joined(parts.filter((part) => !isWord(part) && !isInWord(part))).flatMap(trimmed);
  const mixed = joined(parts)
    .flatMap(trimmed)
    .filter(
      (run) =>
        run.end - run.start > SHORTEST_BY_SOUND &&
        !isWord(run) &&
        !runs.some(({ start, end }) => start === run.start && end === run.end),
    );
  const withLeast = ({ start, end }: Span, more: number): SoundSpan => ({
    start,
    end,
    least: leastOf(end - start) + more,
  });
  return [...runs.map((run) => withLeast(run, 0)), ...mixed.map((run) => withLeast(run, MIXED))].filter(
    ({ start, end }) => end - start >= SHORTEST_BY_SOUND && end - start <= LONGEST_NAME,
  );
}

const isWrittenBySound = (text: string): boolean =>
  Array.from(text).every((character) => isBySound(character) && !NUMERAL.test(character));

const trimmed = ({ start, end }: Span): Span[] => [
  { start, end },
  { start: start + 1, end },
  { start, end: end - 1 },
];

const MIXED = 2;
const NUMERAL = new RegExp(`[${numeralsWith()}]`);

// Spans that follow upon each other as one.
const joined = (spans: readonly Span[]): Span[] =>
  spans.reduce<Span[]>((runs, span) => {
    const last = runs.at(-1);
    if (last?.end === span.start) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
    return runs;
  }, []);

const isTaken = (terms: readonly QuestionTerm[], { start, end }: Span): boolean =>
  terms.some(
    (term) =>
      ((term.name !== null && term.name.kind !== 'word') || term.number !== null) &&
      term.start < end &&
      term.end > start,
  );

// Whether a word is a term of its own, and belongs to no name of several words, or phrase, that has its Chinese forms.
const isAlone = (terms: readonly QuestionTerm[], span: Span): boolean => {
  const around = terms.filter(({ start, end }) => start <= span.start && end >= span.end);
  return (
    around.length > 0 &&
    around.every(
      ({ across, name, start, end }) =>
        (across === undefined && name === null) || end - start === span.end - span.start,
    )
  );
};

// Whether a part of a question belongs to no name or number. Two characters that may be read as a Chinese name may write a foreign one as
// well: 杜瓦, Du Wa or Dewar.
const isOpen = (terms: readonly QuestionTerm[], span: Span): boolean =>
  !isTaken(terms, span) &&
  !terms.some(
    ({ across, start, end }) =>
      across !== undefined && start < span.end && end > span.start && end - start > SHORTEST_BY_SOUND,
  );

function withSound(
  terms: readonly QuestionTerm[],
  { start, end, key }: Span & { readonly key: string },
  across: readonly Translation[],
): QuestionTerm[] {
  // A phrase that it is part of stays.
  const others = terms.filter((term) => term.start < start || term.end > end);
  const forms = across.map(({ form }) => (/^[a-z]/.test(form) ? stemOf(form) : form));
  const term: QuestionTerm = { kind: 'gloss', term: `=${key}`, start, end, name: null, number: null, forms, across };
  return [...others, term].sort((a, b) => a.start - b.start);
}
