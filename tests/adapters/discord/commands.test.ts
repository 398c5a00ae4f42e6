import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readGazetteer, type Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';
import {
  CHANNEL_ID,
  directlyWith,
  GUILD_ID,
  inGroup,
  inThread,
  person,
  THREAD_ID,
} from '../../support/discord-server/entities.ts';
import { messageBy } from '../../support/discord-server/entities.ts';
import { openDiscord } from '../../support/discord-server/server.ts';
import { botOn, buttonsOf, textOf } from './running-bot.ts';

const qin = fakeArticle('2023-qin', ['秦刚说，希望美方与中方相向而行。'], {
  title: '美国与中国外长通话',
  tags: ['秦刚', '布林肯'],
  author: '沈若海',
});
const wang = fakeArticle('2024-wang', ['Wang Yi and Blinken met.'], {
  outlet: '大紀元',
  date: '2024-01-02',
  tags: ['布林肯'],
});
const LONG = fakeArticle(`long-${'x'.repeat(120)}`, ['Text.'], { title: `Long ${'title '.repeat(40)}`, date: null });

const discord = await openDiscord();
const asked: Question[] = [];
let beforeAnswer = (): unknown => undefined;
const { bot, said, logged } = botOn(discord, {
  ask: async (question) => {
    asked.push(question);
    beforeAnswer();
    return fakeAnswer([question.tag === 'other' ? wang : qin], {
      question: question.text,
      lang: question.lang ?? 'en',
    });
  },
  articles: [qin, wang, LONG],
  names: readGazetteer([
    { kind: 'place', text: '美国, 美國, United States' },
    { kind: 'word', text: '通话, 通話' },
  ]),
});

beforeAll(async () => await bot.start());
afterEach(() => void asked.splice(0));
afterAll(async () => {
  await bot.stop();
  await discord.close();
});

describe('at its start', () => {
  it('registers all commands, in three languages', () => {
    expect(discord.commands().map(({ name }) => name)).toEqual([
      'ask',
      'compare',
      'timeline',
      'list',
      'sources',
      'article',
      'lang',
      'privacy',
      'help',
      'Ask the coverage about this',
    ]);
    expect(discord.commands()[0]).toMatchObject({
      name_localizations: { 'zh-TW': '提問', 'zh-CN': '提问' },
      description_localizations: { 'zh-TW': '查問報道說過甚麼' },
    });
    expect(discord.commands().at(-1)).toMatchObject({ type: 3, name_localizations: { 'zh-CN': '查询相关报道' } });
  });

  it('registers them for servers and for people, who have them everywhere', () => {
    for (const command of discord.commands())
      expect(command).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  it('shows how to ask', () => expect(discord.gateway.activities).toEqual(['/ask']));

  it('prints an invitation with the permissions it needs and no other', () => {
    const link = new URL(/https:\S+$/.exec(said.join('\n'))?.[0] ?? '');
    expect(link.searchParams.get('scope')).toBe('bot applications.commands');
    // View channels, send messages there and in threads, embed links, read history.
    const needed = [10n, 11n, 38n, 14n, 16n].reduce((all, bit) => all | (1n << bit), 0n);
    expect(BigInt(link.searchParams.get('permissions') ?? 0)).toBe(needed);
  });

  it('asks for no intent that has to be granted', () =>
    // Servers, messages in servers, direct messages.
    expect(discord.gateway.intents).toEqual([(1 << 0) | (1 << 9) | (1 << 12)]));
});

describe('/ask', () => {
  it('asks with all that was given, in the language of the person’s Discord, as a turn of a conversation', async () => {
    const user = person('reader');
    const options = { question: '秦剛怎麼說？', outlet: 'RFA', since: '2023', until: '2023-10' };
    await discord.answerTo(discord.use('ask', options, { user, locale: 'zh-TW' }));
    expect(asked).toEqual([
      {
        text: '秦剛怎麼說？',
        outlet: 'RFA',
        since: '2023',
        until: '2023-10',
        as: undefined,
        lang: 'zh-Hant',
        conversation: `${CHANNEL_ID}:${user.id}`,
      },
    ]);
  });

  it('is deferred before it is looked up, answered once, and public', async () => {
    const exchange = discord.use('ask', { question: 'Who spoke?' });
    let wasDeferred = false;
    beforeAnswer = () => (wasDeferred = exchange.acknowledgedAt !== null && exchange.answers === 0);
    const message = await discord.answerTo(exchange);
    expect(wasDeferred).toBe(true);
    expect(textOf(message)).toContain('秦刚说，希望美方与中方相向而行。');
    expect(exchange).toMatchObject({ isEphemeral: false, answers: 1 });
    expect(buttonsOf(message)).not.toHaveProperty('Share here');
  });

  it('keeps what was asked privately out of the conversation that everybody sees', async () => {
    const user = person('reader');
    await discord.answerTo(discord.use('ask', { question: 'Who spoke?', private: true }, { user }));
    await discord.answerTo(discord.use('ask', { question: 'And when?' }, { user }));
    const [aside, open] = asked.slice(-2);
    expect(aside?.conversation).toBe(`${CHANNEL_ID}:${user.id}:private`);
    expect(open?.conversation).toBe(`${CHANNEL_ID}:${user.id}`);
  });

  it('answers privately when told, and can then be shared; not in a direct message, where nobody else is', async () => {
    const exchange = discord.use('ask', { question: 'Who spoke?', private: true });
    expect(buttonsOf(await discord.answerTo(exchange))).toHaveProperty('Share here');
    expect(exchange.isEphemeral).toBe(true);
    const user = person('reader');
    const direct = discord.use('ask', { question: 'Who spoke?', private: true }, { user, place: directlyWith(user) });
    expect(buttonsOf(await discord.answerTo(direct))).not.toHaveProperty('Share here');
  });

  it('has a conversation of its own in a thread, which is about what the thread is called until something was asked', async () => {
    const user = person('reader');
    for (const question of ['And then?', 'And when?'])
      await discord.answerTo(discord.use('ask', { question }, { user, place: inThread }));
    expect(asked.map(({ text }) => text)).toEqual(['the telephone call', 'And then?', 'And when?']);
    for (const { conversation } of asked) expect(conversation).toBe(`${THREAD_ID}:${user.id}:${THREAD_ID}`);
  });

  it('keeps what was asked privately among several people out of what they all see, and can share it', async () => {
    const user = person('reader');
    const among = { user, place: inGroup };
    const own = await discord.answerTo(discord.use('ask', { question: 'Who spoke?', private: true }, among));
    await discord.answerTo(discord.use('ask', { question: 'And when?' }, among));
    const places = asked.map(({ conversation }) => conversation);
    expect(places).toEqual([`${inGroup.channelId}:${user.id}:private`, `${inGroup.channelId}:${user.id}`]);
    expect(buttonsOf(own)).toHaveProperty('Share here');
  });

  it('speaks the language of the server, or of the question, where the person’s Discord has one that is not spoken here', async () => {
    const circumstances = { locale: 'ja', guildLocale: 'zh-TW' };
    const fresh = () => ({ ...circumstances, user: person('reader') });
    await discord.answerTo(discord.use('ask', { question: '2023' }, fresh()));
    await discord.answerTo(discord.use('ask', { question: 'Who spoke to whom on the phone?' }, fresh()));
    expect(asked.map(({ lang }) => lang)).toEqual(['zh-Hant', 'en']);
    expect(textOf(await discord.answerTo(discord.use('help', {}, fresh())))).toContain('**指令：**');
  });

  it('leaves questions to the log of those who look for a fault, and the token to nobody', () => {
    const above = logged.filter((line) => !line.startsWith('debug'));
    expect(above).toEqual([]);
    expect([...said, ...logged].join('\n')).not.toContain('test-token');
  });
});

describe('/compare and /timeline', () => {
  it.each([
    ['compare', 'comparison'],
    ['timeline', 'timeline'],
  ])('/%s asks for a %s', async (command, as) => {
    await discord.answerTo(discord.use(command, { question: 'the call' }));
    expect(asked).toMatchObject([{ text: 'the call', as }]);
  });
});

describe('what is offered while somebody types', () => {
  const offered = async (option: string, typed: string) => {
    const exchange = discord.complete(option === 'article' ? 'article' : 'ask', option, typed);
    await discord.until(() => exchange.choices !== null, 'choices');
    return (exchange.choices ?? []).map(({ value }) => value);
  };

  it('outlets, in either script', async () => {
    expect(await offered('outlet', '')).toEqual(['自由亚洲电台', '大紀元']);
    expect(await offered('outlet', '自由亞洲')).toEqual(['自由亚洲电台']);
    expect(await offered('outlet', 'nothing of ours')).toEqual([]);
  });

  it('authors, tags, and days by years and months', async () => {
    expect(await offered('author', '若海')).toEqual(['沈若海']);
    expect(await offered('tag', '秦剛')).toEqual(['秦刚']);
    expect(await offered('since', '')).toEqual(['2024', '2023', '2024-01', '2023-06', '2024-01-02', '2023-06-14']);
    expect(await offered('until', '06')).toEqual(['2023-06', '2023-06-14']);
  });

  it('names and headlines of the corpus as questions, and examples before anything is typed', async () => {
    expect(await offered('question', '')).toEqual(
      expect.arrayContaining(['How long did Blinken and Wang Yi meet?', '布林肯', '秦刚', '美国与中国外长通话']),
    );
    expect(await offered('question', '秦剛')).toEqual(['秦刚']);
    expect(await offered('question', '通話')).toEqual(['美国与中国外长通话']);
    expect(await offered('question', '美國')).toEqual(['美国', '美国与中国外长通话']);
  });

  it('articles, newest first, by words of their titles; those with long ids too', async () => {
    expect((await offered('article', '')).slice(0, 2)).toEqual([wang.id, qin.id]);
    const [key = ''] = await offered('article', 'long title');
    expect(key.length).toBeLessThan(100);
    expect(textOf(await discord.answerTo(discord.use('article', { article: key })))).toContain('**Long title');
  });
});

describe('the command on messages', () => {
  it('asks what the message says, without its mentions, for the person alone', async () => {
    const target = messageBy(
      person('colleague'),
      { channelId: CHANNEL_ID, guildId: GUILD_ID },
      { content: '<@123> Who spoke?' },
    );
    const exchange = discord.useOnMessage('Ask the coverage about this', target);
    expect(buttonsOf(await discord.answerTo(exchange))).toHaveProperty('Share here');
    expect(exchange.isEphemeral).toBe(true);
    expect(asked).toMatchObject([{ text: 'Who spoke?' }]);
  });

  it('asks what a message shows that has no words of its own', async () => {
    const place = { channelId: CHANNEL_ID, guildId: GUILD_ID };
    const embeds = [{ title: '布林肯訪華', description: '預計六月十八日。' }];
    for (const content of ['', 'https://news.example/1']) {
      asked.splice(0);
      const message = messageBy(person('other'), place, { content, embeds });
      await discord.answerTo(discord.useOnMessage('Ask the coverage about this', message));
      expect(asked.map(({ text }) => text)).toEqual(['布林肯訪華 預計六月十八日。']);
    }
  });
});

describe('the other commands, for the person alone', () => {
  const answer = async (command: string, options = {}, circumstances = {}) => {
    const exchange = discord.use(command, options, circumstances);
    const text = textOf(await discord.answerTo(exchange));
    expect(exchange.isEphemeral).toBe(true);
    return text;
  };

  it('/sources lists outlets, counts and days', async () =>
    expect(await answer('sources')).toContain('**大紀元** · 1 article · 2024-01-02'));

  it('/article shows an article with its metadata, or names those that may be meant', async () => {
    const text = await answer('article', { article: qin.id });
    for (const part of [
      '**美国与中国外长通话**',
      '自由亚洲电台',
      '2023-06-14',
      '(https://example.org/2023-qin)',
      qin.text,
    ])
      expect(text).toContain(part);
    expect(await answer('article', { article: '2023-quin' })).toContain('The nearest: 2023-qin');
  });

  it('/article takes the numbers of the answer that the person had last there', async () => {
    const user = person('reader');
    expect(await answer('article', { article: '1' }, { user })).toContain('no article “1”');
    await discord.answerTo(discord.use('ask', { question: 'Who spoke?' }, { user }));
    expect(await answer('article', { article: '[1]' }, { user })).toContain(qin.text);
    expect(await answer('article', { article: '1' })).not.toContain(qin.text);
  });

  it('/article takes the numbers of whichever answer came last, the private or the public one', async () => {
    const user = person('reader');
    const ask = async (options: object) =>
      await discord.answerTo(discord.use('ask', { question: 'Who?', ...options }, { user }));
    const read = async () => await answer('article', { article: '1' }, { user });
    await ask({ private: true, tag: 'other' });
    expect(await read()).toContain(wang.text);
    await ask({});
    expect(await read()).toContain(qin.text);
    await ask({ private: true, tag: 'other' });
    expect(await read()).toContain(wang.text);
  });

  it('/help and /privacy explain', async () => {
    expect(await answer('help')).toMatch(/<\/ask:\d+>/);
    expect(await answer('help')).toContain('In threads too, mention me or reply to me');
    const help = await discord.answerTo(discord.use('help'));
    expect(buttonsOf(help)).toHaveProperty('How long did Blinken and Wang Yi meet?');
    expect(await answer('privacy', {}, { locale: 'zh-CN' })).toContain('不会被');
  });

  it('/lang changes the language for that person, until they follow their Discord again', async () => {
    const user = person('reader');
    expect(await answer('lang', { language: 'zh-Hans' }, { user })).toContain('简体');
    expect(await answer('sources', {}, { user })).toContain('**出处**');
    expect(await answer('sources')).toContain('**Sources**');
    expect(await answer('lang', { language: 'auto' }, { user })).toContain('the language of your app');
    expect(await answer('sources', {}, { user })).toContain('**Sources**');
  });

  it('a command of an older version is explained, not ignored', async () =>
    expect(await answer('search')).toContain('Please ask again.'));
});
