import type { Title } from '../metadata/title.ts';
import { nameKey } from '../metadata/outlets.ts';
import type { Block, BlockKind } from '../../model/article.ts';
import type { RawBlock } from '../readers/raw-block.ts';
import { editorStart, isByline, isContribution, isEditorLine } from './bylines.ts';
import { creditStart, isCaptionCredit, isCredit } from './credits.ts';
import { datelineLength } from './datelines.ts';
import { isFooter, isLinksHeading, isLinksLine } from './page-lines.ts';
import { isWriterLine } from './writers.ts';
import { createStructure } from './structure.ts';

/** An article's plain text and what its stretches are. */
export interface Body {
  readonly text: string;
  readonly blocks: readonly Block[];
}

// What one paragraph of the text consists of; parts follow each other without a separator.
interface Part {
  readonly kind: BlockKind | 'footer';
  readonly text: string;
}

interface KeptPart extends Part {
  readonly kind: BlockKind;
}

interface Paragraph {
  readonly source: RawBlock | null;
  readonly parts: readonly KeptPart[];
}

/**
 * Recognises what the blocks of an article are and joins them with empty lines. Without a paragraph, the title stands for
 * one. `names` are those of its author, outlet and section, which pages print above the text.
 */
export function composeBody(
  raw: readonly RawBlock[],
  { title, names }: { readonly title: Title; readonly names: readonly string[] },
): Body {
  const blocks = title.isSentence ? raw : withoutTitle(raw, title.text);
  const footer = footerStart(blocks);
  // Some archives say a caption again as a paragraph beside the picture.
  const isCaption = sameAs(
    blocks.filter(({ role, text }) => role === 'caption' && text.length > 8).map(({ text }) => text),
  );
  const isName = sameAs(names);
  const paragraphs: Paragraph[] = [];
  let underLinksHeading = false;
  for (const [at, block] of blocks.entries()) {
    if (block.role === 'rule' || !WORD.test(block.text)) continue;
    underLinksHeading = isLinksHeading(block.text) || (underLinksHeading && block.linked);
    const edge = at < EDGE_BLOCKS || at >= footer - EDGE_BLOCKS;
    const whole = (kind: BlockKind): Paragraph => ({ source: block, parts: [{ kind, text: block.text }] });
    // What pages print below a report is no part of it.
    if (at >= footer || underLinksHeading) continue;
    if (at < EDGE_BLOCKS && block.role === 'text' && !block.bold && isName(block.text))
      paragraphs.push(whole('editor'));
    else {
      const told = isCaption(block.text) ? { ...block, role: 'caption' as const } : block;
      const parts = partsOf(told, edge).filter(isKept);
      if (parts.length > 0) paragraphs.push({ source: block, parts });
    }
  }
  if (!paragraphs.some(({ parts }) => parts.some(({ kind }) => kind === 'paragraph')))
    paragraphs.unshift({ source: null, parts: [{ kind: 'headline', text: title.text }] });
  return join(paragraphs);
}

// Datelines and bylines stand among this many blocks from either end.
const EDGE_BLOCKS = 3;

// `* * *` and its like part sections and say nothing.
const WORD = /[\p{L}\p{N}]/u;

const PARTING = '\n\n';

function join(paragraphs: readonly Paragraph[]): Body {
  const blocks: Block[] = [];
  const pieces: string[] = [];
  const structure = createStructure();
  let length = 0;
  for (const { source, parts } of paragraphs) {
    if (length > 0) {
      pieces.push(PARTING);
      length += PARTING.length;
    }
    for (const { kind, text } of parts) {
      const start = length + text.length - text.trimStart().length;
      const end = length + text.trimEnd().length;
      if (end > start) blocks.push(structure.place({ kind, start, end }, source));
      pieces.push(text);
      length += text.length;
    }
  }
  return { text: pieces.join(''), blocks };
}

function partsOf(block: RawBlock, edge: boolean): readonly Part[] {
  const { text } = block;
  if (isFooter(text) || isLinksHeading(text) || isLinksLine(text, block.links ?? [])) return [{ kind: 'footer', text }];
  switch (block.role) {
    case 'footer':
    case 'credit':
      return [{ kind: block.role, text }];
    case 'caption':
      return isCaptionCredit(text) ? [{ kind: 'credit', text }] : cut(text, creditStart(text), ['caption', 'credit']);
    case 'heading':
      return [{ kind: isHeading(text) ? 'heading' : 'paragraph', text }];
    case 'rule':
    case 'meta':
    case 'text':
      break;
  }
  return partsOfText(block, edge);
}

function partsOfText({ text, bold }: RawBlock, edge: boolean): readonly Part[] {
  if (isEditorLine(text) || (edge && (isByline(text) || isWriterLine(text) || isContribution(text))))
    return [{ kind: 'editor', text }];
  if (isCredit(text)) return [{ kind: 'credit', text }];
  if (bold && text.length <= BOLD_HEADING_LIMIT && !/[。；，：:]|[！？!?」』”.]$/u.test(text))
    return [{ kind: 'heading', text }];
  const dateline = edge ? datelineLength(text) : 0;
  const editor = editorStart(text);
  const parts: Part[] = [
    { kind: 'dateline', text: text.slice(0, dateline) },
    { kind: 'paragraph', text: text.slice(dateline, Math.max(dateline, editor)) },
    { kind: 'editor', text: text.slice(Math.max(dateline, editor)) },
  ];
  return parts.filter((one) => one.text !== '');
}

const BOLD_HEADING_LIMIT = 30;

const isKept = (part: Part): part is KeptPart => part.kind !== 'footer';

function cut(text: string, at: number, kinds: readonly [BlockKind, BlockKind]): Part[] {
  const parts: Part[] = [
    { kind: kinds[0], text: text.slice(0, at) },
    { kind: kinds[1], text: text.slice(at) },
  ];
  return parts.filter((part) => part.text !== '');
}

// Archives make headings of whole paragraphs; a heading that says a sentence is one of those.
const isHeading = (text: string): boolean =>
  text.length <= 80 && !(text.length > 25 && /[。；]/u.test(text)) && !text.endsWith('。');

// The title is often said again above the body, as a heading or as a link.
function withoutTitle(raw: readonly RawBlock[], title: string): readonly RawBlock[] {
  const isTitle = sameAs([title]);
  return raw.filter(({ role, text, linked }, at) => {
    const mayBe = at < TITLE_WITHIN && role !== 'rule' && (at < 3 || linked || role === 'heading');
    return !(mayBe && isTitle(text));
  });
}

const TITLE_WITHIN = 12;

// Compares with any of some texts, script and punctuation aside. Most texts are told apart by their length alone.
function sameAs(texts: readonly string[]): (text: string) => boolean {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0) * 1.5 + 5;
  let keys: ReadonlySet<string> | null = null;
  return (text) => {
    if (texts.length === 0 || text.length > longest) return false;
    keys ??= new Set(texts.map(nameKey).filter((key) => key !== ''));
    return keys.has(nameKey(text));
  };
}

// From here on there are only appeals, portraits and links. A rule begins that part where a footer follows it at once; so does
// the tail of short links that pages end with.
function footerStart(blocks: readonly RawBlock[]): number {
  const rule = footerRule(blocks);
  if (rule !== null) return rule;
  let start = blocks.length;
  let links = 0;
  while (start > 0) {
    const block = blocks[start - 1];
    if (
      block === undefined ||
      !(
        block.role === 'rule' ||
        block.linked ||
        (block.text.length <= 24 && (block.role === 'heading' || isLinksHeading(block.text)))
      )
    )
      break;
    if (block.linked) links++;
    start--;
  }
  return links > 0 ? start : blocks.length;
}

// The first rule that a footer follows at once and no more than two reports follow at all; read from the end.
function footerRule(blocks: readonly RawBlock[]): number | null {
  let first: number | null = null;
  let reports = 0;
  let next: RawBlock | null = null;
  for (let at = blocks.length - 1; at >= 0 && reports <= 2; at--) {
    const block = blocks[at];
    if (block === undefined) break;
    if (block.role !== 'rule') {
      if (block.role === 'text' && block.text.length > 120 && !isFooter(block.text)) reports++;
      next = block;
    } else if (next !== null && (isFooter(next.text) || isLinksHeading(next.text))) first = at;
  }
  return first;
}
