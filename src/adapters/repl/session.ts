import {
  catalogue,
  type Answer,
  type Article,
  type Ask,
  type CorpusFault,
  type InterfaceLang,
  type Question,
} from '../../core/index.ts';
import { describeCorpus } from '../describe-corpus.ts';
import { furtherPoints } from '../further.ts';
import { readLangChoice } from '../lang-choices.ts';
import { nearestIds } from '../near-ids.ts';
import { renderAnswer } from '../terminal/render-answer.ts';
import { renderArticle } from '../terminal/render-article.ts';
import { renderSources } from '../terminal/render-sources.ts';
import { joinText, terminalLine, terminalText, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import { wrap } from '../terminal/wrap.ts';
import { complete, readTyped, type Command } from './commands.ts';
import { renderHelp } from './render-help.ts';

/** What a conversation in a terminal needs. */
export interface SessionOptions {
  readonly ask: Ask;
  readonly articles: readonly Article[];
  readonly faults: readonly CorpusFault[];
  /** How long loading took. */
  readonly seconds: number;
  /** Narrowing and limit that hold for every question. */
  readonly defaults: Omit<Question, 'text'>;
  /** The interface before the first question. */
  readonly lang: InterfaceLang;
  /** Asked before each rendering, since windows change their size. */
  readonly view: () => View;
  readonly onFault: (error: unknown) => void;
}

/** One person's conversation: what was answered last, and which language was chosen. */
export interface Session {
  /** What to say at the beginning. */
  readonly greeting: () => TerminalText;
  /** The reply to one typed line; null asks to leave. Never rejects. */
  readonly respond: (line: string) => Promise<TerminalText | null>;
  readonly complete: (line: string) => [string[], string];
  /** The hint after a first Ctrl-C. */
  readonly interruptHint: () => TerminalText;
}

/** The core's own number of points, for the first `/more`. */
const USUAL_LIMIT = 3;

/** Starts a conversation. */
export function createSession(options: SessionOptions): Session {
  const { ask, articles, view } = options;
  const corpus = describeCorpus(options);
  let chosen = options.defaults.lang ?? null;
  let followed = options.lang;
  let last: { readonly question: Question; readonly answer: Answer } | null = null;

  const lang = (): InterfaceLang => chosen ?? followed;
  const words = () => catalogue(lang());
  const say = (sentence: string): TerminalText => joinText(wrap(terminalText(sentence), view().width), '\n');

  const answer = async (text: string): Promise<TerminalText> => {
    const question = { ...options.defaults, text, lang: chosen ?? undefined };
    const answered = await ask(question);
    followed = answered.lang;
    last = { question, answer: answered };
    return renderAnswer(answered, view());
  };

  const more = async (): Promise<TerminalText> => {
    if (last === null) return say(words().nothingYet);
    if (last.answer.kind !== 'answered') return say(words().noMore);
    const question = { ...last.question, limit: (last.question.limit ?? USUAL_LIMIT) * 2 };
    const longer = await ask(question);
    const further = longer.kind === 'answered' ? furtherPoints(last.answer, longer) : null;
    if (further === null) return say(words().noMore);
    last = { question, answer: longer };
    return renderAnswer(further, view());
  };

  const article = (given: string): TerminalText => {
    if (given === '') return say(words().whichArticle);
    const number = /^\[?(\d+)\]?$/.exec(given)?.[1];
    const id = (number === undefined ? undefined : numbered(last?.answer, Number(number))) ?? given;
    const found = articles.find((each) => each.id === id);
    if (found === undefined) {
      const near = nearestIds(given, articles);
      const sentence = words().unknownArticle(terminalLine(given), near);
      return say(near.length > 0 ? sentence : `${sentence}\n${words().whichArticle}`);
    }
    const citation = last?.answer.citations.find(({ articleId }) => articleId === found.id)?.number;
    const marks = last?.answer.points.filter((point) => point.citation === citation) ?? [];
    return renderArticle(found, { view: view(), lang: lang(), marks });
  };

  const chooseLang = (given: string): TerminalText => {
    const choice = readLangChoice(given);
    if (choice === null) return say(words().whichLang);
    chosen = choice === 'auto' ? null : choice;
    return say(choice === 'auto' ? words().langAuto : words().langChosen);
  };

  const run = async (command: Command, argument: string): Promise<TerminalText | null> => {
    switch (command) {
      case 'help':
        return renderHelp(lang(), view());
      case 'sources':
        return renderSources(corpus, { view: view(), lang: lang() });
      case 'article':
        return article(argument);
      case 'more':
        return await more();
      case 'lang':
        return chooseLang(argument);
      case 'quit':
        return null;
    }
  };

  return {
    greeting() {
      const outlets = corpus.outlets.filter(({ outlet }) => outlet !== null).length;
      const { articles, since, until, leftOut } = corpus;
      const loaded = { articles, outlets, first: since, last: until, seconds: options.seconds };
      const sentences = [words().loaded(loaded), words().invitation];
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
      const numbers = (last?.answer.citations ?? []).map(({ number }) => String(number));
      return complete(line, [...numbers, ...articles.map(({ id }) => id)]);
    },
    interruptHint: () => say(words().interruptAgain),
  };
}

// The numbers that a reader sees: of sources below an answer, of the nearest headlines where there was none.
function numbered(answer: Answer | undefined, number: number): string | undefined {
  if (answer === undefined) return undefined;
  const citation = answer.citations.find((each) => each.number === number);
  return citation?.articleId ?? (answer.kind === 'not-found' ? answer.nearest[number - 1]?.articleId : undefined);
}
