import { join } from 'node:path';

import { errorIn, warningIn } from '../faults.ts';
import type { BulkFormat } from '../formats.ts';
import type { CorpusKnowledge } from '../knowledge.ts';
import { loadMarkup } from '../markup/markup.ts';
import type { Source } from '../metadata/fields.ts';
import { idOf } from '../parse-article.ts';
import { leftOut, type ParsedFile } from '../parsed-file.ts';
import { unreadable } from '../read-file.ts';
import type { FieldMap } from '../metadata/field-map.ts';
import { recordArticle } from './record-article.ts';
import { BULK_READERS } from './readers.ts';
import type { BulkFault, BulkRecord } from './record.ts';

interface BulkOptions {
  readonly format: BulkFormat;
  readonly map: FieldMap;
  readonly defaults: Source;
  readonly signal: AbortSignal | undefined;
}

// Faults of one file that are named one by one; a table with a fault in each row has one fault.
const FAULTS_SHOWN = 20;

/** Reads the articles of a file that holds several, one after the other. What goes wrong is a fault of the file. */
export async function* readBulkFile(
  file: { readonly dir: string; readonly within: string },
  { format, map, defaults, signal }: BulkOptions,
  knowledge: CorpusKnowledge,
): AsyncGenerator<ParsedFile> {
  await loadMarkup();
  const path = join(file.dir, file.within);
  const id = idOf(file.within);
  const counts = { at: 0, articles: 0, faults: 0 };
  try {
    for await (const entry of BULK_READERS[format](path)) {
      signal?.throwIfAborted();
      counts.at++;
      const parsed = entry.kind === 'fault' ? faultOf(path, entry) : articleOf(entry);
      if (parsed === null) continue;
      counts.articles += parsed.articles.length;
      if (parsed.articles.length > 0 || ++counts.faults <= FAULTS_SHOWN) yield parsed;
    }
  } catch (error) {
    if (signal?.aborted === true) throw error;
    yield unreadable(file, error);
    return;
  }
  if (counts.faults > FAULTS_SHOWN)
    yield leftOut(errorIn(path, null, `${counts.faults - FAULTS_SHOWN} more of its entries could not be read.`));
  if (counts.articles === 0 && counts.faults === 0)
    yield leftOut(warningIn(path, null, 'No article was found in it: no entry has a text.'));

  function articleOf(record: BulkRecord): ParsedFile | null {
    try {
      return recordArticle(record, { path, id, at: counts.at, map, defaults }, knowledge);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return leftOut(errorIn(path, record.line, 'The markup is nested too deeply to be read.'));
    }
  }
}

const faultOf = (path: string, { severity, line, reason }: BulkFault): ParsedFile =>
  leftOut(severity === 'error' ? errorIn(path, line, reason) : warningIn(path, line, reason));
