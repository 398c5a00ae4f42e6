import { anyEnglishWord, anyOf, formsOf, langLines, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { numbersIn, numeralsFrom } from '../text/numbers.ts';

/** Whether a sentence fills a slot of the question: it does, it says otherwise, or it does not say. */
export type Verdict = 'met' | 'contradicted' | 'absent';

const NOT_NEGATING = new RegExp(
  `(?!${anyOf(langWords('zh/contraries-all-the-same'))})(?:${anyOf(langWords('zh/no-contraries'))})`,
  'g',
);
const NEGATING = new RegExp(
  `${anyOf([...langWords('zh/contraries'), ...langWords('yue/contraries')])}|${anyEnglishWord(langWords('en/contraries'))}`,
  'g',
);

/** The sides of each line of the lists of opposites, as patterns. */
const OPPOSITES = ['zh', 'en'].flatMap((lang) =>
  langLines(`${lang}/opposites`).map((line) => {
    const [one, other] = line.split('<>').map((side) => {
      const words = anyOf(side.split(',').map((word) => foldScript(word.trim())));
      return new RegExp(lang === 'en' ? `\\b(?:${words})\\b` : words);
    });
    if (one === undefined || other === undefined) throw new Error(`${lang}/opposites: ${line} has one side`);
    return { one, other };
  }),
);

// Whether an odd number of negations stands in folded words.
const isNegated = (folded: string): boolean =>
  (folded.replace(NOT_NEGATING, '').match(NEGATING)?.length ?? 0) % 2 === 1;

/** Whether folded words say the contrary of a folded claim: by a negation, or by a word and its opposite. */
export function polarityVerdict(claim: string, said: string): Verdict {
  let opposed = false;
  let known = false;
  for (const { one, other } of OPPOSITES) {
    const [claimed, denied] = [one.test(claim), other.test(claim)];
    if (claimed === denied) continue;
    const [sayOne, sayOther] = [one.test(said), other.test(said)];
    if (sayOne === sayOther) continue;
    known = true;
    if (claimed === sayOther) opposed = !opposed;
  }
  const differs = isNegated(claim) !== isNegated(said) && !hasItsNegation(claim, said);
  if (differs !== opposed) return 'contradicted';
  return known || isNegated(claim) ? 'met' : 'absent';
}

// 「不要低估」…也「不要低估」: two negations cancel nothing where the claim's stands before the same word.
const hasItsNegation = (claim: string, said: string): boolean =>
  sharedParts(claim, said).some((part) => isNegated(part) && part.replace(NEGATING, '').trim().length >= 2);

const OPENS_NEGATED = new RegExp(
  `^\\s*(?:(?:${anyOf(langWords('en/asking-auxiliaries'))}) )?(?:${anyOf([...langWords('zh/contraries'), ...langWords('yue/contraries')])}|${anyEnglishWord(langWords('en/contraries'))})`,
);
const ENDS_NEGATED = new RegExp(`(?:${NEGATING.source})\\s*$`);
// Two characters tell a Chinese verb; of an English one five letters stay in all its forms: agree, agreed.
const VERB = /^(?:[a-z]{4,5}|[^a-z\s]{2})/;

/**
 * Whether folded words say that somebody does what a folded question asks of behind its question word, 「誰不同意」: the contrary where each
 * time the verb is denied, and the question does not deny it, or the other way about.
 */
export function denialVerdict(asked: string, said: string): Verdict {
  const [opening = ''] = OPENS_NEGATED.exec(asked) ?? [];
  const verb = verbOf(asked.slice(opening.length).trimStart(), said);
  if (verb === null) return 'absent';
  for (let at = said.indexOf(verb); at >= 0; at = said.indexOf(verb, at + 1))
    if (ENDS_NEGATED.test(said.slice(0, at)) === (opening !== '')) return 'met';
  return 'contradicted';
}

function verbOf(asked: string, said: string): string | null {
  const [verb] = VERB.exec(asked) ?? [];
  return verb !== undefined && said.includes(verb) ? verb : null;
}

// 天 is 日 in 星期天.
const WEEKDAY = new RegExp(
  `(?:${anyOf(langWords('zh/week'))})([${[...langTable('zh/weekdays').keys()].join('')}天])`,
  'g',
);
const weekdays = (folded: string): Set<string> =>
  new Set(Array.from(folded.matchAll(WEEKDAY), ([, day = '']) => (day === '天' ? '日' : day)));

/** Whether folded words have the figures and days of a folded claim, or others in their place. */
export function figureVerdict(claim: string, said: string): Verdict {
  const verdicts = new Set([weekdayVerdict(claim, said), numberVerdict(claim, said)]);
  return (['contradicted', 'met'] as const).find((each) => verdicts.has(each)) ?? 'absent';
}

function weekdayVerdict(claim: string, said: string): Verdict {
  const [days, others] = [weekdays(claim), weekdays(said)];
  if (days.size === 0 || others.size === 0) return 'absent';
  return [...days].some((day) => others.has(day)) ? 'met' : 'contradicted';
}

function numberVerdict(claim: string, said: string): Verdict {
  const claimed = figuresIn(claim);
  if (claimed.length === 0) return 'absent';
  const figures = figuresIn(said);
  const isSame = (a: Figure, b: Figure): boolean =>
    a.value === b.value && (a.unit === b.unit || a.unit === '' || b.unit === '');
  if (claimed.every((one) => figures.some((other) => isSame(one, other)))) return 'met';
  return figures.some((other) => claimed.some((one) => one.unit === other.unit || one.unit === '' || other.unit === ''))
    ? 'contradicted'
    : 'absent';
}

interface Figure {
  readonly value: number;
  readonly unit: string;
}

// 九成一 is 91 per cent: what numbers of the text at large do not read.
const DIGITS = numeralsFrom(1, 9);
const TENTHS = new RegExp(`([${DIGITS}])(?:${anyOf(formsOf(langTable('zh/shares'), 'tenths'))})([${DIGITS}])?`, 'g');

function figuresIn(folded: string): Figure[] {
  const tenths = Array.from(folded.matchAll(TENTHS), ([, ten = '', one = '']) => ({
    value: digit(ten) * 10 + digit(one),
    unit: '%',
  }));
  return [...tenths, ...numbersIn(folded.replace(TENTHS, ' ')).map(({ value, unit }) => ({ value, unit }))];
}

const NUMERALS = langTable('zh/numerals');
const digit = (char: string): number => Number(NUMERALS.get(char) ?? 0);

const PASSIVE = new RegExp(
  `${anyOf(langTable('zh/passives').keys())}|${anyEnglishWord(langWords('en/passives'))}`,
  'g',
);

/**
 * Whether the stretches of a folded claim that folded words have, `parts`, stand there in the other order: 漁會要求公司賠償 and
 * 公司要求漁會賠償. A passive turns the order round.
 */
export function isReversed(claim: string, said: string, parts: readonly string[]): boolean {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return false;
  const isTurned = said.lastIndexOf(first) > said.lastIndexOf(last);
  const passives = (text: string): number => text.match(PASSIVE)?.length ?? 0;
  return isTurned !== ((passives(claim) + passives(said)) % 2 === 1);
}

/** The longest stretches of a folded claim, of two units at least, that folded words have, in the claim's order. */
export function sharedParts(claim: string, said: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < claim.length;) {
    let end = start;
    while (end < claim.length && said.includes(claim.slice(start, end + 1))) end++;
    const part = claim.slice(start, end).trim();
    if (part.length >= 2) parts.push(part);
    start = Math.max(end, start + 1);
  }
  return parts;
}
