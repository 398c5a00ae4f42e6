import { describe, expect, it } from 'vitest';
import { createKeyedQueue } from '../../../src/adapters/chat/keyed-queue.ts';

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { work: () => ended, end };
}

describe('a keyed queue', () => {
  it('do what was given for a key in order', async () => {
    const queue = createKeyedQueue();
    const done: number[] = [];
    const first = held();
    const runs = [
      queue.run('a', async () => {
        await first.work();
        done.push(1);
      }),
      queue.run('a', async () => void done.push(2)),
    ];
    await queue.run('b', async () => void done.push(3));
    first.end();
    await Promise.all(runs);
    expect(done).toEqual([3, 1, 2]);
  });

  it('hand on a fault, and go on behind it', async () => {
    const queue = createKeyedQueue();
    const failing = queue.run('a', async () => {
      throw new Error('no');
    });
    const next = queue.run('a', async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('are idle when all is done, and then hold nothing', async () => {
    const queue = createKeyedQueue();
    const [one, two] = [held(), held()];
    void queue.run('a', one.work);
    void queue.run('b', async () => {
      await two.work();
      void queue.run('c', async () => undefined);
    });
    let idle = false;
    const settled = queue.idle().then(() => (idle = true));
    one.end();
    await queue.run('d', async () => undefined);
    expect(idle).toBe(false);
    two.end();
    await settled;
    expect(queue.size).toBe(0);
  });
});
