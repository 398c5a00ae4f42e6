import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedOf,
  PRESS_LIMIT,
  questionAsked,
  readPress,
  writePress,
  type Asked,
  type Press,
} from '../../../src/adapters/chat/press.ts';
import type { Question } from '../../../src/core/index.ts';
import { fakeAnswer, fakeArticle } from '../../support/fake-library.ts';

const lang = fc.constantFrom('zh-Hant' as const, 'zh-Hans' as const, 'en' as const);
const kind = fc.constantFrom(
  'answer' as const,
  'comparison' as const,
  'timeline' as const,
  'listing' as const,
  undefined,
);
const mark = fc.constantFrom('', 'Abc_');
const day = fc.constantFrom('', '20231028');
const page = fc.nat(999);
const asked: fc.Arbitrary<Asked> = fc.record({
  level: fc.nat(9),
  of: kind,
  lang,
  anywhere: fc.constantFrom('anywhere' as const, undefined),
  as: kind,
  outlet: mark,
  author: mark,
  tag: mark,
  since: day,
  until: day,
  kind: fc.constantFrom('news' as const, 'transcript' as const, undefined),
});
const place = fc.record({
  article: fc.stringMatching(/^[\w-]{8}$/),
  start: fc.nat(10_000_000),
  end: fc.nat(10_000_000),
  mark: fc.stringMatching(/^[\w-]{4}$/),
});
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ kind: fc.constantFrom('page' as const, 'convert' as const, 'share' as const), page, asked }),
  fc.record({ kind: fc.constantFrom('more' as const, 'anywhere' as const), asked }),
  fc.record({ kind: fc.constantFrom('passage' as const, 'script' as const), place }),
  fc.record({ kind: fc.constant('article' as const), article: fc.stringMatching(/^[\w-]{8}$/), page }),
  fc.record({ kind: fc.constant('sources' as const), page }),
  fc.record({ kind: fc.constant('example' as const), lang, number: fc.nat(9) }),
  fc.record({
    kind: fc.constant('lang' as const),
    choice: fc.constantFrom('zh-Hant' as const, 'zh-Hans' as const, 'en' as const, 'auto' as const),
  }),
);

describe('what a button asks for', () => {
  it('is read again as it was written, and fits any platform', () => {
    fc.assert(
      fc.property(press, (each) => {
        const data = writePress(each);
        expect(readPress(data)).toEqual(each);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(PRESS_LIMIT);
      }),
    );
  });

  it.each(['', 'x', 'n:', 'n:-1', 'n:x', 'q:abc', 'q:abc:!:1:m', 'r:abc:!', 'e:q:0', 'l:klingon', 'constructor:1'])(
    'is nothing for %j',
    (data) => expect(readPress(data)).toBeNull(),
  );

  it('may be anything, without a fault', () => {
    fc.assert(
      fc.property(fc.string(), (data) => {
        expect(() => readPress(data)).not.toThrow();
      }),
    );
  });

  // These are below messages that were sent long ago: a change of how they are written leaves them unread.
  it.each([
    ['q:dpLDrTVA:0:2s:Abc_', { kind: 'passage', place: { article: 'dpLDrTVA', start: 0, end: 100, mark: 'Abc_' } }],
    ['k:dpLDrTVA:0:2s:Abc_', { kind: 'script', place: { article: 'dpLDrTVA', start: 0, end: 100, mark: 'Abc_' } }],
    ['r:dpLDrTVA:2', { kind: 'article', article: 'dpLDrTVA', page: 2 }],
    ['u:1', { kind: 'sources', page: 1 }],
    ['e:t:2', { kind: 'example', lang: 'zh-Hant', number: 2 }],
    ['l:auto', { kind: 'lang', choice: 'auto' }],
    ['n:1:a:s', expect.objectContaining({ kind: 'more' })],
    ['g:2:0:t:e::t:Abc_:::20230601:', expect.objectContaining({ kind: 'page', page: 2 })],
    ['v:0:0:a:t', expect.objectContaining({ kind: 'convert' })],
    ['h:0:0:a:t', expect.objectContaining({ kind: 'share' })],
    ['w:0:a:t', expect.objectContaining({ kind: 'anywhere' })],
  ])('stays %s', (data, each) => expect(readPress(data)).toEqual(each));
});

describe('the question of an answer', () => {
  const article = fakeArticle('one', ['Text.'], { outlet: '自由亚洲电台', author: '某人', tags: ['中国', '外交'] });
  const again = (resolved: Question, articles = [article]): Question | null => {
    const filters = {
      outlet: resolved.outlet === 'RFA' ? '自由亚洲电台' : (resolved.outlet ?? null),
      since: null,
      until: null,
    };
    return questionAsked('Who?', askedOf({ ...fakeAnswer([article]), filters, resolved }, 0), articles);
  };

  it.each<Omit<Question, 'text'>>([
    {},
    { as: 'comparison', outlet: '自由亚洲电台' },
    { as: 'timeline', author: '某人', since: '2023-06-01' },
    { tag: '外交', until: '2023-10' },
    { since: '2021', anywhere: true },
  ])('%j is asked again', (given) =>
    expect(again({ text: 'He?', ...given })).toMatchObject({ text: 'Who?', ...given }),
  );

  it('has an outlet by the name that the articles give it', () =>
    expect(again({ text: 'He?', outlet: 'RFA' })?.outlet).toBe('自由亚洲电台'));

  it.each([{ outlet: 'Gone' }, { author: 'Gone' }, { tag: 'Gone' }])('cannot be asked where %j has gone', (given) =>
    expect(again({ text: 'He?', ...given })).toBeNull(),
  );
});
