import type { Article, ArticleId, Block } from '../../src/core/model/article.ts';

/** An article of these paragraphs, and nothing else; one that begins with `# ` is a heading. */
export function articleOf(paragraphs: readonly string[], known: Partial<Article> = {}): Article {
  const blocks: Block[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const [kind, own] = paragraph.startsWith('# ')
      ? (['heading', paragraph.slice(2)] as const)
      : (['paragraph', paragraph] as const);
    if (text !== '') text += '\n\n';
    blocks.push({ kind, start: text.length, end: text.length + own.length });
    text += own;
  }
  return {
    id: 'made-up' as ArticleId,
    title: '',
    outlet: null,
    author: null,
    date: null,
    url: null,
    lang: null,
    tags: [],
    digest: false,
    text,
    blocks,
    path: '',
    ...known,
  };
}
