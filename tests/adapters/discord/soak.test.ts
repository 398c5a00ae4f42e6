import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { Ask } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { BOT_ID, directlyWith, inChannel, inThread, person } from '../../support/discord-server/entities.ts';
import type { Exchange } from '../../support/discord-server/exchanges.ts';
import type { Fault } from '../../support/discord-server/faults.ts';
import { openDiscord, type DiscordServer } from '../../support/discord-server/server.ts';
import { botOn, buttonOf, choiceOf } from './running-bot.ts';

const PEOPLE = 50;
const EACH = 40;
const CUTS = 10;
/** Milliseconds, Discord's own. */
const ACKNOWLEDGED_WITHIN = 3_000;
/** Bytes that the heap may grow by from the first quarter to the end: bookkeeping of routes, which discord.js drops after minutes. */
const GROWTH = 6_000_000;

/** What goes wrong on the way, in turns, at every so many interactions. */
const FAULTS: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'status', status: 503 },
  { kind: 'rate-limit', retryAfter: 0.05 },
];
const FAULT_EVERY = 50;

const articles = Array.from({ length: 4 }, (_, n) =>
  fakeArticle(`a${n}`, [`秦刚说，希望美方与中方相向而行${n}。`, '最后的一段。']),
);
const ask: Ask = async ({ text, limit = 3 }) => fakeAnswer(articles.slice(0, limit), { question: text });

/** One person's hour: commands in channels, threads and directly, buttons below what came back, and typing in between. */
async function live(discord: DiscordServer, number: number, onExchange: (exchange: Exchange) => void): Promise<void> {
  const user = person(`reader-${number}`);
  const places = [inChannel, inThread, directlyWith(user)];
  for (let round = 0; round < EACH / 4; round++) {
    const place = places[round % places.length] ?? inChannel;
    const finish = async (exchange: Exchange) => {
      await discord.until(() => exchange.answeredAt !== null, `an answer to ${user.username}`);
      onExchange(exchange);
      return exchange;
    };
    const asked = await finish(discord.use('ask', { question: `Question ${round} of ${number}` }, { user, place }));
    const message = asked.message;
    if (message === null) throw new Error('Answered without a message');
    await finish(discord.complete('ask', 'question', 'a'));
    await finish(discord.choose(message, choiceOf(message, '[1]'), { user, place }));
    await finish(discord.press(message, buttonOf(message, 'More'), { user, place }));
  }
}

it(
  `answers ${PEOPLE * EACH} interactions of ${PEOPLE} people, each in time and once, although the gateway is cut ${CUTS} times and requests fail`,
  { timeout: 120_000 },
  async () => {
    const discord = await openDiscord({ heartbeat: 500 });
    const { bot, logged } = botOn(discord, { ask, articles });
    await bot.start();
    let count = 0;
    let cuts = 0;
    let early = 0;
    const late: number[] = [];
    const notOnce: number[] = [];
    const onExchange = (exchange: Exchange): void => {
      count += 1;
      const took = (exchange.acknowledgedAt ?? Infinity) - exchange.sentAt;
      if (took > ACKNOWLEDGED_WITHIN) late.push(took);
      if (exchange.answers !== 1) notOnce.push(exchange.answers);
      discord.forget(exchange);
      if (count === (PEOPLE * EACH) / 4) early = heapInUse();
      const fault = count % FAULT_EVERY === 0 ? FAULTS[(count / FAULT_EVERY) % FAULTS.length] : undefined;
      if (fault !== undefined) discord.fail(/(?:callback|original)$/, fault);
      // The next cut only after the last one was got over: what is cut before has no session that could be resumed.
      if (cuts < CUTS && discord.gateway.counts.resumed === cuts && count > (cuts * PEOPLE * EACH) / (CUTS + 1)) {
        cuts += 1;
        discord.gateway.cut();
      }
    };
    await Promise.all(Array.from({ length: PEOPLE }, async (_, number) => await live(discord, number, onExchange)));
    const growth = heapInUse() - early;

    expect({ count, cuts, resumed: discord.gateway.counts.resumed, late, notOnce }).toEqual({
      count: PEOPLE * EACH,
      cuts: CUTS,
      resumed: CUTS,
      late: [],
      notOnce: [],
    });
    expect(growth).toBeLessThan(GROWTH);
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
    // What came of 2,000 interactions has not confused it.
    await discord.replyTo(discord.say(`<@${BOT_ID}> still there?`));
    await bot.stop();
    await discord.close();
  },
);

/** Bytes that are still needed. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
