import type { Answer, Answered, Article, ArticleId, Point } from '../../src/core/index.ts';

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

const NOTHING = {
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

/** An answer that quotes the whole first paragraphs of some articles. */
export function fakeAnswer(articles: readonly Article[], more: Partial<Answered> = {}): Answered {
  return {
    ...NOTHING,
    kind: 'answered',
    points: articles.map((article, at): Point => {
      const { start, end } = article.blocks[0] ?? { start: 0, end: 0 };
      return {
        quote: article.text.slice(start, end),
        citation: at + 1,
        start,
        end,
        speaker: null,
        reportedBy: null,
        mode: null,
        sameAs: null,
      };
    }),
    citations: articles.map(({ id, title, outlet, author, date, url, digest }, at) => ({
      number: at + 1,
      articleId: id,
      title,
      outlet,
      author,
      date,
      url,
      digest,
    })),
    ...more,
  };
}

export const fakeNotFound = (more: Partial<Answer> = {}): Answer =>
  ({ ...NOTHING, kind: 'not-found', reason: null, unfiltered: [], ...more }) as Answer;
