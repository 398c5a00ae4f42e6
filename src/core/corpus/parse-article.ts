import type { ArticleId } from '../model/article.ts';
import { composeArticle } from './compose-article.ts';
import { contentType, readContent } from './content.ts';
import { errorIn, warningIn } from './faults.ts';
import type { CorpusKnowledge } from './knowledge.ts';
import { stripControls } from './markup/white-space.ts';
import { unreadKeys, type Source } from './metadata/fields.ts';
import { readFrontMatter } from './metadata/front-matter.ts';
import { splitReports } from './metadata/several-reports.ts';
import { leftOut, parsedFile, type ParsedFile } from './parsed-file.ts';
import type { Reading } from './readers/raw-block.ts';

/**
 * Reads the articles of a file's text: Markdown, HTML or plain text, with or without front matter, told apart by the name and by what
 * is there. What is wrong comes back as faults, with the article where it is usable all the same. Throws nothing but MarkupNotLoaded,
 * for a file that needs `loadMarkup` to have been waited for. `id` names the file within its folder.
 */
export function parseArticle(
  file: { readonly path: string; readonly text: string; readonly id?: ArticleId; readonly defaults?: Source },
  knowledge: CorpusKnowledge,
): ParsedFile {
  const { path, id = idOf(path), defaults = {} } = file;
  const front = readFrontMatter(stripControls(file.text));
  if (front.kind === 'faulty') return leftOut(errorIn(path, front.line, front.reason));
  let reading: Reading;
  try {
    reading = readContent({ type: contentType(path, front.body, front.kind === 'read'), text: front.body }, knowledge);
  } catch (error) {
    // The parsers take anything but markup that is nested without end.
    if (!(error instanceof RangeError)) throw error;
    return leftOut(errorIn(path, null, 'The markup is nested too deeply to be read.'));
  }
  const sources = front.kind === 'read' ? [front.data, reading.meta] : [reading.meta];
  const shared = { path, defaults, lineOf: (key: string) => (front.kind === 'read' ? lineIn(front, key) : null) };
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
  const isRead = front.kind === 'read';
  return parsedFile({
    path,
    composed,
    unread: isRead ? unreadKeys(front.data, knowledge.keys) : [],
    faults: isRead ? front.warnings.map(({ line, reason }) => warningIn(path, line, reason)) : [],
  });
}

/** An id from a file's path: without its extension, with `/` between folders, and `-` for what is a nuisance on a command line. */
export const idOf = (path: string): ArticleId =>
  (stripControls(path)
    .replaceAll('\\', '/')
    .replace(/^(?:\.{0,2}\/)+/u, '')
    .replace(/\.(?:md|markdown|html?|txt|jsonl?|ndjson|csv|tsv|xml|rss|atom|epub|mhtml?|eml)$/iu, '')
    .replace(/[\s\u3000]+/gu, '-') || 'article') as ArticleId;

function lineIn({ raw, line }: { readonly raw: string; readonly line: number }, key: string): number | null {
  const at = raw.split('\n').findIndex((each) => each.replace(/^["']/u, '').startsWith(key));
  return at === -1 ? null : line + 1 + at;
}
