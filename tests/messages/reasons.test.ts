import { describe, expect, it, test } from 'vitest';
import type { AboutReason, Answer, Gap, InterfaceLang, RejectionReason, Slot } from '../../src/core/index.ts';
import { catalogue, reasonOf, rejectionSentence } from '../../src/messages/index.ts';
import { fakeNotFound } from '../support/fake-library.ts';

const LANGS: readonly InterfaceLang[] = ['zh-Hant', 'zh-Hans', 'en'];

const inEach = (sentence: (lang: InterfaceLang) => string | null): (string | null)[] => LANGS.map(sentence);

test.each<[RejectionReason, readonly string[]]>([
  [{ code: 'empty' }, []],
  [{ code: 'no-words' }, []],
  [{ code: 'too-long', length: 1234, limit: 1000 }, ['1234', '1000']],
  [{ code: 'bad-date', given: '13月' }, ['13月']],
  [{ code: 'dates-reversed', since: '2024-06-01', until: '2024-01-31' }, ['2024-06-01', '2024-01-31']],
  [{ code: 'unknown-outlet', given: '火星報', known: ['山城日報', '海灣晚報'] }, ['火星報', '山城日報', '海灣晚報']],
  [{ code: 'unknown-author', given: '王大文', known: ['周可晴'] }, ['王大文', '周可晴']],
  [{ code: 'unknown-tag', given: '體育', known: ['文化'] }, ['體育', '文化']],
])('%j is one sentence in each language, with its values', (reason, values) => {
  const sentences = inEach((lang) => rejectionSentence(reason, lang));
  expect(new Set(sentences).size).toBe(3);
  for (const sentence of sentences) for (const value of values) expect(sentence).toContain(value);
  const rejected = { ...fakeNotFound(), kind: 'rejected', reason, lang: 'en' } as Answer;
  expect(reasonOf(rejected)).toBe(sentences[2]);
});

test.each(['no-context', 'no-subject', 'no-more', 'no-reports'] as const)(
  '%s has a sentence of its own in each language',
  (code) => {
    const sentences = inEach((lang) => reasonOf(fakeNotFound({ reason: { code }, lang })));
    expect(new Set(sentences).size).toBe(3);
    expect(sentences).not.toContain(null);
  },
);

it('an answer without a reason has no sentence', () => expect(reasonOf(fakeNotFound())).toBeNull());

describe('about the archive', () => {
  const facts = { articles: 42, outlets: ['山城日報', '海灣晚報'], since: '2021-02-03', until: '2024-05-06' };
  const said = (code: AboutReason['code']): (string | null)[] => inEach((lang) => catalogue(lang).about[code](facts));

  test.each<[AboutReason['code'], readonly string[]]>([
    ['articles', ['42', '2']],
    ['outlets', ['山城日報', '海灣晚報']],
    ['days', ['2021-02-03', '2024-05-06']],
    ['subjects', ['42']],
    ['identity', ['Readout']],
    ['wrong', []],
    ['certain', []],
  ])('%s', (code, values) => {
    const sentences = said(code);
    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) for (const value of values) expect(sentence).toContain(value);
  });

  test('who said what was quoted, or that the report does not say', () => {
    const [one, none] = [
      { speaker: '林望舒', outlet: '山城日報', date: '2024-05-06' },
      { speaker: null, outlet: '海灣晚報', date: null },
    ];
    for (const sentence of inEach((lang) => catalogue(lang).saidBy([one, none, one])))
      expect(sentence).toMatch(/林望舒.*山城日報.*2024-05-06/u);
    for (const sentence of inEach((lang) => catalogue(lang).saidBy([none]))) expect(sentence).toContain('海灣晚報');
    expect(new Set(inEach((lang) => catalogue(lang).saidBy([one]))).size).toBe(3);
    expect(new Set(inEach((lang) => catalogue(lang).writtenBy(null))).size).toBe(3);
    expect(catalogue('en').writtenBy('林望舒')).toBe('by 林望舒');
  });

  it('without days says so', () =>
    expect(catalogue('en').about.days({ ...facts, since: null, until: null })).toBe(
      'The reports in this corpus have no dates.',
    ));
});

describe('the gap', () => {
  const said = (gap: Gap): string[] => LANGS.map((lang) => catalogue(lang).gap(gap));

  const speaker = { slot: 'speaker', value: '沈若海' } as const;
  const topics = [
    { slot: 'topic', value: '渡輪' },
    { slot: 'topic', value: '加價' },
  ] as const;

  it('names what somebody is quoted on, which others may well be', () =>
    expect(said({ has: [speaker], lacks: topics })).toEqual([
      '報道引述了沈若海，但引文沒有談及「渡輪」、「加價」。',
      '报道引述了沈若海，但引文没有谈到“渡輪”、“加價”。',
      'The coverage quotes 沈若海, but not on “渡輪” or “加價”.',
    ]));

  it('names what the coverage tells of, and what it does not', () =>
    expect(said({ has: topics.slice(0, 1), lacks: topics.slice(1) })).toEqual([
      '報道提及「渡輪」，但沒有提及「加價」。',
      '报道提到“渡輪”，但没有提到“加價”。',
      'The coverage mentions “渡輪”, but has nothing on “加價”.',
    ]));

  it('names all that is lacking', () =>
    expect(said({ has: [speaker], lacks: [...topics.slice(1), { slot: 'day', value: '2015' }] })).toEqual([
      '報道引述了沈若海，但引文沒有談及「加價」，也沒有2015的內容。',
      '报道引述了沈若海，但引文没有谈到“加價”，也没有2015的内容。',
      'The coverage quotes 沈若海, but not on “加價”, and has nothing from 2015.',
    ]));

  it('names only what is lacking where it has nothing', () =>
    expect(said({ has: [], lacks: [{ slot: 'speaker', value: '沈若海' }] })).toEqual([
      '報道沒有引述沈若海。',
      '报道没有引述沈若海。',
      'The coverage has nothing in the words of 沈若海.',
    ]));

  const SLOTS: readonly Slot[] = [
    'speaker',
    'act',
    'addressee',
    'topic',
    'wanted',
    'number',
    'day',
    'outlet',
    'negation',
  ];
  test.each(SLOTS)('has words for the slot %s, had and lacked', (slot) => {
    for (const sentence of said({ has: [{ slot, value: 'FIRST' }], lacks: [{ slot, value: 'SECOND' }] }))
      expect(sentence).toMatch(/FIRST.*SECOND/u);
  });
});

describe('a period', () => {
  const said = (since: string, until: string): string[] => LANGS.map((lang) => catalogue(lang).period(since, until));

  test.each([
    ['2024-02-01', '2024-02-29', ['2024年2月', '2024年2月', 'February 2024']],
    ['2024-12-01', '2024-12-31', ['2024年12月', '2024年12月', 'December 2024']],
    ['2024-01-01', '2024-12-31', ['2024年', '2024年', '2024']],
    ['2024-02-03', '2024-02-03', ['2024-02-03', '2024-02-03', '2024-02-03']],
    ['2024-02-01', '2024-02-28', ['2024-02-01 至 2024-02-28', '2024-02-01 至 2024-02-28', '2024-02-01 to 2024-02-28']],
    ['2023-01-01', '2024-12-31', ['2023-01-01 至 2024-12-31', '2023-01-01 至 2024-12-31', '2023-01-01 to 2024-12-31']],
    ['2024-01-02', '2024-01-31', ['2024-01-02 至 2024-01-31', '2024-01-02 至 2024-01-31', '2024-01-02 to 2024-01-31']],
  ])('from %s to %s is told in as few words as can be', (since, until, told) =>
    expect(said(since, until)).toEqual(told),
  );
});
