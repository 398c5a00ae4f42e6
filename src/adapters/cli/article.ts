import type { Article } from '../../core/index.ts';
import { suggestIds } from '../suggest-ids.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from '../terminal/output.ts';

/** Prints one article: its metadata, and the text that offsets refer to. */
export async function runArticle(
  id: string,
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const corpus = await opened(context, options, context.openCorpus);
  const article = corpus.article(id);
  if (article === null) {
    const { catalogue } = await import('../../messages/index.ts');
    const messages = catalogue(options.lang ?? context.lang);
    const near = suggestIds(id, corpus.articles);
    const sentence = messages.unknownArticle(id, near);
    throw new Failure(1, near.length > 0 ? sentence : `${sentence}${messages.whereIdsAre}`);
  }
  await corpus.bring([article]);
  await write(
    context.stdout,
    options.json === true ? jsonLine(asData(article)) : await asText(article, options, context),
  );
  return 0;
}

async function asText(article: Article, { lang }: CommonOptions, context: CliContext): Promise<string> {
  const [{ renderArticle }, { viewOf }] = await Promise.all([
    import('../terminal/render-article.ts'),
    import('../terminal/view.ts'),
  ]);
  return `${renderArticle(article, { view: viewOf(context.stdout, context.env), lang: lang ?? context.lang })}\n`;
}

// The order of the fields is that of the contract; behind them, what the article has to do with others.
const asData = (article: Article) => {
  const { id, title, outlet, author, date, url, lang, tags, digest, path, text, blocks } = article;
  const { kind = 'news', versions = [], supersededBy = null, copies = [], updated = null, section = null } = article;
  const related = { kind, versions, supersededBy, copies, updated, section };
  return { id, title, outlet, author, date, url, lang, tags, digest, path, text, blocks, ...related };
};
