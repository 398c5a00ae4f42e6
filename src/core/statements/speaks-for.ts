import { JOINT } from './zh/joining.ts';
import { longestMentions, type Entry, type Gazetteer } from '../names/gazetteer.ts';
import { anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import type { Party } from '../model/statement.ts';

// Who speaks for a country by office, though no name is given: 美方官員, 中國外交部發言人; 中國學者 does not.
const OFFICIAL = anywhereOrLast('zh/officials');
const UNOFFICIAL = anywhereOrLast('zh/unofficial');

function anywhereOrLast(list: string): RegExp {
  const words = langTable(list);
  return new RegExp(`${anyOf(formsOf(words, ''))}|(?:${anyOf(formsOf(words, 'end'))})$`);
}

/** Behind a name, words by which a relative or friend is meant instead: 王毅「之友」. */
export const KIN_BEHIND = new RegExp(`^之(?:${anyOf(langWords('zh/kin'))})`);

/**
 * Whether a speaker of an article speaks for somebody: is the same, belongs to them by the gazetteer, or is called by an office or
 * a body of theirs. All of several speakers have to.
 */
export function speaksFor({ name, described, entry }: Party, body: Entry, names: Gazetteer): boolean {
  if (entry !== null) return names.isAffiliate(entry, body);
  const text = described ?? name;
  const folded = foldScript(text);
  const mentions = longestMentions(names.mentions(folded, text)).filter((one) => one.name.kind !== 'word');
  const named = mentions.filter((one) => one.name.kind !== 'place');
  if (named.some(({ end }) => KIN_BEHIND.test(folded.slice(end)))) return false;
  if (named.length > 0)
    return (
      named.every((one) => names.isAffiliate(one.name, body)) && (!UNOFFICIAL.test(folded) || isAllNames(folded, named))
    );
  const [place] = mentions;
  return (
    place?.start === 0 &&
    names.isAffiliate(place.name, body) &&
    OFFICIAL.test(folded.slice(place.end)) &&
    !UNOFFICIAL.test(folded)
  );
}

const ONLY_JOINING = new RegExp(`^(?:${JOINT})*$`);

// 布林肯和耶伦, not 白宮記者.
const isAllNames = (folded: string, mentions: readonly { readonly start: number; readonly end: number }[]): boolean =>
  ONLY_JOINING.test(mentions.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), folded));
