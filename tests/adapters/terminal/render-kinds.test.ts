import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../src/adapters/terminal/render-answer.ts';
import { catalogue } from '../../../src/messages/index.ts';
import { PLAIN } from '../../../src/adapters/terminal/view.ts';
import { displayWidth } from '../../../src/adapters/terminal/width.ts';
import {
  fakeAnswer,
  fakeArticle,
  fakeComparison,
  fakeHeadline,
  fakeListing,
  fakeNotFound,
  fakePoint,
  fakeTimeline,
} from '../../support/fake-library.ts';

const bay = fakeArticle('bay', ['林海晴說，大橋週五重開。', '橋墩沒有損壞。'], { outlet: '海灣晚報', url: null });
const river = fakeArticle('river', ['大桥周五重开。'], { outlet: '河畔日报', url: null, digest: true });
const hill = fakeArticle('hill', ['The bridge opens on Friday.'], { outlet: 'Hill News', url: null });

const sourcesFor = (articles: readonly { readonly outlet: string | null; readonly title: string }[]): string[] => [
  'Sources',
  ...articles.map(({ outlet, title }, at) => `[${at + 1}] ${outlet} · 2023-06-14 · ${title}`),
];

describe('a comparison', () => {
  it('sets each outlet’s quotes below its name, what only it says last, and says who is silent in this corpus', () => {
    const own = { ...fakePoint(bay, 1), quote: '橋墩沒有損壞。', start: 15, end: 22 };
    const said = fakePoint(bay, 1, { speaker: '林海晴', reportedBy: '港務局' });
    const answer = fakeComparison([bay, hill], {
      outlets: [
        { outlet: '海灣晚報', points: [own, said], only: [0], copyOf: null },
        { outlet: 'Hill News', points: [fakePoint(hill, 2)], only: [], copyOf: null },
      ],
      silent: ['河畔日报', '山城新聞'],
    });
    expect(renderAnswer(answer, PLAIN)).toBe(
      [
        '海灣晚報',
        '  - 林海晴, reported by 港務局: “林海晴說，大橋週五重開。” [1]',
        '  Only here:',
        '    - “橋墩沒有損壞。” [1]',
        '',
        'Hill News',
        '  - “The bridge opens on Friday.” [2]',
        '',
        'Nothing on this in this corpus from: 河畔日报, 山城新聞.',
        '',
        ...sourcesFor([bay, hill]),
      ].join('\n'),
    );
  });

  it('labels digests and copies', () => {
    const answer = fakeComparison([bay, river], {
      lang: 'zh-Hant',
      outlets: [
        { outlet: '海灣晚報', points: [fakePoint(bay, 1)], only: [], copyOf: null },
        { outlet: '河畔日报', points: [fakePoint(river, 2)], only: [], copyOf: '海灣晚報' },
      ],
    });
    expect(renderAnswer(answer, PLAIN)).toContain('\n\n河畔日报（摘要）（內文與海灣晚報幾乎相同）\n  - 「大桥');
  });

  it('sets what differs side by side, with the sources', () => {
    const reading = { quote: '', start: 0, end: 0 };
    const answer = fakeComparison([bay, hill], {
      lang: 'zh-Hans',
      differences: [
        {
          of: 'figure',
          readings: [
            { ...reading, outlet: '海灣晚報', text: '七小時', citation: 1 },
            { ...reading, outlet: 'Hill News', text: 'five hours', citation: 2 },
          ],
        },
      ],
    });
    expect(renderAnswer(answer, PLAIN)).toContain(
      '\n数字不同：\n  - 海灣晚報：七小時 [1]\n  - Hill News：five hours [2]\n',
    );
  });
});

describe('a timeline', () => {
  it('has a heading for each day, tells days of reports from days of events, and adds who else reported it', () => {
    const [first, second] = fakeTimeline([bay, hill]).events;
    if (first === undefined || second === undefined) throw new Error('two events were made');
    const answer = fakeTimeline([bay, hill], {
      events: [
        { ...first, date: '2023-06-12', until: '2023-06-13', also: [{ ...second, speaker: 'Lin' }] },
        { ...second, date: '2023-06-14', dateOf: 'publication' },
      ],
    });
    expect(renderAnswer(answer, PLAIN)).toBe(
      [
        '2023-06-12 – 2023-06-13',
        '  “林海晴說，大橋週五重開。” [1]',
        '  Also:',
        '    - Lin: “The bridge opens on Friday.” [2]',
        '',
        '2023-06-14 (day of the report)',
        '  “The bridge opens on Friday.” [2]',
        '',
        ...sourcesFor([bay, hill]),
      ].join('\n'),
    );
  });
});

describe('headlines', () => {
  it('of a listing are numbered, with how many there are', () => {
    expect(renderAnswer(fakeListing([bay, hill], 7), PLAIN)).toBe(
      [
        '7 articles, of which the newest 2:',
        '  1. 海灣晚報 · 2023-06-14 · Title of bay',
        '  2. Hill News · 2023-06-14 · Title of hill',
      ].join('\n'),
    );
  });

  it('that follow others are numbered on', () => {
    expect(renderAnswer(fakeListing([hill], 7), PLAIN, { listedBefore: 2 })).toBe(
      'Number 3 of 7 articles:\n  3. Hill News · 2023-06-14 · Title of hill',
    );
  });

  it('without the filters are numbered on from those within, so that a number means one article', () => {
    const answer = fakeNotFound({ nearest: [fakeHeadline(bay)], unfiltered: [fakeHeadline(hill)] });
    expect(renderAnswer(answer, PLAIN)).toMatch(/ {2}1\. 海灣晚報.+\n\n.+\n {2}2\. Hill News/);
  });
});

describe('what was not found', () => {
  const days = { since: '2021-02-06', until: '2023-10-28' };
  const filters = { outlet: null, since: '2030-01-01', until: null };

  it('within days says which days the corpus covers', () => {
    expect(renderAnswer(fakeNotFound({ filters }), PLAIN, { days })).toContain(
      'does not answer that.\nThe corpus has reports from 2021-02-06 to 2023-10-28.',
    );
    expect(renderAnswer(fakeNotFound(), PLAIN, { days })).not.toContain('2021-02-06');
  });

  it('because a question leans on nothing is asked back', () => {
    expect(renderAnswer(fakeNotFound({ reason: { code: 'no-context' } }), PLAIN)).toBe(catalogue('en').noContext);
  });
});

describe('how a question was understood', () => {
  const filters = { outlet: 'Hill News', since: null, until: '2023-12-31', author: 'Lin', tag: 'bridges' };

  it('stands above the answer: the whole question, the filters, and how to drop them where that can be typed', () => {
    const answer = fakeAnswer([hill], { understood: 'When does the bridge open?', filters });
    const above =
      'Understood as: When does the bridge open?\nOnly Hill News, by Lin, tagged bridges, until 2023-12-31.';
    expect(renderAnswer(answer, PLAIN)).toMatch(`${above}\n\n`);
    expect(renderAnswer(answer, PLAIN, { canType: true })).toMatch(
      `${above} Type /anywhere to remove the filters.\n\n`,
    );
  });
});

const HOSTILE = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202etext\u2028next';

it.each([
  ['a comparison', (evil: ReturnType<typeof fakeArticle>) => fakeComparison([evil], { silent: [HOSTILE] })],
  ['a timeline', (evil: ReturnType<typeof fakeArticle>) => fakeTimeline([evil])],
  ['a listing', (evil: ReturnType<typeof fakeArticle>) => fakeListing([evil])],
])('%s lets nothing through that steers a terminal', (_, made) => {
  const evil = fakeArticle('evil', [HOSTILE], { title: HOSTILE, outlet: HOSTILE, date: HOSTILE });
  const understood = { understood: HOSTILE, filters: { outlet: HOSTILE, since: HOSTILE, until: null } };
  expect(renderAnswer({ ...made(evil), ...understood }, PLAIN)).not.toMatch(/(?!\n)\p{Cc}|\u202e|\u2028/u);
});

it('no line of any kind is wider than the terminal', () => {
  const long = fakeArticle('long', ['林海晴说，大桥周五重开。'.repeat(12)], {
    outlet: '海灣晚報第二新聞部',
    title: '大桥重开'.repeat(20),
    url: null,
  });
  const view = { ...PLAIN, width: 40 };
  const filters = { outlet: long.outlet, since: '2023-01-01', until: '2023-12-31' };
  const understood = '大桥什么时候重开？'.repeat(8);
  const answers = [
    fakeAnswer([long], { filters, understood }),
    fakeComparison([long], { silent: ['河畔日報', '山城新聞', 'Harbour Post', 'Hill News'] }),
    fakeTimeline([long]),
    fakeListing([long], 50),
    fakeNotFound({ nearest: [fakeHeadline(long)], unfiltered: [fakeHeadline(long)], filters }),
  ];
  const lines = answers.flatMap((answer) => renderAnswer(answer, view, { canType: true }).split('\n'));
  expect(lines.filter((line) => displayWidth(line) > 40)).toEqual([]);
});
