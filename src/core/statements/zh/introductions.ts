import { lexicon } from './lexicon.ts';
import type { Token } from './token.ts';
import { isHan } from './zh-text.ts';

/** What introduces a name that no list has. */
export const INTRODUCING = new Set([
  'office',
  'organisation',
  'body',
  'place',
  'title',
  'quoted',
  'of',
  'joint',
  'quantity',
]);

/** Whether an office, or 的 and one, stands at a place behind a pronoun: 她的律師, 其發言人 are somebody else than it stands for. */
export const isOfOffice = (masked: string, at: number): boolean => {
  const from = masked.charAt(at) === '的' ? at + 1 : at;
  return lexicon().offices.endAt(masked, from) > from;
};

/** How the last character of an office that no list has makes it one (港務員, 影評人); undefined where none does. */
export const callingOf = (masked: string, { start, end, kind }: Token): string | undefined =>
  kind === 'unknown' && end === start + 1 && isHan(masked.charCodeAt(start - 1))
    ? lexicon().callingEndings.get(masked.charAt(end - 1))
    : undefined;

/** What stands before a name: an office, a word that ends like one, or something else that introduces names; null where none does. */
export function introducedBy(masked: string, previous: Token | null): 'office' | 'calling' | 'other' | null {
  if (previous === null) return null;
  if (previous.kind === 'office') return 'office';
  if (previous.kind === 'calling' || callingOf(masked, previous) !== undefined) return 'calling';
  return INTRODUCING.has(previous.kind) ? 'other' : null;
}
