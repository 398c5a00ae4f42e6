import type { Article, Block } from '../../model/article.ts';
import type { Excerpt } from '../../model/answer.ts';
import type { Span } from '../../model/span.ts';
import { anyOf, formsOf, langTable } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { splitSentences } from '../../text/sentences.ts';

const wordsOf = (lang: string, role: string): string[] => formsOf(langTable(`${lang}/leaning`), role);

const CHINESE = anyOf([...wordsOf('zh', 'leans'), ...wordsOf('yue', 'leans')]);
const LEANS = new RegExp(
  `^["“「『]?(?!${anyOf(wordsOf('zh', 'stands'))})(?:${CHINESE}|(?:${anyOf(wordsOf('en', 'leans'))})\\b)`,
);

/**
 * Whether words, in any script, lean on what was said before them: they begin with a pronoun or a conjunction.
 *
 * @internal Exported for its tests.
 */
export const leans = (text: string): boolean => LEANS.test(foldScript(text));

// Of a run of sentences that each lean on the one before, so many are shown.
const MOST_BEFORE = 2;

/** The slice right before a quote that it leans on; of a list's item, the lead-in. Null where the quote stands by itself. */
export function sliceBefore(article: Article, { start, end }: Span): Excerpt | null {
  const { blocks, text } = article;
  const at = blocks.findLastIndex((block) => block.start <= start);
  const block = blocks[at];
  if (block === undefined) return null;
  if (block.part === 'item') return excerpt(text, block.leads?.at(-1) ?? null);
  if (block.part !== undefined || !leans(text.slice(start, end))) return null;
  const inBlock = splitSentences(text, block.start, start);
  return excerpt(text, lastOf(text, inBlock.length > 0 ? inBlock : sentencesBefore(blocks, at, text)));
}

// Those of the paragraph above; a heading ends what came before it.
function sentencesBefore(blocks: readonly Block[], at: number, text: string): Span[] {
  const above = blocks[at - 1];
  return above?.kind === 'paragraph' ? splitSentences(text, above.start, above.end) : [];
}

function lastOf(text: string, sentences: readonly Span[]): Span | null {
  const last = sentences.at(-1);
  if (last === undefined) return null;
  let { start } = last;
  for (const sentence of sentences.slice(-MOST_BEFORE, -1).reverse()) {
    if (!leans(text.slice(start, last.end))) break;
    ({ start } = sentence);
  }
  return { start, end: last.end };
}

const excerpt = (text: string, span: Span | null): Excerpt | null =>
  span === null ? null : { quote: text.slice(span.start, span.end), start: span.start, end: span.end };
