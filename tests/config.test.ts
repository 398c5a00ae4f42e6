import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const HOOK = { TELEGRAM_TOKEN: '1:t', TELEGRAM_WEBHOOK_URL: 'https://bot.example', TELEGRAM_WEBHOOK_SECRET: 's-1' };

describe('readConfig', () => {
  it('needs nothing, and takes empty variables for unset ones', () => {
    const nothing = {
      corpusDirs: [],
      index: null,
      logLevel: 'warn',
      logFormat: 'text',
      secrets: [],
      statusPorts: [],
      lang: 'en',
      reader: null,
      discord: null,
      telegram: null,
    };
    expect(readConfig({})).toEqual({ config: nothing });
    expect(readConfig({ CORPUS_DIR: '', LOG_LEVEL: ' ', PORT: '', DISCORD_TOKEN: '', LANG: '' })).toEqual({
      config: nothing,
    });
  });

  it.each([
    [{ TELEGRAM_PROXY: 'http://own:3128', HTTPS_PROXY: 'http://usual:3128' }, 'http://own:3128'],
    [{ HTTPS_PROXY: 'http://usual:3128' }, 'http://usual:3128'],
    [{ https_proxy: 'http://usual:3128' }, 'http://usual:3128'],
    [{ HTTPS_PROXY: 'http://usual:3128', NO_PROXY: 'example.org, .telegram.org' }, null],
    [{ HTTPS_PROXY: 'http://usual:3128', NO_PROXY: 'other.org' }, 'http://usual:3128'],
    [{ HTTPS_PROXY: 'http://usual:3128', NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://usual:3128', TELEGRAM_API_URL: 'http://localhost:8081' }, null],
  ])('reaches Telegram with %j by %s', (env, proxy) => {
    const read = readConfig({ TELEGRAM_TOKEN: '1:t', ...env });
    expect('config' in read ? read.config.telegram?.proxy : read).toBe(proxy);
  });

  it('reads all that is set', () => {
    const env = {
      ...HOOK,
      CORPUS_DIR: ['/a', '/b'].join(delimiter),
      LOG_LEVEL: 'debug',
      PORT: '3000',
      DISCORD_TOKEN: 't',
      INDEX: ' /a.index ',
    };
    expect(readConfig({ ...env, TELEGRAM_API_URL: 'http://localhost:8081' })).toEqual({
      config: {
        corpusDirs: ['/a', '/b'],
        index: '/a.index',
        logLevel: 'debug',
        logFormat: 'text',
        secrets: ['t', '1:t', 's-1'],
        statusPorts: [{ port: 3000, hasMetrics: true }],
        lang: 'en',
        reader: null,
        discord: { token: 't', apiUrl: null, allowedGuilds: null, allowedChannels: null, shards: null },
        telegram: {
          token: '1:t',
          apiUrl: 'http://localhost:8081',
          webhook: { url: 'https://bot.example', secret: 's-1', port: 3000 },
          allowedChats: null,
          proxy: null,
        },
      },
    });
  });

  it.each([
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80a' }],
    ['METRICS_PORT', { METRICS_PORT: 'none' }],
    ['LOG_FORMAT', { LOG_FORMAT: 'xml' }],
    ['DISCORD_API_URL', { DISCORD_API_URL: 'discord.com' }],
    ['DISCORD_ALLOWED_GUILDS', { DISCORD_ALLOWED_GUILDS: 'Newsroom' }],
    ['DISCORD_ALLOWED_CHANNELS', { DISCORD_ALLOWED_CHANNELS: '#news' }],
    ['DISCORD_SHARDS', { DISCORD_SHARDS: '0' }],
    ['TELEGRAM_API_URL', { TELEGRAM_API_URL: 'ftp://x' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_URL: 'https://bot.example' }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...HOOK, TELEGRAM_WEBHOOK_SECRET: 'two words' }],
    ['TELEGRAM_ALLOWED_CHATS', { TELEGRAM_ALLOWED_CHATS: '-100123, my group' }],
    ['TELEGRAM_ALLOWED_CHATS', { TELEGRAM_ALLOWED_CHATS: '12a' }],
  ])('names %s when it cannot be used: %j', (name, env) => {
    expect(readConfig(env)).toEqual({ faults: [expect.stringContaining(name)] });
  });

  it.each([
    ['a port of its own', { METRICS_PORT: '9090' }, [{ port: 9090, hasMetrics: true }]],
    ['PORT without a webhook', { PORT: '8000' }, [{ port: 8000, hasMetrics: true }]],
    ["a webhook's usual port", HOOK, [{ port: 8080, hasMetrics: true }]],
    [
      'figures apart from a webhook, which keeps its health',
      { ...HOOK, METRICS_PORT: '9090' },
      [
        { port: 8080, hasMetrics: false },
        { port: 9090, hasMetrics: true },
      ],
    ],
    ['one port named twice', { PORT: '8000', METRICS_PORT: '8000' }, [{ port: 8000, hasMetrics: true }]],
    ["no port in one of Discord's shards", { METRICS_PORT: '9090', SHARDING_MANAGER: 'true' }, []],
  ])('says how it is on %s', (_, env, statusPorts) => {
    expect(readConfig(env)).toMatchObject({ config: { statusPorts } });
  });

  it('reads where Discord is to be answered, and by how many processes', () => {
    const env = {
      DISCORD_TOKEN: 't',
      DISCORD_ALLOWED_GUILDS: '200000000000000001, 200000000000000002',
      DISCORD_ALLOWED_CHANNELS: '300000000000000001',
    };
    expect(readConfig({ ...env, DISCORD_SHARDS: 'auto' })).toMatchObject({
      config: {
        discord: {
          allowedGuilds: ['200000000000000001', '200000000000000002'],
          allowedChannels: ['300000000000000001'],
          shards: 'auto',
        },
      },
    });
    expect(readConfig({ ...env, DISCORD_SHARDS: '3' })).toMatchObject({ config: { discord: { shards: 3 } } });
  });

  it('is one shard of Discord and nothing else where discord.js has started the process', () => {
    const env = { ...HOOK, DISCORD_TOKEN: 't', DISCORD_SHARDS: '3', SHARDING_MANAGER: 'true' };
    expect(readConfig(env)).toMatchObject({ config: { telegram: null, discord: { shards: null } } });
  });

  it('reads the chats that a bot is open to', () => {
    const env = { TELEGRAM_TOKEN: '1:t', TELEGRAM_ALLOWED_CHATS: ' -100123,42 , @Readers ' };
    expect(readConfig(env)).toMatchObject({ config: { telegram: { allowedChats: ['-100123', '42', '@readers'] } } });
  });

  it('reports all faults together, and no token', () => {
    const reading = readConfig({
      ...HOOK,
      LOG_LEVEL: 'x',
      PORT: 'y',
      TELEGRAM_TOKEN: 'secret-token',
      DISCORD_API_URL: 'z',
    });
    expect('faults' in reading && reading.faults).toHaveLength(3);
    expect(JSON.stringify(reading)).not.toContain('secret-token');
  });

  it.each([
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    [{ LANG: 'zh_HK' }, 'zh-Hant'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
  ])('speaks for %j %s', (env, lang) => {
    expect(readConfig(env)).toMatchObject({ config: { lang } });
  });

  it('reads where the model is that may choose, with what it takes to ask it', () => {
    const given = { READER_URL: 'http://localhost:11434/v1', READER_MODEL: 'small' };
    const usual = {
      url: given.READER_URL,
      model: 'small',
      key: null,
      timeout: 8_000,
      atOnce: 2,
      when: 'all',
      chats: null,
    };
    expect(readConfig(given)).toMatchObject({ config: { reader: usual } });
    const all = { ...given, READER_KEY: 'k', READER_TIMEOUT: '2.5', READER_AT_ONCE: '4', READER_FOR: 'unsure' };
    const chats = ['200000000000000001', '@riverside', '-100200300'];
    expect(readConfig({ ...all, READER_CHATS: '200000000000000001, @Riverside -100200300' })).toMatchObject({
      config: { reader: { ...usual, key: 'k', timeout: 2_500, atOnce: 4, when: 'unsure', chats } },
    });
  });

  it.each([
    [{ READER_URL: 'http://localhost/v1' }, /READER_MODEL/],
    [{ READER_URL: 'localhost', READER_MODEL: 'm' }, /READER_URL/],
    [{ READER_TIMEOUT: '0' }, /READER_TIMEOUT/],
    [{ READER_TIMEOUT: 'soon' }, /READER_TIMEOUT/],
    [{ READER_AT_ONCE: '0' }, /READER_AT_ONCE/],
    [{ READER_FOR: 'some' }, /READER_FOR/],
    [{ READER_CHATS: 'everybody' }, /READER_CHATS/],
  ])('says what is wrong with %j', (env, sentence) => {
    expect(readConfig(env)).toEqual({ faults: [expect.stringMatching(sentence)] });
  });
});
