/** A folded Latin form of a person, with the number and the Chinese form of its owner. */
export interface LatinForm {
  readonly form: string;
  readonly owner: number;
  readonly canonical: string;
}

/**
 * Finds people by their surname in Latin letters, in lower case: the last word of a Western form, the first of a Chinese one (Yang
 * Jiechi), whose last may be all that somebody remembers. Forms are taken apart when somebody first asks.
 */
export function createSurnames(forms: () => readonly LatinForm[]): (surname: string) => readonly number[] {
  let owners: ReadonlyMap<string, ReadonlySet<number>> | null = null;
  return (surname) => [...((owners ??= readSurnames(forms())).get(surname) ?? [])];
}

function readSurnames(forms: readonly LatinForm[]): Map<string, Set<number>> {
  const owners = new Map<string, Set<number>>();
  const add = (surname: string, owner: number): void => {
    const own = owners.get(surname);
    if (own === undefined) owners.set(surname, new Set([owner]));
    else own.add(owner);
  };
  for (const { form, owner, canonical } of forms) {
    const words = form.split(/[ .]+/);
    const [first = ''] = words;
    add(words.at(-1) ?? '', owner);
    if (words.length > 1 && isChinese(first, words.slice(1).join(' '), canonical)) add(first, owner);
  }
  return owners;
}

/** Whether a Latin name has a surname of one syllable before a given name of as many as the Chinese one has characters behind its first. */
export function isChineseName(latin: string, canonical: string): boolean {
  const [first = '', ...given] = latin.toLowerCase().split(/[ .]+/);
  return given.length > 0 && isChinese(first, given.join(' '), canonical);
}

const isChinese = (first: string, given: string, canonical: string): boolean =>
  /^[\u4e00-\u9fff]{2,4}$/.test(canonical) && syllables(first) === 1 && syllables(given) === canonical.length - 1;

const syllables = (word: string): number => word.match(/[aeiouü]+/g)?.length ?? 0;
