import {
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIStringSelectComponent,
} from 'discord.js';
import type { DiscordMarkdown, PlainText } from './markdown.ts';
import { markdownLine, plainLine } from './markdown.ts';

// All in UTF-16 units; from Discord's documentation, which is stricter than its OpenAPI description.
export const AUTHOR_LIMIT = 256;
const CONTENT_LIMIT = 2_000;
export const ROWS_LIMIT = 5;
export const ROW_LIMIT = 5;
export const LABEL_LIMIT = 80;
/** Of a menu; and of an option's label, description and value, and of a placeholder (150). */
export const OPTIONS_LIMIT = 25;
export const OPTION_LIMIT = 100;

/** Buttons side by side, or a menu to choose one thing from; an id, or the value of a choice, is all that is known when it is pressed. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

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
  readonly rows?: readonly Row[];
}

/** Nobody is notified, whatever a text says. An edit that does not say so parses mentions again. */
export const NO_MENTIONS = { parse: [] } as const;

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
  return { content: '', embeds: [embed], components: rows, allowedMentions: NO_MENTIONS };
}

/** UTF-16 units of a question above a plain text, escaped: something has to be left for the answer. */
const PLAIN_QUESTION_LIMIT = 1_200;

/** The same without an embed, for where none is allowed: the question comes first, as it is read again from there. */
export const plainPayloadOf = (message: Message): Payload => ({
  content: plainContentOf(message),
  embeds: [],
  components: message.rows ?? [],
  allowedMentions: NO_MENTIONS,
  flags: MessageFlags.SuppressEmbeds,
});

/** UTF-16 units that a plain text may have beside what stands around it. */
export const roomInPlain = (around: Omit<Message, 'text'>): number =>
  CONTENT_LIMIT - plainContentOf({ ...around, text: '' as DiscordMarkdown }).length;

function plainContentOf({ author, title, text, footer, mark }: Message): string {
  const question = author ?? footer;
  const head = [
    ...(question === undefined ? [] : [plainQuestion(question)]),
    ...(title === undefined ? [] : [`**${markdownLine(String(title))}**`]),
  ];
  const content = [head.join('\n'), text, mark === undefined ? '' : `-# ${markdownLine(String(mark))}`];
  return clipLines(content.filter((part, at) => at === 1 || part !== '').join('\n\n'));
}

function plainQuestion(question: PlainText): DiscordMarkdown {
  const whole = markdownLine(String(question));
  if (whole.length <= PLAIN_QUESTION_LIMIT) return whole;
  // Escaping doubles it at the most.
  return markdownLine(String(plainLine(String(question), PLAIN_QUESTION_LIMIT / 2)));
}

// Between two lines, so that no mark is cut in two.
const clipLines = (content: string): string =>
  content.length <= CONTENT_LIMIT ? content : content.slice(0, content.lastIndexOf('\n', CONTENT_LIMIT));
