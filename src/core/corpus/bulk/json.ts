import { statSync } from 'node:fs';

import { readJsonLines } from './json-lines.ts';
import { isRecordObject, recordsIn } from './json-values.ts';
import { lost, RECORD_LIMIT, type BulkFault, type BulkReader, type BulkRecord } from './record.ts';
import { textChunks } from './text-chunks.ts';

// No record of an archive is as deep as this.
const DEPTH_LIMIT = 200;
const TOO_DEEP = `The JSON is nested more than ${DEPTH_LIMIT} deep.`;

/**
 * Reads JSON: a list of objects, an object that holds such a list (JSON Feed among them), or one object that is an article; an object a
 * line, too, which is often called JSON. A list or lines of any length are read object by object; a document of another shape is read
 * whole, up to the limit of one entry.
 */
export const readJson: BulkReader = async function* (path) {
  const beginning = await beginningOf(path);
  if (beginning.isLines) {
    yield* readJsonLines(path);
    return;
  }
  if (statSync(path).size > RECORD_LIMIT && beginning.isList) {
    yield* elementsOf(textChunks(path));
    return;
  }
  const parts: string[] = [];
  let length = 0;
  for await (const chunk of textChunks(path)) {
    length += chunk.length;
    if (length > RECORD_LIMIT) {
      yield lost(
        null,
        `The file is larger than ${RECORD_LIMIT / 1024 / 1024} MB and no list of articles. Save it as JSON Lines, an object a line.`,
      );
      return;
    }
    parts.push(chunk);
  }
  const text = parts.join('');
  // Of a list only the objects that are too deep are lost.
  if (beginning.isList && depthOf(text) > DEPTH_LIMIT) yield* elementsOf(parts);
  else yield* documentRecords(text);
};

interface Beginning {
  readonly isList: boolean;
  /** The first line is an object, and another begins below it. */
  readonly isLines: boolean;
}

async function beginningOf(path: string): Promise<Beginning> {
  let text = '';
  for await (const chunk of textChunks(path)) {
    text = (text + chunk).trimStart();
    if (text !== '' && !text.startsWith('{')) return { isList: text.startsWith('['), isLines: false };
    const [first, below] = firstLine(text);
    if (below === '' && text.length <= RECORD_LIMIT) continue;
    return { isList: false, isLines: below.startsWith('{') && isObject(first) };
  }
  return { isList: false, isLines: false };
}

// The first line, and what comes below it; nothing where that has not been read yet.
function firstLine(text: string): readonly [first: string, below: string] {
  const end = text.indexOf('\n');
  return end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end).trimStart()];
}

function isObject(line: string): boolean {
  // What is nested without end is no line of an archive, and would take the parser's stack.
  if (depthOf(line) > DEPTH_LIMIT) return false;
  try {
    return isRecordObject(JSON.parse(line));
  } catch {
    return false;
  }
}

function documentRecords(text: string): readonly (BulkRecord | BulkFault)[] {
  if (depthOf(text) > DEPTH_LIMIT) return [lost(null, TOO_DEEP)];
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return [lost(null, 'The file is not valid JSON.')];
  }
  const records = recordsIn(document);
  const whole: BulkRecord[] = isRecordObject(document) ? [{ kind: 'record', fields: document, line: null }] : [];
  if (records === null) return whole;
  // An article has a list of authors or pictures within it; a list of articles has none of an article's fields beside it.
  const isArticle =
    isRecordObject(document) &&
    Object.values(document).some((value) => typeof value === 'string' && value.length > ARTICLE);
  return isArticle
    ? whole
    : records.list.map((fields) => ({ kind: 'record', fields, shared: records.shared, line: null }));
}

// UTF-16 units: a string of this length within a document is the text of an article.
const ARTICLE = 400;

function depthOf(text: string): number {
  const scan = createScan();
  let deepest = 0;
  for (let i = 0; i < text.length && deepest <= DEPTH_LIMIT; i++) deepest = Math.max(deepest, scan(text.charCodeAt(i)));
  return deepest;
}

// Follows the brackets of JSON outside strings: the depth after each character.
function createScan(): (code: number) => number {
  let [depth, inString, escaped] = [0, false, false];
  return (code) => {
    if (escaped) escaped = false;
    else if (inString) {
      if (code === BACKSLASH) escaped = true;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--;
    return depth;
  };
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

// The objects of a list, each parsed when its last brace has come.
async function* elementsOf(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<BulkRecord | BulkFault> {
  const scan = createScan();
  let depth = 0;
  let open = NOTHING_READ;
  for await (const chunk of chunks) {
    let from = depth >= 2 ? 0 : -1;
    for (let i = 0; i < chunk.length; i++) {
      const before = depth;
      depth = scan(chunk.charCodeAt(i));
      if (depth > DEPTH_LIMIT && !open.isTooDeep) open = { ...NOTHING_READ, isTooDeep: true };
      if (before === 1 && depth === 2) from = i;
      if (before !== 2 || depth !== 1 || from === -1) continue;
      yield* elementOf(withMore(open, chunk.slice(from, i + 1)));
      [open, from] = [NOTHING_READ, -1];
    }
    if (from !== -1) open = withMore(open, chunk.slice(from));
  }
  if (open.isTooDeep) yield lost(null, TOO_DEEP);
  else if (depth > 0) yield lost(null, 'The JSON breaks off before its end.');
}

/** What has been read of an object whose last brace has not come; no text is held that is too long or too deep. */
interface OpenElement {
  readonly held: readonly string[];
  readonly length: number;
  readonly isTooDeep: boolean;
}

const NOTHING_READ: OpenElement = { held: [], length: 0, isTooDeep: false };

function withMore({ held, length, isTooDeep }: OpenElement, text: string): OpenElement {
  const total = length + text.length;
  return { held: isTooDeep || total > RECORD_LIMIT ? [] : [...held, text], length: total, isTooDeep };
}

function elementOf({ held, length, isTooDeep }: OpenElement): readonly (BulkRecord | BulkFault)[] {
  if (isTooDeep) return [lost(null, TOO_DEEP)];
  return length > RECORD_LIMIT
    ? [lost(null, 'An object is longer than any article is.')]
    : parsedElement(held.join(''));
}

function parsedElement(text: string): readonly (BulkRecord | BulkFault)[] {
  try {
    const fields: unknown = JSON.parse(text);
    return isRecordObject(fields) ? [{ kind: 'record', fields, line: null }] : [];
  } catch {
    return [lost(null, 'An object of the list is not valid JSON.')];
  }
}
