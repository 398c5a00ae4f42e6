import { describe, expect, test } from 'vitest';

import { attendanceIn } from '../../../src/core/question/participation.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { formsOf, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const participationOf = (text: string) => parseQuestion(text, names).frame.participation;
const formsOfKind = (list: string, kind: string) => formsOf(langTable(`${list}/participation`), kind);

describe('data/lang/*/participation', () => {
  test.each(['zh', 'yue'].flatMap((list) => formsOfKind(list, 'go')))('somebody goes: %s', (word) =>
    expect(participationOf(`陶景行何時${word}白汀？`)).toMatchObject({
      kind: 'go',
      goal: { end: 5 + word.length + 2 },
    }),
  );
  test.each(formsOfKind('en', 'go'))('somebody goes: %s', (word) =>
    expect(participationOf(`When was Tao ${word} Baiting?`)?.kind).toBe('go'),
  );
  test.each(['zh', 'yue'].flatMap((list) => formsOfKind(list, 'attend').concat(formsOfKind(list, 'absent'))))(
    'somebody takes part, or does not: %s',
    (word) => expect(participationOf(`誰${word}青嶼會談？`)?.kind).toBe('attend'),
  );
  test.each(['attend', 'absent'].flatMap((kind) => formsOfKind('en', kind)))(
    'somebody takes part, or does not: %s',
    (word) => expect(participationOf(`Who ${word} the talks?`)?.kind).toBe('attend'),
  );
  test.each(['zh', 'yue'].flatMap((list) => formsOfKind(list, 'absent')))('nobody takes part who is %s', (word) =>
    expect(attendanceIn(foldScript(`柏文遠${word}會談`))).toMatchObject([{ isDenied: true }]),
  );
  test.each(formsOfKind('en', 'absent'))('nobody takes part who is %s', (word) =>
    expect(attendanceIn(`bai ${word} the talks`)).toMatchObject([{ isDenied: true }]),
  );
  test.each([...formsOfKind('zh', 'beside'), ...formsOfKind('zh', 'for')])(
    'a report tells who takes part: %s',
    (word) => expect(attendanceIn(foldScript(`韓子岳${word}三人`))).toHaveLength(1),
  );
  test.each(formsOfKind('en', 'beside'))('a report tells who takes part: %s', (word) =>
    expect(attendanceIn(`it was ${word} mr han`)).toHaveLength(1),
  );

  test.each(['過去誰是會長？', '去年誰說了這話？', '誰代表國務院發表了這份很長的聲明？', '陶景行幾時得到獎項？'])(
    '%s asks for neither',
    (text) => expect(participationOf(text)).toBeNull(),
  );
});

describe('a negation before a word of taking part denies it', () => {
  test.each(langWords('zh/behind-negation'))('沒%s出席', (word) =>
    expect(attendanceIn(foldScript(`柏文遠沒${word}出席會談`))).toMatchObject([{ isDenied: true }]),
  );
  test('another word between them does not', () =>
    expect(attendanceIn(foldScript('柏文遠沒想到出席會談'))).toMatchObject([{ isDenied: false }]));
});

describe('the words of a participation that is asked for', () => {
  const wordsOf = (text: string): readonly string[] | null =>
    participationOf(text)?.verbs.map(({ start, end }) => text.slice(start, end)) ?? null;
  test.each<[string, readonly string[] | null]>([
    ['青嶼會談有誰出席？', ['出席']],
    ['海洋峰會的與會者有哪些？', ['與會者']],
    ['邊個出席咗青嶼會談？', ['出席咗']],
    // 去年 is no word for going somewhere.
    ['去年誰出席青嶼會談？', ['出席']],
    ['邊個代表東岸去青嶼？', ['代表', '去']],
    ['誰代表東岸？', ['代表']],
    ['誰代表東岸出席青嶼的會談？', ['代表', '出席']],
    // Who is asked for is not asked for as somebody who takes part: that is told, as any other clause.
    ['出席會談的漁民說了什麼？', null],
    ['陶景行幾時去過白汀？', ['去過']],
    ['When did Tao Jingxing go to Baiting?', ['go to']],
  ])('%s', (text, words) => expect(wordsOf(text)).toEqual(words));

  test.each([
    ['陶景行幾時去白汀？', '白汀'],
    ['陶景行去美國係幾時？', '美國'],
    ['陶景行何時訪問東岸，並會見漁民？', '東岸'],
  ])('%s asks of %s', (text, place) => {
    const goal = participationOf(text)?.goal;
    expect(text.slice(goal?.start, goal?.end)).toBe(place);
  });

  test.each(['zh/attributive-particles', 'yue/attributive-particles'].flatMap(langWords))(
    '%s behind where somebody goes is no part of it',
    (particle) => {
      const text = `陶景行何時訪問東岸${particle}？`;
      const goal = participationOf(text)?.goal;
      expect(text.slice(goal?.start, goal?.end)).toBe('東岸');
    },
  );

  test.each([
    ['誰沒有出席青嶼會談？', true],
    ['誰缺席青嶼會談？', true],
    ['誰出席青嶼會談？', false],
    ['Who did not attend the talks?', true],
    ['Who attended the talks?', false],
  ])('%s asks who did not: %s', (text, isDenied) => expect(participationOf(text)?.isDenied).toBe(isDenied));
});
