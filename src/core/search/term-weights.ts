import { bigramKey } from '../text/characters.ts';
import type { Name } from '../text/names.ts';
import type { Term } from '../text/terms.ts';
import { COMMON_PAIRS, RARE_SHARE } from './background.generated.ts';
import type { PassageIndex } from './passage-index.ts';

// A corpus counts as much as this many passages of Chinese text at large: five reports say little about how common a word
// is, five thousand say all.
const BACKGROUND_PASSAGES = 40;

let shares: Map<number, number> | null = null;

function backgroundShare(pair: number): number {
  if (shares === null) {
    shares = new Map();
    for (const [level, pairs] of COMMON_PAIRS.entries()) {
      const share = 2 ** (-(level + 0.5) / 2);
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        shares.set(bigramKey(pairs.charCodeAt(i), pairs.charCodeAt(i + 1)), share);
      }
    }
  }
  return shares.get(pair) ?? RARE_SHARE / 6;
}

// A name is as common as the rarest pair of its first form.
function nameShare(name: Name): number {
  const form = name.forms.at(-1) ?? '';
  let share = 1;
  for (let i = 0; i + 1 < form.length; i++) {
    share = Math.min(share, backgroundShare(bigramKey(form.charCodeAt(i), form.charCodeAt(i + 1))));
  }
  return share === 1 ? RARE_SHARE / 6 : share;
}

/**
 * How much a term tells, as an inverse document frequency: ln((N + B) / (n + B·p + ½)), where n of N passages of the corpus
 * and a share p of Chinese text at large hold it. (Robertson and Spärck Jones, with a background model as in Zhai and Lafferty's
 * smoothing.)
 */
export function termWeight(index: PassageIndex, term: Term, name: Name | null): number {
  const share = name !== null ? nameShare(name) : typeof term === 'number' ? backgroundShare(term) : RARE_SHARE;
  const passages = index.size() + BACKGROUND_PASSAGES;
  return Math.log((passages + 1) / (index.frequency(term) + BACKGROUND_PASSAGES * share + 0.5));
}
