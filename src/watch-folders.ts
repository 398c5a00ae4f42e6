import { watch, type FSWatcher } from 'node:fs';

export interface WatchOptions {
  /** The folders whose files are looked at, at any depth, as they are now. */
  readonly folders: () => Promise<readonly string[]> | readonly string[];
  /** Looks at the files; says whether some were still being written, and have to be looked at again soon. */
  readonly look: () => Promise<{ readonly isStillChanging: boolean }>;
  /** Seconds after which the files are looked at anyway: not all file systems tell of changes. Null: only when told. */
  readonly rescan: number | null;
  /** Told of each fault of looking once, not each time. */
  readonly onFault: (fault: unknown) => void;
}

/** Milliseconds from the first sign of a change, of which there are often several, and until files are written. */
const SOON = 100;
const STILL_CHANGING = 300;

/**
 * Looks at files whenever something in their folders changes, one look after the other, until the returned function is called. Each folder
 * is watched, not each file: an archive has some folders and tens of thousands of files, for each of which chokidar 5 would hold a watch.
 */
export function watchFolders({ folders, look, rescan, onFault }: WatchOptions): () => void {
  let timer: NodeJS.Timeout | null = null;
  let isLooking = false;
  let isStopped = false;
  let lastFault = '';

  const schedule = (ms: number): void => {
    if (isStopped || timer !== null) return;
    timer = setTimeout(() => void lookNow(), ms).unref();
  };
  const lookNow = async (): Promise<void> => {
    timer = null;
    if (isLooking) return schedule(STILL_CHANGING);
    isLooking = true;
    try {
      const { isStillChanging } = await look();
      const now = await folders();
      if (!isStopped) watches.keep(now);
      lastFault = '';
      if (isStillChanging) schedule(STILL_CHANGING);
    } catch (fault) {
      const message = fault instanceof Error ? fault.message : String(fault);
      if (message !== lastFault) onFault(fault);
      lastFault = message;
    } finally {
      isLooking = false;
    }
  };
  const watches = createWatches(() => schedule(SOON));
  const interval = rescan === null ? null : setInterval(() => schedule(0), rescan * 1000).unref();
  // What has changed between reading and watching.
  const begin = async (): Promise<void> => {
    const now = await folders();
    if (isStopped) return;
    watches.keep(now);
    schedule(0);
  };
  begin().catch(onFault);
  return () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    if (interval !== null) clearInterval(interval);
    watches.keep([]);
  };
}

/** Watches on folders; those that are to be kept are opened where they are not yet, and the others closed. */
function createWatches(onSign: () => void): { readonly keep: (folders: readonly string[]) => void } {
  const watchers = new Map<string, FSWatcher>();
  const unwatch = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const watchOne = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: false }, onSign);
      // A folder that is gone is unwatched, and looked for.
      watcher.on('error', () => {
        unwatch(folder);
        onSign();
      });
      watchers.set(folder, watcher);
    } catch {
      // What cannot be watched is looked at by and by.
    }
  };
  return {
    keep(folders) {
      const wanted = new Set(folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) unwatch(folder);
      for (const folder of wanted) if (!watchers.has(folder)) watchOne(folder);
    },
  };
}
