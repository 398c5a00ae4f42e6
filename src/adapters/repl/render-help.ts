import { catalogue, type InterfaceLang } from '../../core/index.ts';
import { joinText, terminalText, text, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { COMMANDS, USAGE } from './commands.ts';

/** What can be asked and typed, with examples. */
export function renderHelp(lang: InterfaceLang, view: View): TerminalText {
  const words = catalogue(lang);
  const column = Math.max(...COMMANDS.map((command) => USAGE[command].length)) + 2;
  const commands = COMMANDS.flatMap((command) =>
    hang(terminalText(`  ${USAGE[command].padEnd(column)}`), terminalText(words.commands[command]), view.width),
  );
  const examples = words.examples.flatMap((example) => hang(terminalText('  '), terminalText(example), view.width));
  return joinText(
    [
      ...wrap(terminalText(words.greeting.help), view.width),
      terminalText(''),
      text`${view.bold(terminalText(words.examplesHeading))}`,
      ...examples,
      terminalText(''),
      text`${view.bold(terminalText(words.commandsHeading))}`,
      ...commands,
    ],
    '\n',
  );
}
