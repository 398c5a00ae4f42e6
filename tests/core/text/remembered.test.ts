import { expect, test } from 'vitest';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { foldScript, stemOf, WORD } from '../../../src/core/text/script.ts';
import { liveHeap } from '../../support/live-heap.ts';

// In UTF-16 units, each of two bytes where there is Chinese.
const LENGTH = 100_000;
const TEXTS = 200;
// A fortieth of the texts' bytes.
const LITTLE = (TEXTS * LENGTH * 2) / 40;

const letters = (number: number): string =>
  String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));

/** A long text that begins with a sentence of its own. */
const article = (number: number): string =>
  `第${number}號工地說它叫${letters(number)}zwischenlagerung。${'灰'.repeat(LENGTH)}`;

test('a word whose stem is remembered does not keep its article in memory', () => {
  const before = liveHeap();
  for (let number = 0; number < TEXTS; number++)
    for (const [word] of foldScript(article(number)).matchAll(WORD)) stemOf(word);
  expect(liveHeap() - before).toBeLessThan(LITTLE);
});

test('a passage whose names are remembered does not either', () => {
  const names = readGazetteer([{ kind: 'place', text: '工地\n' }]);
  const before = liveHeap();
  for (let number = 0; number < TEXTS; number++) {
    const text = article(number);
    const sentence = text.slice(0, text.indexOf('。'));
    expect(names.mentions(foldScript(sentence), sentence)).toHaveLength(1);
  }
  expect(liveHeap() - before).toBeLessThan(LITTLE);
});
