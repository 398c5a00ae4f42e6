import { describe, expect, test } from 'vitest';
import { langPairs } from '../../../../src/core/text/lang-data.ts';
import { saidIn } from './read.ts';

const formsOf = (part: string): string[] =>
  langPairs('en/word-classes').flatMap(([word, own]) => (own === part ? [word] : []));

describe('each of several who speak in a sentence has their own words', () => {
  test.each<[string, readonly string[]]>([
    ['Orlo said it was late, but Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['Orlo said it was late, while later Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['Orlo said it was late; Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['It was late, Orlo said; it was new, Crane said.', ['Orlo: It was late', 'Crane: it was new']],
    ['Orlo said it was late and added that it was new.', ['Orlo: it was late', 'Orlo: it was new.']],
    ['Mr Orlo and Ms Crane said it was late.', ['Orlo: it was late.', 'Crane: it was late.']],
    ['Marks and Crane said it was late.', ['Marks and Crane: it was late.']],
    ['Orlo said that Crane said it was late.', ['Orlo: Crane said it was late.']],
    ['Orlo said it was late, Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['Orlo said that it was late, Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['Orlo said that on Monday, Crane said it was new.', ['Orlo: on Monday, Crane said it was new.']],
    ['Orlo said it was late, he said it was new.', ['Orlo: it was late, he said it was new.']],
    ['Orlo said it was late, Crane wants it new.', ['Orlo: it was late, Crane wants it new.']],
    ['While Orlo said it was late, Crane said it was new.', ['Orlo: it was late', 'Crane: it was new.']],
    ['“It is late,” said her rival, Jean Crane.', ['Jean Crane: “It is late,”']],
    ['The head of the miners’ union, Carl Ives, said it was late.', ['Carl Ives: it was late.']],
    ['Orlo said the leader, Jo Crane, wanted a refund.', ['Orlo: the leader, Jo Crane, wanted a refund.']],
    ['It was late, wrote the mayor of Lodz.', ['mayor of Lodz: It was late']],
    ['Orlo and her deputy, Hal Crane, both said it was late.', []],
    ['“It is late,” Orlo said, but Crane said it was new.', ['Orlo: “It is late,”', 'Crane: it was new.']],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));
});

describe('who hands on what another says', () => {
  test.each<[string, readonly string[]]>([
    [
      'The Bay Courier reported on Monday that Anna Orlo had said it was late.',
      ['Anna Orlo (Bay Courier): it was late.'],
    ],
    [
      'Crane reported that Anna Orlo said it was late.',
      ['Crane: Anna Orlo said it was late.', 'Anna Orlo (Crane): it was late.'],
    ],
    [
      'The port authority reported that the crane that Orlo praised was late.',
      ['port authority: the crane that Orlo praised was late.'],
    ],
    ['The port authority reported that Orlo wanted it late.', ['port authority: Orlo wanted it late.']],
    ['According to police, Anna Orlo said it was late.', ['Anna Orlo (police): it was late.']],
    ['The Herald quoted an official as saying it was late.', ['official (Herald): it was late.']],
    ['The mayor was quoted as saying it was late.', ['mayor: it was late.']],
    ['The mayor was quoted by the Herald as saying it was late.', ['mayor (Herald): it was late.']],
    ['The Herald may quote an official as saying it was late.', []],
    ['The Herald quoted a price.', []],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));

  test.each(formsOf('quoting'))('%s', (word) => {
    const helper = word.endsWith('ing') ? 'are ' : '';
    expect(saidIn(`The papers ${helper}${word} Anna Orlo as saying it was late.`)).toEqual([
      'Anna Orlo (papers): it was late.',
    ]);
  });

  test.each(formsOf('reporting'))('%s', (word) => {
    const helper = word.endsWith('ing') ? 'are ' : '';
    const papers = word.endsWith('s') ? 'paper' : 'papers';
    expect(saidIn(`The ${papers} ${helper}${word} that Anna Orlo said it was late.`)).toEqual([
      `Anna Orlo (${papers}): it was late.`,
    ]);
  });
});

describe('what nobody has said', () => {
  test.each<[string, readonly string[]]>([
    ['Did Anna Orlo say it was late?', []],
    ['Has Orlo said why?', []],
    ['Orlo said: what has happened?', ['Orlo: what has happened?']],
    ['Anna Orlo testified on Thursday.', []],
    ['Anna Orlo testified that Thursday was late.', ['Anna Orlo: Thursday was late.']],
    ['Orlo wrote on her page: “It is late.”', ['Orlo: on her page: “It is late.”']],
  ])('%s', (text, expected) => expect(saidIn(text)).toEqual(expected));

  test('a name is not what asks before it', () => {
    expect(saidIn('Has Anna Orlo come? Orlo said it was late.')).toEqual(['Anna Orlo: it was late.']);
  });

  test.each(formsOf('condition'))('%s', (word) => {
    expect(saidIn(`The bridge will close, ${word} the mayor says it is late.`)).toEqual([]);
  });

  test.each(formsOf('unwilling'))('%s', (word) => {
    expect(saidIn(`Anna Orlo ${word} to say why.`)).toEqual(['not Anna Orlo: why.']);
  });
});

describe('a quotation that goes on in the next paragraph', () => {
  test('is theirs who opened it', () => {
    expect(saidIn('Orlo said: “It is late.', '“It is new.”')).toEqual(['Orlo: “It is late.', 'Orlo: “It is new.”']);
  });
  test('and not theirs who closed one', () => {
    expect(saidIn('Orlo said: “It is late.”', '“It is new.”')).toEqual(['Orlo: “It is late.”']);
  });
});
