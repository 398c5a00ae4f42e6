import type { InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { KIND_OF_COMMAND } from '../chat/run-command.ts';
import type { ShownCommand } from '../chat/render-help.ts';
import type { Coverage } from '../chat/coverage.ts';
import { caption } from '../visible-text.ts';
import type { Sender } from './sender.ts';

/** The commands in the order of the menu. */
export const COMMANDS = [
  'ask',
  'compare',
  'timeline',
  'list',
  'more',
  'outlet',
  'kind',
  'since',
  'anywhere',
  'new',
  'sources',
  'article',
  'lang',
  'privacy',
  'help',
] as const satisfies readonly (keyof Catalogue['commands'] | keyof Catalogue['chat']['commands'])[];

/** Those that the terminal has besides, for whoever types them here too. */
const OTHERS = ['author', 'tag', 'until', 'filters'] as const satisfies readonly (keyof Catalogue['commands'])[];

export type Command = (typeof COMMANDS | typeof OTHERS)[number];

/** Commands that ask, and what for. */
export const ASKING = { ask: 'answer', ...KIND_OF_COMMAND } as const;

/** Whether a command asks. */
export const isAsking = (command: Command): command is keyof typeof ASKING => command in ASKING;

/** The commands for help, in their order. */
export const shownCommands = (words: Catalogue): ShownCommand[] =>
  COMMANDS.map((command) => ({ name: `/${command}`, does: meaningOf(command, words) }));

// In a line of the menu.
const meaningOf = (command: Command, { chat, commands }: Catalogue): string =>
  ({ ...commands, ...chat.commands })[command];

/** The command of that name, in any case; `/start` is what a chat begins with, and asks for help. Null where there is none. */
export function commandNamed(name: string): Command | null {
  const given = name.toLowerCase();
  return given === 'start' ? 'help' : ([...COMMANDS, ...OTHERS].find((command) => command === given) ?? null);
}

/** UTF-16 units; Bot API, setMyDescription and setMyShortDescription. */
const DESCRIPTION_LIMIT = 512;
const SHORT_DESCRIPTION_LIMIT = 120;

/** A language of the menu; Telegram has two letters for it, so both scripts share one. */
const MENUS: readonly { readonly code?: string; readonly lang: InterfaceLang }[] = [
  { lang: 'en' },
  { code: 'en', lang: 'en' },
  { code: 'zh', lang: 'zh-Hant' },
];

/** Sets the menu of commands, and what the bot is for: for everybody, for English, and for Chinese. */
export async function setMenus(sender: Sender, corpus: Coverage): Promise<void> {
  for (const { code, lang } of MENUS) {
    const words = catalogue(lang);
    const { description, shortDescription } = words.chat;
    const facts = corpus.facts(lang);
    const whole = [description(facts), corpus.quotesNote(lang)].join(lang === 'en' ? ' ' : '');
    const own = code === undefined ? {} : { language_code: code };
    await sender.call('setMyCommands', {
      commands: COMMANDS.map((command) => ({ command, description: meaningOf(command, words) })),
      scope: { type: 'default' },
      ...own,
    });
    await sender.call('setMyDescription', { description: caption(whole, DESCRIPTION_LIMIT), ...own });
    const short = caption(shortDescription(facts), SHORT_DESCRIPTION_LIMIT);
    await sender.call('setMyShortDescription', { short_description: short, ...own });
  }
}
