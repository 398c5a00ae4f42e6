import { expect, it } from 'vitest';
import { questionFromMessage } from '../../../src/adapters/chat/question-from-message.ts';
import type { InterfaceLang } from '../../../src/core/index.ts';
import { catalogue } from '../../../src/messages/index.ts';

const LANGS: readonly InterfaceLang[] = ['zh-Hant', 'zh-Hans', 'en'];

it.each(LANGS)('the question is read from the first line of a message in %s', (lang) => {
  const words = catalogue(lang);
  for (const line of [words.understood('楊潔篪 said what?'), words.chat.asked('楊潔篪 said what?')])
    expect(questionFromMessage(`${line}\n\nA quote.`)).toBe('楊潔篪 said what?');
});

it.each([
  ['a first line of another kind', 'A quote.\nQuestion: what?'],
  ['an empty question', 'Question:  '],
  ['nothing at all', ''],
])('there is none in %s', (_, message) => expect(questionFromMessage(message)).toBeNull());
