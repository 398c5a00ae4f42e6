// How common bigrams are in Chinese text at large: what tells a rare word from a common one in a corpus of five reports.
import { writeFile } from 'node:fs/promises';
import type { Article } from '../../src/core/model/article.ts';
import { passagesOf } from '../../src/core/index/passages.ts';
import { bigramKey, bigramUnits, foldScript, isCjk } from '../../src/core/text/script.ts';

const RAREST = 0.003;

/** Shares of the passages that hold a bigram, averaged over the collections, so that a large one does not drown a small one. */
function bigramShares(collections: readonly (readonly Article[])[]): Map<number, number> {
  const shares = new Map<number, number>();
  for (const articles of collections) {
    const counts = new Map<number, number>();
    let passages = 0;
    for (const article of articles) {
      for (const passage of passagesOf(article)) {
        if (passage.kind !== 'body') continue;
        passages += 1;
        const folded = foldScript(article.text.slice(passage.start, passage.end));
        const bigrams = new Set<number>();
        for (let i = 0; i + 1 < folded.length; i++) {
          const [a, b] = [folded.charCodeAt(i), folded.charCodeAt(i + 1)];
          if (isCjk(a) && isCjk(b)) bigrams.add(bigramKey(a, b));
        }
        for (const bigram of bigrams) counts.set(bigram, (counts.get(bigram) ?? 0) + 1);
      }
    }
    for (const [bigram, count] of counts)
      shares.set(bigram, (shares.get(bigram) ?? 0) + count / passages / collections.length);
  }
  return shares;
}

/**
 * What src/core/index/background.generated.ts has: the bigrams of some collections by how common they are, and how many of them are.
 *
 * @internal Exported for its tests.
 */
export function backgroundSource(collections: readonly (readonly Article[])[]): {
  readonly source: string;
  readonly count: number;
} {
  const levels: string[][] = [];
  let count = 0;
  for (const [bigram, share] of bigramShares(collections)) {
    if (share < RAREST) continue;
    // Half a power of two a level: 1, 0.71, 0.5, 0.35 …
    const level = Math.floor(-2 * Math.log2(Math.min(1, share)));
    (levels[level] ??= []).push(String.fromCharCode(...bigramUnits(bigram)));
    count += 1;
  }
  const lines = Array.from(levels, (bigrams) => `  '${(bigrams ?? []).toSorted().join('')}',`);
  const source = `// Made by scripts/train/tables.ts from the development splits. Do not edit.

/** Folded bigrams; those at position n stand in about 2^(-n/2) of the passages of Chinese text at large. */
export const COMMON_BIGRAMS: readonly string[] = [
${lines.join('\n')}
];

/** The share of passages that a bigram outside \`COMMON_BIGRAMS\` stands in at the most. */
export const RARE_SHARE = ${RAREST};
`;
  return { source, count };
}

/** Writes src/core/index/background.generated.ts; gives how many bigrams are common. */
export async function writeBackground(collections: readonly (readonly Article[])[]): Promise<number> {
  const { source, count } = backgroundSource(collections);
  await writeFile(new URL('../../src/core/index/background.generated.ts', import.meta.url), source);
  return count;
}
