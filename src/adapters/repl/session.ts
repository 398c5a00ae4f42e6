import {
  ArchiveAwayError,
  facetsOf,
  type Article,
  type Ask,
  type CorpusFault,
  type Facets,
  type InterfaceLang,
  type Question,
} from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { CheckFilters } from '../check-filters.ts';
import { describeCorpus } from '../describe-corpus.ts';
import { LANG_CHOICES } from '../lang-choices.ts';
import { perCorpus } from '../per-corpus.ts';
import { numberedArticles } from '../numbered.ts';
import { renderAnswer } from '../terminal/render-answer.ts';
import { joinText, terminalLine, terminalText, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import { wrap } from '../terminal/wrap.ts';
import { complete, readTyped } from './commands.ts';
import { runCommand, type SessionState } from './run-command.ts';
import { createSessionFilters } from '../session-filters.ts';
import { createThread } from './thread.ts';

/** A corpus as a conversation shows it. */
interface SessionCorpus {
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  /** Has the texts of articles at hand before they are read; without it, they are. */
  readonly bring?: (articles: readonly Article[]) => Promise<void>;
}

/** What a conversation in a terminal needs. */
export interface SessionOptions {
  readonly ask: Ask;
  readonly checkFilters: CheckFilters;
  /** The corpus as it is now: with another array of articles whenever one of them has changed. */
  readonly corpus: () => SessionCorpus;
  /** How long loading took. */
  readonly seconds: number;
  /** The limit that holds for every question, and the filters that do until they are removed. */
  readonly defaults: Omit<Question, 'text'>;
  /** The interface before the first question. */
  readonly lang: InterfaceLang;
  /** The host of a model that sees what is asked; none where there is none. */
  readonly modelHost?: string | null;
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
  const state = createState(options);
  return {
    greeting: () => greetingOf(state, options.seconds),
    interruptHint: () => state.say(state.words().interruptAgain),
    complete: (line) => completionOf(line, state),
    async respond(line) {
      const typed = readTyped(line);
      try {
        if (typed.kind === 'question') return await state.ask(typed.text);
        if (typed.kind === 'command') return await runCommand(typed.command, typed.argument, state);
        return state.say(state.words().unknownCommand(terminalLine(typed.given), typed.nearest));
      } catch (error) {
        options.onFault(error);
        return state.say(error instanceof ArchiveAwayError ? state.words().away : state.words().fault);
      }
    },
  };
}

function createState(options: SessionOptions): SessionState {
  const { ask, checkFilters, view } = options;
  const articles = (): readonly Article[] => options.corpus().articles;
  const { outlet, author, tag, kind, since, until, limit } = options.defaults;
  const facets = (): Facets => facetsOf(articles());
  const corpus = perCorpus(options.corpus, describeCorpus);
  const filters = createSessionFilters({ checkFilters, facets, first: { outlet, author, tag, kind, since, until } });
  const thread = createThread(ask);
  let chosen = options.defaults.lang ?? null;
  let followed = options.lang;
  const lang = (): InterfaceLang => chosen ?? followed;
  const state: SessionState = {
    articles,
    bring: async (article) => await options.corpus().bring?.([article]),
    corpus,
    facets,
    filters,
    thread,
    view,
    lang,
    modelHost: options.modelHost ?? null,
    words: () => catalogue(lang()),
    choose: (choice) => void (chosen = choice),
    defaults: () => ({ ...filters.given(), limit, lang: chosen ?? undefined }),
    say: (sentence) => joinText(wrap(terminalText(sentence), view().width), '\n'),
    show({ answer, listedBefore }) {
      followed = answer.lang;
      return renderAnswer(answer, view(), { days: corpus(), canType: true, listedBefore });
    },
    ask: async (text, as) => state.show(await thread.ask({ ...state.defaults(), text, as })),
  };
  return state;
}

function greetingOf({ corpus, facets, words, say }: SessionState, seconds: number): TerminalText {
  const { articles, leftOut, since, until } = corpus();
  const loaded = words().loaded({ articles, outlets: facets().outlets.length, seconds, first: since, last: until });
  const left = leftOut.length > 0 ? [words().leftOut(leftOut.length)] : [];
  return say([loaded, ...left, words().invitation].join('\n'));
}

function completionOf(line: string, { thread, articles, facets }: SessionState): [string[], string] {
  const shown = thread.shown();
  const numbers = shown === null ? [] : [...numberedArticles(shown).keys()].map(String);
  const { outlets, authors, tags, kinds } = facets();
  return complete(line, {
    article: [...numbers, ...articles().map(({ id }) => id)],
    outlet: outlets,
    author: authors,
    tag: tags,
    kind: kinds,
    lang: LANG_CHOICES,
  });
}
