import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHistory, HISTORY_LIMIT, historyFile } from '../../../src/adapters/repl/history.ts';
import { emptyFolder } from '../../support/folders.ts';

describe('historyFile', () => {
  it.each([
    ['the state folder', { XDG_STATE_HOME: '/state' }, /^\/state\/readout\/history$/],
    ['home, where none is set', {}, /\/\.local\/state\/readout\/history$/],
    [
      'home, where a relative one is set, which the specification says to ignore',
      { XDG_STATE_HOME: 'x' },
      /^\/.*\.local/,
    ],
  ])('lies in %s', (_, env, path) => {
    expect(historyFile(env)).toMatch(path);
  });
});

describe('createHistory', () => {
  it('keeps lines between runs, newest first, for their owner only', () => {
    const file = join(emptyFolder(), 'new', 'readout', 'history');
    createHistory(file).add('first');
    createHistory(file).add('second\nline');
    expect(createHistory(file).load()).toEqual(['second line', 'first']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('forgets the oldest lines', () => {
    const file = join(emptyFolder(), 'history');
    writeFileSync(file, Array.from({ length: HISTORY_LIMIT + 5 }, (_, at) => `line ${at}\n`).join(''));
    const lines = createHistory(file).load();
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([HISTORY_LIMIT, `line ${HISTORY_LIMIT + 4}`, 'line 5']);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(HISTORY_LIMIT + 1);
  });

  it('goes on without a file that can be read or written', () => {
    const file = join(emptyFolder(), 'history');
    mkdirSync(file);
    const history = createHistory(file);
    history.add('lost');
    expect(history.load()).toEqual([]);
  });
});
