import type { Article, BlockKind } from '../model/article.ts';
import { FIRST_CJK } from '../text/script.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../model/span.ts';

/** A run of whole sentences of one article, or its headline: the unit that is indexed. Offsets are into the article's text. */
export interface Passage {
  readonly article: Article;
  /** `headline` passages carry title, tags and captions, and are never quoted themselves. */
  readonly kind: 'body' | 'headline';
  readonly start: number;
  readonly end: number;
  /** In order; empty for headline passages. */
  readonly sentences: readonly Span[];
  /** What is searched besides the sentences: the heading above them, their list's lead-in, their table's header; for a headline passage all there is. */
  readonly context: string;
}

/** Passages are closed at the first sentence end past this many characters: what was measured best on DRCD and news. */
const PASSAGE_LENGTH = 320;
// English says in three letters, spaces among them, about what Chinese says in one character.
const LETTERS_A_CHARACTER = 3;
const QUOTABLE: ReadonlySet<BlockKind> = new Set<BlockKind>(['paragraph', 'headline']);

/** Cuts an article into passages of about `PASSAGE_LENGTH` characters along its sentences and headings, its headline first. */
export function passagesOf(article: Article): Passage[] {
  const captions = article.blocks
    .filter((block) => block.kind === 'caption')
    .map((block) => article.text.slice(block.start, block.end));
  const headline = [article.title, article.tags.join(' '), ...captions].join('\n');
  const passages: Passage[] = [{ article, kind: 'headline', start: 0, end: 0, sentences: [], context: headline }];
  let heading = '';
  let open: Span[] = [];
  let length = 0;
  const leads = new Map<number, Span>();
  const close = (): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first === undefined || last === undefined) return;
    const above = [...leads.values()]
      .filter(({ end }) => end <= first.start)
      .map(({ start, end }) => article.text.slice(start, end));
    const context = [heading, ...above].filter((text) => text !== '').join('\n');
    passages.push({ article, kind: 'body', start: first.start, end: last.end, sentences: open, context });
    open = [];
    length = 0;
    leads.clear();
  };
  for (const block of article.blocks) {
    if (block.kind === 'heading') {
      close();
      heading = article.text.slice(block.start, block.end);
    }
    if (!QUOTABLE.has(block.kind)) continue;
    for (const lead of block.leads ?? []) leads.set(lead.start, lead);
    for (const sentence of splitSentences(article.text, block.start, block.end)) {
      const own = lengthOf(article.text, sentence);
      if (length + own > PASSAGE_LENGTH * 1.5) close();
      open.push(sentence);
      length += own;
      if (length >= PASSAGE_LENGTH) close();
    }
  }
  close();
  return passages;
}

// In characters, of which English letters make a third each.
function lengthOf(text: string, { start, end }: Span): number {
  let letters = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) < FIRST_CJK) letters++;
  return end - start - letters + letters / LETTERS_A_CHARACTER;
}
