import type {
  Answer,
  Answered,
  Article,
  Ask,
  AskedKind,
  ArticleId,
  Citation,
  Comparison,
  Filters,
  Headline,
  Listing,
  NotFound,
  Point,
  Question,
  Timeline,
} from '../../src/core/index.ts';
import { pageOf } from '../../src/core/index.ts';

/** An article whose text is its paragraphs, for adapters to show. */
export function fakeArticle(id: string, paragraphs: readonly string[], more: Partial<Article> = {}): Article {
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { kind: 'paragraph' as const, start, end: start + paragraph.length };
  });
  return {
    id: id as ArticleId,
    title: `Title of ${id}`,
    outlet: '自由亚洲电台',
    author: null,
    date: '2023-06-14',
    url: `https://example.org/${id}`,
    lang: 'zh-Hans',
    tags: [],
    digest: false,
    text: paragraphs.join('\n\n'),
    blocks,
    path: `/articles/${id}.md`,
    ...more,
  };
}

export const NO_FILTERS: Filters = { outlet: null, since: null, until: null };

/** Takes filters as they are given. */
export const takesAnyFilters = ({ outlet, author, tag, since, until }: Omit<Question, 'text'>): Filters => ({
  outlet: outlet ?? null,
  since: since ?? null,
  until: until ?? null,
  ...(author !== undefined && { author }),
  ...(tag !== undefined && { tag }),
});

/** What the core makes of any answer, over answers that only know limits: pages, and the question as it was understood. */
export function asCore(ask: Ask): Ask {
  const resolving: Ask = async (question) => {
    const answer = await ask(question);
    const { conversation: _, ...alone } = question;
    if (answer.understood === null) return { ...answer, resolved: alone };
    const { outlet, author, tag, since, until } = answer.filters;
    const filters = { outlet: outlet ?? undefined, author, tag, since: since ?? undefined, until: until ?? undefined };
    const as = answer.kind === 'answered' ? 'answer' : (answer.kind as AskedKind);
    return { ...answer, resolved: { ...alone, ...filters, text: answer.understood, as } };
  };
  return async (question) =>
    question.offset === undefined ? await resolving(question) : await pageOf(question, question.offset, resolving);
}

const NOTHING = {
  resolved: { text: 'question' },
  question: 'question',
  understood: null,
  confidence: 0.9,
  points: [],
  citations: [],
  nearest: [],
  unmatched: [],
  filters: { outlet: null, since: null, until: null },
  lang: 'en',
} as const;

/** A quote of the whole first paragraph of an article. */
export function fakePoint(article: Article, citation: number, more: Partial<Point> = {}): Point {
  const { start, end } = article.blocks[0] ?? { start: 0, end: 0 };
  const quote = article.text.slice(start, end);
  return { quote, citation, start, end, speaker: null, reportedBy: null, mode: null, sameAs: null, ...more };
}

const citationsOf = (articles: readonly Article[]): Citation[] =>
  articles.map(({ id, title, outlet, author, date, url, digest }, at) => ({
    number: at + 1,
    articleId: id,
    title,
    outlet,
    author,
    date,
    url,
    digest,
  }));

export const fakeHeadline = ({ id, title, outlet, date }: Article): Headline => ({
  articleId: id,
  title,
  outlet,
  date,
});

/** An answer that quotes the whole first paragraphs of some articles. */
export function fakeAnswer(articles: readonly Article[], more: Partial<Answered> = {}): Answered {
  return {
    ...NOTHING,
    kind: 'answered',
    points: articles.map((article, at) => fakePoint(article, at + 1)),
    citations: citationsOf(articles),
    ...more,
  };
}

/** Articles side by side, each for its outlet. */
export function fakeComparison(articles: readonly Article[], more: Partial<Comparison> = {}): Comparison {
  return {
    ...NOTHING,
    kind: 'comparison',
    outlets: articles.map((article, at) => ({
      outlet: article.outlet ?? article.id,
      points: [fakePoint(article, at + 1)],
      only: [],
      copyOf: null,
    })),
    silent: [],
    differences: [],
    citations: citationsOf(articles),
    ...more,
  };
}

/** What articles tell, in their order, as events of their days. */
export function fakeTimeline(articles: readonly Article[], more: Partial<Timeline> = {}): Timeline {
  return {
    ...NOTHING,
    kind: 'timeline',
    events: articles.map((article, at) => {
      const { quote, citation, start, end, speaker } = fakePoint(article, at + 1);
      const date = article.date ?? '2023-01-01';
      return { quote, citation, start, end, speaker, date, until: null, dateOf: 'event' as const, also: [] };
    }),
    citations: citationsOf(articles),
    ...more,
  };
}

/** A list of articles, which may be but the first of more. */
export const fakeListing = (articles: readonly Article[], total = articles.length): Listing => ({
  ...NOTHING,
  kind: 'listing',
  articles: articles.map(fakeHeadline),
  total,
});

export const fakeNotFound = (more: Partial<NotFound> = {}): NotFound => ({
  ...NOTHING,
  kind: 'not-found',
  reason: null,
  unfiltered: [],
  ...more,
});

/** What is said to whoever asks whether it is true. */
export const fakeDoubt = ({ text }: Pick<Question, 'text'>): Answer => ({
  ...NOTHING,
  question: text,
  kind: 'about',
  reason: { code: 'certain' },
  facts: { articles: 0, outlets: [], since: null, until: null },
});
