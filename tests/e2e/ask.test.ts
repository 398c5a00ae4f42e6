import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/messages/index.ts';
import { emptyFolder } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
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
    const { stdout } = await readoutHere([
      'ask',
      '--json',
      'How',
      'long',
      'did',
      'Blinken',
      'and',
      'Wang',
      'Yi',
      'meet?',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ question: 'How long did Blinken and Wang Yi meet?', kind: 'answered' });
  });

  it('prints one object on one line with --json, with all that was agreed on', async () => {
    const { stdout } = await readoutHere(['ask', '--json', QUESTION]);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    for (const field of ['question', 'kind', 'confidence', 'points', 'citations', 'nearest', 'unmatched', 'filters'])
      expect(answer).toHaveProperty(field);
  });

  it('quotes exactly what `readout article` prints', async () => {
    const { points, citations } = JSON.parse((await readoutHere(['ask', '--json', QUESTION])).stdout) as {
      points: { quote: string; citation: number; start: number; end: number }[];
      citations: { number: number; articleId: string }[];
    };
    expect(points.length).toBeGreaterThan(0);
    for (const { quote, citation, start, end } of points) {
      const id = citations.find(({ number }) => number === citation)?.articleId ?? '';
      const { text } = JSON.parse((await readoutHere(['article', id, '--json'])).stdout) as { text: string };
      expect(text.slice(start, end)).toBe(quote);
    }
  });

  it.each([[[]], [['-']]])('reads the question from stdin where the words given are %j', async (words) => {
    const { status, stdout } = await readoutHere(['ask', '--json', ...words], { input: `\uFEFF${QUESTION}\r\n` });
    expect([status, (JSON.parse(stdout) as { question: string }).question]).toEqual([0, QUESTION]);
  });

  it('takes options before and after the command', async () => {
    const { stdout } = await readoutHere([
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
    const { stdout } = await readoutHere(['ask', '--lang', 'en', QUESTION]);
    expect(stdout).toContain('Sources\n[1] digest of ');
  });

  it.each((['zh-Hant', 'zh-Hans', 'en'] as const).flatMap((lang) => catalogue(lang).examples))(
    'answers what the help gives as an example: %s',
    async (example) => {
      const { stdout } = await readoutHere(['ask', '--json', example]);
      expect(JSON.parse(stdout)).toMatchObject({ kind: 'answered' });
    },
  );

  it('does not say that the coverage tells of a word that only a dictionary puts into it', async () => {
    const { stdout } = await readoutHere(['ask', 'Who won the World Cup?']);
    expect(stdout).toMatch(/does not answer[^]*Not mentioned anywhere in the corpus: World Cup/u);
    expect(stdout).not.toContain('“won”');
  });

  it('counts "not found" and a greeting as success', async () => {
    for (const words of ['比特币现在多少钱', '你好']) expect((await readoutHere(['ask', words])).status).toBe(0);
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

describe('filters', () => {
  interface Narrowed {
    readonly kind: string;
    readonly filters: unknown;
    readonly citations: readonly { readonly author: string | null; readonly outlet: string | null }[];
  }
  const narrowed = async (...args: string[]): Promise<Narrowed> =>
    JSON.parse((await readoutHere(['ask', '--json', ...args])).stdout) as Narrowed;

  it('by author takes the name in either script, and quotes nobody else', async () => {
    const answer = await narrowed('--author', '黃春梅', '秦剛說了甚麼？');
    expect(answer).toMatchObject({ kind: 'answered', filters: { author: '黄春梅' } });
    expect(new Set(answer.citations.map(({ author }) => author))).toEqual(new Set(['黄春梅']));
  });

  it('by tag', async () => {
    expect(await narrowed('--tag', '古巴', '布林肯說了甚麼？')).toMatchObject({
      kind: 'answered',
      filters: { tag: '古巴' },
      citations: [{ outlet: '自由亚洲电台' }],
    });
  });

  it('to days of which there is nothing says what days there are, and what there is without', async () => {
    const { status, stdout } = await readoutHere(['ask', '--since', '2030', '王毅說了甚麼？']);
    expect(stdout).toContain('\n資料庫收錄的報道由 2021-02-06 至 2023-10-28。\n');
    expect(stdout).toMatch(/撇除上述限制.+\n {2}1\. .+ · 202\d-/);
    expect(stdout).not.toContain('/anywhere');
    expect(status).toBe(0);
  });

  it('in the words is dropped with --anywhere', async () => {
    const words = '自由亞洲電台 2023年6月 秦剛說了甚麼？';
    expect((await narrowed(words)).filters).toEqual({
      outlet: '自由亚洲电台',
      since: '2023-06-01',
      until: '2023-06-30',
    });
    expect((await narrowed('--anywhere', words)).filters).toEqual({ outlet: null, since: null, until: null });
  });
});

describe('kinds of answers', () => {
  it.each([
    ['comparison', /^(?:大纪元|自由亚洲电台|眾新聞)（摘要）\n/m],
    ['timeline', /^2023-10-26 – 2023-10-27\n/m],
    ['listing', /^共 \d 篇：\n {2}1\. .+ · 2023-10-28 · /m],
  ])('--as %s', async (kind, shown) => {
    const { status, stdout } = await readoutHere(['ask', '--as', kind, '布林肯和王毅的會面']);
    expect(stdout).toMatch(shown);
    expect(status).toBe(0);
  });

  it('are read out of the words', async () => {
    const { stdout } = await readoutHere(['ask', '大紀元和自由亞洲電台怎樣報道布林肯和王毅的會面？']);
    expect(stdout).toMatch(/^大纪元（摘要）\n[^]+^自由亚洲电台（摘要）\n[^]+^出處\n/m);
  });
});

it('a question that leans on nothing is asked back, which is no fault', async () => {
  const { status, stdout, stderr } = await readoutHere(['ask', 'Why?', '--lang', 'en']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Who or what is that about\? .+\n$/);
});

describe('a question that cannot be looked up', () => {
  it.each([
    ['empty', ''],
    ['of white space', '  \n '],
    ['of 100,000 characters', '問'.repeat(100_000)],
    ['of emoji', '🐼🐼🐼'],
    ['of control characters', '\u0001\u0002\u0007\u009b'],
  ])('%s ends with 2 and a sentence', async (_, input) => {
    const asText = await readoutHere(['ask'], { input });
    expect([asText.status, asText.stdout]).toEqual([2, '']);
    expect(asText.stderr).toMatch(/^\P{Cc}{10,200}\n$/u);
    const asJson = await readoutHere(['ask', '--json'], { input });
    expect([asJson.status, asJson.stderr]).toEqual([2, '']);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ kind: 'rejected', points: [], citations: [] });
  });

  it.each([
    ['--since', 'yesterday-ish'],
    ['--until', '2023-02-30'],
    ['--outlet', 'The Daily Planet'],
    ['--author', 'Clark Kent'],
    ['--tag', 'kryptonite'],
    ['--as', 'poem'],
  ])('%s %s ends with 2 and a sentence that names it', async (option, value) => {
    const { status, stdout, stderr } = await readoutHere(['ask', option, value, 'What did Blinken say?']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(value);
  });
});
