import { describe, expect, test } from 'vitest';

import {
  archiveQuestion,
  archiveRemark,
  readArchiveRemarks,
} from '../../../../src/core/question/archive/archive-question.ts';
import { langEntries, templateExamples } from '../../../../src/core/text/templates.ts';
import { ON_AN_OUTLET, ON_THE_ANSWER, ON_THE_ARCHIVE, ON_THE_NEWS } from './asked.ts';

const told = (rest: string | undefined): string => (rest ?? '').replaceAll(/\s+/gu, ' ').trim();

describe('on the archive', () => {
  test.each(ON_THE_ARCHIVE.map(([kind, text, rest = '']) => [kind, text, rest] as const))(
    '%s: %s',
    (kind, text, rest) => {
      const asked = archiveQuestion(text);
      expect([asked?.kind, told(asked?.rest)]).toEqual([kind, rest]);
      expect(asked?.rest).toHaveLength(text.length);
    },
  );
});

describe('on the answer before', () => {
  const named = { outlets: [], others: [] };
  test.each(ON_THE_ANSWER)('%s: %s', (kind, text) =>
    expect(archiveQuestion(text, { named, isAfterAnswer: true })?.kind).toBe(kind),
  );
});

describe('on an outlet that is named', () => {
  test.each(ON_AN_OUTLET)('%s: %s', (kind, text, outlet) => {
    const start = text.indexOf(outlet);
    const named = { outlets: [{ start, end: start + outlet.length }], others: [] };
    const asked = archiveQuestion(text, { named, isAfterAnswer: false });
    expect([asked?.kind, told(asked?.rest)]).toEqual([kind, outlet]);
  });
});

describe('on the news', () => {
  test.each(ON_THE_NEWS)('%s', (text) => {
    expect(archiveQuestion(text)).toBeNull();
    expect(archiveQuestion(text, { named: { outlets: [], others: [] }, isAfterAnswer: true })).toBeNull();
  });
});

describe('remarks', () => {
  test.each([
    ['who', '你是誰？'],
    ['doubt', '你確定嗎？'],
    ['wrong', '不對'],
    ['wrong', '唔啱喎！'],
  ])('%s: %s', (kind, text) => expect(archiveRemark(text)).toBe(kind));
  test.each([
    '不對稱戰爭是什麼',
    '王毅是誰？',
    '是真的打算訪華嗎',
    'Who is Wang Yi?',
    '誰確定會面',
    '他說錯了什麼',
    '',
  ])('none: %s', (text) => expect(archiveRemark(text)).toBeNull());
  const lines = langEntries('archive-remarks');
  test.each(lines)('$key: $entry', ({ key, entry }) => {
    const examples = templateExamples(entry);
    for (const example of examples) expect([example, archiveRemark(example)]).toEqual([example, key]);
    const without = readArchiveRemarks(lines.filter((line) => line.entry !== entry));
    expect(examples.some((example) => without(example) !== key)).toBe(true);
  });
});
