import type { OutletDirectory } from '../corpus/outlets.ts';
import { isCjk } from '../text/characters.ts';
import { foldScript } from '../text/script.ts';

/** The outlets that a question names, and the question without them. */
export interface OutletsAsked {
  /** Canonical names, in order of mention. */
  readonly outlets: readonly string[];
  /** The question with the outlets and 「的報道」 behind them blanked; every offset stays. */
  readonly rest: string;
}

// What stands around an outlet's name and asks for its reports: 「大紀元的報道」, 「據大紀元」, "the RFA report".
const BEHIND =
  /^(?:的)?(?:报道|报导|新闻稿?|文章|消息|(?:怎样|怎么|如何|点样?)(?:报道|报导))|^ (?:reports?|articles?|coverage|reported)\b/;

/** Finds the outlets of a corpus in a question by any of their names; in capitals where the name is an abbreviation (RFA). */
export function outletsAsked(text: string, held: readonly string[], directory: OutletDirectory): OutletsAsked {
  const folded = foldScript(text);
  const found: { outlet: string; start: number; end: number }[] = [];
  for (const outlet of held) {
    for (const alias of new Set([outlet, ...directory.aliasesOf(outlet)])) {
      const form = foldScript(alias);
      for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
        const end = at + form.length;
        if (isName(text, folded, { alias, start: at, end })) found.push({ outlet, start: at, end });
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const outlets: string[] = [];
  let rest = text;
  let last = 0;
  for (const { outlet, start, end } of found) {
    if (start < last) continue;
    const behind = BEHIND.exec(folded.slice(end))?.[0].length ?? 0;
    const to = /怎|如何|点/.test(folded.slice(end, end + behind)) ? end : end + behind;
    rest = rest.slice(0, start) + ' '.repeat(to - start) + rest.slice(to);
    last = to;
    if (!outlets.includes(outlet)) outlets.push(outlet);
  }
  return { outlets, rest };
}

// A Latin name is a whole word; an abbreviation is one only in capitals; a Chinese name has at least two characters.
function isName(
  text: string,
  folded: string,
  { alias, start, end }: { alias: string; start: number; end: number },
): boolean {
  if (isCjk(folded.charCodeAt(start))) return end - start >= 2;
  const letter = /[a-z0-9]/;
  if (letter.test(folded.charAt(start - 1)) || letter.test(folded.charAt(end))) return false;
  return /^[A-Z]{2,5}$/.test(alias) ? text.slice(start, end) === alias : end - start >= 4;
}
