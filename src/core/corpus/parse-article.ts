import type { ArticleId } from '../model/article.ts';
import { composeArticle, type Composed } from './compose-article.ts';
import { errorIn, warningIn, type CorpusFault } from './faults.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { markup } from './markup/markup.ts';
import { stripControls } from './markup/white-space.ts';
import { splitReports } from './metadata/several-reports.ts';
import { unreadKeys } from './metadata/fields.ts';
import { readFrontMatter, type FrontMatter } from './metadata/front-matter.ts';
import type { ParsedArticle } from './metadata/open-days.ts';
import { readParagraphs, readPlain } from './readers/plain-text.ts';
import type { Reading } from './readers/raw-block.ts';

/** What a file became: its articles, mostly one; what is wrong with it; and the keys of its front matter that nobody reads. */
export interface ParsedFile {
  readonly articles: readonly ParsedArticle[];
  readonly faults: readonly CorpusFault[];
  readonly unread: readonly string[];
}

/** A file that gave no article. */
export const leftOut = (...faults: readonly CorpusFault[]): ParsedFile => ({ articles: [], faults, unread: [] });

/**
 * Reads the articles of a file's text: Markdown, HTML or plain text, with or without front matter, told apart by the name and by what
 * is there. What is wrong comes back as faults, with the article where it is usable all the same. Throws nothing but MarkupNotLoaded,
 * for a file that needs `loadMarkup` to have been waited for. `id` names the file within its folder.
 */
export function parseArticle(
  file: { readonly path: string; readonly text: string; readonly id?: ArticleId },
  knowledge: CorpusKnowledge,
): ParsedFile {
  const { path, id = idOf(path) } = file;
  const front = readFrontMatter(stripControls(file.text));
  if (front.kind === 'faulty') return leftOut(errorIn(path, front.line, front.reason));
  let reading: Reading;
  try {
    reading = readContent({ path, body: front.body, hasFrontMatter: front.kind === 'read' }, knowledge);
  } catch (error) {
    // The parsers take anything but markup that is nested without end.
    if (!(error instanceof RangeError)) throw error;
    return leftOut(errorIn(path, null, 'The markup is nested too deeply to be read.'));
  }
  const sources = front.kind === 'read' ? [front.data, reading.meta] : [reading.meta];
  const shared = { path, lineOf: (key: string) => (front.kind === 'read' ? lineIn(front, key) : null) };
  const reports = front.kind === 'read' ? null : splitReports(reading.blocks);
  const composed =
    reports === null
      ? [composeArticle({ ...shared, id, sources, blocks: reading.blocks }, knowledge)]
      : reports.map((report, at) =>
          composeArticle(
            { ...shared, id: `${id}/${at + 1}` as ArticleId, sources: [report.found], blocks: report.blocks },
            knowledge,
          ),
        );
  return parsedFile({ path, front, composed }, knowledge);
}

function parsedFile(
  {
    path,
    front,
    composed,
  }: { path: string; front: Exclude<FrontMatter, { kind: 'faulty' }>; composed: readonly Composed[] },
  { keys }: CorpusKnowledge,
): ParsedFile {
  const isRead = front.kind === 'read';
  const warnings = isRead ? front.warnings.map(({ line, reason }) => warningIn(path, line, reason)) : [];
  const articles = composed.flatMap(({ article, day }) =>
    article === null ? [] : [{ article, openDay: day?.isTwoWay === true ? day.text : null, order: day?.order ?? null }],
  );
  const empty = articles.length === 0 ? [errorIn(path, null, 'There is neither a title nor a text.')] : [];
  return {
    articles,
    faults: [...warnings, ...composed.flatMap(({ faults }) => faults), ...empty],
    unread: isRead ? unreadKeys(front.data, keys) : [],
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

function lineIn({ raw, line }: { readonly raw: string; readonly line: number }, key: string): number | null {
  const at = raw.split('\n').findIndex((each) => each.replace(/^["']/u, '').startsWith(key));
  return at === -1 ? null : line + 1 + at;
}
