import { describe, expect, test } from 'vitest';

import { blankFraming, demandsIn, findAnswerType } from '../../../src/core/question/answer-type.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { foldScript } from '../../../src/core/text/script.ts';
import { templateExamples } from '../../../src/core/text/templates.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();
const termsOf = (text: string): readonly string[] =>
  parseQuestion(text, names).terms.map(({ start, end }) => text.slice(start, end));

describe('words that say nothing of what is asked are not looked for', () => {
  // "Described" stands in the glossary as well.
  const isGloss = (word: string): boolean => names.mentions(word, word).length > 0;
  test('every line of en/stop-words', () => {
    const words = langWords('en/stop-words').filter((word) => !isGloss(word));
    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((word) => termsOf(`zorble ${word}`).includes(word))).toEqual([]);
  });
  test('any other word is', () => expect(termsOf('zorble quandary')).toEqual(['zorble', 'quandary']));

  test('every line of zh/function-characters, alone', () =>
    expect(langWords('zh/function-characters').filter((char) => termsOf(`布林肯${char}拜登`).includes(char))).toEqual(
      [],
    ));
  test('any other character is', () => expect(termsOf('布林肯船拜登')).toContain('船'));
});

describe('what may follow the name of somebody is no part of it', () => {
  const isNamed = (text: string): boolean => parseQuestion(text, names).terms[0]?.name?.kind === 'person';
  test('every line of zh/after-name', () =>
    expect(langWords('zh/after-name').filter((char) => !isNamed(`王毅${char}？`))).toEqual([]));
  test('any other character makes a longer name', () => expect(isNamed('王毅船？')).toBe(false));
});

test('every line of zh/measures counts what stands behind it', () => {
  const howMany = (measure: string): number | null => parseQuestion(`有哪三${measure}港口？`, names).frame.howMany;
  expect(langWords('zh/measures').filter((measure) => howMany(measure) !== 3)).toEqual([]);
  expect(howMany('船')).toBeNull();
});

test('every line of zh/counted-adjectives stands for a measure', () => {
  const howMany = (word: string): number | null => parseQuestion(`有哪三${word}要求？`, names).frame.howMany;
  expect(langWords('zh/counted-adjectives').filter((word) => howMany(word) !== 3)).toEqual([]);
  expect(howMany('船')).toBeNull();
});

test('every line of zh/demand-verbs asks something of somebody', () => {
  const found = (verb: string): readonly string[] => {
    const folded = foldScript(`工會${verb}船公司做什麼`);
    return demandsIn(folded).map(({ start, end }) => folded.slice(start, end));
  };
  for (const verb of langWords('zh/demand-verbs')) expect(found(verb)).toEqual([foldScript(verb)]);
  expect(found('看見')).toEqual([]);
});

describe('a clause about the asker is not about the matter', () => {
  const left = (clause: string, question: string, cue = findAnswerType(question)): string => {
    const shift = clause.length + 1;
    const asking = cue === null ? null : { start: cue.start + shift, end: cue.end + shift };
    return blankFraming(`${clause},${question}`, asking, []).slice(0, clause.length).trim();
  };
  test.each(langWords('zh/first-person'))('zh/first-person: %s', (line) => {
    for (const example of templateExamples(line)) expect(left(`${example}问石`, '河水何时上涨?')).toBe('');
  });
  test.each(langWords('en/first-person'))('en/first-person: %s', (line) => {
    for (const example of templateExamples(line)) expect(left(`${example} zorble`, 'when did it rain?')).toBe('');
  });
  test('any other clause is', () => expect(left('石头问石', '河水何时上涨?')).not.toBe(''));
});
