import { expect, it } from 'vitest';
import { readFilters, writeFilters, type ButtonFilters } from '../../../src/adapters/telegram/button-filters.ts';
import { fakeArticle } from '../../support/fake-library.ts';

const article = fakeArticle('one', ['Text.'], { outlet: '自由亚洲电台', author: '某人', tags: ['中国', '外交'] });

it.each<ButtonFilters>([
  {},
  { as: 'answer' },
  { as: 'comparison', outlet: '自由亚洲电台' },
  { as: 'timeline', author: '某人', since: '2023-06-01' },
  { as: 'listing', tag: '外交', until: '2023-10-31' },
  { as: 'answer', outlet: '自由亚洲电台', author: '某人', tag: '中国', since: '2021-02-06', until: '2023-10-28' },
])('%j is read again as it was written', (narrowing) => {
  const written = writeFilters(narrowing);
  expect(written).toMatch(/^[\w:-]{5,36}$/);
  expect(readFilters(written, [article])).toEqual({ ...readFilters(':::::', []), ...narrowing });
});

it.each([{ outlet: 'Gone' }, { author: 'Gone' }, { tag: 'Gone' }])(
  '%j is not what it was where the name has gone',
  (narrowing) => expect(readFilters(writeFilters(narrowing), [article])).toBeNull(),
);

it('what is no narrowing narrows nothing', () => {
  expect(readFilters('x', [article])).toEqual(readFilters(writeFilters({}), []));
});
