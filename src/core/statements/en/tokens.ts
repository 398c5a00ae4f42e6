import type { Span } from '../../model/span.ts';
import { englishLexicon } from './lexicon.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';
import type { Quotation } from '../quotations.ts';

/** A word, a mark, or a whole quotation, marks included, as one; offsets in UTF-16 units of the article's text. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  readonly text: string;
  readonly lower: string;
}

// In order of precedence: of those that fit, the first is the token.
const TOKENS = {
  abbreviation: String.raw`(?:\p{L}\.){2,}`,
  initial: String.raw`\p{Lu}\.(?= \p{Lu})`,
  dash: '--',
  // Looked for where a word begins: elsewhere each of its letters would be read again.
  negated: String.raw`(?<!\p{L})\p{L}+n['’]t\b`,
  number: String.raw`[$€£¥#@]?\p{N}+(?:[.,:]\p{N}+)*[\p{L}%]*`,
  // Also with hyphens, as in O'Neill, and of several: the miners' union.
  word: String.raw`[$€£¥#@]?[\p{L}\p{N}]+(?:(?:[-/&]|['’](?=\p{Lu}))[\p{L}\p{N}]+)*(?:(?<=s)['’](?= \p{L}))?`,
  clitic: String.raw`['’](?:${anyOf(langWords('en/clitics'))})\b`,
  mark: String.raw`\S`,
};
const TOKEN = new RegExp(Object.values(TOKENS).join('|'), 'gu');

const hasDot = (word: string): boolean => englishLexicon().is(word, 'title') || englishLexicon().is(word, 'honorific');

/** The words, marks and quotations of a sentence, in order. */
export function tokensOf(text: string, sentence: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const quotation of quotations) {
    if (quotation.end <= sentence.start || quotation.start >= sentence.end) continue;
    addWords(text, { start: at, end: quotation.start }, tokens);
    const start = Math.max(quotation.start, sentence.start);
    const end = Math.min(quotation.end, sentence.end);
    const quoted = text.slice(start, end);
    tokens.push({ kind: 'quote', text: quoted, lower: quoted, start, end });
    at = end;
  }
  addWords(text, { start: at, end: sentence.end }, tokens);
  return tokens;
}

function addWords(text: string, { start, end }: Span, tokens: Token[]): void {
  if (end <= start) return;
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const [word] = match;
    const from = start + match.index;
    const last = tokens.at(-1);
    // The dot of a title belongs to it: Sen. Kim.
    if (word === '.' && last?.end === from && hasDot(last.lower)) {
      tokens[tokens.length - 1] = { ...last, text: `${last.text}.`, end: from + 1 };
      continue;
    }
    const kind = /[\p{L}\p{N}]/u.test(word) ? 'word' : 'mark';
    tokens.push({
      kind,
      text: word,
      lower: word.toLowerCase().replace(/’/g, "'"),
      start: from,
      end: from + word.length,
    });
  }
}
