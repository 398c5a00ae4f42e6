import { expect, test } from 'vitest';
import {
  denialVerdict,
  figureVerdict,
  isReversed,
  polarityVerdict,
  sharedParts,
} from '../../../src/core/reading/claims.ts';
import { langLines, langTable, langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';

const opposites = (['zh', 'en'] as const).flatMap((lang) =>
  langLines(`${lang}/opposites`).flatMap((line) => {
    const [one = [], other = []] = line.split('<>').map((side) => side.split(',').map((word) => word.trim()));
    const glue = lang === 'en' ? ' ' : '';
    const against = (words: readonly string[], [other = '']: readonly string[]) =>
      words.map((word) => [`票價${glue}${word}${glue}`, `票價${glue}${other}${glue}`] as const);
    return against(one, other).concat(against(other, one));
  }),
);

test.each(opposites)('%s is contradicted by %s', (claim, said) => {
  expect(polarityVerdict(foldScript(claim), foldScript(said))).toBe('contradicted');
});

test('the same negation before the same word is no contradiction, however many there are', () => {
  const twice = '各方「不要低估」居民的决心，也「不要低估」居民的耐性';
  expect(polarityVerdict('不要低估居民的决心', twice)).toBe('met');
  expect(polarityVerdict('低估居民的决心', '各方不要低估居民的决心')).toBe('contradicted');
});

test.each([...langWords('zh/contraries'), ...langWords('yue/contraries')])('%s negates', (word) => {
  expect(polarityVerdict('票价调整', `票价${word}调整`)).toBe('contradicted');
  expect(polarityVerdict(`票价${word}调整`, '票价调整')).toBe('contradicted');
});

test.each(langWords('en/contraries'))('%s negates', (word) => {
  expect(polarityVerdict('the line opens', `the line ${word} opens`)).toBe('contradicted');
});

test.each(langWords('zh/no-contraries'))('%s does not negate', (word) => {
  expect(polarityVerdict('票价调整', `票价${word}调整`)).not.toBe('contradicted');
});

test.each(langWords('zh/contraries-all-the-same'))('%s negates', (word) => {
  expect(polarityVerdict(word.slice(1), `居民${word}方案`)).toBe('contradicted');
});

test.each([
  ['同意方案', '船东同意方案', 'met', 'the same'],
  ['同意方案', '船员不同意方案', 'contradicted', 'it is denied'],
  ['同意方案', '船员没有同意方案', 'contradicted', 'it is denied in another way'],
  ['不同意方案', '船东同意方案', 'contradicted', 'it is not denied'],
  ['不同意方案', '船员不同意方案', 'met', 'both deny it'],
  ['同意方案', '船员不同意方案,船东同意', 'met', 'some do'],
  ['同意方案', '方案讨论已久', 'absent', 'nobody does'],
  ['会加价', '渡轮公司不会加价', 'contradicted', 'a verb in front of the verb'],
  [' agreed to the plan', 'the crew did not agree to the plan', 'contradicted', 'another form of an English verb'],
  [' did not agree to the plan', 'the owners agreed to the plan', 'contradicted', 'denied by the question'],
  [' did not agree to the plan', 'the crew never agreed to the plan', 'met', 'both deny it in English'],
])('who %s, against %s: %s, %s', (asked, said, verdict) => {
  expect(denialVerdict(asked, said)).toBe(verdict);
});

test.each([
  ['票价不会调整', '票价维持不变', 'met', 'two that say no agree'],
  ['人数增加', '人数增多', 'met', 'two words of one side agree'],
  ['票价调整', '票价调整', 'absent', 'no sign either way'],
  ['人数增加', '人数公布', 'absent', 'neither word'],
  ['人数减少', '人数公布', 'absent', 'neither word, of the other side'],
  ['人数增加', '人数先增加后减少', 'absent', 'both words'],
])('%s against %s: %s, %s', (claim, said, verdict) => {
  expect(polarityVerdict(claim, said)).toBe(verdict);
});

test.each([
  ['减产百分之四十二', '减少了百分之四十二', 'met', 'the same share'],
  ['减产百分之四十二', '减少了百分之十八', 'contradicted', 'another share'],
  ['有效率达九成一', '有效率达百分之九十一', 'met', 'tenths are per cent'],
  ['要18个月', '需要十八个月', 'met', 'digits and numerals'],
  ['要18个月', '需要三十个月', 'contradicted', 'another span'],
  ['星期三登陆', '周三登陆', 'met', 'a weekday by another name'],
  ['礼拜天开始', '星期日开始', 'met', 'Sunday by another name'],
  ['星期三登陆', '周五登陆', 'contradicted', 'another weekday'],
  ['票价调整', '调整百分之三', 'absent', 'the claim has no figure'],
  ['减产百分之四十二', '产量减少', 'absent', 'the sentence has none'],
  ['星期三登陆', '登陆的日子公布', 'absent', 'the sentence has no weekday'],
  ['登陆的日子公布', '星期三登陆', 'absent', 'the claim has no weekday'],
  ['星期三或星期四登陆', '周四登陆', 'met', 'one of two weekdays'],
  ['星期三有18人受伤', '周三有30人受伤', 'contradicted', 'the same weekday, another figure'],
  ['星期三有18人受伤', '周五有18人受伤', 'contradicted', 'another weekday, the same figure'],
  ['星期三有18人受伤', '周三有人受伤', 'met', 'the same weekday, no figure'],
  ['18人受伤', '等了18天', 'absent', 'as many of something else'],
  ['18人受伤', '等了30天', 'absent', 'figures of something else'],
  ['受伤人数是18', '18人受伤', 'met', 'a figure without a unit in the claim'],
  ['受伤人数是18', '30人受伤', 'contradicted', 'another figure for one without a unit in the claim'],
  ['18人受伤', '受伤人数是18', 'met', 'a figure without a unit in the sentence'],
  ['18人受伤', '受伤人数是30', 'contradicted', 'another figure without a unit in the sentence'],
  ['18人受伤，3艘船翻沉', '18人受伤，5艘船翻沉', 'contradicted', 'one of two figures differs'],
  ['18人受伤，等了3天', '30人受伤', 'contradicted', 'the one that both speak of differs'],
  ['有效率达九成一', '九十一人痊愈', 'absent', 'a share is no count'],
])('%s against %s: %s, %s', (claim, said, verdict) => {
  expect(figureVerdict(claim, said)).toBe(verdict);
});

test.each([
  ['渔会向公司索偿', '渔会要求公司赔偿', false, 'the same order'],
  ['渔会向公司索偿', '公司要求渔会赔偿', true, 'the other order'],
  ['渔会向公司索偿', '公司被渔会要求赔偿', false, 'a passive turns it round once more'],
  ['渔会索偿', '渔会要求赔偿', false, 'one part has no order'],
  ['渔会索偿', '渔会被要求赔偿', false, 'nor has it in a passive'],
  ['市长', '渔会被要求赔偿', false, 'no part at all'],
  ['渔会在公司码头', '码头上有渔会和公司', true, 'the last of three stands first'],
])('%s against %s: turned round %s, %s', (claim, said, turned) => {
  expect(isReversed(claim, said, sharedParts(claim, said))).toBe(turned);
});

test.each([...langTable('zh/passives').keys()])('%s turns the order round', (word) => {
  expect(isReversed('渔会向公司索偿', `公司${word}渔会要求赔偿`, ['渔会', '公司'])).toBe(false);
});
test.each(langWords('en/passives'))('%s turns the order round', (word) => {
  expect(isReversed('anglers sued builders', `builders sued ${word} anglers`, ['anglers', 'builders'])).toBe(false);
});

test.each([
  ['公司 提出方案', '公司 宣布', ['公司'], 'without the space behind it'],
  ['船会开', '开会的船', [], 'characters alone are no parts'],
])('%s and %s share %s: %s', (claim, said, parts) => {
  expect(sharedParts(claim, said)).toEqual(parts);
});
