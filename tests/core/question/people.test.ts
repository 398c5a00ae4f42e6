import { describe, expect, test } from 'vitest';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { langWords } from '../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** How the gazetteer calls the one who is asked about; null where nobody is. */
const asked = (question: string): string | null => parseQuestion(question, names).speakers[0]?.forms[0] ?? null;
const BLINKEN = asked('布林肯說了甚麼？');
const BEIJING = asked('北京說了甚麼？');

test('whoever stands last before the question word is asked about', () => {
  expect(asked('王毅批評後布林肯說了甚麼？')).toBe(BLINKEN);
  expect(BEIJING).not.toBeNull();
});

describe('whoever is spoken to is not asked about', () => {
  test.each(langWords('zh/spoken-to-before'))('%s', (word) =>
    expect(asked(`布林肯昨日${word}王毅說了甚麼？`)).toBe(BLINKEN),
  );
  test.each(langWords('zh/titles-between'))('對 %s', (title) =>
    expect(asked(`布林肯對${title}王毅說了甚麼？`)).toBe(BLINKEN),
  );
  test.each(langWords('zh/country-endings'))('對 a country, 法%s, and a title', (ending) =>
    expect(asked(`布林肯對法${ending}總統王毅說了甚麼？`)).toBe(BLINKEN),
  );
  test.each(langWords('en/spoken-to-before'))('%s', (word) =>
    expect(asked(`When Blinken spoke ${word} Wang Yi, what was said?`)).toBe(BLINKEN),
  );
  test.each(langWords('en/titles'))('to %s', (title) =>
    expect(asked(`When Blinken spoke to ${title} Wang Yi, what was said?`)).toBe(BLINKEN),
  );
});

describe('one of two who do something together is asked about', () => {
  test.each(langWords('zh/meetings'))('%s', (word) => expect(asked(`布林肯和王毅${word}，說了甚麼？`)).toBe(BLINKEN));
});

describe('a place behind a word that says where does not speak', () => {
  test.each(langWords('zh/placed-before'))('%s', (word) => expect(asked(`代表${word}北京說了甚麼？`)).toBeNull());
});

describe('what two say to each other is no statement of one of them', () => {
  test.each(langWords('zh/mutual-speech'))('%s', (verb) =>
    expect(parseQuestion(`秦剛和布林肯${verb}了什麼？`, names).wants).toBe('what'),
  );
  test.each(langWords('zh/joining'))('%s', (word) =>
    expect(parseQuestion(`秦剛${word}布林肯談了什麼？`, names).wants).toBe('what'),
  );
  test('one of them', () => expect(parseQuestion('秦剛談了什麼？', names).wants).toBe('statement'));
});
