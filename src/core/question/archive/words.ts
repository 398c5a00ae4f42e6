import { langTable } from '../../text/lang-data.ts';
import type { Span } from '../../model/span.ts';

// What a word of a question is there for, each as one letter, so that the order of a question's words is a string to match (a chunk
// grammar); data/lang/zh/archive-words.txt says what each is.
const TAGS = {
  archive: 'a',
  here: 'h',
  you: 'u',
  self: 'z',
  outlet: 'o',
  'outlet-kind': 'K',
  'outlet-measure': 'M',
  source: 's',
  report: 'r',
  reporting: 'b',
  reported: 'C',
  mentions: 'c',
  says: 'Y',
  wrote: 'j',
  author: 'A',
  which: 'w',
  'how-many': 'n',
  who: 'p',
  when: 't',
  where: 'd',
  yesno: 'q',
  period: 'y',
  newest: 'l',
  oldest: 'e',
  have: 'v',
  'have-or-not': 'V',
  about: 'k',
  topic: 'i',
  any: 'g',
  from: 'f',
  is: '=',
  measure: 'm',
  some: 'P',
  sure: 'D',
  wrong: 'R',
} as const;

type Role = keyof typeof TAGS;

/** The tags of an outlet's name, of words that are none of the archive's, and of two kinds of words that say nothing. */
export const OUTLET_NAME = 'N';
export const OTHER = 'X';
export const AUTHOR = TAGS.author;
export const SOME = TAGS.some;
export const PARTICLE = '_';
export const NOTHING = ' ';

const isRole = (role: string): role is Role => role in TAGS;

/** A stretch of a question with its tag; offsets are UTF-16 units of the folded question. */
export interface TaggedWord extends Span {
  readonly tag: string;
}

/** A folded form with its role. */
export type ArchiveLexicon = ReadonlyMap<string, string>;

/** The words of questions on the archive in all languages. */
export const archiveLexicon = (): ArchiveLexicon =>
  new Map(['zh', 'yue', 'en'].flatMap((lang) => Array.from(langTable(`${lang}/archive-words`))));

/** What is known of a question before its words are: names that stand in it. */
export interface NamedSpans {
  readonly outlets: readonly Span[];
  readonly others: readonly Span[];
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;
const BETWEEN_WORDS = /[\s\p{P}\p{S}]/u;
/** Behind these a word for the inside of something is meant so; elsewhere 中 is a part of 中國. */
const HAS_INSIDE = new Set<string>([TAGS.archive, TAGS.here, TAGS.you, TAGS.outlet, TAGS.report, TAGS.reporting]);

/**
 * Makes a function that parts a folded question into words with tags, the longest form first; what is in no list is `OTHER`. Marks and
 * white space are left out.
 */
export function createTagger(lexicon: ArchiveLexicon): (folded: string, named: NamedSpans) => TaggedWord[] {
  const longest = Math.max(0, ...[...lexicon.keys()].map(({ length }) => length));
  const formAt = (folded: string, start: number, end: number): string | null => {
    if (isInsideWord(folded, start)) return null;
    for (let length = Math.min(longest, end - start); length > 0; length--) {
      const form = folded.slice(start, start + length);
      if (lexicon.has(form) && !isInsideWord(folded, start + length)) return form;
    }
    return null;
  };
  return (folded, { outlets, others }) => {
    const words: TaggedWord[] = [];
    let at = 0;
    while (at < folded.length) {
      const outlet = spanAt(outlets, at);
      const name = outlet ?? spanAt(others, at);
      if (name !== null) {
        add(words, { start: at, end: name.end, tag: outlet === null ? OTHER : OUTLET_NAME });
        at = name.end;
        continue;
      }
      const form = formAt(folded, at, Math.min(folded.length, nextStart([...outlets, ...others], at)));
      const end = at + (form?.length ?? 1);
      const role = form === null ? null : (lexicon.get(form) ?? null);
      const tag = role === null ? OTHER : tagOf(role, words.at(-1), at);
      if (role !== null || !BETWEEN_WORDS.test(folded.charAt(at))) add(words, { start: at, end, tag });
      at = end;
    }
    return words;
  };
}

// One stretch of other words is one.
function add(words: TaggedWord[], word: TaggedWord): void {
  const last = words.at(-1);
  if (word.tag === OTHER && last?.tag === OTHER) words[words.length - 1] = { ...word, start: last.start };
  else words.push(word);
}

function tagOf(role: string, before: TaggedWord | undefined, at: number): string {
  if (role === 'inside')
    return before !== undefined && before.end === at && HAS_INSIDE.has(before.tag) ? NOTHING : OTHER;
  if (isRole(role)) return TAGS[role];
  return role === 'nothing' ? NOTHING : role === 'particle' ? PARTICLE : OTHER;
}

const isInsideWord = (folded: string, at: number): boolean =>
  LETTER.test(folded.charAt(at - 1)) && LETTER.test(folded.charAt(at));

const spanAt = (spans: readonly Span[], at: number): Span | null => spans.find(({ start }) => start === at) ?? null;

const nextStart = (spans: readonly Span[], at: number): number =>
  Math.min(Number.POSITIVE_INFINITY, ...spans.flatMap(({ start }) => (start > at ? [start] : [])));
