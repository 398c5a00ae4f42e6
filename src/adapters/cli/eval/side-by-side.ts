import type { Answer } from '../../../core/index.ts';
import type { Judged } from './figures.ts';

/** One reader's answer to a question, how it was judged, and how long it took in milliseconds. */
export interface Timed extends Judged {
  readonly ms: number;
}

/** What two readers made of one question. */
export interface Pair {
  readonly builtIn: Timed;
  readonly model: Timed;
}

/** The model that a set was asked of, and how often it failed, by the kind of fault. */
interface Compared {
  readonly name: string;
  readonly faults: Readonly<Record<string, number>>;
}

const told = (faults: Compared['faults']): string =>
  Object.entries(faults)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');

/**
 * Two readers' figures on one set, side by side, as lines of text: first quotes that are right, refusals that are, what the model changed,
 * time, tokens, and how often it gave nothing so that the built-in reading answered, by the kinds of `faults`.
 */
export function sideBySide(pairs: readonly Pair[], { name, faults }: Compared): string[] {
  const columns = [pairs.map(({ builtIn }) => builtIn), pairs.map(({ model }) => model)];
  const row = (label: string, cell: (column: readonly Timed[]) => string): string[] => [label, ...columns.map(cell)];
  const rows = [
    ['', 'built-in', name],
    row('first right', (column) => shareOf(column.filter(isAnswerable), isRight)),
    row('refused rightly', (column) => shareOf(column.filter(isUnanswerable), isRight)),
    row('all right', (column) => shareOf(column, isRight)),
    row('p50', (column) => `${quantile(column, 0.5)} ms`),
    row('p95', (column) => `${quantile(column, 0.95)} ms`),
  ];
  const toRight = pairs.filter(({ builtIn, model }) => !isRight(builtIn) && isRight(model)).length;
  const toWrong = pairs.filter(({ builtIn, model }) => isRight(builtIn) && !isRight(model)).length;
  const answers = pairs.map(({ model }) => model.answer);
  return [
    ...table(rows),
    `changed to right ${toRight}, to wrong ${toWrong} (McNemar's exact test: p = ${mcnemar(toRight, toWrong).toFixed(4)})`,
    usageOf(answers),
    ...(Object.keys(faults).length === 0 ? [] : [`no choice came: ${told(faults)}`]),
  ];
}

/**
 * The two-sided p of McNemar's exact test (1947): how likely a split of the changes that is at least as uneven would be if either way
 * were as likely as the other.
 * @internal Exported for its tests.
 */
export function mcnemar(toRight: number, toWrong: number): number {
  const changes = toRight + toWrong;
  let term = 0.5 ** changes;
  let tail = 0;
  for (let i = 0; i <= Math.min(toRight, toWrong); i++) {
    tail += term;
    term *= (changes - i) / (i + 1);
  }
  return Math.min(1, 2 * tail);
}

const isUnanswerable = ({ verdict }: Judged): boolean => verdict.type === 'unanswerable';
const isAnswerable = ({ verdict }: Judged): boolean => verdict.figures !== null;

// A quote is right where it is the first that is; whatever is not answered by a quote, where it is as expected.
const isRight = ({ verdict }: Judged): boolean => verdict.figures?.hit1 ?? verdict.good;

const shareOf = (column: readonly Timed[], is: (one: Timed) => boolean): string =>
  column.length === 0 ? '–' : `${column.filter(is).length} of ${column.length}`;

// Nearest rank.
function quantile(column: readonly Timed[], share: number): number {
  const sorted = column.map(({ ms }) => ms).sort((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
}

function usageOf(answers: readonly Answer[]): string {
  const usages = answers.flatMap(({ reader }) => reader ?? []);
  const tokens = usages.reduce((sum, { tokens: own }) => sum + (own ?? 0), 0);
  const counted = usages.length === 0 || usages.some(({ tokens: own }) => own !== null);
  return `the model chose for ${usages.length} of ${answers.length} questions${counted ? `, with ${tokens.toLocaleString('en')} tokens` : '; its server counts no tokens'}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
