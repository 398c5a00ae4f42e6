import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readBody } from '../../../src/core/corpus/readers/markdown.ts';
import { parseMatter } from '../../../src/core/corpus/metadata/matter.ts';
import { readParagraphs } from '../../../src/core/corpus/readers/plain-text.ts';
import { readPlainYaml } from '../../../src/core/corpus/metadata/plain-yaml.ts';
import { stripControls } from '../../../src/core/corpus/markup/white-space.ts';
import { shippedKnowledge } from '../../support/shipped-data.ts';

const { pageParts } = shippedKnowledge();

// Plain files are read without the parsers of Markdown and YAML. They must not be able to tell.

/** Texts of pieces that parsers care about, and of any characters at all. */
const textsOf = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      fc
        .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })))
        .map((p) => p.join('')),
    )
    .map(stripControls);

describe('paragraphs', () => {
  const PIECES = [
    '布林肯', '說。', '「好。」', 'word ', 'Two words. ', '\n', '\n\n', '\n\n\n', '。\n', '，\n', '　', ' ', '\u00a0', '\u2003', '10', '月', '1. ', '2）', '- ', '+ ', '-', '=', '===', '---', '# ', '>', '"', "'", '(c)', '!', '.', ':', '/', ':-:', '%', '^', '$', '#', ';', '?', ',', 'A.', '\u0301', '👨‍👩‍👧', '５. ', '12345678901. ', 'www', 'http:', '&', '*', '|', '{', '\t',
  ]; // prettier-ignore

  test.each([
    ['', 0],
    ['\n甲說話了。\n\n乙沒有說話。\n', 2],
    ['甲說，\n「好。」\n乙說不好。\n', 2],
    ['It is late\nand cold.\n\n2023年10月。', 2],
  ])('%j is plain', (body, count) => {
    expect(readParagraphs(body)).toHaveLength(count);
    expect(readParagraphs(body)).toEqual(readBody(body, pageParts).blocks);
  });

  test.each(['# 題', '甲\n===', '- 甲', '1. 甲', '甲*乙*', '<p>甲</p>', 'a &amp; b', '　　甲', '甲 \n乙', 'www.a.b', '> 甲', '甲\n---\n乙'])(
    '%j is not',
    (body) => expect(readParagraphs(body)).toBeNull(),
  ); // prettier-ignore

  test('whatever is read as plain, the parsers read the same', () => {
    fc.assert(
      fc.property(textsOf(PIECES), (body) => {
        const blocks = readParagraphs(body);
        fc.pre(blocks !== null);
        expect(blocks).toEqual(readBody(body, pageParts).blocks);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('front matter', () => {
  const PIECES = [
    'title', 'date', 'a-b', '_a', 'true', 'null', 'No', ': ', ':', ' :', '\n', '\n', '  ', ' ', '"', '"', "'", '[', ']', '[甲, 乙]', '[]', '"甲乙"', "'甲'", '甲', '乙　丙', '（丁）', 'word', 'https://a.b/c?d=1#e', ' #', '#', ', ', ',', '- ', '-', '2021-02-06', '2021-02-30', '0o7', '1e3', '.5', '~', '&a', '*a', '!', '|', '>', '%', '@', '`', '{', '}', '?', '\\n', '\t', '\u00a0', '\u3000', '<<', '=', '...', 'Infinity', '１', '__proto__',
  ]; // prettier-ignore
  const parsed = (raw: string): unknown => {
    try {
      return parseMatter(raw, 'yaml');
    } catch {
      return 'refused';
    }
  };

  test('of the common kind is plain', () => {
    const raw =
      'title: "甲：乙"\noutlet: 眾新聞\ndate: 2021-02-06\nurl: https://a.b/c\ntags: [丙, 丁 戊]\n\ndigest: true\nlead:\nkeys:\n  - "甲：乙"\n  - 丙\n';
    expect(readPlainYaml(raw)).toEqual({
      title: '甲：乙',
      outlet: '眾新聞',
      date: '2021-02-06',
      url: 'https://a.b/c',
      tags: ['丙', '丁 戊'],
      digest: true,
      lead: null,
      keys: ['甲：乙', '丙'],
    });
    expect(readPlainYaml(raw)).toEqual(parsed(raw));
  });

  test.each(['', '# 註\n', 'a: 1\n', 'a: "\\n"\n', 'a: [b: c]\n', 'a:\n  - b: c\n', 'a:\n  - b\n   - c\n', 'a:\n  b\n', '- b\n', 'a:\n  - 1\n', 'a: b\na: c\n', 'a: b: c\n', 'a: |\n  b\n', 'a: b #c\n'])(
    '%j is not',
    (raw) => expect(readPlainYaml(raw)).toBeNull(),
  ); // prettier-ignore

  const line = fc
    .tuple(fc.constantFrom('a', 'title', 'x-y', 'true', '_', 'K'), fc.constantFrom(': ', ':', ':  '), textsOf(PIECES))
    .map(([key, colon, value]) => `${key}${colon}${value}`);
  const item = fc
    .tuple(fc.constantFrom('- ', '  - ', '  -  ', '   - ', '  '), textsOf(PIECES))
    .map(([dash, value]) => `${dash}${value}`);

  test('whatever is read as plain, YAML reads the same', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, item, fc.constant('list:')), { maxLength: 6 }), (lines) => {
        const raw = `${lines.join('\n')}\n`;
        const data = readPlainYaml(raw);
        // What begins a line with --- or ... never comes here: it ends the front matter.
        fc.pre(data !== null);
        expect(data).toEqual(parsed(raw));
      }),
      { numRuns: 3000 },
    );
  });
});
