/** What the keys of front matter, of pages and of records can hold. */
export type FieldName =
  | 'title'
  | 'date'
  | 'modified'
  | 'outlet'
  | 'source'
  | 'author'
  | 'url'
  | 'domain'
  | 'tags'
  | 'category'
  | 'kind'
  | 'picture'
  | 'lang'
  | 'digest'
  | 'body'
  | 'id';

/** Which key holds what. */
export interface MetadataKeys {
  /** The keys of a field as `keyOf` writes them, those that count first in front. */
  of(field: FieldName): readonly string[];
  /** True for a key that is read, or known to be of no use to a reader. */
  isKnown(key: string): boolean;
}

/** What two spellings of one key have in common: capitals, spaces, hyphens and underscores are left out. */
export const keyOf = (key: string): string => key.toLowerCase().replace(/[\s_-]+/gu, '');

/** Reads `data/metadata-keys.txt`: a field, a colon, and a key; `#` begins a comment. */
export function parseMetadataKeys(text: string): MetadataKeys {
  const byField = new Map<string, string[]>();
  const known = new Set<string>();
  for (const line of text.split('\n')) {
    const [entry = ''] = line.split('#');
    const [field = '', ...named] = entry.split(':');
    const key = named.join(':').trim();
    if (!/^\w+$/u.test(field) || key === '') continue;
    const keys = byField.get(field) ?? [];
    byField.set(field, keys);
    keys.push(keyOf(key));
    known.add(keyOf(key));
    // `provider.domain` makes the whole of `provider` known.
    known.add(keyOf(key.split('.')[0] ?? ''));
  }
  return { of: (field) => byField.get(field) ?? [], isKnown: (key) => known.has(keyOf(key)) };
}
