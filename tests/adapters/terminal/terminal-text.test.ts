import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { terminalLine, terminalText } from '../../../src/adapters/terminal/terminal-text.ts';

describe('terminalText', () => {
  it.each([
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['the 8-bit form of it', '\u009b31mred', 'red'],
    ['a window title', '\u001b]0;owned\u0007text', 'text'],
    [
      'a link that says one thing and opens another',
      '\u001b]8;;https://evil.example\u001b\\bank\u001b]8;;\u001b\\',
      'bank',
    ],
    ['clearing the screen', 'before\u001b[2Jafter', 'beforeafter'],
    ['a bare escape', 'a\u001bZ', 'a'],
    ['backspaces that rewrite', 'abc\b\b\bxyz', 'abcxyz'],
    ['a carriage return that overwrites', 'true\rfalse', 'true\nfalse'],
    ['a bell and a null', 'a\u0007\u0000b', 'ab'],
    ['bidi overrides and isolates', 'user\u202e\u2066gnp.exe\u2069', 'usergnp.exe'],
    ['invisible tag characters', 'hi\u{e0041}\u{e0042}', 'hi'],
    ['line and paragraph separators', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['nothing of an ordinary text', '楊潔篪：「你好」 (Yang) 👩‍👩‍👧', '楊潔篪：「你好」 (Yang) 👩‍👩‍👧'],
  ])('removes %s', (_, hostile, shown) => {
    expect(terminalText(hostile)).toBe(shown);
  });

  test('nothing that a terminal obeys is left, whatever goes in', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\u001b[', '\u001b]8;;', '\u009d', '\u0007', '\u202e', '\u001b\\', '0m'),
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        expect(terminalText(parts.join(''))).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
      }),
    );
  });

  test('what is harmless already stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = terminalText(text);
        expect(terminalText(once)).toBe(once);
      }),
    );
  });
});

test('terminalLine is one line without double spaces', () => {
  expect(terminalLine('  中美\u3000會談\n\n結束\t了 ')).toBe('中美 會談 結束 了');
});
