import { langLines, langTable, langWords } from '../text/lang-data.ts';
import { stemOf } from '../text/script.ts';

/** Gives the other stems under which English texts may have a folded word: of its irregular forms, other spellings, and words like it. */
export type Variants = (word: string) => readonly string[];

/**
 * Makes `variantsOf` of the lines of en/spelling-variants, the table of en/irregular-forms, and the lines of en/synonyms.
 *
 * @internal Exported for its tests.
 */
export function readVariants(
  spellings: readonly string[],
  irregular: ReadonlyMap<string, string>,
  groups: readonly string[],
): Variants {
  const like = readLike(groups);
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
    const alike = like.get(stem) ?? (base === undefined ? [] : (like.get(stemOf(base)) ?? []));
    return [...new Set([...own, ...others, ...alike])].filter((other) => other !== stem);
  };
}

// By the stem of each word, the stems of all words of its groups.
function readLike(groups: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const like = new Map<string, Set<string>>();
  for (const group of groups) {
    const stems = group.split(',').map((word) => stemOf(word.trim()));
    for (const stem of stems) like.set(stem, new Set([...(like.get(stem) ?? []), ...stems]));
  }
  return like;
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

/**
 * The other stems of a folded English word.
 */
export const variantsOf: Variants = readVariants(
  langLines('en/spelling-variants'),
  langTable('en/irregular-forms'),
  langWords('en/synonyms'),
);
