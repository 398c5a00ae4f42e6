import { bySentence } from '../../statements/statements-of.ts';
import { quotationsOf } from '../../statements/quotations.ts';
import type { Article, Block } from '../../model/article.ts';
import { daysFrom } from '../../dates/calendar.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import type { Span } from '../../model/span.ts';

// A character is shared where it lies in a run of so many that both texts hold, in either script and with any punctuation: shorter
// runs are turns of phrase.
const RUN = 8;
// The share of the shorter text that has to be shared. Rewritten reports of one press conference stay under a half.
const COPIED = 0.7;
// A shorter text may be no more than an outlet's standing notice. In letters.
const ENOUGH = 200;
// What is left of a text without its statements says nothing below so many letters: a lead and a half.
const ENOUGH_OWN = 60;
// So many places of the shorter text are tried first; where so few of their runs are in the other one, it is no copy.
const TRIED = 16;
const FOUND = 4;
// A series repeats its wording (the day's cases, the day's weather), but not its figures.
const SAME_FIGURES = 0.7;
// A wire story is printed within so many days.
const DAYS = 7;

/**
 * The one of `others` whose text an article carries, nearly word for word: what a wire agency sent out, or one outlet took from
 * another, under any headline, in either script, cut or with a lead of its own. Null where there is none. Statements alone do not
 * make a copy, since outlets quote one press release at length: what the two say in their own words has to be the same too. Of several,
 * the one with which it shares most; of equals, the first.
 */
export function syndicatedFrom(article: Article, others: readonly Article[], names: Gazetteer): Article | null {
  let best: Article | null = null;
  let most = 0;
  for (const other of others) {
    const copied = other.id === article.id ? 0 : copiedLetters(article, other, names);
    if (copied > most) [best, most] = [other, copied];
  }
  return best;
}

// How many letters two texts share; 0 where neither is a copy of the other.
function copiedLetters(a: Article, b: Article, names: Gazetteer): number {
  if (a.date !== null && b.date !== null && Math.abs(daysFrom(a.date, b.date)) > DAYS) return 0;
  const [first, second] = [foldScript(a.text), foldScript(b.text)];
  const copied = sharedLetters(lettersOf(first, paragraphsOf(a)), lettersOf(second, paragraphsOf(b)), ENOUGH);
  if (copied === 0 || !sameFigures(first, second)) return 0;
  const [one, other] = [ownWords(a, first, names), ownWords(b, second, names)];
  return sharedLetters(lettersOf(first, one), lettersOf(second, other), ENOUGH_OWN) === 0 ? 0 : copied;
}

const paragraphsOf = ({ blocks }: Article): readonly Block[] => blocks.filter(({ kind }) => kind === 'paragraph');

// The sentences that nobody is said to have said, without the words in quotation marks.
function ownWords(article: Article, folded: string, names: Gazetteer): readonly Span[] {
  const quotations = quotationsOf(folded, paragraphsOf(article));
  const own: Span[] = [];
  let next = 0; // the first quotation that ends behind what was looked at
  for (const { start, end, speaker } of bySentence(article, names)) {
    let at = start;
    for (; next < quotations.length && (quotations[next]?.start ?? end) < end; next++) {
      const quoted = quotations[next] ?? { start: end, end };
      if (speaker === null && quoted.start > at) own.push({ start: at, end: quoted.start });
      at = Math.max(at, quoted.end);
      if (quoted.end > end) break; // it goes on in the next sentence
    }
    if (speaker === null && at < end) own.push({ start: at, end });
  }
  return own;
}

// Punctuation and spaces are each outlet's own.
const lettersOf = (folded: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => folded.slice(start, end).replaceAll(/[^\p{L}\p{N}]+/gu, '')).join('');

// How many letters stand in runs of both texts; 0 where those are too few of the shorter one, or it has not `enough` to tell.
function sharedLetters(a: string, b: string, enough: number): number {
  const [shorter, longer] = a.length < b.length || (a.length === b.length && a < b) ? [a, b] : [b, a];
  if (shorter.length < enough || !hasMuchOf(longer, shorter)) return 0;
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= longer.length; i++) runs.add(longer.slice(i, i + RUN));
  let shared = 0;
  let upTo = 0; // all before it is counted
  for (let i = 0; i + RUN <= shorter.length; i++) {
    if (!runs.has(shorter.slice(i, i + RUN))) continue;
    shared += i + RUN - Math.max(i, upTo);
    upTo = i + RUN;
  }
  return shared < COPIED * shorter.length ? 0 : shared;
}

// Most texts have nothing in common, which is soon found out.
function hasMuchOf(longer: string, shorter: string): boolean {
  let found = 0;
  for (let n = 0; n < TRIED; n++) {
    const at = Math.floor(((shorter.length - RUN) * n) / (TRIED - 1));
    if (longer.includes(shorter.slice(at, at + RUN))) found += 1;
  }
  return found >= FOUND;
}

function sameFigures(a: string, b: string): boolean {
  const [few, many] = [figuresOf(a), figuresOf(b)].sort((one, other) => one.size - other.size);
  if (few === undefined || many === undefined || few.size === 0) return true;
  return [...few].filter((figure) => many.has(figure)).length >= SAME_FIGURES * few.size;
}

const figuresOf = (folded: string): Set<string> =>
  new Set(numbersIn(folded).map(({ value, unit }) => `${value}${unit}`));
