// What Discord refuses and its OpenAPI description does not say.

/** UTF-16 units of a bot's `content`; only people who pay have 4,000. */
const CONTENT_LIMIT = 2_000;
/** UTF-16 units of title, description, field names and values, footer and author of all embeds of a message together. */
const EMBEDS_LIMIT = 6_000;
const ROWS = 5;
const BUTTONS = 5;
const FIELDS = 25;
const LINK_STYLE = 5;

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string };
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}

interface Button {
  readonly type: number;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
  readonly placeholder?: string;
  readonly style?: number;
  readonly custom_id?: string;
  readonly url?: string;
  readonly label?: string;
}

/** A message as it is sent to be created or edited. */
export interface SentMessage {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly { readonly type: number; readonly components?: readonly Button[] }[] | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly users?: unknown;
    readonly roles?: unknown;
  };
  readonly flags?: number;
}

/** What is wrong with a message that is about to be shown. Every one of them, edits too, has to forbid all mentions. */
export function messageFaults(message: SentMessage): string[] {
  const { content, allowed_mentions: mentions } = message;
  const embeds = message.embeds ?? [];
  const total = embeds.reduce((sum, embed) => sum + textsOf(embed).reduce((all, text) => all + text.length, 0), 0);
  return [
    ...(mentions?.parse?.length === 0 && mentions.users === undefined && mentions.roles === undefined
      ? []
      : ['mentions are not forbidden']),
    ...((content ?? '') === '' && embeds.length === 0 ? ['the message is empty'] : []),
    ...((content ?? '').length > CONTENT_LIMIT
      ? [`content has ${content?.length} characters of at most ${CONTENT_LIMIT}`]
      : []),
    ...(total > EMBEDS_LIMIT ? [`the embeds have ${total} characters of at most ${EMBEDS_LIMIT}`] : []),
    ...embeds.flatMap(embedFaults),
    ...componentFaults(message),
  ];
}

const textsOf = ({ title, description, footer, author, fields = [] }: Embed): string[] =>
  [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])].flatMap(
    (text) => text ?? [],
  );

function embedFaults(embed: Embed): string[] {
  const { fields = [], url } = embed;
  return [
    ...(textsOf(embed).some((text) => text.trim() === '') ? ['a part of an embed is empty'] : []),
    ...(textsOf(embed).length === 0 ? ['an embed is empty'] : []),
    ...(fields.length > FIELDS ? [`an embed has ${fields.length} fields of at most ${FIELDS}`] : []),
    ...(url !== undefined && !/^https?:\/\//.test(url) ? ['an embed leads elsewhere than to a web page'] : []),
  ];
}

function componentFaults({ components }: SentMessage): string[] {
  const rows = components ?? [];
  const buttons = rows.flatMap(({ components = [] }) => components);
  const ids = buttons.flatMap(({ custom_id: id }) => id ?? []);
  return [
    ...(rows.length > ROWS ? [`${rows.length} rows of at most ${ROWS}`] : []),
    ...rows.flatMap(({ components = [] }) =>
      components.length < 1 || components.length > BUTTONS ? [`a row of ${components.length} buttons`] : [],
    ),
    ...(new Set(ids).size < ids.length ? ['two buttons have one custom_id'] : []),
    ...rows.flatMap(({ components = [] }) =>
      components.length > 1 && components.some(({ type }) => type === MENU) ? ['a menu beside something else'] : [],
    ),
    ...buttons.flatMap((each) => (each.type === MENU ? menuFaults(each) : buttonFaults(each))),
  ];
}

const MENU = 3;
const OPTIONS = 25;
const OPTION_LENGTH = 100;
const PLACEHOLDER_LENGTH = 150;

function menuFaults({ options = [], placeholder = '', custom_id: id = '' }: Button): string[] {
  const values = options.map(({ value }) => value);
  const parts = options.flatMap(({ label, value, description }) => [label, value, description ?? '-']);
  return [
    ...(id === '' ? ['a menu without a custom_id'] : []),
    ...(options.length < 1 || options.length > OPTIONS ? [`a menu of ${options.length} options`] : []),
    ...(new Set(values).size < values.length ? ['two options of one value'] : []),
    ...(parts.some((part) => part.trim() === '' || part.length > OPTION_LENGTH)
      ? ['an option that is empty or long']
      : []),
    ...(placeholder.length > PLACEHOLDER_LENGTH ? ['a long placeholder'] : []),
  ];
}

function buttonFaults({ style, custom_id: id, url, label }: Button): string[] {
  const leads = style === LINK_STYLE;
  return [
    ...(leads === (id === undefined) ? [] : ['a button needs a custom_id, or an address']),
    ...(leads === (url !== undefined) ? [] : ['a button has an address, or none where it needs one']),
    ...((label ?? '') === '' ? ['a button without a label'] : []),
  ];
}

interface Option {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly name_localizations?: Readonly<Record<string, string>>;
}

interface Command extends Partial<Option> {
  readonly type?: number;
  readonly options?: readonly Option[];
}

const MESSAGE_COMMAND = 3;
/** Names of slash commands and options in every language: lower case, no spaces. */
const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What is wrong with the commands of an application. */
export function commandFaults(commands: readonly Command[]): string[] {
  const named = commands.map(({ name = '', type }) => `${type}:${name}`);
  return [
    ...(new Set(named).size < named.length ? ['two commands have one name'] : []),
    ...commands.flatMap((command) => {
      if (command.type === MESSAGE_COMMAND)
        return (command.description ?? '') === '' ? [] : ['a message command has no description'];
      const options = command.options ?? [];
      const optional = options.findIndex(({ required }) => required !== true);
      return [
        ...((command.description ?? '') === '' ? [`/${command.name} has no description`] : []),
        ...(optional !== -1 && options.slice(optional).some(({ required }) => required === true)
          ? [`/${command.name} has a required option behind an optional one`]
          : []),
        ...[command, ...options].flatMap(nameFaults),
        ...languagesOf(options).flatMap((language) => {
          const names = options.map((option) => option.name_localizations?.[language] ?? option.name);
          return new Set(names).size < names.length
            ? [`/${command.name} has two options of one name in ${language}`]
            : [];
        }),
      ];
    }),
  ];
}

const nameFaults = ({ name = '', name_localizations: names = {} }: Partial<Option>): string[] =>
  [name, ...Object.values(names)]
    .filter((each) => !COMMAND_NAME.test(each) || each !== each.toLowerCase())
    .map((each) => `"${each}" is no name of a command`);

const languagesOf = (options: readonly Option[]): string[] => [
  ...new Set(options.flatMap((option) => Object.keys(option.name_localizations ?? {}))),
];
