import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { joinText, terminalText, type TerminalText } from '../terminal/terminal-text.ts';
import type { View } from '../terminal/view.ts';
import { displayWidth } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { COMMANDS_BY_KIND, usageOf, type Command } from './commands.ts';

const KINDS = ['reading', 'filtering', 'other'] as const;

/** What can be asked and typed, with examples. `modelHost`: where a model sees what is asked; null where none does. */
export function renderHelp(lang: InterfaceLang, view: View, modelHost: string | null): TerminalText {
  const words = catalogue(lang);
  const usages = new Map<Command, string>(
    Object.values(COMMANDS_BY_KIND)
      .flat()
      .map((command) => [command, usageOf(command, words.placeholders)]),
  );
  // A usage as long as that of /lang would push all others aside.
  const column = Math.max(...[...usages.values()].map(displayWidth).filter((width) => width <= WIDEST_USAGE)) + 2;
  const described = (command: Command): TerminalText[] => {
    const usage = usages.get(command) ?? '';
    const gap = column - displayWidth(usage);
    const does = terminalText(words.commands[command]);
    if (gap >= 2) return hang(terminalText(`  ${usage}${' '.repeat(gap)}`), does, view.width);
    return [terminalText(`  ${usage}`), ...hang(terminalText(' '.repeat(column + 2)), does, view.width)];
  };
  const below = (title: string, section: readonly TerminalText[]): TerminalText[] => [
    view.bold(terminalText(title)),
    ...section,
  ];
  const asTyped = (examples: readonly string[]): TerminalText[] =>
    examples.flatMap((example) => hang(terminalText('  '), terminalText(example), view.width));
  const sections = [
    wrap(terminalText(words.greeting.help), view.width),
    below(words.examplesHeading, asTyped([...words.examples, ...words.commandExamples])),
    ...(modelHost === null ? [] : [wrap(terminalText(words.chat.seenBy(modelHost)), view.width)]),
    ...KINDS.map((kind) => below(words.commandGroups[kind], COMMANDS_BY_KIND[kind].flatMap(described))),
  ];
  return joinText(
    sections.map((section) => joinText(section, '\n')),
    '\n\n',
  );
}

// Columns.
const WIDEST_USAGE = 20;
