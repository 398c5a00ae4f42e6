import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const HOOK = { TELEGRAM_TOKEN: '1:t', TELEGRAM_WEBHOOK_URL: 'https://bot.example', TELEGRAM_WEBHOOK_SECRET: 's-1' };

describe('readConfig', () => {
  it('needs nothing, and takes empty variables for unset ones', () => {
    const nothing = { corpusDirs: [], logLevel: 'warn', lang: 'en', discord: null, telegram: null };
    expect(readConfig({})).toEqual({ config: nothing });
    expect(readConfig({ CORPUS_DIR: '', LOG_LEVEL: ' ', PORT: '', DISCORD_TOKEN: '', LANG: '' })).toEqual({
      config: nothing,
    });
  });

  it('reads all that is set', () => {
    const env = {
      ...HOOK,
      CORPUS_DIR: ['/a', '/b'].join(delimiter),
      LOG_LEVEL: 'debug',
      PORT: '3000',
      DISCORD_TOKEN: 't',
    };
    expect(readConfig({ ...env, TELEGRAM_API_URL: 'http://localhost:8081' })).toEqual({
      config: {
        corpusDirs: ['/a', '/b'],
        logLevel: 'debug',
        lang: 'en',
        discord: { token: 't', apiUrl: null },
        telegram: {
          token: '1:t',
          apiUrl: 'http://localhost:8081',
          webhook: { url: 'https://bot.example', secret: 's-1', port: 3000 },
          allowedChats: null,
        },
      },
    });
  });

  it.each([
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80a' }],
    ['DISCORD_API_URL', { DISCORD_API_URL: 'discord.com' }],
    ['TELEGRAM_API_URL', { TELEGRAM_API_URL: 'ftp://x' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_WEBHOOK_URL: 'https://bot.example' }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...HOOK, TELEGRAM_WEBHOOK_SECRET: 'two words' }],
  ])('names %s when it cannot be used: %j', (name, env) => {
    expect(readConfig(env)).toEqual({ faults: [expect.stringContaining(name)] });
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
});
