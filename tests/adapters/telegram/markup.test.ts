import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatted } from '../../../src/adapters/telegram/compose.ts';
import { bold, html, link, telegramText } from '../../../src/adapters/telegram/html.ts';
import { apart, line, type Paragraph } from '../../../src/adapters/chat/paragraph.ts';
import { markUp, messagesOf, TELEGRAM_MESSAGE_LIMIT } from '../../../src/adapters/telegram/mark-up.ts';
import { visibleText } from '../../../src/adapters/visible-text.ts';
import { parseTelegramHtml } from '../../support/telegram-html.ts';

describe('text that was escaped', () => {
  it.each([
    '<b>bold</b> & <a href="x">y</a>',
    '&lt; &amp; &quot; &#65; &nbsp;',
    '</blockquote></b><tg-spoiler>',
    '2 < 3 > 1 "quoted" \'so\'',
    '楊潔篪：「台灣」 😀 👩‍👩‍👧',
  ])('is read by Telegram as it was: %s', (text) =>
    expect(parseTelegramHtml(html(text))).toEqual({ text, entities: [] }),
  );

  it('any text at all, but for what does not show', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseTelegramHtml(html(text)).text).toBe(telegramText(text));
      }),
    );
  });

  it('calls nobody by name', () => {
    expect(telegramText('@alice, (@bob) and me@example.org')).toBe('@\u2060alice, (@\u2060bob) and me@example.org');
    expect(telegramText(telegramText('@alice'))).toBe(telegramText('@alice'));
  });
});

it('what is escaped already is not escaped again, nor is anything else marked up: neither compiles', () => {
  const escaped = html('<b>');
  // @ts-expect-error HTML is no text
  html(escaped);
  // @ts-expect-error text is no HTML
  bold('<b>');
  // @ts-expect-error text is no HTML
  formatted('<b>');
  expect(escaped).toBe('&lt;b&gt;');
});

describe('a link', () => {
  it.each([
    ['https://example.org/?a=1&b="2"', 'https://example.org/?a=1&b=%222%22'],
    ['http://例え.jp/路', 'http://xn--r8jz45g.jp/%E8%B7%AF'],
  ])('leads to %s', (url, href) => {
    const [entity] = parseTelegramHtml(link(html('here'), url)).entities;
    expect(entity).toMatchObject({ type: 'TextUrl', url: href, length: 4 });
  });

  it.each([
    'javascript:alert(1)',
    'tg://user?id=1',
    'data:text/html,x',
    'no address',
    `https://example.org/${'x'.repeat(2000)}`,
  ])('to %s is only its text', (url) => expect(link(html('here'), url)).toBe('here'));
});

const plain = (messages: readonly Paragraph[][]): string[] =>
  messages.map((message) => parseTelegramHtml(markUp(message)).text);

describe('a long reply', () => {
  it('is parted where something new begins', () => {
    const parts = plain(messagesOf([line('a'.repeat(2000)), apart(line('b'.repeat(2000))), line('c'.repeat(1000))]));
    expect(parts.map(([first, ...rest]) => [first, rest.length])).toEqual([
      ['a', 1999],
      ['b', 3000],
    ]);
  });

  it('is parted behind a sentence where a paragraph is too long', () => {
    const sentence = `${'字'.repeat(999)}。`;
    const parts = plain(messagesOf([{ spans: [{ text: sentence.repeat(6), style: 'bold' }], role: 'folded' }]));
    expect(parts).toEqual([sentence.repeat(4), sentence.repeat(2)]);
  });

  it('keeps characters whole where nothing else can be parted', () => {
    const parts = plain(messagesOf([line(`x${'😀'.repeat(4000)}`)]));
    expect(parts.join('')).toBe(`x${'😀'.repeat(4000)}`);
    for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u);
  });

  it('has no more entities than Telegram shows', () => {
    const lines = Array.from({ length: 150 }, (_, at) => apart(line({ text: String(at), style: 'bold' })));
    expect(messagesOf(lines).map((message) => message.length)).toEqual([100, 50]);
  });

  it('has no message of white space', () => {
    expect(
      messagesOf([line(' \n '), line(''), line('\u200f'), apart(line('a')), line('\n'.repeat(9000))]),
    ).toHaveLength(1);
  });

  const spans = fc.array(
    fc.record(
      {
        text: fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc
            .tuple(fc.constantFrom('字。', 'word ', '😀', '<b>', '&amp;'), fc.nat(3000))
            .map(([text, n]) => text.repeat(n)),
        ),
        style: fc.constantFrom('bold' as const, 'italic' as const),
        url: fc.webUrl(),
      },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 4 },
  );
  const paragraphs = fc.array(
    fc.record(
      { spans, role: fc.constantFrom('quote' as const, 'folded' as const, 'faint' as const), apart: fc.boolean() },
      { requiredKeys: ['spans'] },
    ),
    { maxLength: 12 },
  );

  it('is read by Telegram, fits, and has lost nothing but white space', () => {
    const solid = (text: string): string => text.replace(/\s/gu, '');
    fc.assert(
      fc.property(paragraphs, (all) => {
        const parts = plain(messagesOf(all));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(TELEGRAM_MESSAGE_LIMIT);
          expect(part.trim()).not.toBe('');
        }
        const wanted = all.flatMap(({ spans }) => spans.map(({ text }) => telegramText(text)));
        expect(solid(parts.join(''))).toBe(solid(visibleText(wanted.join(''))));
      }),
      { numRuns: 60 },
    );
  });
});
