import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { terminalText } from '../../../src/adapters/terminal/terminal-text.ts';
import { displayWidth } from '../../../src/adapters/terminal/width.ts';
import { hang, wrap } from '../../../src/adapters/terminal/wrap.ts';

const wrapped = (text: string, width: number): string[] => wrap(terminalText(text), width);

describe('wrap', () => {
  it.each([
    ['between words', 'the quick brown fox', 10, ['the quick', 'brown fox']],
    ['between Chinese characters, two columns each', '布林肯訪問中國', 6, ['布林肯', '訪問中', '國']],
    ['never before closing punctuation', '中國人民，說話', 8, ['中國人', '民，說話']],
    ['never after an opening quote', '他說「你好」。', 6, ['他說', '「你', '好」。']],
    ['between Chinese and a word, not inside the word', '布林肯Antony來訪', 10, ['布林肯', 'Antony來訪']],
    ['inside a word that no line holds', 'aaaaaaaaaaaa', 5, ['aaaaa', 'aaaaa', 'aa']],
    ['at line feeds, keeping empty lines', 'a\n\nb', 10, ['a', '', 'b']],
    ['not at all when it fits', '短句', 4, ['短句']],
    [
      'not at all at an infinite width',
      'long '.repeat(100).trim(),
      Number.POSITIVE_INFINITY,
      ['long '.repeat(100).trim()],
    ],
    ['never inside an emoji of several code points', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4, ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']],
    ['keeping a number with its sign', '增長了 12.5% 左右', 9, ['增長了', '12.5% 左', '右']],
  ])('breaks %s', (_, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  const texts = fc
    .array(
      fc.constantFrom('中', '國', '，', '。', '「', '」', ' ', 'word', 'a', '1', '.', '(', ')', '👍', '\n', '…', 'é'),
    )
    .map((parts) => parts.join(''));

  test('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const clean = terminalText(text);
        expect(wrapped(clean, width).join('').replaceAll(/\s/gu, '')).toBe(clean.replaceAll(/\s/gu, ''));
      }),
    );
  });

  test('no line is wider than asked, except for white space and punctuation that may not be torn off', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 40 }), (text, width) => {
        for (const line of wrapped(text, width)) expect(stringWidth(line.trim())).toBeLessThanOrEqual(width);
      }),
    );
  });
});

test('displayWidth takes its short cuts only where they agree with string-width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const clean = terminalText(text);
      expect(displayWidth(clean)).toBe(stringWidth(clean));
    }),
  );
  expect(displayWidth('「布林肯」，2023年')).toBe(18);
  expect(displayWidth('か\u3099')).toBe(2);
});

test('hang indents every further line as far as the prefix is wide', () => {
  expect(hang(terminalText('[1] '), terminalText('布林肯訪問中國之行'), 16)).toEqual([
    '[1] 布林肯訪問中',
    '    國之行',
  ]);
});
