import { placeToCut } from '../document/split-text.ts';
import { textOf, type Paragraph, type Span } from './paragraph.ts';

/** What a message, or a page of one, has room for; and how much of it a paragraph takes, in the platform's own count. */
export interface Room {
  readonly length: number;
  /** Marks of formatting. */
  readonly entities: number;
  /** UTF-16 units of a paragraph that is cut: at most so much that it fits by itself. */
  readonly piece: number;
  readonly measure: (paragraph: Paragraph) => { readonly length: number; readonly entities: number };
  /** What has to stand below some paragraphs on the same page. */
  readonly below?: (chosen: readonly Paragraph[]) => readonly Paragraph[];
}

/**
 * Parts paragraphs into messages: between what stands apart where possible, else between paragraphs, else behind a sentence, else between
 * two characters. None is empty; nothing is lost but the empty lines at the seams.
 */
export function splitMessages(paragraphs: readonly Paragraph[], room: Room): Paragraph[][] {
  const messages: Paragraph[][] = [];
  let current: Paragraph[] = [];
  const close = (): void => {
    if (current.length > 0) messages.push([...current, ...(room.below?.(current) ?? [])]);
    current = [];
  };
  const add = (parts: readonly Paragraph[]): boolean => {
    const wanted = [...current, ...parts];
    if (!fits([...wanted, ...(room.below?.(wanted) ?? [])], room)) return false;
    current = wanted;
    return true;
  };
  for (const group of groupsOf(paragraphs.filter(says))) {
    if (add(group)) continue;
    close();
    if (add(group)) continue;
    for (const piece of group.flatMap((paragraph) => cutParagraph(paragraph, room.piece)).filter(says)) {
      if (add([piece])) continue;
      close();
      // Cut to a size that fits by itself.
      if (!add([piece])) current = [piece];
    }
  }
  close();
  return messages;
}

// A message of white space is refused by any platform.
const says = (paragraph: Paragraph): boolean => textOf(paragraph).trim() !== '';

function fits(paragraphs: readonly Paragraph[], { length, entities, measure }: Room): boolean {
  let [long, marked] = [0, 0];
  for (const [at, paragraph] of paragraphs.entries()) {
    const own = measure(paragraph);
    long += own.length + (at === 0 ? 0 : paragraph.apart === true ? 2 : 1);
    marked += own.entities;
  }
  return long <= length && marked <= entities;
}

// A paragraph that stands apart, with those that follow on it.
function groupsOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last === undefined || paragraph.apart === true) groups.push([paragraph]);
    else last.push(paragraph);
  }
  return groups;
}

function cutParagraph(paragraph: Paragraph, limit: number): Paragraph[] {
  const pieces: Paragraph[] = [];
  let rest = paragraph.spans;
  while (rest.length > 0) {
    const text = rest.map((span) => span.text).join('');
    const at = text.length <= limit ? text.length : placeToCut(text, limit);
    pieces.push({ ...paragraph, spans: sliceSpans(rest, 0, at) });
    rest = sliceSpans(rest, at, text.length);
  }
  return pieces;
}

function sliceSpans(spans: readonly Span[], from: number, to: number): Span[] {
  let start = 0;
  return spans.flatMap((span) => {
    const text = span.text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    start += span.text.length;
    return text === '' ? [] : [{ ...span, text }];
  });
}
