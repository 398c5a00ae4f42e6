import { catalogue } from '../../messages/index.ts';
import { INTERFACE_LANGS } from '../lang-choices.ts';

/** Stands for the question while its place in a sentence is looked for; no message holds it. */
const PLACE = '\u0000';

// What comes before the question in the lines that show one, whatever the language.
const BEFORE = INTERFACE_LANGS.flatMap((lang) => {
  const words = catalogue(lang);
  return [words.understood(PLACE), words.chat.asked(PLACE)].flatMap((line) => line.split(PLACE)[0] ?? []);
});

/**
 * The question that one of our messages answers, read from the message itself, so that its buttons work after a restart: the first line
 * where it shows the question (`understood` or `chat.asked`, the only lines of their shape that ever come first); else null.
 */
export function questionFromMessage(message: string): string | null {
  const [first = ''] = message.split('\n', 1);
  const before = BEFORE.find((each) => first.startsWith(each));
  const question = before === undefined ? '' : first.slice(before.length).trim();
  return question === '' ? null : question;
}
