import type { UserFromGetMe } from 'telegraf/types';
import { catalogue, type Answer, type Article, type ArticleId, type InterfaceLang } from '../../core/index.ts';
import { articleFinder } from '../chat/article-keys.ts';
import type { BotParts } from '../chat/bot.ts';
import { createPreferences, langOfTag, type Preferences } from '../chat/preferences.ts';
import { createRecent } from '../chat/recent.ts';
import { compose } from './compose.ts';
import type { Place } from './incoming.ts';
import type { Reply } from './render-answer.ts';
import { sentence } from './render-talk.ts';
import type { Sender } from './sender.ts';

/** What all handlers of updates work with: the archive, the way out, and the little that is remembered of readers. */
export interface Desk extends Pick<BotParts, 'ask' | 'articles' | 'faults' | 'logger'> {
  readonly me: UserFromGetMe;
  readonly sender: Sender;
  readonly preferences: Preferences;
  readonly articleBy: (key: string) => Article | null;
  /** The language to speak to somebody in where no question shows one: chosen, last spoken, the device's, the operator's. */
  langOf(who: Pick<Place, 'user' | 'tag'>): InterfaceLang;
  /** Remembers what was answered, for `/article N` and the language. */
  answered(place: Place, answer: Answer): void;
  /** The article that the last answer there gave a number. */
  numbered(place: Place, number: number): ArticleId | null;
  /** Makes a reply and sends it; a fault becomes one neutral sentence, its details go to the log. Never rejects. */
  reply(place: Place, make: () => Reply | Promise<Reply>): Promise<void>;
}

/** Conversations whose last sources, and readers whose language, are remembered. */
const REMEMBERED = 5_000;

/** Milliseconds after which somebody who waits is shown that the bot is at work, and for how long Telegram shows it (Bot API: 5 s). */
const SLOW = 600;
const TYPING = 4_500;

export function createDesk(parts: BotParts, me: UserFromGetMe, sender: Sender): Desk {
  const { ask, articles, faults, logger, lang: usual } = parts;
  const preferences = createPreferences();
  const spoken = createRecent<number, InterfaceLang>(REMEMBERED);
  const sources = createRecent<string, readonly ArticleId[]>(REMEMBERED);
  const langOf: Desk['langOf'] = ({ user, tag }) =>
    preferences.langOf(String(user)) ?? spoken.get(user) ?? langOfTag(tag) ?? usual;
  return {
    ask,
    articles,
    faults,
    logger,
    me,
    sender,
    preferences,
    articleBy: articleFinder(articles),
    langOf,
    answered(place, answer) {
      spoken.set(place.user, answer.lang);
      const shown = answer.kind === 'not-found' ? answer.nearest : answer.citations;
      sources.set(
        conversationOf(place),
        shown.map(({ articleId }) => articleId),
      );
    },
    numbered: (place, number) => sources.get(conversationOf(place))?.[number - 1] ?? null,
    async reply(place, make) {
      const done = showTyping(place, sender);
      let reply: Reply;
      try {
        reply = await make();
      } catch (error) {
        logger.error('An update ended in a fault.', error);
        reply = sentence(catalogue(langOf(place)).fault);
      } finally {
        done();
      }
      await sender
        .send(place.chat, compose(reply, place))
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
    // That it is not shown hurts nobody.
    sender.call('sendChatAction', { ...place, action: 'typing' }).catch(() => undefined);
  };
  let timer = setTimeout(show, SLOW);
  return () => clearTimeout(timer);
}
