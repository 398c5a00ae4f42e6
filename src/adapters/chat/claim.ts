import type { Article } from '../../core/index.ts';
import { splitText } from '../document/split-text.ts';
import { visibleLine } from '../visible-text.ts';
import { webAddress } from './paragraph.ts';

/** UTF-16 units of a message that are asked about: what it claims mostly comes first. */
const LONGEST = 300;

const LINK = /<?https?:\/\/[^\s<>]+>?/giu;

/** What a message says, as a question about it: without links and mentions, cut behind a sentence. */
export function claimIn(text: string): string {
  const words = visibleLine(text.replace(LINK, ' ').replaceAll(/<(?:@[!&]?|#|a?:\w+:)\d+>/g, ' '));
  return (splitText(words, LONGEST)[0] ?? '').trim();
}

/** The article of the archive that a message links; null where it links none. */
export function linkedArticle(text: string, articles: readonly Article[]): Article | null {
  const linked = new Set([...text.matchAll(LINK)].map(([link]) => pageOf(link.replaceAll(/[<>]/g, ''))));
  if (linked.size === 0) return null;
  return articles.find(({ url }) => url !== null && linked.has(pageOf(url))) ?? null;
}

// What is measured of readers, and the place on the page, makes no other page of it.
function pageOf(url: string): string {
  const address = webAddress(url);
  if (address === null) return url;
  const { host, pathname } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}
