import type { Article } from '../model/article.ts';
import { ofSister, passageFilter } from '../question/filters/filters.ts';
import type { Listing, NotFound } from '../model/answer.ts';
import { limitOf, emptyAnswer, type QueryContext } from './query-context.ts';
import { unmatchedWords } from './unmatched-words.ts';
import { headlineOf, withoutCopies } from './points.ts';
import { type WeightedQuestion, weighQuestion } from '../reading/weigh-question.ts';
import { isEncounter } from '../question/understand.ts';
import { articlesCovering } from '../reading/article-coverage.ts';

const ARTICLES = 20;
/** How many passages are looked at for the articles on a subject: a tenth of a second, measured on 10,000 articles. */
const PASSAGES = 2_000;
// An article is about a subject when it holds so much of the weight of its words, all of its names included.
const ABOUT = 0.75;

/** All reports, or only those of the last or the first day on which there is one. */
export type Extent = 'all' | 'latest' | 'earliest';

interface ListingOptions {
  readonly extent?: Extent;
  /** Whether who wrote them is asked. */
  readonly authors?: boolean;
  /** Whether whose they are is asked. */
  readonly outlets?: boolean;
  /** Whether reports of a meeting are wanted, where the subject is one, and not all that mention it. */
  readonly ofMeeting?: boolean;
}

/** Lists the articles within filters, or those of them that are about a subject, newest first. */
export async function buildListing(context: QueryContext, options: ListingOptions = {}): Promise<Listing | NotFound> {
  const { parsed, library, question } = context;
  const { extent = 'all', ofMeeting = false } = options;
  const unmatched = unmatchedWords(parsed, library.index);
  const found = parsed.terms.length === 0 ? within(context) : await about(context, ofMeeting);
  const sorted = found.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const newestFirst = withoutCopies(ofExtent(sorted, extent));
  const common = { ...emptyAnswer(context), unmatched, confidence: found.length > 0 ? 1 : 0 };
  const sister = ofSister(context.applied);
  if (found.length === 0 && sister !== null) {
    const ofHouse = await buildListing({ ...context, applied: sister }, options);
    if (ofHouse.kind === 'listing') return ofHouse;
  }
  if (found.length === 0) return { ...common, kind: 'not-found', reason: null, unfiltered: await beyond(context) };
  return listArticles(common, newestFirst, { ...options, limit: limitOf(question, ARTICLES) });
}

/** Lists articles in their order, at most `limit` of them. */
export function listArticles(
  common: Omit<Listing, 'kind' | 'articles' | 'total'>,
  articles: readonly Article[],
  { authors = false, outlets = false, limit = articles.length }: ListedWith,
): Listing {
  const headlines = articles
    .slice(0, limit)
    .map((article) => (authors ? Object.assign(headlineOf(article), { author: article.author }) : headlineOf(article)));
  const listing = { ...common, kind: 'listing', confidence: 1, articles: headlines, total: articles.length } as const;
  return outlets ? { ...listing, reporting: outletsOf(articles) } : listing;
}

type ListedWith = Pick<ListingOptions, 'authors' | 'outlets'> & { readonly limit?: number };

const outletsOf = (articles: readonly Article[]): readonly string[] => [
  ...new Set(articles.flatMap(({ outlet }) => outlet ?? [])),
];

// Of those that have a day, the ones of the last or the first.
function ofExtent(newestFirst: readonly Article[], extent: Extent): readonly Article[] {
  if (extent === 'all') return newestFirst;
  const dated = newestFirst.filter(({ date }) => date !== null);
  const day = dated.at(extent === 'latest' ? 0 : -1)?.date;
  return dated.filter(({ date }) => date === day);
}

function within({ library, applied }: QueryContext): readonly Article[] {
  // Whose texts are elsewhere are listed by their days alone.
  const filter = passageFilter(library.textsAreAway === true ? { ...applied, ofEvent: false } : applied);
  if (filter === null) return library.articles;
  return library.articles.filter((article) => filter({ article }));
}

async function about(context: QueryContext, ofMeeting: boolean): Promise<readonly Article[]> {
  const { parsed, library, applied } = context;
  const question = weighQuestion(parsed, library);
  const covering = await articlesCovering(question, library, { filter: passageFilter(applied), limit: PASSAGES });
  const found = covering
    .filter(({ held, share }) => share >= ABOUT && parsed.terms.every(({ name }, t) => name === null || held[t] === 1))
    .map(({ article }) => article);
  const people = parsed.terms.flatMap(({ name }, t) => (name?.kind === 'person' ? [t] : []));
  if (!ofMeeting || people.length < 2 || !isEncounter(parsed.folded)) return found;
  const reports = found.filter((article) => opensWith(question, people, article));
  return reports.length === 0 ? found : reports;
}

// Whether the headline and the first paragraph of a report name some terms: what two had done before stands further on.
function opensWith({ matcher }: WeightedQuestion, terms: readonly number[], { title, text, blocks }: Article): boolean {
  const { start = 0, end = 0 } = blocks.find(({ kind }) => kind === 'paragraph') ?? {};
  const texts = [title, text.slice(start, end)];
  const held = new Set(texts.flatMap((words) => matcher.matches(words).map(({ term }) => term)));
  return terms.every((term) => held.has(term));
}

// The newest that there are on the subject without the filters; of any subject where none was asked for.
async function beyond(context: QueryContext): Promise<NotFound['unfiltered']> {
  const { applied, parsed } = context;
  if (passageFilter(applied) === null) return [];
  const everywhere = {
    ...context,
    applied: { ...applied, filters: { outlet: null, since: null, until: null }, outlets: [] },
  };
  const found = parsed.terms.length === 0 ? within(everywhere) : await about(everywhere, false);
  return withoutCopies(found.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '')))
    .slice(0, 3)
    .map(headlineOf);
}
