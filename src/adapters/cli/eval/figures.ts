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
  return [...lines, ...reliability(judged), byType(judged)];
}

// In tenths from the threshold up.
const LOWEST = 5;

// Of the answers of which the program was so sure, how many are right at first: what the confidence is worth. An answer to what has none
// is wrong.
function reliability(judged: readonly Judged[]): string[] {
  const tallies = Array.from({ length: 10 - LOWEST }, () => ({ right: 0, all: 0 }));
  for (const { verdict, answer } of judged) {
    const tally = tallies[Math.min(9, Math.floor(answer.confidence * 10)) - LOWEST];
    const isQuoted = verdict.figures !== null || verdict.type === 'unanswerable';
    if (tally === undefined || answer.kind !== 'answered' || !isQuoted) continue;
    tally.all += 1;
    if (verdict.figures?.hit1 === true) tally.right += 1;
  }
  const told = tallies.flatMap(({ right, all }, i) =>
    all === 0 ? [] : [`${tenth(LOWEST + i)}-${tenth(LOWEST + i + 1)} ${right}/${all}`],
  );
  return told.length === 0 ? [] : [`confidence, right first: ${told.join('  ')}`];
}

const tenth = (n: number): string => (n / 10).toFixed(1);

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
