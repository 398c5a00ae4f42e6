/** A number in a text, with the first character of the unit behind it: `七個多小時` is 7 with 小, `12.5万人` 125000 with 人. */
export interface NumberInText {
  readonly start: number;
  /** Behind the digits, before the unit. */
  readonly end: number;
  readonly value: number;
  /** One character, or '' where no unit follows. */
  readonly unit: string;
}

const DIGITS = new Map([...'〇零一二三四五六七八九'].map((char, i) => [char, Math.max(0, i - 1)]));
DIGITS.set('两', 2);
const SMALL = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const LARGE = new Map([
  ['万', 1e4],
  ['亿', 1e8],
]);
// The short forms of 二十 and 三十.
const TENS = new Map([
  ['廿', 20],
  ['卅', 30],
]);
const NUMBER =
  /(?:百分之)?(?:(?:\d[\d,]*(?:\.\d+)?[十百千万亿]+)*\d[\d,]*(?:\.\d+)?[十百千万亿]*|[〇零一二三四五六七八九十百千万亿两廿卅]+)/g;
// Between a number and its unit: 七「個多」小時.
const FILLER = /^[ ]*(?:个|個)?(?:多|余|几)?(?:个)?/;
// A number in Han characters counts only before one of these; 星 is one in 三星期, in 三星 it is not.
const UNITS = new Set(
  '年月日天号时小分秒周星个位名人次场轮届国元美英港台吨公米里平度岁代层项条种成倍只架艘辆枚篇部座间家所所股票点页集章卷户村县市省州区组队对件支张份批类段步克斤升吋尺寸磅亩顷箱桶杯瓶盒头匹棵颗粒双',
);

const isUnit = (unit: string, next: string): boolean => UNITS.has(unit) && (unit !== '星' || next === '期');

const TIME_UNITS = new Set('年月日天号小分秒周星');

/** The numbers of a folded text, in either notation. Offsets are in UTF-16 units of `folded`. */
export function numbersIn(folded: string): NumberInText[] {
  const numbers: NumberInText[] = [];
  for (const match of folded.matchAll(NUMBER)) {
    const percent = match[0].startsWith('百分之');
    const digits = percent ? match[0].slice(3) : match[0];
    const end = match.index + match[0].length;
    const after = folded.slice(end, end + 6);
    const filler = FILLER.exec(after)?.[0].length ?? 0;
    const unit = percent ? '%' : after.charAt(filler);
    const inHan = !/^\d/.test(digits);
    if (inHan && !percent && !isUnit(unit, after.charAt(filler + 1))) continue;
    // 「一個」, 「上一位」, 「另一次」: an article, not a figure. 「一年」 and 「一月」 are.
    if (digits === '一' && !TIME_UNITS.has(unit)) continue;
    const value = inHan ? hanNumber(digits) : arabicNumber(digits);
    if (value === null) continue;
    numbers.push({ start: match.index, end, value, unit: /[\p{L}%]/u.test(unit) ? unit : '' });
  }
  return numbers;
}

// 2亿5千万 is the sum of its parts.
function arabicNumber(digits: string): number | null {
  let total = 0;
  for (const [, plain = '', scale = ''] of digits.matchAll(/([\d,.]+)(\D*)/g)) {
    let value = Number(plain.replaceAll(',', '').replace(/\.$/, ''));
    for (const char of scale) value *= SMALL.get(char) ?? LARGE.get(char) ?? 1;
    total += value;
  }
  return Number.isFinite(total) ? total : null;
}

// A longer row of digits is a number of an account or the like, and no exact value in JavaScript.
const MOST_DIGITS = 15;

// 二〇二三 is read digit by digit, 两千零二十三 by its powers of ten.
function hanNumber(digits: string): number | null {
  if ([...digits].every((char) => DIGITS.has(char))) {
    if (digits.length > MOST_DIGITS) return null;
    if (digits.length > 1 || digits !== '零') return Number([...digits].map((char) => DIGITS.get(char)).join(''));
    return 0;
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const char of digits) {
    const small = SMALL.get(char);
    const large = LARGE.get(char);
    const tens = TENS.get(char);
    if (small !== undefined) {
      section += (digit || 1) * small;
      digit = 0;
    } else if (large !== undefined) {
      // 亿 counts all that stands before it: 一万亿.
      total = total < large ? (total + section + digit || 1) * large : total + (section + digit || 1) * large;
      section = 0;
      digit = 0;
    } else if (tens !== undefined) {
      section += tens;
    } else {
      digit = DIGITS.get(char) ?? 0;
    }
  }
  return total + section + digit;
}
