import type { BlockPart } from '../../model/article.ts';
import type { Role } from '../markup/page-parts.ts';

/** A link, its address as written. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

/** A block as the markup has it, before its words have been looked at. A `rule` has no text. */
export interface RawBlock {
  readonly role: Exclude<Role, 'dropped'> | 'rule';
  readonly text: string;
  /** All of it is bold. */
  readonly bold: boolean;
  /** All of it is link text. */
  readonly linked: boolean;
  /** All of it is within `<time>`. */
  readonly timed?: boolean;
  /** What it is within a list or a table. */
  readonly part?: BlockPart;
  /** Earlier blocks without which it cannot be understood: the caption and the header of a row's table. */
  readonly leads?: readonly RawBlock[];
  /** The links within it, with their text. */
  readonly links?: readonly Link[];
}

/** What a file holds: its blocks in order, and what a page says of itself. */
export interface Reading {
  readonly blocks: readonly RawBlock[];
  readonly meta: Readonly<Record<string, unknown>>;
}
