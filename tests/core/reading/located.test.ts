import { expect, test } from 'vitest';

import { isLocated } from '../../../src/core/reading/ranking.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';

const located = (text: string): boolean => {
  const start = text.indexOf('青湾');
  return isLocated(text, [{ start, end: start + 2 }]);
};

test.each(langWords('zh/place-before'))('zh/place-before: %s', (word) => {
  expect(located(`两人${word}青湾会面`)).toBe(true);
  expect(located('两人谈青湾会面')).toBe(false);
});
test.each(langWords('en/place-before'))('en/place-before: %s', (word) =>
  expect(located(`they met ${word} 青湾`)).toBe(true),
);
test.each(langWords('zh/place-goes-on'))('zh/place-goes-on: %s', (word) =>
  expect(located(`两人谈在青湾${word}渔民`)).toBe(false),
);
