import { WORD } from '../text/characters.ts';
import { stemOf } from '../names/gazetteer.ts';
import { numbersIn } from '../text/numbers.ts';

const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const ENGLISH_UNITS = new Map(
  Object.entries({
    hour: '小',
    day: '天',
    year: '年',
    month: '月',
    week: '周',
    minut: '分',
    peopl: '人',
    dollar: '美',
  }),
);

/** Whether a folded word names a month, in full or by its first three letters. */
export const isEnglishMonth = (word: string): boolean =>
  ENGLISH_MONTHS.some((name) => name === word || name.slice(0, 3) === word);

/** A number of a question; offsets are into the question. */
export interface QuestionNumber {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
}

/**
 * The numbers of a folded question: 「10月22日」 and 「七個多小時」 as in texts; "Oct 22", "22 October 2023" and "7 hours" as if they
 * stood in Chinese.
 */
export function numbersOf(folded: string): QuestionNumber[] {
  const found: QuestionNumber[] = numbersIn(folded);
  const words = [...folded.matchAll(WORD)];
  words.forEach((match, i) => {
    const word = match[0];
    const month =
      word.length >= 3 ? ENGLISH_MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) : -1;
    const before = words[i - 1]?.[0] ?? '';
    const after = words[i + 1]?.[0] ?? '';
    if (month >= 0 && (word !== 'may' || /^\d+/.test(before + after) || before === 'in')) {
      found.push({ start: match.index, end: match.index + word.length, value: month + 1, unit: '月' });
    }
    const ordinal = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
    const nearMonth = [before, after].some((near) =>
      ENGLISH_MONTHS.some((name) => name.slice(0, 3) === near.slice(0, 3)),
    );
    if (ordinal !== undefined && nearMonth && isLatin(before, after)) {
      replace(found, { start: match.index, end: match.index + word.length, value: Number(ordinal), unit: '日' });
    } else if (/^(?:19|20)\d\d$/.test(word)) {
      replace(found, { start: match.index, end: match.index + 4, value: Number(word), unit: '年' });
    } else if (/^\d+$/.test(word)) {
      const unit = ENGLISH_UNITS.get(stemOf(after));
      if (unit !== undefined)
        replace(found, { start: match.index, end: match.index + word.length, value: Number(word), unit });
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

const isLatin = (before: string, after: string): boolean => /^[a-z]/.test(before) || /^[a-z]/.test(after);

function replace(found: QuestionNumber[], number: QuestionNumber): void {
  const at = found.findIndex((one) => one.start === number.start);
  if (at < 0) found.push(number);
  else found[at] = number;
}
