import { describe, expect, test } from 'vitest';

import { langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { ask } = await madeUpArchive({
  talks: {
    title: '青嶼會談結束　雙方同意重開航線',
    date: '2022-04-02',
    paragraphs: [
      '在青嶼舉行的兩日會談周六結束。會談在島上舊燈塔旁的旅館舉行。',
      '東岸一方由外務大臣韓子岳和葛秀蘭率領，西岸派出特使陶景行。漁會的柏文遠沒有出席。',
      '韓子岳會後形容，青嶼會談「開了一扇窗」。陶景行說，青嶼會談是個開始。',
    ],
  },
  visit: {
    title: '陶景行將訪白汀',
    date: '2022-05-14',
    paragraphs: [
      '陶景行預計5月20日訪問東岸首府白汀。陶景行說，3月5日的風暴損毀了白汀碼頭。',
      '陶景行是2017年4月岑伯年訪美以來級別最高的一位。韓子岳說，2021年6月起，美國木材一直短缺，岑伯年不滿。',
    ],
  },
  summit: {
    title: '海洋峰會開幕',
    date: '2022-06-01',
    paragraphs: ['海洋峰會在東汀開幕，與會者包括科學家莉娜·霍夫曼。', '下屆海洋峰會在嵐港舉行。'],
  },
});
const { ask: askOfVisits } = await madeUpArchive({
  visit: {
    title: '陶景行將訪日本',
    date: '2022-05-14',
    paragraphs: [
      '陶景行預計5月20日訪問日本。',
      '陶景行是2017年4月蓬佩奧訪美以來級別最高的一位。',
      '漁會說，過去兩年美國漁船越來越多，陶景行沒有回應。',
    ],
  },
  meeting: {
    title: '布林肯訪韓',
    date: '2022-05-20',
    paragraphs: [
      '布林肯說，韓國過去曾與他的部門合作，救了漁民的命。',
      '布林肯訪韓時預計會見漁業署長鄺海生。',
      '布林肯周三在巴黎會見王毅，談了兩小時。',
      '漁會的摘要說，雙方同意努力，明年讓兩會主席在倫敦會晤。',
      '記者問，鄺海生和布林肯會否訪問台灣？',
      '布林肯十月會去。',
      '鄺海生則說，十一月已經過去。',
    ],
  },
});
const { ask: askInEnglish } = await madeUpArchive({
  hearing: {
    title: 'Council hears evidence on ferry fire',
    date: '2022-08-16',
    paragraphs: [
      'The council held a hearing on Thursday into the fire aboard the ferry Osprey.',
      'Present were Mayor Olive Tarn and the chief engineer, Tomas Adeyemi. The owner, Gideon Marsh, stayed away.',
      'Ms Tarn said the ferry fire must never happen again. The hearing on the ferry fire will go on, she said.',
    ],
  },
});
const first = async (text: string): Promise<string> =>
  (await (/[a-z]/.test(text) ? askInEnglish : ask)({ text })).points[0]?.quote ?? '';

describe('who takes part is told by whoever is named beside a word of taking part', () => {
  test.each([
    ['誰參加了青嶼會談？', '韓子岳和葛秀蘭率領'],
    ['青嶼會談有誰出席？', '韓子岳和葛秀蘭率領'],
    ['邊個出席咗青嶼會談？', '韓子岳和葛秀蘭率領'],
    ['誰沒有出席青嶼會談？', '柏文遠沒有出席'],
    ['海洋峰會的與會者有哪些？', '莉娜·霍夫曼'],
    ['Who attended the hearing on the ferry fire?', 'Present were'],
    ['Who took part in the hearing on the ferry fire?', 'Present were'],
    ['Who stayed away from the hearing?', 'Gideon Marsh'],
  ])('%s', async (text, quote) => expect(await first(text)).toContain(quote));

  test.each(['誰參加了漁獲研討會？', 'Who attended the harvest festival?'])('%s: nothing tells of it', async (text) =>
    expect(await first(text)).toBe(''),
  );
});

describe('when somebody goes somewhere is told in whichever words', () => {
  test.each([
    ['陶景行幾時去白汀？', '5月20日'],
    ['陶景行去白汀係幾時？', '5月20日'],
    ['陶景行什麼时候去白汀？', '5月20日'],
    ['岑伯年幾時去美國？', '2017年4月'],
  ])('%s', async (text, quote) => expect(await first(text)).toContain(quote));

  test.each(['葛秀蘭幾時去白汀？', '陶景行幾時去嵐港？'])('%s: nobody says so', async (text) =>
    expect((await ask({ text })).kind).toBe('not-found'),
  );
});

describe('who goes somewhere, and whom they meet there', () => {
  test.each([
    ['誰將會訪問日本？', '陶景行預計5月20日訪問日本'],
    ['陶景行之前邊個訪問過美國？', '蓬佩奧訪美'],
    ['陶景行之前邊個官員去過美國？', '蓬佩奧訪美'],
    ['布林肯去韓國會見邊個？', '鄺海生'],
  ])('%s', async (text, quote) => expect((await askOfVisits({ text })).points[0]?.quote).toContain(quote));

  test.each([
    ['the goal stands in the sentence before', '布林肯幾時去台灣？', '布林肯十月會去。'],
    ['a word that only ends in 去 is none', '鄺海生幾時去台灣？', 'not-found'],
  ])('%s: %s', async (_why, text, quote) => {
    const { kind, points } = await askOfVisits({ text });
    expect(points[0]?.quote ?? kind).toBe(quote);
  });
  test('去 is none inside another word', async () =>
    expect(
      (await askOfVisits({ text: '布林肯去韓國會見邊個？' })).points.map(({ quote }) => quote).join(),
    ).not.toContain('過去'));
});

describe('where somebody is', () => {
  test('is told by the sentence that names them, and not by where others are', async () =>
    expect((await askOfVisits({ text: '布林肯同王毅喺邊度傾？' })).points[0]?.quote).toContain('在巴黎會見王毅'));
});

describe('where something is held', () => {
  test.each([
    ['青嶼會談在哪裏舉行？', '舊燈塔旁的旅館'],
    // Another occasion is somewhere else.
    ['海洋峰會在哪裏舉行？', '在東汀開幕'],
    ['下屆海洋峰會在哪裏舉行？', '在嵐港舉行'],
  ])('%s', async (text, quote) => expect(await first(text)).toContain(quote));
});

describe('where something is held, whatever verb says it', () => {
  test.each(langWords('zh/taking-place'))('zh/taking-place: %s', async (verb) => {
    const { ask: askOfOne } = await madeUpArchive({
      fair: {
        title: '年會',
        date: '2022-01-01',
        paragraphs: ['年會由漁會主辦，東灣年會引起注意。', '漁會說，東灣年會盛大。', `年會在舊糖廠的大堂${verb}。`],
      },
    });
    expect((await askOfOne({ text: '東灣年會在哪裏舉行？' })).points[0]?.quote).toContain('舊糖廠');
  });

  test.each(langWords('zh/other-occasions'))('zh/other-occasions: %s', async (word) => {
    const { ask: askOfOne } = await madeUpArchive({
      fair: {
        title: '東灣年會',
        date: '2022-01-01',
        paragraphs: [`${word}東灣年會在青嶼舉行。`, '今年的東灣年會在碼頭舉行，由漁會主辦。'],
      },
    });
    expect((await askOfOne({ text: '東灣年會在哪裏舉行？' })).points[0]?.quote).toContain('碼頭');
  });

  test.each(langWords('en/other-occasions'))('en/other-occasions: %s', async (word) => {
    const { ask: askOfOne } = await madeUpArchive({
      fair: {
        title: 'Fishermen meet',
        date: '2022-01-01',
        paragraphs: [`The ${word} harbour fair is held in Kelby.`, 'This harbour fair was held near the Old Tower.'],
        lang: 'en',
      },
    });
    expect((await askOfOne({ text: 'Where is the harbour fair held?' })).points[0]?.quote).toContain('Tower');
  });
});
