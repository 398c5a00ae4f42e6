import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { anyOf, langTable } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';

const SCALES = anyOf([...langTable('zh/numerals')].flatMap(([char, value]) => (Number(value) > 1000 ? [char] : [])));
// 「（億元）」, 「單位：萬人」: what the figures of a table count.
const UNIT = new RegExp(String.raw`(?:[（(]|单位[:：]?)((?:${SCALES})?\p{Script=Han}{1,3})(?:[）)]|$)`, 'u');
const BARE = /(?<![\d.])\d[\d,.]*(?![\d.,%\p{Script=Han}])/gu;

/**
 * What a stretch of an article is read with, as text: the heading that it stands under; of a row of a table also the caption and the
 * header, and its figures with the unit that these give them. '' where it stands by itself.
 */
export function blockContext(article: Article, { start, end }: Span): string {
  const block = blockAt(article, start);
  if (block === undefined) return '';
  const textOf = (span: Span): string => article.text.slice(span.start, span.end);
  const heading = headingsAt(article, start).map(textOf);
  if (block.part !== 'row') return heading.join('\n');
  const leads = (block.leads ?? []).map(textOf);
  const unit = UNIT.exec(foldScript(leads.join('\n')))?.[1] ?? '';
  return [...heading, ...leads, unit === '' ? '' : article.text.slice(start, end).replace(BARE, `$&${unit}`)].join(
    '\n',
  );
}

/**
 * The headings that a place stands under, the outer one first: the last before it, and the last that holds others. How deep a heading
 * is is not known; one that another follows at once holds it.
 */
export function headingsAt(article: Article, at: number): readonly Span[] {
  const before = headingsOf(article).filter(({ start }) => start < at);
  const inner = before.at(-1);
  const outer = before.findLast(({ isOuter }) => isOuter);
  return [...new Set([outer, inner])].filter((heading) => heading !== undefined);
}

interface Heading extends Span {
  readonly isOuter: boolean;
}

const known = new WeakMap<Article, readonly Heading[]>();

/** All headings of an article, in order. */
export function headingsOf(article: Article): readonly Heading[] {
  const { blocks } = article;
  const headings =
    known.get(article) ??
    blocks.flatMap(({ kind, start, end }, n) =>
      kind === 'heading' ? [{ start, end, isOuter: blocks[n + 1]?.kind === 'heading' }] : [],
    );
  known.set(article, headings);
  return headings;
}

/** The block that a place of an article is in. */
export const blockAt = ({ blocks }: Article, at: number): Block | undefined =>
  blocks.find(({ start, end }) => start <= at && at < end);
