import { stripVTControlCharacters } from 'node:util';

// C0 without the line feed, DEL and C1; whatever changes the direction of writing; what is invisible and can carry a message.
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** What a reader sees of a text: escape sequences, control characters and bidi overrides go, line breaks stay as `\n`. */
export const visibleText = (untrusted: string): string =>
  stripVTControlCharacters(untrusted)
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, (control) => (control === '\n' ? control : ''))
    .replace(/\p{Surrogate}/gu, '\uFFFD');

/** The same in one line: every run of white space becomes one space. */
export const visibleLine = (untrusted: string): string => visibleText(untrusted).replace(/\s+/gu, ' ').trim();

const GRAPHEMES = new Intl.Segmenter();

/** A line of at most `limit` UTF-16 units, for a caption; what does not fit is an ellipsis. No character is cut in two. */
export function caption(untrusted: string, limit: number): string {
  const line = visibleLine(untrusted);
  if (line.length <= limit) return line;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(line.slice(0, limit))) {
    if (kept.length + segment.length >= limit) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
