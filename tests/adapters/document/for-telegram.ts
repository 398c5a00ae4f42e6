import { compose } from '../../../src/adapters/telegram/compose.ts';
import { renderAnswer as reply } from '../../../src/adapters/chat/render-answer.ts';
import type { Answer } from '../../../src/core/index.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';

const PLACE = { chat: 1, chatName: null, topic: undefined, message: 2, user: 1, userName: null, tag: 'en' };

/** The text of an answer that a reader of Telegram sees. */
export const renderAnswer = (answer: Answer): string =>
  compose(reply(answer, { level: 0, isNumbered: true, isPrivate: false }), PLACE, 'en')
    .map(({ text }) => parseTelegramHtml(text).text)
    .join('\n');
