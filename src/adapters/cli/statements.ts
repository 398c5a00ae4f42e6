import type { Article, Party, Statement } from '../../core/index.ts';
import { rejectionSentence } from '../../messages/index.ts';
import { write } from '../terminal/output.ts';
import { terminalLine, text, type TerminalText } from '../terminal/terminal-text.ts';
import type { CliContext } from './context.ts';
import { Failure, type ExitStatus } from './failure.ts';
import { jsonLine } from './json.ts';
import { noArticleIn, opened } from './open.ts';
import { filtersOf, type CommonOptions } from './options.ts';

type StatementOptions = CommonOptions & { readonly json?: boolean; readonly speaker?: string };

/** Prints who said what: every statement of the corpus, or those on a topic or by a speaker; `--limit` at the most. */
export async function runStatements(
  topic: string,
  options: StatementOptions,
  context: CliContext,
): Promise<ExitStatus> {
  const core = await import('../../core/index.ts');
  const { articles, bring, outlets, dirs, readNames } = await opened(context, options, context.openCorpus);
  if (articles.length === 0) throw new Failure(1, noArticleIn(dirs));
  const given = core.givenFilters(filtersOf(options), core.facetsOf(articles), outlets);
  if ('code' in given) throw new Failure(2, rejectionSentence(given, options.lang ?? context.lang));
  const names = readNames();
  const isWanted = core.statementFilter({ topic, speaker: options.speaker }, names);
  const print = options.json === true ? asJson : await textPrinter(context);
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  const within = articles.filter(core.withinFilters(given));
  for (const [at, article] of within.entries()) {
    if (at % BROUGHT_AT_ONCE === 0) await bring(within.slice(at, at + BROUGHT_AT_ONCE));
    const wanted = core.statementsOf(article, names).filter((one) => !one.negated && isWanted(article, one));
    const lines = wanted.slice(0, left).map((one) => print(article, one));
    if (lines.length > 0) await write(context.stdout, lines.join(''));
    left -= lines.length;
    if (left <= 0) break;
  }
  return 0;
}

const BROUGHT_AT_ONCE = 100;

// The order of the fields is that of the contract.
const asJson = (article: Article, statement: Statement): string => {
  const { start, end, speaker, reportedBy, mode, act, addressee, section, negated, content } = statement;
  return jsonLine({
    articleId: article.id,
    title: article.title,
    outlet: article.outlet,
    date: article.date,
    url: article.url,
    start,
    end,
    quote: article.text.slice(start, end),
    speaker: speaker?.name ?? null,
    mention: mentionIn(article, speaker),
    reportedBy: reportedBy?.name ?? null,
    mode,
    act,
    addressee: addressee?.name ?? null,
    section,
    negated,
    content: article.text.slice(content.start, content.end),
  });
};

const mentionIn = ({ text }: Article, party: Party | null): string | null =>
  party === null || party.mention === null ? null : text.slice(party.mention.start, party.mention.end);

/** A statement as three lines: who, what, and where it stands. */
async function textPrinter(context: CliContext): Promise<(article: Article, statement: Statement) => string> {
  const [{ viewOf }, { hang }] = await Promise.all([import('../terminal/view.ts'), import('../terminal/wrap.ts')]);
  const view = viewOf(context.stdout, context.env);
  return (article, { start, end, speaker, reportedBy, act, negated, addressee }) => {
    const who = terminalLine(speaker?.name ?? '?');
    const whom = addressee === null ? text`` : text` → ${terminalLine(addressee.name)}`;
    const by = reportedBy === null ? text`` : text` (${terminalLine(reportedBy.name)})`;
    const verb = terminalLine(negated ? `not ${act}` : act);
    const source = [article.outlet, article.date, article.id].filter((part) => part !== null).join(' · ');
    const lines: readonly TerminalText[] = [
      text`${view.bold(who)} [${verb}]${whom}${by}`,
      ...hang(text`  `, terminalLine(article.text.slice(start, end)), view.width),
      text`  ${view.faint(terminalLine(source))}`,
    ];
    return `${lines.join('\n')}\n\n`;
  };
}
