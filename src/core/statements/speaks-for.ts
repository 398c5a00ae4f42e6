import { longestMentions, type Entry, type Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import type { Party } from '../model/statement.ts';

// Who speaks for a country by office, though no name is given: 美方官員, 中國外交部發言人; 中國學者 does not.
const OFFICIAL =
  /发言人|官员|高官|官方|外交官|当局|政府|军方|总统|主席|总书记|总理|国务卿|国务委员|部长|外长|防长|财长|大使|公使|总领事|代表|特使|领导人|谈判人员|[部院局厅处署办委会馆]$/;
const UNOFFICIAL = /学|网民|民众|媒|记者|企业|公司|银行|大学|家$|人士$/;

/**
 * Whether a speaker of an article speaks for somebody: is the same, belongs to them by the name book, or is called by an office or
 * a body of theirs. All of several speakers have to.
 */
export function speaksFor({ name, described, entry }: Party, side: Entry, names: Gazetteer): boolean {
  if (entry !== null) return names.isOf(entry, side);
  const text = described ?? name;
  const folded = foldScript(text);
  const mentions = longestMentions(names.mentions(folded, text)).filter((one) => one.name.kind !== 'word');
  const named = mentions.filter((one) => one.name.kind !== 'place');
  if (named.length > 0)
    return named.every((one) => names.isOf(one.name, side)) && (!UNOFFICIAL.test(folded) || isAllNames(folded, named));
  const [place] = mentions;
  return (
    place?.start === 0 &&
    names.isOf(place.name, side) &&
    OFFICIAL.test(folded.slice(place.end)) &&
    !UNOFFICIAL.test(folded)
  );
}

// 布林肯和耶伦, not 白宮記者.
const isAllNames = (folded: string, mentions: readonly { readonly start: number; readonly end: number }[]): boolean =>
  /^[和与及跟同、]*$/.test(
    mentions.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), folded),
  );
