import type { Verdict } from '../../reading/claims.ts';
import { datesIn } from '../../dates/dates.ts';
import { langWords } from '../../text/lang-data.ts';
import { numbersIn, type NumberInText } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './candidate.ts';

const NUMBERING: ReadonlySet<string> = new Set(langWords('zh/numbering-units'));

/**
 * Whether a sentence is of the one that a question numbers, or of another: 第三號風機 is not 第五號, and what is told of 2019 alone is
 * not of 2018.
 */
export function figureVerdict(candidate: Candidate): Verdict {
  const { folded, article } = candidate;
  const { parsed } = candidate.question;
  const others = [...namingIn(folded), ...namingIn(foldScript(article.title))];
  for (const { value, unit } of namingIn(parsed.folded)) {
    const alike = others.filter((number) => number.unit === unit);
    if (alike.length > 0 && !alike.some((number) => number.value === value)) return 'contradicted';
  }
  return yearVerdict(
    candidate,
    parsed.terms.flatMap(({ number }) => (number === null ? [] : [number])),
  );
}

// The numbers that name one of several: 第五號, 21號, but not the day 10月5號.
const namingIn = (folded: string): NumberInText[] =>
  numbersIn(folded).filter(
    ({ start, unit }) =>
      unit !== '' && (folded.charAt(start - 1) === '第' || (NUMBERING.has(unit) && folded.charAt(start - 1) !== '月')),
  );

function yearVerdict(
  { article, ranked: { sentence } }: Candidate,
  asked: readonly { readonly value: number; readonly unit: string }[],
): Verdict {
  const years = asked.filter(({ value, unit }) => unit === '年' && value > 1000).map(({ value }) => value);
  if (years.length === 0) return 'absent';
  const dates = datesIn(article.text.slice(sentence.start, sentence.end), article.date);
  if (dates.length === 0) return 'absent';
  const isOf = (year: number): boolean =>
    dates.some(({ first, last }) => first.slice(0, 4) <= String(year) && last.slice(0, 4) >= String(year));
  if (years.some(isOf)) return 'met';
  // A day of the report's own year may date the report of what happened then.
  return dates.some(({ first }) => first.slice(0, 4) === article.date?.slice(0, 4)) ? 'absent' : 'contradicted';
}
