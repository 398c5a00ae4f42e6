/** How the words beside a date bound what is meant: from it on, after it, up to it, before it, or in it. */
type Edge = 'since' | 'after' | 'until' | 'before' | 'within';

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

const BEHIND: readonly (readonly [Edge, RegExp])[] = [
  [
    'since',
    /^ ?(?:以来|起(?![诉草码初来源])|开始|至今|迄今|到(?:现在|今[天日]|目前)|之?后起| (?:onwards?|on)(?![a-z]))/,
  ],
  ['after', /^ ?(?:之后|以后|过后|后(?![来天日年任方续果者代台]))/],
  ['until', /^ ?(?:为止|止(?![住损]))/],
  ['before', /^ ?(?:之前|以前|前(?![后夕任总国首外往来美日年天者述线所途景]))/],
];
const LEFT: readonly (readonly [Edge, RegExp])[] = [
  ['since', /(?:(?<![来出源各])自从?|(?<![a-z])(?:ever )?since) ?(?:the )?$/],
  ['after', /(?<![a-z])(?:after|later than) (?:the )?$/],
  ['until', /(?:截至|截止[到至]?|直[到至]|(?<![^ ,])[至到]|(?<![a-z])(?:until|till|by|up to|through)) ?(?:the )?$/],
  ['before', /(?<![a-z])(?:before|prior to|earlier than) (?:the )?$/],
];
// Words in front of a date that say no more than that it is one, and those that open a range or stand with 起, 以來.
const IN = /(?<![a-z])(?:in|on|at|during|dated|of|from|between) (?:the )?$/;
const OPENING =
  /(?:(?<![来出源各])自从?|打?从|(?<![自理事原])由) ?$|(?<![a-z])(?:since|(?:starting |beginning )?from) (?:the )?$/;
const LOOK = 20;

/** Reads the words on both sides of a date of a question. A range is what it is: 自…至… opens and closes itself. */
export function edgesOf(folded: string, date: Range & { readonly to: object | null }): Edges {
  const left = folded.slice(Math.max(0, date.start - LOOK), date.start);
  const right = folded.slice(date.end, date.end + LOOK);
  const lengthOf = (pattern: RegExp, side: string): number => pattern.exec(side)?.[0].length ?? 0;
  const start = date.start - Math.max(...[OPENING, IN].map((pattern) => lengthOf(pattern, left)));
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
