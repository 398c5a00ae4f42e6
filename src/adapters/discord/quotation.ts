import type { Citation } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { QuotationBlock } from '../document/blocks.ts';
import { describe, type Describable } from '../document/describe.ts';
import { splitText } from '../document/split-text.ts';
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

/** Text in pieces of which a page has room for one. */
export const piecesOf = (text: string): string[] => splitText(text, PIECE_LENGTH);

// U+2460 to U+2473 are 1 to 20 in circles.
const ordinalOf = (count: number): string => (count <= 20 ? String.fromCodePoint(0x245f + count) : `(${count})`);

/** The sources of a page, below their heading. */
export const sourceList = (citations: readonly Citation[], words: Catalogue): DiscordMarkdown =>
  joinMarkdown([bold(markdown(words.sources)), ...citations.map((citation) => sourceOf(citation, words))], '\n');

function sourceOf(citation: Citation, words: Catalogue): DiscordMarkdown {
  const described = joinMarkdown([headlineOf(citation, words), linkTo(citation.url, words)], ' · ');
  return marked`[${citation.number}] ${described}`;
}

/** A link to an article, with a label of our own; nothing where there is none that may be linked. */
export const linkTo = (url: string | null, words: Catalogue): DiscordMarkdown =>
  (url === null ? null : maskedLink(plainLine(words.labels.link, LINK_LABEL), url)) ?? marked``;

const LINK_LABEL = 20;

/** An article in a line: outlet, day, title. */
export function headlineOf(article: Describable, words: Catalogue): DiscordMarkdown {
  const outlet = article.outlet === null ? null : clip(article.outlet, NAME_LENGTH);
  const parts = describe({ ...article, outlet, title: clip(article.title, TITLE_LENGTH) }, words);
  return joinMarkdown(parts.map(markdownLine), ' · ');
}
