/**
 * Marks the place where a link or an emphasis begins or ends while white space is being normalised. U+FDD0 is a noncharacter
 * ("for internal use", Unicode 16, 23.7), so that it cannot be part of a text: `stripControls` takes it out of what is read.
 */
export const EDGE = '\uFDD0';

// Ideographs, kana, hangul, bopomofo, their punctuation and the full-width forms.
const CJK = '\u2E80-\u303F\u3041-\u33FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF';
// U+3000 is white space here, though it lies in a CJK block.
const CJK_LEFT = new RegExp(`[${CJK}]$`, 'u');
const CJK_RIGHT = new RegExp(`^[${CJK}]`, 'u');
const HAN_LEFT = /[\p{Script=Han}]$/u;
const HAN_RIGHT = /^[\p{Script=Han}]/u;

// First and last of the ranges of units that are not text: controls (but tab, line feed and carriage return), soft hyphen,
// zero-width marks but the joiner that holds emoji together, bidirectional overrides and isolates, noncharacters, surrogates.
const UNWANTED_RANGES = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x200b, 0x200c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffc],
  [0xfffe, 0xffff],
] as const;
const UNWANTED = new Uint8Array(0x1_0000);
for (const [first, last] of UNWANTED_RANGES) UNWANTED.fill(1, first, last + 1);

/**
 * Takes out what is not text and could mislead a reader or a terminal: controls, bidirectional overrides, zero-width
 * marks, noncharacters, lone surrogates. Every kind of line break becomes a line feed.
 */
export function stripControls(text: string): string {
  const unified = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
  // A look-up per unit is several times faster than a regular expression, and nearly all texts are clean.
  let isClean = true;
  for (let i = 0; isClean && i < unified.length; i++) isClean = UNWANTED[unified.charCodeAt(i)] === 0;
  if (isClean) return unified;
  let clean = '';
  for (const char of unified) {
    // Iterating by code point, what is left of the surrogates is lone ones.
    if (char.length > 1 || UNWANTED[char.charCodeAt(0)] === 0) clean += char;
    else if (LINE_BREAKS.has(char)) clean += '\n';
  }
  return clean;
}

const LINE_BREAKS = new Set(['\u000B', '\u000C', '\u0085', '\u2028', '\u2029']);

/**
 * Normalises the white space of one paragraph. A line break within Chinese is a wrap and leaves nothing; between Latin words
 * it leaves a space. A no-break space between a figure and Han (`10&nbsp;月`) is a word processor's and goes; so does
 * a space after full-width punctuation and one that a converter put beside a link. Other spaces are the author's and stay.
 */
export function normaliseSpace(text: string): string {
  return text.trim().replace(SPACES, normaliseRun).trim();
}

const SPACES = /[\s\uFDD0]+/gu;
const ANY_SPACE = /\s/u;

function normaliseRun(run: string, at: number, whole: string): string {
  if (!ANY_SPACE.test(run)) return '';
  // One unit suffices to tell the scripts that matter here; what lies beyond the BMP is rare Han or emoji.
  const left = whole.slice(Math.max(0, at - 1), at);
  const right = whole.slice(at + run.length, at + run.length + 1);
  if (run.includes('\n')) return CJK_LEFT.test(left) || CJK_RIGHT.test(right) ? '' : ' ';
  if (CJK_LEFT.test(left) && CJK_RIGHT.test(right)) {
    if (/[。，、；：！？）」』】》]/u.test(left) || /[。，、；：！？）」』】》]/u.test(right))
      return run.includes('\u3000') ? '\u3000' : '';
    if (run.includes(EDGE)) return '';
  }
  if (
    run.includes('\u00A0') &&
    ((/\d/u.test(left) && HAN_RIGHT.test(right)) || (HAN_LEFT.test(left) && /\d/u.test(right)))
  )
    return '';
  return run.includes('\u3000') ? '\u3000' : ' ';
}

/** A text on one line: for titles, names and tags. */
export const oneLine = (text: string): string =>
  stripControls(text)
    .replace(/\s+/gu, (run) => (run.includes('\u3000') ? '\u3000' : ' '))
    .trim();
