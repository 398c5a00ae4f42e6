import { renderAnswer as reply } from '../../../src/adapters/chat/render-answer.ts';
import { compose } from '../../../src/adapters/discord/compose.ts';
import { payloadOf } from '../../../src/adapters/discord/message.ts';
import type { Answer } from '../../../src/core/index.ts';

/** The first page of an answer in Discord's Markdown, with the footer below it. */
export function renderAnswer(answer: Answer): string {
  const shown = reply(answer, { level: 0, isNumbered: false, isPrivate: false });
  const [embed] = payloadOf(compose(shown, answer.lang, 'embed')).embeds;
  return [embed?.description, embed?.footer?.text].filter((part) => part !== undefined).join('\n');
}
