import { describe, expect, test } from 'vitest';
import type { Wanted } from '../../../src/core/question/frame.ts';
import { wantedSpans } from '../../../src/core/question/wanted.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { englishNoun, focusNoun } from '../../../src/core/question/wanted-kind.ts';
import { entriesOf, langEntries, templateExamples } from '../../../src/core/text/templates.ts';
import { langTable, langWords } from '../../../src/core/text/lang-data.ts';

const names = readGazetteer([
  { kind: 'person', text: '林墨, Lin Mo\n' },
  { kind: 'place', text: '甲城, Jiacheng\n' },
  { kind: 'organisation', text: '青峰社, Qingfeng Society\n' },
]);

/** What of a sentence could be wanted, as the sentence has it. */
function found(wanted: Wanted, sentence: string, { focus = '', question = '' } = {}): string[] {
  const folded = foldScript(sentence);
  const query = { folded: foldScript(question), wanted, focus: foldScript(focus), terms: [] };
  return wantedSpans(query, { folded, original: sentence, names }).map(({ start, end }) => sentence.slice(start, end));
}

const MOMENTS = {
  year: ['2012年', '去年', '1992'],
  day: ['6月3日', '周二', '昨天'],
  clock: ['傍晚6時45分', '三點半'],
} as const;

describe('a question for a part of a moment takes only what names that part', () => {
  const momentsIn = (question: string): string[] =>
    Object.values(MOMENTS)
      .flat()
      .flatMap((moment) => found('day', `渡輪於${moment}停航`, { question }));
  test.each(
    langEntries('moment-asked').flatMap(({ key, entry }) => templateExamples(entry).map((text) => [text, key])),
  )('%s asks for a %s', (question, asked) =>
    expect(momentsIn(question)).toEqual(MOMENTS[asked as keyof typeof MOMENTS]),
  );
  test.each(['什麼時候', '幾時', 'when'])('%s asks for any', (question) =>
    expect(momentsIn(question)).toEqual(Object.values(MOMENTS).flat()),
  );
});

describe('what is wanted is found by its form', () => {
  test.each<[Wanted, string, readonly string[]]>([
    ['person', '林墨昨日到場', ['林墨']],
    ['person', '計劃由陳柏翹負責', ['陳柏翹']],
    ['person', '獲邀的有衛生署署長何紹基。', ['署長何紹基']],
    ['person', '周小姐在場', ['周小姐']],
    ['person', '到場的是卡爾·本森', ['卡爾·本森']],
    ['person', 'It was Amelia Stone who came.', ['Amelia Stone']],
    ['person', '市民遊行表達訴求', ['市民']],
    ['place', '他在甲城出生', ['甲城']],
    ['place', '貨船停在青石港', ['青石港']],
    ['day', '會議在2021年3月5日下午3時開始', ['2021年3月5日', '下午3時']],
    ['day', '他拘留了5天', []],
    ['duration', '他被關了15日，其後再等七個多小時', ['15日', '七個多小時']],
    ['duration', '2019年6月3日，他離開', []],
    ['duration', '6月3日晚上他離開', []],
    ['duration', '被判終身監禁', ['終身']],
    ['duration', 'The talks went on for seven hours.', ['seven hours']],
    ['sum', '工程耗資3,000萬港元，另付US$5 million', ['3,000萬港元', 'US$5 million']],
    ['percent', '支持率為42.5%，三成人反對', ['42.5%', '三成']],
    ['age', '現年63歲的他在場', ['63歲']],
    ['age', 'The winner, at 38, is the oldest.', ['at 38']],
    ['age', 'Voters over the age of 18 may stand.', ['age of 18']],
    ['percent', 'Between them two-thirds of the crew left, eleven per cent by air.', ['two-thirds', 'eleven per cent']],
    ['count', 'It crossed fourteen bridges and 3 rivers.', ['fourteen', '3']],
    ['reason', '他離職，因為薪金太低，其後返鄉', ['因為薪金太低']],
    ['reason', 'The bridge closed because of ice.', ['because of ice']],
    ['manner', '他們透過電郵報名，共50人', ['透過電郵報名']],
    ['items', '獎品包括書、筆和水瓶。', ['包括書、筆和水瓶']],
    ['items', '到場的有甲、乙、丙', ['到場的有甲、乙、丙']],
    ['name', '影片名為《山雨》', ['名為《山雨》']],
    ['words', '他指出，問題不大', ['指出']],
    ['definition', '青峰社是一個登山組織', ['是一個登山組織']],
  ])('%s in %s: %j', (wanted, sentence, expected) => {
    const all = found(wanted, sentence);
    for (const one of expected) expect(all.join('|')).toContain(one);
    expect(expected.length > 0 || all.length === 0).toBe(true);
  });

  test.each<[Wanted, string, readonly string[]]>([
    ['duration', '他被關了15日，3月5日獲釋', ['15日']],
    ['duration', '6月3日(星期一)，其後停航3日', ['3日']],
    ['duration', '5月3日、4日停航七個多小時', ['七個多小時']],
    ['duration', '渡輪停航，3日內恢復', ['3日']],
    ['duration', '航程1,200日', ['1,200日']],
    ['person', 'Lin Mo met Amelia Stone and 林墨.', ['Lin Mo', 'Amelia Stone', '林墨']],
    ['sum', '另付US$5 million，耗資3,000萬港元', ['US$5 million', '3,000萬港元']],
    ['percent', 'It fell by two-thirds, 支持率為42.5%', ['two-thirds', '42.5%']],
  ])('%s in %s are these alone, from left to right: %j', (wanted, sentence, expected) =>
    expect(found(wanted, sentence)).toEqual(expected),
  );

  test('a body, by a list or by its ending', () => {
    expect(found('body', '報告由青峰社及大嶼電訊公司發表')).toEqual(['青峰社', '大嶼電訊公司']);
  });

  test('what is counted is the noun of the question, where any figure counts it', () => {
    const sentence = '12艘船載着300人，航行7公里';
    expect(found('count', sentence, { focus: '人' })).toEqual(['300']);
    expect(found('count', sentence, { focus: '公里' })).toEqual(['7']);
    expect(found('count', sentence, { focus: '隻' })).toEqual(['12', '300', '7']);
  });

  test('a thing of the kind that the question names', () => {
    expect(found('thing', '他在藍鳥平台發文', { focus: '平台' })).toEqual(['他在藍鳥平台']);
    expect(found('thing', '他在Bluebird發文', { focus: '平台' })).toEqual(['Bluebird']);
  });

  test('what the question says itself is none', () => {
    expect(found('person', '林墨會見陳柏翹。', { question: '林墨會見誰' })).toEqual(['陳柏翹']);
  });
});

describe('every line of a list finds something by itself', () => {
  const cases: readonly (readonly [Wanted, string, (line: string) => string])[] = [
    ['sum', 'zh/currencies', (line) => `耗資30${line}`],
    ['sum', 'en/currencies', (line) => `It cost 30 ${line}.`],
    ['duration', 'zh/durations', (line) => `等了3${line}`],
    ['duration', 'en/durations', (line) => `They waited 3 ${line}.`],
    ['duration', 'zh/duration-words', (line) => `他${line}等候`],
    ['reason', 'zh/reason-marks', (line) => `${line}大雨`],
    ['reason', 'yue/reason-marks', (line) => `${line}大雨`],
    ['reason', 'en/reason-marks', (line) => `${line} rain`],
    ['manner', 'zh/manner-marks', (line) => `${line}電郵`],
    ['manner', 'en/manner-marks', (line) => `${line} mail`],
    ['items', 'zh/list-leads', (line) => `${line}書`],
    ['items', 'en/list-leads', (line) => `${line} one book`],
    ['name', 'zh/name-marks', (line) => `${line}山雨`],
    ['name', 'en/name-marks', (line) => `${line} rain`],
    ['words', 'zh/saying-marks', (line) => line],
    ['words', 'en/saying-marks', (line) => line],
    ['definition', 'zh/definition-marks', (line) => `${line}登山組織`],
    ['definition', 'en/definition-marks', (line) => `They ${line} the climbing clubs.`],
    ['place', 'en/before-place-names', (line) => `She waited ${line} Quarry Point.`],
    ['person', 'zh/person-nouns', (line) => line],
    ['body', 'zh/body-endings', (line) => `青石${line}`],
    ['place', 'zh/place-endings', (line) => `青石${line}`],
  ];
  test.each(cases)('%s: %s', (wanted, list, sentenceOf) => {
    for (const line of langWords(list))
      expect([line, found(wanted, sentenceOf(line)).length > 0]).toEqual([line, true]);
  });
});

describe('every line of what stands around a name or a figure', () => {
  test.each(langWords('en/currency-prefixes'))('%s$30 is one sum', (letters) =>
    expect(found('sum', `It cost ${letters}$30 million.`)).toEqual([`${letters}$30 million`]),
  );
  test.each(langWords('zh/no-name-characters'))('no name has %s', (char) =>
    expect(found('person', `，王${char}。`)).not.toContain(`王${char}`),
  );
  test.each(langWords('zh/name-before'))('a name follows %s', (char) =>
    expect(found('person', `甲乙${char}王明，`)).toContain('王明'),
  );
  test.each(langWords('zh/name-behind'))('a name ends before %s', (char) =>
    expect(found('person', `，王明${char}甲乙`)).toContain('王明'),
  );
  test.each(langWords('zh/name-introducing'))('%s introduces a name', (char) =>
    expect(found('person', `甲乙${char}王明亮甲乙`)).toContain('王明亮'),
  );
  test.each(langWords('zh/no-body-behind'))('with %s it is somebody', (char) =>
    expect(found('body', `青石公司${char}`)).not.toContain('青石公司'),
  );
  test.each(langWords('zh/vague-numerals'))('%s counts', (char) =>
    expect(found('duration', `等了${char}分鐘`)).toEqual([`${char}分鐘`]),
  );
  test.each(langWords('zh/searched-approximations'))('about so many with %s', (char) =>
    expect(found('duration', `等了十${char}分鐘`)).toEqual([`十${char}分鐘`]),
  );
  test.each(langWords('zh/before-measure'))('%s before a measure', (char) =>
    expect(found('count', `12艘船載着300${char}名甲乙公里`, { focus: '公里' })).toEqual(['300']),
  );
  test.each(langWords('zh/no-duration-before'))('behind %s no time is counted', (word) =>
    expect(found('duration', `那${word}3分鐘`)).toEqual([]),
  );
  test.each(langWords('zh/no-duration-behind'))('before %s no time is counted', (word) =>
    expect(found('duration', `他3年${word}`)).toEqual([]),
  );
  test.each(langWords('zh/behind-day-of-month'))('before %s it is a day', (word) =>
    expect(found('duration', `於3日${word}`)).toEqual([]),
  );
  test.each([...langTable('en/ages')])('"%s" tells an age (%s)', (word, where) => {
    const told = where === 'before' ? `${word} 40` : `40${word.startsWith('-') ? '' : ' '}${word}`;
    expect(found('age', `She was the winner ${told}.`)).toEqual([told]);
    expect(found('age', 'She was the winner of 40.')).toEqual([]);
  });
  test.each(langWords('en/clock'))('7 %s is an hour', (word) =>
    expect(found('day', `The ferry left 7 ${word} sharp`)).toEqual([`7 ${word}`]),
  );
  test.each(langWords('en/percent'))('12 %s is a share', (word) => {
    for (const told of [`12 ${word}`, `eleven ${word}`])
      expect(found('percent', `It fell by ${told}.`)).toEqual([told]);
  });
  test.each(langWords('en/half-amounts'))('%s of a unit is a duration', (word) =>
    expect(found('duration', `They waited ${word} hour.`)).toEqual([`${word} hour`]),
  );
  test.each([...langTable('zh/clock')])('%s tells the hour (%s)', (word, part) => {
    const told = { part: `${word}6時`, hour: `6${word}`, past: `6時${word}`, minute: `6時20${word}` }[part] ?? '';
    expect(found('day', `於${told}停航`)).toEqual([told]);
  });
  const MOMENT_LINES = entriesOf(langWords('zh/moments')).flatMap(({ key, entry }) =>
    templateExamples(entry).map((text) => ({ key, text })),
  );
  test.each(MOMENT_LINES)('$key: $text', ({ key, text }) => {
    const moment =
      { numbered: `19${text}`, told: text, year: text === '年' ? '去年' : `19${text}` }[key] ??
      { 日: '翌日', 号: '6月3號', 天: '昨天', 星期: '星期五', 礼拜: '禮拜五' }[text] ??
      text;
    const question = { year: '哪一年', day: '哪一天' }[key] ?? '';
    expect(found('day', `於${moment}停航`, { question })).toEqual([moment]);
  });
  test.each([...langTable('zh/shares')])('%s tells a share (%s)', (word, part) => {
    const told = {
      percent: `5${word}`,
      'of-hundred': `${word}五`,
      point: `百分之五${word}三`,
      tenths: `三${word}`,
      ratio: `3${word}2`,
      parts: `三${word}一`,
    }[part];
    expect(found('percent', `佔${told}，`).map(foldScript)).toEqual([told]);
  });
  test.each([...langTable('zh/ages')])('%s tells an age (%s)', (word, part) => {
    const told = { years: `63${word}`, 'born-in': `${word}海港`, born: `2001年在海港${word}` }[part];
    expect(found('age', `他${told}，`).map(foldScript)).toEqual([told]);
  });
  test.each([...langTable('zh/calendar-units').keys()])('12%s counts nothing', (unit) =>
    expect(found('count', `於12${unit}。`)).toEqual([]),
  );
  test.each(langWords('zh/list-joining'))('%s joins two things', (word) =>
    expect(found('items', `蘋果${word}雪梨`)).toEqual([`蘋果${word}雪梨`]),
  );
});

test('in English a figure before the noun of what is counted counts it', () => {
  const folded = 'in two years nine old ferries made 308 trips.';
  const question = 'how many ferries were there';
  const term = {
    kind: 'word',
    term: 'ferri',
    start: 9,
    end: 16,
    name: null,
    forms: [],
    number: null,
    isFocus: true,
  } as const;
  const spans = wantedSpans(
    { folded: question, wanted: 'count', focus: '', terms: [term] },
    { folded, original: folded, names },
  );
  expect(spans.map(({ start, end }) => folded.slice(start, end))).toEqual(['nine']);
});

test.each(langWords('en/shares'))('%s is a share', (share) =>
  expect(found('percent', `some ${share} of them`)).toEqual([share]),
);

test('a long sentence takes no longer than its length', () => {
  const sentence = '林墨和陳柏翹在甲城的青峰社開會，'.repeat(400);
  for (const wanted of ['person', 'body', 'place', 'day', 'duration', 'items', 'name'] as const)
    expect(found(wanted, sentence).length).toBeLessThan(10_000);
});

describe('every English noun says what is wanted', () => {
  test.each(entriesOf(langWords('en/wanted-by-noun')))('$key: $entry', ({ key, entry }) =>
    expect(englishNoun(`which old ${entry} was`, 5)?.wanted).toBe(key),
  );
  test.each([
    ['which', ' of the two compounds did', ' of the two compounds'],
    ['what', ' river runs by the town', ' river'],
    ['what', ' term referred to them', ' term'],
    ['how many', ' people left', ' people'],
    ['how many', ' were there', null],
    ['which', ' of them', null],
  ])('of %s%s the noun is %j', (word, rest, noun) => {
    const length = englishNoun(word + rest, word.length)?.length;
    expect(length === undefined ? null : rest.slice(0, length)).toBe(noun);
  });
});

describe('every noun says what is wanted', () => {
  test.each(entriesOf(langWords('zh/wanted-by-noun')))('$key: $entry', ({ key, entry }) =>
    expect(focusNoun(entry)).toEqual({ length: entry.length, wanted: key }),
  );
  test.each(langWords('zh/offices'))('an office, %s, wants a person', (office) =>
    expect(focusNoun(office)).toEqual({ length: office.length, wanted: 'person' }),
  );
  test.each([
    ['格局改变', null],
    ['看格局', null],
    ['公司派人', 2],
    ['电力公司发', 4],
    ['电视台直播', 3],
  ])('of %s the noun has %j characters', (text, length) => expect(focusNoun(text)?.length ?? null).toBe(length));
});
