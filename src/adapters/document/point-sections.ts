import type { Answered, Point } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import { withDuplicates } from '../duplicates.ts';
import { heading, label, sentence, type Block, type Section } from './blocks.ts';
import type { SectionContext } from './section-context.ts';
import { isAlike, dependsOn } from './quote-blocks.ts';

/** The quotes that answer, each with those that report the same; of several questions also which of them nothing answers. */
export function pointSections(
  { points, polarity = null, unanswered = [] }: Answered,
  context: SectionContext,
): Section[] {
  const { words } = context;
  const placed = withDuplicates(points);
  // The quote that says yes or no comes first.
  const ordered = polarity === null ? inReadingOrder(placed) : placed;
  const isOneOfSeveral = new Set([...points.map(({ part = 0 }) => part), ...unanswered]).size > 1;
  // The items of a list stand below one another, and its heading above the first.
  const joined: { readonly part: number; readonly section: Block[] }[] = [];
  const inOrder = ordered.map(({ point }) => point);
  ordered.forEach(({ point: { part = 0 }, ...one }, at) => {
    const opens = openingOf(inOrder, at, { words, isOneOfSeveral });
    const section = quotationsOf(inOrder, at, { duplicates: one.duplicates.map(({ point }) => point), context });
    const continues = opens.length === 0 && section[0]?.kind === 'quotation' && section[0].role === 'item';
    const last = joined.at(-1);
    if (continues && last !== undefined) last.section.push(...section);
    else joined.push({ part, section: [...opens, ...section] });
  });
  if (polarity !== null) joined[0]?.section.unshift(heading(words.polarity[polarity]));
  const none = unanswered.map((part) => ({ part, section: [heading(words.part(part + 1)), sentence(words.notFound)] }));
  return [...joined, ...none].sort((a, b) => a.part - b.part).map(({ section }) => section);
}

function quotationsOf(
  points: readonly Point[],
  at: number,
  {
    duplicates,
    context: { words, quotation },
  }: { readonly duplicates: readonly Point[]; readonly context: SectionContext },
): Block[] {
  const point = points[at];
  if (point === undefined) return [];
  // The same words are not shown twice.
  const alike = duplicates.filter((other) => isAlike(point, other));
  return [
    quotation(point, isOfList(points, at) ? 'item' : 'point', alike),
    ...duplicates.flatMap((other) =>
      alike.includes(other) ? [] : [label(words.alsoReported), quotation(other, 'duplicate')],
    ),
  ];
}

// A quote that another leans on comes just before it, and is not said twice.
function inReadingOrder<Placed extends { readonly point: Point }>(placed: readonly Placed[]): Placed[] {
  const ordered: Placed[] = [];
  for (const one of placed) {
    const dependent = ordered.findIndex(({ point }) => point.part === one.point.part && dependsOn(point, one.point));
    ordered.splice(dependent === -1 ? ordered.length : dependent, 0, one);
  }
  return ordered;
}

const isSameList = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.section != null && one.citation === other?.citation && one.section === other.section;

const isOfList = (points: readonly Point[], at: number): boolean =>
  isSameList(points[at], points[at - 1]) || isSameList(points[at], points[at + 1]);

// What stands above a point: which of several questions it answers, and the heading of the list that begins with it.
function openingOf(
  points: readonly Point[],
  at: number,
  { words, isOneOfSeveral }: { readonly words: Catalogue; readonly isOneOfSeveral: boolean },
): Block[] {
  const [before, point] = [points[at - 1], points[at]];
  if (point === undefined) return [];
  const isNewPart = isOneOfSeveral && (point.part ?? 0) !== (before === undefined ? null : (before.part ?? 0));
  const beginsList = isOfList(points, at) && !isSameList(point, before);
  return [
    ...(isNewPart ? [heading(words.part((point.part ?? 0) + 1))] : []),
    ...(beginsList ? [label(point.section ?? '')] : []),
  ];
}
