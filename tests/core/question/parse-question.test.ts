import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { AnswerType } from '../../../src/core/question/answer-type.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import type { QuestionTerm } from '../../../src/core/index/question-term.ts';
import { readGazetteer } from '../../../src/core/names/gazetteer.ts';
import { langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { readUnits } from '../../../src/core/text/english-numbers.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const parse = (text: string): ReturnType<typeof parseQuestion> => parseQuestion(text, names);

/** The words of the question that a kind of term was made of. */
const wordsOf = (text: string, kind: QuestionTerm['kind']): string[] =>
  parse(text)
    .terms.filter((term) => term.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('what a question asks for', () => {
  test.each<[AnswerType | null, readonly string[]]>([
    ['person', ['誰到訪？', '谁的', '邊個講過台灣？', '哪位官員', '係邊位', '到訪的是哪些人', 'Who came?']],
    [
      'place',
      ['在哪裡會面', '喺邊度開會', '哪個國家', '仁愛礁在哪？', '何處開會', 'Where did they meet?', 'Which country?'],
    ],
    [
      'time',
      ['何時訪華', '幾時到', '什么时候', '哪一年', '邊日', '几月几号', 'When did they meet?', 'What year was it?'],
    ],
    ['duration', ['會談了多久', '傾咗幾耐', '谈了多少个小时', 'How long did it last?', 'How many hours?']],
    ['count', ['有多少艘船', '幾多人', '共有幾名', '第几次', 'How many ships?']],
    ['money', ['這份合約值多少錢', '要幾多錢', '耗资多少美元', 'How much money was spent?']],
    ['percent', ['百分之幾', '多少比例', 'What percentage of ships?']],
    ['age', ['王毅幾多歲？', '布林肯多大年紀', 'How old is Biden?']],
    ['reason', ['為什麼會面', '为何取消', '點解取消', '原因是什么', 'Why did it fail?']],
    ['manner', ['如何處理', '怎样处理', '點樣處理', 'How does it work?']],
    [
      'statement',
      ['王毅說了什麼', '布林肯怎样评价', '有何回應', '王毅點講', 'What did Wang Yi say?', 'How did China react?'],
    ],
    ['definition', ['前體化學品是什麼', '芬太尼係乜嘢？']],
    ['name', ['全名叫什麼', '又稱什麼', '这艘船叫什么名字', 'What is the name of the ship?']],
    ['which', ['哪家公司', '邊間公司', '甚麼議題', 'Which company?']],
    ['yesno', ['會晤了嗎？', '是否會面', '係咪', '有没有', 'Did they meet?']],
    [null, ['芬太尼', 'Blinken Beijing', '']],
  ])('%s: %j', (asked, questions) => {
    for (const question of questions) expect([question, parse(question).wants]).toEqual([question, asked]);
  });

  test.each([
    ['哪家公司', '公司'],
    ['多少公里', '公里'],
    ['王毅幾多歲', ''],
    ['芬太尼', ''],
  ])('%s: behind the question word stands %j', (text, focus) => expect(parse(text).focus).toBe(focus));

  test.each(langWords('zh/focus-ends'))('before %s the noun ends', (char) =>
    expect(parse(`哪家公司${char}甲城`).focus).toBe('公司'),
  );

  test('the question word is no term', () => {
    for (const text of ['王毅说了什么', '邊個講過台灣', 'What did Wang Yi say?']) {
      const { answerType, terms } = parse(text);
      expect(answerType).not.toBeNull();
      expect(
        terms.filter(({ start, end }) => start < (answerType?.end ?? 0) && end > (answerType?.start ?? 0)),
      ).toEqual([]);
    }
  });
});

describe('the terms of a question', () => {
  test.each<[QuestionTerm['kind'], string, readonly string[]]>([
    ['name', '布林肯和王毅會談了多久？', ['布林肯', '王毅', '會談']],
    ['name', 'How long did Antony Blinken and Wang Yi meet?', ['Antony Blinken', 'Wang Yi', 'meet']],
    ['name', 'What did the US say to us?', ['US']],
    ['bigram', '邊個影過軍艦？', ['影過']],
    ['number', '10月22日，七個多小時', ['10', '22', '七']],
    ['number', 'On 22 October 2023, for 7 hours', ['22', 'October', '2023', '7']],
    ['gloss', 'Who will take part in the harvest?', ['harvest']],
    ['word', '岁', ['岁']],
    ['word', 'xylophones', ['xylophones']],
    ['word', 'What is the news about that?', []],
  ])('of the kind %s in %s: %j', (kind, text, expected) => expect(wordsOf(text, kind)).toEqual(expected));

  test.each([
    ['10月22日', 'Oct 22'],
    ['7小時', '7 hours'],
    ['2023年10月', 'October 2023'],
    ['七個多小時', '7个小时'],
  ])('%s and %s ask for the same figures', (one, other) => {
    const figures = (text: string): unknown[] =>
      parse(text)
        .terms.flatMap(({ number }) => (number === null ? [] : [`${number.value}${number.unit}`]))
        .sort();
    expect(figures(one).length).toBeGreaterThan(0);
    expect(figures(one)).toEqual(figures(other));
  });

  test.each([
    ['楊潔篪怎樣說台灣問題？', '杨洁篪怎么说台湾问题？'],
    ['誰在華盛頓會見王毅？', '谁在华盛顿会见王毅？'],
    ['北韓發射導彈', '朝鲜发射导弹'],
  ])('are the same in either script: %s', (traditional, simplified) => {
    const terms = (text: string): unknown[] => parse(text).terms.map(({ term }) => term);
    expect(terms(traditional)).toEqual(terms(simplified));
  });

  test('the one who is asked about comes first among the speakers', () => {
    const speakers = (text: string): string[] => parse(text).speakers.map(({ canonical }) => canonical);
    expect(speakers('王毅說了什麼？')).toEqual(['王毅']);
    expect(speakers('美國國務院說王毅怎樣回應')).toEqual(['王毅', '美国国务院']);
    expect(speakers('台灣在哪裡')).toEqual([]);
  });

  test.each([
    ['中方怎麼說', '中方'],
    ['美方的說法是什麼', '美方'],
    ['北京方面如何回應', '北京'],
    ['北京怎样回应美方', '北京'],
    ['王毅在北京說了什麼', '王毅'],
    ['美方要求中国在芬太尼问题上做什么？', '美方'],
    ['王毅對布林肯提出了什麼要求', '王毅'],
    ['布林肯向王毅說了什麼', '布林肯'],
    ['王毅對以色列和哈馬斯戰爭提出什麼方案', '王毅'],
    ['王毅對布林肯和沙利文的批評有什麼回應', '王毅'],
    ['王毅和布林肯會面時說了什麼', '王毅'],
    ['對於布林肯的指控，王毅怎樣回應', '王毅'],
    ['What did the Chinese side say about Taiwan?', '中方'],
    ['What did Beijing say about Taiwan?', '北京'],
    ['In his talks with Blinken, what did Wang Yi say?', '王毅'],
    ['What did Wang Yi say in Beijing?', '王毅'],
  ])('who is asked about in %s', (text, first) => expect(parse(text).speakers[0]?.canonical).toBe(first));

  test('whoever speaks for a side counts as the side that is asked for a statement, and for nothing else', () => {
    const affiliates = (text: string): number =>
      parse(text).terms.find(({ name }) => name?.canonical === '中方')?.affiliates?.length ?? 0;
    expect(affiliates('中方怎麼說')).toBeGreaterThan(50);
    expect(affiliates('中方何時到達')).toBe(0);
  });
});

test('any string at all is parsed, and every offset lies inside it', () => {
  const odd = fc.constantFrom(
    '\ud800',
    '\udfff',
    '\u0000',
    '\u202e',
    '\u200f',
    '\ufeff',
    '𠮷',
    '什麼',
    '幾',
    '一',
    'US',
    "'",
    '百分之',
    '·',
  );
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((one) => String.fromCharCode(one)),
    odd,
  );
  const text = fc.oneof(
    fc.string({ unit, maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'誰什麼多少幾點何為的是了布林肯王毅?？ aieou0123'), maxLength: 40 }),
    fc.string({ unit, minLength: 1000, maxLength: 1000 }),
  );
  fc.assert(
    fc.property(text, (question) => {
      const { terms, answerType, folded, text: kept } = parse(question);
      expect(kept).toBe(question);
      expect(folded).toHaveLength(question.length);
      for (const { start, end } of [...terms, ...(answerType === null ? [] : [answerType])]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(question.length);
      }
      expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
    }),
    { numRuns: 200 },
  );
});

describe('numbers of an English question', () => {
  const nobody = readGazetteer([]);
  const numbersOf = (text: string) => parseQuestion(text, nobody).terms.flatMap(({ number }) => number ?? []);

  test.each(readUnits('counted'))('7 %s are looked for as 7%s', (word, unit) => {
    expect(numbersOf(`Which ferry ran for 7 ${word}?`)).toContainEqual({
      value: 7,
      unit: unit.replace('个', '').charAt(0),
    });
  });

  test.each([...langTable('en/months')])('22 %s is a day of month %s', (word, month) => {
    expect(numbersOf(`Which ferry sank on 22 ${word}?`)).toEqual([
      { value: 22, unit: '日' },
      { value: Number(month), unit: '月' },
    ]);
  });
});

test.each(['大橋重開，大橋幾時重開', 'bridge bridges bridge', '2023年2023年大橋', '布林肯、布林肯說了什麼'])(
  'a term that comes twice is looked for once: %s',
  (text) => {
    const found = parse(text).terms.map(({ term }) => term);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual([...new Set(found)]);
  },
);

test.each([
  ['哪家公司贏得合約？', ['公司']],
  ['Which posts did he attack?', ['posts']],
  ['王毅 台灣', []],
])('%s: what describes the answer is %j', (text, words) =>
  expect(
    parse(text)
      .terms.filter(({ isFocus }) => isFocus === true)
      .map(({ start, end }) => text.slice(start, end)),
  ).toEqual(words),
);

test('a phrase is looked for by those of its words that say something', () =>
  expect(parse('What was the ferry named after?').terms.at(-1)).toMatchObject({ kind: 'gloss', term: '=name' }));

test.each([
  ['王毅 台灣', ['王毅']],
  ['Wang Yi Taiwan', ['王毅']],
  ['布林肯和王毅談了什麼？', ['布林肯', '王毅']],
])('%s is about %j', (text, people) =>
  expect(parse(text).speakers.map(({ id }) => id)).toEqual(
    people.map((name) => names.mentions(name, name)[0]?.name.id),
  ),
);
