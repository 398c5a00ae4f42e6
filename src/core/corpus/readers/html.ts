import { Parser } from 'htmlparser2';

import type { PageParts } from '../markup/page-parts.ts';
import { stripControls } from '../markup/white-space.ts';
import { frameWithin, ROOT, type Frame } from './frame.ts';
import { createPageMeta } from './page-meta.ts';
import type { Link, RawBlock, Reading } from './raw-block.ts';
import { closeRow, openTable, type Table } from './table.ts';
import { createTextBuffer, solidLength, type TextBuffer } from './text-buffer.ts';

// Below this many characters, a page of which more was dropped than kept was misjudged by the names of its classes.
const MISJUDGED_BELOW = 100;

/** Reads HTML, a fragment or a page, as blocks of plain text; pages' navigation, comments and the like are left out. Throws a RangeError for tags nested thousands deep. */
export function readHtml(html: string, parts: PageParts): Reading {
  const reading = walk(html, parts, false);
  if (reading.kept >= MISJUDGED_BELOW || reading.dropped <= MISJUDGED_BELOW) return reading;
  return walk(html, parts, true);
}

// No page is as deep as this; the parser's time grows with the square of it.
const DEPTH_LIMIT = 2000;
// Links are of use where a line is about them: so many of a block of at most so many UTF-16 units.
const LINK_LIMIT = 20;
const LINKS_WITHIN = 400;
// UTF-16 units: what is longer in italics below a picture is the beginning of the report.
const CAPTION_LIMIT = 120;
const EDGED = new Set(['a', 'b', 'strong', 'em', 'i']);

// All that is open at one place of the page.
interface Walk {
  readonly parts: PageParts;
  readonly lenient: boolean;
  readonly blocks: RawBlock[];
  readonly frames: Frame[];
  readonly tables: Table[];
  readonly buffer: TextBuffer;
  /** The number or bullet of the item whose text is due, and whether one is. */
  item: { marker: string } | null;
  /** The link that is open, and those of the block. */
  link: { readonly href: string; text: string } | null;
  links: Link[];
  /** A picture has come, and no text since. */
  isBelowPicture: boolean;
  kept: number;
  dropped: number;
}

function walk(html: string, parts: PageParts, lenient: boolean): Reading & { kept: number; dropped: number } {
  const state: Walk = {
    parts,
    lenient,
    blocks: [],
    frames: [],
    tables: [],
    buffer: createTextBuffer(),
    item: null,
    link: null,
    links: [],
    isBelowPicture: false,
    kept: 0,
    dropped: 0,
  };
  const page = createPageMeta();
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        page.open(tag, attributes, mayNameAuthor(state) && parts.isAuthor(attributes));
        openTag(state, tag, attributes);
      },
      onclosetag(tag) {
        page.close();
        closeTag(state, tag);
      },
      ontext(raw) {
        // Entities can name what the file's text was rid of.
        const data = stripControls(raw);
        page.text(data);
        addText(state, data);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  flush(state);
  return { blocks: state.blocks, meta: page.meta(), kept: state.kept, dropped: state.dropped };
}

// Below the text, and in what is no text of the page, others are named: who wrote another article, or a comment.
const ABOVE_TEXT = 400; // UTF-16 units without white space

const mayNameAuthor = (state: Walk): boolean =>
  state.kept <= ABOVE_TEXT && !['dropped', 'footer', 'caption', 'credit'].includes(here(state).role);

const here = (state: Walk): Frame => state.frames.at(-1) ?? ROOT;

function emit({ tables, blocks }: Walk, block: RawBlock): void {
  const row = tables.findLast((table) => table.row !== null)?.row;
  (row?.cells.at(-1) ?? blocks).push(block);
  const table = tables.at(-1);
  if (table?.row === null && block.role === 'caption') table.caption = block;
}

function flush(state: Walk): void {
  const { role } = here(state);
  const taken = state.buffer.take();
  const links = [...state.links, ...(state.link === null ? [] : [{ ...state.link }])];
  state.links = [];
  if (taken === null || role === 'dropped') return;
  if (role === 'meta') state.dropped += taken.solid;
  else state.kept += taken.solid;
  const { item, isBelowPicture } = state;
  state.item = null;
  state.isBelowPicture = false;
  // How Markdown writes a caption: ![](picture.jpg) and, below it, *what it shows*.
  const isCaption = role === 'text' && isBelowPicture && taken.stressed && taken.text.length <= CAPTION_LIMIT;
  emit(state, {
    role: isCaption ? 'caption' : role,
    text: `${item?.marker ?? ''}${taken.text}`,
    bold: taken.bold,
    linked: taken.linked,
    ...(item !== null && { part: 'item' }),
    ...(taken.timed && { timed: true }),
    ...(links.length > 0 && taken.text.length <= LINKS_WITHIN && { links }),
  });
}

function openTag(state: Walk, tag: string, attributes: Readonly<Record<string, string>>): void {
  const parent = here(state);
  const own = state.parts.roleOf(tag, attributes, state.lenient);
  const frame = frameWithin(parent, tag, own);
  if (frame.apart || (tag === 'br' && !state.buffer.breakLine())) flush(state);
  if (tag === 'ol') frame.next = Number.parseInt(attributes['start'] ?? '1', 10) || 1;
  state.frames.push(frame);
  if (state.frames.length > DEPTH_LIMIT) throw new RangeError(`Tags are nested more than ${DEPTH_LIMIT} deep`);
  if (tag === 'li') state.item = { marker: parent.next === null ? '' : `${parent.next++}. ` };
  if (EDGED.has(tag)) state.buffer.edge();
  if (tag === 'img') state.isBelowPicture = true;
  if (tag === 'a') state.link = { href: attributes['href'] ?? '', text: '' };
  if (frame.role !== 'dropped') openStructure(state, tag);
}

function openStructure({ blocks, tables }: Walk, tag: string): void {
  const table = tables.at(-1);
  switch (tag) {
    case 'hr':
      blocks.push({ role: 'rule', text: '', bold: false, linked: false });
      break;
    case 'table':
      tables.push(openTable());
      break;
    case 'tr':
      // A fragment may begin amid a table.
      if (table === undefined) tables.push({ ...openTable(), row: { cells: [], headings: 0 } });
      else table.row = { cells: [], headings: 0 };
      break;
    case 'td':
    case 'th':
      table?.row?.cells.push([]);
      if (tag === 'th' && table?.row) table.row.headings++;
  }
}

function closeTag(state: Walk, tag: string): void {
  const frame = here(state);
  if (frame.apart) flush(state);
  state.frames.pop();
  if (EDGED.has(tag)) state.buffer.edge();
  if (tag === 'li') state.item = null;
  if (tag === 'a') closeLink(state);
  const table = state.tables.at(-1);
  if (frame.role === 'dropped' || table === undefined) return;
  if (tag === 'tr') {
    for (const block of closeRow(table)) emit(state, block);
  } else if (tag === 'table') {
    state.tables.pop();
  }
}

function closeLink(state: Walk): void {
  if (state.link !== null && state.links.length < LINK_LIMIT) state.links.push(state.link);
  state.link = null;
}

function addText(state: Walk, data: string): void {
  const frame = here(state);
  if (frame.role === 'dropped') {
    state.dropped += solidLength(data);
    return;
  }
  for (const [at, line] of (frame.pre ? data.split('\n') : [data]).entries()) {
    if (at > 0) flush(state);
    state.buffer.add(line, frame);
    if (state.link !== null) state.link.text += line;
  }
}

/** The text of a short piece of HTML, on one line; a `<` that begins no tag is text. */
export function textOf(html: string): string {
  let plain = '';
  const parser = new Parser({ ontext: (data) => void (plain += data) }, { decodeEntities: true });
  parser.end(html.replace(/<(?![a-z/!])/giu, '&lt;'));
  return stripControls(plain).replace(/\s+/gu, ' ').trim();
}
