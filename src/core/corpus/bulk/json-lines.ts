import { isRecordObject } from './json-values.ts';
import { lost, RECORD_LIMIT, type BulkFault, type BulkReader, type BulkRecord } from './record.ts';
import { textChunks } from './text-chunks.ts';

/** Reads JSON Lines: an object a line. A line that is none is named, and the rest is read. */
export const readJsonLines: BulkReader = async function* (path) {
  for await (const { line, text } of linesOf(textChunks(path))) {
    if (text === null)
      yield lost(line, `The line is longer than ${RECORD_LIMIT / 1024 / 1024} MB, which no article is.`);
    else if (text.trim() !== '') yield recordOf(text, line);
  }
};

function recordOf(text: string, line: number): BulkRecord | BulkFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return lost(line, 'The line is not valid JSON.');
  }
  return isRecordObject(value) ? { kind: 'record', fields: value, line } : lost(line, 'The line holds no JSON object.');
}

/** The lines of a text that comes in pieces, counted from 1; the text of one that is too long is null. */
async function* linesOf(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ readonly line: number; readonly text: string | null }> {
  let line = 1;
  let held: string[] = [];
  let length = 0;
  const take = (): string | null => {
    const text = length > RECORD_LIMIT ? null : held.join('');
    [held, length] = [[], 0];
    return text;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      length += end - from;
      held.push(chunk.slice(from, end));
      yield { line: line++, text: take() };
      from = end + 1;
    }
    length += chunk.length - from;
    if (length > RECORD_LIMIT) held = [];
    else held.push(chunk.slice(from));
  }
  if (length > 0) yield { line, text: take() };
}
