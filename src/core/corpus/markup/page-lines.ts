import { foldScript } from '../../text/script.ts';
import { anyOf, lazy, phraseSource, wordsOf } from './phrases.ts';

const FOOTER_LIMIT = 300;
const FOOTER_BEGINNING = 120;
const LINKS_HEADING_LIMIT = 24;
const GAP = '.{0,24}';
// Home > News > Text
const BREADCRUMBS = /^[^>›»。!?]{1,13}(?:[>›»][^>›»。!?]{2,31}){2,5}$/u;
const RIGHTS_SIGN = /^(?:©|\(c\)\s*(?:\d{4}|copyright))/u;

const footer = lazy(() => new RegExp(`^[[【]?${phraseSource(wordsOf('footers'), GAP)}`, 'u'));
const authorBox = lazy(() => new RegExp(`^${anyOf(wordsOf('author-boxes'))}\\s*(?:[|:]|$)`, 'u'));
const links = lazy(
  () =>
    new RegExp(
      `^[【〔[]?${phraseSource(wordsOf('links-headings'), '').replaceAll('\\b', '')}[】〕\\]]?\\s*[:|]?$`,
      'u',
    ),
);

/** True for the way to a page (Home > News), a subscription appeal, a notice of rights, or the head of an author's portrait. */
export const isFooter = (text: string): boolean => {
  if (text.length > FOOTER_LIMIT) return false;
  // What a footer begins with is shorter than that; whole lines that are footers are, too.
  const line = foldScript(text.slice(0, FOOTER_BEGINNING));
  return BREADCRUMBS.test(line) || RIGHTS_SIGN.test(line) || footer().test(line) || authorBox().test(line);
};

// The box stands below the report.
const BOX_WITHIN = 12;

/** How the boxes about an author begin, among the last blocks of an article: `博客` of 「博客 | 某人」. */
export const authorBoxesIn = (blocks: readonly { readonly text: string }[]): readonly string[] =>
  blocks.slice(-BOX_WITHIN).flatMap(({ text }) => {
    if (text.length > LINKS_HEADING_LIMIT * 2) return [];
    const found = authorBox().exec(foldScript(text))?.[0];
    return found === undefined ? [] : [found.replace(/[|:]$/u, '').trimEnd()];
  });

/** True for a line of such a heading and of nothing behind it but links: 「相關新聞：某某」. */
export function isLinksLine(text: string, links: readonly { readonly text: string }[]): boolean {
  const colon = text.search(/[:：]/u);
  if (colon < 1 || links.length === 0 || !isLinksHeading(text.slice(0, colon))) return false;
  const linked = links.reduce((sum, link) => sum + solid(link.text).length, 0);
  return linked >= solid(text.slice(colon + 1)).length;
}

const solid = (text: string): string => text.replace(/\s+/gu, '');

/** True for a heading over links to other articles, or over buttons. */
export const isLinksHeading = (text: string): boolean =>
  text.length <= LINKS_HEADING_LIMIT && links().test(foldScript(text));
