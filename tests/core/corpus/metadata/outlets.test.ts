import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { parseOutlets } from '../../../../src/core/corpus/metadata/outlets.ts';

describe('a list of outlets', () => {
  const outlets = parseOutlets(
    '\uFEFF# a comment\n眾新聞, 众新闻, Citizen News, hkcnews.com # another\n\nNei.st\n甲報 , , a.example.com\n乙報, 众新闻, example.com\r\n',
  );

  test.each([
    ['眾新聞', '眾新聞'],
    ['众新闻', '眾新聞'],
    ['CITIZENNEWS', '眾新聞'],
    ['《眾新聞》', '眾新聞'],
    ['nei.st', 'Nei.st'],
    ['丙報', null],
    ['', null],
    ['#', null],
  ])('by name: %j', (name, outlet) => expect(outlets.byName(name)).toBe(outlet));

  test.each([
    ['hkcnews.com', '眾新聞'],
    ['www.HKCNews.com', '眾新聞'],
    ['nothkcnews.com', null],
    ['hkcnews.com.evil.net', null],
    ['nei.st', 'Nei.st'],
    // The nearest domain has it.
    ['www.a.example.com', '甲報'],
    ['b.example.com', '乙報'],
    ['com', null],
    ['', null],
  ])('by host: %j', (host, outlet) => expect(outlets.byHost(host)).toBe(outlet));

  test('names and aliases', () => {
    expect(outlets.names).toEqual(['眾新聞', 'Nei.st', '甲報', '乙報']);
    expect(outlets.aliasesOf('众新闻')).toEqual(['Citizen News']);
    expect(outlets.aliasesOf('丙報')).toEqual([]);
  });
});

describe('the list that ships', () => {
  const outlets = parseOutlets(readFileSync('data/outlets.txt', 'utf8'));

  test.each([
    ['www.rfa.org', '自由亚洲电台'],
    ['www.epochtimes.com', '大纪元'],
    ['cn.nytimes.com', '纽约时报中文网'],
    ['www.bbc.com', 'BBC'],
    ['asia.nikkei.com', 'Nikkei Asia'],
    ['www.dw.com', 'Deutsche Welle'],
    ['www.dwnews.com', '多维新闻'],
    ['hk.on.cc', '東方日報'],
    ['news.ltn.com.tw', '自由時報'],
    ['www.xinhuanet.com', '新华社'],
  ])('%s', (host, outlet) => expect(outlets.byHost(host)).toBe(outlet));

  test.each([
    ['新華社', '新华社'],
    ['RFA', '自由亚洲电台'],
    ['大紀元', '大纪元'],
    ['CNA', '中央社'],
    ['蘋果日報', '蘋果日報'],
    ['联合早报', '联合早报'],
    ['华尔街日报', '华尔街日报中文网'],
    ['DW News', 'Deutsche Welle'],
  ])('%s', (name, outlet) => expect(outlets.byName(name)).toBe(outlet));

  test.each([
    ['www.bbc.com', '/news/world-asia-00000000', 'BBC'],
    ['www.bbc.com', '/zhongwen/trad/chinese-news', 'BBC中文'],
    ['www.bbc.com', '/zhongwenx', 'BBC'],
    ['www.dw.com', '/zh/a', '德国之声'],
    ['www.dw.com', '/en/a', 'Deutsche Welle'],
    ['www.nytimes.com', '/2024/05/01/a.html', 'The New York Times'],
    ['cn.nytimes.com', '/china/a', '纽约时报中文网'],
    ['www.rfa.org', '/english/a', 'Radio Free Asia'],
    ['www.rfa.org', '/mandarin/a', '自由亚洲电台'],
  ])('%s%s', (host, path, outlet) => expect(outlets.byHost(host, path)).toBe(outlet));

  test('the services of one house are called alike', () => {
    expect(outlets.aliasesOf('BBC中文')).toContain('BBC');
    expect(outlets.byName('BBC')).toBe('BBC');
  });

  test('has enough of them, each under one name', () => {
    const names = outlets.names;
    expect(names.length).toBeGreaterThan(120);
    for (const name of names) expect(outlets.byName(name)).toBe(name);
  });
});

test('outlets of one house are those that have a name in common', () => {
  const outlets = parseOutlets('River Post, RP\n河報, River Post, 河報網\nHill News, 山報\n');
  expect(outlets.sistersOf('River Post')).toEqual(['河報']);
  expect(outlets.sistersOf('河報網')).toEqual(['River Post']);
  expect(outlets.sistersOf('Hill News')).toEqual([]);
  expect(outlets.sistersOf('Lake News')).toEqual([]);
});
