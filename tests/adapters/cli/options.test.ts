import { describe, expect, test } from 'vitest';

import { parseMap } from '../../../src/adapters/cli/options.ts';

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
