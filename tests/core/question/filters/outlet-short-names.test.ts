import { expect, test } from 'vitest';

import { parseOutlets } from '../../../../src/core/index.ts';
import { outletFilter } from '../../../../src/core/question/filters/name-filters.ts';
import { langWords } from '../../../../src/core/text/lang-data.ts';

// In an archive of two outlets: where there is only one, its name narrows nothing.
const named = (text: string, outlet: string): readonly string[] =>
  outletFilter(text, [outlet, '別處時報'], parseOutlets(outlet)).outlets;

test.each(langWords('zh/outlet-endings'))('青嶼漁民 is 青嶼漁民%s', (ending) =>
  expect(named('青嶼漁民的報道', `青嶼漁民${ending}`)).toEqual([`青嶼漁民${ending}`]),
);

test.each(['青嶼的報道', '漁民日的報道'])('%s is not of 青嶼日報', (text) =>
  expect(named(text, '青嶼日報')).toEqual([]),
);
