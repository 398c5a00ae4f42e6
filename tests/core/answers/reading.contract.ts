import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Article, Ask } from '../../../src/core/index.ts';
import { brokenRules } from '../../support/contract.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const REPORTS = {
  ferry: {
    title: '渡輪加價',
    outlet: '河畔日報',
    date: '2023-05-01',
    paragraphs: [
      '渡輪公司星期一申請加價一成，新收費六月一日起生效。',
      '拜登說，渡輪不應加價。',
      '乘客批評班次疏落，有人改乘巴士。',
    ],
  },
  choir: {
    title: '合唱團遠行',
    outlet: '山城日報',
    date: '2023-05-03',
    paragraphs: ['合唱團秋天到里斯本演出，團員共四十人。', '指揮表示，曲目包括三首民歌。'],
  },
  mango: {
    title: '芒果歉收',
    outlet: '河畔日報',
    date: '2023-05-08',
    paragraphs: ['農民說，芒果收成比去年少了兩成，原因是乾旱。'],
  },
};

/** Questions with words of the quote that answers each. */
export const ANSWERED: readonly (readonly [question: string, words: string])[] = [
  ['渡輪新收費何時生效？', '六月一日'],
  ['合唱團到哪裏演出？', '里斯本'],
  ['合唱團有多少團員？', '四十人'],
  ['芒果為何歉收？', '乾旱'],
  ['拜登怎樣說渡輪加價？', '不應加價'],
  ['Where does the choir perform in autumn?', '里斯本'],
];
/** Questions that nothing answers. */
export const UNANSWERED = ['拜登怎樣評價比特幣？', '誰贏得了象棋冠軍？', '合唱團二零一八年獲得甚麼獎項？'];
const YES = '渡輪公司是否申請加價？';
const PARTS = ['渡輪新收費何時生效？', '芒果為何歉收？'] as const;

/**
 * What every reading has to do, whoever chooses among the quotes: best first, at most three, slices of articles, with what answers a
 * question that asks yes or no, and which of several questions each answers; nothing where nothing answers.
 */
export function readingContract(name: string, create: () => Parameters<typeof madeUpArchive>[1]): void {
  describe(`read by ${name}`, () => {
    let ask: Ask;
    let articles: readonly Article[];
    beforeAll(async () => {
      const archive = await madeUpArchive(REPORTS, create());
      ({ ask } = archive);
      ({ articles } = archive.library);
    });
    const asked = async (text: string): Promise<Answer> => {
      const answer = await ask({ text });
      expect(brokenRules({ text }, answer, articles)).toEqual([]);
      return answer;
    };

    it.each(ANSWERED)('%s is answered with what answers it first', async (question, words) => {
      const { kind, points } = await asked(question);
      expect([kind, points[0]?.quote]).toEqual(['answered', expect.stringContaining(words)]);
      expect(points.length).toBeLessThanOrEqual(3);
    });

    it.each(UNANSWERED)('%s is not answered', async (question) => {
      const answer = await asked(question);
      expect([answer.kind, answer.points]).toEqual(['not-found', []]);
      expect(answer.confidence).toBeLessThan(0.5);
    });

    it('somebody who is quoted on other things only is said to be', async () => {
      const answer = await asked(UNANSWERED[0] ?? '');
      expect(answer.kind === 'not-found' && answer.gap).toEqual({
        has: [{ slot: 'speaker', value: '拜登' }],
        lacks: [{ slot: 'topic', value: '比特幣' }],
      });
    });

    it('yes or no is said where that is asked, and nowhere else', async () => {
      expect(await asked(YES)).toMatchObject({ kind: 'answered', polarity: 'yes' });
      expect(await asked(PARTS[0])).toMatchObject({ kind: 'answered', polarity: null });
    });

    it('each of several questions in a message has its own quotes', async () => {
      const { points } = await asked(PARTS.join(''));
      expect(points.find(({ part }) => part === 0)?.quote).toContain('六月一日');
      expect(points.find(({ part }) => part === 1)?.quote).toContain('乾旱');
    });

    it('several questions have no more quotes together than one', async () => {
      for (const text of ['渡輪 ？ 渡輪 ？', '渡輪何時加價？芒果為甚麼歉收？拜登怎樣說渡輪加價？'])
        expect(brokenRules({ text }, await ask({ text }), articles)).toEqual([]);
    });

    it('a follow-up is read as the question that it stands for', async () => {
      const conversation = 'c';
      await ask({ text: '拜登怎樣說渡輪加價？', conversation });
      const answer = await ask({ text: '為甚麼？', conversation });
      expect(answer.understood).toContain('渡輪');
    });

    it('whatever is asked, the contract of answers holds', async () => {
      const words = fc.constantFrom('渡輪', '拜登', '芒果', '何時', '多少', 'the choir', '說', '是否', '？', '2023年');
      await fc.assert(
        fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 6 }), async (parts) => {
          const text = parts.join(' ');
          expect(brokenRules({ text }, await ask({ text }), articles)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    });
  });
}
