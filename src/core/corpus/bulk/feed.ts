import { Parser } from 'htmlparser2';

import { lost, RECORD_LIMIT, type BulkFault, type BulkReader, type BulkRecord } from './record.ts';
import { textChunks } from './text-chunks.ts';

type Values = Map<string, string[]>;

/**
 * Reads RSS 2.0, RSS 1.0, Atom and WordPress exports, entry by entry. Entities that a file declares itself are never expanded; drafts,
 * pages and attachments of a WordPress export are no articles.
 */
export const readFeed: BulkReader = async function* (path) {
  const entries: (BulkRecord | BulkFault)[] = [];
  const parser = feedParser((entry) => entries.push(entry));
  for await (const chunk of textChunks(path)) {
    parser.write(chunk);
    yield* entries.splice(0);
  }
  parser.end();
  yield* entries.splice(0);
};

const ENTRIES = new Set(['item', 'entry']);

// Children of an entry by their names, and of the feed above its first entry.
function feedParser(emit: (entry: BulkRecord | BulkFault) => void): Parser {
  const feed: Values = new Map();
  const open: string[] = [];
  let entry: Values | null = null;
  let text = '';
  let inner = 0; // how deep within an entry's own child
  return new Parser(
    {
      onopentag(name, attributes) {
        open.push(name);
        if (entry === null && ENTRIES.has(name)) entry = new Map();
        else if (entry !== null && ++inner === 1) text = '';
        else if (entry === null) text = '';
        const { href, rel, term } = attributes;
        if (name === 'link' && href !== undefined && (rel ?? 'alternate') === 'alternate')
          add(entry ?? feed, 'link', href);
        if (name === 'category' && term !== undefined) add(entry ?? feed, 'category', term);
      },
      ontext(data) {
        if (text.length < RECORD_LIMIT) text += data;
      },
      onclosetag(name) {
        open.pop();
        if (entry === null) {
          if (text.trim() !== '' && open.length <= 2) add(feed, name, text);
          text = '';
          return;
        }
        if (inner === 0) {
          if (isPublished(entry)) emit(recordOf(entry, feed));
          entry = null;
        } else if (--inner === 0 || name === 'name') {
          add(entry, inner === 0 ? name : (open.at(-1) ?? name), text);
          text = '';
        }
      },
      onprocessinginstruction(name, data) {
        if (/^!doctype/iu.test(name) && /<!entity/iu.test(data))
          emit({
            kind: 'fault',
            severity: 'warning',
            line: null,
            reason: 'The file declares entities of its own, which are not expanded.',
          });
      },
      onerror: () => emit(lost(null, 'The feed cannot be read from here on.')),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

function add(values: Values, name: string, text: string): void {
  const key = name.toLowerCase();
  const value = text.trim();
  if (value !== '') values.set(key, [...(values.get(key) ?? []), value]);
}

const isPublished = (entry: Values): boolean =>
  ['publish', undefined].includes(entry.get('wp:status')?.[0]) &&
  ['post', undefined].includes(entry.get('wp:post_type')?.[0]);

function recordOf(entry: Values, feed: Values): BulkRecord {
  const first = (...names: readonly string[]): string | undefined => names.flatMap((name) => entry.get(name) ?? [])[0];
  const body = first('content:encoded', 'content', 'description', 'summary') ?? '';
  const categories = entry.get('category') ?? [];
  const title = first('title');
  const feedTitle = feed.get('title')?.[0];
  return {
    kind: 'record',
    fields: {
      title,
      date: first('pubdate', 'published', 'dc:date', 'wp:post_date', 'updated'),
      url: first('link', 'guid'),
      author: [...(entry.get('dc:creator') ?? []), ...(entry.get('author') ?? [])],
      category: categories,
      tags: categories,
      source: first('source'),
      id: first('wp:post_id'),
    },
    // A feed of one day's issue is called what its only entry is.
    shared: { source: feedTitle === title ? undefined : feedTitle, lang: feed.get('language')?.[0] },
    body: { text: body, type: 'html' },
    line: null,
  };
}
