import type { ArticleKind } from '../../model/article.ts';
import { foldScript } from '../../text/script.ts';
import { pathOf } from '../markup/links.ts';
import { lazy, wordsUnder } from '../markup/phrases.ts';
import type { Fields } from './fields.ts';
import { nameKey } from './outlets.ts';

const KINDS = ['satire', 'opinion', 'reprint', 'transcript'] as const satisfies readonly ArticleKind[];
type Words = ReadonlyMap<string, ArticleKind>;

const wordsOf = (suffix: string): Words =>
  new Map(
    KINDS.flatMap((kind) =>
      wordsUnder('article-kinds', [`${kind}${suffix}`]).map((word) => [nameKey(word), kind] as const),
    ),
  );
const names = lazy(() => wordsOf(''));
const folders = lazy(() => wordsOf('-folder'));

// 【社論】…, 社論：…, Opinion | …
const RUBRIC = /^(?:[【[(〔]([^】\])〕]{2,24})[】\])〕]|([^:|]{2,24})\s*[:|])/u;

/**
 * What an article is, by its category, the rubric of its title, what its author or a box about them is called, or a folder that its
 * page or its file lies in; null for news, and for what nothing tells. `id` is the file's path within its archive.
 */
export function kindOf(
  fields: Fields,
  {
    title,
    id,
    url,
    boxes,
  }: { readonly title: string; readonly id: string; readonly url: string | null; readonly boxes: readonly string[] },
): ArticleKind | null {
  const [, bracketed, labelled] = RUBRIC.exec(foldScript(title.slice(0, 40))) ?? [];
  // Tags say what a report is about: an editorial, say. Whose column it is stands where its author does.
  const named = [...fields.strings('kind'), ...fields.strings('category'), ...fields.strings('author')];
  // A section stands behind its outlet: 「某報 - 評論」.
  const said = named.flatMap((name) => [name].concat(name.split(/[-–—|｜/>]/u)));
  const within = [...(url === null ? [] : segmentsOf(pathOf(url))), ...segmentsOf(id)];
  return firstOf([...said, bracketed ?? '', labelled ?? '', ...boxes], names()) ?? firstOf(within, folders());
}

/** True for what columns and sections are called, and no one person: 讀者來論, Letters. */
export const isColumn = (name: string): boolean => names().has(nameKey(name));

// The last one is the article's own name.
const segmentsOf = (path: string): readonly string[] => path.split('/').slice(0, -1).map(decoded);

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function firstOf(given: readonly string[], words: Words): ArticleKind | null {
  for (const name of given) {
    const kind = words.get(nameKey(name));
    if (kind !== undefined) return kind;
  }
  return null;
}
