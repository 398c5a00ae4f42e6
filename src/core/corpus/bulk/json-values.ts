import type { Source } from '../metadata/fields.ts';

/** True for a JSON object. */
export const isRecordObject = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// { data: { articles: [ … ] } } and less.
const DEPTH = 3;

/**
 * The list of objects that a JSON document is about: the document itself, or the longest list within it; null where it holds none. What
 * else the document says stands beside the list.
 */
export function recordsIn(document: unknown): { readonly list: readonly Source[]; readonly shared: Source } | null {
  if (Array.isArray(document)) return { list: document.filter(isRecordObject), shared: {} };
  if (!isRecordObject(document)) return null;
  let found: readonly Source[] | null = null;
  const visit = (value: Source, depth: number): void => {
    for (const inner of Object.values(value)) {
      if (Array.isArray(inner)) {
        const list = inner.filter(isRecordObject);
        if (list.length > 0 && list.length > (found?.length ?? 0)) found = list;
      } else if (depth < DEPTH && isRecordObject(inner)) visit(inner, depth + 1);
    }
  };
  visit(document, 1);
  // A feed's title is its outlet's, or names it.
  const shared = { source: document['title'], lang: document['language'] };
  return found === null ? null : { list: found, shared };
}
