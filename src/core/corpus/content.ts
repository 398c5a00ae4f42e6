import type { CorpusKnowledge } from './knowledge.ts';
import { markup } from './markup/markup.ts';
import { separateLabels } from './metadata/label-lines.ts';
import { readParagraphs, readPlain } from './readers/plain-text.ts';
import { separateTurns } from './readers/turn-lines.ts';
import type { Reading } from './readers/raw-block.ts';

/** A body and what it is written in. */
export interface Content {
  readonly type: 'html' | 'markdown' | 'text';
  readonly text: string;
}

/** Reads a body, rid of controls, as blocks. Throws MarkupNotLoaded, and a RangeError for markup that is nested without end. */
export function readContent({ type, text: given }: Content, { pageParts }: CorpusKnowledge): Reading {
  if (type === 'html') return markup().readHtml(given, pageParts);
  const text = separateLabels(separateTurns(given));
  const blocks = type === 'text' ? readPlain(text) : readParagraphs(text);
  return blocks === null ? markup().readBody(text, pageParts) : { blocks, meta: {} };
}

/** What the body of a file is written in, by the file's name and by what is there. */
export function contentType(path: string, body: string, hasFrontMatter: boolean): Content['type'] {
  if (/\.html?$/iu.test(path)) return 'html';
  const isPlain = /\.txt$/iu.test(path) && !hasFrontMatter && !/^\s*<(?:!doctype|html|div|article|p)[\s>]/iu.test(body);
  return isPlain ? 'text' : 'markdown';
}
