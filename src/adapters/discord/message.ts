import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
} from 'discord.js';
import type { DiscordMarkdown, PlainText } from './markdown.ts';
import { markdownLine } from './markdown.ts';

// All in UTF-16 units; from Discord's documentation, which is stricter than its OpenAPI description.
export const AUTHOR_LIMIT = 256;
const CONTENT_LIMIT = 2_000;
export const ROWS_LIMIT = 5;
export const ROW_LIMIT = 5;
export const LABEL_LIMIT = 80;
/** Of a menu; and of an option's label, description and value, and of a placeholder (150). */
export const OPTIONS_LIMIT = 25;
export const OPTION_LIMIT = 100;

/** A button; `id` is all that is known when it is pressed. */
export interface Button {
  readonly id: string;
  readonly label: PlainText;
  readonly isDisabled?: boolean;
}

/** A menu to choose one thing from; the option's value is all that is known then. */
export interface Menu {
  readonly id: string;
  readonly placeholder: PlainText;
  readonly options: readonly { readonly value: string; readonly label: PlainText; readonly description?: PlainText }[];
}

/** What the bot says: one embed, which shows no preview of the pages it links, with rows of buttons and menus below. */
export interface Message {
  /** Above the text, without markup. */
  readonly author?: PlainText;
  readonly title?: PlainText;
  readonly text: DiscordMarkdown;
  /** Below the text, without markup. */
  readonly footer?: PlainText;
  /** Small print below that. */
  readonly mark?: PlainText;
  readonly rows?: readonly (readonly Button[] | Menu)[];
}

/** Nobody is notified, whatever a text says. An edit that does not say so parses mentions again. */
export const NO_MENTIONS = { parse: [] } as const;

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** A message as it goes out. What an edit takes the place of is written out as empty. */
export interface Payload {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  readonly allowedMentions: typeof NO_MENTIONS;
  readonly flags?: MessageFlags.SuppressEmbeds;
}

/** Assembles a message for Discord. */
export function payloadOf({ author, title, text, footer, mark, rows = [] }: Message): Payload {
  // The question is read again from the first line.
  const below = [footer, mark].filter((line) => line !== undefined).join('\n');
  const embed = {
    ...(author === undefined ? {} : { author: { name: author } }),
    ...(title === undefined ? {} : { title: markdownLine(String(title)) }),
    description: text,
    ...(below !== '' && { footer: { text: below } }),
  };
  return { content: '', embeds: [embed], components: rows.map(rowOf), allowedMentions: NO_MENTIONS };
}

/** The same without an embed, for where none is allowed: the question comes first, as it is read again from there. */
export function plainPayloadOf(message: Message): Payload {
  const { author, text, footer, mark, rows = [] } = message;
  const question = author ?? footer;
  const lines = [...(question === undefined ? [] : [markdownLine(String(question))]), text];
  if (mark !== undefined) lines.push(`-# ${markdownLine(String(mark))}` as DiscordMarkdown);
  return {
    content: lines.join('\n\n').slice(0, CONTENT_LIMIT),
    embeds: [],
    components: rows.map(rowOf),
    allowedMentions: NO_MENTIONS,
    flags: MessageFlags.SuppressEmbeds,
  };
}

const isMenu = (row: readonly Button[] | Menu): row is Menu => 'options' in row;

const rowOf = (row: readonly Button[] | Menu): Row => ({
  type: ComponentType.ActionRow,
  components: isMenu(row) ? [menuOf(row)] : row.map(buttonOf),
});

const menuOf = ({ id, placeholder, options }: Menu): APIStringSelectComponent => ({
  type: ComponentType.StringSelect,
  custom_id: id,
  placeholder,
  options: [...options],
});

const buttonOf = ({ id, label, isDisabled }: Button): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  custom_id: id,
  label,
  style: ButtonStyle.Secondary,
  ...(isDisabled === true ? { disabled: true } : {}),
});
