import { LRUCache } from 'lru-cache';
import { facetsOf, type Answer, type InterfaceLang, type Question } from '../../core/index.ts';
import type { LangChoice } from '../lang-choices.ts';
import { perCorpus } from '../per-corpus.ts';
import { UNWATCHED } from '../status/monitor.ts';
import { createSessionFilters, type SessionFilters } from '../session-filters.ts';
import { createChatArchive, type ChatArchive } from './archive.ts';
import type { Asker, Who } from './asker.ts';
import type { BotParts } from './bot.ts';
import { listedBefore } from './levels.ts';
import { createPreferences, langOfDevice } from './preferences.ts';
import { createReplyContext, type ReplyContext } from './reply-context.ts';

/** What the chat service remembers of those who ask, and what it asks for them. */
export interface ChatState {
  readonly parts: BotParts;
  /** Asks for somebody: the model of the keeper's own only where it may be asked there. */
  readonly ask: (question: Question, who: Pick<Who, 'names'>) => Promise<Answer>;
  /** The host of the model that sees what is asked there; null where none does. */
  readonly modelHost: (who: Pick<Who, 'names'>) => string | null;
  readonly archive: ChatArchive;
  readonly context: ReplyContext;
  readonly filtersOf: (place: string) => SessionFilters;
  readonly chosen: (user: string) => InterfaceLang | undefined;
  /** The language to speak to somebody in where no question shows one: chosen, last spoken, the device's, the operator's. */
  readonly langOf: (who: Pick<Who, 'user' | 'tags' | 'lang'>) => InterfaceLang;
  readonly choose: (user: string, choice: LangChoice) => void;
  readonly answered: (who: Who, answer: Answer, level: number) => void;
}

/** Who asks, and what is remembered of them. */
export interface At extends Asker {
  readonly state: ChatState;
}

/** Readers whose language is remembered, and conversations whose filters are. */
const REMEMBERED = 5_000;

export function createChatState(parts: BotParts): ChatState {
  const archive = createChatArchive(parts);
  const { isRead, ask } = askers(parts, archive);
  // What is asked only to be gone on from takes none of the time that the question itself may wait for a model.
  const context = createReplyContext({
    ask: async (question) => await archive.ask({ ...question, builtIn: true }),
    last: archive.last,
    remember: archive.remember,
  });
  const preferences = createPreferences();
  const spoken = new LRUCache<string, InterfaceLang>({ max: REMEMBERED });
  const filters = new LRUCache<string, SessionFilters>({ max: REMEMBERED });
  const facets = perCorpus(parts.corpus, ({ articles }) => facetsOf(articles));
  return {
    parts,
    ask,
    modelHost: (who) => (isRead(who) ? (parts.modelHost ?? null) : null),
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
      archive.remember(who.place, answer, { level, before: listedBefore(answer, level) });
    },
  };
}

type AsksFor = ChatState['ask'];

// Asks as it is allowed where somebody asks.
function askers({ readerChats = null, monitor = UNWATCHED }: BotParts, archive: ChatArchive) {
  const isRead = ({ names }: Pick<Who, 'names'>): boolean =>
    readerChats === null || names.some((name) => readerChats.includes(name));
  const ask: AsksFor = async (question, who) => {
    const started = performance.now();
    const answer = await archive.ask(isRead(who) ? question : { ...question, builtIn: true });
    monitor.answered(answer.kind, (performance.now() - started) / 1000);
    return answer;
  };
  return { isRead, ask };
}
