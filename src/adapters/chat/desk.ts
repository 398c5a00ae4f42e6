import { LRUCache } from 'lru-cache';
import {
  facetsOf,
  interfaceLangOf,
  isFound,
  otherScript,
  scriptOf,
  USUAL_LIMITS,
  type Answer,
  type AskedKind,
  type InterfaceLang,
  type Question,
  type Region,
} from '../../core/index.ts';
import { askedText } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import type { CheckFilters } from '../check-filters.ts';
import { answerDocument } from '../document/answer-document.ts';
import { quotationsOf } from '../document/blocks.ts';
import { readLangChoice, type LangChoice } from '../lang-choices.ts';
import { createSessionFilters, type SessionFilters } from '../session-filters.ts';
import { createChatArchive, type ChatArchive } from './archive.ts';
import type { BotParts } from './bot.ts';
import { claimIn, linkedArticle } from './claim.ts';
import { perCorpus } from '../per-corpus.ts';
import { createPreferences, langOfDevice } from './preferences.ts';
import { questionAsked, type Asked, type Press } from './press.ts';
import { listOf, renderAnswer, type AnswerOptions } from './render-answer.ts';
import { renderArticle, renderConverted, renderPassage, type ConvertedQuote } from './render-article.ts';
import { renderLangs, renderSources } from './render-help.ts';
import { createReplyContext, type Replied, type ReplyContext } from './reply-context.ts';
import { notice, sentence, type Reply } from './reply.ts';

/** Whom to answer: a person in a place, such as a channel, and what their device says of their language. */
export interface Who {
  /** Names the conversation that the person has there. */
  readonly place: string;
  readonly user: string;
  /** Language tags (BCP 47), of the device, then of where they are; the first that says something counts. */
  readonly tags: readonly (string | undefined)[];
  /** The language of the device where it is certain: what somebody said before then tells nothing more. */
  readonly lang?: InterfaceLang | null;
  /** Whose Traditional characters they read. */
  readonly region: Region;
}

/** How a platform shows answers. */
export type Showing = Pick<AnswerOptions, 'showsQuestion' | 'isNumbered' | 'isPrivate'>;

/** Something that was asked, and the message that it replies to. */
export interface Turn extends Question {
  readonly replied?: Replied | null;
}

/** Commands that any chat has, and which need nothing of a platform. */
export type DeskCommand =
  | 'sources'
  | 'article'
  | 'lang'
  | 'privacy'
  | 'more'
  | 'outlet'
  | 'author'
  | 'tag'
  | 'since'
  | 'until'
  | 'filters'
  | 'anywhere'
  | 'new';

/** Answers questions, commands and presses, knowing of no platform; what it replies is to be shown by one. */
export interface Desk extends ChatArchive, Pick<ReplyContext, 'sent' | 'questionOf'> {
  /** The language to speak to somebody in where no question shows one: chosen, last spoken, the device's, the operator's. */
  readonly langOf: (who: Pick<Who, 'user' | 'tags' | 'lang'>) => InterfaceLang;
  readonly choose: (user: string, choice: LangChoice) => void;
  /** Judges filters before anything is asked with them. */
  readonly checkFilters: CheckFilters;
  /** Answers what somebody's message says, or shows the article that it links. */
  readonly about: (message: string, asker: Asker) => Promise<Reply>;
  /** Asks as a turn of the person's conversation. A kind without words is about the last question. */
  readonly ask: ChatArchive['ask'];
  readonly answer: (turn: Turn, who: Who, showing: Showing) => Promise<Reply>;
  readonly command: (command: DeskCommand, argument: string, asker: Asker) => Promise<Reply>;
  /** What a press asks for; `shown`: the question that its message shows. Null where it cannot be shown any more. */
  readonly pressed: (press: Press, shown: string | null, asker: Asker) => Promise<Reply | null>;
}

/** Who asks, and how answers are shown to them. */
export interface Asker {
  readonly who: Who;
  readonly showing: Showing;
}

/** Readers whose language is remembered, and conversations whose filters are. */
const REMEMBERED = 5_000;

export function createDesk(parts: BotParts): Desk {
  const inner = createInner(parts);
  const { archive, context } = inner;
  return {
    ...archive,
    sent: context.sent,
    questionOf: context.questionOf,
    langOf: inner.langOf,
    choose: inner.choose,
    checkFilters: (given) => parts.corpus().checkFilters(given),
    async about(message, asker) {
      const article = linkedArticle(message, archive.articles());
      if (article !== null) return renderArticle(article, 0, inner.langOf(asker.who));
      return await answerTurn({ text: claimIn(message), lang: asker.who.lang ?? undefined }, asker, inner);
    },
    answer: async (turn, who, showing) => await answerTurn(turn, { who, showing }, inner),
    command: async (command, argument, asker) => await obey(command, argument, { ...asker, inner }),
    pressed: async (press, shown, asker) => await onPress(press, shown, { ...asker, inner }),
  };
}

function createInner(parts: BotParts): Inner {
  const archive = createChatArchive(parts);
  const context = createReplyContext(archive);
  const preferences = createPreferences();
  const spoken = new LRUCache<string, InterfaceLang>({ max: REMEMBERED });
  const filters = new LRUCache<string, SessionFilters>({ max: REMEMBERED });
  const facets = perCorpus(parts.corpus, ({ articles }) => facetsOf(articles));
  return {
    parts,
    archive,
    context,
    filtersOf(place) {
      const known = filters.get(place);
      if (known !== undefined) return known;
      const made = createSessionFilters({
        checkFilters: (given) => parts.corpus().checkFilters(given),
        facets,
        first: {},
      });
      filters.set(place, made);
      return made;
    },
    chosen: (user) => preferences.langOf(user),
    langOf: ({ user, tags, lang = null }) =>
      preferences.langOf(user) ??
      lang ??
      spoken.get(user) ??
      langOfDevice(
        tags.find((tag) => tag !== undefined),
        parts.lang,
      ),
    choose: (user, choice) => preferences.choose(user, choice),
    answered(who, answer, level) {
      spoken.set(who.user, answer.lang);
      archive.remember(who.place, answer, level);
    },
  };
}

interface Inner {
  readonly parts: BotParts;
  readonly archive: ChatArchive;
  readonly context: ReplyContext;
  readonly filtersOf: (place: string) => SessionFilters;
  readonly chosen: (user: string) => InterfaceLang | undefined;
  readonly langOf: Desk['langOf'];
  readonly choose: Desk['choose'];
  readonly answered: (who: Who, answer: Answer, level: number) => void;
}

interface At extends Asker {
  readonly inner: Inner;
}

async function answerTurn({ replied = null, ...turn }: Turn, { who, showing }: Asker, inner: Inner): Promise<Reply> {
  const { archive, context, parts } = inner;
  parts.logger.debug(`Asked in ${who.place}`, askedText(turn.text));
  const conversation = await context.conversationFor(who.place, replied);
  const isAboutLast = turn.text === '' && turn.as !== undefined && turn.as !== 'answer';
  const last = isAboutLast ? archive.last(who.place) : null;
  const given = { ...inner.filtersOf(who.place).given(), ...defined(turn), as: turn.as };
  const lang = turn.lang ?? inner.chosen(who.user) ?? interfaceLangOf(turn.text, inner.langOf(who));
  const question = last === null ? { ...given, lang } : { ...last.resolved, as: turn.as, lang };
  const answer = await archive.ask({ ...question, conversation });
  inner.answered(who, answer, 0);
  // That it is the last question again, its own words do not say.
  const shown = last === null ? answer : { ...answer, understood: last.resolved.text };
  return renderAnswer(shown, { ...showing, level: 0, days: archive.corpus() });
}

const defined = (turn: Question): Question =>
  Object.fromEntries(Object.entries(turn).filter(([, value]) => value !== undefined)) as unknown as Question;

async function obey(command: DeskCommand, argument: string, at: At): Promise<Reply> {
  const { who, inner } = at;
  const { archive, context, parts } = inner;
  const lang = inner.langOf(who);
  const words = catalogue(lang);
  const filters = inner.filtersOf(who.place);
  switch (command) {
    case 'sources':
      return renderSources(archive.corpus(), 0, lang);
    case 'article':
      return showArticle(argument, at);
    case 'lang':
      return argument === '' ? renderLangs(lang) : chooseLang(readLangChoice(argument), at);
    case 'privacy':
      return sentence(words.chat.privacy(parts.modelHost ?? null));
    case 'outlet':
    case 'author':
    case 'tag':
    case 'since':
    case 'until':
      return sentence(filters.change(command, argument, lang));
    case 'filters':
      return sentence(filters.describe(lang));
    case 'more': {
      const last = archive.last(who.place);
      if (last === null) return sentence(words.nothingYet);
      return await more(last.resolved, kindOf(last.kind), { ...at, level: last.level + 1 });
    }
    case 'anywhere': {
      const last = archive.last(who.place);
      filters.clear();
      return last === null ? sentence(words.sessionFilters.none) : await anywhere(last.resolved, at);
    }
    case 'new':
      filters.clear();
      context.beginAnew(who.place);
      archive.forget(who.place);
      return sentence(words.startedAnew);
  }
}

const kindOf = (kind: Answer['kind']): AskedKind | undefined =>
  kind === 'comparison' || kind === 'timeline' || kind === 'listing' ? kind : 'answer';

function showArticle(given: string, { who, inner }: At): Reply {
  const lang = inner.langOf(who);
  const found = inner.archive.find(given, who.place, lang);
  if (found.kind === 'one') return renderArticle(found.article, 0, lang);
  if (found.kind === 'none') return sentence(...found.sentences);
  const words = catalogue(lang);
  return listOf(found.articles, words.severalArticles, lang);
}

function chooseLang(choice: LangChoice | null, { who, inner }: At): Reply {
  if (choice === null) return sentence(catalogue(inner.langOf(who)).whichLang);
  inner.choose(who.user, choice);
  const words = catalogue(inner.langOf(who));
  const follows = who.lang == null ? words.langAuto : words.slash.followsDevice;
  return sentence(choice === 'auto' ? follows : words.langChosen, words.chat.untilRestart);
}

async function onPress(press: Press, shown: string | null, at: At): Promise<Reply | null> {
  const { who, inner } = at;
  const { archive } = inner;
  const lang = inner.langOf(who);
  switch (press.kind) {
    case 'page':
    case 'share':
    case 'convert':
    case 'more':
    case 'anywhere':
      return await again(press, shown, at);
    case 'passage':
    case 'script': {
      const found = archive.quoteAt(press.place);
      if (found === null) return null;
      const { article, quote } = found;
      if (press.kind === 'passage') return renderPassage(article, press.place, lang);
      return renderConverted([{ source: article, converted: await otherScript(quote, who.region) }], lang);
    }
    case 'article': {
      const article = archive.articleBy(press.article);
      return article === null ? null : renderArticle(article, press.page, lang);
    }
    case 'sources':
      return renderSources(archive.corpus(), press.page, lang);
    case 'example': {
      const text = catalogue(press.lang).examples[press.number];
      return text === undefined
        ? null
        : await answerTurn({ text }, { ...at, showing: { ...at.showing, showsQuestion: true } }, inner);
    }
    case 'lang':
      return chooseLang(press.choice, at);
  }
}

type AskedPress = Extract<Press, { readonly asked: Asked }>;

// What is made from the question of the message again.
async function again(press: AskedPress, shown: string | null, at: At): Promise<Reply | null> {
  const { who, showing, inner } = at;
  const { asked } = press;
  const question = shown === null ? null : questionAsked(shown, asked, inner.archive.articles());
  if (question === null) return null;
  if (!('page' in press))
    return press.kind === 'more'
      ? await more(question, asked.of, { ...at, level: asked.level })
      : await anywhere(question, at);
  const answer = await inner.archive.ask({ ...question, ...offsetAt(asked.level, asked.of) });
  if (press.kind === 'convert') {
    const converted = renderConverted(await convertedQuotes(answer, who.region), asked.lang);
    const pages = { at: press.page, isLong: true, press: (page: number): Press => ({ ...press, page }) };
    return converted.isNotice === true ? converted : { ...converted, pages };
  }
  inner.answered(who, answer, asked.level);
  return renderAnswer(answer, {
    ...showing,
    level: asked.level,
    page: press.page,
    days: inner.archive.corpus(),
    listedBefore: listedBefore(answer, asked.level),
  });
}

// Twice as much each time: what was not shown yet.
function offsetAt(level: number, of: AskedKind | undefined): { readonly offset?: number; readonly limit?: number } {
  if (level === 0) return {};
  const offset = LIMITS[of ?? 'answer'] * 2 ** (level - 1);
  return { offset, limit: offset };
}

const LIMITS: Readonly<Record<AskedKind, number>> = { ...USUAL_LIMITS, answer: USUAL_LIMITS.answered };

const listedBefore = (answer: Answer, level: number): number =>
  answer.kind === 'listing' ? (offsetAt(level, 'listing').offset ?? 0) : 0;

async function more(
  question: Question,
  of: AskedKind | undefined,
  at: At & { readonly level: number },
): Promise<Reply> {
  const { who, showing, inner, level } = at;
  const { conversation: _, ...alone } = question;
  const answer = await inner.archive.ask({ ...alone, ...offsetAt(level, of) });
  if (!isFound(answer)) return notice(catalogue(answer.lang).noMore);
  inner.answered(who, answer, level);
  const options = { ...showing, level, days: inner.archive.corpus(), listedBefore: listedBefore(answer, level) };
  return renderAnswer({ ...answer, question: question.text }, options);
}

// A new conversation: the filters of the old one would come back with the next follow-up.
async function anywhere({ text, as, lang }: Question, { who, showing, inner }: At): Promise<Reply> {
  inner.context.beginAnew(who.place);
  const conversation = await inner.context.conversationFor(who.place, null);
  const answer = await inner.archive.ask({ text, as, lang, anywhere: true, conversation });
  inner.answered(who, answer, 0);
  return renderAnswer(answer, { ...showing, showsQuestion: true, level: 0, days: inner.archive.corpus() });
}

// The quotes of an answer that are not in the script that most readers of it want: the other one than that of the first.
async function convertedQuotes(answer: Answer, region: Region): Promise<ConvertedQuote[]> {
  const quotations = quotationsOf(answerDocument(answer));
  const from = quotations.map(({ slice }) => scriptOf(slice)).find((script) => script !== null);
  const converted: ConvertedQuote[] = [];
  for (const { source, slice } of quotations) {
    if (source === null || scriptOf(slice) !== from) continue;
    converted.push({ source, converted: await otherScript(slice, region) });
  }
  return converted;
}
