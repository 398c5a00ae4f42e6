// How the cost of an engine grows with its archive.
import { freemem } from 'node:os';
import type { Article } from '../../src/core/index.ts';
import { ENGINES, type EngineName, type ProgramData } from './engines.ts';
import { short, table } from './figures.ts';
import { AT_ONCE, HEAP_LIMIT, type Measure, severalAtOnce } from './measure.ts';
import { evenly, titleQuestions } from './questions.ts';
import type { Measured } from './run-engine.ts';

export interface GrowthOptions {
  readonly measure: Measure;
  readonly data: ProgramData;
  readonly sizes: readonly number[];
  /** Writes articles down for the engines, and gives the name of their file. */
  readonly layDown: (articles: readonly Article[]) => Promise<string>;
  readonly say: (text: string) => void;
}

const TITLES = 100;
/** An engine that would take longer to index a size than this is left out from there on; in seconds of processor. */
const PATIENCE = 150;
/** Of the memory that is free, each of those that run at one time may take so much: the articles themselves need some as well. */
const SHARE_OF_MEMORY = 0.7 / AT_ONCE;
/** What the process of an engine holds beside its index, for each article; in bytes. */
const BESIDE = 30_000;

const HEADING = ['', 'articles', 'seconds', 'MiB', 'process MiB', 'p50 ms', '× cost of the first'];

/** What came of an engine so far, from the smallest size on; null once it is left out. */
type Progress = readonly Measured[] | null;

/**
 * Measures the engines on ever more articles, as far as time and memory allow. Prints a line for each engine and size as soon as it is
 * known, and all of them as a table in the end.
 */
export async function growthPart(
  articles: readonly Article[],
  { measure, data, sizes, layDown, say }: GrowthOptions,
): Promise<void> {
  const progress = new Map<EngineName, Progress>(Object.keys(ENGINES).map((engine) => [engine as EngineName, []]));
  const rows: (readonly string[])[] = [];
  const add = (row: readonly string[]): void => {
    rows.push(row);
    say(row.join('  '));
  };
  for (const size of sizes) {
    const some = evenly(articles, size);
    const file = await layDown(some);
    // Ours first: what a run that is stopped has not come to is left to its peers.
    const sets = { titles: titleQuestions(some, TITLES) };
    await severalAtOnce([...progress.keys()].reverse(), async (engine) => {
      const before = progress.get(engine) ?? null;
      if (before === null) return;
      const last = before.at(-1);
      const why = last === undefined ? null : tooMuch(size, last);
      const measured = why === null ? await measure({ engine, articles: file, sets, data }) : null;
      progress.set(engine, measured === null ? null : [...before, measured]);
      add([
        engine,
        count(size),
        ...(measured === null ? [why ?? 'its process ended: see above'] : figures(measured, before[0] ?? measured)),
      ]);
    });
  }
  say('');
  say(table(HEADING, rows.toSorted(byEngine)));
}

// By the order of the engines; each engine's lines stay in the order of their sizes.
function byEngine([one = '']: readonly string[], [other = '']: readonly string[]): number {
  const names: readonly string[] = Object.keys(ENGINES);
  return names.indexOf(one) - names.indexOf(other);
}

function figures(measured: Measured, first: Measured): string[] {
  const { seconds, heap, most } = measured;
  const p50 = measured.sets['titles']?.p50 ?? Number.NaN;
  const times = [seconds / first.seconds, heap / first.heap, p50 / (first.sets['titles']?.p50 ?? Number.NaN)];
  const ofMemory = [heap, most].map((bytes) => short(bytes / 2 ** 20));
  return [short(seconds), ...ofMemory, short(p50), times.map((one) => short(one)).join(' · ')];
}

// What the next size would take if the last one's cost grew with it; null where that can be had.
function tooMuch(size: number, measured: Measured): string | null {
  const times = size / measured.count;
  const seconds = measured.seconds * times;
  if (seconds > PATIENCE) return `left out: it would take about ${short(seconds / 60)} min.`;
  const bytes = measured.heap * times + BESIDE * size;
  const free = Math.min(freemem() * SHARE_OF_MEMORY, HEAP_LIMIT * 2 ** 20);
  return bytes > free
    ? `left out: it would take about ${short(bytes / 2 ** 30)} GiB, ${short(free / 2 ** 30)} may be had`
    : null;
}

const count = (value: number): string => value.toLocaleString('en');
