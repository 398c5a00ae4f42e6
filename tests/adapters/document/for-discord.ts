import { answerMessage } from '../../../src/adapters/discord/answer-message.ts';
import type { Answer } from '../../../src/core/index.ts';

const NOTHING = { outlet: undefined, author: undefined, tag: undefined, since: undefined, until: undefined };

/** The first page of an answer in Discord's Markdown. */
export const renderAnswer = (answer: Answer): string =>
  answerMessage(answer, {
    asked: { as: undefined, lang: answer.lang, limit: null, ...NOTHING },
    page: 0,
    isPrivate: false,
    days: { since: null, until: null },
  }).text;
