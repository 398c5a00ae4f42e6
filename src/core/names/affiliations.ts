import { foldScript } from '../text/script.ts';

/**
 * Reads lines such as `美方, 美国 <= 白宫, 美国国务院`: whoever stands on the right speaks for all on the left, which are one side, and so
 * do those who speak for them in turn. `namesOf` gives the numbers of the names that have a folded form; an item that is no
 * form of any says nothing. Gives all who speak for a name, itself the first; nothing is read before somebody asks.
 */
export function createAffiliations(
  text: string,
  namesOf: (folded: string, original: string) => readonly number[],
): (side: number) => ReadonlySet<number> {
  let sides: ReadonlyMap<number, ReadonlySet<number>> | null = null;
  return (side) => (sides ??= readSides(text, namesOf)).get(side) ?? new Set([side]);
}

function readSides(
  text: string,
  namesOf: (folded: string, original: string) => readonly number[],
): Map<number, ReadonlySet<number>> {
  const own = new Map<number, Set<number>>();
  for (const { sides, members } of linesOf(text)) {
    const left = sides.flatMap((item) => namesOf(foldScript(item), item));
    const right = members.flatMap((item) => namesOf(foldScript(item), item));
    for (const side of left) {
      const all = own.get(side) ?? new Set();
      for (const one of [...left, ...right]) all.add(one);
      own.set(side, all);
    }
  }
  return new Map([...own.keys()].map((side) => [side, closureOf(own, side)]));
}

function closureOf(own: ReadonlyMap<number, ReadonlySet<number>>, side: number): Set<number> {
  const reached = new Set([side]);
  // A set is walked in the order in which it grows.
  for (const one of reached) for (const member of own.get(one) ?? []) reached.add(member);
  return reached;
}

function linesOf(text: string): { readonly sides: readonly string[]; readonly members: readonly string[] }[] {
  const items = (list: string): string[] =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return text.split('\n').flatMap((line) => {
    const [sides = '', members] = (line.split('#')[0] ?? '').split('<=');
    return members === undefined ? [] : [{ sides: items(sides), members: items(members) }];
  });
}
