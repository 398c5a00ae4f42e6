import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';

/** The heading that a stretch of an article stands under; null where there is none. */
export function sectionOf({ blocks, text }: Article, { start }: Pick<Span, 'start'>): string | null {
  const heading = blocks.findLast((block) => block.start <= start)?.section;
  return heading === undefined ? null : text.slice(heading.start, heading.end);
}
