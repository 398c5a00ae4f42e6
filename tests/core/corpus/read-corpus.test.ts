import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { parseOutlets } from '../../../src/core/corpus/metadata/outlets.ts';
import { CorpusError, readCorpus, type Corpus } from '../../../src/core/corpus/read-corpus.ts';
import { FILE_SIZE_LIMIT } from '../../../src/core/corpus/read-file.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

const knowledge = shippedKnowledge(parseOutlets('眾新聞, hkcnews.com'));
const GOOD = '---\ntitle: 會談\n---\n\n雙方發言，沒有結果。\n';
// 「會談結束，雙方沒有發表聲明。」 and the same in Simplified characters, as bytes.
const BIG5 = Buffer.from('b77cbdcdb5b2a7f4a141c2f9a4e8a853a6b3b56faaedc16ea9faa143', 'hex');
// 「喺邨着」, of Hong Kong's supplement to Big5.
const HKSCS = Buffer.from('9df69068fed3', 'hex');
const GBK = Buffer.from('bbe1ccb8bde1caf8a3accbabb7bdc3bbd3d0b7a2b1edc9f9c3f7a1a3', 'hex');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

const read = (...dirs: string[]): Promise<Corpus> => readCorpus(dirs.length === 0 ? [dir] : dirs, { knowledge });
const idsIn = ({ articles }: Corpus): string[] => articles.map(({ id }) => id);

describe('which files are read', () => {
  test('Markdown, HTML and text at any depth, in the order of their paths; nothing else', async () => {
    write({
      'b.md': GOOD,
      'a/deep/er/one.html': '<h1>會談</h1><p>雙方發言。</p>',
      'a/two.TXT': GOOD,
      'c.markdown': GOOD,
      'd.htm': GOOD,
      'README.md': GOOD,
      'a/readme.txt': GOOD,
      'LICENSE.md': GOOD,
      '.hidden.md': GOOD,
      '.git/x.md': GOOD,
      'picture.jpg': Buffer.from([0xff, 0xd8, 0]),
      'package.json': '{}',
    });
    const corpus = await read();
    expect(idsIn(corpus)).toEqual(['a/deep/er/one', 'a/two', 'b', 'c', 'd']);
    expect(corpus.faults).toEqual([]);
    expect(corpus.articles[2]?.path).toBe(join(dir, 'b.md'));
  });

  test('ids are fit for a command line, and one of a kind', async () => {
    write({ 'x/a b\u3000c.md': GOOD, 'x/同名.md': GOOD, 'x/同名.txt': GOOD, 'y/同名.md': GOOD });
    expect(idsIn(await read(join(dir, 'x'), join(dir, 'y')))).toEqual(['a-b-c', '同名', '同名~2', '同名~3']);
  });

  test('a folder that is given twice is read once', async () => {
    write({ 'a.md': GOOD });
    expect(idsIn(await read(dir, dir))).toEqual(['a']);
  });

  test('two articles with one title, and copies, are all kept', async () => {
    write({ 'a.md': GOOD, 'b.md': GOOD });
    expect((await read()).articles).toHaveLength(2);
  });

  test('links are followed, loops are not, and dead ones are reported', async () => {
    write({ 'a/one.md': GOOD });
    symlinkSync(join(dir, 'a'), join(dir, 'a/loop'));
    symlinkSync(join(dir, 'a/one.md'), join(dir, 'b.md'));
    symlinkSync(join(dir, 'nowhere'), join(dir, 'dead.md'));
    const corpus = await read();
    expect(idsIn(corpus)).toEqual(['a/one', 'b']);
    expect(corpus.faults).toMatchObject([{ path: join(dir, 'dead.md'), severity: 'error' }]);
  });
});

describe('folders that cannot be read', () => {
  test('missing', async () => {
    await expect(read(join(dir, 'no'))).rejects.toThrow(CorpusError);
    await expect(read(join(dir, 'no'))).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining('--corpus') as string,
    });
  });

  test('a file', async () => {
    write({ 'a.md': GOOD });
    await expect(read(join(dir, 'a.md'))).rejects.toMatchObject({ code: 'not-a-directory' });
  });

  test.skipIf(process.getuid?.() === 0)('without permission', async () => {
    write({ 'a.md': GOOD });
    chmodSync(dir, 0);
    await expect(read()).rejects.toMatchObject({ code: 'unreadable' });
    chmodSync(dir, 0o700);
  });

  test('empty: no articles, and a fault that says so', async () => {
    const corpus = await read();
    expect(corpus).toMatchObject({ articles: [], faults: [{ path: dir, line: null, severity: 'warning' }] });
  });
});

describe('faulty files are reported and the rest is read', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['NUL bytes', 'text\0text', /not a text file/u],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /not a text file/u],
    ['noise', Buffer.from(Array.from({ length: 600 }, (_, i) => ((i * 7919) % 255) + 1)), /not a text file/u],
    ['broken YAML', '---\ntitle: [a\n---\nc', /not valid YAML/u],
    ['code', '---js\n{}\n---\nc', /code is never run/u],
    ['nothing', '', /neither a title nor a text/u],
    ['endless nesting', `<div>${'<div>'.repeat(9000)}x`, /nested too deeply/u],
  ])('%s', async (_, content, reason) => {
    write({ 'bad.md': content, 'good.md': GOOD });
    const corpus = await read();
    expect(idsIn(corpus)).toEqual(['good']);
    expect(corpus.faults).toMatchObject([
      { path: join(dir, 'bad.md'), severity: 'error', reason: expect.stringMatching(reason) as string },
    ]);
  });

  test('40 MB', async () => {
    write({ 'bad.md': GOOD, 'good.md': GOOD });
    truncateSync(join(dir, 'bad.md'), 40 * 1024 * 1024);
    const corpus = await read();
    expect(idsIn(corpus)).toEqual(['good']);
    expect(corpus.faults).toMatchObject([
      { severity: 'error', reason: expect.stringContaining(`${FILE_SIZE_LIMIT / 1024 / 1024} MB`) as string },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission', async () => {
    write({ 'bad.md': GOOD, 'good.md': GOOD });
    chmodSync(join(dir, 'bad.md'), 0);
    const corpus = await read();
    expect(idsIn(corpus)).toEqual(['good']);
    expect(corpus.faults).toMatchObject([
      { severity: 'error', reason: expect.stringContaining('permissions') as string },
    ]);
  });
});

describe('encodings', () => {
  test.each<[string, Uint8Array, string, string | null]>([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF會談結束。'), '會談結束。', null],
    ['UTF-16', Buffer.from('\uFEFF會談結束。', 'utf16le'), '會談結束。', null],
    ['UTF-16, big end first', Buffer.from('\uFEFF會談結束。', 'utf16le').swap16(), '會談結束。', null],
    ['Big5', BIG5, '會談結束，雙方沒有發表聲明。', 'Big5'],
    ['the characters of Hong Kong', Buffer.concat([BIG5, HKSCS]), '會談結束，雙方沒有發表聲明。喺邨着', 'HKSCS'],
    ['UTF-16 without its mark', Buffer.from('會談結束。\n\nA word.', 'utf16le'), '會談結束。\n\nA word.', 'UTF-16'],
    [
      'GB18030 that says it is UTF-8',
      Buffer.concat([Buffer.from('<meta charset="utf-8"><p>'), GBK, Buffer.from('</p>')]),
      '会谈结束，双方没有发表声明。',
      'GB18030',
    ],
    ['GBK', GBK, '会谈结束，双方没有发表声明。', 'GB18030'],
    [
      'UTF-8 with one byte damaged',
      Buffer.concat([Buffer.from('會談結束，雙方沒有發表聲明。我們'), Buffer.from([0xe6])]),
      '會談結束，雙方沒有發表聲明。我們\uFFFD',
      'UTF-8',
    ],
    ['Windows-1252', Buffer.from('The caf\u00e9 was closed.', 'latin1'), 'The café was closed.', 'Windows-1252'],
    [
      'its quotation marks',
      Buffer.from('The caf\u00e9 was \u0093closed\u0094.', 'latin1'),
      'The café was “closed”.',
      'Windows-1252',
    ],
    ['stray control characters', Buffer.from('會談\u0010\u0010結束。'), '會談結束。', null],
  ])('%s', async (_, bytes, text, assumed) => {
    write({ 'a.md': bytes });
    const { articles, faults } = await read();
    expect(articles[0]?.text).toBe(text);
    expect(faults.filter(({ reason }) => !reason.includes('could not be read'))).toHaveLength(assumed === null ? 0 : 1);
    expect(faults[0]?.reason ?? '').toContain(assumed ?? '');
  });
});

test('characters that are lost are counted', async () => {
  write({ 'a.md': '會談\uFFFD束，\uE000方沒有發表聲明。', 'b.md': '會談\uFFFD束。' });
  expect((await read()).faults.map(({ reason }) => reason)).toEqual([
    '2 characters of the file could not be read.',
    'One character of the file could not be read.',
  ]);
});

describe('on the way', () => {
  test('a file that holds many articles counts for about as many, from the beginning', async () => {
    const line = JSON.stringify({ title: 'Rain', text: 'rain '.repeat(640) });
    write({ 'a.md': GOOD, 'b.jsonl': [line, line, line, line].join('\n') });
    const told: [number, number][] = [];
    await readCorpus([dir], { knowledge, onProgress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [3, 3],
    ]);
  });

  test('progress is told file by file', async () => {
    write({ 'a.md': GOOD, 'b.md': GOOD, 'c.md': '' });
    const told: [number, number][] = [];
    await readCorpus([dir], { knowledge, onProgress: (done, total) => told.push([done, total]) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test('an abort ends it', async () => {
    write({ 'a.md': GOOD });
    await expect(readCorpus([dir], { knowledge, signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
      'enough',
    );
  });
});

describe('files that were made to cost time', () => {
  // Each took minutes or ended the program; now milliseconds. The runner's own limit would tell.
  test.each<[string, string, string]>([
    ['captions', 'a.html', `<p>hello</p>${'<figcaption>abcdefghijk</figcaption>'.repeat(150_000)}`],
    ['rules', 'a.html', `<p>hello</p>${'<hr>'.repeat(60_000)}`],
    ['headings', 'a.html', '<h2>a</h2><p>b。</p>'.repeat(100_000)],
    ['line breaks behind commas', 'a.html', `<p>${'x，<br>'.repeat(200_000)}</p>`],
    ['spaces in front matter', 'a.md', `---\ntitle: a${' '.repeat(60_000)}b\n---\n\nx。`],
    ['spaces in a list', 'a.md', `---\ntags: [a${' '.repeat(60_000)}b]\n---\n\nx。`],
    ['spaces behind ---', 'a.md', `---${' '.repeat(200_000)}b c\n---\n\nx。`],
    ['spaces in a link', 'a.md', `# t\n\n[a](/x${' '.repeat(60_000)}`],
    ['unclosed comments', 'a.md', `t\n${'<!--'.repeat(100_000)}\n<div>x</div>`],
    ['unclosed templates', 'a.md', `# t\n\n${'{{<'.repeat(100_000)}`],
    ['spaces behind #', 'a.txt', `#${' '.repeat(200_000)}a\nb`],
  ])('%s', async (_, name, content) => {
    write({ [name]: content, 'b.md': GOOD });
    const corpus = await read();
    expect(idsIn(corpus)).toContain('b');
  });
});

test('a fault of the program over one file is reported, and the rest is read', async () => {
  const failing = shippedKnowledge({
    ...knowledge.outlets,
    byName: (name: string) => {
      if (name === '壞') throw new Error('Maximum call stack size\nexceeded.');
      return null;
    },
  });
  write({ 'a.md': '---\ntitle: 會談\noutlet: 壞\n---\n\n雙方發言。\n', 'b.md': GOOD });
  const { articles, faults } = await readCorpus([dir], { knowledge: failing });
  expect(articles.map(({ id }) => id)).toEqual(['b']);
  expect(faults).toEqual([
    {
      path: join(dir, 'a.md'),
      line: null,
      severity: 'error',
      reason: 'The file could not be read: Maximum call stack size exceeded.',
    },
  ]);
});

test('a report may begin with the word licence, or readme', async () => {
  write({
    'license-fees-raised.md': GOOD,
    'licences/a.md': GOOD,
    'readme-or-not.md': GOOD,
    LICENCE: GOOD,
    'license.txt': GOOD,
    'readme.zh-Hant.md': GOOD,
    'README_zh.md': GOOD,
  });
  expect(idsIn(await read())).toEqual(['licences/a', 'license-fees-raised', 'readme-or-not']);
});
