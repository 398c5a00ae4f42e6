import {
  otherScript,
  type Answer,
  type ArticleId,
  type Ask,
  type InterfaceLang,
  type Question,
} from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { articleFinder, quoteMark } from '../chat/article-keys.ts';
import type { BotParts } from '../chat/bot.ts';
import { createRecent } from '../chat/recent.ts';
import { createYield } from '../chat/yield.ts';
import { describeCorpus } from '../describe-corpus.ts';
import { findArticle } from '../find-article.ts';
import { numberedArticles } from '../numbered.ts';
import { answerMessage } from './answer-message.ts';
import type { AnswerPress, ArticlePress, AskedWith, PassagePress } from './button-ids.ts';
import { pagesOf, type Item } from './layout.ts';
import { blockQuote, joinMarkdown, markdown, marked } from './markdown.ts';
import type { Message } from './message.ts';
import { piecesOf, sourceList } from './quotation.ts';
import { layoutAnswer } from './render-answer.ts';
import { articleMessage, passageMessage } from './render-article.ts';
import { sentenceMessage, sourcesMessage } from './render-corpus.ts';
import { longNames } from './short-names.ts';

/** Whether only one person sees a message, and whose conversation its numbers belong to from now on; null: nobody's. */
interface ShownTo {
  readonly isPrivate: boolean;
  readonly conversation: string | null;
}

/** Makes every message of the bot's, knowing nothing of connections. Null: what an old button stands for is gone. */
export interface MessageBuilder {
  answer(question: Question, isPrivate: boolean): Promise<Message>;
  /** A page of an answer that was given before, from its question. */
  again(press: AnswerPress, question: string, shownTo: ShownTo): Promise<Message>;
  converted(press: AnswerPress, question: string): Promise<Message>;
  passage(press: PassagePress, lang: InterfaceLang): Message | null;
  articlePage(press: ArticlePress): Message | null;
  /** An article by its id, its key, or a number that the last answer of a conversation shows. */
  article(given: string, conversation: string, lang: InterfaceLang): Message;
  sources(page: number, lang: InterfaceLang): Message;
}

/** Conversations of whose last answers the numbers are remembered. */
const CONVERSATIONS = 1_000;

export function createMessageBuilder({
  articles,
  faults,
  ...parts
}: Pick<BotParts, 'ask' | 'articles' | 'faults'>): MessageBuilder {
  const turn = createYield();
  const ask: Ask = async (question) => {
    await turn();
    return await parts.ask(question);
  };
  const corpus = describeCorpus({ articles, faults });
  const byKey = articleFinder(articles);
  // The numbers that people see before them.
  const shown = createRecent<string, ReadonlyMap<number, ArticleId>>(CONVERSATIONS);
  const remember = (conversation: string, answer: Answer): void => {
    const numbered = numberedArticles(answer);
    if (numbered.size > 0) shown.set(conversation, numbered);
  };
  const whole = longNames(articles);
  const askAgain = async (text: string, { limit, outlet, tag, ...narrowing }: AskedWith): Promise<Answer> => {
    return await ask({ text, ...narrowing, outlet: whole(outlet), tag: whole(tag), limit: limit ?? undefined });
  };

  return {
    async answer(question, isPrivate) {
      const answer = await ask(question);
      if (question.conversation !== undefined) remember(question.conversation, answer);
      const { as, limit = null, outlet, author, tag, since, until } = question;
      const asked: AskedWith = { as, lang: answer.lang, limit, outlet, author, tag, since, until };
      return answerMessage(answer, { asked, page: 0, isPrivate, days: corpus });
    },
    async again({ page, asked }, question, { isPrivate, conversation }) {
      const answer = await askAgain(question, asked);
      if (conversation !== null) remember(conversation, answer);
      return answerMessage(answer, { asked, page, isPrivate, days: corpus });
    },
    async converted({ page, asked }, question) {
      const words = catalogue(asked.lang);
      const layout = layoutAnswer(await askAgain(question, asked), corpus);
      const shown = pagesOf(layout, (citations) => sourceList(citations, words))[page]?.quotes ?? [];
      const items: Item[] = [];
      let script: 'zh-Hant' | 'zh-Hans' | null = null;
      for (const { ordinal, quote } of shown) {
        const converted = await otherScript(quote);
        if (converted === null) continue;
        if (converted.script !== script) items.push({ text: markdown(words.chat.converted[converted.script]) });
        script = converted.script;
        for (const piece of piecesOf(`${ordinal} ${converted.text}`)) items.push({ text: blockQuote(markdown(piece)) });
      }
      if (items.length === 0) return sentenceMessage(words.chat.sameInBothScripts);
      const [first, ...more] = pagesOf({ heading: marked``, items, citations: [] }, () => marked``);
      // What a message has no room for is in the article, in one script; that there is more must be seen.
      return { text: joinMarkdown([first?.text ?? marked``, more.length === 0 ? marked`` : marked`…`], '\n\n') };
    },
    passage({ article: key, start, end, mark }, lang) {
      const article = byKey(key);
      if (article === null || quoteMark(article.text.slice(start, end)) !== mark) return null;
      return passageMessage(article, { start, end }, lang);
    },
    articlePage({ article: key, page, lang }) {
      const article = byKey(key);
      return article === null ? null : articleMessage(article, page, lang);
    },
    article(given, conversation, lang) {
      const numbered = shown.get(conversation) ?? new Map<number, ArticleId>();
      const found = byKey(given.trim()) ?? findArticle(given.trim(), { articles, numbered, lang });
      return 'id' in found ? articleMessage(found, 0, lang) : sentenceMessage(found.join('\n'));
    },
    sources: (page, lang) => sourcesMessage(corpus, page, lang),
  };
}
