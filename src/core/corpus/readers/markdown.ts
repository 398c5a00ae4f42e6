import { Lexer, Marked } from 'marked';

import type { PageParts } from '../markup/page-parts.ts';
import { readHtml } from './html.ts';
import { SENTENCE_AT_LINE_END } from './plain-text.ts';
import type { Reading } from './raw-block.ts';

// What Markdown makes of typing habits that no reporter means as markup: an indented line is not code, and `2~3人、5~6人`
// strikes nothing out.
const marked = new Marked({
  gfm: true,
  tokenizer: {
    code: () => undefined,
    del: () => undefined,
  },
});

/** Reads a Markdown body, or an HTML one that may have a Markdown title above it, as blocks. */
export function readBody(body: string, parts: PageParts): Reading {
  const html = htmlStart(body);
  if (html === -1) return readHtml(toHtml(body), parts);
  const head = body.slice(0, html);
  const reading = readHtml(body.slice(html), parts);
  const above = head.trim() === '' ? [] : readHtml(toHtml(head), parts).blocks;
  return { blocks: [...above, ...reading.blocks], meta: reading.meta };
}

// HTML is not sent through Markdown when it is all there is: its blank lines and its indentation would come to mean something.
function htmlStart(body: string): number {
  if (!body.trimEnd().endsWith('>')) return -1;
  const start = body.search(/^[^\S\r\n\u2028\u2029]*<(?:!doctype|html|body|main|article|section|div)[\s>]/imu);
  if (start === -1) return -1;
  const above = withoutComments(body.slice(0, start))
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*[-=]{3,}\s*$/u.test(line));
  return above.length <= 2 ? start : -1;
}

// An unclosed comment ends the search: a regular expression would look for its end again from each that follows.
function withoutComments(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = html.indexOf('<!--', at);
    const end = start === -1 ? -1 : html.indexOf('-->', start + 4);
    if (end === -1) return kept.join('') + html.slice(at);
    kept.push(html.slice(at, start));
    at = end + 3;
  }
}

function toHtml(markdown: string): string {
  let source = markdown;
  for (const [sign, habit, repaired] of REPAIRS) if (source.includes(sign)) source = source.replace(habit, repaired);
  return marked.parser(createLexer().lex(source));
}

// What a line of Markdown may begin with beside plain text: marks, entities, addresses, a line that is broken by hand.
const MAY_BE_MARKED = /[\\`*_~[<&@]|http|ftp:|www\.| {2}\n/i;

// Most paragraphs are plain text, and to look for marks at each of its characters takes a third of the time of Markdown.
function createLexer(): Lexer {
  const lexer = new Lexer(marked.defaults);
  const inlineTokens = lexer.inlineTokens.bind(lexer);
  lexer.inlineTokens = (text, tokens = []) => {
    if (text === '' || MAY_BE_MARKED.test(text)) return inlineTokens(text, tokens);
    tokens.push({ type: 'text', raw: text, text, escaped: lexer.state.inRawBlock });
    return tokens;
  };
  return lexer;
}

// What converters and editors write that CommonMark takes for something else, and what was meant. Each is looked for only where
// its sign is, since most reports have none of them.
const REPAIRS: readonly (readonly [sign: string, habit: RegExp, repaired: string])[] = [
  // Where Kramdown puts its list of contents.
  ['{:toc}', /^[*-][^\n]{0,80}\n\{:toc\}[^\S\n]*$/gmu, ''],
  // Templates of site generators: {{< video … >}}, {% include … %}, {:.lead}
  ['{{', /\{\{[<%](?:(?!\{\{)[\s\S]){0,2000}?[>%]\}\}/gu, ''],
  ['{%', /\{%(?:(?!\{%)[\s\S]){0,2000}?%\}/gu, ''],
  ['{:', /\{:[^{}\n]{0,200}\}/gu, ''],
  // Links and pictographs of wikis: [[zh:美国]], [[美国|美方]], :house:
  ['[[', /\[\[(?:[^[\]\n|]{0,200}\|)?(?:[a-z]{2,3}:)?([^[\]\n|]{1,200})\]\](?!\()/gu, '$1'],
  [':', /(?<![\p{L}\d:]):[a-z][a-z_]{2,20}:/gu, ''],
  // The mark of a footnote goes, its note is a paragraph.
  ['[^', /^\[\^[^\]\n]{1,40}\]:[^\S\n]*/gmu, '\n'],
  ['[^', /\[\^[^\]\n]{1,40}\]/gu, ''],
  // What is struck out was said, until somebody struck it out.
  ['~~', /(?<![\p{L}\p{N}~])~~(?=[^\s~])([^~\n]{1,2000}?)(?<=\S)~~/gu, '$1'],
  // Emphasis needs a space or a punctuation mark outside `**「…」**`, which Chinese does not put there. Not after a
  // figure: a grade of `5**` opens nothing.
  ['**', /(?<![\\*\d])\*\*(?!\*)((?:[^*\n]|\n(?![^\S\n]*\n))+)\*\*(?!\*)/gu, '<strong>$1</strong>'],
  ['__', /(?<![\\_\w])__(?![\s_])([^_\n]{1,2000})__(?!_)/gu, '<strong>$1</strong>'],
  ['*', /(?<![\\*\d])\*(?![*\s])([^*\n]{1,400}?)(?<=[^ -~\s])\*(?!\*)/gu, '<em>$1</em>'],
  ['**', /(?<=\d)\*\*/gu, '\\*\\*'],
  ['*', /(?<=\d)\*/gu, '\\*'],
  // Emphasis of nothing, and the end of one that never began.
  ['**', /(?<=^|[^\S\n])(?:\*{4}|\*\*)(?=[^\S\n]*$)/gmu, ''],
  // Links whose address has a space, or whose text has an empty line.
  ['](', /\[([^\][\n]+)\]\((?:https?:|\/)[^()\s]*[^\S\n](?![^\S\n]*["'])[^()\n]*\)/gu, '$1'],
  ['](', /^(?:\[[^\S\n]*$|\]\(https?:[^\s)]*\))/gmu, ''],
  // A line that ends with a sentence ends a paragraph, whether or not an empty line follows; so does one before an indent.
  ['\n', SENTENCE_AT_LINE_END, '$1\n\n'],
  ['\n\u3000', /\n(?=\u3000)/gu, '\n\n'],
];
