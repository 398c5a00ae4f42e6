import type { Loading } from '../status/health.ts';
import type { AskableCorpus, OnProgress } from './context.ts';

/** A corpus that is on its way. */
export interface LoadingCorpus {
  /** Null until it is there. */
  readonly now: () => AskableCorpus | null;
  /** How far it has come; null when it is there. */
  readonly loading: () => Loading;
  /** Resolves when it is there; rejects where it cannot be had. */
  readonly loaded: Promise<void>;
  /**
   * Opens it anew, and puts that in the place of what is there, which is asked until then. Rejects where it cannot be had: what is there
   * stays.
   */
  readonly renew: (open: () => Promise<AskableCorpus>) => Promise<void>;
  /** Resolves when the last renewal is done, or has failed; null where none is under way. */
  readonly renewing: () => Promise<void> | null;
}

/** Milliseconds of quiet before the operator is told how far things are, and between two lines of that. */
const QUIET = 5_000;
const PACE = 10_000;

/** Loads a corpus, telling the operator how far it has come where that takes a while. `now`: milliseconds that only ever grow. */
export function loadCorpus(
  open: (onProgress: OnProgress) => Promise<AskableCorpus>,
  say: (sentence: string) => void,
  now: () => number = () => performance.now(),
): LoadingCorpus {
  const started = now();
  let corpus: AskableCorpus | null = null;
  let progress: NonNullable<Loading> = { stage: 'read', done: 0, total: 0 };
  let saidAt = started + QUIET - PACE;
  let hasSaid = false;
  const tell = (sentence: string): void => {
    hasSaid = true;
    saidAt = now();
    say(sentence);
  };
  const onProgress: OnProgress = (stage, done, total) => {
    if (stage === 'answer' || stage === 'publish') return;
    const isNewStage = stage !== progress.stage;
    progress = { stage, done, total };
    if (now() - saidAt < PACE && !(isNewStage && hasSaid)) return;
    tell(
      stage === 'read'
        ? `Reading: ${count(done)} of ${count(total)} files are done.`
        : `Indexing ${count(total)} articles.`,
    );
  };
  const load = async (): Promise<void> => {
    corpus = await open(onProgress);
    if (hasSaid)
      tell(`Ready: ${count(corpus.asked().length)} articles, after ${Math.round((now() - started) / 1000)} s.`);
  };
  const loaded = load();
  return {
    now: () => corpus,
    loading: () => (corpus === null ? progress : null),
    loaded,
    ...renewals(loaded, (renewed) => (corpus = renewed)),
  };
}

// One after the other, so that the last one is of the last settings.
function renewals(
  loaded: Promise<void>,
  put: (corpus: AskableCorpus) => void,
): Pick<LoadingCorpus, 'renew' | 'renewing'> {
  let running: Promise<void> | null = null;
  return {
    renew: async (open) => {
      const own = (running ?? loaded).catch(() => undefined).then(async () => put(await open()));
      running = own.catch(() => undefined);
      const mine = running;
      try {
        await own;
      } finally {
        if (running === mine) running = null;
      }
    },
    renewing: () => running,
  };
}

const count = (value: number): string => value.toLocaleString('en');
