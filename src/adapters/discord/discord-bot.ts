import { LRUCache } from 'lru-cache';
import { Events, Routes, type Client } from 'discord.js';
import type { Logger } from '../../logger.ts';
import { UNWATCHED, type AdapterMonitor } from '../status/monitor.ts';
import { BotFault, type Bot, type BotParts } from '../chat/bot.ts';
import { createBot } from '../chat/lifecycle.ts';
import { createKeyedQueue } from '../chat/keyed-queue.ts';
import type { Rate } from '../chat/rate-limit.ts';
import { within } from '../chat/wait.ts';
import { createChatService } from '../chat/chat-service.ts';
import { adviceFor, adviceForClose } from './advice.ts';
import { createClient } from './client.ts';
import { commandDefinitions } from './commands.ts';
import { createCompletion } from '../chat/completion.ts';
import { createDiscordAccess, type AccessOptions } from './access.ts';
import { inviteLink } from './invite.ts';
import { sendSurely } from '../chat/send-surely.ts';
import { isNotAllowed } from './network.ts';
import { createInteractionHandler } from './on-interaction.ts';
import { createMessageHandler } from './on-message.ts';
import { connectWithRetry } from '../chat/connect-with-retry.ts';
import { whoOf } from './conversation.ts';
import { createDelivery } from './delivery.ts';
import { joiningHandler } from './on-joining.ts';
import { createResponder } from './responder.ts';

export interface DiscordOptions extends Partial<AccessOptions> {
  readonly token: string;
  /** Null: Discord's own. */
  readonly apiUrl: string | null;
  /** How much one person may ask at once, and a second. */
  readonly rate?: Rate;
}

/** Milliseconds that answers in hand may take once the bot is told to stop. */
const FINISH_WITHIN = 3_500;

/** The bot on Discord, by the gateway: one connection, or the shard that discord.js's manager has started this process for. */
export const createDiscordBot = (options: DiscordOptions, parts: BotParts): Bot =>
  createBot('discord', parts, ({ fail, stopping, say }) => {
    const { logger, monitor = UNWATCHED } = parts;
    // All that is in hand, whosever it is; conversations have a queue of their own.
    const inHand = createKeyedQueue();
    monitor.queue('interactions', () => inHand.size);
    let client: Client | null = null;
    const commandIds = new Map<string, string>();
    const hearing = { commandIds, isStopping: () => stopping.aborted };
    const listen = listenerFor({ options, parts, ...hearing }, (id, work) => {
      inHand.run(id, work).catch((error: unknown) => {
        logger[isNotAllowed(error) ? 'info' : 'error']('Discord: something could not be answered', error);
      });
    });
    const connect = async (): Promise<Client<true>> => {
      const candidate = createClient(options.apiUrl, logger);
      listen(candidate);
      watch(candidate, { logger, state: monitor.connection, fail });
      client = candidate;
      return await logIn(candidate, options.token);
    };
    return {
      async start() {
        const ready = await connectWithRetry(connect, { logger, say, signal: stopping, adviceFor });
        if (ready === null) return;
        await registerCommands(ready, logger, commandIds);
        if (isFurtherShard(ready)) return;
        say(`ready as ${ready.user.username}. To invite it: ${inviteLink(ready.application.id)}`);
      },
      async stop() {
        if (client === null) return;
        await within(FINISH_WITHIN, inHand.idle());
        const wasShard = client.shard !== null;
        await client.destroy();
        // The manager's line to this process would keep it up.
        if (wasShard && process.connected) process.disconnect();
      },
    };
  });

type Take = (id: string, work: () => Promise<void>) => void;

interface Listening {
  readonly options: DiscordOptions;
  readonly parts: BotParts;
  readonly commandIds: ReadonlyMap<string, string>;
  readonly isStopping: () => boolean;
}

/** Messages of the bot's of which it is remembered who asked. */
const ASKERS = 10_000;

// Listeners are sync and catch everything: a fault of one must not end the process, nor reach the others.
function listenerFor({ options, parts, commandIds, isStopping }: Listening, take: Take): (client: Client) => void {
  const { logger } = parts;
  const service = createChatService(parts);
  const delivery = createDelivery(logger);
  const askers = new LRUCache<string, string>({ max: ASKERS });
  const shared = {
    service,
    access: createDiscordAccess(options, { ...parts, rate: options.rate }),
    queue: createKeyedQueue(),
    delivery,
    logger,
    isStopping,
  };
  const onInteraction = createInteractionHandler({
    ...shared,
    commandIds,
    completion: createCompletion(parts.corpus),
    responder: createResponder(logger, (interaction) => service.langOf(whoOf(interaction))),
    // Of a reply, after a restart too, Discord tells whom it replies to.
    askerOf: ({ message }) =>
      message.interactionMetadata?.user.id ?? askers.get(message.id) ?? message.mentions.repliedUser?.id ?? null,
  });
  const onMessage = createMessageHandler({ ...shared, onReply: (message, asker) => void askers.set(message, asker) });
  const onJoining = joiningHandler({ ...parts, commandIds }, delivery);
  return (client) => {
    client.on(Events.InteractionCreate, (interaction) =>
      take(interaction.id, async () => await onInteraction(interaction)),
    );
    client.on(Events.MessageCreate, (message) => take(message.id, async () => await onMessage(message)));
    client.on(Events.GuildCreate, (guild) => take(guild.id, async () => await onJoining(guild)));
  };
}

interface Watching {
  readonly logger: Logger;
  readonly state: AdapterMonitor['connection'];
  readonly fail: (fault: Error) => void;
}

// An emitter without a listener for errors ends the process.
function watch(client: Client, { logger, state, fail }: Watching): void {
  client.on(Events.ShardReady, () => state('connected'));
  client.on(Events.Error, (error) => logger.error('Discord', error));
  client.on(Events.Warn, (warning) => logger.warn(`Discord: ${warning}`));
  client.on(Events.ShardError, (error) => {
    // What there is advice for is said to the operator.
    logger[adviceFor(error) === null ? 'warn' : 'debug']('Discord: the connection has a fault', error);
  });
  client.on(Events.ShardReconnecting, () => {
    state('lost');
    logger.info('Discord: the connection was lost; connecting again');
  });
  client.on(Events.ShardResume, () => {
    state('connected');
    logger.info('Discord: connected again');
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    fail(new BotFault(adviceForClose(code) ?? `Discord ended the connection (${code}).`));
  });
  client.rest.on('rateLimited', ({ route, timeToReset }) =>
    logger.info(`Discord: ${route} has to wait for ${timeToReset} ms`),
  );
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return await ready;
}

// What belongs to the whole bot, the first shard sees to.
const isFurtherShard = ({ shard }: Client): boolean => (shard?.ids[0] ?? 0) > 0;

// Without it, everything works that was registered before. The ids of the commands, every shard has to know.
async function registerCommands(client: Client<true>, logger: Logger, ids: Map<string, string>): Promise<void> {
  const route = Routes.applicationCommands(client.application.id);
  const register = async () => await client.rest.put(route, { body: commandDefinitions() });
  const look = async () => await client.rest.get(route);
  try {
    const registered = await sendSurely(isFurtherShard(client) ? look : register);
    for (const { name, id } of registered as readonly { readonly name: string; readonly id: string }[])
      ids.set(name, id);
  } catch (error) {
    logger.error('Discord: the commands could not be registered; those of before are still there', error);
  }
}
