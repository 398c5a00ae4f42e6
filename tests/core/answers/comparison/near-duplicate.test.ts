import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { syndicatedFrom } from '../../../../src/core/answers/comparison/near-duplicate.ts';
import { parseOutlets, readCorpus, readGazetteer, type Article } from '../../../../src/core/index.ts';
import { fakeArticle } from '../../../support/fake-library.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

const EVENTS = fileURLToPath(new URL('../../../fixtures/events', import.meta.url));
const names = readGazetteer([
  { kind: 'person', text: '林望舒\n格罗夫\n陈立言\n唐若水' },
  { kind: 'organisation', text: '海州卫生署, 卫生署' },
]);
const { articles } = await readCorpus([EVENTS], { knowledge: shippedKnowledge(parseOutlets('')) });
const reports = articles.filter(({ path }) => !path.endsWith('README.md'));
const toSimplified = Converter({ from: 'hk', to: 'cn' });
const toTraditional = Converter({ from: 'cn', to: 'hk' });

const report = (name: string): Article => {
  const found = reports.find(({ path }) => path.endsWith(`${name}.md`));
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};
const paragraphsOf = ({ text }: Article): string[] => text.split('\n\n');

const wire = report('meeting.riverside');
const [lead = '', second = '', third = '', fourth = '', last = ''] = paragraphsOf(wire);
const printed = (paragraphs: readonly string[], more: Partial<Article> = {}): Article =>
  fakeArticle('printed', paragraphs, { outlet: '別處時報', date: '2024-05-13', ...more });

describe('a text is carried by', () => {
  test.each<[string, Article]>([
    ['a report under another headline', printed(paragraphsOf(wire), { title: '水閘快要重開' })],
    ['one without the last paragraph', printed([lead, second, third, fourth])],
    ['one with a lead of its own', printed(['本報訊　下游農戶終於等到消息。', lead, second, third, fourth, last])],
    ['one in the other script, with other quotation marks', report('meeting.hill')],
    [
      'one with a few words changed',
      printed([lead.replace('鄰國', '接壤的'), second, third, fourth.replace('則指出', '指'), last]),
    ],
  ])('%s', (_, article) => {
    expect(syndicatedFrom(article, [report('meeting.bay'), wire], names)).toBe(wire);
    expect(syndicatedFrom(wire, [article], names)).toBe(article);
  });
});

// A statement that several outlets quote at length, in quotation marks and without them.
const STATEMENT = [
  '衛生署發言人唐若水表示，署方已經在東灣的十二個屋苑放置誘蚊器，並會在未來兩星期內派員逐戶視察，請居民合作打開大門，讓人員檢查花盆和水渠。',
  '唐若水說：「河熱病由蚊子傳播，不會人傳人，市民不必恐慌，但必須倒掉花盆底盤的積水，把水渠清理乾淨，外出時穿長袖衣服，塗上驅蚊劑，如有發燒、頭痛或者關節疼痛，應該立刻求醫，並且告訴醫生自己到過哪裡。」',
  '唐若水又表示，化驗所會在三天之內公布病毒的基因排序結果，屆時就能知道病毒是由旅客帶入，還是早已在本地的蚊子之間流傳。',
];

// One day's report of a series: the words stay, the figures change.
const weather = (id: string, figures: readonly number[], date: string): Article => {
  const [low, high, rain, wind, tide, rate] = figures;
  return fakeArticle(
    id,
    [
      `受高空反氣旋影響，青灣今早天色良好，能見度高，日間天氣乾燥炎熱，入夜後有薄雲，沿岸吹微風，高地清晨有霧，市區的最低氣溫為${low}度。`,
      `午後內陸氣溫急升，曬場和碼頭一帶尤其悶熱，市區的最高氣溫為${high}度，北面山坡下過一陣驟雨，雨量計收集到${rain}毫米雨水，入黑前已經放晴。`,
      `西角燈塔錄得的陣風每小時${wind}公里，港內浪不大，小艇可以照常出海，但上落跳板時仍要小心，黃昏潮水高${tide}米，未有淹浸堤岸。`,
      `氣象台會在午夜前更新預測，屆時再決定是否取消炎熱提示，郊野公園的步道明早照常開放，空氣的相對濕度維持百分之${rate}。`,
    ],
    { date },
  );
};

test('a series is no hindrance where the figures are the same too', () => {
  const figures = [21, 30, 4, 35, 2, 55];
  const [one, other] = [weather('one', figures, '2024-08-05'), weather('other', figures, '2024-08-05')];
  expect(syndicatedFrom(one, [other], names)).toBe(other);
});

describe('a text is not carried by', () => {
  const one = fakeArticle('one', [
    '東灣的河熱病仍未受控，海州衛生署昨晚召開緊急會議，各區代表冒雨趕到總部，會議開到凌晨才散，有人離開時面色凝重，不願透露病人住在哪一座大廈，也不肯說明封區的安排。',
    ...STATEMENT,
  ]);
  const other = fakeArticle(
    'other',
    [
      '記者今早走訪東灣街市，不少檔主戴上手套，把水桶倒扣在門前。賣花的王太說生意少了一半，學校則通知家長下周起停止戶外活動，遊樂場已經圍上膠帶，連巴士站的長椅也噴過藥水。',
      ...STATEMENT,
    ],
    { outlet: '別處時報' },
  );
  test.each<[string, Article, Article]>([
    ['one that quotes the same press release in a report of its own', one, other],
    ['a report of the same event in its own words', wire, report('meeting.bay')],
    ['a report of another meeting that repeats the wording', wire, report('second-meeting.riverside')],
    ['the next day of a series, with other figures', report('fever-monday.riverside'), report('fever-tuesday.bay')],
    [
      'a longer one of a series',
      weather('monday', [21, 30, 4, 35, 2, 55], '2024-08-05'),
      weather('tuesday', [23, 33, 9, 28, 3, 61], '2024-08-06'),
    ],
    ['the same words months later', wire, printed(paragraphsOf(wire), { date: '2024-08-13' })],
    ['itself', wire, wire],
  ])('%s', (_, a, b) => {
    expect(syndicatedFrom(a, [b], names)).toBeNull();
    expect(syndicatedFrom(b, [a], names)).toBeNull();
  });

  test('one that says too little to tell', () => {
    const short = fakeArticle('short', ['本報現正招募記者，有意者請把履歷電郵至編輯部。']);
    expect(syndicatedFrom({ ...short, id: 'copy' as Article['id'] }, [short], names)).toBeNull();
  });
});

test('of several the one that shares most is the origin', () => {
  const cut = printed([
    lead,
    second,
    third,
    fourth,
    '編輯部按：本報記者將繼續跟進青灣水閘的重開安排，並訪問下游各村的農戶。',
  ]);
  const copy = fakeArticle('copy', [lead, second, third, fourth, last], { date: wire.date });
  expect(syndicatedFrom(copy, [cut, wire], names)).toBe(wire);
});

test.each(reports.filter(({ text }) => text.length > 260).map((article) => [article.id as string, article] as const))(
  'a report is a copy of itself in the other script: %s',
  (_, article) => {
    const convert = article.lang === 'zh-Hant' ? toSimplified : toTraditional;
    const converted = fakeArticle('converted', paragraphsOf(article).map(convert), { date: article.date });
    expect(syndicatedFrom(converted, reports, names)?.id).toBe(article.id);
  },
);

test('groups hold each article once, in the order given, and a copy with its origin', () => {
  const copy = printed([lead, second, third, fourth]);
  const pool = [...reports, copy];
  fc.assert(
    fc.property(fc.shuffledSubarray(pool), (some) => {
      const groups = groupByOrigin(some);
      expect(groups.flat().toSorted((a, b) => some.indexOf(a) - some.indexOf(b))).toEqual(some);
      expect(new Set(groups.flat()).size).toBe(some.length);
      const texts = [wire, copy, report('meeting.hill')].filter((article) => some.includes(article));
      expect(groups.filter((group) => group.some((article) => texts.includes(article))).length).toBe(
        Math.min(1, texts.length),
      );
    }),
    { numRuns: 30 },
  );
});

// Every group holds one text, first the one that comes first.
function groupByOrigin(articles: readonly Article[]): readonly (readonly Article[])[] {
  const groups = new Map<Article, Article[]>();
  for (const article of articles) {
    const origin = syndicatedFrom(article, [...groups.keys()], names);
    const group = origin === null ? undefined : groups.get(origin);
    if (group === undefined) groups.set(article, [article]);
    else group.push(article);
  }
  return [...groups.values()];
}
