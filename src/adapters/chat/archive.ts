import { LRUCache } from 'lru-cache';
import type { Answer, Article, ArticleId, Ask, InterfaceLang, Question } from '../../core/index.ts';
import { findArticle, type FoundArticle } from '../find-article.ts';
import { numberedArticles } from '../numbered.ts';
import { articleFinder, quoteMark } from './article-keys.ts';
import type { BotParts } from './bot.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { perCorpus } from '../per-corpus.ts';
import { createYield } from './yield.ts';

/** Where a quote stands, as buttons hold it: offsets in UTF-16 units, and a mark by which a changed article is noticed. */
export interface QuotePlace {
  /** The article's key. */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** The last answer of a conversation: its question, how often there was more, and the articles beside the numbers that it shows. */
export interface LastAnswer {
  readonly resolved: Question;
  readonly kind: Answer['kind'];
  readonly level: number;
  /** Later ones have greater numbers, wherever they were given. */
  readonly turn: number;
  readonly numbered: ReadonlyMap<number, ArticleId>;
}

/** The archive as a chat uses it, with the little that is remembered of each conversation. */
export interface ChatArchive {
  /** All of these as they are now. */
  readonly articles: () => readonly Article[];
  readonly corpus: () => Coverage;
  readonly ask: Ask;
  readonly articleBy: (key: string) => Article | null;
  /** Has the text of an article at hand, which is read afterwards. */
  readonly bring: (article: Article) => Promise<void>;
  /** The article that a place is in, with the quote; null where the article is gone, or does not say it any more. */
  readonly quoteAt: (place: QuotePlace) => Promise<{ readonly article: Article; readonly quote: string } | null>;
  /** An article by its key, or as `findArticle` does, by the numbers of the conversation's last answer. */
  readonly find: (given: string, conversation: string, lang: InterfaceLang) => FoundArticle;
  /**
   * Remembers an answer, where it has found out anything about the coverage; `level`: how often there was more already, `before`: how many
   * articles of a listing were shown then.
   */
  readonly remember: (
    conversation: string,
    answer: Answer,
    shown?: { readonly level: number; readonly before: number },
  ) => void;
  readonly last: (conversation: string) => LastAnswer | null;
  readonly forget: (conversation: string) => void;
}

const CONVERSATIONS = 5_000;

export function createChatArchive(parts: Pick<BotParts, 'ask' | 'corpus'>): ChatArchive {
  const articles = (): readonly Article[] => parts.corpus().articles;
  const yieldToOthers = createYield();
  const finder = perCorpus(parts.corpus, ({ articles }) => articleFinder(articles));
  const articleBy = (key: string): Article | null => finder()(key);
  const bring = async (article: Article): Promise<void> => await parts.corpus().bring?.([article]);
  const answers = new LRUCache<string, LastAnswer>({ max: CONVERSATIONS });
  let turns = 0;
  return {
    articles,
    corpus: perCorpus(parts.corpus, coverageOf),
    articleBy,
    async ask(question) {
      await yieldToOthers();
      return await parts.ask(question);
    },
    bring,
    async quoteAt({ article: key, start, end, mark }) {
      const article = articleBy(key);
      if (article !== null) await bring(article);
      const quote = article?.text.slice(start, end) ?? '';
      return article !== null && start < end && quoteMark(quote) === mark ? { article, quote } : null;
    },
    find(given, conversation, lang) {
      const numbered = answers.get(conversation)?.numbered ?? new Map<number, ArticleId>();
      const article = articleBy(given);
      return article === null ? findArticle(given, { articles: articles(), numbered, lang }) : { kind: 'one', article };
    },
    remember(conversation, answer, { level, before } = { level: 0, before: 0 }) {
      // What was said before still stands where nothing new was found out about the coverage.
      if (['rejected', 'greeting', 'about'].includes(answer.kind)) return;
      if (answer.kind === 'not-found' && answer.reason !== null) return;
      const { kind, resolved } = answer;
      turns += 1;
      const last = answers.get(conversation);
      // What there was more of still stands above.
      const above = level > 0 && last?.resolved.text === resolved.text ? last.numbered : [];
      const numbered = new Map([...above, ...numberedArticles(answer, before)]);
      answers.set(conversation, { resolved, kind, level, turn: turns, numbered });
    },
    last: (conversation) => answers.get(conversation) ?? null,
    forget: (conversation) => void answers.delete(conversation),
  };
}
