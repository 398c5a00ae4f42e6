import type { Span } from '../model/span.ts';

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
