import type { Span } from '../model/span.ts';
import { NO_NAME, RARE_SURNAME } from './people.ts';
import type { Reading } from './reading.ts';
import { CHINESE_NAME, matchEnd } from './titles.ts';

/** Whether a clause begins with what looks like a name, though nothing vouches for it: 陳振彬隨即稱. */
export function startsWithName({ masked }: Reading, { start, end }: Span): boolean {
  const to = matchEnd(CHINESE_NAME, masked, start);
  if (to < 0 || to >= end || NO_NAME.test(masked.slice(start, to)) || RARE_SURNAME.test(masked.slice(start, to)))
    return false;
  return [to, to - 1].some((at) => at > start + 1 && BEHIND_NAME.test(masked.slice(at, end)));
}
const BEHIND_NAME = /^(?:随即|其后|随后|则|亦|也|又|就|便|曾|在|向|对|说|称|指|表示|认为|回应)/;

/** Whether a person is named between two places. */
export const namesPerson = ({ mentions, people, masked }: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    if (mentions.get(i)?.some(({ name }) => name.kind === 'person') === true) return true;
    if (people.has(masked.slice(i, i + 3)) || people.has(masked.slice(i, i + 2))) return true;
  }
  return false;
};
