import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readCorpus, type Corpus, type ReadOptions } from '../../../../src/core/corpus/read-corpus.ts';
import { makeZip } from '../../../support/make-zip.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

const knowledge = shippedKnowledge();
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bulk-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string | Buffer>>, options?: Partial<ReadOptions>): Promise<Corpus> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return readCorpus([dir], { knowledge, ...options });
}

const reasons = ({ faults }: Corpus): string[] => faults.map(({ reason }) => reason);
const TALKS = { title: '會談結束', date: '2021-02-06', outlet: '眾新聞', body: '雙方今天會談，沒有發表任何聲明。' };
const LEAVES = {
  headline: 'Envoys leave',
  datePublished: '2021-02-07',
  url: 'https://example.net/b',
  content: '<p>The envoys left on Sunday.</p><p>They said nothing.</p>',
};
const GOOD = '---\ntitle: 會談\n---\n\n雙方發言，沒有結果。\n';

describe('JSON', () => {
  const expected = [
    { title: '會談結束', date: '2021-02-06', outlet: '眾新聞', text: '雙方今天會談，沒有發表任何聲明。' },
    {
      title: 'Envoys leave',
      date: '2021-02-07',
      url: 'https://example.net/b',
      text: 'The envoys left on Sunday.\n\nThey said nothing.',
    },
  ];

  test.each<[string, string, string]>([
    ['a list', 'a.json', JSON.stringify([TALKS, LEAVES])],
    ['a list within an object', 'a.json', JSON.stringify({ status: 'ok', response: { docs: [TALKS, LEAVES] } })],
    ['lines', 'a.jsonl', `${JSON.stringify(TALKS)}\r\n\n${JSON.stringify(LEAVES)}`],
    ['lines that are called JSON', 'a.json', `${JSON.stringify(TALKS)}\r\n\n${JSON.stringify(LEAVES)}\n`],
  ])('%s', async (_, name, text) => {
    const corpus = await read({ [name]: text });
    expect(corpus.articles).toMatchObject(expected);
    expect(corpus.faults).toEqual([]);
  });

  test('one object is an article, on one line or on several', async () => {
    for (const text of [`${JSON.stringify(TALKS)}\n`, JSON.stringify(TALKS, null, 2)])
      expect((await read({ 'a.json': text })).articles).toMatchObject(expected.slice(0, 1));
  });

  test('entries without a text are counted, with the keys that they have', async () => {
    const named = { name: '會談', prose: '雙方會談。' };
    const corpus = await read({ 'a.json': JSON.stringify([TALKS, named, named]), 'b.json': JSON.stringify([named]) });
    expect(corpus.articles).toHaveLength(1);
    expect(reasons(corpus)).toEqual([
      '2 of its entries have no text and were left out. Their keys are name, prose; --map body=KEY says which holds the text.',
      'No article was found in it: no entry has a text. Their keys are name, prose; --map body=KEY says which holds the text.',
    ]);
  });

  test('a category that is a number is no section', async () => {
    const { articles } = await read({ 'a.json': JSON.stringify([{ ...TALKS, categories: [4, '港口'] }]) });
    expect(articles[0]?.section).toBe('港口');
  });

  test('ids are the records’ own, or their places', async () => {
    const { articles } = await read({
      'x/a.json': JSON.stringify([{ ...TALKS, id: 'n-17' }, LEAVES, { ...TALKS, id: '../x y' }]),
    });
    expect(articles.map(({ id }) => id)).toEqual(['x/a/n-17', 'x/a/2', 'x/a/3']);
  });

  test('one article', async () => {
    const one = { ...TALKS, body: TALKS.body.repeat(30), images: [{ src: 'a.jpg' }, { src: 'b.jpg' }] };
    expect((await read({ 'a.json': JSON.stringify(one) })).articles).toMatchObject([{ title: '會談結束' }]);
  });

  test('a JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: '某某小報',
      items: [
        {
          id: '1',
          url: 'https://example.net/1',
          title: '會談',
          date_published: '2021-02-06T08:00:00+08:00',
          authors: [{ name: '陳小明' }],
          content_html: '<p>雙方今天會談，沒有發表任何聲明。</p>',
        },
      ],
    };
    expect((await read({ 'feed.json': JSON.stringify(feed) })).articles).toMatchObject([
      { title: '會談', date: '2021-02-06', author: '陳小明', outlet: '某某小報', url: 'https://example.net/1' },
    ]);
  });

  test('a map says which key holds what', async () => {
    const record = { h: '會談結束', t: TALKS.body, d: '2021-02-06' };
    const { articles } = await read(
      { 'a.jsonl': JSON.stringify(record) },
      { map: { title: 'h', body: 't', date: 'd' } },
    );
    expect(articles).toMatchObject([{ title: '會談結束', date: '2021-02-06', text: TALKS.body }]);
  });

  test('a folder says so in readout.yaml, with what holds for all its articles and the order of its dates', async () => {
    const settings = 'fields:\n  title: h\n  body: t\ndates: day-first\noutlet: 某某小報\nunknown: x\n';
    const record = JSON.stringify({ h: '會談結束', t: TALKS.body, date: '4/2/2021' });
    const corpus = await read({
      'readout.yaml': settings,
      'a.jsonl': record,
      'b.md': '---\ntitle: 甲\noutlet: 眾新聞\ndate: 5/2/2021\n---\n雙方發言。',
    });
    expect(corpus.articles).toMatchObject([
      { title: '會談結束', text: TALKS.body, date: '2021-02-04', outlet: '某某小報' },
      { title: '甲', date: '2021-02-05', outlet: '眾新聞' },
    ]);
    expect(corpus.faults).toEqual([]);
  });

  test('settings that are no YAML are named, and the articles are read', async () => {
    const corpus = await read({ 'readout.yaml': 'fields: [', 'b.md': GOOD });
    expect(corpus.articles).toHaveLength(1);
    expect(reasons(corpus)).toEqual([expect.stringContaining('not valid YAML')]);
  });

  test('without a known key, the longest text is the body', async () => {
    const record = { title: '會談結束', qwert: TALKS.body.repeat(10), zxcv: 'x' };
    expect((await read({ 'a.jsonl': JSON.stringify(record) })).articles[0]?.text).toBe(TALKS.body.repeat(10));
  });

  test('settings and data of other kinds are no articles', async () => {
    const corpus = await read({ 'data.json': '{"a": 1}', 'package.json': '{"name": "x"}', 'a.md': GOOD });
    expect(corpus.articles).toHaveLength(1);
    expect(corpus.faults).toMatchObject([
      { severity: 'warning', reason: expect.stringContaining('No article was found') as string },
    ]);
  });
});

describe('CSV', () => {
  test.each<[string, string]>([
    ['a.csv', 'title,date,content\n"會談, 結束",2021-02-06,"雙方今天會談，\n沒有發表任何聲明。"\n'],
    ['a.tsv', 'title\tdate\tcontent\n"會談, 結束"\t2021-02-06\t雙方今天會談，沒有發表任何聲明。\n'],
    ['b.csv', '\uFEFFtitle;date;content\n會談, 結束;2021-02-06;雙方今天會談，沒有發表任何聲明。\n'],
  ])('%s', async (name, text) => {
    const corpus = await read({ [name]: text });
    expect(corpus.articles).toMatchObject([
      { title: '會談, 結束', date: '2021-02-06', text: '雙方今天會談，沒有發表任何聲明。' },
    ]);
    expect(corpus.faults).toEqual([]);
  });
});

describe('feeds', () => {
  const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d" xmlns:wp="w"><channel><title>某某小報</title><language>zh-Hant</language>
<item><title>會談 &amp; 聲明</title><link>https://example.net/1</link><pubDate>Sat, 06 Feb 2021 08:00:00 +0800</pubDate><dc:creator>陳小明</dc:creator><category>外交</category><description>摘要</description><content:encoded><![CDATA[<p>雙方今天會談。</p><p>沒有發表任何聲明。</p>]]></content:encoded></item>
<item><title>草稿</title><wp:status>draft</wp:status><wp:post_type>post</wp:post_type><content:encoded>還沒有寫完的一段話。</content:encoded></item>
<item><title>附件</title><wp:status>publish</wp:status><wp:post_type>attachment</wp:post_type><content:encoded>圖片的一段說明文字。</content:encoded></item>
</channel></rss>`;

  test('RSS and WordPress exports', async () => {
    const corpus = await read({ 'feed.xml': RSS });
    expect(corpus.articles).toMatchObject([
      {
        id: 'feed/1',
        title: '會談 & 聲明',
        date: '2021-02-06',
        author: '陳小明',
        outlet: '某某小報',
        url: 'https://example.net/1',
        tags: ['外交'],
        text: '雙方今天會談。\n\n沒有發表任何聲明。',
      },
    ]);
    expect(corpus.faults).toEqual([]);
  });

  test('Atom', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title><entry><title>Envoys leave</title><link rel="self" href="https://example.net/feed"/><link href="https://example.net/2"/><published>2021-02-07T00:00:00Z</published><author><name>Jane Doe</name></author><content type="html">&lt;p&gt;The envoys left on Sunday.&lt;/p&gt;</content></entry></feed>`;
    expect((await read({ 'a.atom': atom })).articles).toMatchObject([
      {
        title: 'Envoys leave',
        date: '2021-02-07',
        author: 'Jane Doe',
        outlet: 'Example Post',
        url: 'https://example.net/2',
        text: 'The envoys left on Sunday.',
      },
    ]);
  });

  test('a feed of one issue, which is called what its entry is, names no outlet', async () => {
    const feed = (title: string): string =>
      `<rss><channel><title>${title}</title><item><title>會談 20210206</title><description>雙方今天會談。</description></item></channel></rss>`;
    const { articles } = await read({ 'a.xml': feed('會談 20210206'), 'b.xml': feed('某某小報') });
    expect(articles.map(({ outlet }) => outlet)).toEqual([null, '某某小報']);
  });

  test('entities that expand without end are not expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>甲</title><description>&b;&b;雙方今天會談，沒有發表聲明。</description></item></channel></rss>`;
    const corpus = await read({ 'a.xml': bomb, 'b.md': GOOD });
    expect(corpus.articles).toHaveLength(2);
    expect(corpus.articles[0]?.text).not.toContain('aaaa');
    expect(reasons(corpus)).toEqual([expect.stringContaining('entities of its own')]);
  });
});

describe('EPUB', () => {
  const CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';
  const packageWith = (spine: string): string =>
    `<package><metadata><dc:title>2021年報道集</dc:title><dc:publisher>眾新聞</dc:publisher><dc:date>2021-12-31</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="a" href="a.xhtml"/><item id="b" href="b.xhtml"/></manifest>${spine}</package>`;
  const chapter = (title: string): string =>
    `<html><body><h1>${title}</h1><p>雙方今天${title}，沒有結果。</p></body></html>`;
  const book = (spine: string, b = chapter('發言')): Buffer =>
    makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': CONTAINER,
      'OEBPS/book.opf': packageWith(spine),
      'OEBPS/nav.xhtml': '<html/>',
      'OEBPS/a.xhtml': chapter('會談'),
      'OEBPS/b.xhtml': b,
    });
  const SPINE = '<spine><itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/></spine>';

  test('each document of the spine is an article, in its order', async () => {
    const corpus = await read({ 'book.epub': book(SPINE) });
    expect(corpus.articles).toMatchObject([
      { id: 'book/1', title: '發言', outlet: '眾新聞', date: '2021-12-31', text: '雙方今天發言，沒有結果。' },
      { id: 'book/2', title: '會談' },
    ]);
    expect(corpus.faults).toEqual([]);
  });

  test.each<[string, () => Buffer, RegExp]>([
    ['without a spine', () => book(''), /no spine/u],
    ['that unpacks without end', () => book(SPINE, ' '.repeat(9 * 1024 * 1024)), /unpacks to more/u],
    ['that is none', () => Buffer.from('PK\u0003\u0004nothing'), /no EPUB/u],
  ])('%s', async (_, bytes, reason) => {
    const corpus = await read({ 'book.epub': bytes(), 'z.md': GOOD });
    expect(corpus.articles.map(({ id }) => id)).toEqual(['z']);
    expect(reasons(corpus)).toEqual([expect.stringMatching(reason)]);
  });
});

describe('pages and letters', () => {
  test('MHTML', async () => {
    const page = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://www.hkcnews.com/article/1/',
      'Subject: =?utf-8?B?5pyD6KuH57WQ5p2f?=',
      'Date: Mon, 8 Feb 2021 08:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="x"',
      '',
      '--x',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://www.hkcnews.com/article/1/',
      '',
      '<html><head><meta property=3D"article:published_time" content=3D"2021-02-06"></head><body><article><h1>=E6=9C=83=E8=AB=87=E7=B5=90=E6=9D=9F</h1><p>=E9=9B=99=E6=96=B9=E7=99=BC=E8=A8=80=E3=80=82</p></article></body></html>',
      '--x--',
      '',
    ].join('\r\n');
    expect((await read({ 'a.mhtml': page })).articles).toMatchObject([
      {
        title: '會談結束',
        outlet: '眾新聞',
        date: '2021-02-06',
        author: null,
        url: 'https://www.hkcnews.com/article/1/',
        text: '雙方發言。',
      },
    ]);
  });

  test('a letter', async () => {
    const letter =
      'From: Jane Doe <jane@example.net>\r\nSubject: Envoys leave\r\nDate: Sun, 7 Feb 2021 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe envoys left on Sunday.\r\n';
    expect((await read({ 'a.eml': letter })).articles).toMatchObject([
      { title: 'Envoys leave', author: 'Jane Doe', date: '2021-02-07', text: 'The envoys left on Sunday.' },
    ]);
  });
});

describe('what cannot be read is a sentence, and the rest is read', () => {
  test.each<[string, string, string, number, RegExp]>([
    [
      'a line that is no JSON',
      'a.jsonl',
      `${JSON.stringify(TALKS)}\n{"title": \n${JSON.stringify(LEAVES)}\n`,
      2,
      /not valid JSON/u,
    ],
    [
      'a line that is too long',
      'a.jsonl',
      `${JSON.stringify(TALKS)}\n${'x'.repeat(9 * 1024 * 1024)}\n${JSON.stringify(LEAVES)}\n`,
      2,
      /longer than 8 MB/u,
    ],
    ['JSON nested 100,000 deep', 'a.json', '['.repeat(100_000), 0, /nested more than/u],
    [
      'an object of a list that is nested 100,000 deep',
      'a.json',
      `[${JSON.stringify(TALKS)},{"x":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)},${JSON.stringify(LEAVES)}]`,
      2,
      /nested more than/u,
    ],
    ['JSON that breaks off', 'a.json', `[${JSON.stringify(TALKS)},`, 0, /not valid JSON/u],
    [
      'a quotation mark that is never closed',
      'a.csv',
      'title,content\n甲,雙方今天會談，沒有發表任何聲明。\n乙,"雙方今天會談，\n沒有發表任何聲明。\n',
      1,
      /never closed/u,
    ],
  ])('%s', async (_, name, text, count, reason) => {
    const corpus = await read({ [name]: text, 'z.md': GOOD });
    expect(corpus.articles).toHaveLength(count + 1);
    expect(reasons(corpus)).toEqual([expect.stringMatching(reason)]);
  });

  test('a long list of objects is read object by object', async () => {
    const long = { ...TALKS, body: TALKS.body.repeat(20_000), quote: '"]}{[' };
    const text = JSON.stringify(Array.from({ length: 12 }, () => long));
    expect(text.length).toBeGreaterThan(3 * 1024 * 1024);
    const { articles, faults } = await read({ 'a.json': text });
    expect(faults).toEqual([]);
    expect(articles).toHaveLength(12);
    expect(articles[11]?.text).toHaveLength(long.body.length);
  });

  test('many faults of one file are summed up', async () => {
    const corpus = await read({ 'a.jsonl': 'x\n'.repeat(50) });
    expect(reasons(corpus)).toHaveLength(21);
    expect(reasons(corpus).at(-1)).toBe('30 more of its entries could not be read.');
  });
});
