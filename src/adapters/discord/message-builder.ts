import { otherScript, type Answer, type InterfaceLang, type Question } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import type { ChatArchive } from '../chat/archive.ts';
import { createReplyContext, type ReplyContext } from '../chat/reply-context.ts';
import { answerMessage } from './answer-message.ts';
import type { AnswerPress, ArticlePress, AskedWith, PassagePress } from './button-ids.ts';
import { pagesOf, type Item, type ShownQuote } from './layout.ts';
import { blockQuote, joinMarkdown, markdown, marked } from './markdown.ts';
import type { Message } from './message.ts';
import { piecesOf, sourceList } from './quotation.ts';
import { layoutAnswer } from './render-answer.ts';
import { articleMessage, passageMessage } from './render-article.ts';
import { sentenceMessage, sourcesMessage } from './render-corpus.ts';
import { longName } from './short-names.ts';

/** Whether only one person sees a message, and whose conversation its numbers belong to from now on; null: nobody's. */
interface ShownTo {
  readonly isPrivate: boolean;
  readonly conversation: string | null;
}

/** Makes every message of the bot's, knowing nothing of connections. Null: what an old button stands for is gone. */
export interface MessageBuilder {
  answer(question: Question, shownTo: ShownTo): Promise<Message>;
  /** A page of an answer that was given before, from its question. */
  again(press: AnswerPress, question: string, shownTo: ShownTo): Promise<Message>;
  converted(press: AnswerPress, question: string): Promise<Message>;
  passage(press: PassagePress, lang: InterfaceLang): Message | null;
  articlePage(press: ArticlePress): Message | null;
  /** An article by its id, its key, or a number that the last answer of the first of these conversations that has one shows. */
  article(given: string, conversations: readonly string[], lang: InterfaceLang): Message;
  /** See ReplyContext. */
  readonly conversationFor: ReplyContext['conversationFor'];
  sources(page: number, lang: InterfaceLang): Message;
}

export function createMessageBuilder(archive: ChatArchive): MessageBuilder {
  const { corpus, articleBy } = archive;
  const whole = (short: string | undefined): string | undefined => longName(short, archive.articles());
  const askAgain = async (text: string, { limit, outlet, tag, ...filters }: AskedWith): Promise<Answer> =>
    await archive.ask({ text, ...filters, outlet: whole(outlet), tag: whole(tag), limit: limit ?? undefined });

  return {
    async answer(question, { isPrivate, conversation }) {
      const answer = await archive.ask(question);
      if (conversation !== null) archive.remember(conversation, answer);
      const { as, limit = null, outlet, author, tag, since, until } = question;
      const asked: AskedWith = { as, lang: answer.lang, limit, outlet, author, tag, since, until };
      return answerMessage(answer, { asked, page: 0, isPrivate, days: corpus() });
    },
    async again({ page, asked }, question, { isPrivate, conversation }) {
      const answer = await askAgain(question, asked);
      if (conversation !== null) archive.remember(conversation, answer);
      return answerMessage(answer, { asked, page, isPrivate, days: corpus() });
    },
    async converted({ page, asked }, question) {
      const words = catalogue(asked.lang);
      const layout = layoutAnswer(await askAgain(question, asked), corpus());
      const shown = pagesOf(layout, (citations) => sourceList(citations, words))[page]?.quotes ?? [];
      return await convertedMessage(shown, words);
    },
    passage(press, lang) {
      const quoted = archive.quoteAt(press);
      return quoted === null ? null : passageMessage(quoted.article, press, lang);
    },
    articlePage({ article: key, page, lang }) {
      const article = articleBy(key);
      return article === null ? null : articleMessage(article, page, lang);
    },
    conversationFor: createReplyContext(archive).conversationFor,
    article(given, conversations, lang) {
      const shown = conversations.find((each) => archive.last(each) !== null) ?? '';
      const found = archive.find(given.trim(), shown, lang);
      return 'id' in found ? articleMessage(found, 0, lang) : sentenceMessage(found.join('\n'));
    },
    sources: (page, lang) => sourcesMessage(corpus(), page, lang),
  };
}

// The quotes of a page in the other script.
async function convertedMessage(shown: readonly ShownQuote[], words: Catalogue): Promise<Message> {
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
}
