import { Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';

import type { Source } from '../metadata/fields.ts';
import { lost, RECORD_LIMIT, type BulkFault, type BulkReader } from './record.ts';
import { textChunks } from './text-chunks.ts';

/** Reads CSV and TSV whose first line names the columns. A quotation mark that is never closed ends the reading, and its line is named. */
export const readCsv: BulkReader = async function* (path) {
  const parser = Readable.from(textChunks(path)).pipe(
    parse({
      columns: true,
      delimiter: await delimiterOf(path),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: RECORD_LIMIT,
    }),
  );
  try {
    for await (const row of parser as AsyncIterable<{ record: Source; info: { lines: number } }>)
      yield { kind: 'record', fields: row.record, line: row.info.lines };
  } catch (error) {
    yield faultOf(error as CsvError);
  }
};

async function delimiterOf(path: string): Promise<string> {
  for await (const chunk of textChunks(path)) {
    const [head = ''] = chunk.split('\n', 1);
    const counts = [',', '\t', ';'].map((delimiter) => [delimiter, head.split(delimiter).length] as const);
    return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  }
  return ',';
}

const NEVER_CLOSED = 'A quotation mark is never closed; what follows it was not read.';
const AMID_A_VALUE = 'A quotation mark stands amid a value; what follows it was not read.';
const REASONS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', NEVER_CLOSED],
  ['CSV_MAX_RECORD_SIZE', NEVER_CLOSED],
  ['CSV_INVALID_CLOSING_QUOTE', AMID_A_VALUE],
  ['INVALID_OPENING_QUOTE', AMID_A_VALUE],
]);

function faultOf(error: CsvError): BulkFault {
  const line = typeof error['lines'] === 'number' ? error['lines'] : null;
  return lost(line, REASONS.get(error.code) ?? 'The table cannot be read from here on.');
}
