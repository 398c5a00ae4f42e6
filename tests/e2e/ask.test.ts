import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/folders.ts';
import { readout } from '../support/program.ts';

const QUESTION = '布林肯和王毅會談了多久？';

describe('readout ask', () => {
  it('prints quotations and their sources, without colour on a pipe', async () => {
    const { status, stdout, stderr } = await readout(['ask', QUESTION], { env: { FORCE_HYPERLINK: '1' } });
    expect(stdout).toMatch(/^ {2}(?:.+：)?「.*王毅.*」 \[1\]$/m);
    expect(stdout).toMatch(/^出處\n\[1\] .*（摘要） · 2023-10-28 · /m);
    expect(stdout).not.toContain('\u001b');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('joins the words of a question that was not put in quotation marks', async () => {
    const { stdout } = await readout(['ask', '--json', 'How', 'long', 'did', 'Blinken', 'and', 'Wang', 'Yi', 'meet?']);
    expect(JSON.parse(stdout)).toMatchObject({ question: 'How long did Blinken and Wang Yi meet?', kind: 'answered' });
  });

  it('prints one object on one line with --json, with all that was agreed on', async () => {
    const { stdout } = await readout(['ask', '--json', QUESTION]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    for (const field of ['question', 'kind', 'confidence', 'points', 'citations', 'nearest', 'unmatched', 'filters'])
      expect(answer).toHaveProperty(field);
  });

  it('quotes exactly what `readout article` prints', async () => {
    const { points, citations } = JSON.parse((await readout(['ask', '--json', QUESTION])).stdout) as {
      points: { quote: string; citation: number; start: number; end: number }[];
      citations: { number: number; articleId: string }[];
    };
    expect(points.length).toBeGreaterThan(0);
    for (const { quote, citation, start, end } of points) {
      const id = citations.find(({ number }) => number === citation)?.articleId ?? '';
      const { text } = JSON.parse((await readout(['article', id, '--json'])).stdout) as { text: string };
      expect(text.slice(start, end)).toBe(quote);
    }
  });

  it('reads the question from stdin where no words are given', async () => {
    const { status, stdout } = await readout(['ask', '--json'], { input: `\uFEFF${QUESTION}\r\n` });
    expect([status, (JSON.parse(stdout) as { question: string }).question]).toEqual([0, QUESTION]);
  });

  it('takes options before and after the command', async () => {
    const { stdout } = await readout([
      '--since',
      '2023-06',
      'ask',
      '--json',
      QUESTION,
      '--outlet',
      'rfa',
      '--limit',
      '1',
    ]);
    const answer = JSON.parse(stdout) as { points: unknown[]; filters: unknown };
    expect(answer.filters).toEqual({ outlet: '自由亚洲电台', since: '2023-06-01', until: null });
    expect(answer.points).toHaveLength(1);
  });

  it('answers in the language that is asked for', async () => {
    const { stdout } = await readout(['ask', '--lang', 'en', QUESTION]);
    expect(stdout).toContain('Sources\n[1] digest of ');
  });

  it('counts "not found" and a greeting as success', async () => {
    for (const words of ['比特币现在多少钱', '你好']) expect((await readout(['ask', words])).status).toBe(0);
  });

  it('works from another folder, with a .env there that is read quietly', async () => {
    const cwd = emptyFolder();
    mkdirSync(`${cwd}/articles`);
    writeFileSync(
      `${cwd}/articles/one.md`,
      '---\ntitle: Only one\noutlet: RFA\ndate: 2024-01-01\n---\n\nThe panda slept.\n',
    );
    writeFileSync(`${cwd}/.env`, 'CORPUS_DIR=articles\n');
    const { stdout, stderr } = await readout(['sources', '--json'], { cwd });
    expect([(JSON.parse(stdout) as { articles: number }).articles, stderr]).toEqual([1, '']);
  });
});

describe('a question that cannot be looked up', () => {
  it.each([
    ['empty', ''],
    ['of white space', '  \n '],
    ['of 100,000 characters', '問'.repeat(100_000)],
    ['of emoji', '🐼🐼🐼'],
    ['of control characters', '\u0001\u0002\u0007\u009b'],
  ])('%s ends with 2 and a sentence', async (_, input) => {
    const asText = await readout(['ask'], { input });
    expect([asText.status, asText.stdout]).toEqual([2, '']);
    expect(asText.stderr).toMatch(/^\P{Cc}{10,200}\n$/u);
    const asJson = await readout(['ask', '--json'], { input });
    expect([asJson.status, asJson.stderr]).toEqual([2, '']);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ kind: 'rejected', points: [], citations: [] });
  });

  it.each([
    ['--since', 'yesterday-ish'],
    ['--until', '2023-02-30'],
    ['--outlet', 'The Daily Planet'],
  ])('%s %s ends with 2 and a sentence that names it', async (option, value) => {
    const { status, stdout, stderr } = await readout(['ask', option, value, 'What did Blinken say?']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(value);
  });
});
