import { describe, expect, test } from 'vitest';

import type { Answer } from '../../../src/core/index.ts';
import { REPLIES } from '../../../src/core/dialogue/follow-up.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  demands: {
    paragraphs: ['布林肯要求中國開放青灣港口。', '中國要求美國取消渡輪關稅。'],
    outlet: '青嶼早報',
    date: '2021-03-01',
  },
  views: {
    paragraphs: ['美國表示，青灣的水位令人憂慮。', '中國表示，青灣的水位正常。'],
    outlet: '白沙新聞',
    date: '2021-04-01',
  },
  pier: { paragraphs: ['拜登說，碼頭下月修好，費用三億元。'], outlet: '白沙新聞', date: '2021-06-02' },
  call: {
    paragraphs: [
      '布林肯與楊潔篪通電話，布林肯說，渡輪應當復航。',
      '楊潔篪回應說，渡輪復航須先修好碼頭。',
      '中國其後回應說，渡輪復航尚無日期。',
      '布林肯說，碼頭應當擴建。楊潔篪說，碼頭不會擴建。',
      '通話的中方代表是楊潔篪，美方代表是布林肯。',
    ],
    outlet: '白沙新聞',
    date: '2021-05-01',
  },
});

async function after(before: string, text: string): Promise<Answer> {
  await ask({ text: before, conversation: before + text });
  return await ask({ text, conversation: before + text });
}

describe('a question that says who wants what of whom, or whose words are asked, stands by itself', () => {
  test.each([
    ['布林肯要求中国做什么？', '中国要求美国做什么？', /取消渡輪關稅/u],
    ['美國怎麼說？', '中國怎麼說？', /水位正常|楊潔篪|尚無日期/u],
    ['布林肯要求中国做什么？', '誰說過青灣的「水位正常」？', /水位正常/u],
    ['What did the US ask China to do?', 'What did China ask the US to do?', /取消渡輪關稅/u],
  ])('%s %s', async (before, text, quote) => {
    const answer = await after(before, text);
    expect(answer.understood).toBeNull();
    expect(answer.points[0]?.quote).toMatch(quote);
  });
});

describe('who replies', () => {
  test('is the other one', async () => {
    const answer = await after('布林肯同楊潔篪通電話時點講渡輪？', '佢點回應？');
    expect(answer.understood).toContain('楊潔篪');
    expect(answer.points[0]).toMatchObject({ speaker: '楊潔篪' });
  });
  test.each([...langWords('zh/replying'), ...langWords('yue/replying'), ...langWords('en/replying')])('%s', (word) =>
    expect(REPLIES.test(word)).toBe(true),
  );
  test.each(['應該', '反對', 'correspondent'])('not %s', (word) => expect(REPLIES.test(word)).toBe(false));
});

describe('a whole question', () => {
  test.each([
    ['What did Blinken say about the ferry?', '那楊潔篪呢？', 'What did Yang Jiechi say about the ferry?'],
    ['布林肯怎样说渡轮？', 'What about Yang Jiechi?', '杨洁篪怎样说渡轮？'],
    // Who speaks, in reports of another language.
    ['When is the pier repaired next month?', 'When did he say it?', 'When did Biden say it?'],
  ])('is in one language: %s %s', async (before, text, understood) =>
    expect((await after(before, text)).understood).toBe(understood),
  );

  test.each([
    ['楊潔篪怎樣說渡輪？', '那青灣呢？', '楊潔篪怎樣說青灣？'],
    ['布林肯怎樣說渡輪？', '那青灣的水位呢？', '布林肯怎樣說青灣的水位？'],
  ])('has no gaps between characters: %s %s', async (before, text, understood) =>
    expect((await after(before, text)).understood).toBe(understood),
  );

  test.each([
    // Both who were asked about are asked about again.
    [
      'What did Blinken and Yang Jiechi say about the ferry?',
      'And about the pier?',
      'What did Blinken and Yang Jiechi say about the pier?',
    ],
    // Nobody is named twice.
    ['布林肯同楊潔篪通電話講渡輪幾耐？', '他們談了甚麼？', '布林肯同楊潔篪通電話講渡輪，談了甚麼？'],
    ['布林肯和楊潔篪說過甚麼？', '他們去了哪裏？', '布林肯和楊潔篪去了哪裏？'],
    // Nor is what stands behind whom it asks about.
    ['中方代表是誰？', '美方代表呢？', '美方代表是誰？'],
    ['誰說過「渡輪復航」？', '楊潔篪說了甚麼？', '說過「渡輪復航」，楊潔篪說了甚麼？'],
    ['布林肯怎樣說， 渡輪？', '那白沙新聞呢？', '布林肯怎樣說，渡輪？ 白沙新聞'],
  ])('reads as one: %s %s', async (before, text, understood) =>
    expect((await after(before, text)).understood).toBe(understood),
  );
});

describe('a question leans on nothing', () => {
  test.each([
    // Two sides are meant whom the turn before did not name.
    ['布林肯怎樣說渡輪？', '雙方的水位正常嗎？'],
    ['What did Blinken say about the ferry?', 'Will there be more ferries to Beijing?'],
    ['What did the US say?', 'What does China say?'],
  ])('that it has no words for: %s %s', async (before, text) =>
    expect((await after(before, text)).understood).toBeNull(),
  );
});
