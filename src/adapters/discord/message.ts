import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
} from 'discord.js';
import type { DiscordMarkdown, PlainText } from './markdown.ts';

// All in UTF-16 units; from Discord's documentation, which is stricter than its OpenAPI description.
export const AUTHOR_LIMIT = 256;
const DESCRIPTION_LIMIT = 4_096;
const FOOTER_LIMIT = 2_048;
/** Of all embeds of a message together. */
const EMBEDS_LIMIT = 6_000;
const ROWS_LIMIT = 5;
export const ROW_LIMIT = 5;
const CUSTOM_ID_LIMIT = 100;
const LABEL_LIMIT = 80;

/** A button; `id` is all that is known when it is pressed. */
export interface Button {
  readonly id: string;
  readonly label: PlainText;
  readonly isMain?: boolean;
  readonly isDisabled?: boolean;
}

/** What the bot says: one embed, which shows no preview of the pages it links, with rows of buttons below. */
export interface Message {
  /** Above the text, without markup. */
  readonly author?: PlainText | undefined;
  readonly text: DiscordMarkdown;
  /** Below the text, without markup. */
  readonly footer?: PlainText | undefined;
  readonly rows?: readonly (readonly Button[])[];
}

/** Nobody is notified, whatever a text says. An edit that does not say so parses mentions again. */
export const NO_MENTIONS = { parse: [] } as const;

/** A message as it goes out. */
export interface Payload {
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly allowedMentions: typeof NO_MENTIONS;
}

/** Assembles a message for Discord. Throws where it breaks a limit: what builds messages has a fault then. */
export function payloadOf(message: Message): Payload {
  const faults = limitFaults(message);
  if (faults.length > 0) throw new Error(`A message breaks Discord's limits: ${faults.join('; ')}`);
  const { author, text, footer, rows = [] } = message;
  return {
    embeds: [
      {
        ...(author === undefined ? {} : { author: { name: author } }),
        description: text,
        ...(footer === undefined ? {} : { footer: { text: footer } }),
      },
    ],
    components: rows.map((row) => ({ type: ComponentType.ActionRow, components: row.map(buttonOf) })),
    allowedMentions: NO_MENTIONS,
  };
}

const buttonOf = ({ id, label, isMain, isDisabled }: Button): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  custom_id: id,
  label,
  style: isMain === true ? ButtonStyle.Primary : ButtonStyle.Secondary,
  ...(isDisabled === true ? { disabled: true } : {}),
});

/** Which limits of Discord's a message breaks. */
function limitFaults({ author = '' as PlainText, text, footer = '' as PlainText, rows = [] }: Message): string[] {
  const buttons = rows.flat();
  const within = (what: string, size: number, limit: number): string[] =>
    size > limit ? [`${what}: ${size} of ${limit}`] : [];
  return [
    ...(text.trim() === '' ? ['no text'] : []),
    ...within('author', author.length, AUTHOR_LIMIT),
    ...within('text', text.length, DESCRIPTION_LIMIT),
    ...within('footer', footer.length, FOOTER_LIMIT),
    ...within('embed', author.length + text.length + footer.length, EMBEDS_LIMIT),
    ...within('rows', rows.length, ROWS_LIMIT),
    ...rows.flatMap((row) => (row.length === 0 ? ['an empty row'] : within('row', row.length, ROW_LIMIT))),
    ...buttons.flatMap(({ id, label }) => [
      ...within('custom_id', id.length, CUSTOM_ID_LIMIT),
      ...within('label', label.length, LABEL_LIMIT),
      ...(id === '' || label === '' ? ['a button without id or label'] : []),
    ]),
    ...(new Set(buttons.map(({ id }) => id)).size < buttons.length ? ['two buttons with one id'] : []),
  ];
}
