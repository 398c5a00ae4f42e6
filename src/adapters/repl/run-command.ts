import type { Article, ArticleId, AskedKind, Facets, InterfaceLang, Question } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { CorpusDescription } from '../describe-corpus.ts';
import { findArticle } from '../find-article.ts';
import { readLangChoice } from '../lang-choices.ts';
import { numberedArticles, quotesFrom } from '../numbered.ts';
import { renderArticle } from '../terminal/render-article.ts';
import { renderSources } from '../terminal/render-sources.ts';
import { joinText, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import type { Command } from './commands.ts';
import { renderHelp } from './render-help.ts';
import type { SessionFilters } from '../session-filters.ts';
import type { createThread, Reply } from './thread.ts';

/** What the commands of one conversation read and change. */
export interface SessionState {
  /** These three as they are now. */
  readonly articles: () => readonly Article[];
  readonly corpus: () => CorpusDescription;
  /** Has the text of an article at hand, which is read afterwards. */
  readonly bring: (article: Article) => Promise<void>;
  readonly facets: () => Facets;
  readonly filters: SessionFilters;
  readonly thread: ReturnType<typeof createThread>;
  readonly view: () => View;
  readonly lang: () => InterfaceLang;
  readonly modelHost: string | null;
  readonly words: () => Catalogue;
  /** Sets the language of the interface; null: it follows the question. */
  readonly choose: (lang: InterfaceLang | null) => void;
  /** What every question is asked with. */
  readonly defaults: () => Omit<Question, 'text'>;
  readonly say: (sentence: string) => TerminalText;
  readonly show: (reply: Reply) => TerminalText;
  readonly ask: (text: string, as?: AskedKind) => Promise<TerminalText>;
}

/** Does what a command says; null asks to leave. */
export async function runCommand(
  command: Command,
  argument: string,
  state: SessionState,
): Promise<TerminalText | null> {
  const { filters, lang, say, view, words } = state;
  switch (command) {
    case 'more':
      return await more(state);
    case 'article':
      return await article(argument, state);
    case 'compare':
      return await otherwise('comparison', argument, state);
    case 'timeline':
      return await otherwise('timeline', argument, state);
    case 'list':
      return await otherwise('listing', argument, state);
    case 'outlet':
    case 'author':
    case 'tag':
    case 'kind':
    case 'since':
    case 'until':
      return say(filters.change(command, argument, lang()));
    case 'filters':
      return say(filters.describe(lang()));
    case 'anywhere': {
      filters.clear();
      const reply = await state.thread.anywhere(state.defaults());
      return reply === null ? say(words().sessionFilters.none) : state.show(reply);
    }
    case 'new':
      filters.clear();
      state.thread.forget();
      return say(words().startedAnew);
    case 'sources':
      return renderSources(state.corpus(), { view: view(), lang: lang() });
    case 'lang':
      return chooseLang(argument, state);
    case 'help':
      return renderHelp(lang(), view(), state.modelHost);
    case 'quit':
      return null;
  }
}

async function more({ thread, say, show, words }: SessionState): Promise<TerminalText> {
  if (thread.shown() === null) return say(words().nothingYet);
  const reply = await thread.more();
  return reply === null ? say(words().noMore) : show(reply);
}

// The last question as another kind, or one that is about something else.
async function otherwise(as: AskedKind, topic: string, state: SessionState): Promise<TerminalText> {
  if (topic !== '') return await state.ask(topic, as);
  const { limit, lang } = state.defaults();
  const reply = await state.thread.again({ as, limit, lang });
  return reply === null ? state.say(state.words().nothingYet) : state.show(reply);
}

async function article(given: string, state: SessionState): Promise<TerminalText> {
  const { articles, lang, say, thread, view, words } = state;
  const shown = thread.shown();
  const numbered = shown === null ? new Map<number, ArticleId>() : numberedArticles(shown);
  const found = findArticle(given, { articles: articles(), numbered, lang: lang() });
  if (found.kind === 'none') return say(found.sentences.join('\n'));
  if (found.kind === 'several') {
    const titles = found.articles.map(({ id, title }) => `${id} · ${title}`);
    return say([words().severalArticles, ...titles].join('\n'));
  }
  await state.bring(found.article);
  const quotes = shown === null ? [] : quotesFrom(shown, found.article.id);
  // The article may have been changed since it was quoted.
  const marks = quotes.filter(({ start, end, quote }) => found.article.text.slice(start, end) === quote);
  const rendered = renderArticle(found.article, { view: view(), lang: lang(), marks });
  return marks.length === quotes.length ? rendered : joinText([say(words().quoteChanged), rendered], '\n\n');
}

function chooseLang(given: string, { choose, say, words }: SessionState): TerminalText {
  const choice = readLangChoice(given);
  if (choice === null) return say(words().whichLang);
  choose(choice === 'auto' ? null : choice);
  return say(choice === 'auto' ? words().langAuto : words().langChosen);
}
