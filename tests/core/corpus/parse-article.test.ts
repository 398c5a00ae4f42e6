import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Article, BlockKind } from '../../../src/core/model/article.ts';
import { loadMarkup } from '../../../src/core/corpus/markup/markup.ts';
import type { CorpusFault } from '../../../src/core/corpus/faults.ts';
import { parseArticle } from '../../../src/core/corpus/parse-article.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

await loadMarkup();
const knowledge = shippedKnowledge();

/** The first article of a file, and what is wrong with the file. */
function first(path: string, text: string): [Article | null, readonly CorpusFault[]] {
  const { articles, faults } = parseArticle({ path, text }, knowledge);
  return [articles[0]?.article ?? null, faults];
}

function parse(text: string, path = 'corpus/a.md'): Article {
  const [article, faults] = first(path, text);
  if (article === null) throw new Error(faults.map(({ reason }) => reason).join(' '));
  return article;
}

const faultsOf = (text: string, path = 'corpus/a.md') => parseArticle({ path, text }, knowledge).faults;

/** The blocks of a body as `kind: text`, in order. */
const blocksOf = ({ text, blocks }: Article): string[] =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const front = (lines: string): string => `---\ntitle: 測試\n${lines}\n---\n\n正文一段，說了一句話。\n`;
const body = (markup: string): string => `---\ntitle: 測試\n---\n\n${markup}\n`;

describe('metadata', () => {
  test.each<[string, Partial<Article>]>([
    ['outlet: 众新闻', { outlet: '眾新聞' }],
    ['outlet: 無名小報', { outlet: '無名小報' }],
    ['outlet: RFA\nurl: https://www.epochtimes.com/x', { outlet: '自由亚洲电台' }],
    [
      'from: https://www.rfa.org/mandarin/a.html',
      { outlet: '自由亚洲电台', url: 'https://www.rfa.org/mandarin/a.html' },
    ],
    ['link: https://web.archive.org/web/2021/https://www.hkcnews.com/a', { outlet: '眾新聞' }],
    ['categories:\n  - 新媒体\n  - 眾新聞 - 眾聞\nauthor: 眾新聞 - 眾聞', { outlet: '眾新聞', author: null }],
    ['thumbnail: https://www.hkcnews.com/a.jpg', { outlet: '眾新聞', url: null }],
    ['url: https://news.example.net/1\ntags: [蘋果日報, 停刊]', { outlet: 'news.example.net' }],
    ['url: https://www.example.net/1', { outlet: 'example.net' }],
    ['tags: [ 大纪元 ]', { outlet: '大纪元', tags: [] }],
    ['tags: [中美關係, 會談, 會談, "", 7]', { outlet: null, tags: ['中美關係', '會談', '7'] }],
    ['keywords: "外交, 會談"', { tags: ['外交', '會談'] }],
    ['author: 眾新聞記者', { author: '眾新聞記者' }],
    ['author: 記者陳小明', { author: '陳小明' }],
    ['author: 記者協會', { author: '記者協會' }],
    ['author: [陳小明, 李大文]', { author: '陳小明、李大文' }],
    ['author: ""', { author: null }],
    ['author: {name: 陳小明}', { author: '陳小明' }],
    ['author: 自由亚洲电台', { outlet: '自由亚洲电台', author: null }],
    ['author: A &#38; B', { author: 'A & B' }],
    ['digest: true', { digest: true }],
    ['digest: "true"', { digest: false }],
    ['lang: zh-Hans', { lang: 'zh-Hans' }],
    ['lang: zh-HK', { lang: 'zh-Hant' }],
    ['', { outlet: null, author: null, date: null, url: null, tags: [], lang: 'zh-Hant', digest: false }],
  ])('%s', (lines, expected) => expect(parse(front(lines))).toMatchObject(expected));

  test.each([
    ['"2021-02-06"', '2021-02-06'],
    ['2021-02-06', '2021-02-06'],
    ['2023-10-28T18:35:06.220Z', '2023-10-28'],
    // The day as it was written, whatever day that was in London.
    ['2020-12-15T00:32:11+08:00', '2020-12-15'],
    ['2020-12-14 23:32:11 -08:00', '2020-12-14'],
    ['Sat, 20 Mar 2021 00:00:00 GMT', '2021-03-20'],
    ['March 20, 2021', '2021-03-20'],
    ['2021年2月6日', '2021-02-06'],
    ['２０２１年２月６日', '2021-02-06'],
    ['2021/2/6', '2021-02-06'],
    ['"2019-05-31 07:59:24"', '2019-05-31'],
    ['""', null],
  ])('date: %s', (written, day) => {
    expect(parse(front(`date: ${written}`)).date).toBe(day);
    expect(faultsOf(front(`date: ${written}`))).toEqual([]);
  });

  test.each(['2021-02-30', '"昨天"', '"2021-13-01"', '0000-00-00'])(
    'date: %s is no day, and said to be none',
    (written) => {
      expect(parse(front(`date: ${written}`)).date).toBeNull();
      expect(faultsOf(front(`date: ${written}`))).toMatchObject([{ severity: 'warning', line: 3 }]);
    },
  );

  test.each([
    ['https://example.net/a?b=1#c', 'https://example.net/a?b=1#c'],
    ['https://reader:secret@example.net/a', 'https://example.net/a'],
    ['//example.net/a', 'https://example.net/a'],
    ['https://www.hkcnews.com/article/1/%EF%BF%BD-%EF%BF%BD/x', 'https://www.hkcnews.com/article/1/'],
    [
      'https://web.archive.org/web/20210101000000/https://www.hkcnews.com/article/1/%EF%BF%BD',
      'https://web.archive.org/web/20210101000000/https://www.hkcnews.com/article/1/',
    ],
    ['http://web.archive.org/web/2021if_/example.net/a', 'https://web.archive.org/web/2021/https://example.net/a'],
    ['https://example.net/%E4%BC%9A%E8%B0%88', 'https://example.net/%E4%BC%9A%E8%B0%88'],
  ])('url: %s', (written, url) => expect(parse(front(`url: "${written}"`)).url).toBe(url));

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.net/a',
    '/article/1',
    'https://',
    'mailto:a@example.net',
  ])('url: %s is no link', (written) => {
    expect(parse(front(`url: "${written}"`)).url).toBeNull();
    expect(faultsOf(front(`url: "${written}"`))).toMatchObject([{ severity: 'warning', line: 3 }]);
  });

  test('a link that cannot be used gives way to one that can', () => {
    expect(parse(front('url: ""\noriginal_url: https://example.net/a')).url).toBe('https://example.net/a');
  });
});

describe('titles', () => {
  test.each([
    ['---\ntitle: "甲 &amp; 乙"\n---\n一句話。', '甲 & 乙'],
    ['---\ntitle: 標題 - iYouPort\nfrom: https://www.iyouport.org/a\n---\n一句話。', '標題'],
    ['---\ntitle: 標題 - 副題\n---\n一句話。', '標題 - 副題'],
    ['---\ntitle: "標\u202E題"\n---\n一句話。', '標題'],
    ['# 標題\n\n一句話。', '標題'],
    ['標題\n\n一句話。', '標題'],
    ['一句話，說完了。', '一句話，說完了。'],
    [`${'很長，'.repeat(40)}。`, 'a'],
    [
      '<html><head><title>標題 | BBC中文</title><meta property="og:site_name" content="BBC中文"></head><body><p>一句話。</p></body></html>',
      '標題',
    ],
  ])('%j', (text, title) => expect(parse(text).title).toBe(title));

  test('is not said again in the body', () => {
    const article = parse(
      '---\ntitle: 會談結束\n---\n[会谈结束](https://example.net)\n------\n\n<div><h1>會談結束</h1><p>雙方發言。</p></div>',
    );
    expect(blocksOf(article)).toEqual(['paragraph: 雙方發言。']);
  });

  test('stands for the text where there is none', () => {
    expect(blocksOf(parse('---\ntitle: 會談結束\n---\n'))).toEqual(['headline: 會談結束']);
    expect(blocksOf(parse(body('<figure><img src="a.jpg"><figcaption>會場。新華社</figcaption></figure>')))).toEqual([
      'headline: 測試',
      'caption: 會場。',
      'credit: 新華社',
    ]);
  });
});

describe('bodies', () => {
  test.each<[string, string, string[]]>([
    [
      'Markdown paragraphs',
      '第一段。\n\n第二段 [連結](https://example.net/a_b) 在此。',
      ['paragraph: 第一段。', 'paragraph: 第二段連結在此。'],
    ],
    ['wrapped Chinese', '一行寫不完\n要兩行。', ['paragraph: 一行寫不完要兩行。']],
    ['wrapped English', 'one line\nand another', ['paragraph: one line and another']],
    ['a line for a paragraph', '第一段。\n第二段。', ['paragraph: 第一段。', 'paragraph: 第二段。']],
    ['indented lines', '　　第一段。\n　　第二段。', ['paragraph: 第一段。', 'paragraph: 第二段。']],
    ['an indent is not code', '    縮排的段落。', ['paragraph: 縮排的段落。']],
    ['Chinese emphasis', '他說**「不會」**又走了。', ['paragraph: 他說「不會」又走了。']],
    ['grades', '他考得5**，她也有7科5**。', ['paragraph: 他考得5**，她也有7科5**。']],
    ['tildes', '約2~3人，後來5~6人。', ['paragraph: 約2~3人，後來5~6人。']],
    ['bold lines', '**背景**\n\n有一段話。', ['heading: 背景', 'paragraph: 有一段話。']],
    ['hard breaks', '第一行  \n第二行', ['paragraph: 第一行', 'paragraph: 第二行']],
    ['breaks within a clause', '他說，<br>不會。', ['paragraph: 他說，不會。']],
    ['headings', '## 背景\n\n有一段話。', ['heading: 背景', 'paragraph: 有一段話。']],
    [
      'paragraphs made headings',
      '### 警方其後到場，將三人帶走調查。他們翌日獲釋。',
      ['paragraph: 警方其後到場，將三人帶走調查。他們翌日獲釋。'],
    ],
    ['lists', '1. 甲\n2. 乙\n\n- 丙', ['paragraph: 1. 甲', 'paragraph: 2. 乙', 'paragraph: 丙']],
    ['block quotes', '> 引文一句。', ['paragraph: 引文一句。']],
    ['Markdown tables', '| 年 | 人 |\n| --- | --- |\n| 2020 | 7 |', ['paragraph: 年 | 人', 'paragraph: 2020 | 7']],
    ['HTML tables', '<table><tr><th>年</th><td><p>人</p></td></tr></table>', ['paragraph: 年 | 人']],
    [
      'tables for layout',
      `<table><tr><td><p>${'長'.repeat(201)}</p><p>短</p></td></tr></table>`,
      [`paragraph: ${'長'.repeat(201)}`, 'paragraph: 短'],
    ],
    ['split figures', '<div><p>10<span>月</span>26<span>日</span></p></div>', ['paragraph: 10月26日']],
    [
      'no-break spaces',
      '<div><p>去年<span>&nbsp;</span>10<span>&nbsp;</span>月&nbsp;22&nbsp;日</p></div>',
      ['paragraph: 去年10月22日'],
    ],
    ['spaces of the author', '<div><p>2017 年的 Android 手机</p></div>', ['paragraph: 2017 年的 Android 手机']],
    [
      'pretty-printed HTML',
      '<div>\n\n    <p>\n     他在\n     <a href="#">\n      文中\n     </a>\n     說。\n    </p>\n\n</div>',
      ['paragraph: 他在文中說。'],
    ],
    [
      'embeds',
      '{{< video src="https://example.net/v" >}}\n\n<iframe src="x">沒有</iframe><script>alert(1)</script><style>p{}</style>一句話。',
      ['paragraph: 一句話。'],
    ],
    ['hostile entities', '<div><p>甲&#x202e;乙&#0;&#27;[31m丙</p></div>', ['paragraph: 甲乙\uFFFD[31m丙']],
    ['separators', '甲說話。\n\n*** *** ***\n\n乙說話。', ['paragraph: 甲說話。', 'paragraph: 乙說話。']],
    [
      'captions and credits',
      '<div><img src="a"><span class="lead_image_caption">兩人握手。</span><span class="copyright">路透社图片</span><p>兩人見面。</p></div>',
      ['caption: 兩人握手。', 'credit: 路透社图片', 'paragraph: 兩人見面。'],
    ],
    [
      'captions in italics below a picture',
      '![](a.jpg)\n*兩人握手。（路透社圖片）*\n\n兩人見面。\n\n*兩人道別。*',
      ['caption: 兩人握手。', 'credit: （路透社圖片）', 'paragraph: 兩人見面。', 'paragraph: 兩人道別。'],
    ],
    ['lists of contents that are left to be made', '* TOC\n{:toc}\n\n兩人見面。', ['paragraph: 兩人見面。']],
    [
      'captions said again',
      '<figure><figcaption>部長今早抵達機場與各界會面。陳大文攝</figcaption></figure>\n\n部長今早抵達機場與各界會面。陳大文攝\n\n他沒有說話。',
      [
        'caption: 部長今早抵達機場與各界會面。',
        'credit: 陳大文攝',
        'caption: 部長今早抵達機場與各界會面。',
        'credit: 陳大文攝',
        'paragraph: 他沒有說話。',
      ],
    ],
    [
      'appeals after a rule',
      '雙方發言。\n\n---\n\n請加入成為本報的月費訂戶，支持我們。\n\n---\n\n**博客 | 某人**\n\n某人的簡介。',
      ['paragraph: 雙方發言。'],
    ],
    ['a rule amid the text', '前文一句。\n\n---\n\n後文一句。', ['paragraph: 前文一句。', 'paragraph: 後文一句。']],
    [
      'links at the end',
      '雙方發言。\n\n相關文章：\n\n[第一篇](https://example.net/1)\n\n[第二篇](https://example.net/2)',
      ['paragraph: 雙方發言。'],
    ],
    [
      'the chrome of a page',
      `<article><header><h1>測試</h1></header><div class="entry-meta">某人 1 Minute</div><div class="entry-content"><p>${'正文。'.repeat(40)}</p></div><div class="sharedaddy">分享</div><div class="comment-text"><p>買藥</p></div><footer class="entry-footer">標籤</footer></article>`,
      [`paragraph: ${'正文。'.repeat(40)}`],
    ],
    [
      'what the author adds among the comments',
      '<div class="comment-wrapper" id="comments"><div class="comment comment-by-node-author"><p>甲說話。</p></div><div class="comment comment-by-anonymous"><p>買藥</p></div></div>',
      ['paragraph: 甲說話。'],
    ],
    [
      'a page misjudged by its class names',
      `<div class="comments"><p>${'其實是正文。'.repeat(30)}</p></div>`,
      [`paragraph: ${'其實是正文。'.repeat(30)}`],
    ],
  ])('%s', (_, markup, expected) => expect(blocksOf(parse(body(markup)))).toEqual(expected));

  test('a speaker’s name on a line of its own, time and again, is not run together with what is said', () => {
    const turns = '海島社記者\n橋何時通車？\n\n**林望舒**\n九月通車。\n\n主持：謝謝各位。';
    const expected = '海島社記者\n\n橋何時通車？\n\n林望舒\n\n九月通車。\n\n主持：謝謝各位。';
    expect(parse(body(turns)).text).toBe(expected);
    expect(parse(`# 測試\n\n${turns.replaceAll('**', '')}`, 'a.txt').text).toBe(expected);
    expect(parse(body('海島社記者\n橋何時通車？')).text).toBe('海島社記者橋何時通車？');
    expect(parse(body('他說，\n橋九月通車。\n\n她說，\n不會。')).text).toBe('他說，橋九月通車。\n\n她說，不會。');
  });

  test('plain text without front matter', () => {
    expect(blocksOf(parse('會談結束\n\n　　第一段。\n　　第二段\n續行。\n', 'a.txt'))).toEqual([
      'paragraph: 第一段。',
      'paragraph: 第二段續行。',
    ]);
  });

  test('a dateline and a credit are blocks of their own, with nothing between', () => {
    const { text, blocks } = parse(body('（中央社記者某某台北28日電）部長今天到訪。'));
    expect(blocks).toEqual([
      { kind: 'dateline', start: 0, end: 15 },
      { kind: 'paragraph', start: 15, end: text.length },
    ]);
  });
});

describe('what is not reporting', () => {
  test.each(['版權所有，不得轉載', '月費訂戶 網址：example.com', '相關閱讀：', '上一篇：會談開始'])(
    '%s is no part of the text',
    (line) => expect(parse(body(`有一段話。\n\n${line}`)).text).toBe('有一段話。'),
  );

  test.each<[BlockKind, string]>([
    ['editor', '责编：某某'],
    ['editor', '責任編輯：某某#'],
    ['editor', '记者 某小明 责编 某大文'],
    ['editor', '記者：某小明　責編：某大文　網編：某三'],
    ['editor', '【撰文：某小明】'],
    ['editor', '【記者：甲乙／編輯：丙丁／攝影：戊己】'],
    ['editor', '文／某小明'],
    ['credit', '路透社图片'],
    ['credit', '（圖／中央社）'],
    ['credit', '圖片來源：某報'],
    ['credit', '網絡圖片'],
  ])('%s: %s', (kind, line) => {
    expect(blocksOf(parse(body(`有一段話。\n\n${line}`)))).toEqual(['paragraph: 有一段話。', `${kind}: ${line}`]);
  });

  test.each([
    ['【某報2023年10月28日讯】（某報记者张三综合报导）', '两人见面。'],
    ['〔記者某某／台北報導〕', '兩人見面。'],
    ['[某報記者報道]', '兩人見面。'],
    ['【某報專訊】', '兩人見面。'],
    ['新華社北京10月28日電（記者某某）', '兩人見面。'],
    ['華盛頓 —', '兩人見面。'],
    ['BEIJING, Oct 28 (Reuters) -', 'They met.'],
  ])('dateline: %s', (dateline, rest) => {
    expect(blocksOf(parse(body(`${dateline}${/[-—]$/u.test(dateline) ? ' ' : ''}${rest}`)))).toEqual([
      `dateline: ${dateline}`,
      `paragraph: ${rest}`,
    ]);
  });

  test('an editor at the end of a paragraph', () => {
    expect(blocksOf(parse(body('兩人見面，沒有發言。（責任編輯：某某）1120315')))).toEqual([
      'paragraph: 兩人見面，沒有發言。',
      'editor: （責任編輯：某某）1120315',
    ]);
  });

  test.each([
    '記者問及他會否辭職，他拒絕回應',
    '記者：你會不會辭職？',
    '他呼籲市民訂閱報紙，支持記者工作。',
    '被問到照片來源，他拒絕提供',
    '編輯部昨日收到恐嚇信。',
    '新華社報道兩人見面。',
    '法新社引述官員說，會談沒有結果。',
    '（打開閉路電視片段時）他沒有說話。',
    '(c) 根據該條例第17條作出宣誓。',
    '【死因研訊】證人今日作供。',
    '吳小明 — 一個普通人。',
    '他是會員，月費全免。',
    '請市民支持我們的決定，他說。',
    '請市民捐款救災，支持我們，他說。',
    '作者：那不是我的意思。他不願多說。',
  ])('a report says: %s', (line) => {
    expect(blocksOf(parse(body(`${line}\n\n有一段話。`)))).toEqual([`paragraph: ${line}`, 'paragraph: 有一段話。']);
  });
});

describe('front matter', () => {
  test.each([
    ['title: 專訪: 外長談判不退讓', '專訪: 外長談判不退讓'],
    ['title: @某人說話', '@某人說話'],
    ['title: 問答 #3 結果', '問答'],
    ['title: 52:48', '52:48'],
    ['title: no', 'no'],
    ['title: !!js/function "function () {}"', 'function () {}'],
  ])('%s', (line, title) => expect(parse(`---\n${line}\n---\n乙。`).title).toBe(title));

  test('a value that needs quotation marks is read, and its line is named', () => {
    const text = '---\noutlet: 某報\ntitle: 專訪: 不退讓\n---\n乙。';
    expect(faultsOf(text)).toEqual([
      {
        path: 'corpus/a.md',
        line: 3,
        severity: 'warning',
        reason: expect.stringContaining('quotation marks: title: "…"') as string,
      },
    ]);
  });

  test('a text that begins with a colon or a rule has none', () => {
    expect(blocksOf(parse('某人說：好。\n\n---\n\n乙。', 'a.md'))).toEqual([
      'paragraph: 某人說：好。',
      'paragraph: 乙。',
    ]);
    expect(blocksOf(parse('{甲}說話。\n', 'a.md'))).toEqual(['paragraph: {甲}說話。']);
  });

  test.each([
    ['a byte order mark', '\uFEFF---\ntitle: 甲\n---\n乙。'],
    ['blank lines before it', '\n \n---\ntitle: 甲\n---\n乙。'],
    ['line ends of Windows', '---\r\ntitle: 甲\r\n---\r\n乙。'],
    ['JSON', '---json\n{"title": "甲"}\n---\n乙。'],
    ['named YAML', '---yaml\ntitle: 甲\n---\n乙。'],
    ['TOML', '+++\ntitle = "甲"\n+++\n乙。'],
    ['an object in braces', '{\n  "title": "甲",\n  "tags": []\n}\n\n乙。'],
    ['no opening line', 'title: 甲\ntags:\n- 丙\n---\n乙。'],
    ['JSON before ;;;', '"title": "甲",\n"date": "2021-02-06"\n;;;\n乙。'],
    ['marks around marks', '---\ntitle: """"\'甲\'""""\n---\n乙。'],
  ])('with %s', (_, text) => {
    const article = parse(text);
    expect(article.title).toBe('甲');
    expect(blocksOf(article)).toEqual(['paragraph: 乙。']);
  });

  test.each([
    ['code', '---js\n{ title: (globalThis.evaluated = true) }\n---\n乙。', 1, /code is never run/u],
    ['code after blank lines', '\n\n---javascript\nmodule.exports = {}\n---\n乙。', 3, /code is never run/u],
    ['CoffeeScript', '---coffee\ntitle: 1\n---\n乙。', 1, /code is never run/u],
    ['an unknown language', '---constructor\ntitle: 1\n---\n乙。', 1, /is not read/u],
    ['broken TOML', '+++\ntitle = "a"\ndate = \n+++\n乙。', 3, /not valid TOML/u],
    ['broken YAML', '---\ntitle: 甲\ntags: [乙\n---\n丙。', 3, /not valid YAML/u],
    ['broken YAML after a blank line', '\n---\na: 1\ntags: [甲\n---\n丙。', 4, /not valid YAML/u],
    ['broken JSON', '---json\n{"title": }\n---\n乙。', 1, /not valid JSON/u],
    ['no end', '---\ntitle: 甲\n\n乙。', 1, /no closing/u],
    ['neither title nor text', '---\ntitle: ""\n---\n\n', null, /neither a title nor a text/u],
    ['nothing', '', null, /neither a title nor a text/u],
  ])('%s is an error with its line', (_, text, line, reason) => {
    const [article, faults] = first('a.md', text);
    expect(article).toBeNull();
    expect(faults).toEqual([
      { path: 'a.md', line, severity: 'error', reason: expect.stringMatching(reason) as string },
    ]);
    expect(globalThis).not.toHaveProperty('evaluated');
  });

  test('a rule at the beginning is not front matter', () => {
    expect(blocksOf(parse('---\n\n甲說話了，說完就走。\n\n---\n\n乙沒有說話。'))).toEqual([
      'paragraph: 甲說話了，說完就走。',
      'paragraph: 乙沒有說話。',
    ]);
  });

  test('values of the wrong kind do no harm', () => {
    const article = parse(
      '---\ntitle: [甲, 乙]\nauthor: {a: 1}\ndate: [1]\ntags: {a: 1}\nurl: 7\n__proto__: {x: 1}\n---\n丙。',
    );
    expect(article).toMatchObject({ title: '甲', author: null, date: null, tags: [], url: null });
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    '---\n', 'title: 甲\n', 'date: 2021-02-06\n', '\n', '\n\n', '<div>', '</div>', '<p>', '<table><tr><td>', '<li>', '<ol>', '**', '# ', '[a](b)', '&#x202e;', '&nbsp;', '【某報訊】', '責編：甲', '。', '新華社', '<figure>', '<figcaption>', '\0', '\u001b[0m', '\u202e', '\ud800', '　', ' ', '10', '月', 'word', '<script>', '{{< x >}}',
  ); // prettier-ignore
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  test('whatever the text: no throw; blocks in order, apart, trimmed, all of the text but white space; no controls', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('a.md', 'a.html', 'a.txt'), (text, path) => {
        const [article] = first(path, text);
        if (article === null) return;
        let at = 0;
        for (const { start, end } of article.blocks) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(article.text.slice(at, start).trim()).toBe('');
          expect(article.text.slice(start, end)).toBe(article.text.slice(start, end).trim());
          at = end;
        }
        expect(article.blocks.length).toBeGreaterThan(0);
        expect(at).toBe(article.text.length);
        expect(article.title).not.toBe('');
        for (const shown of [article.text.replaceAll('\n', ''), article.title, article.author ?? '', ...article.tags])
          expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0\uFEFF]/u);
      }),
      { numRuns: 400 },
    );
  });

  test('whatever the address: an http(s) one or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), (url) => {
        const [article] = first('a.md', `---json\n${JSON.stringify({ title: '甲', url })}\n---\n乙。`);
        expect(article?.url ?? 'https://none').toMatch(/^https?:\/\/[^/]/u);
      }),
    );
  });
});

test.each(['日内瓦', '日內瓦', '河内', '河內', '多伦多', '多倫多', '渥太華', '堪培拉', '廣州'])(
  'a dateline names %s, in either script',
  (city) => expect(blocksOf(parse(body(`${city} — 雙方發言，沒有結果。`)))[0]).toBe(`dateline: ${city} —`),
);

test.each(['美联社图片', '美聯社圖片', '（圖／中評社）', '（图／中评社）', '網路圖片', '共同社提供', '埃菲社圖片'])(
  '%s is a credit, in either script',
  (credit) => expect(blocksOf(parse(body(`雙方發言，沒有結果。\n\n${credit}`)))[1]).toBe(`credit: ${credit}`),
);
