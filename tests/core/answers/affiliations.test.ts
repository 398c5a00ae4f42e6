import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, readCorpus } from '../../../src/core/index.ts';
import { shippedKnowledge, shippedNames, shippedOutlets } from '../../support/shipped-data.ts';

const outlets = shippedOutlets();
const { articles } = await readCorpus(['corpus'], { knowledge: shippedKnowledge() });
const ask = createAsk(await createLibrary(articles, shippedNames()), outlets);

const CHINA = /王毅|杨洁篪|楊潔篪|秦刚|秦剛|中方|中国外交部/;
const AMERICA = /布林肯|米勒|普莱斯|普萊斯|沙利文|切斯特|美国国务院|美國國務院|国务院|美方/;

describe('what a side says is what its people and bodies say', () => {
  test.each([
    ['中方怎麼說', CHINA],
    ['北京方面如何回應', CHINA],
    ['中方對台灣問題怎麼說？', CHINA],
    ['中国外交部怎么说台湾问题', CHINA],
    ['What did the Chinese side say about Taiwan?', CHINA],
    ['What did Beijing say about Taiwan?', CHINA],
    ['What did Yang say about Hong Kong?', CHINA],
    ['美方的說法是什麼', AMERICA],
    ['美方怎麼說台灣', AMERICA],
    ['美国国务院怎么说', AMERICA],
    ['白宮怎麼說', AMERICA],
    ['What did the US say about the South China Sea?', AMERICA],
  ])('%s', async (text, people) => {
    const { kind, points } = await ask({ text });
    expect(kind).toBe('answered');
    // A quote of several speakers has none.
    const speakers = points.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
    expect(speakers).not.toEqual([]);
    expect(speakers.filter((speaker) => !people.test(speaker))).toEqual([]);
  });

  test.each(['俄羅斯怎麼回應', '菲律賓怎麼說'])('%s: nobody speaks for it', async (text) => {
    expect((await ask({ text })).kind).toBe('not-found');
  });
});

describe('a demand is its subject’s, and about its topic', () => {
  test.each([
    ['美方要求中国在芬太尼问题上做什么？', /芬太尼/],
    ['布林肯要求中國在緬甸問題上做什麼？', /布林肯.*緬甸/],
    ['楊潔篪對美方提出了什麼要求？', /楊潔篪.*美方/],
    ['王毅對以色列和哈馬斯戰爭提出什麼方案？', /王毅.*两国方案/],
  ])('%s', async (text, quote) => expect((await ask({ text })).points[0]?.quote).toMatch(quote));
});
