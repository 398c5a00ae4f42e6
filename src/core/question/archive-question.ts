import { foldScript } from '../text/script.ts';
import { langEntries, templateSource, type LangEntry } from '../text/templates.ts';

const KINDS = ['topic', 'who', 'doubt', 'wrong', 'outlets', 'count', 'latest', 'earliest', 'span'] as const;

/**
 * What is asked of the archive itself, or of the bot: which outlets it has, how many reports, its latest and its earliest, from when to
 * when, what it is about, who the bot is; `doubt` asks whether the last answer is sure, `wrong` says that it is not right.
 */
export type ArchiveQuestionKind = (typeof KINDS)[number];

/** A question on the archive itself, or on the reports of a subject as such. */
export interface ArchiveQuestion {
  readonly kind: ArchiveQuestionKind;
  /** The question with the words blanked that ask this: the subject whose reports are meant, if any is left; every offset stays. */
  readonly rest: string;
}

// These ask for nothing but themselves, and are words of reports otherwise.
const WHOLE: ReadonlySet<ArchiveQuestionKind> = new Set<ArchiveQuestionKind>(['topic', 'who', 'doubt', 'wrong']);

/**
 * Makes `archiveQuestion` of lines `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readArchiveQuestions(lines: readonly LangEntry[]): (text: string) => ArchiveQuestion | null {
  const patterns = KINDS.flatMap((kind) => {
    const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
    const any = sources.join('|') || '(?!)';
    return [{ kind, pattern: WHOLE.has(kind) ? new RegExp(`^${EDGE}(?:${any})${EDGE}$`, 'u') : new RegExp(any, 'u') }];
  });
  return (text) => {
    const folded = foldScript(text);
    for (const { kind, pattern } of patterns) {
      const match = pattern.exec(folded);
      if (match === null) continue;
      const end = match.index + match[0].length;
      return { kind, rest: text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(end) };
    }
    return null;
  };
}

// What may stand around an utterance.
const EDGE = String.raw`[\s?!.,。，、~…\p{Extended_Pictographic}\u200d\ufe0f]*`;

/** Reads what a question asks of the archive itself; null where it asks what the reports say. */
export const archiveQuestion = readArchiveQuestions(langEntries('archive-questions'));
