import { inFigures, matchAt, type DateRead, type Reckoned, type WrittenDate } from '../written.ts';
import { numbersIn } from '../../text/numbers.ts';

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

// All patterns are sticky and bounded, so that reading at a place costs the same however long the text is.
const YEAR =
  /(\d{4}|[〇○零一二三四五六七八九]{4}|[一二两]千[〇○零一二三四五六七八九十百]{0,6}) ?年|(\d{4})(?= ?(?:至|到|[-–—~]) ?\d{4} ?年)/y;
const YEAR_OF_REPUBLIC = /民国 ?(\d{1,3}|[〇○零一二三四五六七八九十百]{1,6}) ?年/y;
const YEAR_WORD =
  /(?<![过如当])(?:大前|[去今明同次翌隔当])年(?![轻龄纪])|(?<![之以此年天月日周会战])[前后]年(?![轻龄纪代])/y;
const MONTH =
  /(\d{1,2}|十[一二三四五六七八九]?|[一二三四五六七八九元]) ?月份?(?![球饼薪租费]|天(?![气津水河安])|革命)|(\d{1,2})(?=(?: ?(?:[、和及与至到]|[-–—~]) ?\d{1,2}){1,4} ?月)/y;
const MONTH_WORD =
  /(?<![以日])(?:(上上|上|下|本|这|今)(?:一?个)?|(同|当|翌))月份?(?![球台面饼票薪租费])|(?<![\d一二三四五六七八九十个几数每])月(?=[初底末]|中旬)/y;
const DAY =
  /(\d{1,2}|(?:二十|三十|十|廿|卅)[一二三四五六七八九]?|[一二三四五六七八九]) ?两?[日号]|(\d{1,2})(?=(?: ?(?:[、和及与至到]|[-–—~]) ?\d{1,2}){1,4} ?两?[日号])/y;
const PART_OF_MONTH = /初旬?(?![选步级中审])|[上中下]旬|底(?!特律)|末|[上下]半月|中(?=[,;。、的至到]|$)/y;
const PART_OF_YEAR =
  /年?初(?![选步级中审])|年?底(?!特律)|年?末|年?中(?=[,;。、的至到]|$)|代|[上下前后]半年|第?[一二三四1-4]季(?:度)?|[春夏秋冬][季天]/y;

// A day without its month is a date only where nothing makes it a duration, a currency or one of a kind: 3日內, 10日元, 5號線.
const NO_DAY_BEFORE = /(?:第|每|近|约|逾|达|为期|一连|连续|头|首|共|满|月|未来|过去|隔|民国)$/;
const NO_DAY_BEHIND = /^(?:内|后|间|来|之久|游|行程|[元圆]|本[人政首队国外媒经股]|以[内来上])/;
const DAY_NUMBERED_BEFORE = /(?:^|[,.;:!?。、()（）\s在于至到和与从自由截是月一二三四五六日天])$/;
const NUMBERED_BEHIND = /^(?:[线楼机地种选文球馆院门井台舰码店室路桌桥航轮艇房床厅案令候星卫坑]|风球|公[路馆])/;
const ACTS_BEHIND = /^(?:上午|下午|中午|凌晨|早|晚|抵|表示|说|宣布|会见|会晤|发表|举行|访|前往|告诉|指出|通|就|对)/;
// 近2000年, 2000年前: a row of years.
const AGES_BEFORE = /[近约逾达过第余]$/;
const AGES_BEHIND = /^[前来]|^的?历史/;

const YEARS = new Map([...'去今明前后'].map((char, i) => [char, [-1, 0, 1, -2, 2][i] ?? 0]));
const QUARTERS = '一二三四';
const SEASONS = '春夏秋冬';
const SHIFTS = new Map([
  ['上上', -2],
  ['上', -1],
  ['下', 1],
]);
/** Reads a year, a month or a day in folded Chinese text: 2023年10月26日, 去年底, 上月, 26日; what is missing is left null. */
export function readChineseDate(folded: string, at: number, joined: boolean): DateRead | null {
  const year = readYear(folded, at);
  const month = readMonth(folded, year === null ? at : skipFiller(folded, year.end), year !== null);
  if (year !== null && month === null) {
    const part = matchAt(PART_OF_YEAR, folded, year.end);
    const months = part === null ? null : monthsOfYear(part[0], year.value);
    return {
      date: calendar({ year: year.value, part: months }),
      end: months === null ? year.end : year.end + (part?.[0].length ?? 0),
    };
  }
  const day = readDay(folded, month === null ? at : skipSpace(folded, month.end), month !== null || joined);
  if (day !== null) {
    const date = calendar({ year: year?.value ?? null, month: month?.value ?? null, day: day.value });
    return { date, end: day.end };
  }
  if (month === null) return readPartOfThisYear(folded, at);
  if (year === null && IN_MOONS.test(folded.slice(at, month.end + 2))) return null;
  const part = matchAt(PART_OF_MONTH, folded, month.end);
  return {
    date: calendar({
      year: year?.value ?? null,
      month: month.value,
      part: part === null ? null : daysOfMonthPart(part[0]),
    }),
    end: month.end + (part?.[0].length ?? 0),
  };
}

// 七月十五, 九月廿五, 十月初六: a day of the old calendar.
const IN_MOONS = /^[^\d]+月(?:[一二三四五六七八九十廿卅]|初[一二三四五六七八九十])/;

const calendar = (given: Partial<Extract<WrittenDate, { kind: 'calendar' }>>): WrittenDate => ({
  kind: 'calendar',
  year: null,
  month: null,
  day: null,
  part: null,
  ...given,
});

function readYear(folded: string, at: number): Read<Reckoned> | null {
  const word = matchAt(YEAR_WORD, folded, at);
  if (word !== null) {
    const end = at + word[0].length;
    if (word[0].startsWith('大')) return { value: { from: 'reference', count: -3 }, end };
    const shift = YEARS.get(word[0].charAt(0));
    if (shift !== undefined) return { value: { from: 'reference', count: shift }, end };
    return { value: { from: 'mention', count: /[次翌隔]/.test(word[0]) ? 1 : 0 }, end };
  }
  const ofRepublic = matchAt(YEAR_OF_REPUBLIC, folded, at);
  if (ofRepublic !== null) {
    return { value: inFigures(numberOf(ofRepublic[1] ?? '') + 1911), end: at + ofRepublic[0].length };
  }
  const figures = matchAt(YEAR, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  const count = numberOf(figures[1] ?? figures[2] ?? '');
  const inHan = !/^\d/.test(figures[0]);
  const ages =
    count % 1000 === 0 && (inHan || AGES_BEFORE.test(before(folded, at)) || AGES_BEHIND.test(behind(folded, end)));
  // A year of no four figures, or 5000年: so many years.
  return count <= 1000 || count >= 2200 || ages || folded.charAt(at - 1) === '第'
    ? null
    : { value: inFigures(count), end };
}

function readMonth(folded: string, at: number, hasYear: boolean): Read<Reckoned> | null {
  const word = matchAt(MONTH_WORD, folded, at);
  if (word !== null) {
    const end = at + word[0].length;
    if (word[2] !== undefined) return { value: { from: 'mention', count: /翌/.test(word[2]) ? 1 : 0 }, end };
    return hasYear && word[1] !== undefined
      ? null
      : { value: { from: 'reference', count: SHIFTS.get(word[1] ?? '') ?? 0 }, end };
  }
  const figures = matchAt(MONTH, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  // 第3月, 近三月, 每年10月, 2年6月, 哪一年的10月, 3月後.
  if (!hasYear && (/(?:[第近逾头满年]|年的| 年)$/.test(before(folded, at)) || behind(folded, end).startsWith('后')))
    return null;
  const written = figures[1] ?? figures[2] ?? '';
  return { value: inFigures(written === '元' ? 1 : numberOf(written)), end };
}

function readDay(folded: string, at: number, hasMonth: boolean): Read<number> | null {
  const figures = matchAt(DAY, folded, at);
  if (figures === null) return null;
  const end = at + figures[0].length;
  const written = figures[1] ?? figures[2] ?? '';
  const value = numberOf(written);
  if (!hasMonth && (value < 1 || value > 31 || !isBareDay(folded, { start: at, end, written }))) return null;
  return { value, end };
}

function isBareDay(folded: string, day: { start: number; end: number; written: string }): boolean {
  const left = before(folded, day.start);
  const right = behind(folded, day.end);
  if (NO_DAY_BEFORE.test(left) || NO_DAY_BEHIND.test(right)) return false;
  const inHan = !/^\d/.test(day.written);
  // 一日, 三日, 十日 are durations more often than not; in brackets, behind a weekday, they are dates.
  if (inHan && day.written.length === 1 && !(left.endsWith('(') && right.startsWith(')'))) return false;
  if (folded.charAt(day.end - 1) !== '号') return true;
  return !NUMBERED_BEHIND.test(right) && (DAY_NUMBERED_BEFORE.test(left) || (!inHan && ACTS_BEHIND.test(right)));
}

// 年初, 年底 on their own are those of the year at hand.
function readPartOfThisYear(folded: string, at: number): DateRead | null {
  if (folded.charAt(at) !== '年' || /[\d〇零一二三四五六七八九十百千万几数每多余]/.test(folded.charAt(at - 1)))
    return null;
  const part = matchAt(PART_OF_YEAR, folded, at);
  if (part === null || /[代中]/.test(part[0])) return null;
  const year: Reckoned = { from: 'reference', count: 0 };
  return { date: calendar({ year, part: monthsOfYear(part[0], year) }), end: at + part[0].length };
}

// 年初 is the first quarter, 年底 the last, 年中 the third of the year in the middle.
function monthsOfYear(part: string, year: Reckoned): readonly [number, number] | null {
  if (part === '代') return year.from === 'calendar' && year.count % 10 === 0 ? [1, 120] : null;
  if (part.endsWith('初')) return [1, 3];
  if (part.endsWith('中')) return [5, 8];
  if (/[底末]$/.test(part)) return [10, 12];
  if (part.endsWith('半年')) return /^[上前]/.test(part) ? [1, 6] : [7, 12];
  const season = SEASONS.indexOf(part.charAt(0));
  if (season >= 0) return [season * 3 + 3, season * 3 + 5];
  const written = part.replace(/^第/, '').charAt(0);
  const quarter = QUARTERS.includes(written) ? QUARTERS.indexOf(written) : Number(written) - 1;
  return [quarter * 3 + 1, quarter * 3 + 3];
}

function daysOfMonthPart(part: string): readonly [number, number] {
  if (part.endsWith('半月')) return part.startsWith('上') ? [1, 15] : [16, 31];
  if (/^[初上]/.test(part)) return [1, 10];
  return part.startsWith('中') ? [11, 20] : [21, 31];
}

const numberOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : (numbersIn(`${written.replaceAll('○', '〇')}年`)[0]?.value ?? 0);

const before = (folded: string, at: number): string => folded.slice(Math.max(0, at - 3), at);
const behind = (folded: string, at: number): string => folded.slice(at, at + 4);
// 2023年 10月, 去年的10月.
const skipFiller = (folded: string, at: number): number => (/[ 的]/.test(folded.charAt(at)) ? at + 1 : at);
const skipSpace = (folded: string, at: number): number => (folded.charAt(at) === ' ' ? at + 1 : at);
