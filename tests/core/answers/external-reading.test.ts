import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, ExternalReader, ReaderChoice, ReaderRequest, TermsRequest } from '../../../src/core/index.ts';
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
type Suggest = (request: TermsRequest) => readonly string[];

const reader = (choose: Choose, { when = 'all', suggest = () => [] }: Scripted = {}): ExternalReader => ({
  when,
  forQuestion: () => ({
    choose: async (request) => ({ ...choose(request), usage: USAGE }),
    suggest: async (request) => ({ terms: suggest(request), usage: USAGE }),
  }),
});

interface Scripted {
  readonly when?: ExternalReader['when'];
  readonly suggest?: Suggest;
}

const gone = (): Promise<never> => Promise.reject(new Error('gone'));

const asked = async (own: ExternalReader | null, text = QUESTION): Promise<Answer> =>
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

  it.each<[string, ExternalReader]>([
    ['rejects', { when: 'all', forQuestion: () => ({ choose: gone, suggest: gone }) }],
    ['names a candidate that does not exist', reader(() => ({ picks: [pick(99)], lacks: null }))],
    ['names one twice', reader(() => ({ picks: [pick(0), pick(0)], lacks: null }))],
  ])('that %s leaves the answer as it is without it', async (_, own) => {
    expect(await asked(own)).toEqual(await asked(null));
  });

  it('is left out where the built-in ranking is sure, if it is for the unsure only', async () => {
    let calls = 0;
    const counting = reader(
      () => {
        calls += 1;
        return { picks: [], lacks: null };
      },
      { when: 'unsure' },
    );
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

  it('has its quotes shown in its order, all that it chose, and none twice', async () => {
    const chosen = ['乘客批評', '申請加價一成'];
    const answer = await asked(
      reader((request) => ({ picks: chosen.map((text) => pick(positionOf(request, text))), lacks: null })),
    );
    expect(quotesOf(answer)).toEqual(chosen.map((text) => expect.stringContaining(text) as string));
  });

  it.each(['yes', 'no', 'mixed'] as const)('says %s to a question that asks yes or no', async (polarity) => {
    const own = reader(() => ({ picks: [{ ...pick(0), polarity }], lacks: null }));
    expect(await asked(own, '渡輪公司是否申請加價？')).toMatchObject({ kind: 'answered', polarity });
  });

  it('says which slot of the question is lacking, in the words of the question', async () => {
    const gapFor = async (lacks: ReaderChoice['lacks'], text: string) => {
      const answer = await asked(
        reader(() => ({ picks: [], lacks })),
        text,
      );
      return answer.kind === 'not-found' ? answer.gap?.lacks : undefined;
    };
    expect(await gapFor('topic', QUESTION)).toEqual([{ slot: 'topic', value: '渡輪公司申請加價' }]);
    expect(await gapFor('number', '渡輪公司為何申請加價三成？')).toEqual([{ slot: 'number', value: '三成' }]);
    expect(await gapFor('speaker', '拜登怎樣評價渡輪加價？')).toEqual([{ slot: 'speaker', value: '拜登' }]);
    // What the question has no words for is not named.
    expect(await gapFor('negation', QUESTION)).toBeUndefined();
  });

  it('answers each of several questions, and says what all of that took', async () => {
    const own = reader((request) => ({
      picks: [pick(positionOf(request, request.parts[0]?.includes('時候') === true ? '上次' : '乘客'))],
      lacks: null,
    }));
    const answer = await asked(own, '乘客批評甚麼？上次加價是甚麼時候？');
    expect(answer.points.map(({ quote, part }) => [quote, part])).toEqual([
      [expect.stringContaining('乘客'), 0],
      [expect.stringContaining('上次'), 1],
    ]);
    expect(answer.reader).toEqual({ model: 'scripted', ms: 10, tokens: 200 });
  });
});

it('a reader has one time for all that one question asks of it, however often that is asked', async () => {
  let begun = 0;
  const own = reader((request) => ({ picks: [pick(positionOf(request, '乘客'))], lacks: null }));
  const counting: ExternalReader = { ...own, forQuestion: () => ((begun += 1), own.forQuestion()) };
  const { ask } = await madeUpArchive(REPORTS, counting);
  await ask({ text: QUESTION, offset: 1, limit: 1 });
  expect(begun).toBe(1);
  await ask({ text: '乘客批評甚麼？上次加價是甚麼時候？' });
  expect(begun).toBe(2);
});

describe('words that a reader suggests', () => {
  const CHOIR = {
    paragraphs: ['合唱團遠行', '合唱團秋天到里斯本演出，由市立樂團伴奏。', '團員共四十人。'],
  };
  const FOREIGN = 'Which city does the choir travel to?';
  const choosing = (text: string) => (request: ReaderRequest) => {
    const at = positionOf(request, text);
    return { picks: at < 0 ? [] : [pick(at)], lacks: null };
  };

  it('find what the words of a question in another language do not, and are in nothing that is shown', async () => {
    const archive = { ...REPORTS, choir: CHOIR };
    const chosen = (suggest: Suggest) => reader(choosing('里斯本'), { suggest });
    const foreign = 'Minne kuoro matkustaa syksyllä?';
    const without = await (
      await madeUpArchive(
        archive,
        chosen(() => []),
      )
    ).ask({ text: foreign });
    expect(without.kind).toBe('not-found');
    const found = await (
      await madeUpArchive(
        archive,
        chosen(() => ['合唱團', '演出']),
      )
    ).ask({ text: foreign });
    expect(quotesOf(found)).toEqual([expect.stringContaining('里斯本')]);
    expect(found.reader).toEqual({ model: 'scripted', ms: 10, tokens: 200 });
    const { points: _, citations: __, ...rest } = found;
    expect(JSON.stringify(rest)).not.toContain('合唱團');
  });

  it('are asked for in the languages of the coverage, where the built-in reading is not sure', async () => {
    const requests: TermsRequest[] = [];
    const suggest: Suggest = (request) => {
      requests.push(request);
      return [];
    };
    const own = reader(() => ({ picks: [], lacks: null }), { suggest });
    await asked(own);
    expect((await asked(null)).confidence).toBeGreaterThan(0.5);
    expect(requests).toEqual([]);
    await asked(own, '芒果的收成如何？');
    await asked(own, FOREIGN);
    const languages = { chinese: true, english: false };
    expect(requests).toEqual([
      { question: '芒果的收成如何？', languages },
      { question: FOREIGN, languages },
    ]);
  });

  it('change nothing where none come, or the choice fails afterwards', async () => {
    const text = '合唱團到哪裏演出？';
    const archive = { ...REPORTS, choir: CHOIR };
    const ask = async (own: ExternalReader | null) => await (await madeUpArchive(archive, own)).ask({ text });
    const builtIn = await ask(null);
    const faulty: ExternalReader = { when: 'all', forQuestion: () => ({ choose: gone, suggest: gone }) };
    const late: ExternalReader = {
      when: 'all',
      forQuestion: () => ({ choose: gone, suggest: async () => ({ terms: ['渡輪'], usage: USAGE }) }),
    };
    expect(await ask(faulty)).toEqual(builtIn);
    expect(await ask(late)).toEqual(builtIn);
  });

  it('are looked for within the filters of the question', async () => {
    const archive = {
      old: { ...CHOIR, date: '2020-05-01' },
      new: { paragraphs: ['渡輪', '渡輪今天復航。'], date: '2023-05-01' },
    };
    let offered: readonly string[] = [];
    const own = reader(
      ({ candidates }) => {
        offered = candidates.map(({ quote }) => quote);
        return { picks: [], lacks: null };
      },
      { suggest: () => ['合唱團', '渡輪'] },
    );
    await (await madeUpArchive(archive, own)).ask({ text: FOREIGN, since: '2023-01-01' });
    expect(offered.join()).toContain('渡輪今天復航');
    expect(offered.join()).not.toContain('里斯本');
  });
});

it('a question for the built-in reading alone is in no model’s hands', async () => {
  const own = reader(() => ({ picks: [], lacks: null }), {
    suggest: () => {
      throw new Error('It was asked');
    },
  });
  const { ask } = await madeUpArchive(REPORTS, own);
  const question = { text: QUESTION, builtIn: true };
  expect(await ask(question)).toEqual(await (await madeUpArchive(REPORTS)).ask(question));
});
