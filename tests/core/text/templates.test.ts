import { describe, expect, test } from 'vitest';
import { templateExamples, templateSource } from '../../../src/core/text/templates.ts';

const lists: Readonly<Record<string, readonly string[]>> = { say: ['说', '说明'], none: [] };
const listOf = (name: string): readonly string[] => lists[name] ?? [];
const matches = (template: string, text: string): boolean =>
  new RegExp(`^${templateSource(template, listOf)}$`).test(text);

describe('a template', () => {
  test.each([
    ['怎(么|样)', '怎么', true],
    ['怎(么|样)', '怎', false],
    ['怎么[样]', '怎么', true],
    ['怎么[样|么的]', '怎么么的', true],
    ['怎么<say>', '怎么说明', true],
    ['怎么<none>', '怎么', false],
    ['(a|b[c|d(e|f)])', 'bdf', true],
    ['(a|b[c|d(e|f)])', 'bd', false],
    ['how many [times]', 'how many', true],
    ['how many [times]', 'how many times', true],
    ['甲|乙', '乙', true],
    ['a.b', 'axb', false],
    ['', '', true],
    ['{!称}为什么', '为什么', true],
    ['{!称}为什么', '称为什么', false],
  ])('%s matches %s: %s', (template, text, expected) => expect(matches(template, text)).toBe(expected));

  test.each([
    ['几{*}', '几人', '几'],
    ['几{*}', '几?', null],
    ['几{$}', '有几?', '几'],
    ['几{!$|乎}', '几乎', null],
    ['{^|请}问', '请问', '问'],
    ['{^|请}问', '访问', null],
  ])('%s in %s finds %s', (template, text, found) =>
    expect(new RegExp(templateSource(template, listOf)).exec(text)?.[0] ?? null).toBe(found),
  );

  test.each(['(a', '[a', 'a)', 'a]', '(a]', '<a'])('%s is refused', (template) =>
    expect(() => templateSource(template, listOf)).toThrow(/does not|closes/),
  );

  test('its examples show every alternative, and it matches them', () => {
    const template = '(是|系)[否|不是]<say>';
    const examples = templateExamples(template, listOf);
    for (const part of ['是', '系', '否', '不是', '说'])
      expect(examples.some((example) => example.includes(part))).toBe(true);
    for (const example of examples) expect(matches(template, example)).toBe(true);
  });
});
