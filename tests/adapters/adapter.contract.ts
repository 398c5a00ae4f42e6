import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Article, Ask } from '../../src/core/index.ts';
import { fakeAnswer, fakeArticle, fakeNotFound } from '../support/fake-library.ts';

/** An adapter on a fake platform. */
interface Harness {
  readonly adapter: Adapter;
  /** Says something as a person would and resolves to all that came back. */
  readonly say: (text: string) => Promise<string>;
}

interface ContractOptions {
  readonly create: (parts: { readonly ask: Ask; readonly articles: readonly Article[] }) => Harness;
  /** What the platform would obey if it came through as it is. */
  readonly hostile: { readonly text: string; readonly danger: RegExp };
}

/** What every adapter has to do, whatever its platform. */
export function adapterContract(name: string, { create, hostile }: ContractOptions): void {
  const article = fakeArticle('qin-call', ['The two ministers spoke by telephone.']);
  const answering = (): Harness => create({ ask: async () => fakeAnswer([article]), articles: [article] });
  const started = async (harness: Harness): Promise<Harness> => {
    await harness.adapter.start();
    return harness;
  };

  describe(`the ${name} adapter`, () => {
    it('has a name', () => expect(answering().adapter.name).toBe(name));

    it('can be started and stopped twice', async () => {
      const { adapter } = answering();
      await adapter.start();
      await adapter.start();
      await adapter.stop();
      await expect(adapter.stop()).resolves.toBeUndefined();
    });

    it('can be stopped before it was started', async () => {
      await expect(answering().adapter.stop()).resolves.toBeUndefined();
    });

    it('answers a question with the quotation, the outlet, the day, the title and the link', async () => {
      const { adapter, say } = await started(answering());
      const reply = await say('Who spoke by telephone?');
      for (const part of [
        'The two ministers spoke by telephone.',
        '自由亚洲电台',
        '2023-06-14',
        article.title,
        article.url ?? '',
      ])
        expect(reply).toContain(part);
      await adapter.stop();
    });

    it('asks exactly what the person asked', async () => {
      const asked: string[] = [];
      const ask: Ask = async ({ text }) => {
        asked.push(text);
        return fakeNotFound();
      };
      const { adapter, say } = await started(create({ ask, articles: [] }));
      await say('布林肯預計何時訪問中國？');
      expect(asked).toEqual(['布林肯預計何時訪問中國？']);
      await adapter.stop();
    });

    it('says so when the coverage holds no answer', async () => {
      const { adapter, say } = await started(create({ ask: async () => fakeNotFound(), articles: [] }));
      expect(await say('What about bitcoin?')).toContain('does not answer that');
      await adapter.stop();
    });

    it('says why a question was refused', async () => {
      const refusal = {
        ...fakeNotFound(),
        kind: 'rejected',
        reason: { code: 'too-long', length: 1001, limit: 1000 },
      } as const;
      const { adapter, say } = await started(create({ ask: async () => refusal, articles: [] }));
      expect(await say('x'.repeat(1001))).toContain('1001');
      await adapter.stop();
    });

    it('survives a fault with one neutral sentence', async () => {
      let calls = 0;
      const ask: Ask = async () => {
        calls += 1;
        if (calls === 1) throw new Error('secret detail');
        return fakeAnswer([article]);
      };
      const { adapter, say } = await started(create({ ask, articles: [article] }));
      const reply = await say('first');
      expect(reply).toContain('Something went wrong here. Please try again.');
      expect(reply).not.toContain('secret detail');
      expect(await say('second')).toContain('The two ministers spoke by telephone.');
      await adapter.stop();
    });

    it('makes hostile text harmless', async () => {
      const evil = fakeArticle('evil', [hostile.text], { title: hostile.text, outlet: hostile.text });
      const { adapter, say } = await started(create({ ask: async () => fakeAnswer([evil]), articles: [evil] }));
      expect(await say('anything')).not.toMatch(hostile.danger);
      await adapter.stop();
    });
  });
}
