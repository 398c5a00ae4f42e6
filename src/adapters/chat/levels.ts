import { USUAL_LIMITS, type Answer, type AskedKind } from '../../core/index.ts';

/** What is passed over, and what is shown, of an answer that there was more of `level` times: twice as much each time. */
export function offsetAt(
  level: number,
  of: AskedKind | undefined,
): { readonly offset?: number; readonly limit?: number } {
  if (level === 0) return {};
  const offset = LIMITS[of ?? 'answer'] * 2 ** (level - 1);
  return { offset, limit: offset };
}

const LIMITS: Readonly<Record<AskedKind, number>> = { ...USUAL_LIMITS, answer: USUAL_LIMITS.answered };

/** How many articles of a listing were shown before that level. */
export const listedBefore = (answer: Answer, level: number): number =>
  answer.kind === 'listing' ? (offsetAt(level, 'listing').offset ?? 0) : 0;
