import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, Ask, Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import { BOT_ID, person } from '../../support/discord-server/entities.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { botOn, buttonOf, buttonsOf, choiceOf, choicesOf, textOf, type TestBot } from './running-bot.ts';

const LONG_OUTLET =
  'The Chronicle of the Northern and the Southern Provinces, and of all the Islands, in its Evening Edition';

const articles = Array.from({ length: 14 }, (_, n) =>
  fakeArticle(
    `call-${n}`,
    [`开头的一段${n}。`, `秦刚说，希望美方与中方相向而行${n}。${'据中国外交部网站，'.repeat(40)}`, `最后的一段${n}。`],
    { outlet: n === 13 ? LONG_OUTLET : '自由亚洲电台' },
  ),
);

const LONG = '会谈的全部经过';
const book = fakeArticle('book', [Array.from({ length: 300 }, (_, n) => `这是第${n}句，说的是会谈的经过。`).join('')]);

/** Quotes the second paragraphs of as many articles as are asked for, after a question that has an answer. */
const asked: Question[] = [];
const ask: Ask = async (question) => {
  asked.push(question);
  const { text, limit = 3, lang = 'en' } = question;
  if (text === LONG) return fakeAnswer([book], { question: text, lang });
  const chosen = articles.slice(0, limit);
  const answer = fakeAnswer(chosen, { question: text, lang });
  const points = answer.points.map((point, at) => {
    const { start, end } = chosen[at]?.blocks[1] ?? { start: 0, end: 0 };
    return { ...point, start, end, quote: chosen[at]?.text.slice(start, end) ?? '' };
  });
  return { ...answer, points, understood: text === '那王毅呢？' ? '王毅怎麼說？' : null };
};

const discord = await openDiscord();
let running: TestBot;

async function restart(corpus: readonly Article[] = articles): Promise<void> {
  await running?.bot.stop();
  running = botOn(discord, { ask, articles: corpus });
  await running.bot.start();
}

const answered = async (options = {}) =>
  await discord.answerTo(discord.use('ask', { question: '秦剛怎麼說？', ...options }));

beforeAll(async () => await restart());
afterAll(async () => {
  await running.bot.stop();
  await discord.close();
});

describe('buttons', () => {
  it('show more quotes below the message, whose button is gone then, and their pages', async () => {
    const user = person('reader');
    const message = await discord.answerTo(discord.use('ask', { question: '秦剛怎麼說？' }, { user }));
    expect(textOf(message)).not.toContain('相向而行5。');
    const press = discord.press(message, buttonOf(message, 'More'), { user });
    await discord.until(() => press.answers > 1, 'more, and the button gone');
    const [longer = message] = press.followUps;
    expect(textOf(longer)).toContain('相向而行5。');
    expect(textOf(longer)).not.toContain('相向而行2。');
    expect(buttonsOf(press.message ?? message)).not.toHaveProperty('More');
    expect(choicesOf(press.message ?? message)).toEqual(choicesOf(message));
  });

  it('turn the pages of an answer in its place, for whoever asked; others get theirs for themselves', async () => {
    const user = person('reader');
    const message = await discord.answerTo(discord.use('ask', { question: LONG }, { user }));
    const other = discord.press(message, buttonOf(message, 'Next'), { user: person('other') });
    const theirs = await discord.answerTo(other);
    expect([other.isEphemeral, theirs.id === message.id]).toEqual([true, false]);
    const shown = textOf(message);
    const next = await discord.answerTo(discord.press(message, buttonOf(message, 'Next'), { user }));
    expect(next.id).toBe(message.id);
    expect(textOf(next)).not.toBe(shown);
    const back = await discord.answerTo(discord.press(next, buttonOf(next, 'Back'), { user }));
    expect(textOf(back)).toBe(shown);
  });

  it('show more for whoever did not ask to them alone', async () => {
    const message = await answered();
    const press = discord.press(message, buttonOf(message, 'More'), { user: person('other') });
    expect(textOf(await discord.answerTo(press))).toContain('相向而行5。');
    expect(press.isEphemeral).toBe(true);
  });

  it('show it in the language of whoever pressed, where that is not who asked', async () => {
    const message = await answered();
    const other = { user: person('other'), locale: 'zh-TW' };
    const text = textOf(await discord.answerTo(discord.press(message, buttonOf(message, 'More'), other)));
    expect(text).toMatch(/^問題：秦剛怎麼說？\n報道的說法\n/);
  });

  it('show the passage around a quote, and from there the whole article, to the person alone', async () => {
    const message = await answered();
    const press = discord.choose(message, choiceOf(message, '相向而行1。'));
    const passage = await discord.answerTo(press);
    expect(press.isEphemeral).toBe(true);
    expect(passage.id).not.toBe(message.id);
    expect(textOf(passage)).toMatch(/> 开头的一段1。\s+> \*\*秦刚说.*\*\*\s+> 最后的一段1。/s);
    const whole = await discord.answerTo(discord.press(passage, buttonOf(passage, 'Whole article')));
    expect(textOf(whole)).toContain('**Title of call-1**');
  });

  it('show the quotes in the other script, saying that a machine converted them', async () => {
    const message = await answered();
    const press = discord.press(message, buttonOf(message, 'in Traditional'));
    const text = textOf(await discord.answerTo(press));
    expect(press.isEphemeral).toBe(true);
    expect(text).toMatch(
      /^-# Converted to Traditional by machine; the original is in Simplified:\n\n> 秦剛說，希望美方/,
    );
  });

  it('share a private answer with everybody, once', async () => {
    const message = await answered({ private: true });
    const press = discord.press({ ...message, flags: 64 }, buttonOf(message, 'Share here'));
    await discord.until(() => press.followUps.length > 0 && press.answers > 1, 'the shared answer');
    const [shared] = press.followUps;
    expect(textOf(shared ?? message)).toBe(textOf(message));
    expect((shared?.flags ?? 0) & 64).toBe(0);
    expect(buttonsOf(press.message ?? message)).not.toHaveProperty('Share here');
  });

  it('share it once although the button is pressed twice', async () => {
    const message = { ...(await answered({ private: true })), flags: 64 };
    const presses = [1, 2].map(() => discord.press(message, buttonOf(message, 'Share here')));
    await discord.until(() => presses.every(({ acknowledgedAt }) => acknowledgedAt !== null), 'both presses');
    await discord.until(() => presses.some(({ followUps }) => followUps.length > 0), 'the shared answer');
    await discord.answerTo(discord.use('help'));
    expect(presses.flatMap(({ followUps }) => followUps)).toHaveLength(1);
  });

  it('bring the numbers before the person who pressed up to date for /article', async () => {
    const user = person('reader-of-more');
    const exchange = discord.use('ask', { question: '秦剛怎麼說？' }, { user });
    const message = await discord.answerTo(exchange);
    const read = async (article = '5') => textOf(await discord.answerTo(discord.use('article', { article }, { user })));
    expect(await read()).toContain('no number 5');
    await discord.answerTo(discord.press(message, buttonOf(message, 'More'), { user }));
    expect(await read()).toContain('最后的一段4。');
    // What stands above still has its numbers.
    expect(await read('2')).toContain('最后的一段1。');
  });

  it('keep the private ones private when pages are turned', async () => {
    const message = { ...(await answered({ private: true })), flags: 64 };
    const longer = await discord.answerTo(discord.press(message, buttonOf(message, 'More')));
    expect(buttonsOf(longer)).toHaveProperty('Share here');
  });

  it('belong to the whole question that a follow-up was taken for', async () => {
    const message = await answered({ question: '那王毅呢？' });
    expect(textOf(message)).toMatch(/^Understood as: 王毅怎麼說？/);
    const longer = await discord.answerTo(discord.press(message, buttonOf(message, 'More')));
    expect(asked.findLast(({ text }) => text === '那王毅呢？')?.conversation).toEqual(expect.any(String));
    expect(asked.at(-1)?.text).toBe('王毅怎麼說？');
    expect(asked.at(-1)?.conversation).toBeUndefined();
    expect(textOf(longer)).toMatch(/^Question: 王毅怎麼說？/);
  });

  it('keep what the question was narrowed to', async () => {
    const message = await answered({ outlet: '自由亚洲电台', since: '2023-06', until: '2023' });
    await discord.answerTo(discord.press(message, buttonOf(message, 'More')));
    expect(asked.at(-1)).toMatchObject({ outlet: '自由亚洲电台', since: '2023-06', until: '2023' });
  });

  it('keep it although its names are longer than a button’s id', async () => {
    const outlet = LONG_OUTLET;
    const message = await answered({ outlet, question: 'Who?', since: '2023-06-01', until: '2023-06-30' });
    const longer = await discord.answerTo(discord.press(message, buttonOf(message, 'More')));
    expect(asked.at(-1)).toMatchObject({ outlet, since: '2023-06-01' });
    await discord.answerTo(discord.press(longer, buttonOf(longer, 'More')));
    expect(asked.at(-1)).toMatchObject({ outlet, until: '2023-06-30' });
  });

  it('work after a restart', async () => {
    const message = await answered();
    await restart();
    const passage = discord.choose(message, choiceOf(message, '相向而行0。'));
    expect(textOf(await discord.answerTo(passage))).toContain('最后的一段0。');
    for (const [label, shown] of [
      ['in Traditional', '相向而行0'],
      ['More', '相向而行3'],
    ] as const)
      expect(textOf(await discord.answerTo(discord.press(message, buttonOf(message, label))))).toContain(shown);
  });

  it('of a reply are those of whoever it replies to, after a restart too', async () => {
    const user = person('reader');
    const message = await discord.replyTo(discord.say(`<@${BOT_ID}> 秦剛怎麼說？`, { user }));
    await restart();
    const others = discord.press(message, buttonOf(message, '更多'), { user: person('other') });
    await discord.answerTo(others);
    const own = discord.press(message, buttonOf(message, '更多'), { user });
    await discord.answerTo(own);
    expect([others.isEphemeral, own.isEphemeral]).toEqual([true, false]);
  });

  it('say so when the article has changed, the message does not show its question, or the version is another', async () => {
    const message = await answered();
    const changed = articles.map(({ id, text }) => fakeArticle(id, text.replaceAll('秦刚', '王毅').split('\n\n')));
    await restart(changed);
    const old = [
      discord.choose(message, choiceOf(message, '相向而行0。')),
      discord.press({ ...message, embeds: [] }, buttonOf(message, 'More')),
      discord.press(message, 'vote:7'),
      discord.press(message, 'p:x'),
    ];
    for (const press of old) {
      expect(textOf(await discord.answerTo(press))).toContain('can no longer be shown');
      expect(press.isEphemeral).toBe(true);
    }
    await restart();
  });
});
