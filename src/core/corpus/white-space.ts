/**
 * Marks the place where a link or an emphasis begins or ends while white space is being settled. U+FDD0 is a noncharacter
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

const CONTROLS =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFC\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Takes out what is not text and could mislead a reader or a terminal: controls, bidirectional overrides, zero-width
 * marks, noncharacters, lone surrogates. Every kind of line break becomes a line feed.
 */
export const stripControls = (text: string): string =>
  text.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, '\n').replace(CONTROLS, '');

/**
 * Settles the white space of one paragraph. A line break within Chinese is a wrap and leaves nothing; between Latin words
 * it leaves a space. A no-break space between a figure and Han (`10&nbsp;月`) is a word processor's and goes; so does
 * a space after full-width punctuation and one that a converter put beside a link. Other spaces are the author's and stay.
 */
export function settleSpace(text: string): string {
  return text
    .replace(SPACES, settleOne)
    .replaceAll(EDGE, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}

const SPACES = /[\s\u3000\uFDD0]*[\s\u3000][\s\u3000\uFDD0]*/gu;

function settleOne(run: string, at: number, whole: string): string {
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
