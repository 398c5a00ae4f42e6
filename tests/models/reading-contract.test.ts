import { afterAll, beforeAll } from 'vitest';
import { createChatClient } from '../../src/models/chat-client.ts';
import { createModelReader } from '../../src/models/model-reader.ts';
import { ANSWERED, readingContract, UNANSWERED } from '../core/answers/reading.contract.ts';
import { modelServer, type ModelReply, type ModelServer } from '../support/model-server.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());

type Request = Parameters<Parameters<ModelServer['play']>[0]>[0];

// A good model: it knows which words answer each question, which it is told by the part that it is asked for.
const right = new Map([...ANSWERED, ['渡輪公司是否申請加價？', '申請加價一成'] as const]);

function good({ user }: Request): ModelReply {
  if (user.languages !== undefined) return '{"terms":["合唱團","演出"]}';
  const [part = ''] = user.parts ?? [];
  const words = right.get(part);
  const n = user.candidates?.find(({ quote }) => words !== undefined && quote.includes(words))?.n;
  const lacks = UNANSWERED.includes(part) ? 'topic' : null;
  const polarity = user.yesno === true ? 'yes' : null;
  return JSON.stringify({
    answers: n === undefined ? [] : [{ n, part: 0, polarity }],
    lacks: n === undefined ? lacks : null,
  });
}

const modelWith = (decide: (request: Request) => ModelReply) => () => {
  const client = createChatClient({ url: server.url, model: 'good', key: null });
  const own = createModelReader({ model: 'good', client, timeout: 60_000, atOnce: 2 });
  server.play(decide);
  return { when: 'all', forQuestion: own.forQuestion } as const;
};

readingContract('a model that knows the answers', modelWith(good));
// A model that fails leaves the built-in ranking, which passes.
readingContract(
  'a model that is gone',
  modelWith(() => ({ status: 503 })),
);
