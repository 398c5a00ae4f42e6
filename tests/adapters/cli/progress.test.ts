import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/adapters/cli/progress.ts';

function watched(isTTY: boolean): { shown: () => string; at: (time: number, done: number) => void; end: () => void } {
  let now = 0;
  let shown = '';
  const stderr = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  stderr.on('data', (text: string) => (shown += text));
  const progress = createProgress(stderr, () => now);
  return {
    shown: () => shown,
    at(time, done) {
      now = time;
      progress.onProgress('read', done, 5000);
    },
    end: () => progress.end(),
  };
}

describe('progress', () => {
  it('says nothing about what is done within a second', () => {
    const { shown, at, end } = watched(true);
    at(10, 1);
    at(990, 4999);
    end();
    expect(shown()).toBe('');
  });

  it('shows one line from then on, not more than ten times a second, and clears it', () => {
    const { shown, at, end } = watched(true);
    at(1001, 2000);
    at(1050, 2100);
    at(1200, 2400);
    end();
    expect(shown()).toBe(
      '\rReading: 2,000 of 5,000 files …\u001b[K\rReading: 2,400 of 5,000 files …\u001b[K\r\u001b[K',
    );
  });

  it('says nothing where stderr is not a terminal', () => {
    const { shown, at, end } = watched(false);
    at(9000, 1);
    end();
    expect(shown()).toBe('');
  });
});
