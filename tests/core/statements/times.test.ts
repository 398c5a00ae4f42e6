import { expect, test } from 'vitest';
import { timeEnd } from '../../../src/core/statements/zh/zh-text.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { entriesOf, templateExamples } from '../../../src/core/text/templates.ts';

const lines = entriesOf(langWords('zh/time-expressions')).flatMap(({ key, entry }) =>
  templateExamples(entry).map((text) => [key, text] as const),
);
const written = (key: string, text: string): string =>
  ({
    unit: `6${text}`,
    part: `6月${text}`,
    'which-week': `${text}星期五`,
    weekday: `星期${text}`,
    behind: `4日${text}`,
  })[key] ?? '';

test.each(lines)('%s: %s is part of a time', (key, text) =>
  expect(timeEnd(`${written(key, text)}羅`, 0)).toBe(written(key, text).length),
);
test.each(langWords('zh/week'))('%s五 is a time', (word) => expect(timeEnd(`${word}五羅`, 0)).toBe(word.length + 1));
test.each(['上', '间', '后'])('早%s is none', (char) => expect(timeEnd(`4日早${char}`, 0)).toBe(2));
