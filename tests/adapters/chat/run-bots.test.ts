import { describe, expect, it } from 'vitest';
import { BotFault, type Bot, type BotPlatform } from '../../../src/adapters/chat/bot.ts';
import { runBots } from '../../../src/adapters/chat/run-bots.ts';
import { takesAnyFilters } from '../../support/fake-library.ts';

/** A bot that is up until it is stopped, or until it fails. */
function fakeBot(name: string, startFault: Error | null = null) {
  let stops = 0;
  let end = (): void => undefined;
  let fail: (error: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => ([end, fail] = [resolve, reject]));
  ended.catch(() => undefined);
  const bot: Bot = {
    name,
    ended,
    start: async () => {
      if (startFault !== null) throw startFault;
    },
    stop: async () => {
      stops += 1;
      end();
    },
  };
  const platform: BotPlatform = { name, create: async () => bot };
  return { platform, fail: (error: Error) => fail(error), stops: () => stops };
}

function run(platforms: readonly BotPlatform[]) {
  const said: string[] = [];
  let signal = async (): Promise<void> => undefined;
  const quiet = (): void => undefined;
  const parts = {
    ask: () => Promise.reject(new Error('not asked here')),
    corpus: () => ({ articles: [], faults: [], checkFilters: takesAnyFilters }),
    lang: 'en' as const,
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    say: (sentence: string) => void said.push(sentence),
  };
  const status = runBots(platforms, parts, { onSignal: (stop) => (signal = stop), onUncaught: quiet, exit: quiet });
  return { status, said, signal: async () => await signal() };
}

/** All that was begun has got as far as it can by itself. */
const started = async (): Promise<void> => await new Promise((settle) => setImmediate(settle));

describe('runBots', () => {
  it('stops all of them when it is told to, and ends with 0', async () => {
    const [one, two] = [fakeBot('one'), fakeBot('two')];
    const { status, signal } = run([one.platform, two.platform]);
    await started();
    await signal();
    expect(await status).toBe(0);
    expect([one.stops(), two.stops()]).toEqual([1, 1]);
  });

  it('leaves the others up when one fails, at the start or later', async () => {
    const [bad, worse, good] = [fakeBot('bad', new BotFault('Set a token.')), fakeBot('worse'), fakeBot('good')];
    const { status, said, signal } = run([bad.platform, worse.platform, good.platform]);
    worse.fail(new BotFault('Gone.'));
    await started();
    expect(said).toEqual(['bad: Set a token.', 'worse: Gone.']);
    expect(good.stops()).toBe(0);
    await signal();
    expect(await status).toBe(0);
  });

  it('ends with 1 when all have failed, and keeps the details of a fault to the log', async () => {
    const { status, said } = run([
      fakeBot('one', new BotFault('Set a token.')).platform,
      fakeBot('two', new Error('secret detail')).platform,
      { name: 'three', create: () => Promise.reject(new Error('secret detail')) },
    ]);
    expect(await status).toBe(1);
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain('secret');
  });

  it('leaves nothing of a failed bot behind', async () => {
    const bot = fakeBot('one', new Error('no'));
    await run([bot.platform]).status;
    expect(bot.stops()).toBe(1);
  });
});
