import { anyOf, langTable } from '../text/lang-data.ts';
import { anyWord, dateWords } from './words.ts';

const EDGES = ['since', 'after', 'until', 'before'] as const;

/** How the words beside a date bound what is meant: from it on, after it, up to it, before it, or in it. */
type Edge = (typeof EDGES)[number] | 'within';

/** A date with the words that belong to it; offsets as in the folded text. */
export interface Edges {
  readonly start: number;
  readonly end: number;
  readonly edge: Edge;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const NEVER = '(?!)';

// The words of one kind, in both languages: the sources of a pattern for each.
const sourcesOf = (side: 'before' | 'behind', isOne: (kinds: readonly string[]) => boolean) => ({
  zh: anyWordOr(dateWords(`zh/edges-${side}`).filter(({ value }) => isOne(value.split(' ')))),
  en: anyOf([...langTable(`en/edges-${side}`)].flatMap(([word, kinds]) => (isOne(kinds.split(' ')) ? [word] : []))),
});
const anyWordOr = (words: Parameters<typeof anyWord>[0]): string => (words.length === 0 ? NEVER : anyWord(words));

function behindPattern(edge: Edge): RegExp {
  const { zh, en } = sourcesOf('behind', (kinds) => kinds.includes(edge));
  return new RegExp(`^ ?(?:${zh}${en === '' ? '' : `| (?:${en})(?![a-z])`})`);
}

function beforePattern(kind: string): RegExp {
  const { zh, en } = sourcesOf('before', (kinds) => kinds.includes(kind) && !kinds.includes('alone'));
  const { zh: alone } = sourcesOf('before', (kinds) => kinds.includes(kind) && kinds.includes('alone'));
  return new RegExp(`(?:(?:${zh}|(?<![^ ,])${alone}) ?|(?<![a-z])(?:${en || NEVER}) (?:the )?)$`);
}

// Those that begin with the date first: 之後起 is no 之後.
const BEHIND = EDGES.map((edge) => [edge, behindPattern(edge)] as const);
const LEFT = EDGES.map((edge) => [edge, beforePattern(edge)] as const);
// Words in front of a date that say no more than that it is one, and those that open a range or stand with 起, 以來.
const OPENING = [beforePattern('in'), beforePattern('opening')];
const LOOK = 20;

/** Reads the words on both sides of a date of a question. A range is what it is: 自…至… opens and closes itself. */
export function edgesOf(folded: string, date: Range & { readonly to: object | null }): Edges {
  const left = folded.slice(Math.max(0, date.start - LOOK), date.start);
  const right = folded.slice(date.end, date.end + LOOK);
  const lengthOf = (pattern: RegExp, side: string): number => pattern.exec(side)?.[0].length ?? 0;
  const start = date.start - Math.max(...OPENING.map((pattern) => lengthOf(pattern, left)));
  const isRange = date.to !== null;
  for (const [edge, pattern] of BEHIND) {
    const length = lengthOf(pattern, right);
    if (length === 0) continue;
    const outer = Math.max(...LEFT.map(([, before]) => lengthOf(before, left)));
    return { start: Math.min(start, date.start - outer), end: date.end + length, edge: isRange ? 'within' : edge };
  }
  for (const [edge, pattern] of LEFT) {
    const length = lengthOf(pattern, left);
    if (length > 0 && !isRange) return { start: date.start - length, end: date.end, edge };
  }
  return { start, end: date.end, edge: 'within' };
}
