import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
import { readout } from '../support/program.ts';

const QUESTION = '布林肯和王毅會談了多久？';
const dir = folderWith({
  'good.md': '---\ntitle: A good one\noutlet: RFA\ndate: 2024-01-02\n---\n\nThe panda slept well.\n',
  'binary.md': '\u0000\u0001',
  'batch.jsonl': `${JSON.stringify({ id: 1, question: QUESTION })}\n{"id":2}\n`,
  'set.jsonl': JSON.stringify({ id: 1, question: QUESTION, type: 'chat', articles: [], must: [] }),
});

// What the other tests of these commands rely on: they run them in this process.
it.each([
  { args: ['--help'] },
  { args: ['--version'] },
  { args: ['sorces'] },
  { args: ['ask', '--frobnicate'] },
  { args: ['ask', QUESTION] },
  { args: ['ask', 'How', 'long', 'did', 'Blinken', 'and', 'Wang', 'Yi', 'meet?'] },
  { args: ['ask', '--json'], input: `${QUESTION}\n` },
  { args: ['ask', '--json', '--outlet', 'RFA', '--as', 'timeline', '布林肯'] },
  { args: ['ask', '--since', 'soon', QUESTION] },
  { args: ['ask', '--corpus', join(dir, 'nowhere'), QUESTION] },
  { args: ['ask', '--batch', join(dir, 'batch.jsonl')] },
  { args: ['ask', '--batch', '-'], input: `${JSON.stringify({ id: 1, question: QUESTION })}\n` },
  { args: ['article', '2023-06-14-rfa-blinken-qin-call'] },
  { args: ['article', 'nope'] },
  { args: ['statements', '--json', '台灣'] },
  { args: ['sources', '--corpus', dir] },
  { args: ['check', dir] },
  { args: ['check', '--json', dir] },
  { args: ['takedown', '--corpus', dir] },
])('$args: the same in this process as in one of its own', async ({ args, input = '' }) => {
  const [here, there] = [await readoutHere(args, { input }), await readout(args, { input })];
  expect(here).toEqual(there);
});

it('readout eval: the same in this process as in one of its own, but for the time it takes', async () => {
  const args = ['eval', '--show', join(dir, 'set.jsonl')];
  const timeless = ({ stdout, ...rest }: Awaited<ReturnType<typeof readout>>) => ({
    ...rest,
    stdout: stdout.replace(/seconds [\d.]+/, ''),
  });
  expect(timeless(await readoutHere(args))).toEqual(timeless(await readout(args)));
});
