import { setMaxListeners } from 'node:events';
import { Telegraf } from 'telegraf';
import type { Update } from 'telegraf/types';
import { USUAL_USER_RATE } from '../chat/access.ts';
import type { Bot, BotParts } from '../chat/bot.ts';
import { createBot } from '../chat/lifecycle.ts';
import type { Rate } from '../chat/rate-limit.ts';
import { createHttpPorts } from '../http/ports.ts';
import { UNWATCHED } from '../status/monitor.ts';
import { createApi } from './api.ts';
import { setMenus } from './commands.ts';
import { persist, type Connection } from './connection.ts';
import { createBotContext } from './bot-context.ts';
import { createTelegramAccess } from './access.ts';
import { createSender, USUAL_PACES, type Paces } from './sender.ts';
import { poll } from './polling.ts';
import { updateHandler, type UpdateHandler } from './updates.ts';
import { wait } from '../chat/wait.ts';
import { listen, type WebhookOptions } from './webhook.ts';

/** What the configuration says of Telegram. */
export interface TelegramOptions {
  readonly token: string;
  /** Null: Telegram's own. */
  readonly apiUrl: string | null;
  /** Null: long polling. */
  readonly webhook: WebhookOptions | null;
  readonly allowedChats: readonly string[] | null;
}

/** What tests hurry along. */
export interface Tuning {
  readonly paces: Paces;
  readonly perUser: Rate;
  /** Milliseconds before a second attempt at whatever failed. */
  readonly firstBackOff: number;
  /** Milliseconds that what is in hand has to be finished in when the bot stops. */
  readonly grace: number;
}

const USUAL: Tuning = { paces: USUAL_PACES, perUser: USUAL_USER_RATE, firstBackOff: 500, grace: 3_500 };

/** The archive in Telegram, on telegraf. */
export const createTelegramBot = (options: TelegramOptions, parts: BotParts, tuning: Partial<Tuning> = {}): Bot =>
  createBot('telegram', (fail) => {
    const { paces, perUser, firstBackOff, grace } = { ...USUAL, ...tuning };
    const telegraf = telegrafFor(options);
    // The first ends what comes in; the second, later, what still goes out.
    const [incoming, outgoing] = [new AbortController(), new AbortController()];
    // As many calls as there are at a time listen to them.
    setMaxListeners(0, incoming.signal, outgoing.signal);
    const say = (sentence: string): void => parts.say(`telegram: ${sentence}`);
    const api = createApi(telegraf.telegram);
    const { monitor = UNWATCHED, ports = createHttpPorts() } = parts;
    const connection: Connection = { api, signal: incoming.signal, say, state: monitor.connection, firstBackOff };
    const now = (): number => performance.now();
    const sender = createSender({ api, paces, now, firstBackOff, signal: outgoing.signal });
    let handler: UpdateHandler | null = null;
    let receiving: Promise<void> = Promise.resolve();
    return {
      async start() {
        const me = await persist(connection, () => api.call('getMe', {}, { signal: incoming.signal }));
        if (me === null) return;
        telegraf.botInfo = me;
        const access = createTelegramAccess({ ...parts, allowedChats: options.allowedChats, perUser, now });
        const context = createBotContext(parts, me, sender);
        handler = updateHandler(telegraf, context, access);
        monitor.queue('updates', handler.inHand);
        const webhook = options.webhook === null ? null : { ...options.webhook, ports };
        receiving = (await receive(connection, webhook, handler.handle)).ended;
        receiving.catch(fail);
        if (incoming.signal.aborted) return;
        say(`taking questions as @${me.username}.`);
        // It tells what the corpus holds, so not before that is known.
        (parts.loaded ?? Promise.resolve())
          .then(async () => await setMenus(sender, context.corpus()))
          .catch((fault: unknown) => parts.logger.warn('The menu of commands could not be set.', fault));
      },
      async stop(started) {
        incoming.abort();
        await started;
        const inHand = async (): Promise<void> => {
          await receiving.catch(() => undefined);
          await handler?.idle();
          await sender.idle();
          outgoing.abort();
        };
        await Promise.race([inHand(), wait(grace, outgoing.signal)]);
        outgoing.abort();
      },
    };
  });

const telegrafFor = ({ token, apiUrl }: TelegramOptions): Telegraf =>
  new Telegraf(token, {
    // telegraf resolves methods against the address, which without a slash loses its last part.
    telegram: { webhookReply: false, ...(apiUrl !== null && { apiRoot: `${apiUrl.replace(/(?<!\/)\/+$/, '')}/` }) },
    handlerTimeout: Number.POSITIVE_INFINITY,
  });

// Resolves when updates are coming in; `ended` when they have ceased to.
async function receive(
  connection: Connection,
  webhook: Parameters<typeof listen>[1] | null,
  handle: (update: Update) => void,
): Promise<{ readonly ended: Promise<void> }> {
  if (webhook !== null) return await listen(connection, webhook, handle);
  await persist(connection, () => connection.api.call('deleteWebhook', {}, { signal: connection.signal }));
  connection.state('connected');
  return { ended: poll(connection, handle) };
}
