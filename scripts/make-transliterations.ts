// Makes data/dictionary/transliteration.tsv from the names of CC-CEDICT and ECDICT: `npm run dictionary`.
// Of each Chinese syllable, which characters foreign names are written with, the commonest first, and which letters they stand for,
// how often of a thousand: 曼 is "man" in 曼宁, Manning. Learnt by
// expectation maximisation over all ways to cut a name into a part for each character (Brown et al. 1993; Knight and Graehl 1998).
import { writeFileSync } from 'node:fs';
import { entries, type Entry } from './cedict.ts';
import { englishEntries } from './ecdict.ts';
import { langWords } from '../src/core/text/lang-data.ts';
import { foldScript } from '../src/core/text/script.ts';

interface Pair {
  readonly characters: string;
  readonly syllables: readonly string[];
  readonly letters: string;
}

const LONGEST_PART = 5;
const ROUNDS = 12;
// From this round on a pair whose letters are as likely by chance is left out: 日本 is no way to write Japan.
const FIRST_CHOSEN = 4;
// In nats a letter.
const BY_CHANCE = 1.5;
// What is counted once or so is chance; so much of each syllable is left for what was not seen.
const UNSEEN = 3;
const FEWEST = 1.5;
const FEWEST_NAMES = 3;
// 里 and 内 are in many names; 的 and 和 in a few, and everywhere else.
const FEWEST_OF_PARTICLES = 20;
const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(langWords('zh/function-characters'));
/** A part is kept that at least so many in a thousand of a syllable's are. */
const LEAST = 8;

const words = new Set(entries.map(([, simplified]) => simplified));

function pairsOf([, simplified, pinyin, meaning]: Entry): Pair[] {
  const syllables = pinyin
    .toLowerCase()
    .replaceAll('u:', 'v')
    .split(' ')
    .map((one) => one.replace(/\d$/, ''));
  // 加拿大人 is 加拿大 and a word behind it.
  if (words.has(simplified.slice(0, -1)) && simplified.length > 2) return [];
  if (!/^[\u4e00-\u9fff]{2,8}$/.test(simplified) || syllables.length !== simplified.length) return [];
  return (typeof meaning === 'string' ? [meaning] : meaning)
    .flatMap((one) => one.split(/[;/]/))
    .map((gloss) => /^[A-Z][a-z]{2,}$/.exec(gloss.replace(/\([^()]*\)|,.*$/g, ' ').trim())?.[0].toLowerCase())
    .filter((name) => name !== undefined && !syllables.join('').startsWith(name))
    .map((name = '') => ({ characters: foldScript(simplified), syllables, letters: name }));
}

type Table = Map<string, Map<string, number>>;
let shares: Table | null = null;

// Before anything is learnt, a part begins as its syllable does.
const first = (syllable: string, part: string): number =>
  (part === '' ? 0.05 : part[0] === syllable[0] ? 1 : 0.1) * 0.3 ** Math.abs(part.length - 2);
const shareOf = (syllable: string, part: string): number =>
  shares === null ? first(syllable, part) : (shares.get(syllable)?.get(part) ?? 1e-7);

// Adds how often each part is each syllable's in a pair, over all ways to cut it; gives the logarithm of their sum.
function count({ syllables, letters }: Pair, into: Table | null): number {
  const [n, m] = [syllables.length, letters.length];
  const at = (i: number, j: number): number => i * (m + 1) + j;
  const before = new Float64Array((n + 1) * (m + 1));
  const behind = new Float64Array((n + 1) * (m + 1));
  const cuts: [number, number, number, number][] = [];
  before[0] = 1;
  behind[at(n, m)] = 1;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= m; j++)
      for (let k = j; k <= Math.min(m, j + LONGEST_PART); k++)
        cuts.push([i, j, k, shareOf(syllables[i] ?? '', letters.slice(j, k))]);
  for (const [i, j, k, share] of cuts) before[at(i + 1, k)]! += (before[at(i, j)] ?? 0) * share;
  for (const [i, j, k, share] of cuts.toReversed()) behind[at(i, j)]! += (behind[at(i + 1, k)] ?? 0) * share;
  const total = before[at(n, m)] ?? 0;
  if (into !== null && total > 0)
    for (const [i, j, k, share] of cuts) {
      const expected = ((before[at(i, j)] ?? 0) * share * (behind[at(i + 1, k)] ?? 0)) / total;
      if (expected < 1e-6) continue;
      const parts = into.get(syllables[i] ?? '') ?? new Map<string, number>();
      into.set(syllables[i] ?? '', parts.set(letters.slice(j, k), (parts.get(letters.slice(j, k)) ?? 0) + expected));
    }
  return Math.log(total);
}

// How a character is mostly read: of 尔 in 加尔文, "er".
const readings: Table = new Map();
for (const [, simplified, pinyin] of entries) {
  const syllables = pinyin.toLowerCase().replaceAll('u:', 'v').split(' ');
  if (syllables.length !== simplified.length) continue;
  syllables.forEach((one, i) => {
    const own = readings.get(simplified.charAt(i)) ?? new Map<string, number>();
    const syllable = one.replace(/\d$/, '');
    readings.set(simplified.charAt(i), own.set(syllable, (own.get(syllable) ?? 0) + 1));
  });
}
const readingOf = (character: string): string =>
  [...(readings.get(character) ?? [])].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';

const namePairs = (): Pair[] =>
  englishEntries()
    .filter(({ word, isName }) => isName && /^[a-z]{3,}$/.test(word))
    .flatMap(({ word, senses }) =>
      (senses[0] ?? [])
        .filter((form) => form.length > 1)
        .map((form) => ({
          characters: foldScript(form),
          syllables: Array.from(form, readingOf),
          letters: word,
        })),
    );

let pairs = [...entries.flatMap(pairsOf), ...namePairs()];
let counted: Table = new Map();
for (let round = 0; round < ROUNDS; round++) {
  if (round >= FIRST_CHOSEN) pairs = pairs.filter((pair) => -count(pair, null) < BY_CHANCE * pair.letters.length);
  const counts: Table = new Map();
  let sum = 0;
  for (const pair of pairs) sum += count(pair, counts);
  counted = new Map(Array.from(counts, ([syllable, parts]) => [syllable, new Map(parts)]));
  for (const parts of counts.values()) {
    const total = [...parts.values()].reduce((of, one) => of + one, 0);
    for (const [part, one] of parts) parts.set(part, one / (total + UNSEEN));
  }
  shares = counts;
  console.log(round, pairs.length, (sum / pairs.length).toFixed(2));
}

const characters: Table = new Map();
for (const { characters: own, syllables } of pairs)
  syllables.forEach((syllable, i) => {
    const counts = characters.get(syllable) ?? new Map<string, number>();
    characters.set(syllable, counts.set(own.charAt(i), (counts.get(own.charAt(i)) ?? 0) + 1));
  });
const charactersOf = (syllable: string): string =>
  [...(characters.get(syllable) ?? [])]
    .filter(([character, count]) => count >= (FUNCTION_CHARACTERS.has(character) ? FEWEST_OF_PARTICLES : FEWEST_NAMES))
    .toSorted(([, a], [, b]) => b - a)
    .map(([character]) => character)
    .join('');

const lines = [...(shares ?? [])]
  // Of characters that CC-CEDICT does not read.
  .filter(([syllable]) => syllable !== '')
  .map(([syllable, parts]) => {
    const kept = [...parts]
      .map(([part, share]) => [part, Math.round(share * 1000)] as const)
      .filter(([part, share]) => share >= LEAST && (counted.get(syllable)?.get(part) ?? 0) >= FEWEST)
      .toSorted(([, a], [, b]) => b - a);
    return `${syllable}\t${charactersOf(syllable)}\t${kept.map(([part, share]) => `${part}=${share}`).join(',')}\n`;
  });
writeFileSync(new URL('../data/dictionary/transliteration.tsv', import.meta.url), lines.toSorted().join(''));
