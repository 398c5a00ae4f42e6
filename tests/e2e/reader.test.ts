import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choice, modelServer, type ModelServer } from '../support/model-server.ts';
import { join } from 'node:path';
import { folderWith } from '../support/folders.ts';
import { readout } from '../support/program.ts';

const QUESTION = '布林肯和王毅會談了多久？';
const KEY = 'sk-not-to-be-printed';

let server: ModelServer;
beforeAll(async () => {
  server = await modelServer();
});
afterAll(() => server.close());

const run = async (args: readonly string[]) =>
  await readout(args, { env: { READER_URL: server.url, READER_MODEL: 'small', READER_KEY: KEY, READER_TIMEOUT: '5' } });

describe('the program with a model', () => {
  it('shows the quote that the model chose, and says what that took', async () => {
    server.play(({ user }) => choice([user.candidates?.at(-1)?.n ?? 0]));
    const { stdout, stderr } = await run(['ask', '--json', QUESTION]);
    const last = server.requests.at(-1)?.user.candidates?.at(-1);
    const answer = JSON.parse(stdout) as { points: { quote: string }[]; reader: object };
    expect(answer.points[0]?.quote).toContain(last?.quote ?? 'nothing');
    expect(answer.reader).toMatchObject({ model: 'small', tokens: 930 });
    expect(stderr).toBe('');
  });

  it('answers as without it where it fails, and logs that without key or question', async () => {
    const without = JSON.parse((await readout(['ask', '--json', QUESTION])).stdout) as object;
    server.play(() => ({ status: 401 }));
    const { stdout, stderr, status } = await run(['ask', '--json', QUESTION]);
    expect(JSON.parse(stdout)).toEqual(without);
    expect(status).toBe(0);
    expect(stderr).toContain('READER_KEY');
    expect(stderr).not.toContain(KEY);
    expect(stderr).not.toContain(QUESTION);
  });

  it('`readout reader` tries it with three questions', async () => {
    server.play(({ user }) => (user.languages === undefined ? choice([1]) : '{"terms":["會談"]}'));
    const before = server.requests.length;
    const { stdout, status } = await run(['reader']);
    const asked = server.requests.slice(before);
    expect(asked.filter(({ user }) => user.languages === undefined)).toHaveLength(3);
    // Those for words are counted with the question that they were asked for.
    const tokens = [...stdout.matchAll(/\d+ ms, (\d+) tokens: /g)].map(([, count]) => Number(count));
    expect(tokens).toHaveLength(3);
    expect(tokens.reduce((sum, count) => sum + count)).toBe(930 * asked.length);
    expect(status).toBe(0);
  });

  it('`readout eval --reader` sets it and the built-in reading side by side', async () => {
    const must = [['逾7个小时']];
    const question = { id: 'q', question: QUESTION, type: 'long', articles: [], must };
    const file = join(folderWith({ 'q.jsonl': `${JSON.stringify(question)}\n` }), 'q.jsonl');
    server.play(() => choice([]));
    const { stdout, status } = await run(['eval', file, '--reader']);
    expect(stdout).toMatch(/^ +built-in +small\nfirst right +1 of 1 +0 of 1\n/u);
    expect(stdout).toContain("changed to right 0, to wrong 1 (McNemar's exact test: p = 1.0000)\n");
    expect(stdout).toMatch(/\np95 +\d+ ms +\d+ ms\n/u);
    expect(stdout).toContain('the model chose for 1 of 1 questions, with 930 tokens\n');
    expect(status).toBe(0);
    expect((await readout(['eval', file, '--reader'])).stderr).toContain('READER_URL');
  });

  it('`readout reader` says why nothing came, and what to set where there is no model', async () => {
    server.play(() => ({ status: 404 }));
    const failed = await run(['reader']);
    expect(failed.stdout).toContain('no model "small"');
    expect(failed.status).toBe(1);
    const none = await readout(['reader']);
    expect(none.stderr).toContain('READER_URL');
    expect(none.status).toBe(2);
  });
});
