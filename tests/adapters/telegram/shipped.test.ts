import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOpener } from '../../../src/open-library.ts';
import { startedBot, type Harness } from '../../support/telegram-harness.ts';
import { asMessage, inlineAnswer, person, replyOf, type Reply } from '../../support/telegram-people.ts';
import { telegramServer, type TelegramServer } from '../../support/telegram-server.ts';

// The corpus that ships, asked in Telegram: every message is judged as Telegram would.

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const QUESTIONS = readFileSync(root('tests/fixtures/questions/coverage.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);

let server: TelegramServer;
let harness: Harness;

beforeAll(async () => {
  server = await telegramServer();
  const { ask, articles } = await libraryOpener(root('data'), {
    usualLang: 'zh-Hant',
    onAnswer: () => undefined,
    onFault: () => undefined,
    openModel: null,
  })({ dirs: [root('corpus')], index: null });
  harness = await startedBot(server, { ask, articles });
});
afterAll(async () => {
  await harness.bot.stop();
  await server.close();
});

type Person = ReturnType<typeof person>;

/** Asks, then presses every button below the answer, and resolves to all that came back. */
async function explore(ann: Person, text: string): Promise<Reply[]> {
  const question = ann.message(text, {});
  server.update({ message: question });
  const replies = [await newest(ann)];
  for (const { callback_data: data } of replies[0]?.buttons ?? []) {
    server.forget();
    // Only whoever pressed is told that there is nothing more.
    const notice = await ann.press(data, asMessage(replies[0] as Reply, question));
    if (notice === '') replies.push(await newest(ann));
  }
  server.forget();
  return replies;
}

const newest = async (ann: Person): Promise<Reply> =>
  replyOf(
    await server.until(
      ({ method, status, payload }) =>
        status === 200 &&
        payload['chat_id'] === ann.id &&
        // The passage around another quote takes the place of the one before.
        (method === 'editMessageText' || (method === 'sendMessage' && isLast(payload))),
    ),
  );

// A short answer is one message: the last that is a reply, with or without buttons.
const isLast = (payload: Readonly<Record<string, unknown>>): boolean => payload['reply_parameters'] !== undefined;

describe('the corpus that ships, in Telegram', () => {
  it('every question of ours, and every button below some of the answers, gives what Telegram takes', async () => {
    for (const [at, question] of QUESTIONS.entries()) {
      if (at % 5 === 0) await explore(person(server), question);
      else await person(server).says(question);
    }
    expect(server.complaints).toEqual([]);
    expect(harness.logged.filter((line) => !line.startsWith('debug'))).toEqual([]);
  });

  it.each([
    ['/compare 布林肯和王毅的會談', /大纪元[^]*自由亚洲电台|自由亚洲电台[^]*大纪元/u],
    ['/timeline 布林肯', /2021-02-0\d[^]*2023-10-2\d/u],
    ['/ask 布林肯和王毅會談了多久？', /小时/u],
    ['/sources', /自由亚洲电台/u],
    ['/article 2023-06-14-rfa-blinken-qin-call', /美中外长通话/u],
    ['列出關於布林肯的報道', /^問題：.*\n\n共 5 篇：/u],
  ])('%s', async (text, expected) => {
    const [reply] = await explore(person(server), text);
    expect(reply?.text).toMatch(expected);
    expect(server.complaints).toEqual([]);
  });

  it('a follow-up is understood from the question before, by each person for themselves', async () => {
    const [ann, bob] = [person(server), person(server)];
    await ann.says('楊潔篪怎樣說台灣問題？');
    await bob.says('秦剛怎樣說台灣問題？');
    expect((await ann.says('那新疆呢？')).text).toMatch(/^理解為：.*楊潔篪.*新疆/u);
    expect((await bob.says('那新疆呢？')).text).toMatch(/^理解為：.*秦[剛刚].*新疆/u);
  });

  it('an inline query brings up quotes', async () => {
    const { results } = await inlineAnswer(server, person(server).type('布林肯和王毅會談了多久？'));
    expect(results).not.toEqual([]);
    expect(server.complaints).toEqual([]);
  });
});
