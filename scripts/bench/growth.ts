// How the cost of an engine grows with its archive.
import { freemem } from 'node:os';
import type { Article } from '../../src/core/index.ts';
import { ENGINES, type EngineName, type ProgramData } from './engines.ts';
import { short, table } from './figures.ts';
import type { Measure } from './measure.ts';
import { evenly, titleQuestions } from './questions.ts';
import type { Measured } from './run-engine.ts';

export interface GrowthOptions {
  readonly measure: Measure;
  readonly data: ProgramData;
  readonly sizes: readonly number[];
  readonly say: (text: string) => void;
}

const TITLES = 150;
/** An engine that would take longer to index a size than this is left out from there on; in seconds. */
const PATIENCE = 900;
/** Of the memory that is free, so much may be taken: the articles themselves need some as well. */
const SHARE_OF_MEMORY = 0.5;
/** What the process of an engine holds beside its index, for each article; in bytes. */
const BESIDE = 30_000;

/** Measures each engine on ever more articles, as far as time and memory allow, and prints one line for each size. */
export async function growthPart(
  articles: readonly Article[],
  { measure, data, sizes, say }: GrowthOptions,
): Promise<void> {
  const rows: string[][] = [];
  for (const engine of Object.keys(ENGINES) as EngineName[]) {
    let first: Measured | null = null;
    let last: { readonly size: number; readonly measured: Measured } | null = null;
    for (const size of sizes) {
      const why = last === null ? null : tooMuch(size, last);
      if (why !== null) {
        rows.push([engine, count(size), why, '', '', '']);
        break;
      }
      const some = evenly(articles, size);
      const measured = await measure({ engine, articles: some, sets: { titles: titleQuestions(some, TITLES) }, data });
      if (measured === null) {
        rows.push([engine, count(size), 'its process ended: see above', '', '', '']);
        break;
      }
      first ??= measured;
      last = { size, measured };
      rows.push([engine, count(size), ...figures(measured, first)]);
    }
  }
  say(table(['', 'articles', 'seconds', 'MiB', 'p50 ms', '× cost of the first'], rows));
}

function figures(measured: Measured, first: Measured): string[] {
  const { seconds, heap } = measured;
  const p50 = measured.sets['titles']?.p50 ?? Number.NaN;
  const times = [seconds / first.seconds, heap / first.heap, p50 / (first.sets['titles']?.p50 ?? Number.NaN)];
  return [short(seconds), short(heap / 2 ** 20), short(p50), times.map((one) => short(one)).join(' · ')];
}

// What the next size would take if the last one's cost grew with it; null where that can be had.
function tooMuch(
  size: number,
  { size: before, measured }: { readonly size: number; readonly measured: Measured },
): string | null {
  const times = size / before;
  const seconds = measured.seconds * times;
  if (seconds > PATIENCE) return `left out: it would take about ${short(seconds / 60)} min.`;
  const bytes = measured.heap * times + BESIDE * size;
  const free = freemem() * SHARE_OF_MEMORY;
  return bytes > free
    ? `left out: it would take about ${short(bytes / 2 ** 30)} GiB, ${short(free / 2 ** 30)} may be had`
    : null;
}

const count = (value: number): string => value.toLocaleString('en');
