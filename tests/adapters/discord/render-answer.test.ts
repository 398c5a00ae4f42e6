import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswer, type AnswerOptions } from '../../../src/adapters/chat/render-answer.ts';
import { readPress } from '../../../src/adapters/chat/press.ts';
import { compose } from '../../../src/adapters/discord/compose.ts';
import { quoteMark } from '../../../src/adapters/chat/article-keys.ts';
import { payloadOf, plainPayloadOf, type Message } from '../../../src/adapters/discord/message.ts';
import { questionFromMessage } from '../../../src/adapters/chat/question-from-message.ts';
import type { Answer, Comparison, Listing, Point, Timeline } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../../support/fake-library.ts';
import { messageFaults, type SentMessage } from '../../support/discord-server/limits.ts';
import { madeUpAnswer } from './made-up-answers.ts';
import { readMarkdown } from './markdown-reader.ts';

const qin = fakeArticle('qin', ['秦刚说，希望美方与中方相向而行。'], { title: '美中外长通话' });
const wang = fakeArticle('wang', ['Wang Yi and Blinken met.'], { outlet: null, date: null, url: null, digest: true });
const DAYS = { since: '2021-02-06', until: '2023-10-28' };

const show = (answer: Answer, page = 0, more: Partial<AnswerOptions> = {}): Message => {
  const options = { page, level: 0, isNumbered: false, isPrivate: false, days: DAYS, ...more };
  return compose(renderAnswer(answer, options), answer.lang, 'embed');
};
const components = ({ rows = [] }: Message) => rows.flatMap((row) => row.components);
const buttons = (message: Message) => components(message).flatMap((each) => ('options' in each ? [] : each));
const labels = (message: Message): (string | undefined)[] => buttons(message).map(({ label }) => label);
const choices = (message: Message): string[] =>
  components(message).flatMap((each) => ('options' in each ? each.options.map(({ label }) => label) : []));

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
    const { author, title, text } = show(fakeAnswer([qin], { lang: 'zh-Hans', points }));
    expect([author, title]).toEqual(['问题：question', '报道的说法']);
    expect(text).toBe(
      [
        '**秦刚（据路透社）：**',
        '> 秦刚说，希望美方与中方相向而行。 [1]',
        '',
        '**出处**',
        '[1] 自由亚洲电台 · 2023-06-14 · 美中外长通话 · [链接](https://example.org/qin)',
      ].join('\n'),
    );
  });

  it('parts speaker and quote as the language does', () =>
    expect(show(fakeAnswer([wang], { points: [{ ...pointOf(1), citation: 1, speaker: 'Qin Gang' }] })).text).toContain(
      '**Qin Gang:**\n> Wang Yi and Blinken met. [1]',
    ));

  it('marks a digest, and says what is not known of a source', () =>
    expect(show(fakeAnswer([wang])).text).toContain('[1] digest of outlet unknown · undated · Title of wang'));

  it('puts what another outlet also reported below the point that it repeats', () => {
    const points = [pointOf(0), { ...pointOf(1), sameAs: 0 }];
    expect(show(fakeAnswer([qin, wang], { points })).text).toContain('[1]\n-# Also reported:\n> Wang Yi');
  });

  it('loses no point, not even what repeats a repetition', () => {
    const points = [pointOf(0), { ...pointOf(1), sameAs: 0 }, { ...pointOf(1), start: 1, sameAs: 1 }];
    const { text } = show(fakeAnswer([qin, wang], { points }));
    expect(text.match(/Also reported:\n> Wang Yi/g)).toHaveLength(2);
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
      '**自由亚洲电台**\n-# Only here:\n> 秦刚说',
      '**digest of 大纪元 \\(nearly word for word the text of 自由亚洲电台)**\n> Wang Yi',
      'The figures differ:\n自由亚洲电台: 7 hours [1]\n大纪元: 7 hours [2]',
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
    expect(text).toContain('**2023-06-14 \\(day of the report)**\n> 秦刚说');
    expect(text).toContain('-# Also:\n> Wang Yi');
    expect(text).toContain('**2023-10-26 – 2023-10-28**\n> Wang Yi');
  });

  it('keeps for the buttons of a follow-up what the turns before had narrowed it to, and its kind', () => {
    const filters = { outlet: '大纪元', since: '2023-10-01', until: null, author: '李芬' };
    const press = (answer: Answer) => readPress(buttons(show(answer))[0]?.custom_id ?? '');
    const followUp = fakeAnswer([qin], {
      filters,
      understood: 'What did Wang Yi say?',
      resolved: { text: 'What did Wang Yi say?', as: 'answer', outlet: '大纪元', since: '2023-10-01', author: '李芬' },
    });
    expect(press(followUp)).toMatchObject({
      asked: { as: 'answer', outlet: quoteMark('大纪元'), since: '20231001', author: quoteMark('李芬') },
    });
    // What a whole question is narrowed to stands in its own words.
    expect(press(fakeAnswer([qin], { filters }))).toMatchObject({ asked: { as: undefined, outlet: '', since: '' } });
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

  it('has buttons for more and the other script, to share where only one person sees it, and to drop filters', () => {
    const answer = fakeAnswer([qin, wang]);
    expect(labels(show(answer))).toEqual(['More', 'in Traditional']);
    expect(labels(show(answer, 0, { isPrivate: true }))).toEqual(['More', 'in Traditional', 'Share here']);
    const filters = { outlet: '大纪元', since: null, until: null };
    expect(labels(show({ ...answer, filters }))).toContain('Search everything');
    expect(labels(show({ ...fakeNotFound(), kind: 'rejected', reason: { code: 'empty' } }))).toEqual([]);
  });

  it('has every quote and every source to choose from', () => {
    expect(choices(show(fakeAnswer([qin, wang])))).toEqual([
      '[1] 秦刚说，希望美方与中方相向而行。',
      '[2] Wang Yi and Blinken met.',
      '[1] 美中外长通话',
      '[2] Title of wang',
    ]);
    const many = Array.from({ length: 30 }, (_, n) => fakeArticle(`a${n}`, [`${n}.`]));
    expect(choices(show(fakeAnswer(many))).filter((label) => /^\[\d+\] \d+\.$/.test(label))).toHaveLength(
      show(fakeAnswer(many)).text.match(/^> /gm)?.length ?? 0,
    );
  });

  it('parts a long answer between quotes, each page with its own sources, and turns pages both ways', () => {
    const articles = Array.from({ length: 16 }, (_, n) =>
      fakeArticle(`a${n}`, [`Sentence ${n}. ${'word '.repeat(80)}`]),
    );
    const answer = fakeAnswer(articles);
    const [first, second] = [show(answer, 0), show(answer, 1)];
    expect(labels(first).slice(-2)).toEqual(['1/3', 'Next']);
    expect(labels(second).slice(-3)).toEqual(['Back', '2/3', 'Next']);
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
          const { allowedMentions, ...payload } = payloadOf(show(answer, page, { isPrivate: true }));
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

it('a question in the footer is read again from there, though a model has read the answer', () => {
  const question = 'x'.repeat(900);
  const answer = {
    ...fakeAnswer([qin], { question, lang: 'en' }),
    reader: { model: 'small', ms: 5, tokens: 10 },
  } as const;
  const [embed] = payloadOf(show(answer)).embeds;
  expect(embed?.footer?.text.split('\n')).toEqual([`Question: ${question}`, '◇ read by a language model']);
  expect(questionFromMessage(embed?.footer?.text ?? '')).toBe(question);
  const plain = plainPayloadOf(show(answer)).content;
  expect([questionFromMessage(plain), plain.endsWith('\n\n-# ◇ read by a language model')]).toEqual([question, true]);
});
