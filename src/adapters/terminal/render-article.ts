import type { Article, Block, InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { detailsOf } from '../document/describe.ts';
import { showLink } from './render-citations.ts';
import { joinText, terminalLine, terminalText, text, type TerminalText } from './terminal-text.ts';
import type { View } from './view.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** A stretch of an article's text, in UTF-16 code units, to be pointed out. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** A whole article: its metadata, then its text, with an arrow beside the lines that hold a mark. */
export function renderArticle(
  article: Article,
  { view, lang, marks = [] }: { view: View; lang: InterfaceLang; marks?: readonly Mark[] },
): TerminalText {
  const words = catalogue(lang);
  const details = detailsOf(article, words).map(({ label, value }) => [label, terminalLine(value)] as const);
  const link = article.url === null ? [] : [[words.labels.link, showLink(article.url, view.width - 8, view)] as const];
  // The link stands before the tags, which may be many.
  const rows = details.toSpliced(article.tags.length > 0 ? -1 : details.length, 0, ...link);
  const labelWidth = Math.max(...rows.map(([label]) => displayWidth(label))) + 2;
  const metadata = rows.map(
    ([label, value]) => text`${view.faint(terminalText(label + ' '.repeat(labelWidth - displayWidth(label))))}${value}`,
  );
  return joinText(
    [
      joinText(wrap(terminalLine(article.title), view.width).map(view.bold), '\n'),
      joinText([text`${view.faint(terminalLine(article.id))}`, ...metadata], '\n'),
      bodyOf(article, marks, view),
    ],
    '\n\n',
  );
}

function bodyOf(article: Article, marks: readonly Mark[], view: View): TerminalText {
  return joinText(
    article.blocks.map((block) => joinText(blockOf(article, block, { marks, view }), '\n')),
    '\n\n',
  );
}

function blockOf(
  article: Article,
  block: Block,
  { marks, view }: { marks: readonly Mark[]; view: View },
): TerminalText[] {
  const clean = (start: number, end: number): TerminalText => terminalText(article.text.slice(start, end));
  const source = clean(block.start, block.end);
  // Cleaning may shorten a text, so the marks are measured again in what is left.
  const stretches = marks
    .filter((mark) => mark.start < block.end && mark.end > block.start)
    .map((mark) => ({
      start: clean(block.start, Math.max(mark.start, block.start)).length,
      end: clean(block.start, Math.min(mark.end, block.end)).length,
    }));
  let at = 0;
  // No margin where nothing is pointed out: the text is then as it can be copied.
  if (marks.length === 0) return wrap(source, view.width);
  return wrap(source, view.width - BLANK.length).map((line) => {
    const start = source.indexOf(line, at);
    at = start + line.length;
    const mark = stretches.find((stretch) => stretch.start < at && stretch.end > start);
    if (mark === undefined) return text`${BLANK}${line}`;
    const from = Math.max(mark.start - start, 0);
    const to = Math.min(mark.end - start, line.length);
    const [before, quoted, after] = [line.slice(0, from), line.slice(from, to), line.slice(to)] as TerminalText[];
    return text`${ARROW}${before ?? BLANK}${view.marked(quoted ?? BLANK)}${after ?? BLANK}`;
  });
}

// The arrow shows where a quotation stands, on terminals without colour too.
const ARROW = terminalText('> ');
const BLANK = terminalText('  ');
