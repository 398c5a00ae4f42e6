import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderWith } from '../support/folders.ts';
import { readoutHere } from '../support/in-process.ts';
import { PROGRAM } from '../support/installed.ts';
import { articleFile, exitOf, readout, start } from '../support/program.ts';

const ID = '2023-06-14-rfa-blinken-qin-call';
const good = articleFile({ title: 'A good one', outlet: 'RFA', date: '2024-01-02' }, 'The panda slept well.');

describe('readout article', () => {
  it('prints metadata and text', async () => {
    const { status, stdout } = await readoutHere(['article', ID]);
    expect(stdout).toMatch(/^美中外长通话 .*\n\n2023-06-14-rfa-blinken-qin-call\nOutlet {2}digest of 自由亚洲电台\n/);
    expect(stdout).toContain('\n\n据中国外交部网站，');
    expect(status).toBe(0);
  });

  it('prints all fields as JSON', async () => {
    const article = JSON.parse((await readoutHere(['article', ID, '--json'])).stdout) as Record<string, unknown>;
    expect(Object.keys(article)).toEqual([
      'id',
      'title',
      'outlet',
      'author',
      'date',
      'url',
      'lang',
      'tags',
      'digest',
      'path',
      'text',
      'blocks',
      'kind',
      'versions',
      'supersededBy',
      'copies',
      'updated',
      'section',
    ]);
  });

  it('suggests ids that are near an unknown one', async () => {
    const { status, stdout, stderr } = await readoutHere(['article', '2023-06-14-rfa-blinken-qin-cal']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`The nearest: ${ID}`);
  });

  it('says where ids are shown when none is near', async () => {
    const { status, stdout, stderr } = await readoutHere(['article', 'nope']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'There is no article “nope”. The ids of articles are what readout ask --json calls articleId.\n',
    );
  });
});

describe('readout statements', () => {
  it('prints a line for each as the contract has it', async () => {
    const { status, stdout } = await readoutHere(['statements', '台湾', '--speaker', '布林肯', '--json']);
    const lines = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    for (const line of lines) {
      const one = JSON.parse(line) as Record<string, string | number>;
      expect(one).toMatchObject({ speaker: expect.stringMatching(/布林肯|Blinken/) as string });
      for (const key of [
        'articleId',
        'title',
        'outlet',
        'date',
        'url',
        'start',
        'end',
        'quote',
        'mention',
        'reportedBy',
      ])
        expect(one).toHaveProperty(key);
      for (const key of ['mode', 'act', 'addressee', 'section']) expect(one).toHaveProperty(key);
      expect(one['quote']).toMatch(/台/);
    }
  });

  it('prints who, what and where for people', async () => {
    const { stdout } = await readoutHere(['statements', '--limit', '1', '--outlet', '自由亚洲']);
    expect(stdout).toMatch(/^\S+ \[\w+\].*\n {2}\S.*\n {2}\S.* · 20\d\d-\d\d-\d\d · \S+\n\n$/);
  });

  it('refuses an outlet and a day that are none', async () => {
    expect(await readoutHere(['statements', '--outlet', 'nope'])).toMatchObject({ status: 2, stdout: '' });
    expect(await readoutHere(['statements', '--since', 'soon'])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('readout sources', () => {
  it('lists outlets with counts and days', async () => {
    const { stdout } = await readoutHere(['sources']);
    expect(stdout).toMatch(/自由亚洲电台 +2 articles {2}2023-06-14 – 2023-10-28/);
  });

  it('says what to do about a folder without articles; its JSON stays as it is', async () => {
    const dir = emptyFolder();
    const { status, stdout } = await readoutHere(['sources', '--corpus', dir]);
    expect([status, stdout]).toEqual([
      0,
      `0 articles. There is no usable article in "${dir}". To see why: readout check "${dir}"\n`,
    ]);
    const asJson = await readoutHere(['sources', '--json', '--corpus', dir]);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ outlets: [], articles: 0, since: null, until: null });
  });

  it('lists what was left out of a folder where nothing was usable', async () => {
    const dir = folderWith({ 'binary.md': '\u0000\u0001\u0002\u0000' });
    const { stdout } = await readoutHere(['sources', '--corpus', dir]);
    expect(stdout).toMatch(/^0 articles\. .+\n\n1 file was left out.*\n {2}- .*binary\.md: .+\n$/);
  });

  it('says as JSON what was read, when, and what was left out', async () => {
    const dir = folderWith({ 'good.md': good, 'binary.md': '\u0000\u0001\u0002\u0000' });
    const { status, stdout } = await readoutHere(['sources', '--json', '--corpus', dir]);
    const sources = JSON.parse(stdout) as Record<string, unknown>;
    expect(sources).toMatchObject({
      outlets: [{ outlet: '自由亚洲电台', articles: 1, first: '2024-01-02', last: '2024-01-02' }],
      articles: 1,
      since: '2024-01-02',
      until: '2024-01-02',
      leftOut: [{ path: join(dir, 'binary.md'), line: null, reason: expect.any(String) }],
    });
    expect(sources['indexedAt']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(status).toBe(0);
  });
});

describe('readout check', () => {
  it('passes a good folder', async () => {
    const { status, stdout } = await readoutHere(['check', folderWith({ 'good.md': good })]);
    expect(stdout).toBe(
      '1 of 1 article has no link: good\n1 of 1 article has no author: good\n1 article, 0 errors, 0 warnings\n',
    );
    expect(status).toBe(0);
  });

  it('reports an unusable article and fails', async () => {
    const dir = folderWith({ 'good.md': good, 'binary.md': '\u0000\u0001\u0002\u0000' });
    const { status, stdout } = await readoutHere(['check', dir]);
    expect(stdout).toMatch(/binary\.md(?::\d+)?: error: .+\n/);
    expect(stdout).toMatch(/\n1 article, 1 error, 0 warnings\n$/);
    expect(status).toBe(1);
    const asJson = await readoutHere(['check', '--json', dir]);
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      articles: 1,
      errors: 1,
      warnings: 0,
      faults: [{ severity: 'error' }],
    });
    expect(asJson.status).toBe(1);
  });

  it('says what is lacking, what is not read and what was passed over', async () => {
    const nameless = (n: number): string =>
      articleFile({ title: `No. ${n}`, mood: 'fine', date: 'yesterday' }, `Panda ${n} slept.`);
    const files = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`a${n}.md`, nameless(n)]));
    const dir = folderWith({ ...files, 'x.pdf': '%PDF', 'y.pdf': '%PDF', 'picture.jpg': 'x' });
    const { status, stdout } = await readoutHere(['check', dir]);
    expect(status).toBe(0);
    expect(stdout).toContain('5 of 5 articles have no day: a1, a2, a3, …\n');
    expect(stdout).toContain('5 of 5 articles have no outlet: a1, a2, a3, …\n');
    expect(stdout).toContain('1 key is not read: mood (5 articles)\n');
    expect(stdout).toMatch(/5 warnings: "yesterday" is not a date; .+ \(.*a1\.md:\d+, .+, …\)\n/u);
    expect(stdout).toMatch(
      /2 files of other formats were passed over: 2 \.pdf \(.*x\.pdf, .*y\.pdf; save them as text or HTML\)\n/u,
    );
    expect(stdout).toMatch(/\n5 articles, 0 errors, 15 warnings\n$/u);
    const { stdout: json } = await readoutHere(['check', '--json', dir]);
    expect(JSON.parse(json)).toMatchObject({
      articles: 5,
      without: { date: { count: 5 }, outlet: { count: 5 } },
      unread: [{ key: 'mood', count: 5 }],
      passedOver: [{ extension: '.pdf', count: 2 }],
      stories: [],
      estimate: { megabytes: expect.any(Number) as number },
    });
  });
});

describe('readout check of many files', () => {
  it('says the same in threads as in one', async () => {
    const report = (n: number): string =>
      articleFile({ title: `No. ${n}`, date: n % 7 === 0 ? 'soon' : '2024-01-02', outlet: 'RFA' }, `Panda ${n} slept.`);
    const names = Array.from({ length: 600 }, (_, n) => `a${String(n).padStart(3, '0')}.md`);
    const dir = folderWith(Object.fromEntries(names.map((name, n) => [name, n === 300 ? '\u0000' : report(n)])));
    const { status, stdout } = await readout(['check', dir]);
    expect(stdout.split('\n').slice(0, -1)).toEqual([
      expect.stringMatching(/^86 warnings: "soon" is not a date; .+a000\.md:\d, .+a007\.md:\d, .+a014\.md:\d, …\)$/u),
      `${join(dir, 'a300.md')}: error: This is not a text file.`,
      '86 of 599 articles have no day: a000, a007, a014, …',
      '599 of 599 articles have no link: a000, a001, a002, …',
      '599 of 599 articles have no author: a000, a001, a002, …',
      '599 articles, 1 error, 172 warnings',
    ]);
    expect(status).toBe(1);
  });
});

describe('a corpus that cannot be used', () => {
  it.each([
    ['missing', join(emptyFolder(), 'missing'), 'There is no folder'],
    ['a file', join(folderWith({ 'good.md': good }), 'good.md'), 'is not a folder'],
    ['empty', emptyFolder(), 'There is no usable article in'],
  ])('%s: one sentence and 1', async (_, dir, sentence) => {
    for (const args of [['ask', 'Blinken'], ['ask', '--batch', '-'], []]) {
      const { status, stdout, stderr } = await readoutHere([...args, '--corpus', dir], { input: 'Blinken\n' });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toContain(sentence);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('comes from CORPUS_DIR as well, unless --corpus is given', async () => {
    const env = { CORPUS_DIR: '/nowhere' };
    expect((await readout(['sources'], { env })).stderr).toContain('"/nowhere"');
    expect((await readout(['sources', '--corpus', folderWith({ 'good.md': good })], { env })).status).toBe(0);
  });

  it('joins several folders', async () => {
    const [one, two] = [folderWith({ 'one.md': good }), folderWith({ 'two.md': good })];
    const { stdout } = await readout(['sources', '--json'], { env: { CORPUS_DIR: `${one}:${two}` } });
    expect(JSON.parse(stdout)).toMatchObject({ articles: 2 });
  });
});

describe('wrong usage', () => {
  it.each([
    [['explain'], 'there is no command "explain"; to ask a question: readout ask'],
    [['sorces'], 'did you mean "sources"?'],
    [['ask', '--limit', '0', 'x'], 'whole number from 1'],
    [['ask', '--lang', 'fr', 'x'], 'zh-Hant, zh-Hans, en'],
    [['article'], "missing required argument 'id'"],
    [['sources', 'extra'], "too many arguments for 'sources'"],
    [['--frobnicate'], "unknown option '--frobnicate'"],
    [['bot'], 'DISCORD_TOKEN'],
  ])('%j ends with 2', async (args, sentence) => {
    const { status, stdout, stderr } = await readoutHere(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  it('in the environment is reported all at once', async () => {
    const { status, stderr } = await readout(['ask', 'x'], {
      env: { PORT: 'http', LOG_LEVEL: 'loud', DISCORD_API_URL: 'x' },
    });
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
  });
});

it('readout --help and --version go to stdout', async () => {
  const help = await readoutHere(['--help']);
  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toContain('Examples:');
  expect(help.stdout.replaceAll(/\s+/g, ' ')).toMatch(/how many quotations, events or articles at the most \(1–100\)/);
  expect((await readoutHere(['help'])).stdout).toBe((await readoutHere(['--help'])).stdout);
  expect((await readoutHere(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('runs through a symbolic link, as npm installs it', async () => {
  const program = join(emptyFolder(), 'readout');
  chmodSync(PROGRAM, 0o755);
  symlinkSync(PROGRAM, program);
  expect((await readout(['ask', '布林肯'], { program })).status).toBe(0);
});

describe('readout on a pipe', () => {
  it('answers each line and ends with 0, where nothing can be written to disk', async () => {
    const input = '布林肯和王毅會談了多久？\n/article 1\n/quit\n';
    const { status, stdout, stderr } = await readout([], { input, env: { XDG_STATE_HOME: '/proc/nowhere' } });
    expect(stdout).toMatch(/^ {2}(?:[^\n]+：)?「.*\n\n> /s);
    expect(stdout).not.toContain('readout>');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('understands follow-ups, sets outlets side by side and tells what happened in order', async () => {
    const input = '布林肯和王毅會談了多久？\n在哪裏？\n/compare\n/timeline 布林肯\n';
    const { stdout, stderr } = await readout([], { input });
    const [first, next, compared, told] = stdout.split(
      /\n\n(?=理解為|大纪元（摘要）\n|自由亚洲电台（摘要）\n|20\d\d-)/,
    );
    expect(first).toContain('小时');
    expect(next).toMatch(/^理解為：布林肯和王毅.*在哪裏？\n[^]+华盛顿/);
    expect(compared).toMatch(/^(?:大纪元|自由亚洲电台)（摘要）\n {2}/);
    expect(told).toBeDefined();
    const days = stdout.split('\n').flatMap((line) => /^\d{4}-\d\d-\d\d/.exec(line)?.[0] ?? []);
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort());
    expect(stderr).toBe('');
  });

  it('refuses an outlet that nobody knows at once, and holds one that somebody does', async () => {
    const input = '/outlet 星島\n/outlet 大紀元\n布林肯說了甚麼？\n/anywhere\n';
    const { stdout } = await readout(['--lang', 'zh-Hant'], { input });
    expect(stdout).toMatch(
      /^資料庫內沒有名為「星島」的媒體，現有：.*大纪元.*\n\n由現在起只限：大纪元。\n\n只限：大纪元。/,
    );
    expect(stdout.split('只限：大纪元。').at(-1)).toMatch(/^\[\d\] (?:自由亚洲电台|眾新聞)/m);
  });

  it('ends cleanly when it is told to', async () => {
    const child = start([]);
    child.stdin.write('/help\n');
    await new Promise((settle) => child.stdout.once('data', settle));
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });
});

it('says plainly which of its own files is missing', async () => {
  const dist = join(emptyFolder(), 'dist');
  mkdirSync(dist);
  copyFileSync(PROGRAM, join(dist, 'readout.js'));
  symlinkSync(join(PROGRAM, '..', 'chunks'), join(dist, 'chunks'));
  writeFileSync(join(dist, '..', 'package.json'), '{"version":"0.0.0","type":"module"}');
  const { status, stderr } = await readout(['ask', 'x'], { program: join(dist, 'readout.js') });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^"[^"]*outlets\.txt" cannot be read\. It belongs to the program; please install it again\.\n$/,
  );
});
