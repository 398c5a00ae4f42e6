import type { Difference } from '../../model/answer.ts';
import type { Citations } from '../points.ts';
import type { Article } from '../../model/article.ts';
import type { Library } from '../../index/library.ts';
import { eventContext } from './event-context.ts';
import { conflictingFigures } from './conflicting-figures.ts';
import { profileOf, sameEvent } from './same-event.ts';

/** How much of each article is read: what differs stands where the facts are. */
const SENTENCES = 40;
/** Statements are compared two by two: so many take a tenth of a second. */
const STATEMENTS = 300;
/** So many are told. */
const DIFFERENCES = 5;

interface Account {
  readonly outlet: string;
  readonly articles: readonly Article[];
}

/** The figures and days that several outlets' reports of one event give differently; what is quoted for it is cited. */
export function differencesOf(
  accounts: readonly Account[],
  { citations, library }: { readonly citations: Citations; readonly library: Library },
): Difference[] {
  const [best] = accounts.flatMap(({ articles }) => articles.slice(0, 1));
  if (best === undefined) return [];
  const context = eventContext(library);
  const event = profileOf(best, context);
  const statements = accounts
    .flatMap(({ outlet, articles }) => articles.map((article) => ({ outlet, article })))
    .filter(({ article }) => article === best || sameEvent(event, profileOf(article, context)))
    .flatMap(({ outlet, article }) =>
      library
        .bodyOf(article.id)
        .flatMap(({ sentences }) => sentences)
        .slice(0, SENTENCES)
        .map(({ start, end }) => {
          const text = article.text.slice(start, end);
          return { outlet, article, start, end, text, published: article.date, event: best.id };
        }),
    )
    .slice(0, STATEMENTS);
  return conflictingFigures(statements, library.names)
    .slice(0, DIFFERENCES)
    .map(({ of, readings }) => ({
      of,
      readings: readings.flatMap(({ statement, start, end }) => {
        const one = statements[statement];
        if (one === undefined) return [];
        const { outlet, article, text: quote } = one;
        const text = quote.slice(start, end);
        return [{ outlet, text, quote, citation: citations.cite(article), start: one.start, end: one.end }];
      }),
    }));
}
