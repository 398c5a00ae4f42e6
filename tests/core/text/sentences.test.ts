import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { langLines } from '../../../src/core/text/lang-data.ts';
import { splitSentences } from '../../../src/core/text/sentences.ts';

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

const LONG_SPEECH = `「${'長'.repeat(95)}。完。」`;

describe('sentences', () => {
  test.each<[string, readonly string[]]>([
    ['他來了。她走了！誰？', ['他來了。', '她走了！', '誰？']],
    ['沒有句號', ['沒有句號']],
    ['真的嗎？！是。', ['真的嗎？！', '是。']],
    ['他想……她走了。', ['他想……', '她走了。']],
    ['他想…她走', ['他想…', '她走']],
    ['甲；乙，丙：丁。', ['甲；乙，丙：丁。']],
    ['第一行\n第二行。第三句', ['第一行', '第二行。', '第三句']],
    ['甲。　乙。', ['甲。', '乙。']],
    ['（他說的。）後面。', ['（他說的。）', '後面。']],
    ['', []],
    [' \n　\u00a0', []],
    ['。。。', ['。。。']],
  ])('Chinese: %s', (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test.each<[string, string, readonly string[]]>([
    ['direct speech stays whole', '他說：「我來。你走。」她笑了。', ['他說：「我來。你走。」', '她笑了。']],
    ['in either kind of marks', '他说：“我来。你走。”她笑了。', ['他说：“我来。你走。”', '她笑了。']],
    ['with speech inside speech', '他說：「她講『不行。』但我去。」完。', ['他說：「她講『不行。』但我去。」', '完。']],
    ['two speeches are two sentences', '「甲。」「乙。」丙。', ['「甲。」', '「乙。」', '丙。']],
    ['a quoted word ends nothing', '他說「好」。然後走了。', ['他說「好」。', '然後走了。']],
    ['a speech without its end is parted', '「未完。下一句。', ['「未完。', '下一句。']],
    ['a closing mark too many is harmless', '多餘的」標記。下一句。', ['多餘的」標記。', '下一句。']],
    ['a closing mark stays with its sentence', '甲。」乙。', ['甲。」', '乙。']],
    ['a speech ends with its paragraph', '「甲。\n乙。」', ['「甲。', '乙。」']],
    ['a long speech has sentences of its own', `${LONG_SPEECH}後。`, [LONG_SPEECH.slice(0, 97), '完。」', '後。']],
  ])('quotes: %s', (_, text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test.each<[string, readonly string[]]>([
    ['They met. They talked.', ['They met.', 'They talked.']],
    ['Mr. Smith met Dr. Lee. They talked.', ['Mr. Smith met Dr. Lee.', 'They talked.']],
    ['A. B. Carter spoke. He left.', ['A. B. Carter spoke.', 'He left.']],
    ['The U.S. Embassy said no. China agreed.', ['The U.S. Embassy said no.', 'China agreed.']],
    ['It cost 3.5 million. Done.', ['It cost 3.5 million.', 'Done.']],
    ['See www.example.org. Next.', ['See www.example.org.', 'Next.']],
    ['Acme Inc. Chairman Lee left. Yes.', ['Acme Inc. Chairman Lee left.', 'Yes.']],
    ['Well... what? Yes!', ['Well... what?', 'Yes!']],
    ['"Go." He left.', ['"Go."', 'He left.']],
    ['He left at 5 p.m. and slept.', ['He left at 5 p.m. and slept.']],
    ['He left at 5 p.m. The door shut.', ['He left at 5 p.m.', 'The door shut.']],
    ['It rains in the U.S. today. Yes.', ['It rains in the U.S. today.', 'Yes.']],
    ['It rains in the U.S. They left.', ['It rains in the U.S.', 'They left.']],
    [
      'It opened on Aug. 5, said Capt. Lee. Rs. 500 was paid.',
      ['It opened on Aug. 5, said Capt. Lee.', 'Rs. 500 was paid.'],
    ],
    ['It opens in Aug. Lee will come.', ['It opens in Aug.', 'Lee will come.']],
    ['Lee runs Acme Inc. The firm grows.', ['Lee runs Acme Inc.', 'The firm grows.']],
    ['“We agreed.” Kim left. He slept.', ['“We agreed.”', 'Kim left.', 'He slept.']],
    ['“We agreed.” said Kim.', ['“We agreed.” said Kim.']],
    ['“Is it true?” he asks. “No!” says Kim.', ['“Is it true?” he asks.', '“No!” says Kim.']],
    ['The crowd cried “What toll?” and went on. He left.', ['The crowd cried “What toll?” and went on.', 'He left.']],
    ['“Is it true?” He left.', ['“Is it true?”', 'He left.']],
    ['Is it true? iron is dear.', ['Is it true?', 'iron is dear.']],
    ['“is it true?” he asks.', ['“is it true?”', 'he asks.']],
    ['It follows Orrin v. Vale. Yes.', ['It follows Orrin v. Vale.', 'Yes.']],
    ['ASHBURY, Va. – In a field they met.', ['ASHBURY, Va. – In a field they met.']],
    ['they met. they talked. mr. lee left.', ['they met.', 'they talked.', 'mr. lee left.']],
    ['They met. they talked.', ['They met. they talked.']],
  ])('Latin: %s', (text, expected) => expect(sentencesOf(text)).toEqual(expected));

  test('only the asked stretch is parted, with offsets into the whole text', () => {
    const text = '甲。乙。丙。丁。';
    expect(splitSentences(text, 2, 6)).toEqual([
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ]);
  });

  test('are in order, inside the stretch, without white space at their ends; between them is nothing else', () => {
    const unit = fc.constantFrom(...'甲乙a.A。！？…「」『』“”（）"\' \n\t　\u00a0', '\ud842', 'Mr.', '長'.repeat(50));
    const text = fc.string({ unit, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(10), fc.nat(10), (whole, skip, cut) => {
        const from = Math.min(skip, whole.length);
        const to = Math.max(from, whole.length - cut);
        let at = from;
        for (const { start, end } of splitSentences(whole, from, to)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(whole.slice(at, start).trim()).toBe('');
          const sentence = whole.slice(start, end);
          expect(sentence.trim()).toBe(sentence);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(to);
        expect(whole.slice(at, to).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('each line of en/abbreviations', () => {
  const lines = langLines('en/abbreviations').map((line) => line.split('=>').map((part) => part.trim()));
  test.each(lines)('%s (%s)', (form = '', kinds = '') => {
    const behind = { before: 'Lee', date: '5', end: 'Lee' }[kinds.split(' ')[0] ?? ''] ?? '';
    expect(sentencesOf(`They saw ${form}. ${behind} left.`)).toEqual([`They saw ${form}. ${behind} left.`]);
    expect(sentencesOf(`They saw ${form}. The door shut.`)).toHaveLength(kinds.startsWith('before') ? 1 : 2);
    const small = `they saw ${form.toLowerCase()}. lee left.`;
    expect(sentencesOf(small)).toHaveLength(kinds.includes('small') ? 1 : 2);
  });
});

test.each(langLines('en/sentence-openers'))('en/sentence-openers: %s', (word) => {
  expect(sentencesOf(`It rains in the U.S. ${word} left.`)).toHaveLength(2);
  expect(sentencesOf(`It rains in the U.S. ${word}xe left.`)).toHaveLength(1);
});

test('opening marks without end are passed over once each', () => {
  const text = '「'.repeat(400_000);
  expect(splitSentences(text)).toEqual([{ start: 0, end: text.length }]);
});
