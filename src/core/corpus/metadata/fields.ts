import { parseDay } from './parse-day.ts';
import { withoutMarkup } from '../markup/markup.ts';
import { cleanLink } from '../markup/links.ts';
import { oneLine } from '../markup/white-space.ts';

/** Front matter, or what a page says of itself: untrusted, of any shape. */
export type Fields = Readonly<Record<string, unknown>>;

// More names than an article has; keeps a hostile list from costing time.
const LIST_LIMIT = 100;

/** The strings under the first of `names` that holds any; figures are taken as written. */
export function stringsOf(fields: Fields, ...names: readonly string[]): readonly string[] {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const strings = (Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [value])
      .map((item) => textOf(item))
      .filter((item) => item !== '');
    if (strings.length > 0) return strings;
  }
  return [];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return oneLine(withoutMarkup(value));
  if (typeof value === 'number') return String(value);
  // TOML has a type for days; as text it is as it was written.
  return value instanceof Date ? dateText(value) : nameIn(value);
}

const dateText = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());

// `author: { name: … }`, as some generators write it.
function nameIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'name')) return '';
  const { name } = value as { name: unknown };
  return typeof name === 'string' ? oneLine(withoutMarkup(name)) : '';
}

/** The first of the strings that `stringsOf` finds. */
export const stringOf = (fields: Fields, ...names: readonly string[]): string | null =>
  stringsOf(fields, ...names)[0] ?? null;

const LINK_FIELDS = [
  'url',
  'from',
  'link',
  'original_url',
  'permalink',
  'canonical',
  'og:url',
  'source_url',
  'source',
] as const;

/** The first field that holds a usable address; failing that, the first that was filled in at all, to be complained of. */
export function linkIn(fields: Fields): { field: string; written: string; url: string | null } | null {
  let unusable: { field: string; written: string; url: null } | null = null;
  for (const field of LINK_FIELDS) {
    const written = stringOf(fields, field);
    if (written === null) continue;
    const url = cleanLink(written);
    if (url !== null) return { field, written, url };
    // `source` may name an outlet rather than a page.
    if (field !== 'source') unusable ??= { field, written, url: null };
  }
  return unusable;
}

const DATE_FIELDS = [
  'date',
  'published',
  'pubdate',
  'pubDate',
  'published_at',
  'datePublished',
  'publish_date',
  'article:published_time',
  'created',
] as const;

/** The day of publication, from the first field that was filled in. */
export function dateIn(fields: Fields): { field: string; written: string; day: string | null } | null {
  for (const field of DATE_FIELDS) {
    const written = stringOf(fields, field);
    if (written !== null) return { field, written, day: parseDay(written) };
  }
  return null;
}
