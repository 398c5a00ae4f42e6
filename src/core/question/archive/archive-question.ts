import { foldScript } from '../../text/script.ts';
import { langEntries, templateSource, type LangEntry } from '../../text/templates.ts';
import {
  AUTHOR,
  type ArchiveKind,
  type ArchiveLexicon,
  NOTHING,
  type NamedSpans,
  OTHER,
  OUTLET_NAME,
  PARTICLE,
  SOME,
  type TaggedWord,
  archiveLexicon,
  createTagger,
  kindOfTags,
} from './grammar.ts';

/** A question on the archive itself, on the reports of a subject as such, or on where the last answer is from. */
export interface ArchiveQuestion {
  readonly kind: ArchiveKind;
  /** Whether it asks that of the reports that the last answer is from. */
  readonly ofAnswer: boolean;
  /** The question with the words blanked that ask this: the subject whose reports are meant, if any is left; every offset stays. */
  readonly rest: string;
}

interface ArchiveContext {
  /** The names that stand in the question. */
  readonly named: NamedSpans;
  /** Whether there is an answer that it may be about. */
  readonly isAfterAnswer: boolean;
}

const NO_CONTEXT: ArchiveContext = { named: { outlets: [], others: [] }, isAfterAnswer: false };

/**
 * Makes `archiveQuestion` of a lexicon.
 *
 * @internal Exported for its tests.
 */
export function createArchiveReader(
  lexicon: ArchiveLexicon,
): (text: string, context?: ArchiveContext) => ArchiveQuestion | null {
  const tag = createTagger(lexicon);
  return (text, { named, isAfterAnswer } = NO_CONTEXT) => {
    const words = tag(foldScript(text), named);
    const tags = words.flatMap(({ tag: own }) => (own === NOTHING || own === PARTICLE ? [] : [own])).join('');
    const asked = kindOfTags(tags, isAfterAnswer);
    return asked === null ? null : { ...asked, rest: subjectIn(text, words) };
  };
}

const ENDS = { l: 'latest', e: 'earliest' } as const;
const tagWords = createTagger(archiveLexicon());

/** Which end of the archive words name that name nothing else: 「那最早呢？」; null where they do not. */
export function endNamed(text: string): 'latest' | 'earliest' | null {
  const words = tagWords(foldScript(text), NO_CONTEXT.named);
  const tags = words.flatMap(({ tag }) => (tag === NOTHING || tag === PARTICLE ? [] : [tag])).join('');
  return tags === 'l' || tags === 'e' ? ENDS[tags] : null;
}

/** Reads what a question asks of the archive itself; null where it asks what the reports say. */
export const archiveQuestion = createArchiveReader(archiveLexicon());

// From the first to the last word that is none of the archive's, and the outlets' names.
function subjectIn(text: string, words: readonly TaggedWord[]): string {
  const first = words.findIndex(({ tag }) => tag === OTHER);
  const last = words.findLastIndex(({ tag }) => tag === OTHER);
  const isKept = ({ tag }: TaggedWord, at: number): boolean =>
    tag === OUTLET_NAME || (first >= 0 && at >= startOf(words, first) && at <= endOf(words, last));
  const kept = words.filter(isKept);
  return Array.from({ length: text.length }, (_, i) =>
    kept.some(({ start, end }) => i >= start && i < end) || (/\s/u.test(text.charAt(i)) && first >= 0)
      ? text.charAt(i)
      : ' ',
  ).join('');
}

const LOOSE = new Set([NOTHING, SOME]);

// A character that says nothing by itself may begin or end a word, 在 in 在囚; 記者 before a name belongs to it.
const isLoose = (word: TaggedWord | undefined, beside: TaggedWord | undefined): boolean =>
  word !== undefined &&
  beside !== undefined &&
  ((LOOSE.has(word.tag) && word.end - word.start === 1) || word.tag === AUTHOR) &&
  (word.end === beside.start || word.start === beside.end);

function startOf(words: readonly TaggedWord[], first: number): number {
  let at = first;
  while (isLoose(words[at - 1], words[at])) at--;
  return at;
}

function endOf(words: readonly TaggedWord[], last: number): number {
  let at = last;
  while (isLoose(words[at + 1], words[at])) at++;
  return at;
}

const REMARKS = ['who', 'doubt', 'wrong'] as const;
/** Who the bot is, whether its last answer is sure, that it is wrong. */
export type ArchiveRemark = (typeof REMARKS)[number];

// What may stand around an utterance.
const EDGE = String.raw`[\s?!.,。，、~…\p{Extended_Pictographic}\u200d\ufe0f]*`;

function wholeUtterance(lines: readonly LangEntry[], kind: string): RegExp {
  const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
  return new RegExp(`^${EDGE}(?:${sources.join('|') || '(?!)'})${EDGE}$`, 'u');
}

/**
 * Makes `archiveRemark` of lines `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readArchiveRemarks(lines: readonly LangEntry[]): (text: string) => ArchiveRemark | null {
  const patterns = REMARKS.map((kind) => ({ kind, pattern: wholeUtterance(lines, kind) }));
  return (text) => {
    const folded = foldScript(text);
    return patterns.find(({ pattern }) => pattern.test(folded))?.kind ?? null;
  };
}

const OF_ANSWER = (['others', 'sources'] as const).map((kind) => ({
  kind,
  pattern: wholeUtterance(langEntries('asked-of-reports'), kind),
}));

/** What an utterance asks of the reports of the last answer, whole: 「其他媒體呢？」, "list them"; null where it does not. */
export const askedOfReports = (text: string): ArchiveKind | null => {
  const folded = foldScript(text);
  return OF_ANSWER.find(({ pattern }) => pattern.test(folded))?.kind ?? null;
};

/** What an utterance remarks on the bot or its last answer, whole; null where it does not. */
export const archiveRemark = readArchiveRemarks(langEntries('archive-remarks'));
