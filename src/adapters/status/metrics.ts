import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { adapterMonitors } from './adapter-metrics.ts';
import type { AdapterMonitor } from './monitor.ts';

/** What is measured where it stands, whenever somebody looks. */
export interface MetricSources {
  /** How many articles can be asked, and how many files were left out. */
  readonly corpus: () => { readonly articles: number; readonly leftOut: number };
  /** Seconds since the index was last as its files are. */
  readonly indexAge: () => number;
  /** What the model of the user's own was asked; null where there is none. */
  readonly model: () => ModelFigures | null;
}

/** Calls of a model and what came of them, since the start. */
export interface ModelFigures {
  readonly calls: number;
  /** Choices that were remembered and not asked for again. */
  readonly remembered: number;
  /** How many of each kind. */
  readonly faults: Readonly<Record<string, number>>;
  readonly tokens: number;
  /** Of all calls together. */
  readonly ms: number;
}

export interface Metrics {
  /** In Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
  readonly of: (adapter: string) => AdapterMonitor;
}

/** Counts what happens, in a registry of its own, beside what prom-client knows of the process: memory, and how late the event loop is. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureCorpus(registry, sources);
  measureModel(registry, sources);
  return {
    text: async () => await registry.metrics(),
    contentType: registry.contentType,
    of: adapterMonitors(registry),
  };
}

function measureCorpus(registry: Registry, { corpus, indexAge }: MetricSources): void {
  const gauge = (name: string, help: string, value: () => number): void => {
    const metric = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(value());
      },
    });
    registry.registerMetric(metric);
  };
  gauge('readout_articles', 'Articles that can be asked', () => corpus().articles);
  gauge('readout_files_left_out', 'Files that hold nothing that can be read', () => corpus().leftOut);
  gauge('readout_index_age_seconds', 'Since the index was last brought up to date', indexAge);
}

// The model counts for itself; here its counts are read.
function measureModel(registry: Registry, { model }: MetricSources): void {
  const counter = (name: string, help: string, value: (figures: ModelFigures) => number): void => {
    const metric = new Counter({
      name,
      help,
      registers: [],
      collect() {
        this.reset();
        this.inc(value(model() ?? NO_MODEL));
      },
    });
    registry.registerMetric(metric);
  };
  counter('readout_model_calls_total', 'Requests to the model that chooses quotes', ({ calls }) => calls);
  counter('readout_model_remembered_total', 'Choices that were known already', ({ remembered }) => remembered);
  counter('readout_model_tokens_total', 'Tokens that the model counted', ({ tokens }) => tokens);
  counter('readout_model_seconds_total', 'How long all requests to the model took', ({ ms }) => ms / 1000);
  const faults = new Counter({
    name: 'readout_model_faults_total',
    help: 'Requests to the model that came to nothing, by the kind of fault',
    labelNames: ['code'],
    registers: [],
    collect() {
      this.reset();
      for (const [code, count] of Object.entries(model()?.faults ?? {})) this.inc({ code }, count);
    },
  });
  registry.registerMetric(faults);
}

const NO_MODEL: ModelFigures = { calls: 0, remembered: 0, faults: {}, tokens: 0, ms: 0 };
