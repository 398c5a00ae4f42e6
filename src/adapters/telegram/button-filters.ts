import type { Article, AskedKind, Question } from '../../core/index.ts';
import { quoteMark } from '../chat/article-keys.ts';

/** What kind of answer a follow-up got from the turns before it and which filters, which its own words do not say. */
export type ButtonFilters = Pick<Question, 'as' | 'outlet' | 'author' | 'tag' | 'since' | 'until'>;

const KINDS: Readonly<Record<AskedKind, string>> = { answer: 'a', comparison: 'c', timeline: 't', listing: 'l' };

export const writeKind = (kind: AskedKind | undefined): string => (kind === undefined ? '' : KINDS[kind]);

export const readKind = (letter: string | undefined): AskedKind | undefined =>
  (['answer', 'comparison', 'timeline', 'listing'] as const).find((each) => KINDS[each] === letter);

/** Writes it for a button: at most 36 characters of A–Z a–z 0–9 - _ and colons. Names become marks, days lose their hyphens. */
export function writeFilters({ as, outlet, author, tag, since, until }: ButtonFilters): string {
  const names = [outlet, author, tag].map((name) => (name === undefined ? '' : quoteMark(name)));
  const days = [since, until].map((day) => (day ?? '').replaceAll('-', ''));
  return [writeKind(as), ...names, ...days].join(':');
}

/** Reads it again; null where it is none, or has a name that the articles do not have any more. */
export function readFilters(written: string, articles: readonly Article[]): ButtonFilters | null {
  const [kind, outletMark, authorMark, tagMark, since, until] = written.split(':');
  const outlet = named(outletMark, () => articles.map((article) => article.outlet));
  const author = named(authorMark, () => articles.map((article) => article.author));
  const tag = named(tagMark, () => articles.flatMap((article) => article.tags));
  if (outlet === null || author === null || tag === null) return null;
  return { as: readKind(kind), outlet, author, tag, since: dayOf(since), until: dayOf(until) };
}

// Undefined where no name was given, null where none has that mark.
function named(mark: string | undefined, names: () => readonly (string | null)[]): string | undefined | null {
  if (mark === undefined || mark === '') return undefined;
  return [...new Set(names())].find((name) => name !== null && quoteMark(name) === mark) ?? null;
}

const dayOf = (written: string | undefined): string | undefined =>
  /^(\d{4})(\d\d)(\d\d)$/
    .exec(written ?? '')
    ?.slice(1)
    .join('-');
