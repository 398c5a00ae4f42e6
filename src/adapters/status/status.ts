import type { HttpPorts } from '../http/ports.ts';
import { createHealth, type Loading } from './health.ts';
import { createMetrics, type ModelFigures } from './metrics.ts';
import type { AdapterMonitor } from './monitor.ts';
import { serveStatus, type StatusPort } from './serve-status.ts';

/** A corpus, as far as whoever looks after the program asks. */
interface WatchedCorpus {
  readonly asked: () => readonly unknown[];
  readonly faults: readonly { readonly severity: string }[];
  /** When it was last as its files are. */
  readonly readAt: Date;
  readonly tryIndex: () => Promise<void>;
  readonly model: { readonly figures: () => ModelFigures } | null;
}

interface StatusSources {
  readonly adapters: readonly string[];
  readonly loading: () => Loading;
  /** Null until it has been loaded. */
  readonly corpus: () => WatchedCorpus | null;
}

/** What a running program says of itself: gathered from its adapters, served on ports. */
export interface Status {
  readonly monitorOf: (adapter: string) => AdapterMonitor;
  /** See `serveStatus`. */
  readonly serve: (wanted: readonly StatusPort[], ports: HttpPorts) => Promise<() => Promise<void>>;
}

export function createStatus({ adapters, loading, corpus }: StatusSources): Status {
  const health = createHealth({ adapters, loading, tryIndex: async () => await corpus()?.tryIndex() });
  const metrics = createMetrics({
    corpus: () => ({
      articles: corpus()?.asked().length ?? 0,
      leftOut: (corpus()?.faults ?? []).filter(({ severity }) => severity === 'error').length,
    }),
    indexAge: () => (Date.now() - (corpus()?.readAt.getTime() ?? Date.now())) / 1000,
    model: () => corpus()?.model?.figures() ?? null,
  });
  return {
    monitorOf(adapter) {
      const counted = metrics.of(adapter);
      return {
        ...counted,
        connection(state) {
          health.connection(adapter, state);
          counted.connection(state);
        },
      };
    },
    serve: async (wanted, ports) => await serveStatus(wanted, { ports, health, metrics }),
  };
}
