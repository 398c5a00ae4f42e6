import { answerOnArchive } from './answer-on-archive.ts';
import { nothingFor, answerTurn, type Asker, type Answering } from './answer-turn.ts';
import { partsOf, smallTalk } from './question/message.ts';
import { joinParts } from './answers/parts.ts';
import type { Turn } from './dialogue/conversations.ts';

/**
 * Answers a message: a question on the archive itself, small talk, one question, or several, each after the one before it.
 */
export async function answerMessage(text: string, turn: Turn | null, asker: Asker): Promise<Answering> {
  const onArchive = await answerOnArchive(text, turn, asker);
  if (onArchive !== null) return onArchive;
  const talk = smallTalk(text);
  if (talk !== null) return { answer: { ...nothingFor(asker), kind: 'greeting', topic: talk }, remembered: null };
  const parts = asker.question.as === undefined ? partsOf(text) : [];
  if (parts.length < 2) return await answerTurn(text, turn, asker);
  const answerings: Answering[] = [];
  for (const part of parts) {
    const before = answerings.findLast(({ remembered }) => remembered !== null)?.remembered ?? turn;
    answerings.push(await answerTurn(part, before, asker));
  }
  const answer = joinParts(answerings.map((one) => one.answer));
  const remembered = answerings.findLast((one) => one.remembered !== null)?.remembered ?? null;
  return answer === null ? await answerTurn(text, turn, asker) : { answer, remembered };
}
