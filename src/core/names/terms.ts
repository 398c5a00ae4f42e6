import { bigramKey, isCjk, unitTable, WORD } from '../text/characters.ts';
import type { Gazetteer } from './gazetteer.ts';
import { langWords } from '../text/lang-data.ts';
import { numbersIn } from '../text/numbers.ts';
import { foldScript } from '../text/script.ts';
import { stemOf } from '../text/stems.ts';

/**
 * What is looked up in an index. A number is a pair of CJK characters (`bigramKey`); a string is the stem of a Latin word,
 * `#7` or `#7小` for a number without and with its unit, `@12` for a name of any form, or one CJK character.
 */
export type Term = number | string;

export const nameTerm = (id: number): Term => `@${id}`;
export const numberTerm = (value: number, unit = ''): Term => `#${value}${unit}`;

// Pairs with one of these say nothing that the pair's other character does not say in its other pair. They are left out of
// the index, and so of memory; the ranking, which reads the passages themselves, sees them all the same.
// Tables: a Set takes several times as long, and each character of an archive is looked up.
const STOP_CHARACTERS = unitTable(langWords('zh/stop-characters'));

// 于文: at the beginning of a clause it may be somebody's name, and is indexed.
const STOP_SURNAMES = unitTable(
  langWords('zh/surnames').filter((name) => name.length === 1 && STOP_CHARACTERS[name.charCodeAt(0)] === 1),
);

/** Whether a pair of CJK units is indexed wherever it stands. */
export const isIndexable = (first: number, second: number): boolean =>
  isCjk(first) && isCjk(second) && STOP_CHARACTERS[first] === 0 && STOP_CHARACTERS[second] === 0;

/** Calls `emit` for every term of a text, as it is written, once for each occurrence. */
export function eachTerm(original: string, names: Gazetteer, emit: (term: Term) => void): void {
  const folded = foldScript(original);
  let latin = false;
  let digits = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (!isCjk(unit)) {
      if (unit >= 0x30 && unit <= 0x39) digits = true;
      else if ((unit >= 0x61 && unit <= 0x7a) || unit > 0xa0) latin = true;
      continue;
    }
    const next = folded.charCodeAt(i + 1);
    const mayBeName = STOP_SURNAMES[unit] === 1 && !isCjk(folded.charCodeAt(i - 1)) && isCjk(next);
    if (mayBeName || isIndexable(unit, next)) emit(bigramKey(unit, next));
    // A character at the end of its run starts no pair; alone, it is what a one-character question finds.
    else if (!isCjk(next) && STOP_CHARACTERS[unit] === 0) emit(folded.charAt(i));
  }
  if (latin || digits) for (const match of folded.matchAll(WORD)) emit(stemOf(match[0]));
  for (const number of numbersIn(folded)) {
    emit(numberTerm(number.value));
    if (number.unit !== '') emit(numberTerm(number.value, number.unit));
  }
  for (const mention of names.mentions(folded, original)) emit(nameTerm(mention.name.id));
}
