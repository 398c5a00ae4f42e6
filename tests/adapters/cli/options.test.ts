import { describe, expect, test } from 'vitest';

import { parseMap, parseThreshold } from '../../../src/adapters/cli/options.ts';

describe('--map', () => {
  test('says which key holds what', () =>
    expect(parseMap('title=headline, body = main text ,date=d')).toEqual({
      title: 'headline',
      body: 'main text',
      date: 'd',
    }));

  test.each(['title', 'title=', '=x', 'headline=title', 'title=a,,body=b', ''])(
    '%j is refused, with the fields that there are',
    (given) => expect(() => parseMap(given)).toThrow(/title=headline,body=content; fields are title, date/u),
  );
});

describe('--threshold', () => {
  test('is a probability', () => expect(['0', '0.5', '1'].map(parseThreshold)).toEqual([0, 0.5, 1]));
  test.each(['', ' ', 'x', '-0.1', '1.1'])('%j is refused', (given) =>
    expect(() => parseThreshold(given)).toThrow(/from 0 to 1/u),
  );
});
