// What was aimed at, beside what was measured.
import type { EngineName } from './engines.ts';
import { percent, short } from './figures.ts';
import type { Measured } from './run-engine.ts';
import type { Startup } from './startup.ts';

export interface Results {
  /** By the number of articles. */
  readonly archives: Map<number, ReadonlyMap<EngineName, Measured>>;
  drcd: ReadonlyMap<EngineName, Measured> | null;
  startup: Startup | null;
}

const PEER: EngineName = 'MiniSearch, bigrams';
const P95_AIMS: ReadonlyMap<number, number> = new Map([
  [1000, 5],
  [5000, 15],
]);

const verdict = (reached: boolean): string => (reached ? 'reached' : 'not reached');

/** One line for each aim that this run has figures for. */
export function* aimsOf({ archives, drcd, startup }: Results): Generator<string> {
  if (startup !== null) {
    const ratio = startup.ask / startup.bare;
    yield `readout ask ≤ 3 × node -e 0 → ${short(ratio)} × → ${verdict(ratio <= 3)}`;
  }
  for (const [size, all] of archives) {
    const readout = all.get('Readout');
    const peer = all.get(PEER);
    const aim = P95_AIMS.get(size);
    if (readout === undefined || aim === undefined) continue;
    for (const [set, { p95 }] of Object.entries(readout.sets)) {
      yield `p95 under ${aim} ms at ${size} articles, ${set} → ${short(p95)} ms → ${verdict(p95 < aim)}`;
    }
    if (size === 5000 && peer !== undefined) {
      const share = readout.seconds / peer.seconds;
      yield `${size} articles indexed in ≤ 1/3 of ${PEER} → ${percent(share)} % → ${verdict(share <= 1 / 3)}`;
    }
    yield* cited(`${size} articles`, all);
  }
  if (drcd !== null) yield* cited('DRCD', drcd);
}

// Beside the same peer that the time is compared with.
function* cited(where: string, all: ReadonlyMap<EngineName, Measured>): Generator<string> {
  const own = all.get('Readout')?.sets ?? {};
  const peers = all.get(PEER)?.sets ?? {};
  for (const [set, { first, cited: share }] of Object.entries(own)) {
    const peer = peers[set]?.first;
    if (peer === undefined) continue;
    const figures = `R@1 ${percent(first)}, quoted as well ${percent(share)}, against ${percent(peer)}`;
    yield `no loss of cite@1, ${where}, ${set} → ${figures} → ${verdict(first >= peer)}`;
  }
}
