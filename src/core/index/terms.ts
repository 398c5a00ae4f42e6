import { LRUCache } from 'lru-cache';
import type { Entry, Gazetteer } from '../names/gazetteer.ts';
import { bigramKey, bigramUnits, foldScript, isCjk, unitTable, wordsIn } from '../text/script.ts';
import { langWords } from '../text/lang-data.ts';
import { numbersIn } from '../text/numbers.ts';
import { COMMON_BIGRAMS, RARE_SHARE } from './background.generated.ts';
import { COMMON_STEMS } from './english-background.generated.ts';
import type { PassageIndex, Term } from './passage-index.ts';
import type { QuestionTerm } from './question-term.ts';

export type { Term };

export const nameTerm = (id: number): Term => `@${id}`;
export const numberTerm = (value: number, unit = ''): Term => `#${value}${unit}`;

// Bigrams with one of these say nothing that their other character does not say in its other bigram. They are left out of
// the index, and so of memory; the ranking, which reads the passages themselves, sees them all the same.
// Tables: a Set takes several times as long, and each character of an archive is looked up.
const STOP_CHARACTERS = unitTable(langWords('zh/stop-characters'));

// 于文: at the beginning of a clause it may be somebody's name, and is indexed.
const STOP_SURNAMES = unitTable(
  langWords('zh/surnames').filter((name) => name.length === 1 && STOP_CHARACTERS[name.charCodeAt(0)] === 1),
);

/** Whether a bigram of CJK units is indexed wherever it stands. */
export const isIndexable = (first: number, second: number): boolean =>
  isCjk(first) && isCjk(second) && STOP_CHARACTERS[first] === 0 && STOP_CHARACTERS[second] === 0;

/** Calls `emit` for every term of a text, as it is written, once for each occurrence. */
export function eachTerm(original: string, names: Gazetteer, emit: (term: Term) => void): void {
  const folded = foldScript(original);
  let latin = false;
  let digits = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (!isCjk(unit)) {
      if (unit >= 0x30 && unit <= 0x39) digits = true;
      else if ((unit >= 0x61 && unit <= 0x7a) || unit > 0xa0) latin = true;
      continue;
    }
    const next = folded.charCodeAt(i + 1);
    const mayBeName = STOP_SURNAMES[unit] === 1 && !isCjk(folded.charCodeAt(i - 1)) && isCjk(next);
    if (mayBeName || isIndexable(unit, next)) emit(bigramKey(unit, next));
    // A character at the end of its run starts no bigram; alone, it is what a one-character question finds.
    else if (!isCjk(next) && STOP_CHARACTERS[unit] === 0) emit(folded.charAt(i));
  }
  if (latin || digits) for (const { stem } of wordsIn(folded)) emit(stem);
  for (const number of numbersIn(folded)) {
    emit(numberTerm(number.value));
    if (number.unit !== '') emit(numberTerm(number.value, number.unit));
  }
  for (const mention of names.mentions(folded, original)) emit(nameTerm(mention.name.id));
}

// A corpus counts as much as this many passages of Chinese text at large: five reports say little about how common a word
// is, five thousand say all.
const BACKGROUND_PASSAGES = 40;

// Searched as they are: a table of the 22,000 bigrams takes 6 ms to make, and a question has thirty, each found in 10 µs and
// remembered.
const SHARES_KEPT = 50_000;
const shares = new LRUCache<number, number>({ max: SHARES_KEPT });

function backgroundShare(bigram: number): number {
  let share = shares.get(bigram);
  if (share === undefined) {
    const units = String.fromCharCode(...bigramUnits(bigram));
    const level = COMMON_BIGRAMS.findIndex((bigrams) => listsBigram(bigrams, units));
    share = level === -1 ? RARE_SHARE / 6 : 2 ** (-(level + 0.5) / 2);
    shares.set(bigram, share);
  }
  return share;
}

let commonStems: ReadonlyMap<string, number> | null = null;

const stemShares = (): ReadonlyMap<string, number> =>
  (commonStems ??= new Map(
    COMMON_STEMS.flatMap((stems, level) => stems.split(' ').map((one) => [one, 2 ** (-(level + 0.5) / 2)] as const)),
  ));

/** In what share of English passages at large a stem stands; of a word that is no common one, as much as of a rare bigram. */
const stemShare = (stem: string): number => stemShares().get(stem) ?? RARE_SHARE;

/** Whether the stem of an English word is one of those that stand in most texts. */
export const isCommonStem = (stem: string): boolean => stemShares().has(stem);

// Bigrams stand at even places.
function listsBigram(bigrams: string, units: string): boolean {
  let at = bigrams.indexOf(units);
  while (at % 2 === 1) at = bigrams.indexOf(units, at + 1);
  return at !== -1;
}

const bigramsOf = (form: string): number[] => {
  const bigrams: number[] = [];
  for (let i = 0; i + 1 < form.length; i++) {
    const [first, second] = [form.charCodeAt(i), form.charCodeAt(i + 1)];
    if (isCjk(first) && isCjk(second)) bigrams.push(bigramKey(first, second));
  }
  return bigrams;
};

// A form is as common as its rarest bigram.
const formShare = (form: string): number =>
  isLatin(form) ? RARE_SHARE : Math.min(1, ...bigramsOf(form).map(backgroundShare));
const nameShare = (name: Entry): number => {
  const share = formShare(name.forms.at(-1) ?? '');
  return share === 1 ? RARE_SHARE / 6 : share;
};

/** The stem of a glossed English word, which English texts are searched for; null for a phrase, and for any other term. */
export const glossedStem = ({ kind, term }: QuestionTerm): string | null =>
  kind === 'gloss' && typeof term === 'string' && !term.includes(' ') && isLatin(term.slice('='.length))
    ? term.slice('='.length)
    : null;

/** The stems of a glossed English phrase, with spaces between them; null for a single word, and for any other term. */
export const glossedPhrase = ({ kind, term }: QuestionTerm): string | null =>
  kind === 'gloss' && typeof term === 'string' && term.includes(' ') && isLatin(term.slice('='.length))
    ? term.slice('='.length)
    : null;

const LARGE = 10_000;

/** What a large number is looked for by besides: its value alone, since a text may leave out what it counts (十三億二). Null for any other term. */
export const largeNumber = ({ number }: QuestionTerm): Term | null =>
  number !== null && number.unit !== '' && number.value >= LARGE ? numberTerm(number.value) : null;

/** In how many passages a term of a question occurs; for an English word the count of it or of its commonest Chinese form. */
export function termFrequency(index: PassageIndex, question: QuestionTerm): number {
  const { kind, term, affiliates, forms } = question;
  if (affiliates !== undefined) return Math.max(...affiliates.map(({ id }) => index.frequency(nameTerm(id))));
  const large = largeNumber(question);
  if (kind !== 'gloss') return Math.max(index.frequency(term), large === null ? 0 : index.frequency(large));
  const stem = glossedStem(question);
  const phrase = glossedPhrase(question);
  return Math.max(
    stem === null ? 0 : index.frequency(stem),
    ...[...forms, ...(phrase === null ? [] : [phrase])]
      .map((form) => formFrequency(index, form))
      .filter(Number.isFinite),
  );
}

// Of a Chinese form, its rarest bigram's; of the stems of an English one, its rarest stem's.
const formFrequency = (index: PassageIndex, form: string): number =>
  Math.min(...(isLatin(form) ? form.split(' ') : indexedBigrams(form)).map((term) => index.frequency(term)));

/** Whether a form is the stems of English words. */
export const isLatin = (form: string): boolean => /^[a-z]/.test(form);

/** The bigrams of a form that an index holds. */
export const indexedBigrams = (form: string): number[] =>
  bigramsOf(form).filter((_, i) => isIndexable(form.charCodeAt(i), form.charCodeAt(i + 1)));

/** What an index holds of a form: the bigrams of a Chinese one, the stems of an English one. */
export const formTerms = (form: string): readonly Term[] => (isLatin(form) ? form.split(' ') : indexedBigrams(form));

/** What tells whether two folded Han characters stand side by side in the texts of an index. */
export const bigramsIn = (index: PassageIndex): ((first: string, second: string) => boolean) =>
  index.holdsBigram ?? ((first, second) => index.frequency(bigramKey(first.charCodeAt(0), second.charCodeAt(0))) > 0);

/**
 * How much a term tells, as an inverse document frequency: ln((N + B) / (n + B·p + ½)), where n of N passages of the corpus
 * and a share p of Chinese text at large hold it. (Robertson and Spärck Jones, with a background model as in Zhai and Lafferty's
 * smoothing.)
 */
export function termWeight(index: PassageIndex, term: QuestionTerm): number {
  const share = backgroundOf(term);
  const passages = index.size() + BACKGROUND_PASSAGES;
  return Math.log((passages + 1) / (termFrequency(index, term) + BACKGROUND_PASSAGES * share + 0.5));
}

function backgroundOf(question: QuestionTerm): number {
  const { kind, term, name, forms } = question;
  if (name !== null) return nameShare(name);
  const stem = glossedStem(question);
  if (kind === 'gloss') return Math.max(stem === null ? 0 : stemShare(stem), ...forms.map(formShare));
  return typeof term === 'number' ? backgroundShare(term) : stemShare(term);
}
