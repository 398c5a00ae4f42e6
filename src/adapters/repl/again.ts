import type { Answer, Ask, Question } from '../../core/index.ts';

/** A question, and what came of it. */
export interface Exchange {
  readonly question: Question;
  readonly answer: Answer;
}

/** The question as it was understood: a follow-up, with what it leans on. */
export const wholeQuestion = ({ question, answer }: Exchange): string => answer.understood ?? question.text;

/** Asks a question once more, whole and with something changed, and not as a follow-up. */
export async function askAgain(ask: Ask, exchange: Exchange, change: Partial<Question>): Promise<Exchange> {
  const { question, answer } = exchange;
  const again: Question = { ...question, conversation: undefined, text: wholeQuestion(exchange), ...change };
  const second = await ask(again);
  if (answer.understood === null || JSON.stringify(second.filters) === JSON.stringify(answer.filters))
    return { question: again, answer: second };
  // What the turns before were narrowed to is in no word of the question: it is handed on.
  const { outlet, author, tag, since, until } = answer.filters;
  const narrowed = {
    ...again,
    outlet: outlet ?? undefined,
    author,
    tag,
    since: since ?? undefined,
    until: until ?? undefined,
  };
  return { question: narrowed, answer: await ask(narrowed) };
}
