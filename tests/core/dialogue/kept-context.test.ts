import { describe, expect, test } from 'vitest';
import { createConversations, IDLE, MOST_CONVERSATIONS, type Turn } from '../../../src/core/dialogue/conversations.ts';
import type { Answer, Ask } from '../../../src/core/index.ts';
import { eventsCorpus, TODAY } from '../../support/events-corpus.ts';

const { anew } = await eventsCorpus();

const asksBack = (answer: Answer): boolean => answer.kind === 'not-found' && answer.reason !== null;

describe('conversations that go on side by side', () => {
  test('two people in one chat never see what the other talks about', async () => {
    const ask = anew();
    await ask({ text: '杜若川判囚幾年？', conversation: 'chat/ann' });
    expect(asksBack(await ask({ text: '點解？', conversation: 'chat/ben' }))).toBe(true);
    await ask({ text: '西角渡輪起火有多少人受傷？', conversation: 'chat/ben' });
    const [ann, ben] = await Promise.all([
      ask({ text: '點解？', conversation: 'chat/ann' }),
      ask({ text: '點解？', conversation: 'chat/ben' }),
    ]);
    expect(ann.citations.map(({ articleId }) => articleId)).toEqual(['verdict.riverside']);
    expect(ann.understood).not.toContain('渡輪');
    expect(ben.citations[0]?.articleId).toMatch(/^ferry-fire/);
    expect(ben.understood).not.toContain('杜若川');
  });

  test('questions without a conversation are none of it', async () => {
    const ask = anew();
    await ask({ text: '杜若川判囚幾年？', conversation: 'one' });
    await ask({ text: '西角渡輪起火有多少人受傷？' });
    expect((await ask({ text: '點解？', conversation: 'one' })).understood).toContain('杜若川');
  });

  test('a name that every object has is a name like any other', async () => {
    const ask = anew();
    expect(asksBack(await ask({ text: '點解？', conversation: '__proto__' }))).toBe(true);
    await ask({ text: '杜若川判囚幾年？', conversation: '__proto__' });
    expect((await ask({ text: '點解？', conversation: '__proto__' })).kind).toBe('answered');
    expect(asksBack(await ask({ text: '點解？', conversation: 'constructor' }))).toBe(true);
  });
});

describe('a conversation that has been idle', () => {
  const askedAgainAfter = async (idle: number): Promise<Answer> => {
    let time = TODAY;
    const ask: Ask = anew({ now: () => time });
    await ask({ text: '杜若川判囚幾年？', conversation: 'one' });
    time += idle;
    return ask({ text: '點解？', conversation: 'one' });
  };

  test('goes on within half an hour', async () => expect((await askedAgainAfter(IDLE - 1)).kind).toBe('answered'));

  test('is forgotten after it', async () => expect(asksBack(await askedAgainAfter(IDLE))).toBe(true));

  test('is not, while somebody asks', async () => {
    let time = TODAY;
    const ask: Ask = anew({ now: () => time });
    await ask({ text: '杜若川判囚幾年？', conversation: 'one' });
    for (let turn = 0; turn < 5; turn++) {
      time += IDLE - 1;
      expect((await ask({ text: '點解？', conversation: 'one' })).kind).toBe('answered');
    }
  });
});

describe('what is remembered', () => {
  // Only who asks last is of interest here.
  const turn = (subject: string): Turn => ({ subject }) as Turn;

  test('of 10,001 conversations all but the one that has been silent longest', () => {
    const conversations = createConversations({ most: MOST_CONVERSATIONS, idle: IDLE, now: () => 0 });
    for (let n = 0; n < MOST_CONVERSATIONS; n++) conversations.remember(`chat ${n}`, turn(`subject ${n}`));
    expect(conversations.size()).toBe(10_000);
    // The first one speaks again, which makes the second the oldest.
    conversations.remember('chat 0', turn('subject 0 again'));
    conversations.remember('chat 10000', turn('subject 10000'));
    expect(conversations.size()).toBe(10_000);
    expect(conversations.last('chat 0')?.subject).toBe('subject 0 again');
    expect(conversations.last('chat 1')).toBeNull();
    expect(conversations.last('chat 2')?.subject).toBe('subject 2');
    expect(conversations.last('chat 10000')?.subject).toBe('subject 10000');
  });

  test('nothing of those that have been idle, though nobody asks them again', () => {
    let time = 0;
    const conversations = createConversations({ most: 10, idle: 100, now: () => time });
    conversations.remember('early', turn('one'));
    time = 60;
    conversations.remember('late', turn('two'));
    time = 100;
    expect(conversations.last('another')).toBeNull();
    expect(conversations.size()).toBe(1);
    expect(conversations.last('late')?.subject).toBe('two');
  });

  test('one turn of each', () => {
    const conversations = createConversations({ most: 10, idle: 100, now: () => 0 });
    conversations.remember('one', turn('first'));
    conversations.remember('one', turn('second'));
    expect(conversations.size()).toBe(1);
    expect(conversations.last('one')?.subject).toBe('second');
  });
});

describe('500 turns of one conversation', async () => {
  const FOLLOW_UPS = [
    '點解？',
    '那格羅夫呢？',
    '在哪裡？',
    '她怎麼說？',
    '那7月呢？',
    '海湾晚报呢？',
    '還有嗎？',
    '他們呢？',
  ];
  const ask = anew();
  const answers: Answer[] = [];
  for (let n = 0; n < 500; n++) {
    const text = n % 50 === 0 ? '林望舒和格羅夫會談了多久？' : (FOLLOW_UPS[n % FOLLOW_UPS.length] ?? '');
    answers.push(await ask({ text, conversation: 'one' }));
  }

  test('do not make the question grow', () =>
    expect(Math.max(...answers.map(({ understood }) => understood?.length ?? 0))).toBeLessThan(160));

  test('are understood to the end', () => {
    const last = answers.slice(-50);
    expect(last.filter(({ kind }) => kind === 'answered').length).toBeGreaterThan(15);
    expect(last[0]?.understood).toBeNull();
  });
});
