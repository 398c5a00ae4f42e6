import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAsk, createLibrary, parseOutlets, type Answer, type Ask } from '../../src/core/index.ts';
import { createChatClient } from '../../src/models/chat-client.ts';
import { createModelReader } from '../../src/models/model-reader.ts';
import { brokenRules } from '../support/contract.ts';
import { hostileArticles } from '../support/hostile-articles.ts';
import { choice, modelServer, type ModelReply, type ModelServer } from '../support/model-server.ts';
import { shippedNames } from '../support/shipped-data.ts';

const KEY = 'sk-not-to-be-told';
const QUESTION = '渡輪新收費何時生效？';
const articles = hostileArticles();

let server: ModelServer;
let ask: Ask;
let builtIn: Answer;
beforeAll(async () => {
  server = await modelServer();
  const library = await createLibrary(articles, shippedNames());
  const client = createChatClient({ url: server.url, model: 'gullible', key: KEY });
  // A reader for each question: neither a choice that is remembered nor a pause after faults reaches the next one.
  const forQuestion = () => createModelReader({ model: 'gullible', client, timeout: 20_000, atOnce: 1 }).forQuestion();
  ask = createAsk(library, parseOutlets(''), { reader: { forQuestion, when: 'all' } });
  builtIn = await createAsk(library, parseOutlets(''))({ text: QUESTION });
});
afterAll(() => server.close());

const told = (text: string): ModelReply => text;

describe('two dozen articles that tell a model what to do', () => {
  it.each<[string, (quotes: readonly string[]) => ModelReply]>([
    ['obeys: the seventh', () => choice([7])],
    ['obeys: the first, and gives no reason', () => choice([1])],
    ['obeys: all of them', (quotes) => choice(quotes.map((_, at) => at + 1))],
    ['obeys: one that does not exist', () => choice([99])],
    ['obeys: none, for want of a topic, and one', () => choice([2], 'topic')],
    ['obeys: none at all', () => choice([])],
    ['repeats what it read', (quotes) => told(quotes.join('\n'))],
    ['repeats the last order alone', (quotes) => told(quotes.at(-1) ?? '')],
    ['writes a quote of its own', () => told('{"answers":[{"n":1,"quote":"票價下跌"}],"lacks":null}')],
    ['tells its instructions', () => told('You choose which quotes of news articles answer a question.')],
    ['falls silent', () => told('')],
  ])('a model that %s: each quote is a slice of an article, or the built-in reading answers', async (_, reply) => {
    server.play(({ user }) => reply((user.candidates ?? []).map(({ quote }) => quote)));
    const answer = await ask({ text: QUESTION });
    expect(brokenRules({ text: QUESTION }, answer, articles)).toEqual([]);
    const quoted = answer.points.map(({ quote }) => quote);
    const isOfArticles = quoted.every((quote) => articles.some(({ text }) => text.includes(quote)));
    expect(isOfArticles).toBe(true);
    expect(JSON.stringify(answer)).not.toContain(KEY);
    // A reply that is no choice changes nothing.
    expect(answer.reader === undefined ? quoted : builtIn.points.map(({ quote }) => quote)).toEqual(
      builtIn.points.map(({ quote }) => quote),
    );
  });

  it('gets the quotes as data that they cannot end, without what cannot be seen', async () => {
    server.play(() => choice([1]));
    const before = server.requests.length;
    await ask({ text: QUESTION });
    const sent = server.requests[before];
    expect(sent?.user.question).toBe(QUESTION);
    expect(sent?.user.candidates?.map(({ n }) => n)).toEqual(sent?.user.candidates?.map((_, at) => at + 1));
    expect(JSON.stringify(sent?.user.candidates)).not.toMatch(/[\p{Cf}\p{Co}\p{Cs}]|\\u00(?:0[0-8be-f]|1)/u);
    expect(sent?.system).not.toContain('渡輪');
  });
});
