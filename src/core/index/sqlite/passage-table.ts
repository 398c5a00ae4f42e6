import type { ArticleRow } from './article-rows.ts';

/** Which article a passage is of, and how long it is; kept in memory for all passages. */
export interface PassageTable {
  /** The row of a passage's article, and which of its passages it is; null for a passage that is gone. */
  readonly ownerOf: (passage: number) => { readonly row: ArticleRow; readonly at: number } | null;
  /** How many different terms each passage has; 0 for one that is gone. */
  readonly lengths: Uint16Array;
  /** How many passages there are. */
  readonly size: number;
  readonly averageLength: number;
}

export function createPassageTable(rows: readonly ArticleRow[]): PassageTable {
  let end = 0;
  for (const { passages } of rows) if (passages !== null) end = Math.max(end, passages.first + passages.lengths.length);
  const owners = new Uint32Array(end);
  const lengths = new Uint16Array(end);
  let size = 0;
  let total = 0;
  rows.forEach(({ passages }, at) => {
    if (passages === null) return;
    const { first, lengths: own } = passages;
    owners.fill(at + 1, first, first + own.length);
    lengths.set(own, first);
    size += own.length;
    for (const length of own) total += length;
  });
  return {
    ownerOf: (passage) => {
      const row = rows[(owners[passage] ?? 0) - 1];
      return row?.passages == null ? null : { row, at: passage - row.passages.first };
    },
    lengths,
    size,
    averageLength: total / Math.max(1, size),
  };
}
