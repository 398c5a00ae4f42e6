import { expect, test } from 'vitest';
import { remembering } from '../../../src/core/text/script.ts';

function counting(most?: number) {
  const read: string[] = [];
  const lengthOf = remembering((text) => {
    read.push(text);
    return text.length;
  }, most);
  return { read, lengthOf };
}

test('a text is read once, and one that is alike to the last character gives the same', () => {
  const { read, lengthOf } = counting();
  expect([lengthOf('渡輪停航'), lengthOf(['渡輪', '停航'].join('')), lengthOf('渡輪')]).toEqual([4, 4, 2]);
  expect(read).toEqual(['渡輪停航', '渡輪']);
});

test('of more texts than are remembered the one that came first is read again', () => {
  const { read, lengthOf } = counting(2);
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) lengthOf(text);
  expect(read).toEqual(['a', 'b', 'c', 'a']);
});

test('a whole article is not kept', () => {
  const { read, lengthOf } = counting();
  const article = '橋'.repeat(1_001);
  expect([lengthOf(article), lengthOf(article)]).toEqual([1_001, 1_001]);
  expect(read).toHaveLength(2);
});
