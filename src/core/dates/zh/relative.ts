import { numbersIn } from '../../text/numbers.ts';
import { backBy } from '../distance.ts';
import { matchAt, type DateRead, type Reckoned } from '../written.ts';
import { DAY_WORD, dayWordValue, DISTANCE, distanceUnit, WEEK_DAY, weekdayNamed, weekShift } from './patterns.ts';

/** Reads what folded Chinese text names by its distance: 昨日, 前天, 翌日, 上周, 上周五, 星期五. */
export function readChineseRelative(folded: string, at: number): DateRead | null {
  return readDayWord(folded, at) ?? readWeek(folded, at);
}

/** Reads a time that lies back from the day of the text: 三年前, 兩個月前; 三百年前 is history, and none. */
export function readDistance(folded: string, at: number): DateRead | null {
  const found = matchAt(DISTANCE, folded, at);
  if (found === null) return null;
  const [all, written = '', unit = ''] = found;
  const count = countOf(written);
  const date = count === 0 || count > LONGEST_DISTANCE ? null : backBy(count, distanceUnit(unit));
  return date === null ? null : { date, end: at + all.length };
}

const LONGEST_DISTANCE = 200;

export const countOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : (numbersIn(`${written.replaceAll('○', '〇')}年`)[0]?.value ?? 0);

/** What a word's value in a list says: `-1`, or `mention 0`, reckoned from the date that was mentioned before. */
export function reckonedBy(value: string): Reckoned {
  const [first = '', second] = value.split(' ');
  return second === undefined
    ? { from: 'reference', count: Number(first) }
    : { from: 'mention', count: Number(second) };
}

function readDayWord(folded: string, at: number): DateRead | null {
  const word = matchAt(DAY_WORD, folded, at)?.[0];
  if (word === undefined) return null;
  const { from, count } = reckonedBy(dayWordValue(word));
  return { date: { kind: 'day', from: from === 'mention' ? from : 'reference', shift: count }, end: at + word.length };
}

function readWeek(folded: string, at: number): DateRead | null {
  const found = matchAt(WEEK_DAY, folded, at);
  if (found === null) return null;
  const [all, which, ofThat, end, nearest] = found;
  const written = ofThat ?? nearest;
  const weekday = written === undefined ? null : Number(weekdayNamed(written === '天' ? '日' : written));
  const days = end === undefined ? { first: weekday ?? 1, last: weekday ?? 7 } : { first: 6, last: 7 };
  return {
    date: { kind: 'week', shift: which === undefined ? null : Number(weekShift(which)), ...days },
    end: at + all.length,
  };
}
