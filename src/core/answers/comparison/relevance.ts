import type { QueryContext } from '../query-context.ts';
import { termFrequency } from '../../index/terms.ts';
import { weighQuestion, type WeightedQuestion } from '../../reading/weigh-question.ts';
import { articlesCovering, type ArticleCoverage } from '../../reading/article-coverage.ts';
import type { Article } from '../../model/article.ts';
import type { Library } from '../../index/library.ts';
import { passageFilter, type AppliedFilters } from '../../question/filters/filters.ts';
import { eventContext } from './event-context.ts';
import { profileOf, sameEvent } from './same-event.ts';

/** How many passages are looked at for what each outlet has. */
const PASSAGES = 240;
const PASSAGES_ALONE = 12;
// An article bears on the question when it holds so much of its weight, beside the article that holds most.
const BESIDE_THE_BEST = 0.6;
const LEAST = 0.4;
/** So many articles of one outlet are read for one account. */
const ARTICLES = 6;

/**
 * The articles of each outlet that bear on a question, the outlets with the most telling ones first. Where the best of all is of an
 * event that an outlet reports too, its reports of that event alone.
 */
export async function relevantArticles(
  { parsed, library }: QueryContext,
  applied: AppliedFilters,
): Promise<ReadonlyMap<string, readonly Article[]>> {
  if (parsed.terms.length === 0) return new Map();
  const question = weighQuestion(parsed, library);
  const covering = await articlesCovering(question, library, { filter: passageFilter(applied), limit: PASSAGES });
  const most = Math.max(0, ...covering.map(({ share }) => share));
  const least = Math.max(LEAST * knownShare(question, library), BESIDE_THE_BEST * most);
  const relevant = covering.filter(({ share }) => share >= least).toSorted((a, b) => b.share - a.share);
  const found = byOutlet(relevant, covering, library);
  // One limit for all outlets finds little of each: before one is called silent, it is asked alone.
  for (const outlet of applied.outlets) {
    if (found.has(outlet)) continue;
    const alone = passageFilter({ ...applied, outlets: [outlet] });
    const own = await articlesCovering(question, library, { filter: alone, limit: PASSAGES_ALONE });
    const articles = own.filter(({ share }) => share >= least).map(({ article }) => article);
    if (articles.length > 0) found.set(outlet, articles.slice(0, ARTICLES));
  }
  return found;
}

// How much of a question's weight the corpus holds at all: what no report has (寫法) can be in none of them.
function knownShare({ parsed, weights }: WeightedQuestion, { index }: Library): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return (
    weights.reduce((sum, weight, t) => {
      const term = parsed.terms[t];
      return term !== undefined && termFrequency(index, term) > 0 ? sum + weight : sum;
    }, 0) / total
  );
}

function byOutlet(
  relevant: readonly ArticleCoverage[],
  covering: readonly ArticleCoverage[],
  library: Library,
): Map<string, readonly Article[]> {
  const outlets = new Map<string, Article[]>();
  for (const { article } of relevant) {
    if (article.outlet === null) continue;
    const articles = outlets.get(article.outlet);
    if (articles === undefined) outlets.set(article.outlet, [article]);
    else if (articles.length < ARTICLES) articles.push(article);
  }
  const best = relevant.find(({ article }) => article.outlet !== null)?.article;
  if (best === undefined) return outlets;
  const context = eventContext(library);
  const event = profileOf(best, context);
  // A report of the same event in other words bears on the question as well.
  for (const { article } of covering) {
    if (article.outlet === null || outlets.has(article.outlet)) continue;
    if (sameEvent(event, profileOf(article, context))) outlets.set(article.outlet, [article]);
  }
  const ofEvent = new Map(
    [...outlets].map(([outlet, articles]) => [
      outlet,
      articles.filter((article) => article === best || sameEvent(event, profileOf(article, context))),
    ]),
  );
  // A subject that comes up again and again is no event: what each outlet has on it counts.
  const isShared = [...ofEvent.values()].filter((articles) => articles.length > 0).length > 1;
  if (!isShared) return outlets;
  return new Map(
    [...outlets].map(([outlet, articles]) => [
      outlet,
      ofEvent.get(outlet)?.length ? (ofEvent.get(outlet) ?? []) : articles,
    ]),
  );
}
