/** Something that is wrong with one file of a corpus. */
export interface CorpusFault {
  readonly path: string;
  /** Counted from 1; null where the fault has no line of its own. */
  readonly line: number | null;
  /** `error`: the article was left out. `warning`: it was read, but something about it is off. */
  readonly severity: 'error' | 'warning';
  /** One plain sentence. */
  readonly reason: string;
}

export type CorpusErrorCode = 'missing' | 'not-a-directory' | 'unreadable';

/** A corpus folder that cannot be read at all; `message` is a plain sentence that says what to do. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  readonly code: CorpusErrorCode;
  readonly dir: string;

  constructor(code: CorpusErrorCode, dir: string, options?: ErrorOptions) {
    super(COMPLAINTS[code](dir), options);
    this.code = code;
    this.dir = dir;
  }
}

const COMPLAINTS = {
  missing: (dir) => `There is no folder "${dir}". Check the path given with --corpus or in CORPUS_DIR.`,
  'not-a-directory': (dir) => `"${dir}" is not a folder. Give the folder that holds the articles.`,
  unreadable: (dir) => `The folder "${dir}" cannot be read. Check its permissions.`,
} as const satisfies Record<CorpusErrorCode, (dir: string) => string>;

/** Says that a file was left out. */
export const errorIn = (path: string, line: number | null, reason: string): CorpusFault => ({
  path,
  line,
  severity: 'error',
  reason,
});

/** Says that a file was read and what is off about it. */
export const warningIn = (path: string, line: number | null, reason: string): CorpusFault => ({
  path,
  line,
  severity: 'warning',
  reason,
});
