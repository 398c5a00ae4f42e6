import type { Citation } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { Item } from './layout.ts';
import {
  blockQuote,
  bold,
  clip,
  joinMarkdown,
  markdown,
  markdownLine,
  maskedLink,
  marked,
  plainLine,
  type DiscordMarkdown,
} from './markdown.ts';

/** What a quotation is made from; offsets as in `Point`. */
export interface Quotable {
  readonly quote: string;
  readonly citation: number;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly reportedBy?: string | null;
}

/** Numbers the quotes of a message, and knows what they are from. */
export interface Quoting {
  readonly words: Catalogue;
  readonly citations: readonly Citation[];
  /** How many quotes there were before. */
  count: number;
}

/** UTF-16 units before escaping, which at most doubles them: a page has room for one, with its source. */
const PIECE_LENGTH = 700;
const NAME_LENGTH = 80;
const TITLE_LENGTH = 160;

/**
 * A quotation with its number and speaker, below `above`: one item, or for a long quote several that follow each other, parted at
 * the ends of sentences.
 */
export function quotation(point: Quotable, quoting: Quoting, above: DiscordMarkdown = marked``): Item[] {
  const { words, citations } = quoting;
  const { quote, start, end, citation } = point;
  quoting.count += 1;
  const ordinal = ordinalOf(quoting.count);
  const articleId = citations.find(({ number }) => number === citation)?.articleId;
  const said = articleId === undefined ? {} : { quote: { ordinal, articleId, start, end, quote } };
  const [first = '', ...more] = piecesOf(words.quoted(inOwnLines(quote)));
  const cited = marked` [${citation}]`;
  const opening = marked`${markdown(ordinal)} ${speakerOf(point, words)}${markdown(first)}${more.length === 0 ? cited : marked``}`;
  return [
    { text: joinMarkdown([above, blockQuote(opening)], '\n'), cites: citation, ...said },
    ...more.map((piece, n): Item => {
      const isLast = n === more.length - 1;
      return { text: blockQuote(marked`${markdown(piece)}${isLast ? cited : marked``}`), cites: citation };
    }),
  ];
}

function speakerOf({ speaker, reportedBy }: Quotable, words: Catalogue): DiscordMarkdown {
  if (speaker === null) return marked``;
  const short = clip(speaker, NAME_LENGTH);
  const named = reportedBy == null ? short : words.reportedBy(short, clip(reportedBy, NAME_LENGTH));
  const label = words.speaker(named.replace(/\s+/gu, ' '));
  return marked`${bold(markdown(label.trim()))}${label.endsWith(' ') ? marked` ` : marked``}`;
}

// A quote may run over the end of a paragraph; it then does so here too.
const inOwnLines = (quote: string): string => quote.trim().replace(/[^\S\n]*\n\s*/gu, '\n');

/** Text in pieces that fit, parted behind ends of sentences; only a sentence that is longer is cut within. */
export function piecesOf(text: string, limit: number = PIECE_LENGTH): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of text.match(/[^。！？!?\n]*(?:[。！？!?\n]+[」』”’"）)]*|$)/gu) ?? []) {
    if (piece !== '' && piece.length + sentence.length > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += sentence;
    while (piece.length > limit) {
      const cut = piece.slice(0, limit).replace(/\p{Surrogate}$/u, '');
      pieces.push(cut);
      piece = piece.slice(cut.length);
    }
  }
  return piece === '' && pieces.length > 0 ? pieces : [...pieces, piece];
}

// U+2460 to U+2473 are 1 to 20 in circles.
const ordinalOf = (count: number): string => (count <= 20 ? String.fromCodePoint(0x245f + count) : `(${count})`);

/** The sources of a page, below their heading. */
export const sourceList = (citations: readonly Citation[], words: Catalogue): DiscordMarkdown =>
  joinMarkdown([bold(markdown(words.sources)), ...citations.map((citation) => sourceOf(citation, words))], '\n');

function sourceOf({ number, outlet, date, title, url, digest }: Citation, words: Catalogue): DiscordMarkdown {
  const name = clip(outlet ?? words.unknownOutlet, NAME_LENGTH);
  const described = describedBy([digest ? words.digestOf(name) : name, date ?? words.undated, title]);
  const link = url === null ? null : maskedLink(plainLine(words.labels.link, LINK_LABEL), url);
  return marked`[${number}] ${link === null ? described : joinMarkdown([described, link], ' · ')}`;
}

const LINK_LABEL = 20;

/** An article in a line: outlet, day, title. */
export const headlineOf = (
  { outlet, date, title }: { outlet: string | null; date: string | null; title: string },
  words: Catalogue,
): DiscordMarkdown => describedBy([clip(outlet ?? words.unknownOutlet, NAME_LENGTH), date ?? words.undated, title]);

const describedBy = ([outlet, date, title]: readonly [string, string, string]): DiscordMarkdown =>
  joinMarkdown([markdownLine(outlet), markdownLine(date), markdownLine(clip(title, TITLE_LENGTH))], ' · ');
