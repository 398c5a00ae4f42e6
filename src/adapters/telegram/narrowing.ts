import type { Article, AskedKind, Question } from '../../core/index.ts';
import { quoteMark } from '../chat/article-keys.ts';

/** What a follow-up was narrowed to and asked for by the turns before it, which its own words do not say. */
export type Narrowing = Pick<Question, 'as' | 'outlet' | 'author' | 'tag' | 'since' | 'until'>;

const KINDS: Readonly<Record<AskedKind, string>> = { answer: 'a', comparison: 'c', timeline: 't', listing: 'l' };

/** Writes it for a button: at most 36 characters of A–Z a–z 0–9 - _ and colons. Names become marks, days lose their hyphens. */
export function writeNarrowing({ as, outlet, author, tag, since, until }: Narrowing): string {
  const names = [outlet, author, tag].map((name) => (name === undefined ? '' : quoteMark(name)));
  const days = [since, until].map((day) => (day ?? '').replaceAll('-', ''));
  return [as === undefined ? '' : KINDS[as], ...names, ...days].join(':');
}

/** Reads it again; null where it is none, or has a name that the articles do not have any more. */
export function readNarrowing(written: string, articles: readonly Article[]): Narrowing | null {
  const [kind, outletMark, authorMark, tagMark, since, until] = written.split(':');
  const as = (['answer', 'comparison', 'timeline', 'listing'] as const).find((each) => KINDS[each] === kind);
  const outlet = named(outletMark, () => articles.map((article) => article.outlet));
  const author = named(authorMark, () => articles.map((article) => article.author));
  const tag = named(tagMark, () => articles.flatMap((article) => article.tags));
  if (outlet === null || author === null || tag === null) return null;
  return { as, outlet, author, tag, since: dayOf(since), until: dayOf(until) };
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
