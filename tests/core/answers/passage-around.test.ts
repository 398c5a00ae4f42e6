import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAround, type Article, type BlockKind } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';

const PARAGRAPHS = ['First one.', 'Second one.', 'Third one.', 'Fourth one.'];
const article = fakeArticle('four', PARAGRAPHS);

const around = (of: Article, quote: string, limit?: number): string | null => {
  const start = of.text.indexOf(quote);
  const span = passageAround(of, { start, end: start + quote.length }, limit);
  return span === null ? null : of.text.slice(span.start, span.end);
};

describe('the passage around a quote', () => {
  it('is the whole of a short article', () => expect(around(article, 'Third')).toBe(article.text));

  it.each([
    [10, 'Third one.'],
    [23, 'Third one.\n\nFourth one.'],
    [36, 'Second one.\n\nThird one.\n\nFourth one.'],
  ])('holds whole paragraphs: %i units give %j', (limit, passage) => {
    expect(around(article, 'Third', limit)).toBe(passage);
  });

  it('holds whole sentences of a paragraph that is too long', () => {
    const long = fakeArticle('long', ['前言。', '甲說了一句。乙說了兩句。丙說了三句。丁說了四句。', '後記。']);
    expect(around(long, '乙說了兩句。', 12)).toBe('乙說了兩句。丙說了三句。');
  });

  it('holds the quote, however long it is', () => expect(around(article, article.text, 5)).toBe(article.text));

  it('stops at what is no part of the account', () => {
    const kinds: BlockKind[] = ['caption', 'paragraph', 'paragraph', 'editor'];
    const withCaption = {
      ...article,
      blocks: article.blocks.map((block, at) => ({ ...block, kind: kinds[at] ?? 'credit' })),
    };
    expect(around(withCaption, 'Second')).toBe('Second one.\n\nThird one.');
  });

  it.each([
    [-1, 3],
    [5, 5],
    [0, 10_000],
    [9_000, 9_001],
  ])('is none for offsets that the article does not have: %i to %i', (start, end) => {
    expect(passageAround(article, { start, end })).toBeNull();
  });

  it('always holds the quote, and more than its paragraph only within the limit', () => {
    const texts = fc.array(fc.stringMatching(/^[a-z。 ]{1,30}[a-z]$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 120 }), (paragraphs, a, b, limit) => {
        const made = fakeArticle('made', paragraphs);
        const start = a % made.text.length;
        const end = start + 1 + (b % (made.text.length - start));
        const span = passageAround(made, { start, end }, limit);
        expect(span).not.toBeNull();
        expect(span?.start).toBeLessThanOrEqual(start);
        expect(span?.end).toBeGreaterThanOrEqual(end);
        const own = made.blocks.filter((block) => block.start < end && block.end > start);
        const least = Math.max(own.at(-1)?.end ?? 0, end) - Math.min(own[0]?.start ?? 0, start);
        expect((span?.end ?? 0) - (span?.start ?? 0)).toBeLessThanOrEqual(Math.max(limit, least, end - start));
      }),
    );
  });
});
