import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** An article that a keeper has taken down, by a line of the list that stands in a corpus folder. */
export interface Takedown {
  readonly id: string;
  /** As the keeper gave it. */
  readonly why: string | null;
  /** ISO 8601, with the time. */
  readonly at: string;
}

/** A list of takedowns that cannot be read: what it withholds is not known, so nothing may be shown. */
export class TakedownError extends Error {
  override readonly name = 'TakedownError';
}

/** The name of the list, which is no article of its folder. */
export const TAKEDOWNS_FILE = 'takedowns.jsonl';

/** Where the list of a folder stands. */
export const takedownsIn = (dir: string): string => join(dir, TAKEDOWNS_FILE);

/**
 * Reads a list: of each article what was written last. A list that is not there is empty. Throws a TakedownError for a line that is none.
 */
export function readTakedowns(path: string): readonly Takedown[] {
  const down = new Map<string, Takedown>();
  for (const [at, line] of textOf(path).split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = entryOf(line);
    if (entry === null)
      throw new TakedownError(`"${path}", line ${at + 1}, is not what readout takedown writes. Mend or remove it.`);
    down.delete(entry.id);
    if (!entry.isRestored) down.set(entry.id, { id: entry.id, why: entry.why, at: entry.at });
  }
  return [...down.values()];
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (!existsSync(path)) return '';
    throw new TakedownError(`"${path}" cannot be read. Check its permissions.`, { cause });
  }
}

function entryOf(line: string): (Takedown & { readonly isRestored: boolean }) | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, why = null, at = '', restored = false } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof restored !== 'boolean') return null;
  return { id, why: typeof why === 'string' ? why : null, at, isRestored: restored };
}

/** Writes what is taken down behind what the list holds already; it is on the disk when this returns. Throws what the system says. */
export function addTakedowns(path: string, takedowns: readonly Takedown[]): void {
  append(path, takedowns);
}

/** Writes that articles may be shown again. */
export function addRestorations(path: string, ids: readonly string[], at: string): void {
  append(
    path,
    ids.map((id) => ({ id, restored: true, at })),
  );
}

function append(path: string, entries: readonly object[]): void {
  // The last line may have been written by hand, without its end.
  const start = /[^\n]$/u.test(textOf(path)) ? '\n' : '';
  const file = openSync(path, 'a');
  try {
    writeSync(file, start + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The ids that are taken down now. */
export interface Withheld {
  /** Another set whenever the lists have changed. */
  readonly ids: () => ReadonlySet<string>;
}

interface WithheldOptions {
  /** Told once of each list that cannot be read any more; what it withheld before stays withheld. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds that only ever grow. */
  readonly now?: () => number;
}

/** Milliseconds after which the lists are looked at again, by whoever asks next: a keeper waits two seconds at the most. */
const LOOK_AGAIN = 500;

/** Follows lists of takedowns while the program runs. Throws a TakedownError where one cannot be read at the beginning. */
export function followTakedowns(
  paths: readonly string[],
  { onFault, now = () => performance.now() }: WithheldOptions,
): Withheld {
  let marks = paths.map(markOf);
  let ids = idsTakenDown(paths);
  let lookedAt = now();
  return {
    ids() {
      if (now() - lookedAt < LOOK_AGAIN) return ids;
      lookedAt = now();
      const marksNow = paths.map(markOf);
      if (marksNow.every((mark, at) => mark === marks[at])) return ids;
      marks = marksNow;
      try {
        ids = idsTakenDown(paths);
      } catch (fault) {
        onFault(fault);
      }
      return ids;
    },
  };
}

/** The ids that lists take down. Throws as `readTakedowns` does. */
export const idsTakenDown = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => readTakedowns(path).map(({ id }) => id)));

// Lines are only added: a list that has changed has another size, or was replaced and has another time.
function markOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`;
}
