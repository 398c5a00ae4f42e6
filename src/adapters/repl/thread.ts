import { randomUUID } from 'node:crypto';
import type { Answer, Ask, Question } from '../../core/index.ts';
import { askAgain, wholeQuestion, type Exchange } from '../again.ts';
import { furtherThan, isFound, joined, USUAL_LIMITS } from '../further.ts';

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
  /** Asks the last question with `narrowing` in place of all that it was narrowed to before; null before the first. */
  readonly anywhere: (narrowing: Omit<Question, 'text'>) => Promise<Reply | null>;
  /** What was not shown yet of the last answer; null where there is nothing more. */
  readonly more: () => Promise<Reply | null>;
}

/** Begins a thread. */
export function createThread(ask: Ask): Thread {
  let last: Exchange | null = null;
  // The core understands the turns of one key from one another.
  let conversation = randomUUID();

  const take = (exchange: Exchange): Reply => {
    const { question, answer } = exchange;
    // Asked for more of the same: what was shown stays shown.
    if (answer.kind === 'answered' && last?.answer.kind === 'answered' && answer.understood === wholeQuestion(last)) {
      const { next, all } = joined(last.answer, answer);
      last = { question, answer: all };
      return whole(next);
    }
    if (isOfCoverage(answer)) last = exchange;
    return whole(answer);
  };
  const turn = async (question: Question): Promise<Reply> => {
    const asked = { ...question, conversation };
    return take({ question: asked, answer: await ask(asked) });
  };

  return {
    shown: () => last?.answer ?? null,
    ask: turn,
    async again(change) {
      return last === null ? null : take(await askAgain(ask, last, { ...change, conversation }));
    },
    async anywhere(narrowing) {
      if (last === null) return null;
      // A new conversation: what the old one was narrowed to would come back with the next follow-up.
      conversation = randomUUID();
      return await turn({ ...narrowing, text: wholeQuestion(last), as: last.question.as, anywhere: true });
    },
    async more() {
      if (last === null || !isFound(last.answer)) return null;
      const { question, answer: shown } = last;
      const limit = Math.max(question.limit ?? USUAL_LIMITS[shown.kind], shown.points.length) * 2;
      const longer = await askAgain(ask, last, { limit });
      const further = furtherThan(shown, longer.answer);
      if (further === null || further.unseen === null) return null;
      last = { question: longer.question, answer: further.all };
      return { answer: further.unseen, listedBefore: further.listedBefore };
    },
  };
}

const whole = (answer: Answer): Reply => ({ answer, listedBefore: 0 });

// After a greeting, a refusal or a question back, what was found before still stands.
const isOfCoverage = (answer: Answer): boolean =>
  answer.kind === 'not-found' ? answer.reason === null : isFound(answer);
