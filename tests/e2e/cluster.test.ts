import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
import { readout, type Run } from '../support/program.ts';
import { eventually, running } from '../support/running-program.ts';
import { HAS_SEARCHD, sayThatSearchdIsNotThere, startCluster, type TestCluster } from '../support/searchd.ts';

sayThatSearchdIsNotThere();

// Each article has one fact, on a pier of its own: which of the archive answers can be told.
const ARTICLES = 1_100;
const NUMERALS = '甲乙丙丁戊己庚辛壬癸';
const pierOf = (at: number): string =>
  `${[...String(at).padStart(4, '0')].map((digit) => NUMERALS.charAt(Number(digit))).join('')}碼頭`;
const articleAt = (at: number, boats: number): object => ({
  id: `pier-${at}`,
  title: `${pierOf(at)}的渡輪`,
  outlet: '河畔日報',
  date: `2024-03-${String((at % 28) + 1).padStart(2, '0')}`,
  body: `運輸署發言人沈若海表示，${pierOf(at)}每日有${boats}班渡輪開出。\n\n署方稱乘客可在船上購票。`,
});
const boatsAt = (at: number): number => 20 + (at % 70);
const question = (at: number): string => `${pierOf(at)}每日有多少班渡輪？`;
const ASKED = [3, 4, 712, 701, 1_018, 1_099];

let cluster: TestCluster;
let dir: string;
let index: string;
let made: Run;

const write = (name: string, articles: readonly object[]): void =>
  writeFileSync(join(dir, name), articles.map((one) => `${JSON.stringify(one)}\n`).join(''));

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly partial?: boolean;
  readonly points: readonly { readonly quote: string }[];
  readonly citations: readonly { readonly articleId: string }[];
}

async function answersOf(source: readonly string[], questions: readonly string[]): Promise<Told[]> {
  const input = questions.map((text, at) => `${JSON.stringify({ id: String(at), question: text })}\n`).join('');
  const { stdout, stderr } = await readoutHere(['ask', '--batch', '-', ...source], { input });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
}

const here = (): string[] => ['--index', index];
const there = (): string[] => ['--index', cluster.address];

describe.skipIf(!HAS_SEARCHD)('an archive on two machines', () => {
  beforeAll(async () => {
    cluster = await startCluster(2);
    dir = emptyFolder();
    index = join(emptyFolder(), 'saved.index');
    write(
      'piers.jsonl',
      Array.from({ length: ARTICLES }, (_, at) => articleAt(at, boatsAt(at))),
    );
    made = await readout(['index', '--corpus', dir, ...here(), '--to', cluster.address]);
  });
  afterAll(async () => await cluster.stop());

  it('is made by publishing a saved index', () =>
    expect(made).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining(`published to ${cluster.address}: 1,100 articles sent, 0 taken out`) as unknown,
    }));

  it('answers as the file does, field by field, whoever asks', async () => {
    const questions = [
      ...ASKED.map(question),
      '火星上有多少座工廠？',
      '沈若海說了甚麼？',
      '有哪些報道？',
      '船上可以購票嗎？',
    ];
    const [expected, one, other] = await Promise.all([
      answersOf(here(), questions),
      answersOf(there(), questions),
      answersOf(['--index', `sphinx://${cluster.hosts[1]?.name ?? ''}`], questions),
    ]);
    expect(one).toEqual(expected);
    expect(other).toEqual(expected);
    expect(one.slice(0, ASKED.length).map(({ citations }) => citations[0]?.articleId)).toEqual(
      ASKED.map((at) => `piers/pier-${at}`),
    );
  });

  it('gives articles and statements as the file does', async () => {
    for (const command of [
      ['article', 'piers/pier-712', '--json'],
      ['statements', '--json', '--since', '2024-03-27', '--limit', '90'],
      ['sources', '--json'],
    ]) {
      const [ofFile, ofCluster] = await Promise.all([
        readoutHere([...command, ...here()]),
        readoutHere([...command, ...there()]),
      ]);
      expect(ofCluster).toEqual(ofFile);
      expect(ofCluster.status).toBe(0);
    }
  });

  it('is told of what changes, also while it is asked', async () => {
    const { child, prints } = running(there());
    child.stdin.write(`${question(3)}\n`);
    await prints('每日有23班渡輪');
    write('new.jsonl', [articleAt(2_345, 99)]);
    const refreshed = await readout(['index', '--corpus', dir, ...here()]);
    expect(refreshed.stdout).toContain(': 1 articles sent, 0 taken out');
    // Behind the question, a command that there is not: the reply to that comes after the answer.
    let asked = 0;
    await eventually(async () => {
      child.stdin.write(`${question(2_345)}\n/asked${++asked}\n`);
      return (await prints(`/asked${asked}`)).includes('每日有99班渡輪') ? true : null;
    });
    const taken = await readout(['takedown', 'new/pier-2345', '--corpus', dir, ...here()]);
    expect(taken.status).toBe(0);
    child.kill('SIGTERM');
    const [answer] = await answersOf(there(), [question(2_345)]);
    expect(answer?.citations.map(({ articleId }) => articleId)).not.toContain('new/pier-2345');
    expect(answer?.points.map(({ quote }) => quote).join('')).not.toContain('99');
    expect((await readoutHere(['article', 'new/pier-2345', ...there()])).status).toBe(1);
    rmSync(join(dir, 'new.jsonl'));
    expect((await readout(['takedown', 'x', ...there()])).stderr).toContain('where the index is made');
  });

  describe('of which one has failed', () => {
    beforeAll(async () => await cluster.hosts[1]?.kill());
    afterAll(async () => await cluster.hosts[1]?.start());

    it('goes on with what is left, and says so', async () => {
      const answers = await answersOf(there(), ASKED.map(question));
      const isFound = answers.map(({ citations }, at) => citations[0]?.articleId === `piers/pier-${ASKED[at] ?? 0}`);
      expect(new Set(isFound)).toEqual(new Set([true, false]));
      expect(answers.map(({ partial }) => partial)).toEqual(answers.map(() => true));
      const missing = question(ASKED[isFound.indexOf(false)] ?? 0);
      const text = await readoutHere(['ask', `${missing}火星`, ...there(), '--lang', 'en']);
      expect(text.stdout).toContain('Part of the archive did not respond');
    });

    it('does not say that an answer is not there, only that the rest does not have it', async () => {
      const { stdout, status } = await readoutHere(['ask', '沈若海的父親叫甚麼名字？', ...there()]);
      expect(stdout).toContain('有回應的那部分資料庫沒有這個問題的答案');
      expect(stdout).toContain('資料庫有一部分沒有回應');
      expect(status).toBe(0);
    });

    it('says of an article that its machine does not answer', async () => {
      const [one, other] = await Promise.all(
        ['piers/pier-3', 'piers/pier-4'].map(async (id) => await readout(['article', id, ...there()])),
      );
      const [away, had] = one?.status === 0 ? [other, one] : [one, other];
      expect(had?.stdout).toContain('班渡輪開出');
      expect(away).toMatchObject({ status: 1, stdout: '' });
      expect(away?.stderr).toContain('does not answer at present');
    });

    it('is published where it can be, and the rest when it is back', async () => {
      write('more.jsonl', [articleAt(3_456, 11), articleAt(3_457, 12)]);
      const first = await readout(['index', '--corpus', dir, ...here()]);
      expect(first.status).toBe(1);
      expect(first.stderr).toContain(`Did not answer, and still has what it had: ${cluster.hosts[1]?.name ?? ''}`);
      await cluster.hosts[1]?.start();
      const second = await readout(['index', '--corpus', dir, ...here()]);
      expect([first, second].map(({ stdout }) => /(\d+) articles sent/.exec(stdout)?.[1])).toEqual(['1', '1']);
      const answers = await answersOf(there(), [question(3_456), question(3_457)]);
      expect(answers.map(({ citations }) => citations[0]?.articleId)).toEqual(['more/pier-3456', 'more/pier-3457']);
      expect(answers.map(({ partial }) => partial)).toEqual([undefined, undefined]);
      await cluster.hosts[1]?.kill();
    });
  });

  it.each([
    ['sphinx://127.0.0.1:1', 'The index does not answer: 127.0.0.1:1.'],
    ['other', 'has no tables of that name'],
    ['sphinx://one/Two', 'is no address of an index'],
  ])('says in a sentence what is wrong with %s', async (given, sentence) => {
    const address = given === 'other' ? cluster.address.replace('/readout', '/other') : given;
    const { status, stdout, stderr } = await readout(['ask', '--index', address, question(3)]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('is told of nothing any more where publishing was ended', async () => {
    for (const args of [['--to', 'none'], []]) {
      const { status, stdout } = await readout(['index', '--corpus', dir, ...here(), ...args]);
      expect(status).toBe(0);
      expect(stdout).not.toContain('published');
    }
  });

  it('is no file that an index could be made in', async () => {
    const { status, stderr } = await readout(['index', '--corpus', dir, ...there()]);
    expect(status).toBe(2);
    expect(stderr).toContain(`readout index --index FILE --to ${cluster.address}`);
  });

  it('is not read with other names than it was published with', async () => {
    const { openClusterLibrary, readGazetteer } = await import('../../src/core/index.ts');
    await expect(openClusterLibrary(cluster.address, readGazetteer([]), 'others')).rejects.toThrow(/with other names/);
  });
});
