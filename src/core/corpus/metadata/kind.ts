import type { ArticleKind } from '../../model/article.ts';
import { foldScript } from '../../text/script.ts';
import { lazy, wordsUnder } from '../markup/phrases.ts';
import type { Fields } from './fields.ts';
import { nameKey } from './outlets.ts';

const KINDS = ['satire', 'opinion', 'reprint', 'transcript'] as const satisfies readonly ArticleKind[];

const words = lazy(
  () =>
    new Map(KINDS.flatMap((kind) => wordsUnder('article-kinds', [kind]).map((word) => [nameKey(word), kind] as const))),
);

// 【社論】…, 社論：…, Opinion | …
const RUBRIC = /^(?:[【[(〔]([^】\])〕]{2,24})[】\])〕]|([^:|]{2,24})\s*[:|])/u;

/** What an article is, by its category, its tags or the rubric of its title; null for news, and for what nothing tells. */
export function kindOf(fields: Fields, title: string): ArticleKind | null {
  const [, bracketed, labelled] = RUBRIC.exec(foldScript(title.slice(0, 40))) ?? [];
  const named = [...fields.strings('kind'), ...fields.strings('category'), ...fields.strings('tags')];
  // A section stands behind its outlet: 「某報 - 評論」.
  const names = named.flatMap((name) => [name].concat(name.split(/[-–—|｜/>]/u)));
  for (const name of [...names, bracketed ?? '', labelled ?? '']) {
    const kind = words().get(nameKey(name));
    if (kind !== undefined) return kind;
  }
  return null;
}
