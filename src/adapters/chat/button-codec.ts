import type { AskedKind, InterfaceLang, KindFilter } from '../../core/index.ts';
import type { QuotePlace } from './archive.ts';

// What buttons hold is read long after it was written: a letter never changes its meaning.

/** Writes a value as text without colons, and reads it again; null for what it has not written. */
interface Field<T> {
  readonly write: (value: T) => string;
  readonly read: (written: string) => { readonly value: T } | null;
}

/** A whole number from 0. */
export const count = (radix: 10 | 36): Field<number> => ({
  write: (value) => value.toString(radix),
  read: (written) => {
    const value = /^[0-9a-z]{1,8}$/.test(written) ? Number.parseInt(written, radix) : Number.NaN;
    return Number.isNaN(value) ? null : { value };
  },
});

/** One of a few values, each by its letter. */
export const letter = <Value extends string>(letters: Readonly<Record<Value, string>>): Field<Value> => ({
  write: (value) => letters[value],
  read: (written) => {
    const value = (Object.keys(letters) as Value[]).find((each) => letters[each] === written);
    return value === undefined ? null : { value };
  },
});

/** Text that has no colons of its own. */
export const plain: Field<string> = { write: (value) => value, read: (value) => ({ value }) };

/** What may be absent, which is written as nothing. */
export const optional = <T, Absent extends undefined | null>(field: Field<T>, absent: Absent): Field<T | Absent> => ({
  write: (value) => (value === absent ? '' : field.write(value as T)),
  read: (written) => (written === '' ? { value: absent } : field.read(written)),
});

type Fields<Shape> = { readonly [Key in keyof Shape]: Field<Shape[Key]> };

/** Writes the fields in their order, with colons between them; absent ones at the end are left out. */
export function writeFields<Shape extends object>(fields: Fields<Shape>, value: NoInfer<Shape>): string {
  const parts = (Object.keys(fields) as (keyof Shape)[]).map((key) => fields[key].write(value[key]));
  return parts.slice(0, parts.findLastIndex((part) => part !== '') + 1).join(':');
}

/** Reads them again; null where one of them is unreadable. */
export function readFields<Shape extends object>(fields: Fields<Shape>, written: string): Shape | null {
  const parts = written.split(':');
  const read = (Object.keys(fields) as (keyof Shape)[]).map((key, at) => [key, fields[key].read(parts[at] ?? '')]);
  if (read.some(([, field]) => field === null)) return null;
  return Object.fromEntries(read.map(([key, field]) => [key, (field as { value: unknown }).value])) as Shape;
}

export const langLetter: Field<InterfaceLang> = letter({ 'zh-Hant': 't', 'zh-Hans': 's', en: 'e' });
export const kindLetter: Field<AskedKind> = letter({ answer: 'a', comparison: 'c', timeline: 't', listing: 'l' });
export const articleKindLetter: Field<KindFilter> = letter({
  news: 'n',
  opinion: 'o',
  reprint: 'r',
  satire: 's',
  transcript: 't',
});
export const placeFields: Fields<QuotePlace> = { article: plain, start: count(36), end: count(36), mark: plain };
