import { afterAll, expect, it } from 'vitest';
import { articleKey } from '../../../src/adapters/chat/article-keys.ts';
import { FERRIES, MOODS, moodyArchive } from '../../support/moody-model.ts';
import { startedBot } from '../../support/telegram-harness.ts';
import { asMessage, GROUP, inlineAnswer, person, replyOf, type Reply } from '../../support/telegram-people.ts';
import { ME, telegramServer, type TelegramRequest } from '../../support/telegram-server.ts';

// As many as show a fault soon; SOAK=10 is ten times as long.
const PEOPLE = 8;
const TIMES = Number(process.env['SOAK'] ?? 1);
const ROUNDS = 2 * TIMES;
// Milliseconds.
const TIME_LIMIT = 120_000 * TIMES;

const SUPERGROUP = { id: -100_501, type: 'supergroup', title: 'What the group became' } as const;
const FORMER = { id: -500, type: 'group', title: 'A group' } as const;
const KICKED = { id: -100_600, type: 'supergroup', title: 'Where the bot is no more' } as const;
const FORUM = { id: -100_700, type: 'supergroup', title: 'A forum', is_forum: true } as const;
const CLOSED_TOPIC = 7;

/** Updates that Telegram's documentation does not know: nothing of them is answered, and nothing else suffers. */
const BROKEN = [
  { message: { message_id: 1 } },
  { message: null },
  { edited_message: { text: 'x' } },
  { callback_query: { id: 'b', from: null } },
  { inline_query: { id: 'b' } },
  { my_chat_member: {} },
  { guest_message: { message_id: 2 } },
  { something_new: { of: 2031 } },
  {},
];

/** What a group that moved, one that the bot was put out of, and a topic that was closed answer. */
function refusalOf(method: string, { chat_id: chat, message_thread_id: topic }: TelegramRequest['payload']) {
  if (method !== 'sendMessage') return null;
  if (chat === FORMER.id)
    return {
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: SUPERGROUP.id },
    };
  if (chat === KICKED.id) return { code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' };
  if (topic === CLOSED_TOPIC) return { code: 400, description: 'Bad Request: message thread not found' };
  return null;
}

const archive = await moodyArchive(FERRIES);
const server = await telegramServer();
afterAll(async () => {
  await server.close();
  await archive.close();
});

const repliesTo =
  (id: unknown, method = 'sendMessage') =>
  ({ method: own, status, payload }: TelegramRequest): boolean =>
    own === method &&
    status === 200 &&
    (payload['reply_parameters'] as { message_id?: unknown } | undefined)?.message_id === id;

it(
  'a day of questions, replies, edits, presses, moves, lost permissions and broken updates, with a model in each mood: each is answered once',
  async () => {
    const { bot, logged } = await startedBot(server, { ask: archive.ask, articles: archive.library.articles });
    let requests = 0;
    // Now and then a request fails on its way.
    server.onRequest((method, payload) => {
      const refused = refusalOf(method, payload);
      if (refused !== null || method === 'getMe') return refused;
      requests += 1;
      if (requests % 17 === 0) return 'reset';
      return requests % 23 === 0 ? { code: 429, parameters: { retry_after: 0 } } : null;
    });
    const people = Array.from({ length: PEOPLE }, () => person(server));
    const written: unknown[] = [];
    const lost: unknown[] = [];

    /** One person's round: a question, a reply to its answer, an edit, presses and typing. */
    async function live(who: (typeof people)[number], round: number): Promise<void> {
      const note = (message: Readonly<Record<string, unknown>>): unknown => {
        written.push(message['message_id']);
        return message['message_id'];
      };
      const answered = async (id: unknown): Promise<Reply> => replyOf(await server.until(repliesTo(id)));
      const ask = (text: string, more = {}) => who.write(`${text}（${who.id}-${round}）`, more);
      const question = ask('渡輪何時復航？');
      const first = await answered(note(question));
      await answered(
        note(ask(`@${ME.username} 加價多少？`, { chat: GROUP, reply_to_message: asMessage(first, question) })),
      );
      await answered(note(ask(`@${ME.username} 渡輪公司申請甚麼？`, { chat: FORMER })));
      await answered(
        note(
          ask(`@${ME.username} 誰說風浪減弱？`, {
            chat: FORUM,
            message_thread_id: CLOSED_TOPIC,
            is_topic_message: true,
          }),
        ),
      );
      lost.push(ask(`@${ME.username} 誰？`, { chat: KICKED })['message_id']);
      const edited = ask('船長怎樣說？');
      await answered(note(edited));
      const before = server.requests.filter(({ method }) => method === 'editMessageText').length;
      server.update({ edited_message: { ...edited, text: '渡輪加價多少？', edit_date: 1_700_000_100 } });
      await server.until(
        ({ method, status }) =>
          method === 'editMessageText' &&
          status === 200 &&
          server.requests.filter((each) => each.method === 'editMessageText').length > before,
      );
      // What a press brings stands below the question as well, which is why this one is another.
      const pressed = ask('渡輪何時復航？');
      const below = asMessage(await answered(pressed['message_id']), pressed);
      for (const { callback_data: data } of first.buttons.slice(0, 2)) await who.press(data, below);
      await inlineAnswer(server, who.type(`渡輪 ${round}`));
      await answered(note(who.write(`/article ${articleKey(archive.library.articles[0]?.id ?? ('' as never))}`)));
      server.update(BROKEN[(who.id + round) % BROKEN.length] ?? {});
    }

    for (const mood of MOODS)
      for (let round = 0; round < ROUNDS; round++) {
        archive.is(mood);
        await Promise.all(people.map(async (who) => await live(who, round)));
      }
    await bot.stop();

    const sent = new Map<unknown, number>();
    for (const request of server.requests)
      for (const id of [...written, ...lost]) if (repliesTo(id)(request)) sent.set(id, (sent.get(id) ?? 0) + 1);
    expect(written.filter((id) => sent.get(id) !== 1)).toEqual([]);
    expect(lost.filter((id) => sent.has(id))).toEqual([]);
    // Of those the log says that they were lost, and why.
    expect(logged.filter((line) => line.startsWith('warn') && line.includes(`chat ${KICKED.id}`))).toHaveLength(
      lost.length,
    );
    expect(Object.keys(archive.faults())).toEqual(expect.arrayContaining(['timeout', 'server-error', 'unreachable']));
    expect(server.complaints).toEqual([]);
  },
  TIME_LIMIT,
);
