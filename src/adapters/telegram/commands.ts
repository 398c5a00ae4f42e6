import type { AskedKind, InterfaceLang } from '../../core/index.ts';
import { catalogue, type Catalogue } from '../../messages/index.ts';
import { factsOf, type CorpusDescription } from '../describe-corpus.ts';
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

export type Command = (typeof COMMANDS)[number];

/** Commands that ask, and what for. */
export const ASKING: Readonly<Partial<Record<Command, AskedKind>>> = {
  ask: 'answer',
  compare: 'comparison',
  timeline: 'timeline',
  list: 'listing',
};

/** What a command does, in a line of the menu. */
export function meaningOf(command: Command, { chat, commands }: Catalogue): string {
  const ofChats: Readonly<Record<string, string>> = chat.commands;
  return ofChats[command] ?? (commands as Readonly<Record<string, string>>)[command] ?? command;
}

/** The command of that name, in any case; `/start` is what a chat begins with, and asks for help. Null where there is none. */
export function commandNamed(name: string): Command | null {
  const given = name.toLowerCase();
  return given === 'start' ? 'help' : (COMMANDS.find((command) => command === given) ?? null);
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
export async function setMenus(sender: Sender, corpus: CorpusDescription): Promise<void> {
  const facts = factsOf(corpus);
  for (const { code, lang } of MENUS) {
    const words = catalogue(lang);
    const { description, shortDescription } = words.chat;
    const own = code === undefined ? {} : { language_code: code };
    await sender.call('setMyCommands', {
      commands: COMMANDS.map((command) => ({ command, description: meaningOf(command, words) })),
      scope: { type: 'default' },
      ...own,
    });
    await sender.call('setMyDescription', { description: caption(description(facts), DESCRIPTION_LIMIT), ...own });
    const short = caption(shortDescription(facts), SHORT_DESCRIPTION_LIMIT);
    await sender.call('setMyShortDescription', { short_description: short, ...own });
  }
}
