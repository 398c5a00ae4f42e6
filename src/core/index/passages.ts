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

/** Where an article is cut into passages; all spans are of its text. */
export interface Cuts {
  /** What its headline is searched with. */
  readonly captions: readonly Span[];
  /** Of each passage of its body, in order. */
  readonly bodies: readonly {
    /** Never empty. */
    readonly sentences: readonly Span[];
    /** What is searched with them: the heading above, and what they cannot be understood without. */
    readonly context: readonly Span[];
  }[];
}

/** Cuts an article into passages of about `PASSAGE_LENGTH` characters along its sentences and headings, its headline first. */
export const passagesOf = (article: Article): Passage[] => passagesAlong(article, cutsOf(article));

/** The passages of an article that has been cut, its headline first. */
export function passagesAlong(article: Article, { captions, bodies }: Cuts): Passage[] {
  const textOf = ({ start, end }: Span): string => article.text.slice(start, end);
  const headline = [article.title, article.tags.join(' '), ...captions.map(textOf)].join('\n');
  const passages: Passage[] = [{ article, kind: 'headline', start: 0, end: 0, sentences: [], context: headline }];
  for (const { sentences, context } of bodies) {
    const searched = context.length === 0 ? '' : context.map(textOf).join('\n');
    const [start, end] = [sentences[0]?.start ?? 0, sentences.at(-1)?.end ?? 0];
    passages.push({ article, kind: 'body', start, end, sentences, context: searched });
  }
  return passages;
}

/** Finds where an article is cut into passages. */
export function cutsOf({ text, blocks }: Pick<Article, 'text' | 'blocks'>): Cuts {
  const bodies: Cuts['bodies'][number][] = [];
  let heading: Span | null = null;
  let open: Span[] = [];
  let length = 0;
  const leads = new Map<number, Span>();
  const close = (): void => {
    const first = open[0];
    if (first === undefined) return;
    const above = [...leads.values()].filter(({ end }) => end <= first.start);
    bodies.push({
      sentences: open,
      context: [...(heading === null ? [] : [heading]), ...above].filter(({ start, end }) => end > start),
    });
    open = [];
    length = 0;
    leads.clear();
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      close();
      heading = { start: block.start, end: block.end };
    }
    if (!QUOTABLE.has(block.kind)) continue;
    for (const lead of block.leads ?? []) leads.set(lead.start, lead);
    for (const sentence of splitSentences(text, block.start, block.end)) {
      const own = lengthOf(text, sentence);
      if (length + own > PASSAGE_LENGTH * 1.5) close();
      open.push(sentence);
      length += own;
      if (length >= PASSAGE_LENGTH) close();
    }
  }
  close();
  return { captions: blocks.filter(({ kind }) => kind === 'caption'), bodies };
}

// In characters, of which English letters make a third each.
function lengthOf(text: string, { start, end }: Span): number {
  let letters = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) < FIRST_CJK) letters++;
  return end - start - letters + letters / LETTERS_A_CHARACTER;
}
