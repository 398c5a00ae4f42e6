import type { Article } from '../../model/article.ts';
import { asksForQuantity } from '../../question/wanted.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { WORD, bigramKey, foldScript, isCjk, remembering, stemOf } from '../../text/script.ts';
import { numbersIn } from '../../text/numbers.ts';
import { wordsOf, type Quote } from './quote.ts';
import type { Gazetteer, Entry, EntryKind } from '../../names/gazetteer.ts';
import { syndicatedFrom } from '../comparison/near-duplicate.ts';
import { verbsIn } from '../../statements/zh/verbs.ts';
import { datesIn } from '../../dates/dates.ts';
import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import { splitSentences } from '../../text/sentences.ts';
import { isIndexable, nameTerm, type Term } from '../../index/terms.ts';

// Chosen on the development splits and the development half of our own questions (tests/fixtures/questions): two quotes report the same
// fact when they share so much of what the question did not already say.
const SAME_FACT = 0.4;
const FEWEST_SHARED = 3; // bigrams
// The winner of one year is not that of the next: reports of one fact lie close together.
const ONE_TIME = 31 * 86_400_000; // ms

/** Whether another article reports, around the same time, what a quote does. */
export const confirms = (question: ParsedQuestion, first: Quote, other: Quote): boolean =>
  first.article.id !== other.article.id &&
  isOfOneTime(first.article, other.article) &&
  sameFact(question, wordsOf(first), wordsOf(other));

const isOfOneTime = (a: Article, b: Article): boolean =>
  a.date === null || b.date === null || Math.abs(Date.parse(a.date) - Date.parse(b.date)) <= ONE_TIME;

// The bigrams that both have and the question has not, names in all their forms included, as a share of the shorter one's. Where a
// figure is asked for, both have to give the same one.
function sameFact({ folded, terms, wants }: ParsedQuestion, a: string, b: string): boolean {
  const forms = [folded, ...terms.flatMap(({ name, forms }) => [...(name?.forms ?? []), ...forms])];
  const asked = new Set(forms.flatMap(bigramsIn));
  const own = (text: string): Set<number> => new Set(bigramsIn(foldScript(text)).filter((one) => !asked.has(one)));
  const [left, right] = [own(a), own(b)];
  const shared = [...left].filter((one) => right.has(one)).length;
  if (shared < FEWEST_SHARED || shared / Math.max(1, Math.min(left.size, right.size)) < SAME_FACT) return false;
  return !asksForQuantity(wants) || sharesFigure(a, b);
}

function sharesFigure(a: string, b: string): boolean {
  const figures = numbersIn(foldScript(a));
  return numbersIn(foldScript(b)).some(({ value, unit }) =>
    figures.some((one) => one.value === value && one.unit === unit),
  );
}

function bigramsIn(folded: string): number[] {
  const bigrams: number[] = [];
  for (let i = 0; i + 1 < folded.length; i++) {
    const [first, second] = [folded.charCodeAt(i), folded.charCodeAt(i + 1)];
    if (isCjk(first) && isCjk(second)) bigrams.push(bigramKey(first, second));
  }
  return bigrams;
}

/** Letters and figures alone, folded: what two versions of one sentence have in common. */
const lettersOf = (quote: Quote): string => foldScript(wordsOf(quote)).replaceAll(/[^\p{L}\p{N}]+/gu, '');

/**
 * Whether a quote says no more than one that is shown already: another version of it by the same outlet, or the same words in a copy
 * of the story that another outlet took over. The same fact in another outlet's own words is a second witness, and no repetition. Without
 * `names` only the same words of one outlet are.
 */
export function repeats(quote: Quote, shown: Quote, names: Gazetteer | null): boolean {
  const [a, b] = [lettersOf(quote), lettersOf(shown)];
  const isSameWords = a.includes(b) || b.includes(a);
  if (names === null) return isSameWords && quote.article.outlet === shown.article.outlet;
  if (quote.article.outlet === shown.article.outlet) return isSameWords || saysTheSame(quote, shown, names);
  return isSameWords && syndicatedFrom(quote.article, [shown.article], names) !== null;
}

// One statement in other words, without a figure of its own.
function saysTheSame(quote: Quote, shown: Quote, names: Gazetteer): boolean {
  const [own, other] = [wordsOf(quote), wordsOf(shown)];
  if (!sameContent(contentOf(own, names), contentOf(other, names))) return false;
  const figures = figuresIn(other);
  return [...figuresIn(own)].every((figure) => figures.has(figure));
}

const figuresIn = (text: string): Set<string> =>
  new Set(numbersIn(foldScript(text)).map(({ value, unit }) => `${value}${unit}`));

/** What a sentence says, as far as two can be compared by it. */
export interface Content {
  readonly people: ReadonlySet<number>;
  /** Places and bodies. */
  readonly names: ReadonlySet<number>;
  /**
   * Bigrams, stems and subject words, without names, days and verbs of saying. Of a figure only its unit is one, so that
   * two readings of it are one statement.
   */
  readonly terms: ReadonlySet<Term>;
  /** Whether something is denied. */
  readonly denies: boolean;
}

// Two sentences say the same where they share so much of what the shorter one says, and so many terms at the least. Chosen on the
// development articles: at a half, sentences on one subject run together (在一系列問題上 …).
const SAME = 0.55;
const FEWEST = 4;
// A short one, of the same people, has to be shared nearly whole.
const SHORT = { fewest: 3, same: 0.9 };
// To say that nobody else has a statement takes more: others may have put it otherwise.
const NEAR = 0.3;

const NO_DENIAL = new RegExp(anyOf(langWords('zh/no-denial')), 'g');
const DENIAL = new RegExp(`${anyOf(langWords('zh/denial'))}|${anyEnglishWord(langWords('en/denial'))}`, 'i');

// Turns of phrase of every report, which make no two of them the same.
const EMPTY = new RegExp(anyOf(langWords('zh/empty-words')), 'g');

/** Reads a sentence or quote, in either script. */
export function contentOf(text: string, names: Gazetteer): Content {
  let read = readers.get(names);
  if (read === undefined)
    readers.set(names, (read = remembering((quote): Content => readContent(quote, names), QUOTES)));
  return read(text);
}

// Each quote is compared with all that are shown before it.
const QUOTES = 200;
const readers = new WeakMap<Gazetteer, (text: string) => Content>();

function readContent(text: string, names: Gazetteer): Content {
  const folded = foldScript(text);
  const covered = new Uint8Array(folded.length);
  const [people, others, terms] = [new Set<number>(), new Set<number>(), new Set<Term>()];
  const into: Record<EntryKind, (name: Entry) => void> = {
    person: ({ id }) => people.add(id),
    place: ({ id }) => others.add(id),
    organisation: ({ id }) => others.add(id),
    word: ({ id }) => terms.add(nameTerm(id)),
  };
  for (const { name, start, end } of names.mentions(folded, text)) {
    into[name.kind](name);
    covered.fill(1, start, end);
  }
  for (const { start, end } of datesIn(text, null)) covered.fill(1, start, end);
  for (const { start, end } of verbsIn(folded)) covered.fill(1, start, end);
  for (const { 0: phrase, index } of folded.matchAll(EMPTY)) covered.fill(1, index, index + phrase.length);
  for (const { start, end, unit } of numbersIn(folded)) {
    if (covered[start] === 0 && unit !== '') terms.add(`#${unit}`);
    covered.fill(1, start, end);
  }
  for (let at = 0; at + 1 < folded.length; at++) {
    const [first, second] = [folded.charCodeAt(at), folded.charCodeAt(at + 1)];
    if (covered[at] === 0 && covered[at + 1] === 0 && isIndexable(first, second)) terms.add(bigramKey(first, second));
  }
  for (const { 0: word, index } of folded.matchAll(WORD)) if (covered[index] === 0) terms.add(stemOf(word));
  return { people, names: others, terms, denies: DENIAL.test(folded.replaceAll(NO_DENIAL, '')) };
}

/**
 * Whether two sentences or quotes, in either script and read by `contentOf`, report one fact or one statement. Symmetric. Different figures
 * and days are readings of one statement; different people, or a denial on one side, make two. Precision comes first.
 */
export function sameContent(a: Content, b: Content): boolean {
  if (a.denies !== b.denies || disjoint(a.people, b.people)) return false;
  if (a.people.size === 0 && b.people.size === 0 && disjoint(a.names, b.names)) return false;
  const shared = sharedBy(a.terms, b.terms);
  const share = shared / Math.min(a.terms.size, b.terms.size);
  if (shared >= FEWEST) return share >= SAME;
  return shared >= SHORT.fewest && share >= SHORT.same && sharedBy(a.people, b.people) > 0;
}

// Where one names nobody, both may speak of the same.
const disjoint = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size > 0 && b.size > 0 && sharedBy(a, b) === 0;

const sharedBy = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => [...a].filter((one) => b.has(one)).length;

/**
 * The positions in `quotes`, which are one outlet's, of those that no article of the others says anything like, in one sentence or in two
 * that follow each other. A quote that says too little to tell is none of them.
 */
export function onlyHere(quotes: readonly string[], others: readonly Article[], names: Gazetteer): readonly number[] {
  const articles = others.map((article) => sentencesOf(article, names));
  return quotes.flatMap((quote, at) => {
    const { terms } = contentOf(quote, names);
    if (terms.size < FEWEST) return [];
    return articles.some((sentences) => saysNearly(sentences, terms)) ? [] : [at];
  });
}

const sentencesOf = ({ text, blocks }: Article, names: Gazetteer): readonly ReadonlySet<Term>[] =>
  blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'headline')
    .flatMap(({ start, end }) => splitSentences(text, start, end))
    .map(({ start, end }) => contentOf(text.slice(start, end), names).terms);

// Whether two sentences hold a part of a quote's terms, or the quote the most of a sentence's.
const saysNearly = (sentences: readonly ReadonlySet<Term>[], quote: ReadonlySet<Term>): boolean =>
  sentences.some((terms, at) => {
    const held = new Set([...terms, ...(sentences[at + 1] ?? [])]);
    if (sharedBy(quote, held) >= NEAR * quote.size) return true;
    const shared = sharedBy(terms, quote);
    return shared >= SHORT.fewest && shared >= SAME * terms.size;
  });
