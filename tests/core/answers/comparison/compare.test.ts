import { describe, expect, test } from 'vitest';

import type { Comparison, OutletAccount, Question } from '../../../../src/core/index.ts';
import { brokenRules } from '../../../support/contract.ts';
import { eventsCorpus } from '../../../support/events-corpus.ts';
import { reasonOf } from '../../../../src/messages/index.ts';

const { ask, articles } = await eventsCorpus({ more: ['local-news', 'wire'] });

async function compared(question: string | Question): Promise<Comparison> {
  const answer = await ask(typeof question === 'string' ? { text: question } : question);
  if (answer.kind !== 'comparison') throw new Error(`It is ${answer.kind}.`);
  return answer;
}

const namesOf = ({ outlets }: Comparison): string[] => outlets.map(({ outlet }) => outlet).toSorted();
const accountOf = ({ outlets }: Comparison, name: string): OutletAccount => {
  const account = outlets.find(({ outlet }) => outlet === name);
  if (account === undefined) throw new Error(`${name} has no account.`);
  return account;
};

describe('which outlets stand side by side', () => {
  test.each([
    '河畔日報和海湾晚报怎樣報道林望舒和格羅夫的會談？',
    '海灣晚報與河畔日報如何報道林望舒和格羅夫的會談？',
    'How did Riverside Daily and Bay Evening News report the meeting of Lin Wangshu and Grove?',
  ])('those that are named, and no other: %s', async (text) => {
    const comparison = await compared(text);
    expect(namesOf(comparison)).toEqual(['河畔日報', '海湾晚报'].toSorted());
    expect(comparison.silent).toEqual([]);
  });

  test.each([
    '各媒體怎樣報道林望舒和格羅夫的會談？',
    '各家媒体如何报道林望舒和格罗夫的会谈？',
    '唔同報紙點報道林望舒同格羅夫會談？',
    'How did the outlets report the meeting of Lin Wangshu and Grove?',
  ])('all that have something on it, where none is named: %s', async (text) => {
    const comparison = await compared(text);
    expect(namesOf(comparison)).toEqual(['山城新闻', '河畔日報', '海湾晚报'].toSorted());
    expect(comparison.silent).toEqual(['Harbour Post']);
  });

  test('any subject that is wanted as a comparison', async () =>
    expect(namesOf(await compared({ text: '白沙角鯨魚', as: 'comparison' }))).toHaveLength(3));
  test('one that reports the same event in words of its own is not silent', async () => {
    const comparison = await compared({ text: '西角渡輪起火', as: 'comparison' });
    expect(namesOf(comparison)).toEqual(['河畔日報', '海湾晚报'].toSorted());
    expect(comparison.silent.toSorted()).toEqual(['Harbour Post', '山城新闻'].toSorted());
  });
});

describe('silent outlets', () => {
  test('one that has nothing on it in this corpus', async () => {
    const comparison = await compared('河畔日報和山城新闻怎樣報道西角渡輪起火？');
    expect(namesOf(comparison)).toEqual(['河畔日報']);
    expect(comparison.silent).toEqual(['山城新闻']);
  });
  test('one that this corpus has nothing of at all, beside two others', async () => {
    const comparison = await compared('河畔日報、山城新闻和別處時報怎樣報道白沙角鯨魚？');
    expect(namesOf(comparison)).toEqual(['山城新闻', '河畔日報'].toSorted());
    expect(comparison.silent).toEqual(['別處時報']);
  });
  test.each(['別處時報和河畔日報怎樣報道西角渡輪起火？', '河畔日報和別處時報怎樣報道西角渡輪起火？'])(
    'one that this corpus has nothing of at all, beside one other: %s',
    async (text) => {
      const comparison = await compared(text);
      expect(namesOf(comparison)).toEqual(['河畔日報']);
      expect(comparison.silent).toEqual(['別處時報']);
    },
  );
});

describe('an account', () => {
  test('quotes only the outlet’s own reports, of the event that is asked about', async () => {
    const comparison = await compared('2024年5月各媒體怎樣報道林望舒和格羅夫的會談？');
    for (const { outlet, points } of comparison.outlets) {
      expect(points.length).toBeGreaterThan(0);
      for (const { citation } of points) {
        const { articleId, outlet: source } = comparison.citations[citation - 1] ?? {};
        expect(source).toBe(outlet);
        expect(articleId).toMatch(/^meeting\./);
      }
    }
  });

  test.each([1, 2])('has at most %i quotes where so many are wanted', async (limit) => {
    const { outlets } = await compared({ text: '白沙角鯨魚', as: 'comparison', limit });
    for (const { points } of outlets) expect(points.length).toBeLessThanOrEqual(limit);
  });

  test('marks what no other outlet here says', async () => {
    const hill = accountOf(await compared({ text: '白沙角鯨魚擱淺', as: 'comparison' }), '山城新闻');
    const only = hill.only.map((at) => hill.points[at]?.quote ?? '');
    // That a ship had hit it, and two hundred helpers, stand nowhere else.
    expect(only.some((quote) => quote.includes('货船'))).toBe(true);
  });

  test('does not mark what another outlet says too', async () => {
    const comparison = await compared('河畔日報和海湾晚报怎樣報道林望舒和格羅夫的會談？');
    for (const { points, only } of comparison.outlets)
      for (const at of only) expect(points[at]?.quote).not.toMatch(/5月11日|双方都有责任|雙方都有責任/);
  });
});

describe('a wire story that two outlets print, in two scripts', async () => {
  const comparison = await compared({ text: '白沙角鯨魚擱淺', as: 'comparison' });
  const [riverside, bay] = [accountOf(comparison, '河畔日報'), accountOf(comparison, '海湾晚报')];

  test('is one origin: one of the two is the other’s copy', () => {
    const copies = comparison.outlets.filter(({ copyOf }) => copyOf !== null);
    expect(copies).toHaveLength(1);
    expect([riverside.copyOf, bay.copyOf].filter((origin) => origin !== null)).toEqual([
      riverside.copyOf === null ? '河畔日報' : '海湾晚报',
    ]);
  });

  test('is not what another outlet wrote itself', () => expect(accountOf(comparison, '山城新闻').copyOf).toBeNull());
  test('is nothing that only one of the two says', () => expect([riverside.only, bay.only]).toEqual([[], []]));

  test('a report that was taken over a day later is a copy too', async () => {
    const meeting = await compared('河畔日報和山城新闻怎樣報道林望舒和格羅夫5月的會談？');
    expect(meeting.outlets.map(({ copyOf }) => copyOf).filter((origin) => origin !== null)).toHaveLength(1);
  });
});

describe('differences', () => {
  test('of figures are set side by side, each as it stands in its quote', async () => {
    const { differences } = await compared({ text: '2024年5月林望舒和格羅夫會談了多久', as: 'comparison' });
    const hours = differences.find(({ readings }) => readings.some(({ text }) => /小[时時]/.test(text)));
    expect(hours?.of).toBe('figure');
    const readings = hours?.readings.map(({ outlet, text }) => [outlet, text]) ?? [];
    expect(readings).toContainEqual(['海湾晚报', expect.stringContaining('六小时')]);
    expect(readings).toContainEqual(['河畔日報', expect.stringContaining('五個多小時')]);
  });

  test('are none where the reports agree', async () =>
    expect((await compared('河畔日報和海湾晚报怎樣報道西角渡輪起火？')).differences).toEqual([]));
});

describe('every comparison keeps the contract', () => {
  test.each<Question>([
    { text: '各媒體怎樣報道林望舒和格羅夫的會談？' },
    { text: '白沙角鯨魚擱淺', as: 'comparison' },
    { text: '白沙角鯨魚擱淺', as: 'comparison', limit: 1 },
    { text: '河熱病', as: 'comparison' },
    { text: '林望舒和格羅夫會談了多久', as: 'comparison' },
    { text: '竹岭', as: 'comparison' },
  ])('%j', async (question) => {
    expect(brokenRules(question, await compared(question), articles)).toEqual([]);
  });
});

describe('nothing to compare', () => {
  test.each<Question>([{ text: '量子電腦', as: 'comparison' }, { text: '各媒體怎樣報道量子電腦？' }])(
    '%j is not found',
    async (question) =>
      expect(await ask(question)).toMatchObject({ kind: 'not-found', points: [], citations: [], reason: null }),
  );

  test.each<[string, RegExp]>([
    ['各媒體怎樣報道？', /報道？/u],
    ['各家媒体如何报道？', /报道？/u],
    ['How did the outlets report it?', /^[A-Z].*\?/],
  ])('%s asks back what is to be compared', async (text, reason) => {
    const answer = await ask({ text });
    expect(answer.kind).toBe('not-found');
    expect(reasonOf(answer) ?? '').toMatch(reason);
  });
});
