import { expect, test } from 'vitest';

import { createAsk, createLibrary, parseOutlets } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

test.each<[string, string, string]>([
  [
    '燈塔山隧道幾時封閉？',
    '燈塔山隧道因為更換照明而封閉，車輛改走山路。',
    '燈塔山隧道六月三日因為更換照明而封閉，車輛改走山路。',
  ],
  [
    'When was the Ossa bridge closed?',
    'The Ossa bridge was closed because of repairs, and cars took the ferry.',
    'The Ossa bridge was closed on 3 June because of repairs, and cars took the ferry.',
  ],
])('%s is answered by a sentence that has a day, and by no other', async (text, without, withDay) => {
  const askOf = async (sentence: string) => {
    const reports = [fakeArticle('asked', [sentence]), fakeArticle('other', ['秋梨今年豐收。'])];
    return createAsk(await createLibrary(reports, shippedNames()), parseOutlets(''))({ text });
  };
  expect((await askOf(without)).kind).toBe('not-found');
  expect((await askOf(withDay)).points[0]?.quote).toBe(withDay);
});
