import type { Span } from '../model/span.ts';
import { langWords } from '../text/lang-data.ts';
import { templateSource } from '../text/templates.ts';

const QUOTED = /「([^「」]+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"|《([^《》]+)》/g;

/** What stands in quotation marks in a text, without the marks. */
export const quotedIn = (text: string): Span[] =>
  Array.from(text.matchAll(QUOTED), ({ 0: all, index }) => ({ start: index + 1, end: index + all.length - 1 }));

// A character of no script: words in quotation marks are nobody's question.
const HIDDEN = '\ue000';

/** A text with what stands in quotation marks made unreadable; every offset stays. */
export const withoutQuotations = (text: string): string =>
  quotedIn(text).reduce(
    (rest, { start, end }) => rest.slice(0, start) + HIDDEN.repeat(end - start) + rest.slice(end),
    text,
  );

/** The sentences of a question, with the marks that end them; those inside quotation marks end none. */
export const sentencesOf = (text: string): Span[] => split(text, /[。!?！？\n；;]+/g);

/** The clauses of a question, with the marks that end them; those inside quotation marks end none. */
export const clausesOf = (text: string): Span[] => split(text, /[，,。!?！？\n；;:：~～]+/g);

function split(text: string, marks: RegExp): Span[] {
  const open = withoutQuotations(text);
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of open.matchAll(marks)) {
    // 2,000 and 8:30 are one.
    if (/\d/.test(open.charAt(index - 1)) && /\d/.test(open.charAt(index + mark.length))) continue;
    spans.push({ start, end: index + mark.length });
    start = index + mark.length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

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
