import { describe, expect, test } from 'vitest';

import { createAsk, createLibrary, parseOutlets } from '../../../src/core/index.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

// Two reports that say the same of two tolls, in words of one length; only their days can tell them apart.
async function firstCited(question: string, [one, other]: readonly [string | null, string | null]): Promise<string> {
  const reports = [
    fakeArticle('twenty', ['燈塔山隧道的收費每次二十元，由運輸處訂定。'], { title: '燈塔山隧道收費', date: one }),
    fakeArticle('thirty', ['燈塔山隧道的收費每次三十元，由運輸處訂定。'], { title: '燈塔山隧道收費', date: other }),
  ];
  const ask = createAsk(await createLibrary(reports, names), parseOutlets(''));
  const answer = await ask({ text: question });
  return answer.citations[0]?.articleId ?? answer.kind;
}

describe('of two reports that are equal but for their day', () => {
  test.each(['燈塔山隧道收費多少錢？', '灯塔山隧道每次收费多少元？', '燈塔山隧道'])(
    'the newer one comes first, whichever it is: %s',
    async (question) => {
      expect(await firstCited(question, ['2023-03-01', '2024-03-01'])).toBe('thirty');
      expect(await firstCited(question, ['2024-03-01', '2023-03-01'])).toBe('twenty');
      expect(await firstCited(question, ['2024-03-01', '2024-03-02'])).toBe('thirty');
      expect(await firstCited(question, ['2024-03-02', '2024-03-01'])).toBe('twenty');
    },
  );
});

test.each<[string, string, string]>([
  ['of something else about the same tunnel', '隧道換燈', '燈塔山隧道更換照明，今晚封閉。'],
  ['that is only about the toll', '隧道收費', '燈塔山隧道明年檢討收費，運輸處說。'],
])('a newer report %s does not come before the one that answers', async (_, title, text) => {
  const reports = [
    fakeArticle('toll', ['燈塔山隧道的收費每次二十元，由運輸處訂定。'], { title: '隧道收費', date: '2003-03-01' }),
    fakeArticle('newer', [text], { title, date: '2024-03-01' }),
  ];
  const ask = createAsk(await createLibrary(reports, names), parseOutlets(''));
  expect((await ask({ text: '燈塔山隧道收費每次多少元？' })).citations[0]?.articleId).toBe('toll');
});
