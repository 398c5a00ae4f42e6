import type { Article, KindFilter } from '../../model/article.ts';
import { nameKey } from '../../corpus/metadata/outlets.ts';

/** What a corpus can be narrowed by. */
export interface Facets {
  readonly outlets: readonly string[];
  readonly authors: readonly string[];
  /** Each once, in the script in which it came first. */
  readonly tags: readonly string[];
  /** The kinds of which there are articles. */
  readonly kinds: readonly KindFilter[];
  /** All days of publication, each once, oldest first. */
  readonly days: readonly string[];
  /** The newest of them; null where no article has one. */
  readonly newest: string | null;
}

const seen = new WeakMap<readonly Article[], Facets>();

/** Reads what the articles of a corpus can be narrowed by; once for each corpus. */
export function facetsOf(articles: readonly Article[]): Facets {
  let holdings = seen.get(articles);
  if (holdings === undefined) seen.set(articles, (holdings = read(articles)));
  return holdings;
}

function read(articles: readonly Article[]): Facets {
  const outlets = new Set<string>();
  const authors = new Map<string, string>();
  const tags = new Map<string, string>();
  const kinds = new Set<KindFilter>();
  const days: string[] = [];
  for (const { outlet, author, tags: own, date, kind = 'news' } of articles) {
    kinds.add(kind);
    if (outlet !== null) outlets.add(outlet);
    if (author !== null) addOnce(authors, author);
    for (const tag of own) addOnce(tags, tag);
    if (date !== null) days.push(date);
  }
  const sorted = [...new Set(days)].sort();
  const newest = sorted.at(-1) ?? null;
  return {
    outlets: [...outlets],
    authors: [...authors.values()],
    tags: [...tags.values()],
    kinds: [...kinds],
    days: sorted,
    newest,
  };
}

function addOnce(names: Map<string, string>, name: string): void {
  const key = nameKey(name);
  if (key !== '' && !names.has(key)) names.set(key, name);
}
