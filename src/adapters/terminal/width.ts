import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[ -~]*$/;
// CJK punctuation, kana, Han and full-width forms: two columns each, in every terminal, and nearly all there is to measure. The marks of
// voiced kana (U+3099, U+309A) take none.
const WIDE_ONLY = /^[\u3001-\u3098\u309b-\u30ff\u3400-\u9fff\uff01-\uff60]*$/;

/** How many columns of a terminal a text takes. Quotes and dashes of uncertain width count as narrow. */
export function displayWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  if (WIDE_ONLY.test(text)) return text.length * 2;
  return stringWidth(text);
}
