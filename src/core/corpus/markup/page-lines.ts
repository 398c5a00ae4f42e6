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

/** True for a heading over links to other articles, or over buttons. */
export const isLinksHeading = (text: string): boolean =>
  text.length <= LINKS_HEADING_LIMIT && links().test(foldScript(text));
