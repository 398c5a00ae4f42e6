import type { ArticleId } from '../../model/article.ts';
import { composeArticle } from '../compose-article.ts';
import type { CorpusKnowledge } from '../knowledge.ts';
import { readContent } from '../content.ts';
import { stripControls } from '../markup/white-space.ts';
import { readFields, unreadKeys, type Fields, type Source } from '../metadata/fields.ts';
import type { FieldMap } from '../metadata/field-map.ts';
import { parsedFile, type ParsedFile } from '../parsed-file.ts';
import type { BulkRecord } from './record.ts';

/** Where a record stands: its file, its place in it counted from 1, and what a keeper says of its keys. */
export interface RecordPlace {
  readonly path: string;
  readonly id: ArticleId;
  readonly at: number;
  readonly map: FieldMap;
  /** What holds where nothing else is said. */
  readonly defaults: Source;
}

// UTF-16 units; a shorter string is a title or a note.
const BODY_LENGTH = 10;
const HTML = /<(?:p|div|br|h[1-6]|article|section|html|ul|ol|table|figure|span|a|strong|em)[\s/>]/iu;

/** Makes an article of a record; null where it has no text. Throws MarkupNotLoaded. */
export function recordArticle(record: BulkRecord, place: RecordPlace, knowledge: CorpusKnowledge): ParsedFile | null {
  const { path, at, map, defaults } = place;
  const { keys } = knowledge;
  const mapped = mappedFields(record.fields, map);
  const sources = [mapped, record.fields, record.shared ?? {}];
  const fields = readFields(sources.slice(0, 2), keys);
  const text = record.body?.text ?? bodyOf(fields);
  if (text === null || text.trim() === '') return null;
  const type = record.body?.type ?? (HTML.test(text) ? 'html' : 'text');
  const { blocks, meta } = readContent({ type, text: stripControls(text) }, knowledge);
  const id = `${place.id}/${ownId(fields) ?? at}` as ArticleId;
  const composed = composeArticle(
    {
      id,
      path,
      blocks,
      sources: [mapped, record.fields, meta, record.shared ?? {}],
      defaults,
      lineOf: () => record.line,
    },
    knowledge,
  );
  const used = new Set(Object.values(map));
  const unread = record.body === undefined ? unreadKeys(record.fields, keys).filter((key) => !used.has(key)) : [];
  return parsedFile({ path, composed: [composed], unread });
}

function mappedFields(fields: Source, map: FieldMap): Source {
  return Object.fromEntries(
    Object.entries(map).flatMap(([field, key]) => (Object.hasOwn(fields, key) ? [[field, fields[key]]] : [])),
  );
}

// The body under the keys that are known for one; failing that, the longest text of the record.
function bodyOf(fields: Fields): string | null {
  const known = fields.texts('body').find((text) => text.trim().length >= BODY_LENGTH);
  if (known !== undefined) return known;
  const longest = fields.all().reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest.length >= BODY_LENGTH * 10 ? longest : null;
}

const ownId = (fields: Fields): string | null => {
  const id = fields.first('id');
  return id !== null && /^[\w.-]{1,80}$/u.test(id) ? id : null;
};
