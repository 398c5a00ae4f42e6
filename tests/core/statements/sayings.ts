import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

interface Marks {
  readonly not: string;
  readonly by: (name: string) => string;
  readonly colon: string;
}

/** Makes what writes out every statement of some paragraphs: who, handed on by whom, and the content. */
export const sayings =
  ({ not, by, colon }: Marks) =>
  (...paragraphs: string[]): string[] => {
    const article = articleOf(paragraphs);
    return statementsOf(article, names).map(({ speaker, reportedBy, content, negated }) => {
      const who = `${negated ? not : ''}${speaker?.name ?? '?'}${reportedBy === null ? '' : by(reportedBy.name)}`;
      return `${who}${colon}${article.text.slice(content.start, content.end)}`;
    });
  };
