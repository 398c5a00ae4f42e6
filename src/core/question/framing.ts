import type { Span } from '../model/span.ts';
import { langWords } from '../text/lang-data.ts';
import { templateSource } from '../text/templates.ts';
import { clausesOf, quotedIn } from './clauses.ts';

/**
 * Makes the pattern of framing words of templates: of Chinese with Cantonese, and of English, whose words are whole.
 *
 * @internal Exported for its tests.
 */
export const readFraming = (chinese: readonly string[], english: readonly string[]): RegExp =>
  new RegExp(
    [
      chinese.map((line) => templateSource(line)).join('|') || '(?!)',
      String.raw`(?<![a-z])(?:${english.map((line) => templateSource(line)).join('|') || '(?!)'})(?<![a-z](?=[a-z]))`,
    ].join('|'),
    'gu',
  );

// Of lines that fit at one place the longer template mostly matches more.
const byLength = (lines: readonly string[]): string[] => [...lines].sort((a, b) => b.length - a.length);

const FRAMING = readFraming(
  byLength([...langWords('zh/framing'), ...langWords('yue/framing')]),
  byLength(langWords('en/framing')),
);
const ENGLISH_FRAMING = readFraming([], byLength(langWords('en/framing')));

/** Blanks the English framing words of a folded text: "can you tell me" asks for no yes or no. Every offset stays. */
export const withoutEnglishFraming = (folded: string): string =>
  folded.replace(ENGLISH_FRAMING, (words) => ' '.repeat(words.length));

const FIRST_PERSON = readFraming(langWords('zh/first-person'), langWords('en/first-person'));

/**
 * Blanks what only frames a folded question: the question word, framing words, and clauses about the asker beside the one that asks. What
 * stands in `keep`, names, and in quotation marks is kept. Every offset stays.
 */
export function blankFraming(folded: string, asking: Span | null, keep: readonly Span[]): string {
  const kept = [...keep, ...quotedIn(folded)];
  const isKept = (span: Span): boolean => kept.some(({ start, end }) => span.start < end && span.end > start);
  const aside = asking === null ? [] : clausesOf(folded).filter((clause) => isAside(folded, clause, asking));
  const words = Array.from(folded.matchAll(FRAMING), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  return [...aside, ...words.filter((word) => !isKept(word)), ...(asking === null ? [] : [asking])].reduce(
    blankSpan,
    folded,
  );
}

// 「我是新聞系學生，」: about who asks. A name in it may still be the matter.
function isAside(folded: string, { start, end }: Span, asking: Span): boolean {
  if (asking.start < end && asking.end > start) return false;
  FIRST_PERSON.lastIndex = 0;
  return FIRST_PERSON.test(folded.slice(start, end));
}

/** Blanks a stretch of a text; every offset stays. */
export const blankSpan = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
