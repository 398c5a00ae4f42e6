import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary, parseOutlets } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const firstQuote = async (text: string, sentences: readonly string[]): Promise<string | undefined> => {
  const article = fakeArticle('one', ['翠屏島的搬遷計劃討論已久。', ...sentences], { title: '翠屏島搬遷計劃' });
  const ask = createAsk(await createLibrary([article], shippedNames()), parseOutlets(''));
  return (await ask({ text })).points[0]?.quote;
};

describe('of two contrary claims the one that is asked for comes first, in either order', () => {
  const yes = '島上的商戶同意搬遷計劃。';
  const no = '島上的漁民不同意搬遷計劃。';
  test.each([
    ['翠屏島的搬遷計劃，誰同意？', yes],
    ['翠屏島的搬遷計劃，誰不同意？', no],
    ['邊個同意翠屏島嘅搬遷計劃？', yes],
    ['哪些人不同意翠屏島的搬遷計劃？', no],
  ])('%s', async (text, quote) => {
    expect(await firstQuote(text, [yes, no])).toBe(quote);
    expect(await firstQuote(text, [no, yes])).toBe(quote);
  });

  test('and the contrary alone is no answer', async () => {
    expect(await firstQuote('翠屏島的搬遷計劃，誰同意？', [no])).not.toBe(no);
  });

  const ofEast = '東瀾國要求西嶺國撤走邊境部隊。';
  const ofWest = '西嶺國要求東瀾國釋放被扣漁民。';
  test.each([
    ['東瀾國要求西嶺國做什麼？', ofEast],
    ['西嶺國要求東瀾國做什麼？', ofWest],
  ])('of what sides that no list knows demand of each other: %s', async (text, quote) => {
    expect(await firstQuote(text, [ofEast, ofWest])).toBe(quote);
    expect(await firstQuote(text, [ofWest, ofEast])).toBe(quote);
  });

  test.each([
    ['another does', '西嶺國要求東瀾國釋放被扣漁民。'],
    ['the name is a part of a longer one', '中東瀾國要求西嶺國撤走邊境部隊。'],
    ['it is laid on another', '東瀾國要求南浦國撤走邊境部隊。'],
    ['another act is done', '東瀾國批評西嶺國的邊境部隊。'],
  ])('a demand is none of theirs where %s', async (_, sentence) => {
    expect(await firstQuote('東瀾國要求西嶺國做什麼？', [sentence])).not.toBe(sentence);
  });
});
