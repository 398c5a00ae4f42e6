import { statementsOf } from '../../../../src/core/statements/statements-of.ts';
import { shippedNames } from '../../../support/shipped-data.ts';
import { articleOf } from '../../../support/article-of.ts';

const names = shippedNames();

/** Every statement of some paragraphs, as `who (handed on by whom): content`. */
export function saidIn(...paragraphs: string[]): string[] {
  const article = articleOf(paragraphs);
  return statementsOf(article, names).map(({ speaker, reportedBy, content, negated }) => {
    const by = reportedBy === null ? '' : ` (${reportedBy.name})`;
    return `${negated ? 'not ' : ''}${speaker?.name ?? '?'}${by}: ${article.text.slice(content.start, content.end)}`;
  });
}

/** Who is said to say something in some paragraphs, in order. */
export const speakersIn = (...paragraphs: string[]): string[] =>
  saidIn(...paragraphs).map((one) => one.split(':', 1)[0] ?? '');
