import type { Citation } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from '../document/blocks.ts';
import type { Item } from './layout.ts';
import {
  blockQuote,
  bold,
  clip,
  faint,
  joinMarkdown,
  markdown,
  markdownLine,
  maskedLink,
  marked,
  plainLine,
  type DiscordMarkdown,
} from './markdown.ts';

/** UTF-16 units before escaping, which at most doubles them: a page has room for one, with its source. */
const PIECE_LENGTH = 700;
export const NAME_LENGTH = 80;
const CONTEXT_LENGTH = 300;
const TITLE_LENGTH = 160;

/**
 * A quotation with its number and speaker, below `above`: one item, or for a long quote several that follow each other, parted at
 * the ends of sentences.
 */
export function quotation(block: QuotationBlock, above: DiscordMarkdown, words: Catalogue): Item[] {
  const { quote, start, end, citation, source, before, number } = block;
  const ordinal = ordinalOf(number);
  const said = source === null ? {} : { quote: { ordinal, articleId: source.articleId, start, end, quote } };
  const [first = '', ...more] = piecesOf(words.quoted(quote));
  const cited = marked` [${citation}]`;
  const opening = marked`${markdown(ordinal)} ${speakerOf(block, words)}${markdown(first)}${more.length === 0 ? cited : marked``}`;
  const context = before === null ? marked`` : blockQuote(faint(words.quoted(clip(before, CONTEXT_LENGTH))));
  return [
    {
      text: joinMarkdown([above, context, blockQuote(opening)], '\n'),
      cites: citation,
      isTight: TIGHT.has(block.role),
      ...said,
    },
    ...more.map((piece, n): Item => {
      const isLast = n === more.length - 1;
      return { text: blockQuote(marked`${markdown(piece)}${isLast ? cited : marked``}`), cites: citation };
    }),
  ];
}

// What goes with the quotation before stands right below it.
const TIGHT: ReadonlySet<QuotationBlock['role']> = new Set<QuotationBlock['role']>(['item', 'duplicate', 'also']);

function speakerOf({ speaker }: QuotationBlock, words: Catalogue): DiscordMarkdown {
  if (speaker === null) return marked``;
  const label = words.speaker(clip(speaker, 2 * NAME_LENGTH).replace(/\s+/gu, ' '));
  return marked`${bold(markdown(label.trim()))}${label.endsWith(' ') ? marked` ` : marked``}`;
}

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
