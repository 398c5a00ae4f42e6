import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { AdapterMonitor } from './monitor.ts';

/** Seconds: around the hundredths that finding takes, and up to what a model may take. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Queue {
  readonly adapter: string;
  readonly queue: string;
  readonly length: () => number;
}

/** Counts, into a registry, what adapters tell of themselves. */
export function adapterMonitors(registry: Registry): (adapter: string) => AdapterMonitor {
  const { questions, seconds, refusals, faults, connected } = metricsIn(registry);
  const queues: Queue[] = [];
  measureQueues(registry, queues);
  return (adapter) => {
    const own = { adapter };
    // What has not happened yet is 0, not absent: rates can be made of it.
    for (const counter of [refusals, faults]) counter.inc(own, 0);
    connected.set(own, 0);
    return {
      connection: (state) => connected.set(own, state === 'connected' ? 1 : 0),
      answered: (kind, duration) => {
        questions.inc({ adapter, kind });
        seconds.observe(own, duration);
      },
      refused: () => refusals.inc(own),
      fault: () => faults.inc(own),
      queue: (queue, length) => void queues.push({ adapter, queue, length }),
    };
  };
}

function metricsIn(registry: Registry) {
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  return {
    questions: counter('readout_questions_total', 'Questions answered, by the kind of the answer', ['adapter', 'kind']),
    refusals: counter(
      'readout_refusals_total',
      'Times that somebody was turned away: too fast, not allowed, or while the corpus was loading',
      ['adapter'],
    ),
    faults: counter('readout_faults_total', 'Faults; the log has each', ['adapter']),
    seconds: new Histogram({
      name: 'readout_answer_seconds',
      help: 'How long questions took to answer, in seconds',
      labelNames: ['adapter'],
      buckets: BUCKETS,
      registers: [registry],
    }),
    connected: new Gauge({
      name: 'readout_connected',
      help: 'Whether the connection to the platform lives: 1, or 0',
      labelNames: ['adapter'],
      registers: [registry],
    }),
  };
}

function measureQueues(registry: Registry, queues: readonly Queue[]): void {
  const lengths = new Gauge({
    name: 'readout_queue_length',
    help: 'Conversations with something in hand',
    labelNames: ['adapter', 'queue'],
    registers: [],
    collect() {
      for (const { adapter, queue, length } of queues) this.set({ adapter, queue }, length());
    },
  });
  registry.registerMetric(lengths);
}
