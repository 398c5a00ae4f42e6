import { afterAll, expect, it } from 'vitest';
import { BOT_ID, directlyWith, inChannel, inThread, messageBy, person } from '../../support/discord-server/entities.ts';
import type { Exchange } from '../../support/discord-server/exchanges.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { FERRIES, MOODS, moodyArchive } from '../../support/moody-model.ts';
import { botOn, buttonOf, choiceOf, textOf } from './running-bot.ts';

// As many as show a fault soon; SOAK=10 is ten times as long.
const PEOPLE = 4;
const TIMES = Number(process.env['SOAK'] ?? 1);
const ROUNDS = 2 * TIMES;
// Milliseconds.
const TIME_LIMIT = 120_000 * TIMES;

/** Events that discord.js cannot read, or that name what nobody knows. */
const BROKEN: readonly (readonly [name: string, data: object])[] = [
  ['INTERACTION_CREATE', { id: '1', type: 2, data: null }],
  ['INTERACTION_CREATE', { id: '2', type: 99, token: 'x', application_id: BOT_ID }],
  ['INTERACTION_CREATE', { id: '3', type: 3, message: { thread: null }, data: { custom_id: 'no', component_type: 2 } }],
  ['MESSAGE_CREATE', { id: '4', channel_id: '5', author: null }],
  ['SOMETHING_NEW', { of: 2031 }],
];

const archive = await moodyArchive(FERRIES);
const patient = await moodyArchive(FERRIES);
afterAll(async () => {
  await archive.close();
  await patient.close();
});

it(
  'a day of questions, replies, presses, lost permissions and broken payloads, with a model in each mood: each is answered once',
  async () => {
    const discord = await openDiscord({ heartbeat: 500 });
    const { bot, logged } = botOn(discord, { ask: archive.ask, articles: archive.library.articles });
    await bot.start();
    const exchanges: Exchange[] = [];
    const asked: string[] = [];

    /** One person's round: commands, a mention, a reply to the answer of another's, a message that is asked about, and presses. */
    async function live(number: number, label: string): Promise<void> {
      const user = person(`reader-${number}`);
      const place = [inChannel, inThread, directlyWith(user)][number % 3] ?? inChannel;
      const finish = async (exchange: Exchange) => {
        exchanges.push(exchange);
        return await discord.answerTo(exchange);
      };
      const answer = await finish(
        discord.use('ask', { question: `渡輪何時復航${'？'.repeat(1 + number)}` }, { user, place }),
      );
      await finish(discord.press(answer, buttonOf(answer, 'More'), { user, place }));
      await finish(discord.choose(answer, choiceOf(answer, '[1]'), { user, place }));
      await finish(
        discord.useOnMessage('Ask the coverage about this', messageBy(user, place, { content: '船長表示風浪減弱' }), {
          user,
          place,
        }),
      );
      for (const [words, more] of [
        ['加價多少？', {}],
        ['渡輪公司申請甚麼？', { replyTo: answer }],
      ] as const) {
        const question = `${words}（${label}）`;
        asked.push(question);
        discord.say(`<@${BOT_ID}> ${question}`, { user, place, ...more });
        await discord.until(() => saying(question).length > 0, question);
      }
      discord.gateway.dispatch(...(BROKEN[number % BROKEN.length] ?? ['SOMETHING_NEW', {}]));
    }
    const saying = (question: string) => discord.said().filter((message) => textOf(message).includes(question));

    for (const [at, mood] of MOODS.entries())
      for (let round = 0; round < ROUNDS; round++) {
        archive.is(mood);
        // Permissions come and go; the gateway is cut once a mood.
        discord.forbid(...(round === 0 ? [] : (['embeds', 'history'] as const).slice(0, 1 + (at % 2))));
        discord.fail(/(?:callback|original|messages)$/, { kind: 'reset' });
        discord.fail(/(?:callback|original|messages)$/, { kind: 'rate-limit', retryAfter: 0.05 });
        const rounds = Array.from(
          { length: PEOPLE },
          async (_, number) => await live(number, `${mood} ${round} ${number}`),
        );
        await Promise.all(rounds);
        if (round > 0) continue;
        const { resumed } = discord.gateway.counts;
        discord.gateway.cut();
        await discord.until(() => discord.gateway.counts.resumed > resumed, 'a resumed session');
      }

    expect(exchanges).toHaveLength(PEOPLE * ROUNDS * MOODS.length * 4);
    // Below a message that stays, what follows is the answer; that a button then goes is none.
    const answersTo = ({ origin, message, answers, followUps }: Exchange): number =>
      message === origin ? followUps.length : answers;
    expect(exchanges.filter((exchange) => answersTo(exchange) !== 1)).toEqual([]);
    expect(asked.filter((question) => saying(question).length !== 1)).toEqual([]);
    expect(logged.filter((line) => line.startsWith('error') && !line.includes('could not be read'))).toEqual([]);
    expect(Object.keys(archive.faults())).toEqual(expect.arrayContaining(['timeout', 'server-error', 'unreachable']));
    await bot.stop();
    await discord.close();
  },
  TIME_LIMIT,
);

it('whoever asks is acknowledged while the model is still thinking', async () => {
  const discord = await openDiscord();
  const { bot } = botOn(discord, { ask: patient.ask, articles: patient.library.articles });
  await bot.start();
  const release = patient.hold();
  const waiting = Array.from({ length: 10 }, (_, at) => discord.use('ask', { question: `渡輪何時復航${at}？` }));
  await discord.until(() => waiting.every(({ acknowledgedAt }) => acknowledgedAt !== null), 'all acknowledged');
  expect(waiting.filter(({ answeredAt }) => answeredAt !== null)).toEqual([]);
  release();
  for (const exchange of waiting)
    expect(textOf(await discord.answerTo(exchange))).toContain('read by a language model');
  await bot.stop();
  await discord.close();
});
