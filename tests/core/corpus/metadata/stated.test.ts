import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import type { Article } from '../../../../src/core/model/article.ts';
import { loadMarkup } from '../../../../src/core/corpus/markup/markup.ts';
import { wordsOf, wordsUnder } from '../../../../src/core/corpus/markup/phrases.ts';
import { keyOf } from '../../../../src/core/corpus/metadata/keys.ts';
import { orderOf, parseDay } from '../../../../src/core/corpus/metadata/parse-day.ts';
import { langLines, langTable, langWords } from '../../../../src/core/text/lang-data.ts';
import { resolveAmbiguousDays } from '../../../../src/core/corpus/metadata/ambiguous-days.ts';
import { parseArticle } from '../../../../src/core/corpus/parse-article.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

await loadMarkup();
const knowledge = shippedKnowledge();
const file = (text: string, path = 'a.md') => parseArticle({ path, text }, knowledge);
const articlesOf = (text: string, path?: string): Article[] => file(text, path).articles.map(({ article }) => article);

function parse(text: string, path?: string): Article {
  const [article] = articlesOf(text, path);
  if (article === undefined) throw new Error('no article');
  return article;
}

const paragraphsOf = ({ text, blocks }: Article): string[] =>
  blocks.flatMap(({ kind, start, end }) => (kind === 'paragraph' ? [text.slice(start, end)] : []));

describe('keys: every line of data/metadata-keys.txt', () => {
  const lines = readFileSync('data/metadata-keys.txt', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, field, key] = /^(\w+): (\S.*)$/u.exec(line) ?? [];
      return field === undefined || key === undefined ? [] : [[field, key] as const];
    });
  const values: Readonly<Record<string, [string, Partial<Article>]>> = {
    title: ['某某抵達', { title: '某某抵達' }],
    date: ['2021-02-06', { date: '2021-02-06' }],
    modified: ['2021-02-06', { date: '2021-02-06' }],
    outlet: ['某某小報', { outlet: '某某小報' }],
    source: ['某某小報', { outlet: '某某小報' }],
    author: ['陳小明', { author: '陳小明' }],
    url: ['https://example.net/a', { url: 'https://example.net/a' }],
    domain: ['hkcnews.com', { outlet: '眾新聞' }],
    tags: ['外交', { tags: ['外交'] }],
    category: ['眾新聞', { outlet: '眾新聞' }],
    picture: ['https://hkcnews.com/a.jpg', { outlet: '眾新聞' }],
    lang: ['en', { lang: 'en' }],
  };

  test.each(lines.filter(([field]) => field in values))('%s: %s', (field, key) => {
    const [value = '', expected] = values[field] ?? [];
    const written = (key.split('.').length > 2 ? [key] : key.split('.')).reduceRight<unknown>(
      (inner, part) => ({ [part]: inner }),
      value,
    );
    expect(parse(`---json\n${JSON.stringify(written)}\n---\n雙方發言。\n`)).toMatchObject(expected ?? {});
    expect(file(`---json\n${JSON.stringify({ [key]: value })}\n---\n雙方發言。\n`).unread).toEqual([]);
  });

  test('a key that nobody reads is named', () => {
    expect(file('---\ntitle: 甲\nmood: 晴\nweight: 3\nempty:\n---\n雙方發言。\n').unread).toEqual(['mood']);
    expect(keyOf('Publish-Date')).toBe('publishdate');
  });
});

describe('days', () => {
  test.each([
    ['民國110年2月6日', '2021-02-06'],
    ['民国 99.12.31', '2010-12-31'],
    ['20/03/2021', '2021-03-20'],
    ['3/20/2021', '2021-03-20'],
    ['05/05/2021', '2021-05-05'],
    ['4/2/2024 12:25 PM UTC', '2024-04-02'],
    ['1612569600', '2021-02-06'],
    ['1612569600000', '2021-02-06'],
    ['20210206', '2021-02-06'],
    ['20210206093015', '2021-02-06'],
    ['6th February 2021', '2021-02-06'],
    ['4/2/2024', null],
    ['31/31/2021', null],
    ['110', null],
  ])('%s', (written, day) => expect(parseDay(written)).toBe(day));

  test.each([...langTable('zh/eras')])(
    '%s: in the front matter, and on a line of its own, in either script',
    (era, before) => {
      const day = `${Number(before) + 120}-02-06`;
      for (const word of new Set([era, ...langLines('zh/eras').map((line) => line.split(' ')[0] ?? '')])) {
        expect(parseDay(`${word}120年2月6日`)).toBe(day);
        expect(parse(`# 會談結束\n\n${word}120年2月6日\n\n雙方發言，沒有結果。\n`)).toMatchObject({ date: day });
      }
    },
  );

  test.each(langWords('zh/week').flatMap((week) => [...langTable('zh/weekdays').keys()].map((day) => `${week}${day}`)))(
    'behind a day stands %s',
    (weekday) =>
      expect(parse(`# 會談結束\n\n2021年2月6日 ${weekday}\n\n雙方發言，沒有結果。\n`)).toMatchObject({
        date: '2021-02-06',
        text: '雙方發言，沒有結果。',
      }),
  );

  test.each([
    ['20/03/2021', 'day-first'],
    ['3/20/2021', 'month-first'],
    ['4/2/2024', null],
    ['2021-02-06', null],
  ])('%s shows the order %s', (written, order) => expect(orderOf(written)).toBe(order));

  const dated = (date: string) => file(`---\ntitle: 甲\ndate: "${date}"\n---\n雙方發言。\n`).articles;

  test('two readings wait for the order that the rest of the archive shows', () => {
    const days = (...dates: string[]) => resolveAmbiguousDays(dates.flatMap(dated)).articles.map(({ date }) => date);
    expect(days('4/2/2024', '20/03/2021')).toEqual(['2024-02-04', '2021-03-20']);
    expect(days('4/2/2024', '3/20/2021')).toEqual(['2024-04-02', '2021-03-20']);
  });

  test('without any order, or with both, there is no day, and a warning gives both readings', () => {
    for (const others of [[], ['20/03/2021', '3/20/2021']]) {
      const { articles, faults } = resolveAmbiguousDays(['4/2/2024', ...others].flatMap(dated));
      expect(articles[0]?.date).toBeNull();
      expect(faults).toMatchObject([
        { severity: 'warning', reason: expect.stringContaining('2024-02-04 or 2024-04-02') as string },
      ]);
    }
  });

  test.each([
    ['posts/2018-01-15-talks.md', '2018-01-15'],
    ['2018/01/15/talks.md', '2018-01-15'],
    ['20180115.md', '2018-01-15'],
    ['2018-13-15-talks.md', null],
    ['report-2018-01.md', null],
  ])('%s', (path, day) => expect(parse('# 會談\n\n雙方發言。\n', path).date).toBe(day));

  test.each([
    ['例行記者會 2024-08-27', '2024-08-27'],
    ['例行記者會（2024年8月27日）', '2024-08-27'],
    ['1989年6月4日之後的一代', null],
  ])('# %s', (title, day) => expect(parse(`# ${title}\n\n雙方發言。\n`).date).toBe(day));
});

describe('labels: every line of data/lang/*/labels.txt', () => {
  const under = (field: string): readonly string[] => wordsUnder('labels', [field]);
  const page = (line: string): Article => parse(`# 會談結束\n\n${line}\n\n雙方發言，沒有結果。\n`);

  test.each(under('date'))('%s：', (label) => {
    expect(page(`${label}：2021-02-06 09:30`)).toMatchObject({ date: '2021-02-06', text: '雙方發言，沒有結果。' });
  });
  test.each(under('outlet'))('%s：', (label) => {
    expect(page(`${label}：某某小報`)).toMatchObject({ outlet: '某某小報', text: '雙方發言，沒有結果。' });
  });
  test.each(under('author'))('%s：', (label) => {
    expect(page(`2021-02-06 ${label}：陳小明`)).toMatchObject({ author: '陳小明', text: '雙方發言，沒有結果。' });
  });
  test.each(under('url'))('%s：', (label) => {
    expect(page(`${label}：https://example.net/a`)).toMatchObject({
      url: 'https://example.net/a',
      text: '雙方發言，沒有結果。',
    });
  });
  test.each(under('tags'))('%s：', (label) => {
    expect(page(`${label}：外交，會談`)).toMatchObject({ tags: ['外交', '會談'], text: '雙方發言，沒有結果。' });
  });
  test.each(under('category'))('%s：', (label) => {
    expect(page(`${label}：眾新聞`)).toMatchObject({ outlet: '眾新聞', text: '雙方發言，沒有結果。' });
  });
  test.each(under('other'))('%s：', (label) => {
    expect(page(`2021-02-06　${label}：某某`)).toMatchObject({ date: '2021-02-06', text: '雙方發言，沒有結果。' });
  });
  test.each(wordsOf('link-words'))('[%s](…)', (word) => {
    expect(page(`2021-02-06 12:06 [🔗 ${word}](https://example.net/a)`)).toMatchObject({
      url: 'https://example.net/a',
      date: '2021-02-06',
      text: '雙方發言，沒有結果。',
    });
  });
});

describe('labels on the lines above a text', () => {
  const BODY = '議會以三十票通過渡輪條例，下月生效。';
  test.each([
    ['a.txt', `議會通過條例\n發布時間：2022-03-04　來源：某某小報　作者：陳小明\n\n${BODY}`],
    ['a.md', `議會通過條例\nPublished: 2022-03-04\nhttps://example.net/a\n來源：某某小報\n作者：陳小明\n\n${BODY}`],
    ['a.md', `# 議會通過條例\n來源：某某小報\n作者：陳小明\n日期：2022-03-04\n鏈接：https://example.net/a\n\n${BODY}`],
  ])('are not run together with its headline: %s', (path, text) => {
    const article = parse(text, path);
    expect(article).toMatchObject({ title: '議會通過條例', date: '2022-03-04', outlet: '某某小報', author: '陳小明' });
    expect(paragraphsOf(article)).toEqual([BODY]);
  });

  test('a list or a table is left as it is', () => {
    const list = '- 來源：某某小報\n- 日期：2022-03-04\n- 票數：三十';
    expect(parse(`# 表決\n\n${list}\n`).text).toContain('票數：三十');
    expect(paragraphsOf(parse(`# 表決\n\n雙方發言\n沒有結果。\n`))).toEqual(['雙方發言沒有結果。']);
  });

  test('the way back to a list is no title', () => {
    expect(parse('[返回](../index.md)\n\n議會通過條例。下月生效。\n').title).toBe('議會通過條例。');
  });
});

describe('what a page names its author by', () => {
  const page = (author: string): Article =>
    parse(`<html><body><h1>議會開會</h1>${author}<p>議會星期三開會，討論渡輪條例。</p></body></html>`, 'a.html');

  test.each([
    '<span itemprop="author">陳小明</span>',
    '<div itemprop="author" itemscope><a href="/a"><span itemprop="name">陳小明</span></a></div>',
    '<a rel="author" href="/a">陳小明</a>',
    '<div class="post-author">作者 陳小明</div>',
    '<p class="author">陳小明</p>',
  ])('%s', (author) => {
    const article = page(author);
    expect(article.author).toBe('陳小明');
    expect(paragraphsOf(article)).toEqual(['議會星期三開會，討論渡輪條例。']);
  });

  test.each(['<p class="author">來源：某某小報</p>', '<p class="author">議會開會。議員說，條例已經通過。</p>'])(
    'not %s',
    (author) => expect(page(author).author).toBeNull(),
  );

  test('By Jane Doe | June 7, 2021', () => {
    const article = page('<p>By <a rel="author" href="/a">Jane Doe</a> | June 7, 2021</p>');
    expect(article).toMatchObject({ author: 'Jane Doe', date: '2021-06-07' });
    expect(paragraphsOf(article)).toEqual(['議會星期三開會，討論渡輪條例。']);
  });
});

describe('lines of metadata', () => {
  test.each<[string, Partial<Article>]>([
    [
      '2023年01月05日 08:30　來源：眾新聞　作者：陳小明　編輯：某某',
      { date: '2023-01-05', outlet: '眾新聞', author: '陳小明' },
    ],
    ['Published :`2024-07-27 16:38:29`', { date: '2024-07-27' }],
    [
      'By Jane Doe, Example Post\n\nPublished: June 14, 2023',
      { author: 'Jane Doe', outlet: 'Example Post', date: '2023-06-14' },
    ],
    ...langWords('en/time-zones').map((zone): [string, object] => [
      `\`3/20/2021 12:25 PM ${zone.toUpperCase()} 某某站\` [轉載自某某](https://example.org/1)`,
      { date: '2021-03-20', url: 'https://example.org/1' },
    ]),
    ['某某紀事 2022-07-08', { date: '2022-07-08' }],
    ['2020年6月7日', { date: '2020-06-07' }],
    [
      '**来源：** 众新闻\n**时间：** Tue, 20 Jun 2023 07:49:53 GMT\n**链接：** https://example.org/1',
      { outlet: '眾新聞', date: '2023-06-20', url: 'https://example.org/1' },
    ],
  ])('%s', (line, expected) => {
    const article = parse(`# 會談結束\n\n${line}\n\n雙方發言，沒有結果。\n`);
    expect(article).toMatchObject(expected);
    expect(paragraphsOf(article)).toEqual(['雙方發言，沒有結果。']);
  });

  test.each([
    '記者：中方如何看待新的關稅？',
    '日期：2018年7月1日到2018年8月1日',
    '2023年7月8日，部長抵達首都。',
    '作者 Facebook：https://example.org/a；頻道：https://example.org/b',
    '時間：待定',
    '2023年7月8日 部長 抵達',
  ])('a report may say: %s', (line) => {
    expect(paragraphsOf(parse(`# 會談結束\n\n${line}\n\n雙方發言，沒有結果。\n`))).toContain(line);
  });

  test('in the middle of a report, a labelled line is the report’s', () => {
    const long = `${'雙方發言，沒有結果，'.repeat(8)}會談結束。`;
    const text = [long, long, long, '日期：2021-02-06', long, long, long].join('\n\n');
    expect(paragraphsOf(parse(text))).toContain('日期：2021-02-06');
  });
});

describe('pages', () => {
  const page = (head: string, body = ''): Article =>
    parse(
      `<html><head><title>會談結束_眾新聞</title>${head}</head><body>${body}<article><h1>會談結束</h1><p>雙方發言。</p></article></body></html>`,
      'a.html',
    );

  test.each<[string, string, Partial<Article>]>([
    ['dc.date', '<meta name="dc.date" content="2023-01-02">', { date: '2023-01-02' }],
    ['publishdate', '<meta name="publishdate" content="2023-01-02">', { date: '2023-01-02' }],
    ['itemprop', '<meta itemprop="datePublished" content="2023-01-02">', { date: '2023-01-02' }],
    [
      'Open Graph',
      '<meta property="og:site_name" content="眾新聞"><meta property="og:url" content="https://example.net/a">',
      { outlet: '眾新聞', url: 'https://example.net/a' },
    ],
    [
      'published, not modified',
      '<meta property="article:modified_time" content="2024-02-09"><meta property="article:published_time" content="2023-01-02T09:00:00+08:00">',
      { date: '2023-01-02' },
    ],
    ['another date', '<meta name="generator" content="pub 2.0 2019-05-05">', { date: null }],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},{"@type":"NewsArticle","headline":"會談結束","datePublished":"2023-01-02T08:00:00+08:00","author":[{"@type":"Person","name":"陳小明"}],"publisher":{"name":"眾新聞"},"mainEntityOfPage":{"@id":"https://example.net/a"}}]}</script>',
      { title: '會談結束', date: '2023-01-02', author: '陳小明', outlet: '眾新聞', url: 'https://example.net/a' },
    ],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":</script>', { title: '會談結束', date: null }],
  ])('%s', (_, head, expected) => {
    const article = page(head);
    expect(article).toMatchObject(expected);
    expect(article.text).toBe('雙方發言。');
  });

  test.each<[string, string, Partial<Article>]>([
    ['<time>', '<time datetime="2023-01-02T08:00:00+08:00" pubdate>1月2日</time>', { date: '2023-01-02' }],
    [
      'a bar of metadata',
      '<div class="meta"><span>📅 2026-07-29 12:06</span><a href="https://example.net/a">🔗 阅读原文</a><a href="index.html">🔙 返回日历</a></div>',
      { date: '2026-07-29', url: 'https://example.net/a' },
    ],
    ['breadcrumbs', '<div>首頁 > 新聞 > 正文</div>', {}],
  ])('%s', (_, body, expected) => {
    const article = page('', body);
    expect(article).toMatchObject(expected);
    expect(paragraphsOf(article)).toEqual(['雙方發言。']);
  });
});

describe('outlets', () => {
  test.each<[string, Partial<Article>]>([
    ['url: https://www.bbc.com/news/world-1', { outlet: 'BBC' }],
    ['url: https://www.bbc.com/zhongwen/trad/1', { outlet: 'BBC中文' }],
    ['author: 某某站 - 國際\ncategories:\n  - 新媒體\n  - 某某站 - 國際', { outlet: '某某站', author: null }],
    ['author: 陳小明 - 記者', { author: '陳小明 - 記者', outlet: null }],
    ['source: 某某小報', { outlet: '某某小報' }],
    ['source: https://example.net/a', { outlet: 'example.net', url: 'https://example.net/a' }],
    ['provider:\n  name: 某某小報\n  domain: example.net', { outlet: '某某小報' }],
  ])('%s', (lines, expected) => expect(parse(`---\ntitle: 甲\n${lines}\n---\n雙方發言。\n`)).toMatchObject(expected));
});

describe('several reports in one file', () => {
  const DIGEST = [
    '# 一日新聞 2023-07-08',
    '**归档日期：** 2023-07-09',
    '## 1. 部長抵達',
    '**來源：** 眾新聞\n**時間：** 2023-07-07\n**鏈接：** https://example.net/1',
    '部長週五抵達首都。',
    '## 2. Minister leaves',
    'Source: Example Post\n\nPublished: 2023-07-08',
    'The minister left on Saturday.',
  ].join('\n\n');

  test('are an article each, with ids of their own', () => {
    expect(articlesOf(DIGEST, 'digests/a.md')).toMatchObject([
      {
        id: 'digests/a/1',
        title: '部長抵達',
        outlet: '眾新聞',
        date: '2023-07-07',
        url: 'https://example.net/1',
        text: '部長週五抵達首都。',
      },
      { id: 'digests/a/2', title: 'Minister leaves', outlet: 'Example Post', date: '2023-07-08', lang: 'en' },
    ]);
  });

  test('a report with headings is one', () => {
    expect(
      articlesOf('# 會談\n\n來源：眾新聞\n\n2023-07-08\n\n## 背景\n\n雙方發言。\n\n## 結果\n\n沒有結果。\n'),
    ).toHaveLength(1);
  });
});

test.each([
  [
    'BEIJING, Oct 1 (Reuters) - The ministry said it would respond.\n\nIt gave no details.\n',
    'The ministry said it would respond.',
  ],
  ['雙方今天發言。會談沒有結果。\n', '雙方今天發言。會談沒有結果。'],
])('the first sentence of an article without a title is its title and stays in the body: %s', (text, first) => {
  const article = parse(text);
  expect(paragraphsOf(article)[0]).toBe(first);
  expect(article.title).not.toBe('a');
});
