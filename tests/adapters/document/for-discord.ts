import { renderAnswer as reply } from '../../../src/adapters/chat/render-answer.ts';
import { compose } from '../../../src/adapters/discord/compose.ts';
import type { Answer } from '../../../src/core/index.ts';

/** The first page of an answer in Discord's Markdown. */
export const renderAnswer = (answer: Answer): string =>
  compose(reply(answer, { level: 0, showsQuestion: true, isNumbered: false, isPrivate: false }), answer.lang, 'embed')
    .text;
