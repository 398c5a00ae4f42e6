import { formsOf, langPairs } from '../../text/lang-data.ts';
import { lexicon } from './lexicon.ts';
import { tokenAt } from './tokens.ts';
import type { ZhText } from './zh-text.ts';

const PASSIVE = new Set(formsOf(langPairs('zh/passives'), 'against'));

/** Whether a passive begins at a place: 被官媒點名, but neither 被告 nor a word that only holds the character. */
export const isPassive = (text: ZhText, at: number): boolean =>
  PASSIVE.has(text.masked.charAt(at)) &&
  lexicon().offices.endAt(text.masked, at) <= at &&
  tokenAt(text, at, at + 1).kind === 'unknown';

/** Whether a verb of speech in a passive only tells when something else is said: 被傳媒問到有關議題時表示. */
export function isTimeOfPassive(
  text: ZhText,
  from: number,
  { start, end, to }: { start: number; end: number; to: number },
): boolean {
  const { clauseTimes } = lexicon();
  let opened = false;
  for (let i = from; i < start && !opened; i++) opened = isPassive(text, i);
  if (!opened) return false;
  for (let i = end + 1; i <= to; i++) if (clauseTimes.startBefore(text.masked, i) >= end) return true;
  return false;
}
