import type { Entry } from '../model/entry.ts';
import { foldScript, wordsIn } from '../text/script.ts';
import type { CjkForms } from './forms.ts';

/** One mention of a name; offsets in UTF-16 units of the folded text. */
export interface Mention {
  readonly name: Entry;
  readonly start: number;
  readonly end: number;
}

/** The order of mentions: by their start, longer first. */
export const inOrder = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end;

/** What knows all names, whom they belong to and how they are written. */
interface AllNames {
  readonly mentions: (folded: string, original: string) => readonly Mention[];
  readonly written: (name: Entry) => readonly string[];
  readonly cjk: CjkForms;
  readonly nameOf: (id: number) => Entry;
}

// To look for so many names one by one takes longer than to read all.
const MANY_NAMES = 12;

/**
 * Makes what finds in a folded text those of `mentions` that are of some names. Of few names their forms are looked for, and at each
 * place whether they are part of a longer name; all names are read where a word begins one of them in Latin letters.
 */
export function createFinder(
  wanted: readonly Entry[],
  { mentions, written, cjk, nameOf }: AllNames,
): (folded: string, original: string) => readonly Mention[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const ofAll = (folded: string, original: string): readonly Mention[] =>
    mentions(folded, original).filter(({ name }) => ids.has(name.id));
  if (ids.size > MANY_NAMES) return ofAll;
  const beginnings = new Set(
    wanted.flatMap((name) => written(name).flatMap((form) => wordsIn(foldScript(form))[0]?.stem ?? [])),
  );
  const forms = Array.from(ids, (id) => cjk.of(id).map((form) => ({ form, name: nameOf(id) }))).flat();
  return (folded, original) => {
    if (beginnings.size > 0 && /[a-z]/.test(folded) && wordsIn(folded).some(({ stem }) => beginnings.has(stem)))
      return ofAll(folded, original);
    const found: Mention[] = [];
    for (const { form, name } of forms)
      for (let start = folded.indexOf(form); start >= 0; start = folded.indexOf(form, start + 1)) {
        const mention = { name, start, end: start + form.length };
        if (!isWithinOther(mention, folded, { cjk, nameOf })) found.push(mention);
      }
    return found.sort(inOrder);
  };
}

// Whether a mention stands within a longer name of its kind.
function isWithinOther(
  { name, start, end }: Mention,
  folded: string,
  { cjk, nameOf }: Pick<AllNames, 'cjk' | 'nameOf'>,
): boolean {
  let isWithin = false;
  const check = (id: number, at: number, until: number): void => {
    isWithin ||= until >= end && until - at > end - start && nameOf(id).kind === name.kind;
  };
  cjk.each(folded, check, { start: Math.max(0, start + 1 - cjk.longest()), end: start + 1 });
  return isWithin;
}
