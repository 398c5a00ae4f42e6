import { placeToCut } from '../document/split-text.ts';
import { entitiesOf, gapBefore, lengthOf, visible, type Paragraph, type Span } from './paragraph.ts';

/**
 * Bot API, sendMessage: 4,096 characters after entities are parsed; counted in UTF-16 units here, which are never fewer.
 *
 * @internal Exported for its tests.
 */
export const TELEGRAM_MESSAGE_LIMIT = 4_096;

/** Bot API, limits: Telegram ignores the entities of a message beyond this many. */
const ENTITY_LIMIT = 100;

interface Limits {
  readonly length: number;
  readonly entities: number;
}

const LIMITS: Limits = { length: TELEGRAM_MESSAGE_LIMIT, entities: ENTITY_LIMIT };

/** What is left of a message below a head. */
export const roomBelow = (head: readonly Paragraph[]): Limits => ({
  length: LIMITS.length - head.reduce((sum, each) => sum + lengthOf(each) + 2, 0),
  entities: LIMITS.entities - head.reduce((sum, each) => sum + entitiesOf(each), 0),
});

/**
 * Parts paragraphs into messages that Telegram takes: between what stands apart where possible, else between paragraphs, else behind a
 * sentence, else between two characters. None is empty; nothing is lost but the empty lines at the seams.
 */
export function splitMessages(paragraphs: readonly Paragraph[], limits: Limits = LIMITS): Paragraph[][] {
  const messages: Paragraph[][] = [];
  let current: Paragraph[] = [];
  const close = (): void => {
    if (current.length > 0) messages.push(current);
    current = [];
  };
  const add = (parts: readonly Paragraph[]): boolean => {
    if (!fits([...current, ...parts], limits)) return false;
    current.push(...parts);
    return true;
  };
  for (const group of groupsOf(paragraphs.map(visible).filter(says))) {
    if (add(group)) continue;
    close();
    if (add(group)) continue;
    for (const piece of group.flatMap((paragraph) => cutParagraph(paragraph, limits.length)).filter(says)) {
      if (add([piece])) continue;
      close();
      add([piece]);
    }
  }
  close();
  return messages;
}

// Telegram refuses a message of white space.
const says = ({ spans }: Paragraph): boolean => spans.some(({ text }) => text.trim() !== '');

function fits(paragraphs: readonly Paragraph[], { length, entities }: Limits): boolean {
  const long = paragraphs.reduce((sum, each, at) => sum + lengthOf(each) + (at === 0 ? 0 : gapBefore(each)), 0);
  return long <= length && paragraphs.reduce((sum, each) => sum + entitiesOf(each), 0) <= entities;
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
