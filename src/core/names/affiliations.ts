import { foldScript } from '../text/script.ts';

/**
 * Reads lines such as `美方, 美国 <= 白宫, 美国国务院`: those on the right are affiliates of each on the left, which are names of one
 * body, and so are their own affiliates in turn. `namesOf` gives the numbers of the names that have a folded form; an item that
 * is no form of any is ignored. Gives all affiliates of a name, itself the first; nothing is read before somebody asks.
 */
export function createAffiliations(
  text: string,
  namesOf: (folded: string, original: string) => readonly number[],
): (body: number) => ReadonlySet<number> {
  let known: ReadonlyMap<number, ReadonlySet<number>> | null = null;
  return (body) => (known ??= readAffiliations(text, namesOf)).get(body) ?? new Set([body]);
}

function readAffiliations(
  text: string,
  namesOf: (folded: string, original: string) => readonly number[],
): Map<number, ReadonlySet<number>> {
  const own = new Map<number, Set<number>>();
  for (const { bodies, affiliates } of linesOf(text)) {
    const left = bodies.flatMap((item) => namesOf(foldScript(item), item));
    const right = affiliates.flatMap((item) => namesOf(foldScript(item), item));
    for (const body of left) {
      const all = own.get(body) ?? new Set();
      for (const one of [...left, ...right]) all.add(one);
      own.set(body, all);
    }
  }
  return new Map([...own.keys()].map((body) => [body, closureOf(own, body)]));
}

function closureOf(own: ReadonlyMap<number, ReadonlySet<number>>, body: number): Set<number> {
  const reached = new Set([body]);
  // A set is walked in the order in which it grows.
  for (const one of reached) for (const affiliate of own.get(one) ?? []) reached.add(affiliate);
  return reached;
}

function linesOf(text: string): { readonly bodies: readonly string[]; readonly affiliates: readonly string[] }[] {
  const items = (list: string): string[] =>
    list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return text.split('\n').flatMap((line) => {
    const [bodies = '', affiliates] = (line.split('#')[0] ?? '').split('<=');
    return affiliates === undefined ? [] : [{ bodies: items(bodies), affiliates: items(affiliates) }];
  });
}
