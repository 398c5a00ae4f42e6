import { langLines, langTable } from '../text/lang-data.ts';
import { stemOf } from '../text/stems.ts';

/** Gives the other stems under which English texts may have a folded word: of its irregular forms, and of other spellings. */
export type Variants = (word: string) => readonly string[];

/**
 * Makes `variantsOf` of the lines of en/spelling-variants and the table of en/irregular-forms.
 *
 * @internal Exported for its tests.
 */
export function readVariants(spellings: readonly string[], irregular: ReadonlyMap<string, string>): Variants {
  const spelt = spellings.map(readSpelling);
  const formsOf = new Map<string, Set<string>>();
  for (const [form, base] of irregular) {
    const stem = stemOf(base);
    formsOf.set(stem, (formsOf.get(stem) ?? new Set([stem])).add(stemOf(form)));
  }
  return (word) => {
    const stem = stemOf(word);
    const base = irregular.get(word);
    const own = [...(formsOf.get(stem) ?? []), ...(base === undefined ? [] : (formsOf.get(stemOf(base)) ?? []))];
    const others = spelt.flatMap((spell) => spell(word).map(stemOf));
    return [...new Set([...own, ...others])].filter((other) => other !== stem);
  };
}

function readSpelling(line: string): (word: string) => readonly string[] {
  const [one = '', other = ''] = line.split('=>').map((side) => side.trim());
  if (!one.startsWith('-')) return (word) => (word === one ? [other] : word === other ? [one] : []);
  const [from, to] = [one.slice(1), other.slice(1)];
  return (word) => [...replaced(word, from, to), ...replaced(word, to, from)];
}

// At least so many letters stand before those that differ, so that "four" has no other spelling.
const FEWEST_BEFORE = 2;
// At most so many letters stand behind the letters that differ: colour, colours, coloured.
const LONGEST_ENDING = 4;

function replaced(word: string, from: string, to: string): string[] {
  const at = word.lastIndexOf(from);
  const rest = word.slice(at + from.length);
  return at < FEWEST_BEFORE || rest.length > LONGEST_ENDING ? [] : [word.slice(0, at) + to + rest];
}

/** The other stems of a folded English word. */
export const variantsOf: Variants = readVariants(langLines('en/spelling-variants'), langTable('en/irregular-forms'));
