import { randomUUID } from 'node:crypto';
import { continued, isFound, USUAL_LIMITS, type Answer, type Ask, type Question } from '../../core/index.ts';

/** What is to be shown of an answer. */
export interface Reply {
  readonly answer: Answer;
  /** How many articles of a list were shown before these. */
  readonly listedBefore: number;
}

/** The thread of one conversation: what was asked last, and all that was shown of its answer. */
interface Thread {
  /** The answer whose numbers the reader has before them; null before the first. */
  readonly shown: () => Answer | null;
  readonly ask: (question: Question) => Promise<Reply>;
  /** Asks the last question with something changed; null before the first. */
  readonly again: (change: Partial<Question>) => Promise<Reply | null>;
  /** Asks the last question with `filters` in place of all that it was filtered by before; null before the first. */
  readonly anywhere: (filters: Omit<Question, 'text'>) => Promise<Reply | null>;
  /** Goes on as if nothing had been asked. */
  readonly forget: () => void;
  /** What was not shown yet of the last answer; null where there is nothing more. */
  readonly more: () => Promise<Reply | null>;
}

/** The last answer on the coverage, with all that was shown of it. */
interface Shown {
  readonly answer: Answer;
  /** How many points, events or articles were asked for, pages included; undefined: the usual number. */
  readonly limit: number | undefined;
}

/** Begins a thread. */
export function createThread(ask: Ask): Thread {
  let last: Shown | null = null;
  // The core understands the turns of one key from one another.
  let conversation = randomUUID();

  const turn = async (question: Question): Promise<Reply> => {
    const answer = await ask({ ...question, conversation });
    const { limit } = question;
    // Asked for more of the same: what was shown stays shown.
    const isMore = answer.kind === 'answered' && answer.understood === last?.answer.resolved.text;
    const joined = isMore && last?.answer.kind === 'answered' ? continued(last.answer, answer) : null;
    if (joined !== null) last = { answer: joined.all, limit };
    else if (isOfCoverage(answer)) last = { answer, limit };
    return { answer: joined?.next ?? answer, listedBefore: 0 };
  };

  return {
    shown: () => last?.answer ?? null,
    ask: turn,
    async again(change) {
      return last === null ? null : await turn({ ...last.answer.resolved, ...change });
    },
    async anywhere(filters) {
      if (last === null) return null;
      const { text, as } = last.answer.resolved;
      // A new conversation: the filters of the old one would come back with the next follow-up.
      conversation = randomUUID();
      return await turn({ ...filters, text, as, anywhere: true });
    },
    forget() {
      last = null;
      conversation = randomUUID();
    },
    async more() {
      if (last === null || !isFound(last.answer)) return null;
      const { answer } = last;
      const limit = Math.max(last.limit ?? USUAL_LIMITS[answer.kind], answer.points.length);
      const page = await ask({ ...answer.resolved, offset: limit, limit });
      const joined = isFound(page) ? continued(answer, page) : null;
      if (joined === null) return null;
      last = { answer: joined.all, limit: 2 * limit };
      return { answer: joined.next, listedBefore: answer.kind === 'listing' ? answer.articles.length : 0 };
    },
  };
}

// After a greeting, a refusal or a question back, what was found before still stands.
const isOfCoverage = (answer: Answer): boolean =>
  answer.kind === 'not-found' ? answer.reason === null : isFound(answer);
