import { distance } from 'fastest-levenshtein';
import type { Article } from '../../core/index.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { opened } from './open.ts';
import type { CommonOptions } from './options.ts';
import { write } from './output.ts';

/** Prints one article: its metadata, and the text that offsets refer to. */
export async function runArticle(
  id: string,
  options: CommonOptions & { readonly json?: boolean },
  context: CliContext,
): Promise<ExitStatus> {
  const { articles } = await opened(context, options, context.openCorpus);
  const article = articles.find((each) => each.id === id);
  if (article === undefined) {
    const { catalogue } = await import('../../core/index.ts');
    const near = nearestIds(id, articles);
    throw new Failure(1, catalogue(options.lang ?? 'en').unknownArticle(shorten(id), near));
  }
  await write(
    context.stdout,
    options.json === true ? jsonLine(asData(article)) : await asText(article, options, context),
  );
  return 0;
}

async function asText(article: Article, { lang }: CommonOptions, { stdout, env }: CliContext): Promise<string> {
  const [{ renderArticle }, { viewOf }] = await Promise.all([
    import('../terminal/render-article.ts'),
    import('../terminal/view.ts'),
  ]);
  return `${renderArticle(article, { view: viewOf(stdout, env), lang: lang ?? article.lang ?? 'en' })}\n`;
}

// The order of the fields is that of the contract.
const asData = ({ id, title, outlet, author, date, url, lang, tags, digest, path, text, blocks }: Article) => ({
  id,
  title,
  outlet,
  author,
  date,
  url,
  lang,
  tags,
  digest,
  path,
  text,
  blocks,
});

const NEAR = 3;

/** The ids that were most likely meant: those that hold what was given, then those that differ in the fewest characters. */
export function nearestIds(given: string, articles: readonly Article[]): string[] {
  const wanted = shorten(given).toLowerCase();
  const far = (id: string): number => (wanted !== '' && id.includes(wanted) ? -1 : distance(wanted, id));
  return articles
    .map(({ id }) => ({ id, far: far(id.toLowerCase()) }))
    .filter(({ id, far }) => far < Math.max(id.length, wanted.length) / 2)
    .sort((a, b) => a.far - b.far || a.id.localeCompare(b.id))
    .slice(0, NEAR)
    .map(({ id }) => id);
}

// Ids are file names; what is longer than any of them only makes a mess of the message.
const shorten = (given: string): string => (given.length <= 120 ? given : `${given.slice(0, 120)}…`);
