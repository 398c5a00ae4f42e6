import { describe, expect, test } from 'vitest';

import type { Question, Timeline } from '../../../../src/core/index.ts';
import { brokenRules } from '../../../support/contract.ts';
import { eventsCorpus } from '../../../support/events-corpus.ts';

const { ask, articles } = await eventsCorpus({ more: ['local-news', 'wire'] });

async function told(question: string | Question): Promise<Timeline> {
  const answer = await ask(typeof question === 'string' ? { text: question } : question);
  if (answer.kind !== 'timeline') throw new Error(`It is ${answer.kind}.`);
  return answer;
}

const articleOf = ({ citations }: Timeline, citation: number): string => citations[citation - 1]?.articleId ?? '';
const daysOf = ({ events }: Timeline): [string, string | null][] => events.map(({ date, until }) => [date, until]);

const MEETINGS = '林望舒和格羅夫有哪些會面和通話？';

describe('what two people did', async () => {
  const timeline = await told(MEETINGS);

  test('is told oldest first, each event once, with all days that it took', () =>
    expect(daysOf(timeline)).toEqual([
      ['2024-05-11', '2024-05-12'],
      ['2024-05-14', null],
      ['2024-07-19', '2024-07-20'],
    ]));

  test('is told by every outlet that reports it, each once', () => {
    const tellers = timeline.events.map(({ citation, also }) =>
      [citation, ...also.map((other) => other.citation)].map((number) => articleOf(timeline, number)).toSorted(),
    );
    expect(tellers).toEqual([
      ['meeting.bay', 'meeting.hill', 'meeting.riverside'],
      ['call.hill', 'call.riverside'],
      // In the same words as the first meeting, two months later.
      ['second-meeting.riverside'],
    ]);
  });

  test('has no days but those that the reports give for it', () =>
    expect(timeline.events.map(({ dateOf }) => dateOf)).toEqual(['event', 'event', 'event']));
});

describe('questions for what happened', () => {
  test.each([
    MEETINGS,
    '林望舒和格罗夫有哪些会面和通话？',
    '林望舒同格羅夫有過咩會面？',
    'What meetings did Lin Wangshu and Grove have?',
    '列出林望舒和格羅夫的所有會面',
  ])('%s', async (text) => {
    const days = daysOf(await told(text));
    expect(days).toContainEqual(['2024-05-11', '2024-05-12']);
    expect(days).toContainEqual(['2024-07-19', '2024-07-20']);
  });

  test.each(['林望舒的時間線', '林望舒大事記', 'Timeline of Lin Wangshu', 'a chronology of Lin Wangshu'])(
    '%s',
    async (text) => {
      const { events } = await told(text);
      expect(events.map(({ date }) => date)).toEqual(
        expect.arrayContaining(['2024-05-11', '2024-05-16', '2024-07-19']),
      );
    },
  );

  test('any subject that is wanted as a timeline', async () =>
    expect((await told({ text: '林望舒', as: 'timeline' })).events.length).toBeGreaterThan(3));
});

describe('the day of an event', () => {
  test('is the report’s where the report gives none, and says so', async () => {
    const { events } = await told({ text: '杜若川', as: 'timeline' });
    expect(events.map(({ date, dateOf }) => [date, dateOf])).toEqual([
      // The verdict’s report names no day; the appeal was on 周四, a Thursday.
      ['2024-09-10', 'publication'],
      ['2024-09-12', 'event'],
    ]);
  });

  test('may lie ahead of the report', async () => {
    const timeline = await told({ text: '林望舒', as: 'timeline' });
    const planned = timeline.events.find(({ quote }) => quote.includes('下周') || quote.includes('下週'));
    expect(planned).toMatchObject({ date: '2024-05-20', until: '2024-05-26', dateOf: 'event' });
    expect(timeline.citations[(planned?.citation ?? 0) - 1]?.date).toBe('2024-05-14');
  });
  test('is the event’s though whoever is asked about is not named beside it', async () => {
    const { events } = await told({ text: '青灣水閘', as: 'timeline' });
    const call = events.find(({ quote }) => /通话|通電話/.test(quote));
    expect(call).toMatchObject({ date: '2024-05-14', dateOf: 'event' });
  });

  test('of a weekday, or of yesterday, is reckoned from the report’s', async () => {
    const { events } = await told({ text: '竹嶺', as: 'timeline' });
    const dayOf = (words: string): string | undefined => events.find(({ quote }) => quote.includes(words))?.date;
    // Reported on Thursday the 15th, and on 3 December.
    expect([dayOf('星期四'), dayOf('昨日')]).toEqual(['2023-06-15', '2023-12-02']);
  });
});

describe('one event', () => {
  test('is told once though two outlets report it and nobody is named', async () => {
    const timeline = await told({ text: '起火', as: 'timeline' });
    expect(daysOf(timeline)).toEqual([
      ['2024-06-02', null],
      ['2024-06-03', null],
    ]);
  });

  test('is not another one of the same kind on the next day', async () => {
    const timeline = await told({ text: '起火', as: 'timeline' });
    const market = timeline.events.filter(({ quote }) => quote.includes('街市'));
    expect(market.map(({ date, also }) => [date, also.length])).toEqual([['2024-06-03', 0]]);
  });
});

describe('limits', () => {
  test('days in words are those of the events', async () => {
    const timeline = await told('林望舒2024年7月有哪些會面？');
    expect(timeline.filters).toMatchObject({ since: '2024-07-01', until: '2024-07-31' });
    expect(daysOf(timeline)).toEqual([['2024-07-19', '2024-07-20']]);
  });

  test('days as options are those of the reports', async () => {
    const timeline = await told({ text: MEETINGS, until: '2024-05-12' });
    expect(timeline.citations.map(({ date }) => date)).toSatisfy((days: string[]) =>
      days.every((day) => day <= '2024-05-12'),
    );
    expect(daysOf(timeline)).toEqual([['2024-05-11', '2024-05-12']]);
  });

  test('an outlet tells only what it reports', async () => {
    const timeline = await told({ text: MEETINGS, outlet: '海湾晚报' });
    expect(new Set(timeline.citations.map(({ outlet }) => outlet))).toEqual(new Set(['海湾晚报']));
    expect(timeline.events.flatMap(({ also }) => also)).toEqual([]);
  });

  test.each([1, 2])('of %i events leaves those that are told best, oldest first', async (limit) => {
    const { events } = await told({ text: MEETINGS, limit });
    expect(events).toHaveLength(limit);
    expect(events.map(({ date }) => date)).toEqual(events.map(({ date }) => date).toSorted());
  });
});

describe('every timeline keeps the contract', () => {
  test.each<Question>([
    { text: MEETINGS },
    { text: MEETINGS, limit: 1 },
    { text: '林望舒', as: 'timeline' },
    { text: '青灣水閘', as: 'timeline' },
    { text: '起火', as: 'timeline' },
    { text: '竹嶺', as: 'timeline' },
    { text: '杜若川', as: 'timeline', limit: 2 },
  ])('%j', async (question) => {
    expect(brokenRules(question, await told(question), articles)).toEqual([]);
  });
});

describe('nothing that happened', () => {
  test('is not found', async () =>
    expect(await ask({ text: '量子電腦', as: 'timeline' })).toMatchObject({
      kind: 'not-found',
      points: [],
      citations: [],
      unmatched: ['量子電腦'],
    }));

  test('in the days that are asked for: what there is without them', async () => {
    const answer = await ask({ text: '林望舒2022年有哪些會面？' });
    if (answer.kind !== 'not-found') throw new Error(`It is ${answer.kind}.`);
    expect(answer.filters).toMatchObject({ since: '2022-01-01', until: '2022-12-31' });
    expect(answer.unfiltered.map(({ articleId }) => articleId)).toContain('second-meeting.riverside');
  });
});
