import type { Answer, Ask, AskedKind, Question } from '../core/index.ts';

/** What a question was taken for. */
export type Understanding = Pick<Answer, 'kind' | 'understood' | 'filters'>;

/** A question, and what came of it. */
export interface Exchange<A extends Understanding = Answer> {
  readonly question: Question;
  readonly answer: A;
}

/** The question as it was understood: a follow-up, with what it leans on. */
export const wholeQuestion = ({ question, answer }: Exchange<Understanding>): string =>
  answer.understood ?? question.text;

/** Asks a question once more, whole and with something changed, and not as a follow-up. */
export async function askAgain(
  ask: Ask,
  exchange: Exchange<Understanding>,
  change: Partial<Question>,
): Promise<Exchange> {
  const { question, answer } = exchange;
  const alone = { ...question, conversation: undefined, text: wholeQuestion(exchange) };
  // The kind of a follow-up may be that of the turn before: its own words do not always say it.
  const as = answer.understood === null ? question.as : (kindOf(answer) ?? question.as);
  const again: Question = { ...alone, as, ...change };
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

/** The kind by which such an answer is asked for; undefined where nothing was found. */
export function kindOf({ kind }: Pick<Answer, 'kind'>): AskedKind | undefined {
  switch (kind) {
    case 'answered':
      return 'answer';
    case 'comparison':
    case 'timeline':
    case 'listing':
      return kind;
    case 'not-found':
    case 'rejected':
    case 'about':
    case 'greeting':
      return undefined;
  }
}
