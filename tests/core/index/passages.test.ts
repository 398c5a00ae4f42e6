import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Article, BlockKind } from '../../../src/core/index.ts';
import { passagesOf } from '../../../src/core/index/passages.ts';
import { fakeArticle } from '../../support/fake-library.ts';

function articleOf(blocks: readonly (readonly [BlockKind, string])[], more: Partial<Article> = {}): Article {
  const article = fakeArticle(
    'a',
    blocks.map(([, text]) => text),
    { title: '標題', ...more },
  );
  return {
    ...article,
    blocks: article.blocks.map(({ start, end }, i) => ({ kind: blocks[i]?.[0] ?? 'paragraph', start, end })),
  };
}

const bodiesOf = (article: Article): string[] =>
  passagesOf(article)
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => article.text.slice(start, end));

describe('passages', () => {
  test('begin with a headline of title, tags and captions, which quotes nothing', () => {
    const article = articleOf(
      [
        ['paragraph', '正文。'],
        ['caption', '圖為大橋。'],
      ],
      { tags: ['航運'] },
    );
    const [headline] = passagesOf(article);
    expect(headline).toMatchObject({ kind: 'headline', sentences: [], context: '標題\n航運\n圖為大橋。' });
  });

  test.each<[BlockKind, boolean]>([
    ['paragraph', true],
    ['headline', true],
    ['heading', false],
    ['caption', false],
    ['credit', false],
    ['dateline', false],
    ['editor', false],
  ])('%s: quoted, %s', (kind, quoted) => {
    const article = articleOf([
      [kind, '甲乙丙。'],
      ['paragraph', '丁戊己。'],
    ]);
    expect(bodiesOf(article).join('')).toContain('丁戊己。');
    expect(bodiesOf(article).join('').includes('甲乙丙。')).toBe(quoted);
  });

  test('end at a heading, which is searched with what stands below it', () => {
    const article = articleOf([
      ['paragraph', '前文。'],
      ['heading', '毒品'],
      ['paragraph', '後文。'],
    ]);
    expect(bodiesOf(article)).toEqual(['前文。', '後文。']);
    expect(passagesOf(article).map(({ context }) => context)).toEqual(['標題\n', '', '毒品']);
  });

  test('of an article without a text are its headline alone', () =>
    expect(passagesOf(articleOf([])).map(({ kind }) => kind)).toEqual(['headline']));

  test('of a long article are of one size', () => {
    const article = articleOf([['paragraph', '這一句話有十二個字啊。'.repeat(200)]]);
    const lengths = bodiesOf(article).map(({ length }) => length);
    expect(lengths.length).toBeGreaterThan(4);
    expect(Math.max(...lengths)).toBeLessThan(2 * Math.min(...lengths));
  });

  test('of an English article are about three times as long in letters', () => {
    const length = (sentence: string): number =>
      Math.min(
        ...bodiesOf(articleOf([['paragraph', sentence.repeat(400)]]))
          .slice(0, -1)
          .map((body) => body.length),
      );
    const [english, chinese] = [
      length('The harbour bridge was closed for repairs on Monday. '),
      length('大橋週一關閉維修。'),
    ];
    expect(english / chinese).toBeGreaterThan(2.5);
    expect(english / chinese).toBeLessThan(3.5);
  });

  test('hold every sentence once, in order, and nothing else', () => {
    const sentence = fc.integer({ min: 1, max: 700 }).map((length) => `${'字'.repeat(length)}。`);
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(''));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
        const article = articleOf(paragraphs.map((text) => ['paragraph', text]));
        const bodies = passagesOf(article).filter(({ kind }) => kind === 'body');
        let at = 0;
        for (const { start, end, sentences } of bodies) {
          expect([start, end]).toEqual([sentences[0]?.start, sentences.at(-1)?.end]);
          for (const one of sentences) {
            expect(article.text.slice(at, one.start).trim()).toBe('');
            at = one.end;
          }
        }
        expect(article.text.slice(at).trim()).toBe('');
      }),
    );
  });
});

test('a passage of a table is searched by the header that stands in an earlier one', () => {
  const rows = Array.from({ length: 40 }, (_, i): [BlockKind, string] => ['paragraph', `第${i}縣甲乙丙丁 | ${i}億元`]);
  const article = articleOf([['paragraph', '縣 | 經費'], ...rows]);
  const [header] = article.blocks;
  const blocks = article.blocks.map((block, i) =>
    i === 0 || header === undefined ? block : Object.assign({}, block, { leads: [header] }),
  );
  const contexts = passagesOf({ ...article, blocks })
    .filter(({ kind }) => kind === 'body')
    .map(({ context }) => context);
  expect(contexts.length).toBeGreaterThan(1);
  expect(contexts).toEqual(contexts.map((_, i) => (i === 0 ? '' : '縣 | 經費')));
});
