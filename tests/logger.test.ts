import { describe, expect, it } from 'vitest';
import { askedText, createLog, LOG_LEVELS, type LogFormat, type LogLevel } from '../src/logger.ts';

const logOf = (level: LogLevel, format: LogFormat, secrets: readonly string[] = []) => {
  const lines: string[] = [];
  return { ...createLog({ level, format, secrets, write: (line) => lines.push(line) }), lines };
};

const objects = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('The log', () => {
  it.each(LOG_LEVELS)('at %s, writes what is of that level or above it', (level) => {
    const { logger, say, lines } = logOf(level, 'text');
    for (const name of ['debug', 'info', 'warn', 'error'] as const) logger[name]('a line');
    say('A notice.');
    const expected = LOG_LEVELS.slice(LOG_LEVELS.indexOf(level)).filter((name) => name !== 'silent');
    expect(lines).toEqual([...expected.map((name) => `${name}: a line\n`), 'A notice.\n']);
  });

  it('in lines of text, writes what was asked beside the message', () => {
    const { logger, lines } = logOf('debug', 'text');
    logger.debug('asked', askedText('誰去了會場？'));
    expect(lines).toEqual(['debug: asked ("誰去了會場？")\n']);
  });

  it('in lines of JSON, never writes what was asked, nor an error in its place', () => {
    const { logger, lines } = logOf('debug', 'json');
    logger.debug('asked', askedText('誰去了會場？'));
    expect(objects(lines)).toEqual([{ time: expect.any(String), level: 'debug', message: 'asked' }]);
  });

  it('writes the stack of a fault at debug only', () => {
    const fault = new Error('no such place');
    for (const format of ['text', 'json'] as const) {
      const [all, less] = [logOf('debug', format), logOf('info', format)];
      all.logger.warn('failed', fault);
      less.logger.warn('failed', fault);
      expect(all.lines.join('')).toContain('logger.test');
      expect(less.lines.join('')).toContain('no such place');
      expect(less.lines.join('')).not.toContain('logger.test');
    }
  });

  it('redacts tokens, wherever they stand, and no short word', () => {
    const { logger, say, lines } = logOf('info', 'json', ['12345678:token', 'words']);
    logger.error('refused 12345678:token', new Error('GET /bot12345678:token/getMe'));
    say('words of 12345678:token');
    expect(objects(lines)).toMatchObject([
      { level: 'error', message: 'refused [secret]', error: 'GET /bot[secret]/getMe' },
      { level: 'notice', message: 'words of [secret]' },
    ]);
  });
});
