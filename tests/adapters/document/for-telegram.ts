import { compose } from '../../../src/adapters/telegram/compose.ts';
import { renderAnswer as reply } from '../../../src/adapters/telegram/render-answer.ts';
import type { Answer } from '../../../src/core/index.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';

const PLACE = { chat: 1, chatName: null, topic: undefined, message: 2, user: 1, tag: 'en' };

/** The text of an answer that a reader of Telegram sees. */
export const renderAnswer = (answer: Answer): string =>
  compose(reply(answer, { asked: null, level: 0 }), PLACE)
    .map(({ text }) => parseTelegramHtml(text).text)
    .join('\n');
