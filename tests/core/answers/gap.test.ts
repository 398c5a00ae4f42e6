import { describe, expect, test } from 'vitest';

import type { Answer, NotFound } from '../../../src/core/index.ts';
import { gapWithoutSpeechVerb } from '../../../src/core/answers/not-found.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const { ask } = await madeUpArchive({
  harbour: {
    paragraphs: ['拜登訪問港口。', '拜登表示，港口的擴建明年完工。', '他說，新碼頭可以停泊八艘貨輪。'],
    outlet: '甲報',
    date: '2022-01-02',
    title: '拜登談港口擴建',
  },
  fruit: {
    paragraphs: ['果農協會說，芒果歉收兩成。', '芒果的售價上升到每公斤六十元。'],
    outlet: '乙報',
    date: '2022-02-02',
    title: '芒果歉收',
  },
  talks: {
    paragraphs: ['布林肯會見王毅，談到習近平早前的講話。', '布林肯說，雙方談到港口的擴建。'],
    outlet: '丙報',
    date: '2022-03-02',
    title: '布林肯會見王毅',
  },
});

async function notFound(text: string): Promise<NotFound> {
  const answer: Answer = await ask({ text });
  if (answer.kind !== 'not-found') throw new Error(`It is ${answer.kind}.`);
  return answer;
}

describe('not found, told', () => {
  test('somebody is quoted, but not on what is asked about', async () => {
    const { gap, leads = [], citations } = await notFound('拜登怎樣評價比特幣？');
    expect(gap).toEqual({
      has: [{ slot: 'speaker', value: '拜登' }],
      lacks: [{ slot: 'topic', value: '比特幣' }],
    });
    expect(leads.length).toBeLessThanOrEqual(2);
    expect(leads.map(({ speaker }) => speaker)).toContain('拜登');
    expect(citations.map(({ number }) => number)).toEqual([...new Set(leads.map(({ citation }) => citation))]);
  });

  test('what is near is theirs on other things, or of others on the same', async () => {
    const { leads = [] } = await notFound('拜登有沒有提到芒果歉收？');
    expect(leads.map(({ of, quote }) => [of, quote.includes('芒果')])).toEqual([
      ['speaker', false],
      ['subject', true],
    ]);
  });

  test.each([
    ['拜登談到了比特幣嗎？', { slot: 'topic', value: '比特幣' }],
    ['拜登有沒有提到比特幣？', { slot: 'topic', value: '比特幣' }],
    ['拜登有冇講過比特幣？', { slot: 'topic', value: '比特幣' }],
    ['拜登提過比特幣嗎？', { slot: 'topic', value: '比特幣' }],
    ['Did Biden mention bitcoin?', { slot: 'topic', value: 'bitcoin' }],
  ])('what is lacking is what was said, and no verb of speech: %s', async (text, lacking) => {
    const { gap } = await notFound(text);
    expect(gap).toEqual({
      has: [{ slot: 'speaker', value: /[a-z]/u.test(text) ? 'Biden' : '拜登' }],
      lacks: [lacking],
    });
  });

  test('a verb of the question alone is no word that never stands anywhere', async () =>
    expect((await notFound('拜登有沒有說過比特幣？')).unmatched).toEqual(['比特幣']));

  test('an act of somebody is lacking where nothing else was asked', () => {
    const parsed = parseQuestion('拜登同意嗎？', shippedNames());
    const lacks = [{ slot: 'topic', value: '同意' }] as const;
    const has = [{ slot: 'speaker', value: '拜登' }] as const;
    expect(gapWithoutSpeechVerb({ has, lacks }, { parsed })).toEqual({ has, lacks: [{ slot: 'act', value: '同意' }] });
    // A verb that the coverage has tells nothing.
    expect(gapWithoutSpeechVerb({ has: lacks, lacks: [{ slot: 'topic', value: '關稅' }] }, { parsed })).toBeNull();
  });

  test('somebody is named and never quoted, while others speak of it', async () => {
    const { gap } = await notFound('習近平怎樣評價港口的擴建？');
    expect(gap).toEqual({
      has: [{ slot: 'topic', value: '港口的擴建' }],
      lacks: [{ slot: 'speaker', value: '習近平' }],
    });
  });

  test('somebody is named and never quoted, and nobody speaks of it', async () => {
    const { gap } = await notFound('習近平怎樣評價比特幣？');
    expect(gap).toEqual({
      has: [],
      lacks: [
        { slot: 'speaker', value: '習近平' },
        { slot: 'topic', value: '比特幣' },
      ],
    });
  });

  test('days of which there is no report', async () => {
    const { gap } = await notFound('2019年拜登說了甚麼？');
    expect(gap?.lacks).toEqual([{ slot: 'day', value: '2019年' }]);
  });

  test('nothing of it is there: the words that are lacking say all', async () => {
    const { gap, leads, unmatched } = await notFound('企鵝吃甚麼？');
    expect({ gap, leads }).toEqual({ gap: null, leads: [] });
    expect(unmatched.join('')).toContain('企鵝');
  });
});
