import type { Answer } from '../../core/index.ts';
import { reasonOf } from '../../messages/index.ts';

/** An answer as the contract of the command line has it: its reason as a sentence, with the reason's code beside it. */
export function answerJson(answer: Answer): object {
  if (!('reason' in answer) || answer.reason === null) return answer;
  return { ...answer, code: answer.reason.code, reason: reasonOf(answer) };
}
