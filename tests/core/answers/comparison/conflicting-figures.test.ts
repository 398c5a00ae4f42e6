import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { conflictingFigures, type Statement } from '../../../../src/core/answers/comparison/conflicting-figures.ts';
import { readGazetteer } from '../../../../src/core/index.ts';

const names = readGazetteer([
  { kind: 'person', text: '林望舒\n格罗夫' },
  { kind: 'place', text: '青湾\n西角' },
  { kind: 'organisation', text: '五人会' },
  { kind: 'word', text: '会谈, 会面, 会晤\n死亡' },
]);

const statement = (text: string, outlet: string): Statement => ({ text, outlet, published: '2024-05-14' });

/** What differs between two outlets' statements, as `figure: 七個多小時 / 逾8小时`. */
function differences(...texts: readonly string[]): string[] {
  const statements = texts.map((text, i) => statement(text, `outlet ${i}`));
  return conflictingFigures(statements, names).map(
    ({ of, readings }) =>
      `${of}: ${readings.map((reading) => texts[reading.statement]?.slice(reading.start, reading.end)).join(' / ')}`,
  );
}

describe('outlets differ', () => {
  test.each<[string, string, string, string]>([
    [
      '林望舒與格羅夫兩天內會談七個多小時。',
      '林望舒和格罗夫两天内会晤逾8小时。',
      'figure: 七個多小時 / 逾8小时',
      'hours, each in its own notation and with what hedges it',
    ],
    [
      '渡輪在西角碼頭起火，造成12人死亡、30人受傷。',
      '西角码头渡轮起火，造成14人死亡、30人受伤。',
      'figure: 12人 / 14人',
      'the dead, and not the injured',
    ],
    ['林望舒5月11日在青灣簽署水閘協議。', '5月12日，林望舒于青湾签署水闸协议。', 'day: 5月11日 / 5月12日', 'the day'],
    [
      '修復青灣水閘的工程耗資12億元，工期三年。',
      '修复青湾水闸的工程耗资15亿元，工期三年。',
      'figure: 12億元 / 15亿元',
      'money, large numbers',
    ],
    [
      '下游農戶的稻米產量去年下降百分之四十。',
      '下游农户的稻米产量去年下降35%。',
      'figure: 百分之四十 / 35%',
      'shares in two notations',
    ],
    [
      'The ferry fire at the west pier killed 12 people, the rescue service said.',
      'The ferry fire at the west pier killed 14 people, the rescue service said.',
      'figure: 12 people / 14 people',
      'English',
    ],
  ])('%s ≠ %s', (a, b, expected) => expect(differences(a, b)).toEqual([expected]));
});

describe('outlets do not differ', () => {
  test.each<[string, string, string]>([
    ['林望舒與格羅夫兩天內會談七個多小時。', '林望舒和格罗夫两天内会晤逾7小时。', 'one figure in two notations'],
    ['林望舒與格羅夫兩天內會談近八小時。', '林望舒和格罗夫两天内会晤七个多小时。', 'both are between seven and eight'],
    ['林望舒與格羅夫兩天內會談7至8小時。', '林望舒和格罗夫两天内会晤7小时。', 'a range is no single figure'],
    [
      '5月11日和12日，林望舒在青灣簽署水閘協議。',
      '林望舒5月11日至12日于青湾签署水闸协议。',
      'the same days, listed and as a range',
    ],
    ['林望舒星期三在青灣簽署水閘協議。', '林望舒5月15日于青湾签署水闸协议。', 'which Wednesday is not said'],
    ['林望舒昨日在青灣簽署水閘協議。', '林望舒5月13日于青湾签署水闸协议。', 'yesterday was that day'],
    ['林望舒5月11日至13日在青灣簽署水閘協議。', '林望舒5月12日于青湾签署水闸协议。', 'one day of the span'],
    ['渡輪在西角碼頭起火，造成12人死亡。', '渡輪在西角碼頭起火，造成30人受傷。', 'the dead are not the injured'],
    ['共有3.2萬名乘客因西角渡輪停航受影響。', '共有32,150名乘客因西角渡轮停航受影响。', 'one of them is rounded'],
    ['渡輪在西角起火，63名乘客獲救上岸。', '渡轮在西角起火，60多名乘客获救上岸。', '六十多 is what 63 is'],
    ['修復青灣水閘的工程需時三年。', '林望舒说，渔民在青湾捕鱼已有五年。', 'not the same statement'],
    ['第3輪會談在青灣的水閘旁舉行。', '第4轮会谈在青湾的水闸旁举行。', 'numbers of a series'],
    ['五人會的漁民在青灣抗議水閘關閉。', '3人在青湾抗议水闸关闭。', 'a number inside a name'],
    [
      '西角渡輪起火，12人在船上死亡，3人在醫院死亡。',
      '西角渡轮起火，15人在船上死亡，4人在医院死亡。',
      'which stands against which cannot be told',
    ],
    [
      '西角渡輪起火，12人死亡。',
      '西角渡轮起火，14人在船上死亡，3人在医院死亡。',
      'against which of two cannot be told',
    ],
    ['西角渡輪起火，12人在船上死亡，3人在醫院死亡。', '西角渡轮起火，14人死亡。', 'nor from the other side'],
    ['水閘在青灣關閉5周年後重開。', '水闸在青湾关闭6星期后重开。', 'another unit'],
    ['林望舒4月11日在青灣簽署水閘協議。', '林望舒2月11日于青湾签署水闸协议。', 'too far apart for one event'],
  ])('%s ＝ %s: %s', (a, b) => expect(differences(a, b)).toEqual([]));

  test('in one outlet’s own sentences', () => {
    const texts = ['渡輪在西角碼頭起火，造成12人死亡。', '渡輪在西角碼頭起火，造成14人死亡。'];
    expect(
      conflictingFigures(
        texts.map((text) => statement(text, 'one')),
        names,
      ),
    ).toEqual([]);
  });
});

test('three outlets with two figures are one difference', () => {
  expect(
    differences(
      '渡輪在西角碼頭起火，造成12人死亡。',
      '西角码头渡轮起火，造成14人死亡。',
      '西角碼頭有渡輪起火，造成十二人死亡。',
    ),
  ).toEqual(['figure: 12人 / 14人 / 十二人']);
});

test('whatever the figures, only those that differ are readings, the same from either side', () => {
  const hours = fc.integer({ min: 2, max: 99 });
  fc.assert(
    fc.property(hours, hours, (one, other) => {
      const a = `林望舒與格羅夫在青灣一共會談${one}小時。`;
      const b = `林望舒和格罗夫在青湾一共会谈${other}小时。`;
      expect(differences(a, b)).toEqual(one === other ? [] : [`figure: ${one}小時 / ${other}小时`]);
      expect(differences(b, a)).toEqual(one === other ? [] : [`figure: ${other}小时 / ${one}小時`]);
    }),
  );
});

test('a text that is no sentence is not read for figures, and takes no time', () => {
  const endless = `林望舒與格羅夫在青灣會談${'7小時、'.repeat(20_000)}`;
  expect(differences(endless, endless.replace('7', '8'))).toEqual([]);
});
