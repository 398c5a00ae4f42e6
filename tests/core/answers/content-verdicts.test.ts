import { describe, expect, test } from 'vitest';
import { langPairs, langWords } from '../../../src/core/text/lang-data.ts';
import { madeUpArchive } from '../../support/made-up-archive.ts';

const chinese = { outlet: '青嶼早報', date: '2021-03-01' };
const english = { outlet: 'Quay Post', date: '2021-03-01', lang: 'en' } as const;
const { ask } = await madeUpArchive({
  parties: {
    ...chinese,
    title: '兩黨的主張',
    paragraphs: [
      '# 海鷗黨',
      '# 渡輪',
      '夜班渡輪增至十班。',
      '# 學校',
      '小學免收書簿費。',
      '# 燈塔聯盟',
      '# 渡輪',
      '渡輪票價由議會決定。',
    ],
  },
  barrier: {
    ...chinese,
    paragraphs: ['碼頭工會主席臧若琪指責船公司拖欠薪金。船公司經理賈世藩指責工會煽動罷工。'],
  },
  pier: {
    ...english,
    title: 'The pier at Ossa',
    paragraphs: [
      'The pier at Ossa will open on 4 August, engineer Mark Tollander said.',
      'Ruan Tessel, who signed for the islands, was born in Vey. Mila Dorn signed for the coast.',
    ],
  },
});
const quotesOf = async (text: string): Promise<readonly string[]> => {
  const { kind, points } = await ask({ text });
  return points.length === 0 ? [kind] : points.map(({ quote }) => quote);
};

const { ask: askOfMayor } = await madeUpArchive({
  mayor: {
    ...chinese,
    paragraphs: ['青嶼市長屠英朗星期一主持新碼頭的開幕禮。', '屠英朗說，碼頭會在五月啟用。'],
  },
  pier: {
    ...english,
    title: 'The pier at Ossa',
    paragraphs: ['The pier at Ossa will open on 4 August, engineer Mark Tollander said.'],
  },
});

describe("what is somebody's own, and is told nowhere, is not answered by what else is told of them", () => {
  const asked = (lang: string, attribute: string): string[] =>
    langPairs(`${lang}/attributes-asked`).flatMap(([word, of]) => (of === attribute ? [word] : []));
  const attributes = [
    ...new Set(['zh', 'en'].flatMap((lang) => langPairs(`${lang}/attributes-asked`).map(([, of]) => of))),
  ];
  test.each(attributes.flatMap((of) => asked('zh', of)))('屠英朗的%s', async (word) => {
    expect((await askOfMayor({ text: `青嶼市長屠英朗的${word}是甚麼？` })).kind).toBe('not-found');
  });
  test.each(attributes.flatMap((of) => asked('en', of)))("Mark Tollander's %s", async (word) => {
    const text = `What is the ${word} of the engineer Mark Tollander, who spoke at the pier at Ossa?`;
    expect((await askOfMayor({ text })).kind).toBe('not-found');
  });
  test('every attribute that is asked for has words that tell it', () => {
    for (const lang of ['zh', 'en']) {
      const told = new Set(langPairs(`${lang}/attributes-told`).map(([, of]) => of));
      expect(attributes.filter((of) => !told.has(of) && asked(lang, of).length > 0)).toEqual([]);
      expect([...told].filter((of) => !attributes.includes(of))).toEqual([]);
    }
  });
  const tellings = (lang: string) =>
    langPairs(`${lang}/attributes-told`).map(([word, of]) => [asked(lang, of)[0] ?? '', word] as const);
  test.each(tellings('zh').filter(([asks]) => asks !== ''))('%s is told by %s', async (asks, tells) => {
    const sentence = `屠英朗在新碼頭的開幕禮上談到自己的${tells}。`;
    const { ask: askOf } = await madeUpArchive({ one: { ...chinese, title: '開幕禮', paragraphs: [sentence] } });
    const { points } = await askOf({ text: `屠英朗在新碼頭的開幕禮上談到的${asks}是甚麼？` });
    expect(points[0]?.quote).toBe(sentence);
  });
  test.each(tellings('en').filter(([asks]) => asks !== ''))('%s is told by %s', async (asks, tells) => {
    const sentence = `Engineer Mark Tollander spoke of his ${tells} at the opening of the pier at Ossa.`;
    const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The pier', paragraphs: [sentence] } });
    const text = `What ${asks} did engineer Mark Tollander speak of at the opening of the pier at Ossa?`;
    expect((await askOf({ text })).points[0]?.quote).toBe(sentence);
  });
  test.each([
    ['青嶼市長屠英朗的年薪是多少？', '青嶼市長屠英朗月薪六萬元。'],
    ['青嶼市長屠英朗的太太叫甚麼名字？', '青嶼市長屠英朗的妻子名叫臧若琪。'],
    ['青嶼市長屠英朗的母校是哪一間？', '青嶼市長屠英朗在青嶼大學畢業。'],
  ])('told in other words: %s', async (text, quote) => {
    const { ask: askOf } = await madeUpArchive({ one: { ...chinese, title: '市長其人', paragraphs: [quote] } });
    expect((await askOf({ text })).points[0]?.quote).toBe(quote);
  });
});

test.each([
  ['燈塔聯盟主張小學免收書簿費嗎？', 'not-found'],
  ['燈塔聯盟主張渡輪票價由誰決定？', '渡輪票價由議會決定。'],
])('a heading says whose it is: %s', async (text, first) => expect((await quotesOf(text))[0]).toBe(first));

test('a heading under another is shown with it', async () => {
  const { points } = await ask({ text: '小學免收書簿費嗎？' });
  expect(points[0]?.section).toBe('海鷗黨 › 學校');
});

test('what two people say is two quotes, each with who says it', async () => {
  const { points } = await ask({ text: '臧若琪和賈世藩互相指責甚麼？' });
  expect(points.map(({ quote }) => quote)).not.toContain(
    '碼頭工會主席臧若琪指責船公司拖欠薪金。船公司經理賈世藩指責工會煽動罷工。',
  );
});

test.each([
  ['What did Mark Tolland say about the pier at Ossa?', 'not-found'],
  [
    'What did Mark Tollander say about the pier at Ossa?',
    'The pier at Ossa will open on 4 August, engineer Mark Tollander said.',
  ],
  ['Where was Mila Dorn born?', 'not-found'],
  ['Where was Ruan Tessel born?', 'Ruan Tessel, who signed for the islands, was born in Vey.'],
])('a longer name, and another who opens the sentence, is somebody else: %s', async (text, first) =>
  expect((await quotesOf(text))[0]).toBe(first),
);

test('a Chinese name in Latin letters that no text has is missing as a whole', async () => {
  const { ask: askOf } = await madeUpArchive({
    one: { ...chinese, paragraphs: ['湯偉明說，渡輪在五月復航。', '臧若琪說，票價不變。'] },
  });
  const { kind, unmatched } = await askOf({ text: 'What did the teacher Weiming Zhai say?' });
  expect({ kind, unmatched }).toEqual({ kind: 'not-found', unmatched: expect.arrayContaining(['Weiming Zhai']) });
});

const { ask: askOfCup } = await madeUpArchive({
  cup: {
    ...english,
    title: 'Records of the rowers',
    paragraphs: [
      'Odile Marsh became the first rower ever to win four finals of the Lantern Regatta.',
      'Prominent Harbour Boards that stand behind it are those of Ossa and Vey.',
      'Poet Selwyn Odd wrote the poem The Song of Tides after the storm of 1911.',
      'Under the terms of the Regatta Act 1978, a board was to be set up in Vey in 1983.',
      'Norwegian engineer Brit Halden chairs the board.',
    ],
  },
});
test.each([
  ['Who was the first rower to win four finals of the Lantern Regatta?', /Odile Marsh/],
  ['Who became the first rower ever to win four finals at the Lantern Regatta?', /Odile Marsh/],
  ['Which is a prominent Harbour Board that stands behind the regatta?', /Ossa and Vey/],
  ['Who wrote the poem The Tune of Tides after the storm of 1911?', /Selwyn Odd/],
  ['Where was a board to be set up under the terms of the Regatta Act of 1978?', /in Vey/],
  ['What nationality is Brit Halden?', /Norwegian/],
  ['In what years did rowers begin to win four finals of the Lantern Regatta?', /Lantern Regatta/],
])('what a name is only the setting of, or is put a little otherwise, does not refuse: %s', async (text, first) => {
  const { points } = await askOfCup({ text });
  expect(points[0]?.quote).toMatch(first);
});

const { ask: askOfFair } = await madeUpArchive({
  fair: {
    ...english,
    title: 'The fair at Ossa',
    paragraphs: [
      'Councillor Tilda Crane opened the fair at Ossa with a speech about the harbour and its fishermen.',
      'The fair at Ossa sells nets, ropes and lanterns, and the fishermen of Ossa come to it with their boats.',
    ],
  },
  dyke: { ...english, title: 'A dyke for Harwick', paragraphs: ['Harwick builds a dyke, its mayor said.'] },
});
describe('what an English question asks for has to be told', () => {
  test.each([
    'How many fishermen came to the fair at Ossa?',
    'How much did the lanterns at the fair at Ossa cost?',
    'How old is Councillor Tilda Crane, who opened the fair at Ossa?',
    'What percentage of fishermen come to the fair at Ossa?',
    'Who sells nets and ropes at the fair in Harwick?',
  ])('a figure or a name that is nowhere near: %s', async (text) => {
    expect((await askOfFair({ text })).kind).toBe('not-found');
  });
  test.each(langWords('en/vague-amounts'))('"%s" tells how many', async (amount) => {
    const quote = `The fishermen of Ossa came to the fair at Ossa and its lanterns ${amount} this spring.`;
    const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The fair', paragraphs: [quote] } });
    const text = 'How many fishermen of Ossa came to the fair at Ossa and its lanterns this spring?';
    expect((await askOf({ text })).points[0]?.quote).toBe(quote);
  });
  test('a day is no count', async () => {
    const quote = 'The fishermen of Ossa kept the fair at Ossa until 1911.';
    const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The fair', paragraphs: [quote] } });
    expect((await askOf({ text: 'How many fishermen of Ossa kept the fair at Ossa?' })).kind).toBe('not-found');
  });
  test.each(langWords('en/duration-edges'))('"%s" a day tells how long', async (edge) => {
    const quote = `The fishermen of Ossa kept the fair at Ossa ${edge} 1911.`;
    const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The fair', paragraphs: [quote] } });
    const { points } = await askOf({ text: 'How long did the fishermen of Ossa keep the fair at Ossa?' });
    expect(points[0]?.quote).toBe(quote);
  });
  test('a day alone tells no span of time', async () => {
    const paragraphs = ['The fishermen of Ossa kept the fair at Ossa on 5 May 1911.'];
    const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The fair', paragraphs } });
    const { kind } = await askOf({ text: 'How long did the fishermen of Ossa keep the fair at Ossa?' });
    expect(kind).toBe('not-found');
  });
  test.each(langWords('en/capitalised'))('"%s" names no one place', async (word) => {
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    const quote = 'The fishermen of Ossa came to the fair at Ossa with nets, ropes and lanterns.';
    const { ask: askOf } = await madeUpArchive({
      one: { ...english, title: 'The fair', paragraphs: [quote] },
      other: { ...english, title: 'A page', paragraphs: [`Much of it is ${capital}.`] },
    });
    const text = `Which fishermen came to the ${capital} fair at Ossa with nets, ropes and lanterns?`;
    expect((await askOf({ text })).points[0]?.quote).toBe(quote);
  });
});

describe('多少 and 幾個 are answered by a number', () => {
  const rest = '漁民帶着漁網、繩索和燈籠到燈會慶祝。';
  const askOne = async (quote: string) =>
    (await madeUpArchive({ one: { title: '青橋的燈會', paragraphs: [quote] } })).ask({
      text: `青橋重開那天，有幾個${rest.slice(0, -1)}？`,
    });
  test('or refused, where none is told', async () => {
    expect((await askOne(`青橋重開那天，${rest}`)).kind).toBe('not-found');
  });
  test.each(['兩個', '十多位', '37個', '三名'])('%s', async (amount) => {
    const quote = `青橋重開那天，有${amount}${rest}`;
    expect((await askOne(quote)).points[0]?.quote).toBe(quote);
  });
});

test('an English quote may be as long as a Chinese one says as much', async () => {
  const paragraph =
    'The new lantern tower at Ossa, which the council of fishermen paid for, opened on Friday with a procession of boats. ' +
    'The new lantern tower at Ossa, which the council of fishermen lights as well, burns oil and is forty feet high.';
  const { ask: askOf } = await madeUpArchive({ one: { ...english, title: 'The tower', paragraphs: [paragraph] } });
  const { points } = await askOf({
    text: 'What of the new lantern tower at Ossa, which the council of fishermen has?',
  });
  expect(points[0]?.quote).toBe(paragraph);
});
