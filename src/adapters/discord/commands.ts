import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { InterfaceLang, KindFilter } from '../../core/index.ts';
import { catalogue, type Catalogue, type SlashOption } from '../../messages/index.ts';
import { KINDS } from '../kinds.ts';
import { LANG_CHOICES, LANG_NAMES, type LangChoice } from '../lang-choices.ts';
import type { ShownCommand } from '../chat/render-help.ts';
import { clip } from './markdown.ts';

export type CommandName = keyof Catalogue['chat']['commands'];

/** What is said where no language of ours is the reader's. */
const DEFAULT: InterfaceLang = 'en';
const LOCALES = { [Locale.ChineseTW]: 'zh-Hant', [Locale.ChineseCN]: 'zh-Hans' } as const satisfies Partial<
  Record<Locale, InterfaceLang>
>;

/** UTF-16 units, of names and descriptions. */
const DESCRIPTION_LIMIT = 100;
/** UTF-16 units: a little more than a question may have, so that the core says what is wrong. */
const QUESTION_LIMIT = 1_500;

const OPTIONS: Readonly<Record<CommandName, readonly SlashOption[]>> = {
  ask: ['question', 'outlet', 'author', 'tag', 'kind', 'since', 'until', 'private'],
  compare: ['question', 'author', 'tag', 'kind', 'since', 'until', 'private'],
  timeline: ['question', 'outlet', 'author', 'tag', 'kind', 'since', 'until', 'private'],
  list: ['question', 'outlet', 'author', 'tag', 'kind', 'since', 'until', 'private'],
  sources: [],
  article: ['article'],
  lang: ['lang'],
  privacy: [],
  help: [],
};

const REQUIRED: ReadonlySet<SlashOption> = new Set(['question', 'article', 'lang']);

/** All commands, for slashes and on messages, in every language, as Discord registers them. */
export function commandDefinitions(): RESTPostAPIApplicationCommandsJSONBody[] {
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  const slash = (name: CommandName): RESTPostAPIApplicationCommandsJSONBody => ({
    type: ApplicationCommandType.ChatInput,
    ...named((words) => words.slash.names[name]),
    ...described((words) => words.chat.commands[name]),
    options: OPTIONS[name].map(optionOf),
    ...everywhere,
  });
  return [
    ...(Object.keys(OPTIONS) as CommandName[]).map(slash),
    { type: ApplicationCommandType.Message, ...named((words) => words.slash.askAboutThis), ...everywhere },
  ];
}

function optionOf(option: SlashOption): APIApplicationCommandOption {
  const common = {
    ...named(({ slash }) => slash.options[option].name),
    ...described(({ slash }) => slash.options[option].means),
    required: REQUIRED.has(option),
  };
  if (option === 'private') return { type: ApplicationCommandOptionType.Boolean, ...common };
  if (option === 'lang') return { type: ApplicationCommandOptionType.String, ...common, choices: langChoices() };
  if (option === 'kind') return { type: ApplicationCommandOptionType.String, ...common, choices: kindChoices() };
  const limit = option === 'question' ? { max_length: QUESTION_LIMIT } : {};
  return { type: ApplicationCommandOptionType.String, ...common, ...limit, autocomplete: true };
}

const kindChoices = (): APIApplicationCommandOptionChoice<string>[] => KINDS.map(kindChoice);

const kindChoice = (value: KindFilter): APIApplicationCommandOptionChoice<string> => ({
  value,
  ...named(({ kindNames }) => kindNames[value]),
});

const langChoices = (): APIApplicationCommandOptionChoice<string>[] => LANG_CHOICES.map(langChoice);

const langChoice = (value: LangChoice): APIApplicationCommandOptionChoice<string> =>
  value === 'auto' ? { value, ...named((words) => words.chat.buttons.auto) } : { value, name: LANG_NAMES[value] };

type Say = (words: Catalogue) => string;

const named = (say: Say) => ({ name: say(catalogue(DEFAULT)), name_localizations: localised(say) });

const described = (say: Say) => ({
  description: clip(say(catalogue(DEFAULT)), DESCRIPTION_LIMIT),
  description_localizations: localised(say),
});

const localised = (say: Say): Partial<Record<Locale, string>> =>
  Object.fromEntries(
    Object.entries(LOCALES).map(([locale, lang]) => [locale, clip(say(catalogue(lang)), DESCRIPTION_LIMIT)]),
  );

/** What an option is called in what a person sent: names are only localised for being shown. */
export const optionName = (option: SlashOption): string => catalogue(DEFAULT).slash.options[option].name;

/** The option that is called so; null where there is none. */
export const optionNamed = (name: string): SlashOption | null =>
  (Object.keys(catalogue(DEFAULT).slash.options) as SlashOption[]).find((each) => optionName(each) === name) ?? null;

/** The slash command that was used; null for one of an older version. */
export function commandNamed(name: string): CommandName | null {
  const { slash } = catalogue(DEFAULT);
  return (Object.keys(OPTIONS) as CommandName[]).find((each) => slash.names[each] === name) ?? null;
}

/** The commands for help, in their order; with the ids that Discord gave them, by which they can be clicked. */
export const shownCommands = (ids: ReadonlyMap<string, string>, lang: InterfaceLang): ShownCommand[] =>
  (Object.keys(OPTIONS) as CommandName[]).map((command) => {
    const name = catalogue(DEFAULT).slash.names[command];
    const id = ids.get(name);
    const does = catalogue(lang).chat.commands[command];
    return id === undefined ? { name: `/${catalogue(lang).slash.names[command]}`, does } : { name, does, id };
  });
