import type { Article, ArticleId, Ask, AskedKind, CorpusFault, InterfaceLang, Question } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { describeCorpus } from '../describe-corpus.ts';
import { findArticle } from '../find-article.ts';
import { LANG_CHOICES, readLangChoice } from '../lang-choices.ts';
import { numberedArticles, quotesFrom } from '../numbered.ts';
import { renderAnswer } from '../terminal/render-answer.ts';
import { renderArticle } from '../terminal/render-article.ts';
import { renderSources } from '../terminal/render-sources.ts';
import { joinText, terminalLine, terminalText, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import { wrap } from '../terminal/wrap.ts';
import { complete, readTyped, type Command } from './commands.ts';
import { renderHelp } from './render-help.ts';
import { createStanding, holdingsOf } from './standing.ts';
import { createThread, type Reply } from './thread.ts';

/** What a conversation in a terminal needs. */
export interface SessionOptions {
  readonly ask: Ask;
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  /** How long loading took. */
  readonly seconds: number;
  /** The limit that holds for every question, and the filters that do until they are dropped. */
  readonly defaults: Omit<Question, 'text'>;
  /** The interface before the first question. */
  readonly lang: InterfaceLang;
  /** Asked before each rendering, since windows change their size. */
  readonly view: () => View;
  readonly onFault: (error: unknown) => void;
}

/** One person's conversation: what was answered last, which filters were set, and which language was chosen. */
export interface Session {
  /** What to say at the beginning. */
  readonly greeting: () => TerminalText;
  /** The reply to one typed line; null asks to leave. Never rejects. */
  readonly respond: (line: string) => Promise<TerminalText | null>;
  readonly complete: (line: string) => [string[], string];
  /** The hint after a first Ctrl-C. */
  readonly interruptHint: () => TerminalText;
}

/** Starts a conversation. */
export function createSession(options: SessionOptions): Session {
  const { ask, articles, view } = options;
  const corpus = describeCorpus(options);
  const holdings = holdingsOf(articles, corpus);
  const { outlet, author, tag, since, until, limit } = options.defaults;
  const standing = createStanding({ ask, holdings, first: { outlet, author, tag, since, until } });
  let chosen = options.defaults.lang ?? null;
  let followed = options.lang;
  const thread = createThread(ask);

  const lang = (): InterfaceLang => chosen ?? followed;
  const words = () => catalogue(lang());
  const say = (sentence: string): TerminalText => joinText(wrap(terminalText(sentence), view().width), '\n');
  const narrowing = () => ({ ...standing.given(), limit, lang: chosen ?? undefined });

  const show = ({ answer, listedBefore }: Reply): TerminalText => {
    followed = answer.lang;
    return renderAnswer(answer, view(), { days: corpus, canType: true, listedBefore });
  };
  const answer = async (text: string, as?: AskedKind): Promise<TerminalText> =>
    show(await thread.ask({ ...narrowing(), text, as }));

  const more = async (): Promise<TerminalText> => {
    if (thread.shown() === null) return say(words().nothingYet);
    const reply = await thread.more();
    return reply === null ? say(words().noMore) : show(reply);
  };

  // The last question as another kind, or one that is about something else.
  const otherwise = async (as: AskedKind, topic: string): Promise<TerminalText> => {
    if (topic !== '') return await answer(topic, as);
    const reply = await thread.again({ as, limit, lang: chosen ?? undefined });
    return reply === null ? say(words().nothingYet) : show(reply);
  };

  const anywhere = async (): Promise<TerminalText> => {
    standing.clear();
    const reply = await thread.anywhere(narrowing());
    return reply === null ? say(words().standing.none) : show(reply);
  };

  const article = (given: string): TerminalText => {
    const shown = thread.shown();
    const numbered = shown === null ? new Map<number, ArticleId>() : numberedArticles(shown);
    const found = findArticle(given, { articles, numbered, lang: lang() });
    if ('length' in found) return say(found.join('\n'));
    return renderArticle(found, {
      view: view(),
      lang: lang(),
      marks: shown === null ? [] : quotesFrom(shown, found.id),
    });
  };

  const chooseLang = (given: string): TerminalText => {
    const choice = readLangChoice(given);
    if (choice === null) return say(words().whichLang);
    chosen = choice === 'auto' ? null : choice;
    return say(choice === 'auto' ? words().langAuto : words().langChosen);
  };

  const run = async (command: Command, argument: string): Promise<TerminalText | null> => {
    switch (command) {
      case 'more':
        return await more();
      case 'article':
        return article(argument);
      case 'compare':
        return await otherwise('comparison', argument);
      case 'timeline':
        return await otherwise('timeline', argument);
      case 'list':
        return await otherwise('listing', argument);
      case 'outlet':
      case 'author':
      case 'tag':
      case 'since':
      case 'until':
        return say(await standing.change(command, argument, lang()));
      case 'filters':
        return say(await standing.describe(lang()));
      case 'anywhere':
        return await anywhere();
      case 'sources':
        return renderSources(corpus, { view: view(), lang: lang() });
      case 'lang':
        return chooseLang(argument);
      case 'help':
        return renderHelp(lang(), view());
      case 'quit':
        return null;
    }
  };

  return {
    greeting() {
      const { leftOut } = corpus;
      const loaded = { articles: corpus.articles, outlets: holdings.outlets.length, seconds: options.seconds };
      const sentences = [words().loaded({ ...loaded, first: corpus.since, last: corpus.until }), words().invitation];
      if (leftOut.length > 0) sentences.splice(1, 0, words().leftOut(leftOut.length));
      return say(sentences.join('\n'));
    },
    async respond(line) {
      const typed = readTyped(line);
      try {
        if (typed.kind === 'question') return await answer(typed.text);
        if (typed.kind === 'command') return await run(typed.command, typed.argument);
        return say(words().unknownCommand(terminalLine(typed.given), typed.nearest));
      } catch (error) {
        options.onFault(error);
        return say(words().fault);
      }
    },
    complete(line) {
      const shown = thread.shown();
      const numbers = shown === null ? [] : [...numberedArticles(shown).keys()].map(String);
      const { outlets, authors, tags } = holdings;
      return complete(line, {
        article: [...numbers, ...articles.map(({ id }) => id)],
        outlet: outlets,
        author: authors,
        tag: tags,
        lang: LANG_CHOICES,
      });
    },
    interruptHint: () => say(words().interruptAgain),
  };
}
