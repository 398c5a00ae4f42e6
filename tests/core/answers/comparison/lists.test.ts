import { describe, expect, test } from 'vitest';

import { conflictingFigures } from '../../../../src/core/answers/comparison/conflicting-figures.ts';
import { profileOf, type EventProfile } from '../../../../src/core/answers/comparison/same-event.ts';
import { contentOf } from '../../../../src/core/answers/quotes/same-fact.ts';
import { readGazetteer } from '../../../../src/core/index.ts';
import { readUnits } from '../../../../src/core/text/english-numbers.ts';
import { langLines, langTable, langWords } from '../../../../src/core/text/lang-data.ts';
import { fakeArticle } from '../../../support/fake-library.ts';

const names = readGazetteer([{ kind: 'person', text: '林望舒' }]);
const profile = (title: string): EventProfile =>
  profileOf(fakeArticle('lin', [title], { title }), { names, weightOf: () => 1 });

describe('each line tells events apart:', () => {
  test.each([...langTable('zh/encounters')])('zh/encounters: %s', (word, kind) =>
    expect([...profile(`林望舒周三${word}`).encounters]).toContain(kind),
  );
  test.each([...langTable('en/encounters')])('en/encounters: %s', (word, kind) =>
    expect([...profile(`Lin's ${word} on Friday`).encounters]).toEqual([kind]),
  );
  test.each([...langTable('zh/stages')])('zh/stages: %s', (word, kind) =>
    expect([...profile(`林望舒周三${word}`).stages]).toEqual([kind]),
  );
  test.each([...langTable('zh/calendar-units').keys(), ...langWords('zh/units-of-many-events')])(
    'zh/units-of-many-events, zh/calendar-units: %s',
    (unit) => expect([...profile(`林望舒訪問，第12${unit}`).figures]).toEqual([]),
  );
  test.each(langWords('zh/part-marks'))('zh/part-marks: %s', (mark) =>
    expect(profile(`林望舒專訪（${mark}）`).headline.part).toBe(mark),
  );
  test.each([...langTable('en/stages')])('en/stages: %s', (word, kind) =>
    expect([...profile(`Lin ${word} on Friday`).stages]).toEqual([kind]),
  );
});

/** The first figure of two outlets' statements that differ in one, with what hedges it. */
function firstFigure(one: string, other: string): string {
  const statements = [one, other].map((text, i) => ({ text, outlet: `outlet ${i}`, published: '2024-05-14' }));
  const [figure] = conflictingFigures(statements, names);
  const { start = 0, end = 0 } = figure?.readings[0] ?? {};
  return one.slice(start, end);
}
const inChinese = (figure: string): string => `林望舒率領的工程隊修復下游水閘共用去${figure}。`;
const inEnglish = (figure: string): string => `Repairing the lower sluice gate near the harbour took Lin ${figure}.`;

describe('each line is read beside a figure:', () => {
  test.each([...langTable('zh/figure-hedges')])('zh/figure-hedges: %s', (word, kind) => {
    const hedged = kind.endsWith('behind') ? `7小時${word}` : `${word}7小時`;
    expect(firstFigure(inChinese(hedged), inChinese('20小時'))).toBe(hedged);
  });
  test.each([...langTable('en/figure-hedges')])('en/figure-hedges: %s', (word) =>
    expect(firstFigure(inEnglish(`${word} 7 hours`), inEnglish('20 hours'))).toBe(`${word} 7 hours`),
  );
  test.each(langWords('zh/unit-forms').flatMap((line) => line.split(',').map((form) => [form.trim(), line] as const)))(
    'zh/unit-forms: %s of %s',
    (form, line) => {
      const [first = ''] = line.split(',');
      // 7百 is seven hundred.
      const of = form.startsWith('百') ? '個' : '';
      expect(firstFigure(inChinese(`7${of}${form}`), inChinese(`20${of}${first}`))).toBe(`7${of}${form}`);
    },
  );
  test.each(langWords('zh/figure-ranges'))('zh/figure-ranges: %s makes no single figure', (word) =>
    expect(firstFigure(inChinese(`7${word}8小時`), inChinese('20小時'))).toBe(''),
  );
  test.each([...langTable('zh/calendar-units').keys()])('zh/calendar-units: 7%s is no figure', (unit) =>
    expect(firstFigure(inChinese(`7${unit}整`), inChinese(`20${unit}整`))).toBe(''),
  );
  test.each(langWords('zh/figures-of-duration'))('zh/figures-of-duration: %s', (unit) =>
    expect(firstFigure(`林望舒會談七${unit}。`, `林望舒會面九${unit}。`)).toBe(''),
  );
  test.each(langWords('zh/week'))('zh/week: a bare day of a %s is none', (word) =>
    expect(firstFigure(`林望舒${word}三簽署水閘協議。`, `林望舒${word}四簽署水閘協議。`)).toBe(''),
  );
  test.each(readUnits('compared'))('en/unit-forms: %s', (form, unit) =>
    expect(firstFigure(inEnglish(`7 ${form}`), inEnglish(`20${unit}`))).toBe(`7 ${form}`),
  );
});

describe('each line of a statement:', () => {
  const denies = (text: string): boolean => contentOf(text, names).denies;
  test.each(langLines('zh/denial'))('zh/denial: %s', (word) => expect(denies(`林望舒${word}在場`)).toBe(true));
  test.each(langLines('en/denial'))('en/denial: %s', (word) =>
    expect(denies(`Lin was${word.startsWith('n') && word.includes("'") ? '' : ' '}${word} there`)).toBe(true),
  );
  test.each(langLines('zh/no-denial'))('zh/no-denial: %s', (word) => expect(denies(`林望舒${word}在場`)).toBe(false));
  test.each(langLines('zh/empty-words'))('zh/empty-words: %s', (word) =>
    expect(contentOf(`水${word}閘`, names).terms.size).toBe(0),
  );
});
