import { smallTalk } from './small-talk.ts';

const OPENING = '「『“《（(';
const CLOSING = '」』”》）)';

/**
 * The questions of one message, in order, each with the remarks that stand before it; none but the message itself where it asks once.
 * A question mark inside quotation marks ends none.
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '?？'.includes(char) && !'?？'.includes(text.charAt(at + 1) || ' ')) {
      parts.push(text.slice(start, at + 1).trim());
      start = at + 1;
    }
  }
  const asked = parts.filter((part) => /[\p{L}\p{N}]/u.test(part) && smallTalk(part) === null);
  return asked.length < 2 ? [text] : asked;
}
