import type { APIMessage } from 'discord.js';
import type { Bot, BotParts } from '../../../src/adapters/chat/bot.ts';
import { createDiscordBot, type DiscordOptions } from '../../../src/adapters/discord/discord-bot.ts';
import type { CheckFilters } from '../../../src/adapters/check-filters.ts';
import type { Article, Ask, Gazetteer } from '../../../src/core/index.ts';
import { TOKEN } from '../../support/discord-server/entities.ts';
import type { DiscordServer } from '../../support/discord-server/server.ts';
import { asCore, takesAnyFilters } from '../../support/fake-library.ts';

interface Parts {
  readonly ask: Ask;
  readonly articles?: readonly Article[];
  readonly names?: Gazetteer;
  readonly checkFilters?: CheckFilters;
  readonly options?: Partial<DiscordOptions>;
  readonly loading?: BotParts['loading'];
  readonly model?: Pick<BotParts, 'modelHost' | 'readerChats'>;
}

export interface TestBot {
  readonly bot: Bot;
  /** What the operator was told. */
  readonly said: readonly string[];
  /** What went to the log, whatever its level. */
  readonly logged: readonly string[];
}

/** The real bot, on a loopback Discord; nobody is too fast for it unless a test says so. */
export function botOn(
  discord: DiscordServer,
  { ask, articles = [], names, checkFilters = takesAnyFilters, options = {}, loading, model = {} }: Parts,
): TestBot {
  const said: string[] = [];
  const logged: string[] = [];
  const log = (level: string) => (message: string, error?: unknown) =>
    void logged.push(`${level}: ${message}${error instanceof Error ? ` (${error.message})` : ''}`);
  const corpus = { articles, faults: [], checkFilters, ...(names === undefined ? {} : { names }) };
  const bot = createDiscordBot(
    { token: TOKEN, apiUrl: discord.apiUrl, rate: { burst: 10_000, perSecond: 10_000 }, ...options },
    {
      ask: asCore(ask),
      corpus: () => corpus,
      ...(loading !== undefined && { loading }),
      ...model,
      lang: 'en',
      logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
      say: (sentence) => void said.push(sentence),
    },
  );
  return { bot, said, logged };
}

/** All that a message says, as Discord was given it. */
export const textOf = ({ content, embeds }: APIMessage): string =>
  [
    content,
    ...embeds.flatMap(({ author, title, description, footer }) => [author?.name, title, description, footer?.text]),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n');

interface SentComponent {
  readonly custom_id: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

const componentsOf = ({ components = [] }: APIMessage): SentComponent[] =>
  (components as readonly { readonly components: readonly SentComponent[] }[]).flatMap(({ components }) => components);

/** The ids of a message's buttons that can be pressed, by their labels. */
export const buttonsOf = (message: APIMessage): Record<string, string> =>
  Object.fromEntries(
    componentsOf(message)
      .filter(({ label, disabled }) => label !== undefined && disabled !== true)
      .map(({ label = '', custom_id: id }) => [label, id]),
  );

/** What can be chosen from the menus of a message: labels. */
export const choicesOf = (message: APIMessage): string[] =>
  componentsOf(message).flatMap(({ options = [] }) => options.map(({ label }) => label));

/** The value of the first choice whose label has these words; throws where there is none. */
export function choiceOf(message: APIMessage, words: string): string {
  const found = componentsOf(message)
    .flatMap(({ options = [] }) => options)
    .find(({ label }) => label.includes(words));
  if (found === undefined) throw new Error(`No choice "${words}" among ${JSON.stringify(choicesOf(message))}`);
  return found.value;
}

/** The id of the button with this label; throws where there is none. */
export function buttonOf(message: APIMessage, label: string): string {
  const buttons = buttonsOf(message);
  const id = buttons[label];
  if (id === undefined) throw new Error(`No button "${label}" among ${JSON.stringify(Object.keys(buttons))}`);
  return id;
}
