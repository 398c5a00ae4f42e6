import * as fc from 'fast-check';
import { Converter } from 'opencc-js';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { profileOf, sameEvent, type EventProfile } from '../../../../src/core/answers/comparison/same-event.ts';
import { parseOutlets, readCorpus, readGazetteer, type Article, type Gazetteer } from '../../../../src/core/index.ts';
import { eachTerm, type Term } from '../../../../src/core/index/terms.ts';
import { fakeArticle } from '../../../support/fake-library.ts';
import { shippedKnowledge, shippedNames } from '../../../support/shipped-data.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

const invented = readGazetteer([
  { kind: 'person', text: '林望舒\n格罗夫\n陈立言\n何阿福\n杜若川\n叶维安' },
  { kind: 'place', text: '青湾, 青湾市\n西角\n东湾\n海州\n北原\n松陵' },
  { kind: 'organisation', text: '卫生署\n消防处' },
  { kind: 'word', text: '会谈, 会面, 会晤\n通话, 通电话\n访问, 到访' },
]);
const { articles } = await readCorpus([root('tests/fixtures/events')], {
  knowledge: shippedKnowledge(parseOutlets('')),
});
const reports = articles.filter(({ path }) => !path.endsWith('README.md'));
const eventOf = ({ path }: Article): string => /([\w-]+)\.\w+\.md$/.exec(path)?.[1] ?? path;

/** An inverse document frequency over these articles. */
function profiles(of: readonly Article[], names: Gazetteer): EventProfile[] {
  const held = new Map<Term, number>();
  for (const { title, text } of of) {
    const whole = `${title}\n${text}`;
    const own = new Set<Term>();
    eachTerm(whole, names, (term) => own.add(term));
    for (const term of own) held.set(term, (held.get(term) ?? 0) + 1);
  }
  const weightOf = (term: Term): number => Math.log((of.length + 1) / ((held.get(term) ?? 0) + 0.5));
  return of.map((article) => profileOf(article, { names, weightOf }));
}

const profiled = profiles(reports, invented);
const named = (name: string): EventProfile => {
  const profile = profiled.find(({ article }) => article.path.endsWith(`${name}.md`));
  if (profile === undefined) throw new Error(`There is no ${name}.`);
  return profile;
};
const ids = (groups: readonly (readonly EventProfile[])[]): string[][] =>
  groups.map((group) => group.map(({ article }) => article.id));

describe('two reports', () => {
  test.each<[string, string, string]>([
    ['meeting.riverside', 'meeting.bay', 'two outlets in two scripts, in words of their own'],
    ['meeting.riverside', 'meeting.hill', 'a copy of the next day in the other script'],
    ['call.riverside', 'call.hill', 'a call of the same two people on one day'],
    ['ferry-fire.riverside', 'ferry-fire.bay', 'no person is named, but the place and two figures are the same'],
  ])('%s and %s are of one event: %s', (a, b) => expect(sameEvent(named(a), named(b))).toBe(true));

  test.each<[string, string, string]>([
    ['meeting.bay', 'call.hill', 'the same people met and, two days later, telephoned'],
    ['call.hill', 'visit.bay', 'the call was on the 14th, the visit two days later'],
    ['meeting.hill', 'visit.bay', 'the invitation is no visit'],
    ['meeting.riverside', 'second-meeting.riverside', 'they met again in July, in the same words'],
    ['ferry-fire.bay', 'market-fire.bay', 'another place, the next day'],
    ['fever-monday.riverside', 'fever-tuesday.bay', 'the next day has another count'],
    ['verdict.riverside', 'appeal.hill', 'a case goes on'],
    ['series-one.riverside', 'series-two.riverside', 'two parts of a series'],
  ])('%s and %s are not: %s', (a, b) => expect(sameEvent(named(a), named(b))).toBe(false));

  test('are of one event exactly where their files say so, in whatever order they are compared', () => {
    for (const a of profiled) {
      for (const b of profiled) {
        const expected = eventOf(a.article) === eventOf(b.article);
        expect(sameEvent(a, b), `${a.article.path} ${b.article.path}`).toBe(expected);
      }
    }
  });

  // One report, as another outlet might have it of another event: the words stay the same but for a few.
  const altered = (name: string, change: (text: string) => string, date: string): EventProfile => {
    const { article } = named(name);
    const blocks = [{ kind: 'paragraph' as const, start: 0, end: change(article.text).length }];
    const other = {
      ...article,
      title: change(article.title),
      text: change(article.text),
      outlet: '別處時報',
      date,
      blocks,
    };
    const [profile] = profiles([other, ...reports], invented);
    if (profile === undefined) throw new Error('There is no profile.');
    return profile;
  };
  test.each<[string, string, (text: string) => string, string, boolean]>([
    ['nothing', 'meeting.riverside', (text) => text, '2024-05-12', true],
    ['the days', 'meeting.riverside', (text) => text.replace('5月11日及12日', '5月8日及9日'), '2024-05-12', false],
    ['a day, as time zones do', 'meeting.riverside', (text) => text.replace('11日及12日', '13日'), '2024-05-13', true],
    ['how they met', 'call.riverside', (text) => text.replaceAll('通電話', '見面'), '2024-05-14', false],
    ['with whom', 'meeting.riverside', (text) => text.replaceAll('格羅夫', '杜若川'), '2024-05-12', false],
    ['where', 'ferry-fire.riverside', (text) => text.replaceAll('西角', '東灣'), '2024-06-02', false],
    [
      'the stage',
      'verdict.riverside',
      (text) => text.replace(/罪成　?/g, '被控').replaceAll('判囚三年', '案提堂'),
      '2024-09-10',
      false,
    ],
    ['the day of publication, soon', 'verdict.riverside', (text) => text, '2024-09-13', true],
    ['the day of publication, later', 'verdict.riverside', (text) => text, '2024-09-17', false],
  ])('that differ in %s', (_, name, change, date, same) => {
    expect(sameEvent(named(name), altered(name, change, date))).toBe(same);
  });

  test('of a meeting to come may be of any step on the way to it', () => {
    const [one, other] = ['meeting.riverside', 'meeting.bay'].map((name) =>
      altered(name, (text) => text, '2024-05-09'),
    );
    if (one === undefined || other === undefined) throw new Error('There are no profiles.');
    expect(sameEvent(one, { ...other, article: { ...other.article, outlet: '海湾晚报' } })).toBe(false);
  });

  test('without a day of publication need a day of the event that both give', () => {
    const dateless = (name: string, text: string): EventProfile => {
      const { article } = named(name);
      const [profile] = profiles(
        [{ ...article, date: null, text, blocks: [{ kind: 'paragraph', start: 0, end: text.length }] }, ...reports],
        invented,
      );
      if (profile === undefined) throw new Error('There is no profile.');
      return profile;
    };
    const { text } = named('ferry-fire.riverside').article;
    const dated = `2024年6月2日，${text}`;
    expect(sameEvent(dateless('ferry-fire.riverside', text), dateless('ferry-fire.riverside', text))).toBe(false);
    expect(sameEvent(dateless('ferry-fire.riverside', dated), dateless('ferry-fire.riverside', dated))).toBe(true);
  });

  test('of the articles that ship, only those on the meeting of October 2023 are of one event', async () => {
    const shipped = await readCorpus([root('corpus')], { knowledge: shippedKnowledge() });
    const groups = ids(groupByEvent(profiles(shipped.articles, shippedNames())));
    expect(groups.filter((group) => group.length > 1)).toEqual([
      ['2023-10-28-epochtimes-blinken-wang-conflicts', '2023-10-28-rfa-blinken-wang-washington'],
    ]);
  });
});

describe('a report in the other script', () => {
  const toSimplified = Converter({ from: 'hk', to: 'cn' });
  const toTraditional = Converter({ from: 'cn', to: 'hk' });
  test.each(reports.map((article) => [article.path.split('/').at(-1) ?? '', article] as const))(
    'of another outlet is of the same event: %s',
    (_, article) => {
      const convert = article.lang === 'zh-Hant' ? toSimplified : toTraditional;
      const text = convert(article.text);
      const other = { ...article, outlet: '別處時報', title: convert(article.title), text };
      const [a, b] = profiles([article, other, ...reports], invented);
      if (a === undefined || b === undefined) throw new Error('There are no profiles.');
      expect(text).toHaveLength(article.text.length);
      expect(sameEvent(a, b)).toBe(true);
    },
  );
});

describe('groups', () => {
  test('hold the reports of one event', () => {
    const groups = groupByEvent(profiled).map((group) => new Set(group.map(({ article }) => eventOf(article))));
    for (const events of groups) expect(events.size).toBe(1);
    expect(groups).toHaveLength(new Set(reports.map(eventOf)).size);
  });

  test('do not chain: any two of a group are of one event, and every report is in one group', () => {
    // Sentences that drift from one story to another, as the reports of a week do.
    const words = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];
    const drifting = fc.array(fc.record({ from: fc.nat(8), day: fc.integer({ min: 1, max: 5 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(drifting, (drifts) => {
        const list = drifts.map(({ from, day }, i) =>
          fakeArticle(
            `drift-${i}`,
            [
              words
                .slice(from, from + 12)
                .join('')
                .repeat(2),
            ],
            {
              title: words.slice(from, from + 6).join(''),
              outlet: `outlet ${i}`,
              date: `2024-05-0${day}`,
            },
          ),
        );
        const all = profiles(list, invented);
        const groups = groupByEvent(all);
        expect(ids(groups).flat().sort()).toEqual(list.map(({ id }) => id as string).sort());
        for (const group of groups)
          for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) expect(sameEvent(a, b)).toBe(true);
        for (const a of all) for (const b of all) expect(sameEvent(a, b)).toBe(sameEvent(b, a));
      }),
      { numRuns: 100 },
    );
  });
});

// Any two of a group are of the same event, so that a chain of reports that drift apart does not become one.
function groupByEvent(all: readonly EventProfile[]): readonly (readonly EventProfile[])[] {
  const groups: EventProfile[][] = [];
  for (const profile of all) {
    const group = groups.find((members) => members.every((member) => sameEvent(member, profile)));
    if (group === undefined) groups.push([profile]);
    else group.push(profile);
  }
  return groups;
}
