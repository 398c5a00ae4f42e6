import { verbsIn } from '../../statements/zh/verbs.ts';
import type { Article } from '../../model/article.ts';
import { bigramKey, WORD } from '../../text/characters.ts';
import { datesIn } from '../../dates/dates.ts';
import type { Entry, Gazetteer, EntryKind } from '../../names/gazetteer.ts';
import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import { splitSentences } from '../../text/sentences.ts';
import { stemOf } from '../../text/stems.ts';
import { isIndexable, nameTerm, type Term } from '../../names/terms.ts';

/** What a sentence says, as far as two can be compared by it. */
export interface Content {
  readonly people: ReadonlySet<number>;
  /** Places and bodies. */
  readonly names: ReadonlySet<number>;
  /**
   * Pairs of characters, stems and subject words, without names, days and verbs of saying. Of a figure only its unit is one, so that
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
 * Whether two sentences or quotes, in either script, report one fact or one statement. Symmetric. Different figures and days are
 * readings of one statement; different people, or a denial on one side, make two. Precision comes first.
 * @internal Exported for its tests.
 */
export const sameStatement = (a: string, b: string, names: Gazetteer): boolean =>
  sameContent(contentOf(a, names), contentOf(b, names));

/** As `sameStatement`, of what was read before. */
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
