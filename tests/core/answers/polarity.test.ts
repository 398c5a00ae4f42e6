import { describe, expect, test } from 'vitest';

import { polarityOf } from '../../../src/core/answers/polarity.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { langTable } from '../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../support/shipped-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const { library, ask } = await madeUpArchive({
  bridge: { paragraphs: ['白沙橋的檢查沒有發現裂縫。', '市民可以步行過橋。'], outlet: '甲報', date: '2022-01-02' },
});
const told = (question: string, quote: string): string | null =>
  polarityOf(weighQuestion(parseQuestion(question, library.names), library), quote);

const formsOf = (role: string, ...langs: string[]): string[] =>
  langs.flatMap((lang) => [...langTable(`${lang}/polarity`)].flatMap(([form, own]) => (own === role ? [form] : [])));

describe('each line of polarity.txt', () => {
  test.each(formsOf('denies', 'zh', 'yue'))('碼頭%s擴建 is no', (word) =>
    expect(told('碼頭會擴建嗎？', `碼頭${word}擴建。`)).toBe('no'),
  );
  test.each(formsOf('refuses', 'zh', 'yue'))(
    '碼頭%s擴建 is no, and of something else behind what is denied',
    (word) => {
      expect(told('碼頭會擴建嗎？', `碼頭${word}擴建。`)).toBe('no');
      expect(told('碼頭要不要擴建？', `碼頭不用擴建以${word}加價。`)).toBe('no');
    },
  );
  test.each(formsOf('stands', 'zh', 'yue'))('碼頭%s擴建 is yes', (word) =>
    expect(told('碼頭會擴建嗎？', `碼頭${word}擴建。`)).toBe('yes'),
  );
  test.each(formsOf('asks', 'zh', 'yue'))('碼頭%s擴建？ denies nothing', (word) =>
    expect(told(`碼頭${word}擴建？`, '碼頭明年擴建。')).toBe('yes'),
  );
  test.each(formsOf('wish', 'zh'))('漁會%s當局擴建碼頭 says neither', (word) => {
    expect(told('碼頭會擴建嗎？', `漁會${word}當局擴建碼頭。`)).toBeNull();
    expect(told(`漁會有沒有${word}當局擴建碼頭？`, `漁會${word}當局擴建碼頭。`)).toBe('yes');
  });
  test.each(formsOf('open', 'zh'))('碼頭%s擴建 says neither', (word) => {
    expect(told('碼頭擴建了嗎？', `碼頭${word}擴建。`)).toBeNull();
    expect(told('碼頭會擴建嗎？', `碼頭${word}擴建。`)).toBe('yes');
  });
  test.each(formsOf('ahead', 'zh'))('碼頭%s擴建嗎？ is answered by a plan', (word) =>
    expect(told(`碼頭${word}擴建嗎？`, '碼頭預計擴建。')).toBe('yes'),
  );
  test.each(formsOf('past', 'zh'))('碼頭擴建%s asks of what happened', (word) =>
    expect(told(`${word}後碼頭擴建了嗎？`, '碼頭預計擴建。')).toBeNull(),
  );
  test.each(formsOf('open', 'en'))('the pier %s expand says neither', (word) =>
    expect(told('Did the pier expand?', `The pier ${word} expand.`)).toBeNull(),
  );
  test.each(formsOf('ahead', 'en'))('the pier %s expand? is answered by a plan', (word) =>
    expect(told(`Is it so that the pier ${word} expand?`, 'The pier is expected to expand.')).toBe('yes'),
  );
  test.each(formsOf('denies', 'en'))('the pier will %s expand is no', (word) =>
    expect(told('Will the pier expand?', `The pier will ${word} expand.`)).toBe('no'),
  );
  test.each(formsOf('stands', 'en'))('the pier will %s expand is yes', (word) =>
    expect(told('Will the pier expand?', `The pier will ${word} expand.`)).toBe('yes'),
  );
  test.each(formsOf('asks', 'en'))('will the pier expand %s denies nothing', (word) =>
    expect(told(`Will the pier expand ${word}?`, 'The pier will expand.')).toBe('yes'),
  );
});

test.each([
  ['碼頭不會擴建嗎？', '碼頭不會擴建。', 'yes'],
  // What asks at the end denies nothing.
  ['碼頭擴建咗未？', '碼頭已經擴建。', 'yes'],
  // Nor does a verb that asks by its own denial.
  ['漁會支唔支持擴建碼頭？', '漁會支持擴建碼頭。', 'yes'],
  ['碼頭會擴建嗎？', '署長說碼頭會擴建，局長說碼頭不會擴建。', 'mixed'],
  ['碼頭的會議有沒有公報？', '碼頭的會議已經結束，各方沒有發表公報。', 'no'],
  // The clause that holds more of what is asked decides, wherever it was.
  ['阿拉斯加的會議有發表公報嗎？', '阿拉斯加的會議已經結束，各方沒有發表公報。', 'no'],
  [
    'Was a communique issued after the talks in Alaska?',
    'The talks in Alaska are over, and no communique was issued.',
    'no',
  ],
  ['碼頭會擴建嗎？', '今天有雨。', null],
  ['Will the pier expand?', "The pier won't expand.", 'no'],
])('%s %s is %s', (question, quote, polarity) => expect(told(question, quote)).toBe(polarity));

test('an answer says which; only to a question that asks yes or no', async () => {
  expect(await ask({ text: '白沙橋的檢查有沒有發現裂縫？' })).toMatchObject({ kind: 'answered', polarity: 'no' });
  expect(await ask({ text: '白沙橋的檢查發現甚麼？' })).not.toMatchObject({ polarity: 'no' });
});

test('what is said of others is neither yes nor no', () => {
  const names = shippedNames();
  const of = (quote: string): string | null =>
    polarityOf(weighQuestion(parseQuestion('布林肯訪問過中國嗎？', names), { ...library, names }), quote);
  expect(of('布林肯曾經訪問中國。')).toBe('yes');
  expect(of('雷蒙多曾經訪問中國。')).toBeNull();
});

test.each([
  ['沙利文有沒有提到台灣？', '沙利文表示，雙方會在阿富汗等議題上合作。'],
  ['Did Qin Gang talk about fentanyl?', 'Qin Gang said that the two sides should talk and cooperate.'],
])('what somebody says of other things is neither yes nor no: %s', (question, quote) => {
  expect(told(question, quote)).toBeNull();
});

test('what somebody says of the matter is yes', () => {
  expect(told('沙利文有沒有提到台灣？', '沙利文提到台灣。')).toBe('yes');
  expect(told('楊潔篪有沒有談到緬甸？', '楊潔篪重申中方對緬甸局勢的立場。')).toBe('yes');
});

test('whoever is asked about has to be named', async () => {
  const { ask: askOfTwo } = await madeUpArchive({
    talks: {
      title: '青嶼會談結束',
      date: '2022-04-02',
      paragraphs: ['王毅沒有表示支持漁會，也沒有說支持漁會的理由。', '布林肯說，美方支持漁會的權利。'],
    },
  });
  const { points } = await askOfTwo({ text: '布林肯支持漁會嗎？' });
  expect(points[0]?.quote).toContain('布林肯');
});

describe('who is asked whether they do it', () => {
  const asked = async (text: string) => {
    const { ask } = await madeUpArchive({
      coup: {
        outlet: '甲報',
        date: '2022-04-02',
        title: '楊潔篪談緬甸政變',
        paragraphs: ['楊潔篪重申中方對緬甸政變的立場。', '布林肯譴責緬甸政變。', '王毅沒有譴責緬甸政變。'],
      },
    });
    const answer = await ask({ text });
    return answer.kind === 'answered' ? answer.polarity : answer.kind;
  };
  test.each([
    ['布林肯有沒有譴責緬甸政變？', 'yes'],
    ['王毅有沒有譴責緬甸政變？', 'no'],
    // As a statement with a question mark behind it.
    ['布林肯譴責緬甸政變？', 'yes'],
    ['王毅譴責咗緬甸政變？', 'no'],
    ['不對，我是問布林肯有沒有譴責緬甸政變？', 'yes'],
    ['布林肯譴責緬甸政變', null],
  ])('%s', async (text, polarity) => expect(await asked(text)).toBe(polarity));
  test('what they say of it besides is no yes', async () =>
    expect(await asked('楊潔篪有沒有譴責緬甸政變？')).not.toBe('yes'));
});
