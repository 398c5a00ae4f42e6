import { scriptOf } from '../text/script.ts';
import type { Article, ArticleId, Lang } from './article.ts';
import { composeBody } from './blocks.ts';
import { parseDay } from './dates.ts';
import { errorIn, warningIn, type CorpusFault } from './faults.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtml, type HtmlReading, type RawBlock } from './html.ts';
import { cleanLink } from './links.ts';
import { readBody, readPlain } from './markdown.ts';
import { authorOf, cleanTitle, outletOf, stringOf, stringsOf, tagsOf, type Fields } from './metadata.ts';
import type { OutletDirectory } from './outlets.ts';
import { stripControls } from './white-space.ts';

/** What a file became: an article, or nothing; and what is wrong with it. */
export type ParsedFile =
  | { readonly article: Article; readonly faults: CorpusFault[] }
  | { readonly article: null; readonly faults: CorpusFault[] };

/**
 * Reads one article from a file's text: Markdown, HTML or plain text, with or without front matter, told apart by the name and
 * by what is there. Never throws; what is wrong comes back as faults, with the article where it is usable all the same. The
 * article's id is made from the whole path; `readCorpus` names it within its folder.
 */
export function parseArticle(
  file: { readonly path: string; readonly text: string },
  outlets: OutletDirectory,
): ParsedFile {
  const { path } = file;
  const text = stripControls(file.text);
  const front = readFrontMatter(text);
  if (front.kind === 'faulty') return { article: null, faults: [errorIn(path, front.line, front.reason)] };
  const reading = readContent(path, front.body, front.kind === 'read');
  const fields: Fields = front.kind === 'read' ? front.data : reading.meta;
  const lineOf = (name: string): number | null => (front.kind === 'read' ? lineIn(front.raw, name, front.line) : null);
  const faults: CorpusFault[] = [];

  const link = linkIn(fields);
  if (link !== null && link.url === null) {
    faults.push(
      warningIn(
        path,
        lineOf(link.field),
        `"${link.written.slice(0, 60)}" is not a web address; the article is cited without a link.`,
      ),
    );
  }
  const date = dateIn(fields, front.kind === 'read' ? front.raw : '');
  if (date !== null && date.day === null) {
    faults.push(
      warningIn(
        path,
        lineOf(date.field),
        `"${date.written.slice(0, 60)}" is not a date; the article is cited without one.`,
      ),
    );
  }
  const outlet = outletOf(fields, link?.written ?? null, outlets);
  const title = titleOf(fields, reading.blocks, path, outlet, outlets);
  const body = composeBody(reading.blocks, title);
  if (body.blocks.length === 0)
    return { article: null, faults: [...faults, errorIn(path, null, 'The file is empty.')] };
  return {
    article: {
      id: idOf(path),
      title,
      outlet,
      author: authorOf(fields, outlet, outlets),
      date: date?.day ?? null,
      url: link?.url ?? null,
      lang: langOf(fields, `${title}\n${body.text.slice(0, LANG_SAMPLE)}`),
      tags: tagsOf(fields, outlet, outlets),
      digest: fields['digest'] === true,
      text: body.text,
      blocks: body.blocks,
      path,
    },
    faults,
  };
}

/** An id from a file's path: without its extension, with `/` between folders, and `-` for what is a nuisance on a command line. */
export const idOf = (path: string): ArticleId =>
  (stripControls(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/u, '')
    .replace(/\.(?:md|markdown|html?|txt)$/iu, '')
    .replace(/[\s\u3000]+/gu, '-') || 'article') as ArticleId;

function readContent(path: string, body: string, hasFrontMatter: boolean): HtmlReading {
  if (/\.html?$/iu.test(path)) return readHtml(body);
  const isPlain = /\.txt$/iu.test(path) && !hasFrontMatter && !/^\s*<(?:!doctype|html|div|article|p)[\s>]/iu.test(body);
  return isPlain ? { blocks: readPlain(body), meta: {} } : readBody(body);
}

const LINK_FIELDS = [
  'url',
  'from',
  'link',
  'original_url',
  'permalink',
  'canonical',
  'og:url',
  'source_url',
  'source',
] as const;

// The first field that holds a usable address; failing that, the first that was filled in at all, to be complained of.
function linkIn(fields: Fields): { field: string; written: string; url: string | null } | null {
  let unusable: { field: string; written: string; url: null } | null = null;
  for (const field of LINK_FIELDS) {
    const written = stringOf(fields, field);
    if (written === null) continue;
    const url = cleanLink(written);
    if (url !== null) return { field, written, url };
    // `source` may name an outlet rather than a page.
    if (field !== 'source') unusable ??= { field, written, url: null };
  }
  return unusable;
}

const DATE_FIELDS = [
  'date',
  'published',
  'pubdate',
  'pubDate',
  'published_at',
  'datePublished',
  'publish_date',
  'article:published_time',
  'created',
] as const;

// YAML makes a Date, in UTC, of an unquoted timestamp; the day as it was written is still in the raw lines.
function dateIn(fields: Fields, raw: string): { field: string; written: string; day: string | null } | null {
  for (const field of DATE_FIELDS) {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const line =
      value instanceof Date ? new RegExp(`^["']?${field}["']?\\s*:\\s*(.+)$`, 'mu').exec(raw)?.[1] : undefined;
    const written = value instanceof Date ? (line ?? isoOf(value)) : stringOf(fields, field);
    if (written !== null && written !== '') return { field, written, day: parseDay(written) };
  }
  return null;
}

const isoOf = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString());

function titleOf(
  fields: Fields,
  blocks: readonly RawBlock[],
  path: string,
  outlet: string | null,
  outlets: OutletDirectory,
): string {
  const sites = [
    outlet,
    ...(outlet === null ? [] : outlets.aliasesOf(outlet)),
    ...stringsOf(fields, 'tags'),
    stringOf(fields, 'author'),
    stringOf(fields, 'og:site_name'),
  ];
  const candidates = [
    stringOf(fields, 'title', 'og:title'),
    blocks.find(({ role }) => role === 'heading')?.text,
    blocks.find(({ role, text }) => role === 'text' && text.length <= TITLE_LIMIT)?.text,
    path.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, ''),
  ];
  for (const candidate of candidates) {
    const title = candidate == null ? '' : cleanTitle(candidate, sites);
    if (title !== '') return title;
  }
  return path;
}

// A first line that is longer than any headline is the beginning of the report.
const TITLE_LIMIT = 100;

function langOf(fields: Fields, text: string): Lang | null {
  const said = stringOf(fields, 'lang', 'language')?.toLowerCase() ?? '';
  if (/^zh-(?:hant|tw|hk|mo)/u.test(said)) return 'zh-Hant';
  if (/^zh-(?:hans|cn|sg|my)/u.test(said)) return 'zh-Hans';
  if (said.startsWith('en')) return 'en';
  const latin = text.match(/[A-Za-z]+/gu)?.length ?? 0;
  if (latin > 5) {
    const han = text.match(/[\u4E00-\u9FFF]/gu)?.length ?? 0;
    if (han < latin / 4) return 'en';
  }
  return scriptOf(text);
}

// UTF-16 units; a few paragraphs tell a script apart.
const LANG_SAMPLE = 2000;

function lineIn(raw: string, field: string, opening: number): number | null {
  const at = raw.split('\n').findIndex((line) => line.startsWith(`${field}:`));
  return at === -1 ? null : opening + 1 + at;
}
