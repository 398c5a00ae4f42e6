import { expect, test } from 'vitest';
import { EVERYWHERE, passageFilter } from '../../../../src/core/question/filters/filters.ts';
import type { Article } from '../../../../src/core/model/article.ts';
import { articleOf } from '../../../support/article-of.ts';

const asked = { since: '2019-12-08', until: '2019-12-08' };
const filter = passageFilter({ ...EVERYWHERE, filters: { ...EVERYWHERE.filters, ...asked }, ofEvent: true });
const passes = (article: Article): boolean | undefined => filter?.({ article });

/** A report of which it is known which days it names, and whose text cannot be read. */
const known = (date: string, first: string, last = first): Article =>
  Object.defineProperty(articleOf([], { date, days: () => [{ first, last }] }), 'text', {
    get: () => {
      throw new Error('The text was read.');
    },
  });

test('a report of another day passes by the days that it names, where they are known, without its text', () => {
  expect(passes(known('2020-02-01', '2019-12-08'))).toBe(true);
  expect(passes(known('2020-02-01', '2019-12-01', '2019-12-31'))).toBe(false);
  expect(passes(known('2020-02-01', '2020-01-31'))).toBe(false);
  expect(passes(known('2019-03-01', '2019-02-28'))).toBe(false);
});

test('a report of long before has to name the year as well', () => {
  const early = { date: '2019-03-01', days: () => [{ first: '2019-12-08', last: '2019-12-08' }] };
  expect(passes(articleOf(['展覽將於2019年12月8日開幕。'], early))).toBe(true);
  expect(passes(articleOf(['展覽將於年底開幕。'], early))).toBe(false);
});
