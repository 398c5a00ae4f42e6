import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dayOf } from '../../../src/core/dates/calendar.ts';

describe('a day', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023年', '2023-01-01', '2023-12-31'],
    ['2023-10', '2023-10-01', '2023-10-31'],
    ['2023/4', '2023-04-01', '2023-04-30'],
    ['2023年2月', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-10-28', '2023-10-28', '2023-10-28'],
    ['2023/10/28', '2023-10-28', '2023-10-28'],
    ['2023.10.28', '2023-10-28', '2023-10-28'],
    ['2023年10月28日', '2023-10-28', '2023-10-28'],
    ['2023-1-2', '2023-01-02', '2023-01-02'],
    [' 2023-10-28 ', '2023-10-28', '2023-10-28'],
    ['２０２３年１０月', '2023-10-01', '2023-10-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
  ])('%s reaches from %s to %s', (given, first, last) => {
    expect(dayOf(given, 'first')).toBe(first);
    expect(dayOf(given, 'last')).toBe(last);
  });

  test.each([
    '',
    ' ',
    'yesterday',
    '2023-13',
    '2023-00',
    '2023-02-29',
    '2023-04-31',
    '2023-10-32',
    '2023-10-00',
    '23-10-28',
    '20231028',
    '28/10/2023',
    '2023-10-28T00:00',
    '2023-10-28; drop',
  ])('is not %j', (given) => {
    expect(dayOf(given, 'first')).toBeNull();
    expect(dayOf(given, 'last')).toBeNull();
  });

  test('that exists is read as itself, in each notation', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('first', 'last'), (date, end) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number);
        expect(dayOf(iso, end)).toBe(iso);
        expect(dayOf(`${year}年${month}月${dayOfMonth}日`, end)).toBe(iso);
        expect(dayOf(`${year}/${month}/${dayOfMonth}`, end)).toBe(iso);
      }),
    );
  });
});
