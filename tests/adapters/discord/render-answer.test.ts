import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/adapters/discord/answer-message.ts';
import { readButtonId } from '../../../src/adapters/discord/button-ids.ts';
import { payloadOf, type Message } from '../../../src/adapters/discord/message.ts';
import type { Answer, Comparison, Listing, Point, Timeline } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';
import { messageFaults, type SentMessage } from '../../support/discord-server/limits.ts';
import { madeUpAnswer } from './made-up-answers.ts';
import { readMarkdown } from './markdown-reader.ts';

const qin = fakeArticle('qin', ['秦刚说，希望美方与中方相向而行。'], { title: '美中外长通话' });
const wang = fakeArticle('wang', ['Wang Yi and Blinken met.'], { outlet: null, date: null, url: null, digest: true });
const NOT_NARROWED = { outlet: undefined, author: undefined, tag: undefined, since: undefined, until: undefined };
const ASKED = { as: undefined, lang: 'en', limit: null, ...NOT_NARROWED } as const;
const DAYS = { since: '2021-02-06', until: '2023-10-28' };

const show = (answer: Answer, page = 0, isPrivate = false): Message =>
  answerMessage(answer, { asked: ASKED, page, isPrivate, days: DAYS });
const labels = ({ rows = [] }: Message): string[][] => rows.map((row) => row.map(({ label }) => label));

/** An answer of another kind, around the citations of one that quotes both articles. */
function otherKind<Kind extends Comparison | Timeline | Listing>(
  own: Omit<Kind, keyof Answer> & Pick<Kind, 'kind'>,
): Kind {
  return { ...fakeAnswer([qin, wang]), points: [], ...own };
}

const pointOf = (at: number): Point => {
  const point = fakeAnswer([qin, wang]).points[at];
  if (point === undefined) throw new Error('There is no such point');
  return point;
};

describe('answerMessage', () => {
  it('quotes with number and speaker, then lists the sources that the numbers refer to', () => {
    const points = [{ ...pointOf(0), speaker: '秦刚', reportedBy: '路透社' }];
    const { author, text } = show(fakeAnswer([qin], { lang: 'zh-Hans', points }));
    expect(author).toBe('问题：question');
    expect(text).toBe(
      [
        '> ① **秦刚（据路透社）：**“秦刚说，希望美方与中方相向而行。” [1]',
        '',
        '**出处**',
        '[1] 自由亚洲电台 · 2023-06-14 · 美中外长通话 · [链接](https://example.org/qin)',
      ].join('\n'),
    );
  });

  it('parts speaker and quote as the language does', () =>
    expect(show(fakeAnswer([wang], { points: [{ ...pointOf(1), citation: 1, speaker: 'Qin Gang' }] })).text).toContain(
      '> ① **Qin Gang:** “Wang Yi and Blinken met.” [1]',
    ));

  it('marks a digest, and says what is not known of a source', () =>
    expect(show(fakeAnswer([wang])).text).toContain('[1] digest of outlet unknown · undated · Title of wang'));

  it('puts what another outlet also reported below the point that it repeats', () => {
    const points = [pointOf(0), { ...pointOf(1), sameAs: 0 }];
    expect(show(fakeAnswer([qin, wang], { points })).text).toContain('[1]\n-# Also reported:\n> ② “Wang Yi');
  });

  it('loses no point, not even what repeats a repetition', () => {
    const points = [pointOf(0), { ...pointOf(1), sameAs: 0 }, { ...pointOf(1), start: 1, sameAs: 1 }];
    const { text } = show(fakeAnswer([qin, wang], { points }));
    expect(text.match(/Also reported:\n> [②③] “Wang Yi/g)).toHaveLength(2);
  });

  it('says what was not found, which words the corpus lacks, and what is nearest, with and without filters', () => {
    const nearest = [{ articleId: qin.id, title: qin.title, outlet: qin.outlet, date: qin.date }];
    const filters = { outlet: '自由亚洲电台', since: '2023-06-01', until: null };
    const answer = fakeNotFound({ nearest, unmatched: ['bitcoin'], filters, unfiltered: nearest });
    expect(show(answer).text).toBe(
      [
        '-# Only 自由亚洲电台, since 2023-06-01.',
        '',
        'The coverage in this corpus does not answer that.',
        'Not mentioned anywhere in the corpus: bitcoin.',
        'The corpus has reports from 2021-02-06 to 2023-10-28.',
        '',
        'Nearest in the corpus:',
        String.raw`1\. 自由亚洲电台 · 2023-06-14 · 美中外长通话`,
        '',
        'Without those filters, the nearest in the corpus:',
        String.raw`2\. 自由亚洲电台 · 2023-06-14 · 美中外长通话`,
      ].join('\n'),
    );
  });

  it('sets outlets side by side: what only one says, who copies whom, where figures differ, who is silent', () => {
    const reading = { ...pointOf(1), outlet: '大纪元', text: '7 hours' };
    const { text } = show(
      otherKind<Comparison>({
        kind: 'comparison',
        outlets: [
          { outlet: '自由亚洲电台', points: [pointOf(0)], only: [0], copyOf: null },
          { outlet: '大纪元', points: [pointOf(1)], only: [], copyOf: '自由亚洲电台' },
        ],
        silent: ['眾新聞'],
        differences: [{ of: 'figure', readings: [{ ...reading, outlet: '自由亚洲电台', citation: 1 }, reading] }],
      }),
    );
    for (const part of [
      '**自由亚洲电台**\n-# Only here:\n> ① “秦刚说',
      '**digest of 大纪元 \\(nearly word for word the text of 自由亚洲电台)**\n> ② “Wang Yi',
      'The figures differ:\n自由亚洲电台 · **7 hours** [1]\n大纪元 · **7 hours** [2]',
      'Nothing on this in this corpus from: 眾新聞.',
    ])
      expect(text).toContain(part);
  });

  it('tells events by their days, and which days are only those of reports', () => {
    const event = {
      ...pointOf(0),
      date: '2023-06-14',
      until: null,
      dateOf: 'publication',
      also: [pointOf(1)],
    } as const;
    const later = { ...pointOf(1), date: '2023-10-26', until: '2023-10-28', dateOf: 'event', also: [] } as const;
    const { text } = show(otherKind<Timeline>({ kind: 'timeline', events: [event, later] }));
    expect(text).toContain('**2023-06-14 \\(day of the report)**\n> ① “秦刚说');
    expect(text).toContain('-# Also:\n> ② “Wang Yi');
    expect(text).toContain('**2023-10-26 – 2023-10-28**\n> ③ “Wang Yi');
  });

  it('tells how many quotes there are to be had: more, or no more', () => {
    const asked = { ...ASKED, limit: 12 };
    const all = answerMessage(fakeAnswer([qin, wang]), { asked, page: 0, isPrivate: false, days: DAYS });
    expect(all.footer).toBe('The coverage has nothing more on that.');
    expect(labels(all)[0]).toEqual(['in Traditional']);
    const many = fakeAnswer(Array.from({ length: 12 }, (_, n) => fakeArticle(`a${n}`, ['Text.'])));
    expect(labels(answerMessage(many, { asked, page: 0, isPrivate: false, days: DAYS }))[0]).toEqual(['More']);
    const articles = [{ articleId: qin.id, title: qin.title, outlet: qin.outlet, date: qin.date }];
    const listing = otherKind<Listing>({ kind: 'listing', articles, total: 1 });
    expect(labels(show(listing))).toEqual([]);
  });

  it('keeps for the buttons of a follow-up what the turns before had narrowed it to, and its kind', () => {
    const filters = { outlet: '大纪元', since: '2023-10-01', until: null, author: '李芬' };
    const ids = (answer: Answer): string[] => (show(answer).rows ?? []).flat().map(({ id }) => id);
    const followUp = fakeAnswer([qin], {
      filters,
      understood: 'What did Wang Yi say?',
      resolved: { text: 'What did Wang Yi say?', as: 'answer', outlet: '大纪元', since: '2023-10-01', author: '李芬' },
    });
    expect(readButtonId(ids(followUp)[0] ?? '')).toMatchObject({
      asked: { as: 'answer', outlet: '大纪元', since: '2023-10-01', author: '李芬' },
    });
    // What a whole question is narrowed to stands in its own words.
    expect(readButtonId(ids(fakeAnswer([qin], { filters }))[0] ?? '')).toMatchObject({ asked: NOT_NARROWED });
  });

  it('lists articles', () => {
    const articles = [{ articleId: qin.id, title: qin.title, outlet: qin.outlet, date: qin.date }];
    const { text } = show({ ...otherKind<Listing>({ kind: 'listing', articles, total: 12 }), citations: [] });
    expect(text).toBe('12 articles, of which the newest 1:\n1\\. 自由亚洲电台 · 2023-06-14 · 美中外长通话');
  });

  it('shows the question that a follow-up was taken for, and a question that is long below the text', () => {
    expect(show(fakeAnswer([qin], { understood: 'And Wang Yi?' })).author).toBe('Understood as: And Wang Yi?');
    const long = show(fakeAnswer([qin], { question: 'x'.repeat(900) }));
    expect([long.author, long.footer]).toEqual([undefined, `Question: ${'x'.repeat(900)}`]);
  });

  it('has buttons for more, the other script and each quote; to share where only one person sees it', () => {
    const answer = fakeAnswer([qin, wang]);
    expect(labels(show(answer))).toEqual([
      ['More', 'in Traditional'],
      ['① Context', '② Context'],
    ]);
    expect(labels(show(answer, 0, true))[0]).toEqual(['More', 'in Traditional', 'Share here']);
    expect(labels(show({ ...fakeNotFound(), kind: 'rejected', reason: { code: 'empty' } }))).toEqual([]);
  });

  it('parts a long answer between quotes, each page with its own sources, and turns pages both ways', () => {
    const articles = Array.from({ length: 16 }, (_, n) =>
      fakeArticle(`a${n}`, [`Sentence ${n}. ${'word '.repeat(80)}`]),
    );
    const answer = fakeAnswer(articles);
    const [first, second] = [show(answer, 0), show(answer, 1)];
    expect(labels(first).at(-1)).toEqual(['1/3', 'Next']);
    expect(labels(second).at(-1)).toEqual(['Back', '2/3', 'Next']);
    const pages = [first, second, show(answer, 2)].map(({ text }) => text);
    articles.forEach(({ title }, n) => {
      const on = pages.filter((text) => text.includes(`Sentence ${n}.`));
      expect(on).toHaveLength(1);
      expect(pages.filter((text) => text.includes(`· ${title} ·`))).toEqual(on);
    });
  });

  it('parts a quote that is longer than a page at ends of sentences, losing nothing', () => {
    const sentences = Array.from({ length: 200 }, (_, n) => `这是第${n}句，说的是会谈的经过和各方的立场。`);
    const answer = fakeAnswer([fakeArticle('book', [sentences.join('')])]);
    const read: string[] = [];
    for (let page = 0; read.length === page; page++) {
      const { text } = show(answer, page);
      if (page > 0 && text === show(answer, page - 1).text) break;
      read.push(text);
    }
    expect(read.length).toBeGreaterThan(1);
    for (const sentence of sentences) expect(read.filter((text) => text.includes(sentence))).toHaveLength(1);
  });
});

describe('answers made of hostile text', () => {
  it('stay within all limits on every page, and hold no markup but our own', () => {
    assert(
      property(madeUpAnswer, (answer) => {
        for (const page of [0, 1, 2]) {
          const { allowedMentions, ...payload } = payloadOf(show(answer, page, true));
          const sent = { ...payload, allowed_mentions: allowedMentions } as unknown as SentMessage;
          expect(messageFaults(sent)).toEqual([]);
          const { markup, links } = readMarkdown(payload.embeds[0]?.description ?? '');
          expect(markup.filter((found) => found !== 'heading: -# ')).toEqual([]);
          expect(links.filter((link) => !/^https?:\/\//.test(link))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
