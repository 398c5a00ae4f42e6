import { describe, expect, test } from 'vitest';

import { dateWords } from '../../../../src/core/dates/words.ts';
import { dateFilter } from '../../../../src/core/question/filters/date-filter.ts';
import { langLines, langTable } from '../../../../src/core/text/lang-data.ts';

const asked = (text: string): string => {
  const { span } = dateFilter(text, '2024-03-01', null);
  return `${span?.since ?? ''}…${span?.until ?? ''}`;
};
/** What a question about June 2023 asks for, by what its words say of the month. */
const DAYS: Readonly<Record<string, string>> = {
  since: '2023-06-01…',
  after: '2023-07-01…',
  until: '…2023-06-30',
  before: '…2023-05-31',
};
const IN_JUNE = '2023-06-01…2023-06-30';
const edgeOf = (value: string): string => DAYS[value.split(' ')[0] ?? ''] ?? IN_JUNE;
const exceptionsOf = (list: string): string[] =>
  langLines(list).flatMap((line) => (line.split('!')[1] ?? '').split(',').flatMap((one) => one.trim() || []));

describe('each line of', () => {
  test.each(dateWords('zh/edges-behind'))('zh/edges-behind: $word', ({ word, value }) =>
    expect(asked(`2023年6月${word}談了什麼`)).toBe(edgeOf(value)),
  );
  test.each(exceptionsOf('zh/edges-behind'))('zh/edges-behind but: %s', (word) =>
    expect(asked(`2023年6月${word}談了什麼`)).toBe(IN_JUNE),
  );
  test.each(dateWords('zh/edges-before'))('zh/edges-before: $word', ({ word, value }) =>
    expect(asked(`${word}2023年6月談了什麼`)).toBe(edgeOf(value)),
  );
  test.each(dateWords('zh/edges-before').filter(({ value }) => value.includes('opening')))(
    'zh/edges-before with 起: $word',
    ({ word }) => expect(partOf(`${word}2023年6月起`)).toBe(`${word}2023年6月起`),
  );
  test.each(dateWords('zh/edges-before').filter(({ value }) => value.includes('alone')))(
    'zh/edges-before behind another word: $word',
    ({ word }) => expect(asked(`他${word}2023年6月談了什麼`)).toBe(IN_JUNE),
  );
  test.each(exceptionsOf('zh/edges-before'))('zh/edges-before but: %s', (word) =>
    expect(asked(`${word}2023年6月談了什麼`)).toBe(IN_JUNE),
  );
  test.each([...langTable('en/edges-behind')])('en/edges-behind: %s', (word, value) =>
    expect(asked(`talks from June 2023 ${word}`)).toBe(edgeOf(value)),
  );
  test.each([...langTable('en/edges-before')])('en/edges-before: %s', (word, value) => {
    expect(asked(`talks ${word} June 2023`)).toBe(edgeOf(value));
    expect(partOf(`talks ${word} June 2023`)).toBe(`${word} June 2023`);
  });
  test.each([...langTable('en/edges-before')].filter(([, value]) => value.includes('opening')))(
    'en/edges-before with onwards: %s',
    (word) => expect(partOf(`talks ${word} June 2023 onwards`)).toBe(`${word} June 2023 onwards`),
  );
});

// The words that a question's date takes up.
function partOf(text: string): string {
  const [part] = dateFilter(text, '2024-03-01', null).parts;
  return part === undefined ? '' : text.slice(part.start, part.end);
}
