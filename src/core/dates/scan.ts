import { anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { anyWord, dateWords } from './words.ts';
import { BEGINNINGS as LATIN_BEGINNINGS } from './en/patterns.ts';
import { BEGINNINGS as CHINESE_BEGINNINGS, BETWEEN_DATES, NUMERALS } from './zh/patterns.ts';
import { readChineseDate, readChineseRelative, readDistance } from './zh/scan.ts';
import { readEnglish, readEnglishDistance, type EnglishReading } from './en/scan.ts';
import {
  isImpossible,
  matchAt,
  type DateOrder,
  type DateRead,
  type WrittenDate,
  type WrittenMention,
} from './calendar.ts';

const between = (of: string): string => `(?:${anyOf(formsOf(langTable('en/between-dates'), of))}) `;
const RANGE = new RegExp(` ?(?:${BETWEEN_DATES.range}|[-–—~]{1,2}|${between('range')})(?:[ ]?于)? ?`, 'y');
const RANGE_BETWEEN = new RegExp(` ${between('list')}`, 'y');
const BEFORE_RANGE = new RegExp(`${between('before')}(?:the )?$`);
const LIST = new RegExp(` ?(?:${BETWEEN_DATES.list}|${between('list')}) ?`, 'y');

const FIGURE = 1;
const HAN_FIGURE = 2;
const WORD = 3;
const LETTER = 4;
const LATIN_BIGRAMS = new Set(LATIN_BEGINNINGS.map((begin) => pairOf(begin, 0)));

function pairOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x80 + text.charCodeAt(at + 1);
}

// By the first character alone: nineteen places of a text in twenty are left behind at the cost of a look-up.
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(0x1_0000);
  const mark = (characters: string, kind: number): void => {
    for (const char of characters) table[char.charCodeAt(0)] = kind;
  };
  mark('0123456789', FIGURE);
  mark(NUMERALS, HAN_FIGURE);
  for (const char of CHINESE_BEGINNINGS) if (table[char.charCodeAt(0)] === 0 && !/[a-z]/.test(char)) mark(char, WORD);
  for (const begin of LATIN_BEGINNINGS) table[begin.charCodeAt(0)] = LETTER;
  return table;
}

// A title is no longer than this, in UTF-16 units; a mark that is never closed opens none.
const LONGEST_TITLE = 80;

interface Scanning {
  readonly bareYears?: boolean;
  readonly order?: DateOrder | null;
}

/**
 * The dates that a folded text writes, in order, none inside another; not resolved. Leaves out those inside 《》. `bareYears` and
 * `order`: as {@link readEnglish} has them.
 */
export function scanDates(folded: string, { bareYears = false, order = null }: Scanning = {}): WrittenMention[] {
  const found: WrittenMention[] = [];
  const length = folded.length;
  for (let at = 0; at < length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit === 0x300a) at = endOfTitle(folded, at);
    const kind = CLASSES[unit];
    if (kind === 0 || !mayBegin(folded, at, kind ?? 0)) continue;
    const mention = mentionAt(folded, at, { bareYears, order, last: found.at(-1) });
    if (mention === null) continue;
    found.push(mention);
    at = mention.end - 1;
  }
  return found.filter((mention, i) => !saysTheSame(folded, mention, { before: found[i - 1], behind: found[i + 1] }));
}

function endOfTitle(folded: string, at: number): number {
  const end = folded.slice(at, at + LONGEST_TITLE).indexOf('》');
  return end < 0 ? at : at + end;
}

// Inside a number or a word nothing begins.
function mayBegin(folded: string, at: number, kind: number): boolean {
  if (kind === LETTER && !LATIN_BIGRAMS.has(pairOf(folded, at))) return false;
  if (at === 0) return true;
  const before = folded.charCodeAt(at - 1);
  if (kind === HAN_FIGURE) return CLASSES[before] !== HAN_FIGURE;
  if (kind === WORD) return true;
  if (before >= 0x61 && before <= 0x7a) return false;
  if (kind === LETTER) return !isFigure(before);
  return !isFigure(before) && !('.,/:·'.includes(folded.charAt(at - 1)) && isFigure(folded.charCodeAt(at - 2)));
}

const isFigure = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

interface Around {
  readonly bareYears: boolean;
  readonly order: DateOrder | null;
  readonly last: WrittenMention | undefined;
}

function mentionAt(folded: string, at: number, { bareYears, order, last }: Around): WrittenMention | null {
  const listed = last !== undefined && at - last.end <= 5 && isWhole(LIST, folded.slice(last.end, at));
  const read = readAt(folded, at, { joined: listed, bareYears, order });
  if (read === null) return null;
  const to = readEnd(folded, read.end, isBetween(folded, at));
  const end = to?.end ?? read.end;
  return {
    start: at,
    end,
    date: read.date,
    to: to?.date ?? null,
    listed,
    ahead: isOpen(read.date) && isAhead(folded, at, end),
  };
}

function readAt(folded: string, at: number, how: EnglishReading): DateRead | null {
  const kind = CLASSES[folded.charCodeAt(at)] ?? 0;
  if (kind === 0) return null;
  if (kind === LETTER) return readEnglish(folded, at, how);
  const chinese = readChineseDate(folded, at, how.joined) ?? (kind === WORD ? readChineseRelative(folded, at) : null);
  return chinese ?? (kind === FIGURE ? readEnglish(folded, at, how) : null);
}

// Whether it is not said which year, month or week is meant.
const isOpen = (date: WrittenDate): boolean =>
  (date.kind === 'calendar' && date.year === null) || (date.kind === 'week' && date.shift === null);

const isWhole = (pattern: RegExp, text: string): boolean => matchAt(pattern, text, 0)?.[0].length === text.length;
const isBetween = (folded: string, at: number): boolean => BEFORE_RANGE.test(folded.slice(Math.max(0, at - 12), at));

function readEnd(folded: string, at: number, between: boolean): DateRead | null {
  const join = matchAt(RANGE, folded, at) ?? (between ? matchAt(RANGE_BETWEEN, folded, at) : null);
  if (join === null) return null;
  return readAt(folded, at + join[0].length, { joined: true, bareYears: true, order: null });
}

const AHEAD_BEFORE = new RegExp(
  `(?:${anyOf(langWords('zh/ahead-before'))})[^,;。、!?]{0,8}$|(?<![a-z])(?:${anyOf(langWords('en/ahead-before'))}) [^,;.!?]{0,24}$`,
);
const AHEAD_BEHIND = new RegExp(
  `^(?:${anyOf(langWords('zh/parts-behind-day'))})?${anyWord(dateWords('zh/ahead-behind'))}`,
);

// Said to be to come: 將於11月, 預計26日, 26日將會, "will … in June".
const isAhead = (folded: string, start: number, end: number): boolean =>
  AHEAD_BEFORE.test(folded.slice(Math.max(0, start - 36), start)) || AHEAD_BEHIND.test(folded.slice(end, end + 5));

interface Neighbours {
  readonly before: WrittenMention | undefined;
  readonly behind: WrittenMention | undefined;
}

// 週五（10月27日）, 今天（27日）, "Friday, October 27": the day that is written out is the one that counts.
function saysTheSame(
  folded: string,
  { start, end, date, to }: WrittenMention,
  { before, behind }: Neighbours,
): boolean {
  if (to !== null || (date.kind !== 'day' && !(date.kind === 'week' && date.first === date.last))) return false;
  const written = (other: WrittenMention | undefined): boolean =>
    other !== undefined && other.date.kind === 'calendar' && other.date.day !== null && !isImpossible(other.date);
  if (behind !== undefined && behind.start - end <= 3 && written(behind)) {
    if (/^[ ,]?[( ]?(?:the )?$/.test(folded.slice(end, behind.start))) return true;
  }
  if (date.kind !== 'week' || before === undefined || start - before.end > 2) return false;
  return written(before) && /^ ?\(?$/.test(folded.slice(before.end, start));
}

/** Whether folded words tell a time by how far it lies back: 三年前, "five years ago". */
export const isDistance = (words: string): boolean =>
  [readDistance(words, 0), readEnglishDistance(words, 0)].some((read) => read?.end === words.length);

/** Whether a date is told as one that is to come from the day of who writes: 下個月, 明天, "next June". */
export function isToCome(date: WrittenDate): boolean {
  switch (date.kind) {
    case 'calendar':
      return [date.year, date.month].some((reckoned) => reckoned?.from === 'reference' && reckoned.count > 0);
    case 'named-month':
      return date.toward > 0;
    case 'day':
      return date.from === 'reference' && date.shift > 0;
    case 'week':
      return (date.shift ?? 0) > 0;
  }
}

/** Whether one of a mention's dates is in no calendar; 「6月26日至31日」 has its month for both. */
export function isImpossibleMention({ date, to }: WrittenMention): boolean {
  if (isImpossible(date)) return true;
  if (to?.kind !== 'calendar' || date.kind !== 'calendar' || to.month !== null || to.day === null) {
    return to !== null && isImpossible(to);
  }
  return isImpossible({ ...to, month: date.month, year: to.year ?? date.year });
}
