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
const LAW_BEHIND =
  /^[^的了在有通过签署什么哪何怎谁与和,。? ]{1,12}?(?:授权法|法案|条例|协定|公约|宪法)|^ (?:[a-z]+ ){0,5}act(?![a-z])/;

/** Whether a date of a folded text is part of a name: inside 《》, 「」 or quotes, or the year of a law. */
export function isInName(folded: string, { start, end }: Range): boolean {
  if (/^\d{4}年?$/.test(folded.slice(start, end)) && LAW_BEHIND.test(folded.slice(end, end + 60))) return true;
  const left = folded.slice(Math.max(0, start - LONGEST_NAME), start);
  const closed = (mark: string): boolean => folded.slice(end, end + LONGEST_NAME).includes(mark);
  if (QUOTES.some(([open, close]) => left.lastIndexOf(open) > left.lastIndexOf(close) && closed(close))) return true;
  // Straight quotes have no sides: an odd number of them in front has opened one.
  return left.split('"').length % 2 === 0 && closed('"');
}

const REPORTS =
  /报道|报导|文章|新闻(?![发稿官自记处司局秘主])|刊登|刊出|登载|发表(?!.{0,8}(?:讲话|声明|演[讲说]|谈话|言论|宣[言告布]|意见|看法|致辞))|(?<![a-z])(?:publish(?:ed|es)?|report(?:s|ed|ing)?|articles?|coverage|stories|news|wrote|written)(?![a-z])/;
const REPORTING_BEFORE =
  /(?:报道|报导)(?:了|过)? *(?:在|关于|有关)?$|(?:reports?|reported|cover|covered|coverage)(?: (?:on|of|about))? the $/;
const REPORTS_BEHIND = /^的?(?:相关)?(?:报道|报导|文章|新闻)|^ (?:reports?|articles?|coverage|stories|news)(?![a-z])/;

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
  const ofEvent = REPORTING_BEFORE.test(folded.slice(0, first.start)) && /^(?:的|之)?[^,。?\s]|^ [a-z]/.test(behind);
  return !ofEvent;
}
