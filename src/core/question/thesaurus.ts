import { foldScript, hasHan } from '../text/script.ts';
import { langLines } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';
import { segmentsOf } from '../text/sentences.ts';
import type { Span } from '../model/span.ts';

/** A word of a question for which a report may have another; offsets into the question, in UTF-16 units. */
export interface LikeWord extends Span {
  /** Folded; of an English word the stem, of several the stems with a space between. */
  readonly word: string;
  /** What else may stand for it, likewise folded or stemmed; without the word itself. */
  readonly likes: readonly string[];
}

interface Groups {
  /** The other words of each group that a word stands in. */
  readonly likesOf: (word: string) => readonly string[];
  readonly has: (word: string) => boolean;
  /** In UTF-16 units. */
  readonly longest: number;
}

// The lists are long, and read when a question is first asked.
let chinese: Groups | null = null;
let english: Groups | null = null;

function readGroups(list: string, formOf: (word: string) => string): Groups {
  const groups = langLines(list).map((line) => Array.from(new Set(line.split(',').map((word) => formOf(word.trim())))));
  const byWord = new Map<string, number[]>();
  groups.forEach((group, g) => {
    for (const word of group) {
      const own = byWord.get(word);
      if (own === undefined) byWord.set(word, [g]);
      else own.push(g);
    }
  });
  return {
    likesOf: (word) => {
      const likes = new Set((byWord.get(word) ?? []).flatMap((g) => groups[g] ?? []));
      likes.delete(word);
      return Array.from(likes);
    },
    has: (word) => byWord.has(word),
    longest: Math.max(...Array.from(byWord.keys(), ({ length }) => length)),
  };
}

const stemsOf = (words: string): string => words.toLowerCase().split(' ').map(stemOf).join(' ');

/** The words of a folded question that the thesaurus has, the longest at each place, in order. */
export function likeWordsIn(folded: string): LikeWord[] {
  return [...(hasHan(folded) ? inChinese(folded) : []), ...inEnglish(folded)];
}

function inChinese(folded: string): LikeWord[] {
  chinese ??= readGroups('zh/thesaurus', foldScript);
  const { has, likesOf, longest } = chinese;
  // A word of one character counts where it is one of its own: 捉 in 邊個捉佢, and not in 捉摸.
  const alone = new Set(
    Array.from(segmentsOf(folded)).flatMap(({ segment, index }) => (segment.length === 1 ? [index] : [])),
  );
  const found: LikeWord[] = [];
  for (let at = 0; at < folded.length;) {
    let end = Math.min(folded.length, at + longest);
    while (end > at + 1 && !(has(folded.slice(at, end)) && isWhole(folded, at, end))) end--;
    const word = folded.slice(at, end);
    if (word.length > 1 || (alone.has(at) && has(word))) found.push({ start: at, end, word, likes: likesOf(word) });
    at = end;
  }
  return found;
}

// Words in Latin letters, CEO, are cut out of none.
const isWhole = (text: string, start: number, end: number): boolean =>
  !(LATIN.test(text.charAt(start)) && LATIN.test(text.charAt(start - 1))) &&
  !(LATIN.test(text.charAt(end - 1)) && LATIN.test(text.charAt(end)));

const LATIN = /[a-z\d]/;
const ENGLISH_WORD = /[a-z\d][a-z\d'’-]*/g;
// So many words make the longest phrase of the English list.
const MOST_WORDS = 6;

function inEnglish(folded: string): LikeWord[] {
  const words = Array.from(folded.matchAll(ENGLISH_WORD), ({ 0: word, index }) => ({
    stem: stemOf(word),
    start: index,
    end: index + word.length,
  }));
  if (words.length === 0) return [];
  english ??= readGroups('en/thesaurus', stemsOf);
  const { has, likesOf } = english;
  const found: LikeWord[] = [];
  for (let w = 0; w < words.length;) {
    let count = Math.min(MOST_WORDS, words.length - w);
    const phrase = (): string =>
      words
        .slice(w, w + count)
        .map(({ stem }) => stem)
        .join(' ');
    while (count > 1 && !has(phrase())) count--;
    const [first, last, word] = [words[w], words[w + count - 1], phrase()];
    if (first !== undefined && last !== undefined && has(word))
      found.push({ start: first.start, end: last.end, word, likes: likesOf(word) });
    w += count;
  }
  return found;
}
