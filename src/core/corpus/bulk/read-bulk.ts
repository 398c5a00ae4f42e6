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
  const empty = createEmptyEntries();
  try {
    for await (const entry of BULK_READERS[format](path)) {
      signal?.throwIfAborted();
      counts.at++;
      const parsed = entry.kind === 'fault' ? faultOf(path, entry) : articleOf(entry);
      if (parsed === null) {
        if (entry.kind === 'record') empty.add(entry);
        continue;
      }
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
  if (empty.count() > 0 || (counts.articles === 0 && counts.faults === 0))
    yield leftOut(warningIn(path, null, empty.told(counts.articles)));

  function articleOf(record: BulkRecord): ParsedFile | null {
    try {
      return recordArticle(record, { path, id, at: counts.at, map, defaults }, knowledge);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return leftOut(errorIn(path, record.line, 'The markup is nested too deeply to be read.'));
    }
  }
}

// Keys that are named, of entries in which none is known for a text.
const KEYS_NAMED = 12;

/** Counts entries that have no text, and tells of them in a sentence. */
function createEmptyEntries() {
  let count = 0;
  const keys = new Set<string>();
  return {
    add({ fields, body }: BulkRecord): void {
      count++;
      // A feed's own body has no key that could be named.
      if (body === undefined) for (const key of Object.keys(fields)) if (keys.size < KEYS_NAMED) keys.add(key);
    },
    count: () => count,
    told(articles: number): string {
      const advice =
        keys.size === 0 ? '' : ` Their keys are ${[...keys].join(', ')}; --map body=KEY says which holds the text.`;
      return articles === 0
        ? `No article was found in it: no entry has a text.${advice}`
        : `${count} of its entries ${count === 1 ? 'has' : 'have'} no text and ${count === 1 ? 'was' : 'were'} left out.${advice}`;
    },
  };
}

const faultOf = (path: string, { severity, line, reason }: BulkFault): ParsedFile =>
  leftOut(severity === 'error' ? errorIn(path, line, reason) : warningIn(path, line, reason));
