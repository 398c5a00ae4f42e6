import { assert, constantFrom, integer, oneof, option, property, record, string, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonId, readButtonId, type AskedWith, type Press } from '../../../src/adapters/discord/button-ids.ts';
import type { AskedKind, InterfaceLang } from '../../../src/core/index.ts';

const lang = constantFrom<InterfaceLang>('zh-Hant', 'zh-Hans', 'en');
const page = integer({ min: 0, max: 99 });
const text = string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
const key = constantFrom('Ab3-_9xZ', '00000000');
const perhaps = <T>(some: Arbitrary<T>): Arbitrary<T | undefined> => option(some, { nil: undefined });
const day = perhaps(constantFrom('2023', '2023-10', '2023-10-28'));

const asked: Arbitrary<AskedWith> = record({
  as: perhaps(constantFrom<AskedKind>('answer', 'comparison', 'timeline', 'listing')),
  lang,
  limit: option(integer({ min: 1, max: 100 })),
  outlet: perhaps(text),
  author: perhaps(text),
  tag: perhaps(text),
  since: day,
  until: day,
});

const press: Arbitrary<Press> = oneof(
  record({ action: constantFrom('page' as const, 'convert' as const, 'share' as const), page, asked }),
  record({
    action: constantFrom('passage' as const),
    article: key,
    start: integer({ min: 0, max: 10_000_000 }),
    end: integer({ min: 0, max: 10_000_000 }),
    mark: constantFrom('a-_9'),
  }),
  record({ action: constantFrom('article' as const), article: key, page, lang }),
  record({ action: constantFrom('sources' as const), page, lang }),
);

describe('buttonId', () => {
  it('is read as what it was made of, and never longer than Discord takes', () => {
    assert(
      property(press, (press) => {
        const id = buttonId(press);
        if (id === null) return;
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readButtonId(id)).toEqual(press);
      }),
    );
  });

  it('is there for every outlet with a name of common length', () => {
    const days = { since: '2023-10-28', until: '2023-10-28' } as const;
    const asked = { as: 'comparison', lang: 'zh-Hant', limit: 36, author: undefined, tag: undefined, ...days } as const;
    expect(buttonId({ action: 'page', page: 12, asked: { ...asked, outlet: '报'.repeat(50) } })).not.toBeNull();
  });
});

describe('readButtonId', () => {
  it.each(['', 'where', 'p', 'p:x:a:t', 'p:1:a:q', 'c:key', 'c:key:1:-2:m', 't:key:1', 'o:1:z', 'zz:1', 'p:-1:a:t'])(
    'knows nothing of %j',
    (id) => expect(readButtonId(id)).toBeNull(),
  );

  it('reads anything without a fault', () => {
    assert(property(string({ maxLength: 100 }), (id) => void readButtonId(id)));
    assert(property(string({ maxLength: 98 }), (rest) => void readButtonId(`p:${rest}`)));
  });
});
