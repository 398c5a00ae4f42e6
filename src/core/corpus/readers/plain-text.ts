import type { RawBlock } from './raw-block.ts';
import { normaliseSpace } from '../markup/white-space.ts';

/** The end of a sentence and of its line, before a line that goes on with words. */
export const SENTENCE_AT_LINE_END = /([。！？…」』”])[^\S\n]*\n(?=[^\s>|])/gu;

// Whatever Markdown or HTML could make something of: their signs anywhere, addresses, white space at either end of a line, and
// at the beginning of one the signs of headings, quotations, lists, rules and tables. Rather a sign too many than one too few.
const MARKS = /[<&*_`[\]\\{}|~@\t]|:\/\/|:[a-z]{2,}:|www\.|[^\S\n]$|^(?:[^\S\n]|[!#-%+\-./:;=>?^]|\d{1,9}[.)])/imu;

/**
 * Reads a Markdown body that has no markup, so that all there is to do is to find its paragraphs; null for any other. What it
 * reads, `readBody` reads just so, 20 times slower.
 */
export function readParagraphs(body: string): readonly RawBlock[] | null {
  if (MARKS.test(body)) return null;
  return body
    .replace(SENTENCE_AT_LINE_END, '$1\n\n')
    .split(/\n{2,}/u)
    .map((paragraph): RawBlock => ({ role: 'text', text: normaliseSpace(paragraph), bold: false, linked: false }))
    .filter(({ text }) => text !== '');
}

/** Reads plain text: paragraphs end at an empty line, an indent or the end of a sentence; `#` begins a heading. */
export function readPlain(text: string): readonly RawBlock[] {
  return text
    .replace(/([。！？…」』”.!?])[^\S\n]*\n(?=\S)/gu, '$1\n\n')
    .split(/\n(?:[^\S\n]*\n)+|\n(?=[\u3000\t]| {2,})/u)
    .map((paragraph): RawBlock => {
      const heading = /^#{1,6}\s+(\S.*)$/u.exec(paragraph.trim())?.[1];
      const rule = /^\s*(?:[-=*_]\s?){3,}\s*$/u.test(paragraph);
      return {
        role: rule ? 'rule' : heading === undefined ? 'text' : 'heading',
        text: rule ? '' : normaliseSpace(heading ?? paragraph),
        bold: false,
        linked: false,
      };
    })
    .filter(({ role, text }) => role === 'rule' || text !== '');
}
