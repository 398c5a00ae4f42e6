import type { Article, Question } from '../../core/index.ts';
import { quoteMark } from '../chat/article-keys.ts';
import { kindLetter, optional, plain, readFields, writeFields } from '../chat/button-codec.ts';

/** What kind of answer a follow-up got from the turns before it and which filters, which its own words do not say. */
export type ButtonFilters = Pick<Question, 'as' | 'outlet' | 'author' | 'tag' | 'since' | 'until'>;

const KIND = optional(kindLetter, undefined);

const FIELDS = {
  // A kind that a later version may have written is any.
  as: { ...KIND, read: (written: string) => KIND.read(written) ?? { value: undefined } },
  outlet: plain,
  author: plain,
  tag: plain,
  since: plain,
  until: plain,
};

/** Writes it for a button: at most 36 characters of A–Z a–z 0–9 - _ and colons. Names become marks, days lose their hyphens. */
export function writeFilters({ as, outlet, author, tag, since, until }: ButtonFilters): string {
  const [outletMark = '', authorMark = '', tagMark = ''] = [outlet, author, tag].map((name) =>
    name === undefined ? '' : quoteMark(name),
  );
  const [first = '', last = ''] = [since, until].map((day) => day?.replaceAll('-', '') ?? '');
  const fields = { as, outlet: outletMark, author: authorMark, tag: tagMark, since: first, until: last };
  // All the colons: a question without filters is still told apart from one that is no follow-up.
  const written = writeFields(FIELDS, fields);
  return `${written}${':'.repeat(Object.keys(FIELDS).length - written.split(':').length)}`;
}

/** Reads it again; null where it is none, or has a name that the articles do not have any more. */
export function readFilters(written: string, articles: readonly Article[]): ButtonFilters | null {
  const read = readFields(FIELDS, written);
  if (read === null) return null;
  const outlet = named(read.outlet, () => articles.map((article) => article.outlet));
  const author = named(read.author, () => articles.map((article) => article.author));
  const tag = named(read.tag, () => articles.flatMap((article) => article.tags));
  if (outlet === null || author === null || tag === null) return null;
  return { as: read.as, outlet, author, tag, since: dayOf(read.since), until: dayOf(read.until) };
}

// Undefined where no name was given, null where none has that mark.
function named(mark: string, names: () => readonly (string | null)[]): string | undefined | null {
  if (mark === '') return undefined;
  return [...new Set(names())].find((name) => name !== null && quoteMark(name) === mark) ?? null;
}

const dayOf = (written: string): string | undefined => /^(\d{4})(\d\d)(\d\d)$/.exec(written)?.slice(1).join('-');
