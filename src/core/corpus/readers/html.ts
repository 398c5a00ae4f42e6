import { Parser } from 'htmlparser2';

import { isBlockTag, roleOf, type Role } from '../markup/chrome.ts';
import { joinRow } from './table.ts';
import { EDGE, settleSpace, stripControls } from '../markup/white-space.ts';

/** A block as the markup has it, before its words have been looked at. A `rule` has no text. */
export interface RawBlock {
  readonly role: Exclude<Role, 'dropped'> | 'rule';
  readonly text: string;
  /** All of it is bold. */
  readonly bold: boolean;
  /** All of it is link text. */
  readonly linked: boolean;
}

/** What a page says about itself: `title`, `canonical` and its meta properties. */
type PageMeta = Readonly<Record<string, string>>;

export interface HtmlReading {
  readonly blocks: readonly RawBlock[];
  readonly meta: PageMeta;
}

// Below this many characters, a page of which more was dropped than kept was misjudged by the names of its classes.
const MISJUDGED_BELOW = 100;

/** Reads HTML, a fragment or a page, as blocks of plain text; pages' navigation, comments and the like are left out. Throws a RangeError for tags nested thousands deep. */
export function readHtml(html: string): HtmlReading {
  const reading = walk(html, false);
  if (reading.kept >= MISJUDGED_BELOW || reading.dropped <= MISJUDGED_BELOW) return reading;
  return walk(html, true);
}

// An open element; all but `tag`, `apart` and `next` is inherited.
interface Frame {
  readonly tag: string;
  readonly role: Role;
  readonly bold: boolean;
  readonly linked: boolean;
  readonly pre: boolean;
  /** Its text is a block, or several, of its own. */
  readonly apart: boolean;
  /** The number of the next item of an ordered list. */
  next: number | null;
}

const ROOT: Frame = { tag: '', role: 'text', bold: false, linked: false, pre: false, apart: true, next: null };
// No page is as deep as this; the parser's time grows with the square of it.
const DEPTH_LIMIT = 2000;
// A line that breaks off here goes on in the next one.
const CLAUSE_ENDS = new Set(['，', '、', ',']);
const EDGED = new Set(['a', 'b', 'strong', 'em', 'i']);

function walk(html: string, lenient: boolean): HtmlReading & { readonly kept: number; readonly dropped: number } {
  const blocks: RawBlock[] = [];
  const meta = new Map<string, string>();
  const frames: Frame[] = [];
  const rows: RawBlock[][][] = [];
  const counts = { kept: 0, dropped: 0 };
  let [buffer, marker, bold, linked] = ['', '', 0, 0];
  let goesOn = false; // whether the buffer ends with a clause; looked for in each piece alone

  const here = (): Frame => frames.at(-1) ?? ROOT;
  const emit = (block: RawBlock): void => {
    const cell = rows.at(-1)?.at(-1);
    (cell ?? blocks).push(block);
  };
  const flush = (): void => {
    const text = buffer === '' ? '' : settleSpace(buffer);
    const { role } = here();
    if (text !== '' && role !== 'dropped') {
      const solid = solidLength(buffer);
      counts.kept += solid;
      emit({ role, text: marker + text, bold: bold === solid, linked: linked === solid });
      marker = '';
    }
    [buffer, bold, linked] = ['', 0, 0];
    goesOn = false;
  };

  const edge = (): void => {
    buffer += EDGE;
    goesOn = false;
  };

  const onopentag = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'meta' || tag === 'link') noteMeta(meta, attributes);
    const parent = here();
    const own = roleOf(tag, attributes, lenient);
    const apart = isBlockTag(tag) || (own !== null && own !== 'dropped');
    if (apart || (tag === 'br' && !goesOn)) flush();
    else if (tag === 'br') buffer += '\n';
    const frame: Frame = {
      tag,
      role: parent.role === 'dropped' ? 'dropped' : (own ?? parent.role),
      bold: parent.bold || tag === 'b' || tag === 'strong',
      linked: parent.linked || tag === 'a',
      pre: parent.pre || tag === 'pre',
      apart,
      next: tag === 'ol' ? Number.parseInt(attributes['start'] ?? '1', 10) || 1 : null,
    };
    frames.push(frame);
    if (frames.length > DEPTH_LIMIT) throw new RangeError(`Tags are nested more than ${DEPTH_LIMIT} deep`);
    if (tag === 'li') marker = parent.next === null ? '' : `${parent.next++}. `;
    if (EDGED.has(tag)) edge();
    if (frame.role === 'dropped') return;
    if (tag === 'hr') blocks.push({ role: 'rule', text: '', bold: false, linked: false });
    if (tag === 'tr') rows.push([]);
    if (tag === 'td' || tag === 'th') rows.at(-1)?.push([]);
  };

  const onclosetag = (tag: string): void => {
    const frame = here();
    if (frame.apart) flush();
    frames.pop();
    if (EDGED.has(tag)) edge();
    if (tag === 'tr' && frame.role !== 'dropped') for (const block of joinRow(rows.pop() ?? [])) emit(block);
  };

  const ontext = (raw: string): void => {
    // Entities can name what the file's text was rid of.
    const data = stripControls(raw);
    const frame = here();
    if (frame.tag === 'title' && !meta.has('title')) meta.set('title', data);
    if (frame.role === 'dropped') {
      counts.dropped += solidLength(data);
      return;
    }
    for (const [at, line] of (frame.pre ? data.split('\n') : [data]).entries()) {
      if (at > 0) flush();
      buffer += line;
      const last = line.trimEnd().at(-1);
      if (last !== undefined) goesOn = CLAUSE_ENDS.has(last);
      if (frame.bold) bold += solidLength(line);
      if (frame.linked) linked += solidLength(line);
    }
  };

  const parser = new Parser({ onopentag, onclosetag, ontext }, { decodeEntities: true });
  parser.end(html);
  flush();
  return { blocks, meta: Object.fromEntries(meta), ...counts };
}

function noteMeta(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const canonical = attributes['rel'] === 'canonical';
  const name = canonical ? 'canonical' : (attributes['property'] ?? attributes['name'] ?? '').toLowerCase();
  const value = canonical ? attributes['href'] : attributes['content'];
  if (name !== '' && value !== undefined && !meta.has(name)) meta.set(name, value);
}

// The length without white space and edges. Beside the ASCII ones, only the spaces that web pages use count as white.
function solidLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x20 && unit !== 0xa0 && unit !== 0x3000 && unit !== 0xfdd0) length++;
  }
  return length;
}

/** The text of a short piece of HTML, on one line; a `<` that begins no tag is text. */
export function textOf(html: string): string {
  let plain = '';
  const parser = new Parser({ ontext: (data) => void (plain += data) }, { decodeEntities: true });
  parser.end(html.replace(/<(?![a-z/!])/giu, '&lt;'));
  return stripControls(plain).replace(/\s+/gu, ' ').trim();
}
