import { describe, expect, test } from 'vitest';

import { parseOutlets, type Article } from '../../../../src/core/index.ts';
import { passagesOf } from '../../../../src/core/index/passages.ts';
import {
  EVERYWHERE,
  filtersInQuestion,
  ofAnyDay,
  ofSister,
  passageFilter,
  type AppliedFilters,
} from '../../../../src/core/question/filters/filters.ts';
import { fakeArticle } from '../../../support/fake-library.ts';

const report = (date: string | null, text: string, outlet = '河畔日報'): Article =>
  fakeArticle(`${outlet}-${date}-${text}`, [text], { date, outlet });
const passes = (applied: Partial<AppliedFilters>, article: Article): boolean => {
  const filter = passageFilter({ ...EVERYWHERE, ...applied });
  const [passage] = passagesOf(article);
  return filter === null || (passage !== undefined && filter(passage));
};
const days = (since: string | null, until: string | null): AppliedFilters['filters'] => ({
  outlet: null,
  since,
  until,
});

describe('days of what happened let in whatever is of them or tells of them', () => {
  const june = { filters: days('2024-06-03', '2024-06-05'), ofEvent: true };
  test.each<[string, Article, boolean]>([
    ['published then', report('2024-06-04', '渡輪停航。'), true],
    ['told afterwards', report('2024-07-20', '渡輪在2024年6月4日停航。'), true],
    ['told ahead', report('2024-05-20', '渡輪將在2024年6月4日停航。'), true],
    ['told by no day', report('2024-07-20', '渡輪早已停航。'), false],
    // A month is longer than what is asked for by more than a week.
    ['told by the month', report('2024-07-20', '渡輪在2024年6月停航。'), false],
    ['told by another day', report('2024-07-20', '渡輪在2024年6月6日停航。'), false],
    ['told years afterwards', report('2028-07-20', '渡輪在2024年6月4日停航。'), false],
    ['of no day itself', report(null, '渡輪在2024年6月4日停航。'), true],
  ])('%s', (_, article, isIn) => expect(passes(june, article)).toBe(isIn));

  test('what happened until or since some day is told by the reports of then', () => {
    const later = report('2024-07-20', '渡輪在2024年6月4日停航。');
    expect(passes({ filters: days(null, '2024-06-05'), ofEvent: true }, later)).toBe(false);
    expect(passes({ filters: days('2024-08-01', null), ofEvent: true }, later)).toBe(false);
    expect(passes({ filters: days('2024-07-01', null), ofEvent: true }, later)).toBe(true);
  });

  test('days of reports are those of reports alone', () =>
    expect(passes({ ...june, ofEvent: false }, report('2024-07-20', '渡輪在2024年6月4日停航。'))).toBe(false));

  test('the outlets that are set side by side are the only ones', () => {
    const outlets = ['河畔日報', '山城新闻'];
    expect(passes({ ...june, outlets }, report('2024-06-04', '渡輪停航。', '山城新闻'))).toBe(true);
    expect(passes({ ...june, outlets }, report('2024-06-04', '渡輪停航。', '海湾晚报'))).toBe(false);
  });
});

test('without filters nothing is tested', () => expect(passageFilter(EVERYWHERE)).toBeNull());

test('of any day are all that pass the other filters', () => {
  const applied = {
    ...EVERYWHERE,
    filters: { ...days('2024-06-03', '2024-06-05'), outlet: '河畔日報' },
    ofEvent: true,
  };
  expect(ofAnyDay(applied)).toEqual({ ...EVERYWHERE, filters: { ...days(null, null), outlet: '河畔日報' } });
});

test('the service of a house in another language takes the place of its outlet, and has no other itself', () => {
  const applied = { ...EVERYWHERE, filters: { ...days('2024-06-03', null), outlet: '白沙中文' }, sisters: ['白沙'] };
  expect(ofSister(applied)).toEqual({ ...applied, filters: { ...applied.filters, outlet: '白沙' }, sisters: [] });
  expect(ofSister(EVERYWHERE)).toBeNull();
});

describe('filters in the words of a question', () => {
  const read = (text: string): ReturnType<typeof filtersInQuestion> =>
    filtersInQuestion(text, text, {
      facets: { outlets: ['河畔日報', '山城新闻'], authors: [], tags: [], newest: '2024-09-01', days: [], kinds: [] },
      directory: parseOutlets('河畔日報\n山城新闻\n'),
      today: '2024-09-02',
    });
  test.each<[string, boolean, readonly string[]]>([
    ['2024年6月4日渡輪為何停航？', true, ['2024年6月4日']],
    ['2024年6月4日的報道怎樣說渡輪？', false, ['2024年6月4日']],
    ['until:2024-06-04 渡輪為何停航？', false, []],
  ])('%s: days of an event: %s', (text, ofEvent, named) => {
    const found = read(text);
    expect(found.ofEvent).toBe(ofEvent);
    expect(found.days.map(({ start, end }) => text.slice(start, end))).toEqual(named);
  });

  test.each([
    ['河畔日報怎樣報道渡輪？', '河畔日報', []],
    ['河畔日報和山城新闻怎樣報道渡輪？', null, ['河畔日報', '山城新闻']],
    ['渡輪為何停航？', null, []],
  ])('%s: of %s, or of %j side by side', (text, outlet, outlets) =>
    expect(read(text)).toMatchObject({ filters: { outlet }, outlets }),
  );
});
