import { assert, property } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  clip,
  markdown,
  maskedLink,
  markUp,
  plainLine,
  type DiscordMarkdown,
} from '../../../src/adapters/discord/markdown.ts';
import { bold, line, linked, type Paragraph } from '../../../src/adapters/chat/paragraph.ts';
import { visibleText } from '../../../src/adapters/visible-text.ts';
import { hostile } from './hostile.ts';
import { readMarkdown } from './markdown-reader.ts';

const LABEL = plainLine('Link', 10);
const shown = (...paragraphs: readonly Paragraph[]): string => markUp(paragraphs, LABEL);

describe('markdown', () => {
  it.each([
    ['*a* _b_ ~~c~~ ||d|| `e`', String.raw`\*a\* \_b\_ \~\~c\~\~ \|\|d\|\| \`e\``],
    ['# heading', String.raw`\# heading`],
    ['> quoted', String.raw`\> quoted`],
    ['- item\n12. item', '\\- item\n12\\. item'],
    ['well-known 1.5', 'well-known 1.5'],
    ['[text](https://example.org)', String.raw`\[text\]\(https\://example.org)`],
    ['@everyone <@1> <#2> <t:3>', String.raw`\@everyone \<\@1\> \<\#2\> \<t:3\>`],
    ['back\\slash', String.raw`back\\slash`],
    ['a\u202eb\u0000c\u2066d', 'abcd'],
    ['秦刚说，“严正立场”。', '秦刚说，“严正立场”。'],
  ])('makes %j harmless', (untrusted, escaped) => expect(markdown(untrusted)).toBe(escaped));

  it('leaves nothing that Discord obeys, and every character that can be seen', () => {
    assert(
      property(hostile, (untrusted) => {
        for (const escaped of [
          markdown(untrusted),
          shown({ ...line(untrusted), role: 'quote' }),
          shown(line(bold(visibleText(untrusted)))),
        ]) {
          const { markup, links } = readMarkdown(escaped);
          expect([markup, links]).toEqual([[], []]);
        }
        expect(readMarkdown(markdown(untrusted)).text).toBe(visibleText(untrusted));
      }),
    );
  });
});

describe('text of others beside our own links', () => {
  const beside = (before: string, after: string): string =>
    shown(line('[1] ', before, linked(' ', 'https://example.org'), after, ' [2]'));

  it.each(['](https://evil.example)', ']] ](https://evil.example)', '[x](https://evil.example)'])(
    'takes none of them over: %s',
    (untrusted) => {
      const { links } = readMarkdown(beside(untrusted, untrusted));
      expect(links).toEqual(['https://example.org/']);
    },
  );

  it('takes none of them over, whatever it is', () => {
    assert(
      property(hostile, hostile, (before, after) => {
        const { links } = readMarkdown(beside(before, after));
        expect(links).toEqual(['https://example.org/']);
      }),
    );
  });
});

describe('maskedLink', () => {
  it.each([
    ['https://example.org/a?b=1#c', '[Link](https://example.org/a?b=1#c)'],
    ['http://example.org/wiki/A_(b)', '[Link](http://example.org/wiki/A%5F%28b%29)'],
    ['https://example.org/新闻', '[Link](https://example.org/%E6%96%B0%E9%97%BB)'],
    ['javascript:alert(1)', null],
    ['discord://settings', null],
    ['nowhere', null],
    [`https://example.org/${'a'.repeat(600)}`, null],
  ])('%s', (url, link) => expect(maskedLink(LABEL, url)).toBe(link));

  it('is one link and nothing else, wherever it leads', () => {
    assert(
      property(hostile, (path) => {
        const link = maskedLink(LABEL, `https://example.org/${path}`);
        if (link === null) return;
        const { links, markup } = readMarkdown(link);
        expect([links.length, markup]).toEqual([1, []]);
        expect(links[0]).toMatch(/^https:\/\//);
      }),
    );
  });
});

test('a quotation is marked on every line', () => expect(shown({ ...line('a\nb'), role: 'quote' })).toBe('> a\n> b'));

test('small print is one line', () => expect(shown({ ...line('a\nb'), role: 'faint' })).toBe('-# a b'));

test('clip cuts no character in two', () => {
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
  expect(clip('a😀bc', 3)).toBe('a…');
});

test('a missing and a second escape do not compile', () => {
  const escaped = markdown('*');
  // @ts-expect-error -- escaped twice
  markdown(escaped);
  // @ts-expect-error -- escaped twice
  plainLine(escaped, 10);
  // @ts-expect-error -- plain text may hold markup
  const wrong: DiscordMarkdown = plainLine('*', 10);
  expect(wrong).toBe('*');
});
