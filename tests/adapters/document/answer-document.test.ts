import { describe, expect, it, test } from 'vitest';
import { answerDocument } from '../../../src/adapters/document/answer-document.ts';
import { quotationsOf, type Block, type Document } from '../../../src/adapters/document/blocks.ts';
import { renderAnswer as reply } from '../../../src/adapters/chat/render-answer.ts';
import { renderAnswer as renderForDiscord } from './for-discord.ts';
import { renderAnswer as renderForTelegram } from './for-telegram.ts';
import { renderAnswer as renderForTerminal } from '../../../src/adapters/terminal/render-answer.ts';
import { numberedArticles } from '../../../src/adapters/numbered.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import type { About, Answer, NotFound, Point } from '../../../src/core/index.ts';
import {
  fakeAnswer,
  fakeArticle,
  fakeComparison,
  fakeHeadline,
  fakeNotFound,
  fakePoint,
} from '../../support/fake-library.ts';

const ferry = fakeArticle('ferry', ['沈若海強調，渡輪不會加價。'], { outlet: '海灣晚報' });
const bridge = fakeArticle('bridge', ['他說大橋週五重開。'], { outlet: '山城日報' });

const answerWith = (...points: Point[]) => fakeAnswer([ferry, bridge], { points, lang: 'zh-Hant' });

const shape = ({ sections }: Document): string[][] =>
  sections.map((section) =>
    section.map((block: Block) => {
      switch (block.kind) {
        case 'text':
          return `${block.role}: ${block.text}`;
        case 'quotation':
          return `${block.role} ${block.number}`;
        case 'entry':
          return `entry ${block.number}`;
        case 'reading':
          return `reading ${block.text}`;
      }
    }),
  );

/** The answer on all platforms, as texts that a reader sees. */
const everywhere = (answer: Answer): string[] => [
  renderForTerminal(answer, PLAIN),
  renderForTelegram(answer),
  renderForDiscord(answer),
];

it('a number stands for one article: what is nearest is numbered on from the sources, and no source is named twice', () => {
  const [nearest, far] = [fakeHeadline(bridge), { ...fakeHeadline(fakeArticle('far', ['x'])), digest: true }];
  const answer = fakeNotFound({
    leads: [fakePoint(ferry, 1)],
    citations: fakeAnswer([ferry]).citations,
    nearest: [fakeHeadline(ferry), nearest],
    unfiltered: [far],
  });
  expect(
    shape(answerDocument(answer))
      .flat()
      .filter((line) => line.startsWith('entry')),
  ).toEqual(['entry 2', 'entry 3']);
  expect([...numberedArticles(answer)]).toEqual([
    [1, ferry.id],
    [2, bridge.id],
    [3, far.articleId],
  ]);
  for (const text of everywhere(answer)) expect(text).toMatch(/3\S? ?.*digest of 自由亚洲电台/);
});

describe('the name of a speaker', () => {
  const speakers = (speaker: string, quote: string, reportedBy: string | null = null): (string | null)[] =>
    answerDocument(answerWith({ ...fakePoint(ferry, 1), speaker, quote, reportedBy }))
      .sections.flat()
      .map((block) => (block.kind === 'quotation' ? block.speaker : null));

  test.each([
    ['沈若海', '沈若海強調，渡輪不會加價。'],
    ['沈若海', '渡輪公司發言人沈若海強調，渡輪不會加價。'],
    ['沈若海', '海灣渡輪公司董事局主席辦公室高級顧問沈若海強調，渡輪不會加價。'],
    ['沈若海', '沈若海：「渡輪不會加價。」'],
    ['Nora Whitfield', 'Nora Whitfield said the ferry will run.'],
    ['罗远山', '羅遠山表示，渡輪不會加價。'],
    ['安德里·沈若海', '沈若海強調，渡輪不會加價。'],
    ['安德里‧沈若海', '沈若海強調，渡輪不會加價。'],
    ['沈若海', '據渡輪公司網站，沈若海強調，渡輪不會加價。'],
    ['沈若海', '渡輪不會加價，沈若海強調。'],
    ['沈若海', '渡輪公司主席（運輸）沈若海強調，渡輪不會加價。'],
    ['海灣渡輪公司', '渡輪公司說，渡輪不會加價。'],
  ])('%s is not said again before 「%s」', (speaker, quote) => expect(speakers(speaker, quote)).toEqual([null]));

  test.each([
    ['沈若海', '渡輪不會加價。'],
    [
      '沈若海',
      '渡輪不會加價，航線也不會減少，班次和船隻在往後三年都一如現在，船員的工時和月台的安排亦然，沈若海強調。',
    ],
    ['海灣渡輪公司', '公司說，渡輪不會加價。'],
    ['沈若海', '「沈若海」號渡輪不會加價。'],
    ['沈若海', '這一家渡輪公司在海灣的一切航線往後都不會像上次那樣受沈若海影響。'],
  ])('%s is said before 「%s」', (speaker, quote) => expect(speakers(speaker, quote)).toEqual([speaker]));

  it('is said with whoever reports it', () =>
    expect(speakers('沈若海', '沈若海強調，渡輪不會加價。', '河畔社')).toEqual(['沈若海（據河畔社）']));

  test.each([
    ['河畔社報道，沈若海強調，渡輪不會加價。', null],
    ['河畔社引述沈若海稱，渡輪不會加價。', null],
    ['據河畔社，渡輪不會加價，沈若海說。', '沈若海（據河畔社）'],
    ['「河畔社」一文說，沈若海反對加價。', '沈若海（據河畔社）'],
  ])('is said with whoever reports it, unless the quote begins with both: %s', (quote, expected) =>
    expect(speakers('沈若海', quote, '河畔社')).toEqual([expected]),
  );
});

describe('quotes in another language than the asker has', () => {
  const quoted = { ...fakePoint(ferry, 1), speaker: '沈若海', quote: '沈若海強調，渡輪不會加價。' };
  const localNames = { 沈若海: 'Shen Ruohai', 海灣晚報: 'Bay Evening Post' };
  const answer = fakeAnswer([ferry], { points: [quoted], lang: 'en', localNames });

  it('are said to be in it, once, with the names that the asker knows', () => {
    for (const text of everywhere(answer)) {
      expect(text.split('The quotes are in Chinese').length).toBe(2);
      expect(text).toMatch(/Shen Ruohai \\?\(沈若海/u);
      expect(text).toMatch(/Bay Evening Post \\?\(海灣晚報/u);
    }
  });

  it('are set side by side under the names that the asker knows', () => {
    const compared = { ...fakeComparison([ferry]), lang: 'en', localNames } as const;
    for (const text of everywhere(compared)) expect(text).toMatch(/^[^S]*Bay Evening Post \\?\(海灣晚報[^]*Sources/u);
  });

  it('are said by those whom the asker knows by other names', () => {
    const said = [{ speaker: '沈若海', outlet: '海灣晚報', date: null }];
    for (const text of everywhere({ ...answer, said, polarity: 'yes' })) {
      expect(text).toMatch(/said by: Shen Ruohai \\?\(沈若海\\?\), in Bay Evening Post/u);
      expect(text).not.toMatch(/^\W*Yes\W*$/mu);
    }
  });

  it('of an outlet are not said to be by it below its name', () => {
    const points = [{ ...quoted, speaker: '海灣晚報' }];
    const compared = { ...fakeComparison([ferry]), outlets: [{ outlet: '海灣晚報', points, only: [], copyOf: null }] };
    const shown = quotationsOf(answerDocument({ ...compared, lang: 'en', localNames }));
    expect(shown.map(({ speaker }) => speaker)).toEqual([null]);
  });

  it('are said to be in it in Chinese as well', () => {
    const english = { ...quoted, quote: 'The fare stays as it is.', speaker: null };
    expect(answerDocument(answerWith(english)).notes).toEqual(['引文照原文為英文。']);
  });

  it('are not where one of them is in the asker’s', () => {
    const english = { ...quoted, quote: 'The fare stays as it is.' };
    expect(answerDocument(fakeAnswer([ferry], { points: [quoted, english], lang: 'en' })).notes).toEqual([]);
    expect(answerDocument(answerWith(quoted)).notes).toEqual([]);
  });
});

it('says yes or no before the first quotation', () => {
  const answer = { ...answerWith(fakePoint(ferry, 1), fakePoint(bridge, 2)), polarity: 'no' } as const;
  expect(shape(answerDocument(answer))).toEqual([['heading: 否', 'point 1'], ['point 2']]);
  for (const text of everywhere(answer)) expect(text).toMatch(/否[^他]*渡輪不會加價/u);
});

it('shows what a quotation leans on before it', () => {
  const before = { quote: '沈若海昨日巡視大橋。', start: 0, end: 10 };
  for (const text of everywhere(answerWith({ ...fakePoint(bridge, 2), before })))
    expect(text).toMatch(/沈若海昨日巡視大橋。[^他]*他說大橋週五重開。/u);
});

it('does not show again before a quotation what another says, which comes first', () => {
  const article = fakeArticle('bridge', ['沈若海昨日巡視大橋。他說大橋週五重開。'], { outlet: '山城日報' });
  const before = { quote: '沈若海昨日巡視大橋。', start: 0, end: 10 };
  const above = { ...fakePoint(article, 1), quote: before.quote, start: 0, end: 10 };
  const below = { ...fakePoint(article, 1), quote: '他說大橋週五重開。', start: 10, end: 19, before };
  const other = { ...fakePoint(article, 1), quote: '大橋', start: 13, end: 15 };
  const shown = (points: readonly Point[], polarity: 'yes' | null = null) =>
    quotationsOf(answerDocument({ ...fakeAnswer([article], { points }), polarity })).map((block) => [
      block.before,
      block.quote,
    ]);
  const [alone, dependent] = [
    [null, above.quote],
    [null, below.quote],
  ];
  expect(shown([above, below])).toEqual([alone, dependent]);
  expect(shown([below, above])).toEqual([alone, dependent]);
  expect(shown([above, other, below])).toEqual([alone, [null, '大橋'], dependent]);
  // What says yes stays first.
  expect(shown([below, above], 'yes')).toEqual([[before.quote, below.quote], alone]);
  expect(shown([{ ...above, citation: 2 }, below])).toEqual([alone, [before.quote, below.quote]]);
  expect(
    shown([
      { ...below, part: 0 },
      { ...above, part: 1 },
    ]),
  ).toEqual([[before.quote, below.quote], alone]);
});

it('puts the items of one list below its heading, and others on their own', () => {
  const item = (at: number): Point => ({ ...fakePoint(ferry, 1), section: '三項措施', start: at, end: at + 3 });
  const answer = answerWith(item(0), item(3), fakePoint(bridge, 2), { ...fakePoint(bridge, 2), section: '背景' });
  expect(shape(answerDocument(answer))).toEqual([['label: 三項措施', 'item 1', 'item 2'], ['point 3'], ['point 4']]);
});

it('tells apart which of several questions a quotation answers', () => {
  const answer = answerWith({ ...fakePoint(ferry, 1), part: 0 }, { ...fakePoint(bridge, 2), part: 1 });
  expect(shape(answerDocument(answer))).toEqual([
    ['heading: 問題 1', 'point 1'],
    ['heading: 問題 2', 'point 2'],
  ]);
});

it('says which of several questions nothing answers, where it stands among them', () => {
  const [first, second] = [
    { ...fakePoint(ferry, 1), part: 0 },
    { ...fakePoint(bridge, 2), part: 2 },
  ];
  const none = 'sentence: 資料庫內的報道沒有這個問題的答案。';
  expect(shape(answerDocument({ ...answerWith(first, second), unanswered: [1] }))).toEqual([
    ['heading: 問題 1', 'point 1'],
    ['heading: 問題 2', none],
    ['heading: 問題 3', 'point 2'],
  ]);
  expect(shape(answerDocument({ ...answerWith(second), polarity: 'yes', unanswered: [0, 1] }))).toEqual([
    ['heading: 問題 1', none],
    ['heading: 問題 2', none],
    ['heading: 是', 'heading: 問題 3', 'point 1'],
  ]);
});

describe('not found', () => {
  const lacking = fakeNotFound({
    lang: 'en',
    gap: { has: [{ slot: 'speaker', value: '沈若海' }], lacks: [{ slot: 'topic', value: '隧道' }] },
    leads: [fakePoint(ferry, 1)],
    citations: fakeAnswer([ferry]).citations,
    unmatched: ['隧道'],
  });

  it('says once what the coverage has and lacks, and shows what is near as no answer, with its source', () => {
    for (const text of everywhere(lacking)) {
      expect(text).toContain('The coverage quotes 沈若海, but not on “隧道”.');
      expect(text).toMatch(/Near, but not an answer:[^]*渡輪不會加價[^]*Sources[^]*海灣晚報/u);
      expect(text.match(/隧道/gu)).toHaveLength(1);
    }
  });

  it.each([['隧'], ['海底隧道']])('does not name %s once more, of what it says is lacking', (word) => {
    const [text] = everywhere({ ...lacking, unmatched: [word] });
    expect(text).not.toContain('Not mentioned anywhere');
  });

  it('names the days that are lacking in words of its own', () => {
    const gap = { has: [{ slot: 'speaker', value: '沈若海' }], lacks: [{ slot: 'day', value: 'in 2015' }] } as const;
    const filters = { outlet: null, since: '2015-01-01', until: '2015-12-31' };
    const [text] = everywhere(fakeNotFound({ lang: 'en', gap, filters }));
    expect(text).toContain('The coverage quotes 沈若海, but has nothing from 2015.');
    const [open] = everywhere(fakeNotFound({ lang: 'en', gap, filters: { ...filters, until: null } }));
    expect(open).toContain('but has nothing from in 2015.');
  });

  it('says that what is near is in another language, where that stands', () => {
    const { notes, sections } = answerDocument(lacking);
    expect(notes).toEqual([]);
    expect(shape({ ...answerDocument(lacking), sections })[1]).toEqual([
      'sentence: Near, but not an answer:',
      'label: The quotes are in Chinese, as the reports have them.',
      'lead 1',
    ]);
  });

  it('calls outlets by the names that the asker knows, wherever they stand', () => {
    const localNames = { 海灣晚報: 'Bay Evening Post' };
    const nearest = [{ articleId: ferry.id, title: '渡輪', outlet: '海灣晚報', date: null }];
    const filters = { outlet: '海灣晚報', since: null, until: null };
    for (const text of everywhere(fakeNotFound({ lang: 'en', localNames, nearest, filters })))
      expect(text.match(/Bay Evening Post/gu)).toHaveLength(2);
  });

  it('says of the outlet that was asked for what its reports have', () => {
    const outlet = { slot: 'outlet', value: '海灣晚報' } as const;
    const topic = { slot: 'topic', value: '隧道' } as const;
    const of = (lang: 'en' | 'zh-Hant', gap: NonNullable<NotFound['gap']>) =>
      renderForTerminal(fakeNotFound({ lang, gap, localNames: { 海灣晚報: 'Bay Evening Post' } }), PLAIN);
    const speaker = { slot: 'speaker', value: '沈若海' } as const;
    expect(of('en', { has: [speaker, outlet], lacks: [topic] })).toContain(
      'The coverage by Bay Evening Post (海灣晚報) quotes 沈若海, but not on “隧道”.',
    );
    expect(of('en', { has: [outlet], lacks: [topic] })).toContain('(海灣晚報) has nothing on “隧道”.');
    expect(of('zh-Hant', { has: [outlet], lacks: [topic] })).toMatch(/的報道沒有提及「隧道」。/u);
  });

  it('says of each quote that is near why it is no answer, where words of somebody were asked for', () => {
    const leads = [
      { ...fakePoint(ferry, 1), of: 'speaker' },
      { ...fakePoint(bridge, 2), of: 'subject' },
    ] as const;
    for (const text of everywhere({ ...lacking, leads, citations: fakeAnswer([ferry, bridge]).citations }))
      expect(text).toMatch(
        /On other matters:[^]*渡輪不會加價[^]*On the subject, but not in their words:[^]*大橋週五重開/u,
      );
  });

  it('still names other words that are nowhere', () => {
    const [text] = everywhere({ ...lacking, unmatched: ['隧道', '鯨魚'] });
    expect(text).toContain('Not mentioned anywhere in the corpus: 鯨魚.');
  });
});

it('says that part of the archive is missing', () => {
  for (const text of everywhere({ ...answerWith(fakePoint(ferry, 1)), partial: true }))
    expect(text).toContain('沒有回應');
});

it('says below everything, once, that a model chose, and nothing of that where none did', () => {
  const answer = answerWith(fakePoint(ferry, 1));
  const reader = { model: 'small', ms: 5, tokens: 100 };
  for (const text of everywhere({ ...answer, reader })) expect(text).toMatch(/海灣晚報[^]*◇ 經語言模型判讀$/u);
  for (const text of everywhere({ ...fakeNotFound({ lang: 'en' }), reader })) expect(text).toMatch(/◇ read by/u);
  for (const text of everywhere(answer)) expect(text).not.toContain('◇');
});

it('says of part of an archive that it has no answer, and nothing of what it lacks', () => {
  const gap = { has: [{ slot: 'speaker', value: '沈若海' }], lacks: [{ slot: 'topic', value: '隧道' }] } as const;
  for (const text of everywhere(fakeNotFound({ lang: 'en', gap, unmatched: ['隧道'], partial: true }))) {
    expect(text).toContain('Part of the archive did not respond');
    expect(text).toContain('The part of the archive that responded does not answer that.');
    expect(text).not.toContain('The coverage');
    expect(text).toContain('Not mentioned anywhere in the corpus: 隧道.');
  }
});

it('answers a question on the archive with its facts', () => {
  const about: About = {
    ...fakeNotFound({ lang: 'en' }),
    kind: 'about',
    reason: { code: 'outlets' },
    facts: { articles: 3, outlets: ['海灣晚報', '山城日報'], since: null, until: null },
    localNames: { 山城日報: 'Hill Daily' },
  };
  for (const text of everywhere(about))
    expect(text).toMatch(/The corpus has 3 articles from 2 outlets: 海灣晚報, Hill Daily \\?\(山城日報\)\./u);
});

describe('the same fact in another article', () => {
  const other = fakeArticle('ferry-2', ['沈若海強調，渡輪不會加價。'], { outlet: '河畔日報' });
  const answerOf = (more: Partial<Point>) => {
    const repeated = { ...fakePoint(other, 2), sameAs: 0, ...more };
    return fakeAnswer([ferry, other], { points: [fakePoint(ferry, 1), repeated], lang: 'zh-Hant' });
  };

  it('is quoted once, with both sources, where the words are the same', () => {
    for (const text of everywhere(answerOf({}))) {
      expect(text.match(/渡輪不會加價/gu)).toHaveLength(1);
      expect(text).toMatch(/加價。」? \\?\[1\\?\] \\?\[2\\?\]/u);
      expect(text).toMatch(/海灣晚報[^]*河畔日報/u);
      expect(text).not.toContain('另有報道');
    }
  });

  it('can be seen in its context in both', () => {
    const { menus = [] } = reply(answerOf({}), { level: 0, isNumbered: true, isPrivate: false });
    const choices = menus.find(({ of }) => of === 'quotes')?.choices.map(({ short, cites }) => [short, cites]);
    expect(choices).toEqual([
      ['前後文', 1],
      ['[2] 前後文', 2],
    ]);
  });

  it.each<[string, Partial<Point>]>([
    ['the words are others', { quote: '沈若海說，渡輪不加價。' }],
    ['somebody else says it', { speaker: '羅遠山' }],
    ['somebody else reports it', { reportedBy: '河畔社' }],
    ['it leans on what stands before it', { before: { quote: '渡輪昨日停航。', start: 0, end: 7 } }],
  ])('is quoted again where %s', (_, more) => {
    for (const text of everywhere(answerOf(more))) expect(text).toContain('另有報道');
  });
});
