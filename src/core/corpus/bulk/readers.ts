import type { BulkFormat } from '../formats.ts';
import { readCsv } from './csv.ts';
import { readEpub } from './epub.ts';
import { readFeed } from './feed.ts';
import { readJson } from './json.ts';
import { readJsonLines } from './json-lines.ts';
import { readMail } from './mail.ts';
import type { BulkReader } from './record.ts';

/** The reader of each format, to be loaded together where one of them is needed. */
export const BULK_READERS = {
  json: readJson,
  'json-lines': readJsonLines,
  csv: readCsv,
  feed: readFeed,
  epub: readEpub,
  mail: readMail,
} as const satisfies Record<BulkFormat, BulkReader>;
