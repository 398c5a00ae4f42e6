import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, OwnReader, ReaderChoice, ReaderRequest } from '../../../src/core/index.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const REPORTS = {
  ferry: {
    paragraphs: [
      '渡輪公司申請加價。',
      '渡輪公司星期一申請加價一成。新收費六月一日起生效。',
      '乘客批評渡輪公司加價，指班次疏落。上次加價是三年前。',
    ],
  },
};
const QUESTION = '渡輪公司申請加價多少？';
const USAGE = { model: 'scripted', ms: 5, tokens: 100 };

type Choose = (request: ReaderRequest) => Omit<ReaderChoice, 'usage'>;

const reader = (choose: Choose, when: OwnReader['when'] = 'all'): OwnReader => ({
  when,
  forQuestion: () => (request) => Promise.resolve({ ...choose(request), usage: USAGE }),
});

const asked = async (own: OwnReader | null, text = QUESTION): Promise<Answer> =>
  await (await madeUpArchive(REPORTS, own)).ask({ text });

const pick = (candidate: number) => ({ candidate, part: 0, polarity: null });
const quotesOf = ({ points }: Answer): string[] => points.map(({ quote }) => quote);
const positionOf = ({ candidates }: ReaderRequest, text: string): number =>
  candidates.findIndex(({ quote }) => quote.includes(text));

describe("a reader of the user's own", () => {
  it('decides which quote comes first, and is told of what stands around each', async () => {
    let seen: ReaderRequest | undefined;
    const answer = await asked(
      reader((request) => {
        seen = request;
        return { picks: [pick(positionOf(request, '乘客批評'))], lacks: null };
      }),
    );
    expect(answer).toMatchObject({ kind: 'answered', reader: USAGE });
    expect(quotesOf(answer)[0]).toContain('乘客批評');
    expect(seen?.question).toBe(QUESTION);
    expect(seen?.candidates.find(({ quote }) => quote.includes('乘客批評'))).toMatchObject({
      before: '新收費六月一日起生效。',
      headline: '渡輪公司申請加價。',
    });
  });

  it('has nothing quoted that it did not choose', async () => {
    const answer = await asked(reader((request) => ({ picks: [pick(positionOf(request, '一成'))], lacks: null })));
    expect(quotesOf(answer)).toEqual([expect.stringContaining('一成')]);
  });

  it('may say that nothing answers', async () => {
    const answer = await asked(reader(() => ({ picks: [], lacks: 'wanted' })));
    expect(answer).toMatchObject({ kind: 'not-found', points: [], reader: USAGE });
    expect(answer.confidence).toBeLessThan(0.5);
  });

  it.each<[string, OwnReader]>([
    ['rejects', { when: 'all', forQuestion: () => () => Promise.reject(new Error('gone')) }],
    ['names a candidate that does not exist', reader(() => ({ picks: [pick(99)], lacks: null }))],
    ['names one twice', reader(() => ({ picks: [pick(0), pick(0)], lacks: null }))],
  ])('that %s leaves the answer as it is without it', async (_, own) => {
    expect(await asked(own)).toEqual(await asked(null));
  });

  it('is left out where the built-in ranking is sure, if it is for the unsure only', async () => {
    let calls = 0;
    const counting = reader(() => {
      calls += 1;
      return { picks: [], lacks: null };
    }, 'unsure');
    const builtIn = await asked(null);
    const answer = await asked(counting);
    expect(calls).toBe(builtIn.confidence < 0.9 ? 1 : 0);
    await asked(counting, '渡輪公司主席叫甚麼名字？');
    expect(calls).toBeGreaterThan(0);
    expect(answer.kind === 'not-found' || answer.reader === undefined).toBe(true);
  });

  it('can have nothing shown that is no slice of an article, whatever it returns', async () => {
    const numbers = fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(numbers, async (candidates) => {
        const own = reader(() => ({ picks: candidates.map(pick), lacks: null }));
        const { library, ask } = await madeUpArchive(REPORTS, own);
        const { points, citations } = await ask({ text: QUESTION });
        for (const { quote, start, end, citation } of points) {
          const cited = citations.find(({ number }) => number === citation);
          expect(library.article(cited?.articleId ?? '')?.text.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 15 },
    );
  });
});
