import { oneLine } from '../markup/white-space.ts';
import { isLinksHeading } from '../markup/page-lines.ts';
import { withoutMarkup } from '../markup/markup.ts';
import type { RawBlock } from '../readers/raw-block.ts';
import { splitSentences } from '../../text/sentences.ts';
import { nameKey } from './outlets.ts';

/** An article's title, and whether it is a sentence of the text, which then keeps it. */
export interface Title {
  readonly text: string;
  readonly isSentence: boolean;
}

// UTF-16 units: a first line that is longer is a paragraph, a longer first sentence makes no title.
const TITLE_LIMIT = 100;

// A title on one line, without the name of the site at its end.
function cleanTitle(written: string, siteNames: readonly string[]): string {
  const title = oneLine(withoutMarkup(written));
  const suffix = /(?:\s[-–—]\s|[|｜_])\s*([^\s\-–—|｜_][^-–—|｜_]{1,29})$/u.exec(title);
  if (suffix === null || suffix.index === 0) return title;
  const key = nameKey(suffix[1] ?? '');
  return key !== '' && siteNames.some((name) => nameKey(name) === key) ? title.slice(0, suffix.index).trim() : title;
}

/**
 * An article's title: the one that is given, else its first heading, a first line that is no sentence, its first sentence, its
 * file's name; null where there is neither a title nor a text.
 */
export function titleOf(
  { given, blocks, path }: { given: string | null; blocks: readonly RawBlock[]; path: string },
  siteNames: readonly string[],
): Title | null {
  const heading = blocks.find(
    ({ role, part, text }) => role === 'heading' && part === undefined && !isLinksHeading(text),
  )?.text;
  const isWindow = given !== null && heading !== undefined && isWithSite(given, heading);
  for (const candidate of [isWindow ? heading : given, heading]) {
    const text = candidate == null ? '' : cleanTitle(candidate, siteNames);
    if (text !== '') return { text, isSentence: false };
  }
  if (!blocks.some(({ text }) => text !== '')) return null;
  // The way back to a list of articles is called nothing that an article is.
  const first = blocks.find(({ role, text }) => role === 'text' && text !== '' && !isLinksHeading(text))?.text ?? '';
  const isLine = first.length <= TITLE_LIMIT && !/[。！？…!?.]["”」』]?$/u.test(first);
  const line = isLine ? cleanTitle(first, siteNames) : '';
  if (line !== '') return { text: line, isSentence: false };
  const sentence = cleanTitle(firstSentence(first) ?? '', siteNames);
  if (sentence !== '') return { text: sentence, isSentence: true };
  const name = path.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '');
  return { text: cleanTitle(name, siteNames) || oneLine(path) || path, isSentence: false };
}

// What a page's window is called: its heading, then the site.
const isWithSite = (given: string, heading: string): boolean =>
  heading.length > 3 && given.startsWith(heading) && /^\s*[-–—|｜_]/u.test(given.slice(heading.length));

function firstSentence(text: string): string | null {
  const [first] = splitSentences(text.slice(0, TITLE_LIMIT * 2));
  return first === undefined || first.end - first.start > TITLE_LIMIT ? null : text.slice(first.start, first.end);
}
