import { langWords } from '../text/lang-data.ts';
import type { Mention } from '../names/gazetteer.ts';
import type { Span } from '../model/span.ts';
import { isCjk } from '../text/characters.ts';

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));
const MAY_FOLLOW: ReadonlySet<string> = new Set(langWords('zh/after-name'));

let segmenter: Intl.Segmenter | null = null;

/**
 * Reads the names of a folded question whole: a person of the gazetteer whose two characters begin a longer name, 秦剛 in 秦剛毅, is
 * not meant, and the longer name is one that no file has.
 */
export function wholeNames(
  folded: string,
  mentions: readonly Mention[],
): { readonly mentions: readonly Mention[]; readonly unknown: readonly Span[] } {
  const unknown: Span[] = [];
  const whole = mentions.filter((mention) => {
    const end = endOfLongerName(folded, mention, mentions);
    if (end === null) return true;
    unknown.push({ start: mention.start, end });
    return false;
  });
  return { mentions: whole, unknown };
}

function endOfLongerName(folded: string, { name, start, end }: Mention, mentions: readonly Mention[]): number | null {
  if (name.kind !== 'person' || end - start !== 2 || !SURNAMES.has(folded.charAt(start))) return null;
  const next = folded.charAt(end);
  if (!isCjk(next.charCodeAt(0)) || MAY_FOLLOW.has(next) || mentions.some((other) => other.start === end)) return null;
  const behind = folded.charAt(end + 1);
  const ends = !isCjk(behind.charCodeAt(0)) || MAY_FOLLOW.has(behind);
  return ends && !beginsWord(folded, end) ? end + 1 : null;
}

// Whether a word of two characters or more begins at a place: 「卸任」 behind a name is no part of it.
function beginsWord(folded: string, at: number): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const segment = segmenter.segment(folded.slice(at)).containing(0);
  return segment !== undefined && segment.segment.length > 1;
}
