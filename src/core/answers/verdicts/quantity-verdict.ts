import type { Verdict } from '../../reading/claims.ts';
import { asksForQuantity, expectedSpans, tellsWithoutFigure } from '../../question/wanted.ts';
import { hasHan } from '../../text/characters.ts';
import { numbersIn } from '../../text/numbers.ts';
import { foldScript } from '../../text/script.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { scanDates } from '../../dates/scan.ts';
import type { Span } from '../../model/span.ts';
import type { Candidate } from './speaker-verdict.ts';

/**
 * Whether a sentence, or the one beside it, has a figure that may be what is asked for: a sum, a share, an age, a count, in digits or in
 * words, or in English an amount that is put vaguely ("most of them"). What has none is no answer to "how many" and 多少.
 */
export function quantityVerdict({
  question: { parsed },
  article,
  folded,
  ranked: { sentence },
  names,
}: Candidate): Verdict {
  if (!asksForQuantity(parsed.wants)) return 'absent';
  const has = (own: string): boolean =>
    tellsWithoutFigure(own, parsed.wants) || figuresIn(parsed, own, names).length > 0;
  if (has(folded)) return 'absent';
  const { sentences } = sentence.passage;
  const beside = [sentence.position - 1, sentence.position + 1].flatMap((at) => sentences[at] ?? []);
  return beside.some(({ start, end }) => has(foldScript(article.text.slice(start, end)))) ? 'absent' : 'contradicted';
}

// What may be the figure: a date counts nothing. In Chinese any other number may: 加價多少 is answered by a sum and by 一成.
function figuresIn(parsed: ParsedQuestion, folded: string, names: Gazetteer): readonly Span[] {
  const dates = scanDates(folded, { bareYears: true });
  const isDate = ({ start, end }: Span): boolean => dates.some((date) => start < date.end && end > date.start);
  const figures = [...expectedSpans(parsed, folded, { names }), ...(hasHan(folded) ? numbersIn(folded) : [])];
  return figures.filter((span) => !isDate(span));
}
