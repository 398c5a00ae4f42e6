import { anyOf, langTable, langWords } from '../text/lang-data.ts';
import { anyWord, dateWords } from './words.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['《', '》'],
  ['〈', '〉'],
  ['「', '」'],
  ['『', '』'],
  ['“', '”'],
];
// What is longer than this, in UTF-16 units, is a quotation rather than a name.
const LONGEST_NAME = 60;
// 2023年國防授權法, "the 2022 CHIPS and Science Act": the year is part of a law's name.
const LAW_BEHIND = new RegExp(
  `^[^${langWords('zh/law-breaks').join('')},。? ]{1,12}?(?:${anyOf(langWords('zh/law-endings'))})|^ (?:[a-z]+ ){0,5}(?:${anyOf(langWords('en/law-endings'))})(?![a-z])`,
);

/** Whether a date of a folded text is part of a name: inside 《》, 「」 or quotes, or the year of a law. */
export function isInName(folded: string, { start, end }: Range): boolean {
  if (/^\d{4}年?$/.test(folded.slice(start, end)) && LAW_BEHIND.test(folded.slice(end, end + 60))) return true;
  const left = folded.slice(Math.max(0, start - LONGEST_NAME), start);
  const closed = (mark: string): boolean => folded.slice(end, end + LONGEST_NAME).includes(mark);
  if (QUOTES.some(([open, close]) => left.lastIndexOf(open) > left.lastIndexOf(close) && closed(close))) return true;
  // Straight quotes have no sides: an odd number of them in front has opened one.
  return left.split('"').length % 2 === 0 && closed('"');
}

const PUBLISHING = {
  zh: dateWords('zh/publishing').map((one) => ({ one, kinds: one.value.split(' ') })),
  en: [...langTable('en/publishing')].map(([word, value]) => ({ word, kinds: value.split(' ') })),
};
type Kinds = readonly string[];

// The words of some kinds; in Chinese apart from longer words that begin with them.
const zhWords = (isOne: (kinds: Kinds) => boolean): string =>
  anyWord(PUBLISHING.zh.flatMap(({ one, kinds }) => (isOne(kinds) ? [one] : [])));
const enWords = (isOne: (kinds: Kinds) => boolean): string =>
  anyOf(PUBLISHING.en.filter(({ kinds }) => isOne(kinds)).map(({ word }) => word));
const between = (lang: string): string => anyOf(langWords(`${lang}/reported-before`));
const isOf = (kinds: Kinds): boolean => kinds.includes('of');
const isNoun = (kinds: Kinds): boolean => kinds.includes('noun');
const isReport = (kinds: Kinds): boolean => kinds.some((kind) => kind === 'noun' || kind === 'verb');

const REPORTS = new RegExp(
  `${zhWords(isReport)}|${zhWords((kinds) => kinds.includes('delivered'))}(?!.{0,8}(?:${anyOf(langWords('zh/delivered'))}))|` +
    `(?<![a-z])(?:${enWords(isReport)})(?![a-z])`,
);
const REPORTING_BEFORE = new RegExp(
  `${zhWords(isOf)}(?:${anyOf(langTable('zh/aspects').keys())})? *(?:${between('zh')})?$`,
);
// With the date itself, which takes up what stands in front of it: "reported on the June talks".
const REPORTING_THE = new RegExp(`(?<![a-z])(?:${enWords(isOf)})(?: (?:${between('en')}))? the [a-z\\d ,-]{1,30}$`);
const REPORTS_BEHIND = new RegExp(
  `^的?(?:${anyOf(langWords('zh/report-modifiers'))})?${zhWords(isNoun)}|^ (?:${enWords(isNoun)})(?![a-z])`,
);

/**
 * Whether a folded question speaks of reports and means their days: 2023年10月的報道, "articles since June". 「怎樣報道2023年10月的會面」
 * means those of the meeting.
 */
export function asksForReports(folded: string, dates: readonly Range[]): boolean {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined || !REPORTS.test(folded)) return false;
  const behind = folded.slice(last.end, last.end + 24);
  if (REPORTS_BEHIND.test(behind)) return true;
  const isOfReport =
    REPORTING_BEFORE.test(folded.slice(0, first.start)) || REPORTING_THE.test(folded.slice(0, first.end));
  const ofEvent = isOfReport && /^(?:的|之)?[^,。?\s]|^ [a-z]/.test(behind);
  return !ofEvent;
}

const EDGES = ['since', 'after', 'until', 'before'] as const;

/** How the words beside a date bound what is meant: from it on, after it, up to it, before it, or in it. */
type Edge = (typeof EDGES)[number] | 'within';

/** A date with the words that belong to it; offsets as in the folded text. */
export interface Edges {
  readonly start: number;
  readonly end: number;
  readonly edge: Edge;
}

const NEVER = '(?!)';

// The words of one kind, in both languages: the sources of a pattern for each.
const sourcesOf = (side: 'before' | 'behind', isOne: (kinds: readonly string[]) => boolean) => ({
  zh: anyWordOr(dateWords(`zh/edges-${side}`).filter(({ value }) => isOne(value.split(' ')))),
  en: anyOf([...langTable(`en/edges-${side}`)].flatMap(([word, kinds]) => (isOne(kinds.split(' ')) ? [word] : []))),
});
const anyWordOr = (words: Parameters<typeof anyWord>[0]): string => (words.length === 0 ? NEVER : anyWord(words));

function behindPattern(edge: Edge): RegExp {
  const { zh, en } = sourcesOf('behind', (kinds) => kinds.includes(edge));
  return new RegExp(`^ ?(?:${zh}${en === '' ? '' : `| (?:${en})(?![a-z])`})`);
}

function beforePattern(kind: string): RegExp {
  const { zh, en } = sourcesOf('before', (kinds) => kinds.includes(kind) && !kinds.includes('alone'));
  const { zh: alone } = sourcesOf('before', (kinds) => kinds.includes(kind) && kinds.includes('alone'));
  return new RegExp(`(?:(?:${zh}|(?<![^ ,])${alone}) ?|(?<![a-z])(?:${en || NEVER}) (?:the )?)$`);
}

// Those that begin with the date first: 之後起 is no 之後.
const BEHIND = EDGES.map((edge) => [edge, behindPattern(edge)] as const);
const LEFT = EDGES.map((edge) => [edge, beforePattern(edge)] as const);
// Words in front of a date that say no more than that it is one, and those that open a range or stand with 起, 以來.
const OPENING = [beforePattern('in'), beforePattern('opening')];
const LOOK = 20;

/** Reads the words on both sides of a date of a question. A range is what it is: 自…至… opens and closes itself. */
export function edgesOf(folded: string, date: Range & { readonly to: object | null }): Edges {
  const left = folded.slice(Math.max(0, date.start - LOOK), date.start);
  const right = folded.slice(date.end, date.end + LOOK);
  const lengthOf = (pattern: RegExp, side: string): number => pattern.exec(side)?.[0].length ?? 0;
  const start = date.start - Math.max(...OPENING.map((pattern) => lengthOf(pattern, left)));
  const isRange = date.to !== null;
  for (const [edge, pattern] of BEHIND) {
    const length = lengthOf(pattern, right);
    if (length === 0) continue;
    const outer = Math.max(...LEFT.map(([, before]) => lengthOf(before, left)));
    return { start: Math.min(start, date.start - outer), end: date.end + length, edge: isRange ? 'within' : edge };
  }
  for (const [edge, pattern] of LEFT) {
    const length = lengthOf(pattern, left);
    if (length > 0 && !isRange) return { start: date.start - length, end: date.end, edge };
  }
  return { start, end: date.end, edge: 'within' };
}
