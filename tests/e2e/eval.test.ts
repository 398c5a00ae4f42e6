import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';

const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

const COVERAGE = lines([
  {
    id: 'hit',
    question: '布林肯和王毅會談了多久？',
    type: 'fact',
    articles: ['rfa-2023-10-28', 'epoch-2023-10-28'],
    must: [['王毅'], ['布林肯', '无此人']],
  },
  { id: 'miss', question: '布林肯和王毅會談了多久？', type: 'fact', articles: ['hkcn-2021-02-06'], must: [['一分鐘']] },
  { id: 'silent', question: '比特币现在多少钱？', type: 'unanswerable', articles: [], must: [] },
  { id: 'chat', question: '你好', type: 'chat', articles: [], must: [] },
]);

it('prints the figures for questions about a coverage, and the misses on request', async () => {
  const file = join(folderWith({ 'coverage.jsonl': COVERAGE }), 'coverage.jsonl');
  const { status, stdout, stderr } = await readoutHere(['eval', file, '--show']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^MISS miss \[fact\] 布林肯和王毅會談了多久？\n {5}answered [01]\.\d\d /);
  expect(stdout).toMatch(/^questions 4 {2}seconds \d+\.\d\d$/m);
  expect(stdout).toMatch(/^answerable 2 {2}answered 100\.0 {2}cite@1 50\.0 {2}hit@1 50\.0 {2}hit@3 50\.0$/m);
  expect(stdout).toMatch(/^characters quoted, median: first point \d+, first three \d+$/m);
  // In which tenth an answer falls is the weights' affair.
  expect(stdout).toMatch(
    /^unanswerable 1 {2}abstained 100\.0\nconfidence, right first: 0\.\d-[01]\.\d 1\/2\nfact 1\/2 {2}unanswerable 1\/1 {2}chat 1\/1$/m,
  );
});

it('prints the figures for reading comprehension', async () => {
  const article = '美国务院发言人谈布林肯国务卿与中国外长王毅会面';
  const rows = [{ id: 1, question: '布林肯和王毅在哪里会面？', article, answers: ['无此人', '华盛顿'] }];
  const file = join(folderWith({ 'squad.jsonl': lines(rows) }), 'squad.jsonl');
  const { stdout } = await readoutHere(['eval', file, '--outlet', 'RFA']);
  expect(stdout).toContain('cite@1 100.0');
  expect(stdout).toContain('\nsquad 1/1\n');
});

it('asks the questions of one conversation as turns of it', async () => {
  const turn = (id: string, question: string, must: string, conversation?: string) => ({
    id,
    question,
    type: 'followup',
    articles: ['rfa-2023-10-28'],
    must: [[must]],
    conversation,
  });
  const rows = [
    turn('first', '布林肯和王毅会谈了多久？', '小时', 'one'),
    turn('next', '在哪里？', '华盛顿', 'one'),
    turn('lost', '在哪里？', '华盛顿'),
  ];
  const file = join(folderWith({ 'turns.jsonl': lines(rows) }), 'turns.jsonl');
  const { stdout } = await readoutHere(['eval', file, '--show', '--outlet', 'RFA']);
  expect(stdout).toMatch(/^MISS lost \[followup\]/);
  expect(stdout).toContain('\nfollowup 2/3\n');
});

it('misses an answer of another kind, or with other filters, than is expected', async () => {
  const row = (id: string, more: object) => ({
    id,
    question: '自由亚洲电台 2023年6月 秦刚说了什么？',
    type: 'filter',
    articles: ['rfa-2023-06-14'],
    must: [],
    ...more,
  });
  const rows = [
    row('good', { kind: 'answered', filters: { outlet: '自由亚洲电台', since: '2023-06-01', tag: null } }),
    row('kind', { kind: 'timeline' }),
    row('filters', { filters: { since: '2023-06-02' } }),
  ];
  const file = join(folderWith({ 'kinds.jsonl': lines(rows) }), 'kinds.jsonl');
  const { stdout } = await readoutHere(['eval', file, '--show']);
  expect(stdout.match(/^MISS \w+/gm)).toEqual(['MISS kind', 'MISS filters']);
});

it.each([
  ['a missing file', 'nothing.jsonl', 'cannot be read'],
  ['a line of neither kind', 'bad.jsonl', 'bad.jsonl:2: this is no question'],
  ['an empty file', 'empty.jsonl', 'holds no question'],
])('%s ends with 1 and a sentence', async (_, name, sentence) => {
  const dir = folderWith({ 'bad.jsonl': `${COVERAGE.split('\n')[0]}\n{}\n`, 'empty.jsonl': '\n' });
  const { status, stdout, stderr } = await readoutHere(['eval', join(dir, name)]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(sentence);
});
