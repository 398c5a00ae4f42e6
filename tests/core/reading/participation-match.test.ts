import { describe, expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import { parseIn } from '../../../src/core/question/understand.ts';
import { matchParticipation } from '../../../src/core/reading/participation-match.ts';
import { scorePassages } from '../../../src/core/reading/features/read-passages.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { langTable } from '../../../src/core/text/lang-data.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** How the last sentence of a report matches the participation that a question asks for. */
async function matchOf(text: string, report: string): Promise<string> {
  const library = await createLibrary([fakeArticle('report', [report], { title: '消息' })], names);
  const question = weighQuestion(parseIn(library, text), library);
  const view = (await scorePassages(question, library, null)).flatMap(({ sentences }) => sentences).at(-1);
  return view === undefined ? 'not found' : matchParticipation(question, view, names);
}

describe('who goes where', () => {
  test.each([
    ['complete', '陶景行幾時去美國？', '陶景行5月20日訪問美國。'],
    ['complete', '陶景行幾時去美國？', '陶景行5月20日訪美。'],
    // Without a day.
    ['partial', '陶景行幾時去美國？', '陶景行訪問美國，談了木材。'],
    // Somewhere else, somebody else, or from there.
    ['none', '陶景行幾時去美國？', '陶景行5月20日訪問日本，談了美國。'],
    ['none', '陶景行幾時去美國？', '岑伯年5月20日訪問美國。'],
    ['none', '美國的陶景行幾時去日本？', '陶景行5月20日訪美，不是日本。'],
    // Whoever is named in the sentence before goes on.
    ['complete', '陶景行幾時去美國？', '陶景行很忙。他5月20日訪問美國。'],
    // Nobody is asked about.
    ['complete', '幾時去美國？', '5月20日訪問美國。'],
    ['complete', '陶景行3月幾時去美國？', '陶景行20日訪問美國。'],
    ['none', '陶景行幾時批評美國？', '陶景行5月20日訪問美國。'],
  ])('%s: %s %s', async (match, text, report) => expect(await matchOf(text, report)).toBe(match));

  const countries = [...langTable('zh/short-countries')];
  test.each(countries)('zh/short-countries: %s', async (country, short) => {
    expect(await matchOf(`陶景行幾時去${country}？`, `陶景行5月20日訪${short}。`)).toBe('complete');
    const [, another] = countries.find(([, one]) => one !== short) ?? [];
    expect(await matchOf(`陶景行幾時去${country}？`, `${country}說，陶景行5月20日訪${another}。`)).toBe('none');
  });
});

describe('who takes part', () => {
  test.each([
    ['complete', '誰出席青嶼會談？', '青嶼會談由林墨和葛秀蘭出席。'],
    ['partial', '誰出席青嶼會談？', '青嶼會談有人出席。'],
    ['none', '誰出席青嶼會談？', '青嶼會談開始了。'],
    ['none', '誰出席青嶼會談？', '青嶼旅館的晚宴由葛秀蘭出席。'],
    ['none', '誰沒有出席青嶼會談？', '青嶼會談由葛秀蘭出席。'],
    ['complete', '誰沒有出席青嶼會談？', '青嶼會談葛秀蘭沒有出席。'],
  ])('%s: %s %s', async (match, text, report) => expect(await matchOf(text, report)).toBe(match));
});
