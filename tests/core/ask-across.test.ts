import { describe, expect, test } from 'vitest';
import { createAsk, createLibrary } from '../../src/core/index.ts';
import { languagesOf } from '../../src/core/corpus/languages.ts';
import { crossLingualTerms } from '../../src/core/question/cross-lingual.ts';
import { parseQuestion } from '../../src/core/question/parse-question.ts';
import { fakeArticle } from '../support/fake-library.ts';
import { shippedNames, shippedOutlets } from '../support/shipped-data.ts';

const CHINESE = [
  ['火山', '上周火山爆發，岛上三百名居民乘船撤離到对岸的学校。'],
  ['稻米', '農民說，今年的稻米收成比去年少了兩成，原因是乾旱。'],
  ['博物館', '市立博物館星期六重新開放，展出一百幅古代地圖。'],
  ['桥梁', '工程师检查了旧桥，发现两根钢缆已经生锈，需要更换。'],
  ['疫苗', '診所下月起為老年人接種新的流感疫苗，費用全免。'],
].map(([title = '', body = '']) => fakeArticle(title, [body], { title }));

const ENGLISH = [
  [
    'Volcano',
    'The volcano erupted last week, and three hundred inhabitants of the island were evacuated by boat to a school.',
  ],
  ['Rice', 'Farmers said the rice harvest was a fifth smaller than last year because of the drought.'],
  ['Museum', 'The city museum reopened on Saturday with a hundred ancient maps.'],
  ['Bridge', 'Engineers examined the old bridge and found that two steel cables had rusted and needed to be replaced.'],
  ['Vaccine', 'The clinic will give the elderly a new influenza vaccine from next month, free of charge.'],
].map(([title = '', body = '']) => fakeArticle(title, [body], { title }));

async function firstQuote(articles: typeof CHINESE, text: string): Promise<string | null> {
  const ask = createAsk(await createLibrary(articles, shippedNames()), shippedOutlets());
  const { citations, points } = await ask({ text });
  return citations.find(({ number }) => number === points[0]?.citation)?.title ?? null;
}

describe('a question in English of Chinese texts', () => {
  test.each([
    ['How were the inhabitants evacuated after the volcano erupted?', '火山'],
    ['Why was the rice harvest smaller because of drought?', '稻米'],
    ['What did the engineers find when they checked the old bridge?', '桥梁'],
    ['How many ancient maps does the museum show?', '博物館'],
  ])('%s', async (question, title) => {
    expect(await firstQuote(CHINESE, question)).toBe(title);
  });
});

describe('a question in Chinese of English texts', () => {
  test.each([
    ['火山爆發後島上居民撤離到哪裏？', 'Volcano'],
    ['稻米收成為什麼受乾旱影響？', 'Rice'],
    ['工程師發現舊橋的鋼纜怎麼了？', 'Bridge'],
    ['博物館展出多少古代地圖？', 'Museum'],
  ])('%s', async (question, title) => {
    expect(await firstQuote(ENGLISH, question)).toBe(title);
  });
});

const RACE_ZH = [
  fakeArticle('帆船', ['克拉文頓的帆船星期日首先抵達終點，比第二名快了四分鐘。'], { title: '帆船' }),
  fakeArticle('馬拉松', ['选手哈特维尔周日首先抵达终点，比第二名快了四分钟。'], { title: '馬拉松' }),
];
const RACE_EN = [
  fakeArticle('Regatta', ['The boat of Claventon reached the finish on Sunday, four minutes ahead of the second.'], {
    title: 'Regatta',
  }),
  fakeArticle('Marathon', ['The runner Hartwell reached the finish on Sunday, four minutes ahead of the second.'], {
    title: 'Marathon',
  }),
];

test.each([
  ['When did Hartwell reach the finish?', RACE_ZH, '馬拉松'],
  ['When did Claventon reach the finish?', RACE_ZH, '帆船'],
  ['哈特维尔星期日何时抵达终点，比第二名快多少？', RACE_EN, 'Marathon'],
  ['克拉文頓星期日何時抵達終點，比第二名快多少？', RACE_EN, 'Regatta'],
])('a name that no list has is found by its sound: %s', async (question, articles, title) => {
  expect(await firstQuote([...articles, ...(articles === RACE_ZH ? CHINESE : ENGLISH)], question)).toBe(title);
});

test.each([
  ['Who won the chess championship in Reykjavik?', CHINESE],
  ['誰贏得了雷克雅未克的象棋冠軍？', ENGLISH],
])('what the texts do not hold is not found: %s', async (question, articles) => {
  expect(await firstQuote(articles, question)).toBe(null);
});

test.each([
  ['one in ten', 9, { chinese: true, english: true }],
  ['fewer than one in ten', 10, { chinese: true, english: false }],
  ['all', 0, { chinese: false, english: true }],
])('an archive is in a language that %s of its articles are in', (_, chinese, expected) => {
  const articles = Array.from({ length: chinese }, () => CHINESE.slice(0, 1)).flat();
  expect(languagesOf([...articles, ...ENGLISH.slice(0, 1)])).toEqual(expected);
});

test('who asks in the language of a few articles is answered by the others as well', async () => {
  const many = Array.from({ length: 5 }, (_, i) =>
    CHINESE.map((article, k) =>
      i === 0 ? article : fakeArticle(`更${i}-${k}`, ['河邊的燕子飛走了。'], { title: '燕子' }),
    ),
  ).flat();
  const few = fakeArticle('Lighthouse', ['The lighthouse keeper painted the door green in April.'], {
    title: 'Lighthouse',
  });
  expect(await firstQuote([...many, few], 'How many ancient maps does the museum show?')).toBe('博物館');
  expect(await firstQuote([...many, few], 'What did the lighthouse keeper paint green?')).toBe('Lighthouse');
});

test.each([
  ['What was the new island ferry named after?', 'Ferry'],
  ['What does the majority of the villagers oppose?', 'Villagers'],
])('a phrase that the glossary knows finds English texts that put it otherwise: %s', async (question, title) => {
  const more = [
    fakeArticle('Ferry', ['The new island ferry takes its name from a heron, a name the crew chose.'], {
      title: 'Ferry',
    }),
    fakeArticle('Villagers', ['Two in three villagers, the majorities in four hamlets, oppose the quarry.'], {
      title: 'Villagers',
    }),
  ];
  expect(await firstQuote([...ENGLISH, ...more], question)).toBe(title);
});

describe('names that no data file knows, by their sound', () => {
  const inChinese = [
    '鋼琴家周明禮星期五在音樂廳演出。',
    '農夫周大福星期五在市集賣瓜。',
    '郵差林建國星期五退休。',
    '裁縫郭佩珊星期五搬店。',
    '船長張卓然星期五出海。',
  ].map((text, i) => fakeArticle(`甲${i}`, [text], { title: `甲${i}` }));
  const inEnglish = [
    'The pianist Zhou Mingli plays at the concert hall on Friday.',
    'The farmer Zhou Dafu sells melons at the market on Friday.',
    'The postman Lin Jianguo retires on Friday.',
  ].map((text, i) => fakeArticle(`B${i}`, [text], { title: `B${i}` }));
  test.each([
    ['Where does the pianist Zhou Mingli play?', inChinese, '甲0'],
    ['What does Dafu Zhou sell at the market on Friday?', inChinese, '甲1'],
    ['When does lin jianguo retire?', inChinese, '甲2'],
    ['Where does the tailor Kwok Pui-shan move her shop?', inChinese, '甲3'],
    ['When does captain Cheung Cheuk Yin go to sea?', inChinese, '甲4'],
    ['周明禮星期五在哪裏演出？', inEnglish, 'B0'],
    ['周大福星期五在市集賣什麼？', inEnglish, 'B1'],
    ['林建國何時退休？', inEnglish, 'B2'],
  ])('%s', async (question, articles, title) => expect(await firstQuote(articles, question)).toBe(title));
});

test.each([
  ['How many people saw the Hong Kong Book Fair?', '康讲', false],
  ['how many years did hartwell run', '马尼', false],
  ['What did Secretary Hartwell say?', '塞克里大利', false],
  ['What did Secretary Hartwell say?', '哈特维尔', true],
  ['asdfghjkl', '南海', false],
  ['schwartz', '施瓦茨', true],
])('of what is no name no sound is looked for: %s %s', async (text, sound, expected) => {
  const { index } = await createLibrary(
    [...RACE_ZH, fakeArticle('甲', ['康講、馬尼、塞克里大利、南海、施瓦茨。'])],
    shippedNames(),
  );
  const { terms } = crossLingualTerms(parseQuestion(text, shippedNames()), index);
  expect(terms.some(({ across = [] }) => across.some(({ form }) => form === sound))).toBe(expected);
});

describe('an archive in two languages', () => {
  const both = [...CHINESE, ...ENGLISH];
  const pages = [
    fakeArticle('zh', ['商務部長陸文濤說，關稅下月取消，工廠可以重新開工。'], { title: '關稅', outlet: 'BBC中文' }),
    fakeArticle('en', ['The mayor opened a tunnel under the river; it cost nine million crowns.'], {
      title: 'Tunnel',
      outlet: 'BBC',
    }),
  ];
  const only = (articles: typeof CHINESE, title: string): typeof CHINESE =>
    articles.filter((article) => article.title !== title);

  test.each([
    ['How many ancient maps does the museum show?', only(both, 'Museum'), '博物館'],
    ['博物館星期六展出多少幅古代地圖？', only(both, '博物館'), 'Museum'],
    ['How many ancient maps does the museum show?', both, 'Museum'],
    ['Who won the chess championship in Reykjavik?', both, null],
    ['誰贏得了雷克雅未克的象棋冠軍？', both, null],
  ])('is asked in the language of the question, then in the other: %s', async (question, articles, title) => {
    expect(await firstQuote(articles, question)).toBe(title);
  });

  test('what stands in the other language is not said to be missing', async () => {
    const ask = createAsk(await createLibrary(only(both, 'Volcano'), shippedNames()), shippedOutlets());
    const { unmatched } = await ask({ text: 'Which volcano has a chess club in Reykjavik?' });
    expect(unmatched).toEqual(['Reykjavik']);
  });

  test.each([
    ['What does BBC report about the tariffs, says minister Lu Wentao?', 'BBC中文'],
    ['BBC中文怎樣報道關稅？', 'BBC中文'],
  ])('of a house with two services the other one is asked where one has no answer: %s', async (text, outlet) => {
    const ask = createAsk(await createLibrary([...pages, ...both], shippedNames()), shippedOutlets());
    const { filters, citations } = await ask({ text });
    expect([filters.outlet, citations[0]?.outlet]).toEqual([outlet, outlet]);
  });
});
