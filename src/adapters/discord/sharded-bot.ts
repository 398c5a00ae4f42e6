import { once } from 'node:events';
import { REST, Routes, ShardingManager, type APIGatewayBotInfo, type Shard } from 'discord.js';
import { BotFault, type Bot, type BotParts } from '../chat/bot.ts';
import { createBot } from '../chat/lifecycle.ts';
import { within } from '../chat/wait.ts';
import { UNWATCHED } from '../status/monitor.ts';
import { connectWithRetry } from '../chat/connect-with-retry.ts';
import { adviceFor } from './advice.ts';

export interface ShardingOptions {
  readonly token: string;
  /** Null: Discord's own. */
  readonly apiUrl: string | null;
  readonly shards: number | 'auto';
  /** How this program was started; each shard is started the same way. */
  readonly program: { readonly file: string; readonly args: readonly string[] };
}

/** Milliseconds: Discord lets `max_concurrency` shards identify themselves in this time. */
const IDENTIFY_INTERVAL = 5_500;
/** Milliseconds in which a shard has to be ready, reading of the corpus included. */
const READY_WITHIN = 120_000;
/** Milliseconds in which a shard that is told to stop has to be gone. */
const GONE_WITHIN = 4_000;

/** The servers divided among processes, each started and kept up by discord.js's manager. Those that have a saved index, or one on other machines, share it. */
export const createShardedBot = (options: ShardingOptions, parts: BotParts): Bot =>
  createBot('discord', parts, ({ fail: end, stopping, say }) => {
    const { loaded, logger, onReload, monitor = UNWATCHED } = parts;
    let manager: ShardingManager | null = null;
    const up = new Set<number>();
    const onState = (shard: number, isUp: boolean): void => {
      up[isUp ? 'add' : 'delete'](shard);
      monitor.connection(up.size === manager?.totalShards ? 'connected' : 'lost');
    };
    // While the first ones start, it is the start that fails.
    const fail = (): void => {
      if (manager?.respawn === true) end(new BotFault(NOT_STARTED));
    };
    return {
      async start() {
        await loaded;
        const retrying = { logger, say, signal: stopping, adviceFor };
        const gateway = await connectWithRetry(async () => await gatewayOf(options), retrying);
        if (gateway === null) return;
        const { shards: recommended, session_start_limit: limit } = gateway;
        const count = options.shards === 'auto' ? recommended : options.shards;
        const shards = `${count} ${count === 1 ? 'shard' : 'shards'}`;
        say(`${shards}, each a process of its own.`);
        manager = new ShardingManager(options.program.file, {
          token: options.token,
          totalShards: count,
          shardArgs: [...options.program.args],
          // Until all are up: a shard that cannot start would be started for ever.
          respawn: false,
        });
        manager.on('shardCreate', (shard) => watch(shard, { logger, signal: stopping, onState, fail }));
        try {
          await manager.spawn({ delay: IDENTIFY_INTERVAL / limit.max_concurrency, timeout: READY_WITHIN });
        } catch (cause) {
          if (stopping.aborted) return;
          throw new BotFault(NOT_STARTED, { cause });
        }
        manager.respawn = true;
        onReload?.(() => manager?.shards.forEach(tellToReload));
      },
      async stop() {
        if (manager === null) return;
        manager.respawn = false;
        await Promise.all([...manager.shards.values()].map(endShard));
      },
    };
  });

const NOT_STARTED = 'A shard could not start; it says above why.';

interface Watching extends Pick<BotParts, 'logger'> {
  readonly signal: AbortSignal;
  readonly onState: (shard: number, isUp: boolean) => void;
  /** Called when a shard has ended before it was ready: it would be started for ever. */
  readonly fail: () => void;
}

function watch(shard: Shard, { logger, signal, onState, fail }: Watching): void {
  shard.on('reconnecting', () => onState(shard.id, false));
  shard.on('resume', () => onState(shard.id, true));
  let wasReady = false;
  // Between two shards the manager waits, and goes on whatever happened meanwhile.
  shard.on('spawn', (child) => {
    wasReady = false;
    if (signal.aborted && 'kill' in child) child.kill('SIGTERM');
  });
  shard.on('error', (error) => logger.error(`Discord: shard ${shard.id}`, error));
  shard.on('ready', () => {
    wasReady = true;
    onState(shard.id, true);
    logger.info(`Discord: shard ${shard.id} is ready`);
  });
  shard.on('death', () => {
    onState(shard.id, false);
    logger.warn(`Discord: shard ${shard.id} has ended`);
    if (!wasReady) fail();
  });
}

// ShardingManager's own "auto" asks Discord itself, whatever DISCORD_API_URL says.
async function gatewayOf({ token, apiUrl }: ShardingOptions): Promise<APIGatewayBotInfo> {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl.replace(/(?<!\/)\/+$/, '') }).setToken(token);
  try {
    return (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}

function tellToReload({ process: child }: Shard): void {
  if (child !== null && 'kill' in child) child.kill('SIGHUP');
}

// With SIGTERM it finishes what it has in hand.
async function endShard({ process: child }: Shard): Promise<void> {
  if (child === null || !('exitCode' in child) || child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  if ((await within(GONE_WITHIN, gone)) === null) child.kill('SIGKILL');
}
