import { InvalidArgumentError } from 'commander';
import type { AskedKind, InterfaceLang, KindFilter, Question, FieldMap } from '../../core/index.ts';

/** What can be given anywhere on the command line. */
export interface CommonOptions {
  readonly corpus?: readonly string[];
  /** Which key of a record of the corpus holds which field. */
  readonly map?: FieldMap;
  /** A file that holds a saved index. */
  readonly index?: string;
  readonly outlet?: string;
  readonly author?: string;
  readonly tag?: string;
  readonly kind?: KindFilter;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
  /** Seconds after which a running program looks at all files again. */
  readonly rescan?: number;
  readonly lang?: InterfaceLang;
  /** Nothing but text: for screen readers. */
  readonly plain?: boolean;
}

/** What can be given where questions are asked. */
export interface AskOptions extends CommonOptions {
  /** The kind of answer, whatever the words say. */
  readonly as?: AskedKind;
  /** Outlets and days in the words are looked for, not obeyed. */
  readonly anywhere?: boolean;
  readonly explain?: boolean;
  /** From which confidence up a question counts as answered. */
  readonly threshold?: number;
}

export const ASKED_KINDS = ['answer', 'comparison', 'timeline', 'listing'] as const satisfies readonly AskedKind[];

/** Points in one answer, the core's own bound. More would be the article itself. */
export const MAX_LIMIT = 100;

/** Reads `--limit`. */
export function parseLimit(given: string): number {
  const limit = Number(given);
  if (!/^\d+$/.test(given) || limit < 1 || limit > MAX_LIMIT)
    throw new InvalidArgumentError(`It has to be a whole number from 1 to ${MAX_LIMIT}.`);
  return limit;
}

/** Reads `--threshold`. */
export function parseThreshold(given: string): number {
  const threshold = Number(given);
  if (given.trim() === '' || !(threshold >= 0 && threshold <= 1))
    throw new InvalidArgumentError('It has to be a number from 0 to 1.');
  return threshold;
}

/** Reads `--rescan`. */
export function parseRescan(given: string): number {
  const seconds = Number(given);
  if (!/^\d+$/.test(given) || seconds < 1)
    throw new InvalidArgumentError('It has to be a whole number of seconds, 1 or more.');
  return seconds;
}

const MAPPED = ['title', 'date', 'outlet', 'author', 'url', 'tags', 'category', 'kind', 'lang', 'body', 'id'] as const;

/** Reads `--map`. Throws what the command line shows for a map that is written otherwise, or names a field that there is not. */
export function parseMap(given: string): FieldMap {
  const pairs = given.split(',').map((pair) => /^\s*(\w+)\s*=\s*(\S.*)$/u.exec(pair));
  if (pairs.some((pair) => !MAPPED.some((field) => field === pair?.[1])))
    throw new InvalidArgumentError(
      `It has to be written like title=headline,body=content; fields are ${MAPPED.join(', ')}.`,
    );
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', (pair[2] ?? '').trim()]])));
}

/** Collects `--corpus`, which can be given several times. */
export const collect = (given: string, earlier: readonly string[] = []): readonly string[] => [...earlier, given];

/** The filters that the options ask for. */
export const filtersOf = ({ outlet, author, tag, kind, since, until }: CommonOptions) => ({
  outlet,
  author,
  tag,
  kind,
  since,
  until,
});

/** A question with all that the options ask for. */
export const questionOf = (text: string, options: AskOptions): Question => ({
  text,
  as: options.as,
  anywhere: options.anywhere,
  explain: options.explain,
  threshold: options.threshold,
  ...filtersOf(options),
  limit: options.limit,
  lang: options.lang,
});
