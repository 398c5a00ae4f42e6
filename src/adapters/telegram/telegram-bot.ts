import { setMaxListeners } from 'node:events';
import type { Agent } from 'node:https';
import { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Bot, BotParts } from '../chat/bot.ts';
import type { ChatService } from '../chat/chat-service.ts';
import { createBot } from '../chat/lifecycle.ts';
import type { Rate } from '../chat/rate-limit.ts';
import { createHttpPorts } from '../http/ports.ts';
import { UNWATCHED } from '../status/monitor.ts';
import { createApi } from './api.ts';
import { setMenus } from './commands.ts';
import { persist, type Connection } from './connection.ts';
import { createBotContext } from './bot-context.ts';
import { createTelegramAccess, type AccessOptions } from './access.ts';
import { createSender, DEFAULT_SEND_RATES, type SendRates, type Sender } from './sender.ts';
import { poll } from './polling.ts';
import { updateHandler, type UpdateHandler } from './updates.ts';
import { wait, within } from '../chat/wait.ts';
import { listen, type WebhookOptions } from './webhook.ts';

/** What the configuration says of Telegram. */
export interface TelegramOptions extends AccessOptions {
  readonly token: string;
  /** Null: Telegram's own. */
  readonly apiUrl: string | null;
  /** Null: long polling. */
  readonly webhook: WebhookOptions | null;
  /** Carries requests; null: nothing between. */
  readonly agent?: Agent | null;
}

/** What tests hurry along. */
export interface Tuning {
  readonly sendRates: SendRates;
  readonly perUser: Rate | undefined;
  /** Milliseconds before a second attempt at whatever failed. */
  readonly firstBackOff: number;
  /** Milliseconds that what is in hand has to be finished in when the bot stops. */
  readonly grace: number;
}

/** Milliseconds in which Telegram takes the last request. */
const LAST_WORDS = 800;

const USUAL: Tuning = { sendRates: DEFAULT_SEND_RATES, perUser: undefined, firstBackOff: 500, grace: 3_500 };

/** The archive in Telegram, on telegraf. */
export const createTelegramBot = (options: TelegramOptions, parts: BotParts, tuning: Partial<Tuning> = {}): Bot =>
  createBot('telegram', parts, ({ fail, stopping, say }) => {
    const { sendRates, perUser, firstBackOff, grace } = { ...USUAL, ...tuning };
    const telegraf = telegrafFor(options);
    // Ends, later than `stopping` what comes in, what still goes out.
    const outgoing = new AbortController();
    // As many calls as there are at a time listen to them.
    setMaxListeners(0, stopping, outgoing.signal);
    const api = createApi(telegraf.telegram);
    const { monitor = UNWATCHED, ports = createHttpPorts() } = parts;
    const { signal: ending } = outgoing;
    const connection: Connection = { api, signal: stopping, ending, say, state: monitor.connection, firstBackOff };
    const sender = createSender({ api, sendRates, now: () => performance.now(), firstBackOff, signal: ending });
    let handler: UpdateHandler | null = null;
    let receiving: Promise<void> = Promise.resolve();
    return {
      async start() {
        const me = await persist(connection, () => api.call('getMe', {}, { signal: stopping }));
        if (me === null) return;
        telegraf.botInfo = me;
        const access = createTelegramAccess(options, { ...parts, rate: perUser });
        const context = createBotContext(parts, me, sender);
        handler = updateHandler(telegraf, context, access);
        monitor.queue('updates', handler.inHand);
        const webhook = options.webhook === null ? null : { ...options.webhook, ports };
        receiving = (await receive(connection, webhook, handler.handle)).ended;
        receiving.catch(fail);
        if (stopping.aborted) return;
        say(`taking questions as @${me.username}.`);
        offerMenus(parts, sender, context.service);
      },
      async stop(started) {
        await started;
        const inHand = async (): Promise<void> => {
          await handler?.idle();
          await sender.idle();
        };
        await Promise.race([inHand(), wait(grace, outgoing.signal)]);
        outgoing.abort();
        // Telegram is told how far updates were answered.
        await within(
          LAST_WORDS,
          receiving.catch(() => undefined),
        );
      },
    };
  });

// They tell what the corpus holds, so not before that is known.
function offerMenus({ loaded = Promise.resolve(), logger }: BotParts, sender: Sender, service: ChatService): void {
  loaded
    .then(async () => await setMenus(sender, service.corpus()))
    .catch((fault: unknown) => logger.warn('The menu of commands could not be set.', fault));
}

const telegrafFor = ({ token, apiUrl, agent = null }: TelegramOptions): Telegraf =>
  new Telegraf(token, {
    // telegraf resolves methods against the address, which without a slash loses its last part.
    telegram: {
      webhookReply: false,
      ...(agent !== null && { agent }),
      ...(apiUrl !== null && { apiRoot: `${apiUrl.replace(/(?<!\/)\/+$/, '')}/` }),
    },
    handlerTimeout: Number.POSITIVE_INFINITY,
  });

// Resolves when updates are coming in; `ended` when they have ceased to.
async function receive(
  connection: Connection,
  webhook: Parameters<typeof listen>[1] | null,
  handle: (update: Update) => Promise<void>,
): Promise<{ readonly ended: Promise<void> }> {
  if (webhook !== null) return await listen(connection, webhook, handle);
  await persist(connection, () => connection.api.call('deleteWebhook', {}, { signal: connection.signal }));
  connection.state('connected');
  return { ended: poll(connection, handle) };
}
