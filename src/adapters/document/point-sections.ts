import type { Answered, Point } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import { withDuplicates } from '../duplicates.ts';
import { heading, label, type Block, type Section } from './blocks.ts';
import type { Making } from './making.ts';
import { leansOn } from './quote-blocks.ts';

/** The quotes that answer, each with those that report the same. */
export function pointSections({ points, polarity = null }: Answered, { words, quotation }: Making): Section[] {
  const placed = withDuplicates(points);
  // The quote that says yes or no comes first.
  const ordered = polarity === null ? inReadingOrder(placed) : placed;
  const inOrder = ordered.map(({ point }) => point);
  const sections = ordered.map(({ point, duplicates }, at): { opens: Block[]; section: Block[] } => ({
    opens: openingOf(inOrder, at, words),
    section: [
      quotation(point, isOfList(inOrder, at) ? 'item' : 'point'),
      ...duplicates.flatMap((other) => [label(words.alsoReported), quotation(other.point, 'duplicate')]),
    ],
  }));
  // The items of a list stand below one another, and its heading above the first.
  const joined: Block[][] = [];
  for (const { opens, section } of sections) {
    const continues = opens.length === 0 && section[0]?.kind === 'quotation' && section[0].role === 'item';
    const last = joined.at(-1);
    if (continues && last !== undefined) last.push(...section);
    else joined.push([...opens, ...section]);
  }
  const [first, ...more] = joined;
  if (polarity === null || first === undefined) return joined;
  return [[heading(words.polarity[polarity]), ...first], ...more];
}

// A quote that another leans on comes just before it, and is not said twice.
function inReadingOrder<Placed extends { readonly point: Point }>(placed: readonly Placed[]): Placed[] {
  const ordered: Placed[] = [];
  for (const one of placed) {
    const leaning = ordered.findIndex(({ point }) => point.part === one.point.part && leansOn(point, one.point));
    ordered.splice(leaning === -1 ? ordered.length : leaning, 0, one);
  }
  return ordered;
}

const isSameList = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.section != null && one.citation === other?.citation && one.section === other.section;

const isOfList = (points: readonly Point[], at: number): boolean =>
  isSameList(points[at], points[at - 1]) || isSameList(points[at], points[at + 1]);

// What stands above a point: which of several questions it answers, and the heading of the list that begins with it.
function openingOf(points: readonly Point[], at: number, words: Catalogue): Block[] {
  const [before, point] = [points[at - 1], points[at]];
  if (point === undefined) return [];
  const parts = new Set(points.map(({ part = 0 }) => part)).size;
  const isNewPart = parts > 1 && (point.part ?? 0) !== (before === undefined ? null : (before.part ?? 0));
  const beginsList = isOfList(points, at) && !isSameList(point, before);
  return [
    ...(isNewPart ? [heading(words.part((point.part ?? 0) + 1))] : []),
    ...(beginsList ? [label(point.section ?? '')] : []),
  ];
}
