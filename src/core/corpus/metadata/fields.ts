import { oneLine } from '../markup/white-space.ts';
import { withoutMarkup } from '../markup/markup.ts';
import { keyOf, type FieldName, type MetadataKeys } from './keys.ts';

/** Front matter, a record, or what a page says of itself: untrusted, of any shape. */
export type Source = Readonly<Record<string, unknown>>;

/** A value as it stands, with the key that it stands under. */
export interface Written {
  readonly key: string;
  readonly text: string;
}

/** What several sources say of one article; the first source that says something of a field counts. */
export interface Fields {
  /** The strings under the first key that holds any; figures are taken as written. */
  strings(field: FieldName): readonly string[];
  /** The first of those. */
  first(field: FieldName): string | null;
  /** The first string under each key that holds any, in the order of sources and keys. */
  written(field: FieldName): readonly Written[];
  /** The texts under each key that holds one, as they stand, lines and markup included. */
  texts(field: FieldName): readonly string[];
  /** All texts of the first level, of whatever key. */
  all(): readonly string[];
  /** The value itself under the first key that holds any. */
  raw(field: FieldName): unknown;
}

// More names than an article has; keeps a hostile list from costing time.
const LIST_LIMIT = 100;
// Generators keep what is not their own in a table of its own.
const TABLES = ['params', 'extra', 'meta', 'metadata', 'frontmatter'] as const;

/** Reads fields by the keys that are known. Sources come in the order in which they count. */
export function readFields(sources: readonly Source[], keys: MetadataKeys): Fields {
  const indexed = sources.map(indexOf);
  function* held(field: FieldName): Generator<{ key: string; value: unknown; strings: readonly string[] }> {
    for (const source of indexed) {
      for (const name of keys.of(field)) {
        const found = source.get(name);
        if (found === undefined) continue;
        // A field is asked for by each that may tell something by it.
        const strings = (found.strings ??= stringsIn(found.value));
        if (strings.length > 0) yield { key: found.key, value: found.value, strings };
      }
    }
  }
  const first = (field: FieldName) => held(field).next().value ?? null;
  return {
    strings: (field) => first(field)?.strings ?? [],
    first: (field) => first(field)?.strings[0] ?? null,
    written: (field) => [...held(field)].map(({ key, strings: [text = ''] }) => ({ key, text })),
    texts: (field) =>
      indexed.flatMap((source) => keys.of(field).flatMap((name) => wholeText(source.get(name)?.value) ?? [])),
    all: () =>
      indexed.flatMap((source) =>
        [...source.values()].flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
      ),
    raw(field) {
      for (const source of indexed) {
        for (const name of keys.of(field)) if (source.has(name)) return source.get(name)?.value;
      }
      return undefined;
    },
  };
}

/** The keys of front matter that hold something and that nobody reads. */
export const unreadKeys = (source: Source, keys: MetadataKeys): readonly string[] =>
  Object.keys(source).filter(
    (key) => !(TABLES as readonly string[]).includes(key) && !keys.isKnown(key) && isFilled(source[key]),
  );

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

interface Indexed {
  readonly key: string;
  readonly value: unknown;
  /** Null until somebody asks for them. */
  strings: readonly string[] | null;
}

// By key; a table's keys stand beside the others, and what is within another object under `a.b`.
function indexOf(source: Source): ReadonlyMap<string, Indexed> {
  const index = new Map<string, Indexed>();
  const add = (name: string, key: string, value: unknown): void => {
    if (!index.has(name)) index.set(name, { key, value, strings: null });
  };
  for (const [key, value] of Object.entries(source)) {
    add(keyOf(key), key, value);
    if (!isObject(value)) continue;
    const isTable = (TABLES as readonly string[]).includes(key);
    for (const [inner, own] of Object.entries(value)) {
      if (isTable) add(keyOf(inner), inner, own);
      else add(`${keyOf(key)}.${keyOf(inner)}`, `${key}.${inner}`, own);
    }
  }
  return index;
}

// WordPress has it in `{ rendered: … }`, others in a list of paragraphs.
function wholeText(value: unknown): string | null {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('\n\n');
  const own = isObject(value) ? value['rendered'] : value;
  return typeof own === 'string' && own !== '' ? own : null;
}

const isObject = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const stringsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.slice(0, LIST_LIMIT) : [value]).map(textOf).filter((item) => item !== '');

function textOf(value: unknown): string {
  if (typeof value === 'string') return oneLine(withoutMarkup(value));
  if (typeof value === 'number') return String(value);
  // TOML has a type for days; as text it is as it was written.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return nameIn(value);
}

// `author: { name: … }`, and addresses likewise: `{ "@id": … }`, `{ url: … }`.
function nameIn(value: unknown): string {
  if (!isObject(value)) return '';
  for (const key of ['name', '@id', 'url', 'rendered', '#text']) {
    const own = Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof own === 'string' && own !== '') return oneLine(withoutMarkup(own));
  }
  return '';
}
