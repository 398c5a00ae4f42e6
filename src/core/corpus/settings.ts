import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { FieldMap } from './metadata/field-map.ts';
import { errorIn, type CorpusFault } from './faults.ts';
import { loadMarkup, markup } from './markup/markup.ts';
import type { Source } from './metadata/fields.ts';
import { parseDay, type DayOrder } from './metadata/parse-day.ts';
import type { ParsedFile } from './parsed-file.ts';

/** What a keeper says of a folder in its `readout.yaml`. */
export interface FolderSettings {
  /** Which key of a record holds which field. */
  readonly map: FieldMap;
  /** What holds for each article that does not say otherwise: `outlet`, `author`, `lang`. */
  readonly defaults: Source;
  /** How the folder writes dates of figures alone: 4/2/2024. */
  readonly order: DayOrder | null;
  readonly faults: readonly CorpusFault[];
}

export const SETTINGS_FILE = 'readout.yaml';
const NONE: FolderSettings = { map: {}, defaults: {}, order: null, faults: [] };
const DEFAULTS = new Set(['outlet', 'author', 'lang', 'category']);

/** Reads the settings of a folder; a folder without a file of them has none. */
export async function readSettings(dir: string): Promise<FolderSettings> {
  const path = join(dir, SETTINGS_FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return NONE;
  }
  await loadMarkup();
  try {
    const { fields, dates, ...rest } = (markup().parseMatter(`${text}\n`, 'yaml') ?? {}) as Record<string, unknown>;
    return {
      map: textsOf(fields),
      defaults: Object.fromEntries(Object.entries(textsOf(rest)).filter(([key]) => DEFAULTS.has(key))),
      order: dates === 'day-first' || dates === 'month-first' ? dates : null,
      faults: [],
    };
  } catch {
    return { ...NONE, faults: [errorIn(path, null, 'The settings are not valid YAML, and were not followed.')] };
  }
}

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** A file's articles, those with two readings of their day in the order that the folder's settings give. */
export const inOrder = (file: ParsedFile, order: DayOrder | null): ParsedFile =>
  order === null
    ? file
    : {
        ...file,
        articles: file.articles.map(({ article, ambiguousDay }) => ({
          article:
            ambiguousDay === null ? article : Object.assign({}, article, { date: parseDay(ambiguousDay, order) }),
          ambiguousDay: null,
          order: null,
        })),
      };
