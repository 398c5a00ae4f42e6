import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WORD, stemOf } from '../../../src/core/text/script.ts';
import { createCjkForms, createStemIndex } from '../../../src/core/names/forms.ts';
import { createDictionary } from '../../../src/core/names/dictionary.ts';
import { eachItem } from '../../../src/core/text/items.ts';

/** Texts one after the other, as stretches of one. */
function listed(texts: readonly string[]): { source: string; spans: [start: number, end: number][] } {
  let end = 0;
  const spans = texts.map((text): [number, number] => [end, (end += text.length)]);
  return { source: texts.join(''), spans };
}

const stemsOf = (form: string): string[] => Array.from(form.matchAll(WORD), (match) => stemOf(match[0]));

describe('stem index', () => {
  const ending = fc.constantFrom('', 's', 'es', 'ies', 'y', 'ed', 'ing', 'ings', "'s", 'ational', 'ness', 'ly', 'ize');
  const word = fc.oneof(
    fc
      .tuple(fc.string({ unit: fc.constantFrom(...'aeioubdsty'), maxLength: 4 }), ending)
      .map((parts) => parts.join('')),
    fc.constantFrom('9', 'g20', '"', 'é', '-', 'u.s', '中'),
  );
  const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

  test('finds by the first stem what stemming every form finds, the longest first', () => {
    fc.assert(
      fc.property(fc.array(form, { maxLength: 12 }), (forms) => {
        const { source, spans } = listed(forms);
        const index = createStemIndex(source, { once: true, describe: (start, end) => source.slice(start, end) });
        for (const [start, end] of spans) index.add(start, end, 0);
        const distinct = [...new Set(forms)].map((value) => ({ stems: stemsOf(value), value }));
        for (const stem of distinct.flatMap(({ stems }) => stems)) {
          const expected = distinct
            .filter(({ stems }) => stems[0] === stem)
            .sort((a, b) => b.stems.length - a.stems.length);
          expect(index.startingWith(stem).map(({ stems, value }) => ({ stems, value }))).toEqual(expected);
        }
        expect(index.all().map(({ value }) => value)).toEqual(
          distinct.filter(({ stems }) => stems.length > 0).map(({ value }) => value),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('CJK forms', () => {
  const text = fc.string({ unit: fc.constantFrom(...'美国務院甲乙·a '), maxLength: 8 });

  test('are found wherever they stand; the first to claim a form has it', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (given, folded) => {
        const { source, spans } = listed(given);
        const forms = createCjkForms(source);
        const added = given.filter((form, i) => forms.add(...(spans[i] ?? [0, 0]), i) && given.indexOf(form) === i);
        given.forEach((form, i) =>
          expect(forms.of(i)).toEqual(given.indexOf(form) === i && added.includes(form) ? [form] : []),
        );
        const found: string[] = [];
        forms.each(folded, (value, start, end) => {
          expect(folded.slice(start, end)).toBe(given[value]);
          expect(value).toBe(given.indexOf(given[value] ?? ''));
          found.push(`${start} ${given[value] ?? ''}`);
        });
        const expected = added.flatMap((form) =>
          [...folded].flatMap((_, at) => (folded.startsWith(form, at) ? [`${at} ${form}`] : [])),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  test.each([
    ['美国', true],
    ['乔·拜登', true],
    ['美', false],
    ['G20', false],
    ['美a', false],
    ['', false],
  ])('%s: %s', (form, isOne) => expect(createCjkForms(form).add(0, form.length, 0)).toBe(isOne));
});

test.each([
  ['underestimates', ['低估', '小看']],
  ['take part in', ['参加', '参与']],
  ['talks', ['会谈', '谈话']],
  ['unknown', null],
  ['take', null],
  ['here', null],
])('the glossary gives for %s: %j', (english, forms) => {
  const gloss = createDictionary(
    '# verbs => x\nunderestimate => 低估, 小看 # 輕\ntake part in, participate => 參加, 参与\n\n' +
      'talk => 会谈\ntalks => 谈话, 会谈, 说\nno arrow\nhere # too => 这里\n',
  );
  expect(gloss(stemsOf(english))).toEqual(forms);
});

test('items are what splitting and trimming gives', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲a,,# \n\n\r\t\u3000\u00a0\u2003\ufeff\u200b'), maxLength: 30 });
  fc.assert(
    fc.property(text, (list) => {
      const lines: string[][] = [];
      eachItem(list, (start, end, isFirst) => {
        if (isFirst) lines.push([]);
        lines.at(-1)?.push(list.slice(start, end));
      });
      const expected = list.split('\n').map((line) =>
        (line.split('#')[0] ?? '')
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      );
      expect(lines).toEqual(expected.filter((items) => items.length > 0));
    }),
    { numRuns: 1000 },
  );
});
