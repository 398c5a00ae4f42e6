import { InvalidArgumentError } from 'commander';
import type { InterfaceLang } from '../../core/index.ts';

/** What can be given anywhere on the command line. */
export interface CommonOptions {
  readonly corpus?: readonly string[];
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: number;
  readonly lang?: InterfaceLang;
}

export const INTERFACE_LANGS = ['zh-Hant', 'zh-Hans', 'en'] as const satisfies readonly InterfaceLang[];

/** Points in one answer. More would be the article itself. */
const MAX_LIMIT = 100;

/** Reads `--limit`. */
export function parseLimit(given: string): number {
  const limit = Number(given);
  if (!/^\d+$/.test(given) || limit < 1 || limit > MAX_LIMIT)
    throw new InvalidArgumentError(`It has to be a whole number from 1 to ${MAX_LIMIT}.`);
  return limit;
}

/** Reads `--since` and `--until`: a day, a month or a year that exists. The core makes days of them. */
export function parseDate(given: string): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given.trim()) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // Date moves 31 February on into March: such a day is not one.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day))
    throw new InvalidArgumentError('It is not a date; write it as 2023-10-28, 2023-10 or 2023.');
  return given.trim();
}

/** Collects `--corpus`, which can be given several times. */
export const collect = (given: string, earlier: readonly string[] = []): readonly string[] => [...earlier, given];
