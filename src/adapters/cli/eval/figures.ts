import type { Answer } from '../../../core/index.ts';
import { quotesOf, type Verdict } from './judge.ts';

/** One question's verdict with the answer that it is about. */
export interface Judged {
  readonly verdict: Verdict;
  readonly answer: Answer;
}

/** The figures of a run, as lines of text. `seconds` holds the questions alone, without opening the corpus. */
export function figuresOf(judged: readonly Judged[], seconds: number): string[] {
  const answerable = judged.flatMap(({ verdict: { figures }, answer }) =>
    figures === null ? [] : [{ figures, answer }],
  );
  const share = (is: (each: (typeof answerable)[number]) => boolean): string =>
    percent(answerable.filter((each) => is(each)).length, answerable.length);
  const lines = [`questions ${judged.length}  seconds ${seconds.toFixed(2)}`];
  if (answerable.length > 0) {
    lines.push(
      [
        `answerable ${answerable.length}`,
        `answered ${share(({ answer }) => answer.kind === 'answered')}`,
        `cite@1 ${share(({ figures }) => figures.cite1)}`,
        `hit@1 ${share(({ figures }) => figures.hit1)}`,
        `hit@3 ${share(({ figures }) => figures.hit3)}`,
      ].join('  '),
    );
    const quoting = answerable.map(({ answer }) => answer).filter(({ points }) => points.length > 0);
    const first = median(quoting.map((answer) => charactersOf(answer, 1)));
    const firstThree = median(quoting.map((answer) => charactersOf(answer, 3)));
    lines.push(`characters quoted, median: first point ${first}, first three ${firstThree}`);
  }
  const unanswerable = judged.filter(({ verdict }) => verdict.type === 'unanswerable');
  if (unanswerable.length > 0) {
    const abstained = unanswerable.filter(({ verdict }) => verdict.good).length;
    lines.push(`unanswerable ${unanswerable.length}  abstained ${percent(abstained, unanswerable.length)}`);
  }
  return [...lines, byType(judged)];
}

/** A missed question: what was asked, and what came instead. */
export function missOf(
  question: { readonly id: string; readonly question: string },
  { verdict, answer }: Judged,
): string {
  const quoted = quotesOf(answer, 3).replaceAll('\n', ' / ').slice(0, 300);
  return `MISS ${question.id} [${verdict.type}] ${question.question}\n     ${answer.kind} ${answer.confidence.toFixed(2)} ${quoted}`;
}

function byType(judged: readonly Judged[]): string {
  const types = new Map<string, { good: number; all: number }>();
  for (const { verdict } of judged) {
    const tally = types.get(verdict.type) ?? { good: 0, all: 0 };
    types.set(verdict.type, { good: tally.good + (verdict.good ? 1 : 0), all: tally.all + 1 });
  }
  return [...types].map(([type, { good, all }]) => `${type} ${good}/${all}`).join('  ');
}

const charactersOf = ({ points }: Answer, first: number): number =>
  points.slice(0, first).reduce((sum, { quote }) => sum + quote.length, 0);

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);

// The upper one of the two middle values where their number is even.
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
