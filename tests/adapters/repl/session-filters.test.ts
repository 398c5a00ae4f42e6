import { describe, expect, it } from 'vitest';
import { createSession, type Session } from '../../../src/adapters/repl/session.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import type { Question } from '../../../src/core/index.ts';
import { rankingCorpus } from '../../support/ranking-corpus.ts';

const { articles, ask, checkFilters } = await rankingCorpus('en');

const corpus = { articles, faults: [] };

// A session over the invented articles.
const session = (defaults: Omit<Question, 'text'> = {}): Session =>
  createSession({
    ask,
    checkFilters,
    corpus: () => corpus,
    seconds: 0,
    defaults,
    lang: 'en',
    view: () => PLAIN,
    onFault: raise,
  });

function raise(error: unknown): void {
  throw error;
}

describe('filters that are set', () => {
  it('hold for the questions that follow, by any name, until they are dropped', async () => {
    const { respond } = session();
    expect(await respond('/outlet RD')).toBe('From now on, only 河畔日報.');
    expect(await respond('Who won the marathon?')).toMatch(/^Only Riverside Daily \(河畔日報\)\. Type \/anywhere/);
    expect(await respond('瓷器失竊了多少件？')).not.toContain('山城新闻');
    expect(await respond('/outlet')).toBe('目前沒有任何限制，會查閱整個資料庫。');
    expect(await respond('瓷器失竊了多少件？')).toContain('山城新闻');
  });

  it('add up, and each is dropped by itself', async () => {
    const { respond } = session();
    await respond('/outlet 河畔日報');
    expect(await respond('/since 2023-10')).toBe('From now on, only 河畔日報, since 2023-10-01.');
    expect(await respond('/until 2023')).toBe('From now on, only 河畔日報, 2023-10-01 to 2023-12-31.');
    expect(await respond('/since')).toBe('From now on, only 河畔日報, until 2023-12-31.');
    expect(await respond('/filters')).toBe('At present, only 河畔日報, until 2023-12-31.');
  });

  it.each([
    ['/outlet The Daily Planet', /^No outlet called “The Daily Planet” .+There are: .*河畔日報/],
    ['/author Nobody', /^No author called “Nobody”/],
    ['/tag nothing', /^Nothing in this corpus is tagged “nothing”/],
    ['/kind rumour', /^“rumour” is no kind of article\. There are: news, opinion, /],
    ['/since soon', /^“soon” is not a date\. Please write it as 2023-10-28/],
    ['/until 2023-13', /^“2023-13” is not a date/],
  ])('%s is refused at once, and sets nothing', async (line, sentence) => {
    const { respond } = session();
    expect(await respond(line)).toMatch(sentence);
    expect(await respond('/filters')).toBe('No filters are set: questions search the whole corpus.');
  });

  it('leave out other kinds of articles, named in any language of the interface, until they are dropped', async () => {
    const { respond } = session();
    expect(await respond('/kind 評論')).toBe('From now on, only opinion.');
    expect(await respond('Who won the marathon?')).not.toContain('Sources');
    expect(await respond('/kind')).toBe('No filters are set: questions search the whole corpus.');
    expect(await respond('/kind news')).toBe('From now on, only news.');
    expect(await respond('Who won the marathon?')).toContain('Sources');
  });

  it('of a kind hold from the beginning where the command line has them', async () => {
    const { respond } = session({ kind: 'opinion' });
    expect(await respond('/filters')).toBe('At present, only opinion.');
  });

  it('are refused where the first day lies after the last', async () => {
    const { respond } = session();
    await respond('/until 2022');
    expect(await respond('/since 2023')).toBe(
      'The first day (2023-01-01) lies after the last (2022-12-31). Please swap them.',
    );
    expect(await respond('/filters')).toBe('At present, only until 2022-12-31.');
  });

  it('of the command line hold from the beginning, and can be dropped', async () => {
    const { respond } = session({ outlet: 'RD', until: '2023' });
    expect(await respond('/filters')).toBe('At present, only 河畔日報, until 2023-12-31.');
    expect(await respond('/anywhere')).toBe('No filters are set: questions search the whole corpus.');
  });

  it.each([
    ['/outlet', 'Outlets in this corpus: '],
    ['/kind', 'Kinds of articles in this corpus: news.'],
    ['/since', 'The corpus has reports from 2022-10-30 to 2024-09-02.'],
  ])('%s alone, where none is set, says what there is', async (line, sentence) => {
    expect(await session().respond(line)).toContain(sentence);
  });
});

describe('/anywhere', () => {
  it('asks the last question without the filters that were set', async () => {
    const { respond } = session();
    await respond('/outlet 海湾晚报');
    const narrow = await respond('瓷器失竊了多少件？');
    expect(narrow).toMatch(/^只限：海湾晚报。/);
    expect(narrow).not.toContain('十七件瓷器不知所踪。」');
    const wide = await respond('/anywhere');
    expect(wide).toContain('十七件瓷器不知所踪。」 [1]');
    expect(wide).not.toContain('只限');
  });

  it('asks it without those that its own words set', async () => {
    const { respond } = session();
    expect(await respond('河畔日報 2022年 馬拉松')).toContain('只限：河畔日報');
    expect(await respond('/anywhere')).not.toContain('只限');
  });
});

describe('a follow-up', () => {
  it('of an outlet names no report of another', async () => {
    const { respond } = session();
    await respond('瓷器失竊了多少件？');
    expect(await respond('河畔日報怎樣說？')).not.toContain('山城新闻');
  });

  it('is understood from the turn before, and /more goes on with what was understood', async () => {
    const { respond } = session();
    await respond('瓷器失竊了多少件？');
    expect(await respond('河畔日報怎樣說？')).toMatch(/^理解為：瓷器失竊.*\n只限：河畔日報。/);
    const other = await respond('那山城新闻呢？');
    expect(other).toContain('十七件瓷器不知所踪');
    expect(await respond('/more')).not.toContain('河畔日報');
  });

  it('without anything before it is asked back', async () => {
    expect(await session().respond('為什麼？')).toMatch(/^你指的是誰，或哪件事？/);
    expect(await session().respond('/more')).toBe('Ask a question first.');
  });
});

describe('the last question', () => {
  it('is shown as a comparison, a timeline and a list', async () => {
    const { respond } = session();
    await respond('河畔馬拉松誰跑贏？');
    expect(await respond('/timeline')).toMatch(/^2022-10-30（報道日期）\n[^]+\n\n2023-10-29（報道日期）\n/);
    expect(await respond('/list')).toMatch(
      /^共 2 篇：\n {2}1\. 河畔日報 · 2023-10-29 .+\n {2}2\. 河畔日報 · 2022-10-30 /,
    );
    expect(await respond('/article 2')).toContain('高遠以兩小時十一分');
    expect(await respond('/compare')).toMatch(/^河畔日報\n[^]+\n\n資料庫內沒有以下媒體的相關報道：/);
  });

  it('gives way to what a command names', async () => {
    const { respond } = session();
    await respond('河畔馬拉松誰跑贏？');
    expect(await respond('/list 瓷器')).toMatch(/^共 2 篇：\n {2}1\. 河畔日報 · 2024-01-20 /);
  });
});
