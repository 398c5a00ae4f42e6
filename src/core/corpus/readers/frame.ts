import { isBlockTag, type Role } from '../markup/page-parts.ts';

/** An open element of a page; all but `tag`, `apart` and `next` is inherited. */
export interface Frame {
  readonly tag: string;
  readonly role: Role;
  readonly bold: boolean;
  readonly linked: boolean;
  readonly timed: boolean;
  readonly stressed: boolean;
  readonly pre: boolean;
  /** Its text is a block, or several, of its own. */
  readonly apart: boolean;
  /** The number of the next item of an ordered list. */
  next: number | null;
}

/** What everything is within. */
export const ROOT: Frame = {
  tag: '',
  role: 'text',
  bold: false,
  linked: false,
  timed: false,
  stressed: false,
  pre: false,
  apart: true,
  next: null,
};

/** The frame of an element within another; `own`: what the element itself says that its text is. */
export const frameWithin = (parent: Frame, tag: string, own: Role | null): Frame => ({
  tag,
  role: parent.role === 'dropped' ? 'dropped' : (own ?? parent.role),
  bold: parent.bold || tag === 'b' || tag === 'strong',
  linked: parent.linked || tag === 'a',
  timed: parent.timed || tag === 'time',
  stressed: parent.stressed || tag === 'em' || tag === 'i',
  pre: parent.pre || tag === 'pre',
  apart: isBlockTag(tag) || (own !== null && own !== 'dropped'),
  next: null,
});
