import { matchAt, type DateRead } from '../written.ts';

const DAY_WORD =
  /(?:昨|今|(?<![声证文黎光])明)(?:天(?![气然空皇])|日(?!本)|[晚早晨夜])|(?:大前|(?<![之以此目日年月周天先会战午])前)(?:天(?![气然空安津文主皇际])|日(?!本)|晚)|(?:大后|(?<![之以此年月周天会战午])后)(?:天(?![气然空安津文主皇际性])|日(?!本))|(?:当|同|翌|次|隔)(?:天(?!然)|日(?!本)|晚)/y;
const WEEK =
  /(?<![以\d])(上上|上|下|(?<!日)本|这|今)(?:一?个|一)?(?:周(?![围边知密详转身遭游旋])|星期|礼拜)(?:([一二三四五六天](?![次岁期年方])|日(?!本))|(末))?(?![刊岁期年报])|(?<![一二两三四五六七八九十几数半每个\d])(?:周|星期|礼拜)([一二三四五六](?![次岁期年方])|日(?!本)|(?<=[期拜])天)/y;

const WEEKDAYS = '一二三四五六日';
const WEEK_SHIFTS = new Map([
  ['上上', -2],
  ['上', -1],
  ['下', 1],
]);
const DAY_SHIFTS = new Map([
  ['大前', -3],
  ['前', -2],
  ['昨', -1],
  ['今', 0],
  ['明', 1],
  ['后', 2],
  ['大后', 3],
]);

/** Reads what folded Chinese text names by its distance: 昨日, 前天, 翌日, 上周, 上周五, 星期五. */
export function readChineseRelative(folded: string, at: number): DateRead | null {
  return readDayWord(folded, at) ?? readWeek(folded, at);
}

function readDayWord(folded: string, at: number): DateRead | null {
  const word = matchAt(DAY_WORD, folded, at)?.[0];
  if (word === undefined) return null;
  const end = at + word.length;
  const shift = DAY_SHIFTS.get(word.slice(0, -1));
  if (shift !== undefined) return { date: { kind: 'day', from: 'reference', shift }, end };
  return { date: { kind: 'day', from: 'mention', shift: /^[翌次隔]/.test(word) ? 1 : 0 }, end };
}

function readWeek(folded: string, at: number): DateRead | null {
  const found = matchAt(WEEK, folded, at);
  if (found === null) return null;
  const [all, which, ofThat, end, nearest] = found;
  const written = ofThat ?? nearest;
  const weekday = written === undefined ? null : WEEKDAYS.indexOf(written === '天' ? '日' : written) + 1;
  const days = end === undefined ? { first: weekday ?? 1, last: weekday ?? 7 } : { first: 6, last: 7 };
  const shift = which === undefined ? null : (WEEK_SHIFTS.get(which) ?? 0);
  return { date: { kind: 'week', shift, ...days }, end: at + all.length };
}
