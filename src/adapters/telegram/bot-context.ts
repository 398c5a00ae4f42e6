import type { UserFromGetMe } from 'telegraf/types';
import type { Answer, Article, ArticleId, InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { articleFinder } from '../chat/article-keys.ts';
import type { BotParts } from '../chat/bot.ts';
import { createPreferences, langOfDevice, type Preferences } from '../chat/preferences.ts';
import { createRecent } from '../chat/recent.ts';
import { createYield } from '../chat/yield.ts';
import { describeCorpus, type CorpusDescription } from '../describe-corpus.ts';
import { numberedArticles } from '../numbered.ts';
import { compose } from './compose.ts';
import type { Place } from './incoming.ts';
import type { Reply } from './render-answer.ts';
import { sentence } from './render-help.ts';
import type { OutgoingMessage, Sender } from './sender.ts';

/** What all handlers of updates work with: the archive, the way out, and the little that is remembered of readers. */
export interface BotContext extends Pick<BotParts, 'ask' | 'articles' | 'logger'> {
  readonly me: UserFromGetMe;
  readonly sender: Sender;
  readonly preferences: Preferences;
  readonly articleBy: (key: string) => Article | null;
  /** The language to speak to somebody in where no question shows one: chosen, last spoken, the device's, the operator's. */
  langOf(who: Pick<Place, 'user' | 'tag'>): InterfaceLang;
  readonly corpus: CorpusDescription;
  /** Remembers an answer, for what comes after it. */
  answered(place: Place, answer: Answer): void;
  /** The last answer there that was about the coverage; null where there was none, or not lately. */
  last(place: Place): Remembered | null;
  /** Makes a reply and sends it; a fault becomes one neutral sentence, its details go to the log. Never rejects. */
  reply(place: Place, make: () => Reply | Promise<Reply>): Promise<void>;
}

/** The question that was answered last, with the articles beside the numbers that its answer showed. */
interface Remembered extends Pick<Answer, 'resolved'> {
  readonly numbered: ReadonlyMap<number, ArticleId>;
}

/** Conversations whose last exchange, and readers whose language, are remembered. */
const REMEMBERED = 5_000;

/** Milliseconds after which somebody who waits is shown that the bot is at work, and for how long Telegram shows it (Bot API: 5 s). */
const SLOW = 600;
const TYPING = 4_500;

export function createBotContext(parts: BotParts, me: UserFromGetMe, sender: Sender): BotContext {
  const { ask, articles, logger, lang: usual } = parts;
  const preferences = createPreferences();
  const turn = createYield();
  const spoken = createRecent<number, InterfaceLang>(REMEMBERED);
  const exchanges = createRecent<string, Remembered>(REMEMBERED);
  const langOf: BotContext['langOf'] = ({ user, tag }) =>
    preferences.langOf(String(user)) ?? spoken.get(user) ?? langOfDevice(tag, usual);
  return {
    ask,
    articles,
    logger,
    me,
    sender,
    preferences,
    articleBy: articleFinder(articles),
    langOf,
    corpus: describeCorpus(parts),
    answered(place, answer) {
      spoken.set(place.user, answer.lang);
      const { kind, resolved } = answer;
      // What was said before still stands where nothing new was found out about the coverage.
      if (
        kind === 'rejected' ||
        kind === 'greeting' ||
        kind === 'about' ||
        (kind === 'not-found' && answer.reason !== null)
      )
        return;
      exchanges.set(conversationOf(place), { resolved, numbered: numberedArticles(answer) });
    },
    last: (place) => exchanges.get(conversationOf(place)) ?? null,
    async reply(place, make) {
      const done = showTyping(place, sender);
      let messages: readonly OutgoingMessage[];
      try {
        await turn();
        messages = compose(await make(), place);
      } catch (error) {
        logger.error('An update ended in a fault.', error);
        messages = compose(sentence(catalogue(langOf(place)).fault), place);
      } finally {
        done();
      }
      await sender
        .send(place.chat, messages)
        .catch((fault: unknown) => logger.warn('A reply could not be sent.', fault));
    },
  };
}

/** Names the conversation that somebody has in a chat, or in one topic of a forum. */
export const conversationOf = ({ chat, topic, user }: Pick<Place, 'chat' | 'topic' | 'user'>): string =>
  `telegram:${chat}:${topic ?? ''}:${user}`;

// Shows that the bot is at work from `SLOW` on, until the returned function is called.
function showTyping({ chat, topic }: Place, sender: Sender): () => void {
  const show = (): void => {
    timer = setTimeout(show, TYPING);
    const place = { chat_id: chat, ...(topic !== undefined && { message_thread_id: topic }) };
    // That it is not shown hurts nobody; shown after the answer, it would promise another.
    sender.callOnce('sendChatAction', { ...place, action: 'typing' }).catch(() => undefined);
  };
  let timer = setTimeout(show, SLOW);
  return () => clearTimeout(timer);
}
