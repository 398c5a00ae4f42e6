import { describe, expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import { parseIn } from '../../../src/core/question/understand.ts';
import { featureContext, scorePassages } from '../../../src/core/reading/features/read-passages.ts';
import {
  FEATURES,
  prerankingVectors,
  PRERANKING_FEATURES,
  vectorsOf,
} from '../../../src/core/reading/features/vectors.ts';
import { weighQuestion } from '../../../src/core/reading/weigh-question.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

type Report = { readonly title?: string; readonly date?: string; readonly paragraphs: readonly string[] };

/** The features of every sentence of some reports beside a question, by sentence and name. */
async function measured(question: string, ...reports: readonly Report[]) {
  const library = await createLibrary(
    reports.map(({ title = '消息', date = '2022-03-04', paragraphs }, i) =>
      fakeArticle(`report-${i}`, paragraphs, { title, date }),
    ),
    names,
  );
  const asked = weighQuestion(parseIn(library, question), library);
  const context = featureContext(asked, await scorePassages(asked, library, null));
  const vectors = vectorsOf(context.views, context, names);
  const preranking = prerankingVectors(context);
  const of = (sentence: string): number => {
    const at = context.views.findIndex(({ original }) => original === sentence);
    if (at < 0) throw new Error(`${sentence} is none of the sentences`);
    return at;
  };
  return {
    feature: (sentence: string, name: string): number => vectors[of(sentence)]?.[FEATURES.indexOf(name)] ?? Number.NaN,
    look: (sentence: string, name: (typeof PRERANKING_FEATURES)[number]): number =>
      preranking[of(sentence)]?.[PRERANKING_FEATURES.indexOf(name)] ?? Number.NaN,
  };
}

describe('what a sentence is like, whatever is asked', () => {
  test.each<[string, string, number]>([
    ['interrogative', '渡輪何時復航？', 1],
    ['interrogative', '「渡輪何時復航？」', 1],
    ['interrogative', '渡輪明天復航。', 0],
    ['quotes', '他說「渡輪」和“碼頭”都關了。', 2],
    ['quotes', '他說渡輪和碼頭都關了。', 0],
    ['list', '渡輪、碼頭、燈塔都關了。', 2],
    ['colon', '船長說：渡輪停航。', 0],
    ['negations', '渡輪沒有復航，不會復航。', 2],
    ['clauses', '渡輪停航，碼頭關閉；燈塔：亮著。', 3],
    ['position', '渡輪停航。', 0],
  ])('%s of %s is %d', async (name, sentence, value) => {
    const { feature } = await measured('渡輪怎樣？', { paragraphs: [sentence] });
    expect(feature(sentence, name)).toBe(value);
  });

  test('where it stands', async () => {
    const [first, second, third] = ['船長在碼頭這樣說：', '渡輪停航。', '碼頭關閉。'] as const;
    const { feature } = await measured('渡輪碼頭怎樣？', { paragraphs: [first, second, third] });
    expect([first, second, third].map((one) => feature(one, 'colon'))).toEqual([1, 0, 0]);
    expect([first, second, third].map((one) => feature(one, 'first'))).toEqual([1, 0, 0]);
    expect([first, second, third].map((one) => feature(one, 'behindColon'))).toEqual([0, 1, 0]);
    expect(feature(second, 'position')).toBe(1);
    expect(feature(third, 'relative')).toBeGreaterThan(feature(second, 'relative'));
  });
});

describe('what a sentence, and what stands around it, holds of a question', () => {
  const ASKED = '燈塔隧道車輛多少？';
  const [lead, both, rest, other] = ['燈塔在島上。', '隧道裏有車輛三千。', '車輛都很慢。', '市民散去。'] as const;
  const report = { title: '隧道消息', paragraphs: [lead + both + rest, other] };

  test('all, and nothing', async () => {
    const whole = '燈塔隧道車輛有三千。';
    const { feature } = await measured(ASKED, { paragraphs: [whole, other] });
    for (const name of ['coverage', 'local', 'inContext', 'before', 'near', 'clause', 'matched', 'heaviest', 'nearest'])
      expect([name, feature(whole, name) > 0.7]).toEqual([name, true]);
    for (const name of ['coverage', 'local', 'offTitle', 'near', 'clause', 'heaviest', 'matched', 'characters'])
      expect([name, feature(other, name)]).toEqual([name, 0]);
    expect(feature(whole, 'missing')).toBe(0);
  });

  test('with its neighbours, the headline and the lead', async () => {
    const { feature } = await measured(ASKED, report);
    // The first has none before it, and what follows the third says nothing.
    expect([feature(lead, 'withPrevious'), feature(rest, 'withNext')]).toEqual([0, 0]);
    expect(feature(other, 'withPrevious')).toBeCloseTo(feature(rest, 'coverage'), 10);
    expect(feature(both, 'withPrevious')).toBeCloseTo(feature(lead, 'coverage'), 10);
    // Of what the sentence behind holds it has 車輛 itself.
    expect(feature(both, 'withNext')).toBe(0);
    expect(feature(lead, 'withNext')).toBeCloseTo(feature(both, 'coverage'), 10);
    // The headline has 隧道 already, the first sentence 燈塔.
    expect(feature(both, 'offTitle')).toBeLessThan(feature(both, 'coverage'));
    expect(feature(both, 'offTitle')).toBeCloseTo(feature(both, 'offLead'), 10);
    expect(feature(lead, 'offLead')).toBeCloseTo(feature(lead, 'coverage'), 10);
    expect(feature(other, 'inContext')).toBeGreaterThan(feature(other, 'coverage'));
    expect(feature(both, 'before')).toBeGreaterThan(feature(lead, 'before'));
    expect(feature(rest, 'before')).toBeCloseTo(feature(both, 'before'), 10);
  });

  test('what a passage has, with the headline and the lead', async () => {
    const { feature } = await measured(ASKED, report);
    const ofPassage = (sentence: string): readonly number[] =>
      ['passageCoverage', 'withTitle', 'withLead'].map((name) => feature(sentence, name));
    expect(feature(lead, 'title')).toBeGreaterThan(0);
    for (const sentence of [lead, other])
      expect(ofPassage(sentence)).toEqual(ofPassage(sentence).toSorted((a, b) => a - b));
    expect(feature(lead, 'withLead')).toBeCloseTo(feature(lead, 'withTitle'), 10);
    expect(feature(lead, 'articleCoverage')).toBeCloseTo(feature(lead, 'withTitle'), 10);
  });

  test('what another report has is none of it', async () => {
    const [own, others] = ['車輛停了三千。', '燈塔隧道亮著。'] as const;
    const { feature, look } = await measured(ASKED, { paragraphs: [own] }, { paragraphs: [others] });
    const held = feature(own, 'articleCoverage');
    expect(held).toBeCloseTo(feature(own, 'coverage'), 10);
    expect(held).toBeLessThan(0.9);
    expect(look(own, 'articleHeld')).toBeCloseTo(held, 10);
    expect(look(others, 'articleHeld')).toBeCloseTo(feature(others, 'coverage'), 10);
    // The one that has more of it comes first.
    expect([look(others, 'articleRank'), look(own, 'articleRank')]).toEqual([1, 0.5]);
  });

  test('a word counts the more the fewer sentences hold it', async () => {
    const [common, rare] = ['隧道很長。', '燈塔很高。'] as const;
    const { feature } = await measured('燈塔隧道怎樣？', { paragraphs: [common, '隧道很暗。', '隧道很窄。', rare] });
    expect(feature(rare, 'local')).toBeGreaterThan(feature(common, 'local'));
  });

  test('what is missing, and of names and numbers', async () => {
    const [named, bare] = ['王毅3日到了碼頭。', '船到了碼頭。'] as const;
    const { feature } = await measured('王毅3日到碼頭做什麼？', { paragraphs: [named, bare] });
    expect(['names', 'numbers', 'missing'].map((name) => feature(named, name))).toEqual([0, 0, 0]);
    expect(feature(bare, 'numbers')).toBe(-1);
    expect(feature(bare, 'names')).toBeLessThan(0);
    expect(feature(bare, 'missing')).toBeGreaterThan(0);
    // The sentence before has it.
    expect(feature(bare, 'missingInContext')).toBe(0);
  });
});

describe('what of the kind that is wanted stands in a sentence', () => {
  test.each<[string, string, string, number]>([
    ['wanted', '渡輪停了多少小時？', '渡輪停了三小時，碼頭關了5小時。', 2],
    ['onlyOne', '渡輪停了多少小時？', '渡輪停了三小時，碼頭關了5小時。', 0],
    ['onlyOne', '渡輪停了多少小時？', '渡輪停了三小時。', 1],
    ['onlyOne', '渡輪停了多少小時？', '渡輪停航。', 0],
    ['wantedMissing', '渡輪停了多少小時？', '渡輪停航。', 1],
    ['wantedMissing', '渡輪停了多少小時？', '渡輪停了三小時。', 0],
    ['quantityMissing', '渡輪停了多少小時？', '渡輪停航。', 1],
    ['quantityMissing', '渡輪停了多少小時？', '渡輪停了三小時。', 0],
    ['newNumbers', '渡輪3日停了多少小時？', '渡輪3日停了7小時。', 1],
    ['newPeople', '誰去了北京？', '王毅去了北京。', 1],
    ['newPeople', '王毅去了北京嗎？', '王毅去了北京。', 0],
    ['newPlaces', '王毅去了哪裏？', '王毅去了北京。', 1],
    ['latinWords', '渡輪叫什麼？', '渡輪叫Sea Lark。', 2],
    ['latinWords', 'Sea Lark渡輪怎樣？', '渡輪叫Sea Lark。', 0],
    ['severalCounted', '渡輪停靠哪三個港口？', '渡輪停靠白沙、青山和北角。', 1],
    ['severalCounted', '渡輪停靠哪些港口？', '渡輪停靠白沙、青山和北角。', 0],
    ['listFits', '渡輪停靠哪兩個港口？', '渡輪今天停靠白沙。', 0],
    ['listFits', '渡輪停靠哪兩個港口？', '渡輪停靠白沙、青山和北角。', 0.6],
  ])('%s: %s %s: %d', async (name, question, sentence, value) => {
    const { feature } = await measured(question, { paragraphs: [sentence] });
    expect(feature(sentence, name)).toBe(value);
  });

  test('the nearer it stands to what is asked, and in its clause, the more it counts', async () => {
    const [near, far] = [
      '渡輪停了三小時。',
      '渡輪昨天在對岸那個舊碼頭旁邊不知為何又停航，市民等候，天氣轉壞，前後三小時。',
    ] as const;
    const { feature } = await measured('渡輪停了多少小時？', { paragraphs: [near, far] });
    for (const name of [
      'wantedNear',
      'wantedClause',
      'wantedClauseNear',
      'wantedClauseCharacters',
      'wantedByCharacters',
    ])
      expect([name, feature(near, name) > feature(far, name)]).toEqual([name, true]);
    for (const name of ['wantedNear', 'wantedClause']) expect(feature(near, name)).toBeLessThanOrEqual(1);
  });

  test('what other sentences say as well is echoed', async () => {
    const [one, other, third] = ['渡輪停了三小時。', '碼頭說是三小時。', '渡輪停了七小時。'] as const;
    const { feature } = await measured('渡輪停了多少小時？', { paragraphs: [one, other, third] });
    expect([one, other, third].map((sentence) => feature(sentence, 'echoes') > 0)).toEqual([true, true, false]);
    expect(feature(other, 'echo')).toBeGreaterThan(feature(one, 'echo'));
  });
});

describe('how a sentence binds the question together', () => {
  const ASKED = '燈塔隧道車輛多少？';
  test('its characters in their order, within one stretch, each once', async () => {
    const [ordered, turned, doubled, spread] = [
      '燈塔隧道車輛。',
      '車輛隧道燈塔。',
      '燈塔燈塔燈塔。',
      `燈塔亮${'著'.repeat(30)}隧道長${'長'.repeat(30)}車輛多。`,
    ] as const;
    const { feature } = await measured(ASKED, { paragraphs: [ordered, turned, doubled, spread] });
    const of = (name: string): readonly number[] => [ordered, turned, doubled, spread].map((one) => feature(one, name));
    const [all = 0, back = 0, twice = 0, apart = 0] = of('ordered');
    expect(all).toBeGreaterThan(back);
    expect(apart).toBeGreaterThan(back);
    expect(all).toBeLessThanOrEqual(1);
    const [window = 0, turnedWindow = 0, one = 0, spreadWindow = 0] = of('window');
    expect(window).toBeCloseTo(turnedWindow, 10);
    expect(window).toBeLessThanOrEqual(1);
    expect(one).toBeCloseTo(twice, 10);
    expect(spreadWindow).toBeLessThan(window);
    expect(spreadWindow).toBeGreaterThan(0);
  });

  test('the longest stretch of the question, and of its noun', async () => {
    const [whole, half] = ['燈塔隧道車輛。', '燈塔的隧道裏的車輛。'] as const;
    const { feature } = await measured(ASKED, { paragraphs: [whole, half] });
    expect(feature(whole, 'run')).toBeGreaterThan(feature(half, 'run'));
    expect(feature(half, 'run')).toBeCloseTo(2 / ASKED.length, 10);
    const focus = await measured('哪個大平台停運？', { paragraphs: ['大平台停運。', '平台停運。', '大平原停運。'] });
    expect(focus.feature('大平台停運。', 'focus')).toBe(1);
    expect(focus.feature('平台停運。', 'focus')).toBe(0);
  });

  test('clauses count by themselves', async () => {
    const [one, parted] = ['燈塔隧道車輛多。', '燈塔，隧道，車輛，多。'] as const;
    const { feature } = await measured(ASKED, { paragraphs: [one, parted] });
    expect(feature(one, 'clause')).toBeGreaterThan(feature(parted, 'clause'));
    expect(feature(one, 'clauseCharacters')).toBeGreaterThan(feature(parted, 'clauseCharacters'));
    expect(feature(parted, 'clauseCharacters')).toBeGreaterThan(0);
  });
});

describe('what a sentence says in other words', () => {
  test('counts a little less than the same word', async () => {
    const [same, other, none] = ['警方捉到船長。', '警方拘捕船長。', '船長回家。'] as const;
    const { feature, look } = await measured('邊個捉咗船長？', { paragraphs: [same, other, none] });
    const likely = [same, other, none].map((one) => feature(one, 'likely'));
    expect(likely).toEqual(likely.toSorted((a, b) => b - a));
    expect([same, other, none].map((one) => feature(one, 'inOtherWords') > 0)).toEqual([false, true, false]);
    expect([same, other, none].map((one) => feature(one, 'otherWords'))).toEqual([0, 1, 0]);
    expect([same, none].map((one) => feature(one, 'heaviestOtherWord'))).toEqual([0, 0]);
    expect(feature(other, 'heaviestOtherWord')).toBeGreaterThan(0);
    expect(feature(other, 'heaviestOtherWord')).toBeLessThanOrEqual(1);
    expect(look(same, 'inOtherWords')).toBe(0);
    expect(look(other, 'inOtherWords')).toBeCloseTo(feature(other, 'inOtherWords'), 10);
    expect(look(none, 'likely')).toBeLessThan(look(other, 'likely'));
  });
});

test('how a sentence compares with the others', async () => {
  const [best, good, poor, far] = ['燈塔隧道車輛很多。', '燈塔隧道很長。', '燈塔很高。', '隧道很暗。'] as const;
  const { feature } = await measured('燈塔隧道車輛多少？', { paragraphs: [best, good, poor] }, { paragraphs: [far] });
  const of = (name: string): readonly number[] =>
    [best, good, poor, far].map((one) => feature(one, `characters, ${name}`));
  const value = (one: string): number => feature(one, 'characters');
  expect(of('behind the best')).toEqual([best, good, poor, far].map((one) => value(best) - value(one)));
  expect(of("behind its article's best")).toEqual([0, value(best) - value(good), value(best) - value(poor), 0]);
  expect(feature(best, 'characters, rank')).toBe(0);
  expect(feature(good, 'characters, rank')).toBeCloseTo(Math.log(2), 10);
});

describe('how a sentence matches what is named and asked for', () => {
  test.each<[string, string, string, number]>([
    ['onSubject', '王毅怎樣看渡輪？', '王毅談到渡輪。', 1],
    ['onSubject', '王毅怎樣看渡輪？', '渡輪停航。', 0],
    ['onSubject', '2022年渡輪怎樣？', '2022年渡輪停航。', 0], // a year tells of no subject
    ['onSubject', '三百名船員怎樣看渡輪？', '渡輪有300名船員。', 1],
    ['elseHeld', '王毅怎樣看渡輪？', '渡輪停航。', 1],
    ['elseHeld', '王毅怎樣看渡輪？', '王毅離開。', 0],
    ['act', '王毅要求布林肯做甚麼？', '王毅要求布林肯交還渡輪。', 1],
    ['act', '王毅要求布林肯做甚麼？', '布林肯要求王毅交還渡輪。', -1],
    ['participation', '王毅幾時去白汀？', '王毅5月3日訪問白汀。', 1],
    ['participation', '王毅幾時去白汀？', '王毅訪問白汀。', 0.5],
    ['participation', '王毅幾時去白汀？', '王毅談到白汀。', 0],
    ['participationShare', '王毅幾時去白汀？', '王毅訪問白汀。', 0],
    ['unknownNames', '王毅之友怎樣看渡輪？', '王毅談到渡輪。', 1],
    ['unknownNames', '王毅怎樣看渡輪？', '王毅談到渡輪。', 0],
    ['absentWords', '渡輪怎樣？', '渡輪停航。', 0],
  ])('%s of %s: %s is %d', async (name, question, sentence, value) => {
    const { feature } = await measured(question, { paragraphs: [sentence] });
    expect(feature(sentence, name)).toBeCloseTo(value);
  });

  test('what no article has counts where it is neither a name nor who speaks', async () => {
    const { feature } = await measured('渡輪的煙囪怎樣？', { paragraphs: ['渡輪停航。'] });
    expect(feature('渡輪停航。', 'absentWords')).toBeGreaterThan(0);
  });
});
