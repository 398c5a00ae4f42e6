import { scriptOf } from '../text/script.ts';
import type { Article, ArticleId, Lang } from '../model/article.ts';
import { composeBody } from './markup/blocks.ts';
import { dateIn, linkIn, stringOf, stringsOf, type Fields } from './metadata/fields.ts';
import { errorIn, warningIn, type CorpusFault } from './faults.ts';
import { readFrontMatter } from './metadata/front-matter.ts';
import { markup } from './markup/markup.ts';
import { authorOf, outletOf, tagsOf, titleOf } from './metadata/metadata.ts';
import type { OutletDirectory } from './metadata/outlets.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { readParagraphs, readPlain } from './readers/plain-text.ts';
import type { Reading } from './readers/raw-block.ts';
import { stripControls } from './markup/white-space.ts';

/** What a file became: an article, or nothing; and what is wrong with it. */
export type ParsedFile =
  | { readonly article: Article; readonly faults: CorpusFault[] }
  | { readonly article: null; readonly faults: CorpusFault[] };

/**
 * Reads one article from a file's text: Markdown, HTML or plain text, with or without front matter, told apart by the name and
 * by what is there. What is wrong comes back as faults, with the article where it is usable all the same. Throws nothing but
 * MarkupNotLoaded, for a file that needs `loadMarkup` to have been waited for. The article's id is made from the whole path;
 * `readCorpus` names it within its folder.
 */
export function parseArticle(
  file: { readonly path: string; readonly text: string },
  knowledge: CorpusKnowledge,
): ParsedFile {
  const { path } = file;
  const { outlets } = knowledge;
  const text = stripControls(file.text);
  const front = readFrontMatter(text);
  if (front.kind === 'faulty') return { article: null, faults: [errorIn(path, front.line, front.reason)] };
  let reading: Reading;
  try {
    reading = readContent({ path, body: front.body, hasFrontMatter: front.kind === 'read' }, knowledge);
  } catch (error) {
    // The parsers take anything but markup that is nested without end.
    if (!(error instanceof RangeError)) throw error;
    return { article: null, faults: [errorIn(path, null, 'The markup is nested too deeply to be read.')] };
  }
  const fields: Fields = front.kind === 'read' ? front.data : reading.meta;
  const lineOf = (name: string): number | null => (front.kind === 'read' ? lineIn(front.raw, name, front.line) : null);
  const faults: CorpusFault[] =
    front.kind === 'read' ? front.warnings.map(({ line, reason }) => warningIn(path, line, reason)) : [];

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
  const date = dateIn(fields);
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
  const author = authorOf(fields, outlet, outlets);
  const tags = tagsOf(fields, outlet, outlets);
  const title = titleOf(fields, reading.blocks, path, siteNames(fields, outlet, outlets));
  if (title === null)
    return { article: null, faults: [...faults, errorIn(path, null, 'There is neither a title nor a text.')] };
  const names = [author, outlet, ...tags].filter((name) => name !== null);
  const body = composeBody(reading.blocks, { title, names });
  return {
    article: {
      id: idOf(path),
      title,
      outlet,
      author,
      date: date?.day ?? null,
      url: link?.url ?? null,
      lang: langOf(fields, `${title}\n${body.text.slice(0, LANG_SAMPLE)}`),
      tags,
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

function readContent(
  { path, body, hasFrontMatter }: { path: string; body: string; hasFrontMatter: boolean },
  { pageParts }: CorpusKnowledge,
): Reading {
  if (/\.html?$/iu.test(path)) return markup().readHtml(body, pageParts);
  const isPlain = /\.txt$/iu.test(path) && !hasFrontMatter && !/^\s*<(?:!doctype|html|div|article|p)[\s>]/iu.test(body);
  const blocks = isPlain ? readPlain(body) : readParagraphs(body);
  return blocks === null ? markup().readBody(body, pageParts) : { blocks, meta: {} };
}

// What may stand after a title: the site's name, in any of its forms.
const siteNames = (fields: Fields, outlet: string | null, outlets: OutletDirectory): readonly string[] => [
  ...(outlet === null ? [] : [outlet, ...outlets.aliasesOf(outlet)]),
  ...stringsOf(fields, 'tags'),
  ...stringsOf(fields, 'author'),
  ...stringsOf(fields, 'og:site_name'),
];

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
