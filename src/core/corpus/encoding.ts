import { langLines } from '../text/lang-data.ts';
import { markup } from './markup/markup.ts';

/** A file's text, the encoding that was assumed where it had to be guessed, and how many characters were lost. `null` for what is not text. */
export type Decoded = { readonly text: string; readonly assumed: string | null; readonly lost: number } | null;

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark or recognisable without, else GB18030 (which holds GBK and GB2312) or Big5 with
 * the characters of Hong Kong, whichever yields more of the characters that Chinese is mostly made of, else Windows-1252. What a page
 * says of its own encoding is often wrong and is not asked. Null for binaries. Throws MarkupNotLoaded for Big5.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = (bytes[0] ?? 0) * 0x100 + (bytes[1] ?? 0);
  if (bytes.length >= 2 && (mark === 0xfffe || mark === 0xfeff)) {
    return decoded(new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes), null);
  }
  if (bytes.includes(0)) return unmarkedUtf16(bytes);
  try {
    return decoded(UTF8.decode(bytes), null);
  } catch {
    return guess(bytes);
  }
}

/**
 * The encoding that the beginning of a long file shows, as `TextDecoder` names it; null for binaries. A character may be cut off at its
 * end. Throws MarkupNotLoaded for Big5.
 */
export function encodingOf(sample: Uint8Array): string | null {
  const mark = (sample[0] ?? 0) * 0x100 + (sample[1] ?? 0);
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  if (sample.includes(0)) return null;
  const longestCut = 4;
  for (let cut = 0; cut < longestCut; cut++) {
    try {
      UTF8.decode(sample.subarray(0, sample.length - cut));
      return 'utf-8';
    } catch {
      // A character is cut off, or it is none of UTF-8.
    }
  }
  const assumed = guess(sample)?.assumed ?? '';
  return [...NAMES].find(([, name]) => name === assumed)?.[0] ?? 'utf-8';
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

// Characters that were replaced, and those of private use, which only the font that they were typed in could show.
const LOST = /[\uE000-\uF8FF\uFFFD]/g;

const decoded = (text: string, assumed: string | null): Decoded => ({
  text,
  assumed,
  lost: text.match(LOST)?.length ?? 0,
});

// Of UTF-16 without its mark, half the bytes of Latin letters, spaces and line ends are zero, all on one side.
function unmarkedUtf16(bytes: Uint8Array): Decoded {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.min(even, odd) > 0) return null;
  const label = odd > 0 ? 'utf-16le' : 'utf-16be';
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return isText(text) && plausibility(text) >= 0 ? decoded(text, 'UTF-16') : null;
  } catch {
    return null;
  }
}

function guess(bytes: Uint8Array): Decoded {
  const best = ['utf-8', 'gb18030', 'big5', LATIN]
    .map((label) => {
      // Of Windows-1252 what it has instead of control characters counts as those: it is rare in text, and not in Chinese bytes.
      const text = label === LATIN ? Buffer.from(bytes).toString('latin1') : new TextDecoder(label).decode(bytes);
      return { label, text, score: plausibility(text) };
    })
    .reduce((one, other) => (other.score > one.score ? other : one));
  const text = textOf(best, bytes);
  return isText(text) ? decoded(text, NAMES.get(best.label) ?? best.label) : null;
}

function textOf({ label, text }: { readonly label: string; readonly text: string }, bytes: Uint8Array): string {
  // Node's table of Big5 lacks the 5,000 characters of Hong Kong's supplement: 喺, 邨, 着.
  if (label === 'big5') return markup().decodeBig5(bytes);
  return label === LATIN ? text.replace(/[\u0080-\u009f]/g, (unit) => WINDOWS.charAt(unit.charCodeAt(0) - 0x80)) : text;
}

const LATIN = 'windows-1252';
// The characters of bytes 80 to 9F. Node 20 reads control characters there, Node 24 these.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'UTF-8 with damaged characters'],
  ['gb18030', 'GB18030 (GBK)'],
  ['big5', 'Big5 (HKSCS)'],
  [LATIN, 'Windows-1252'],
]);

// The commonest characters of written Chinese, in both scripts, and its punctuation: about a third of any text. Text decoded
// with the wrong table is spread over thousands of rare ones.
const COMMON = new Set([...langLines('zh/frequent-characters').join(''), ...'，。、：；「」“”（）《》？！']);

function plausibility(text: string): number {
  let [score, wide] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    wide++;
    if (COMMON.has(text.charAt(i))) score += 3;
    else if (unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff) || (unit >= 0x80 && unit < 0xa0)) score -= 6;
    else if (unit < 0x250) score += 0.5;
    else if (unit >= 0x4e00 && unit <= 0x9fff) score += 0.2;
  }
  return wide === 0 ? 0 : score / wide;
}

// A real archive has a report with 670 control characters in its 1,600: they are tolerated in UTF-8, which binaries hardly
// ever are. In bytes that are not UTF-8, no text reaches this share.
const CONTROL_SHARE = 0.02;

function isText(text: string): boolean {
  const controls = text.match(/(?![\t\n\r\f\v])\p{Cc}/gu)?.length ?? 0;
  return controls <= text.length * CONTROL_SHARE;
}
