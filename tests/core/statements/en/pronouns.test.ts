import { describe, expect, test } from 'vitest';
import { langLines, langPairs } from '../../../../src/core/text/lang-data.ts';
import { speakersIn } from './read.ts';

describe('he and she are whom they fit', () => {
  test.each<[string, string, readonly string[]]>([
    ['a name like a pronoun', 'Mr Han waited outside. Ms He said it was late. “Go home,” she told us.', ['He', 'He']],
    ['of two, by their titles', 'Ms Orlo and Mr Petran came. He said yes. She said so.', ['Petran', 'Orlo']],
    ['of two whom nothing tells apart, neither', 'Mr Abbot and Mr Crane came. He said it was late.', []],
    ['of two speakers alike, neither', 'Abbot said yes, while Crane said so. He said it was late.', ['Abbot', 'Crane']],
    ['a queen', 'King Aldo came with Queen Mirel. She said it was late.', ['Mirel']],
    ['a king by name alone is none', 'Coretta King came. She said it was late.', ['Coretta King']],
    [
      'somebody who speaks for another',
      'A spokeswoman for Mayor Ted Lowry said so. She said it was late.',
      ['spokeswoman for Mayor Ted Lowry', 'spokeswoman for Mayor Ted Lowry'],
    ],
    [
      'a wife, by her first name',
      'Owen Brandt left. His wife, Robin, said so. “He is late,” she said.',
      ['Robin', 'Robin'],
    ],
    ['whom another met', 'Holm met the writer Irina Vasek. She said it was late.', ['Irina Vasek']],
    ['… but not where the other one spoke', 'Holm told Irina Vasek it was late. She said more.', ['Holm', 'Holm']],
    ['after meeting somebody of whom a word tells it', 'After meeting Ms Vasek, Holm said yes. She said so.', ['Holm']],
    ['who owns a boat', 'Robin Ashe lost her boat. Leslie Byrne came. She said the mast went.', []],
    ['who blamed his own', 'Robin Ashe lost her boat. Leslie Byrne sold his radio. She said so.', ['Robin Ashe']],
    ['a possessive of somebody before', 'Mr Han left. Robin Ashe sold his boat. She said so.', ['Robin Ashe']],
    ['a possessive behind another name', 'Robin Ashe met Tom Reed and his son. She said so.', ['Robin Ashe']],
    ['who is accused', 'Pell was accused by Vance of lying. He denied the charge.', ['Vance', 'Pell']],
    ['an accuser whom it fits as well', 'Pell was accused by Ms Vance of lying. She denied it.', ['Vance']],
    ['an owner', 'Holm praised Ms Vance’s plan. She said it was late.', ['Holm', 'Holm']],
    ['a son, and not his father', 'Holm spoke. Holm said yes. His father left. He said it was late.', ['Holm', 'Holm']],
    ['who spoke, and not whom that names', 'Holm said yes. Mr Reed would go, he said.', ['Holm', 'Holm']],
    ['before the name', 'While he said yes, Holm left.', ['Holm']],
    ['no plural', 'Robin Ashe said so. Harbour officials met. She said it was late.', ['Robin Ashe', 'Robin Ashe']],
    ['no body', 'Robin Ashe said so. The Bay Courier closed. She said it was late.', ['Robin Ashe', 'Robin Ashe']],
    ['one whom a word tells, and a newer one', 'Ms Lowe spoke. Pell spoke. She said it was late.', []],
    ['the newer one, where that spoke', 'Ms Lowe came. Pell said so. She said it was late.', ['Pell', 'Pell']],
    ['named behind one who spoke', 'Pell said so. The yard hired Ms Lowe. She said it was late.', ['Pell']],
    [
      'named long after one who spoke',
      'Pell said so. It rained. The yard hired Ms Lowe. She said yes.',
      ['Pell', 'Lowe'],
    ],
  ])('%s', (_, text, expected) => expect(speakersIn(text)).toEqual(expected));
});

describe('a first name tells', () => {
  const names = langLines('en/given-names').flatMap((line) => {
    const [forms = '', gender = ''] = line.split('=>').map((part) => part.trim());
    return forms.split(', ').map((name) => [name.replace(/^./, (first) => first.toUpperCase()), gender] as const);
  });
  test.each(names)('%s is %s', (name, gender) => {
    const heard = ['He', 'She'].filter((pronoun) => speakersIn(`${name} Quill came. ${pronoun} said so.`).length > 0);
    expect(heard).toEqual([gender === 'male' ? 'He' : 'She']);
  });
});

describe('a noun or a title tells', () => {
  const words = langPairs('en/word-classes').filter(
    ([word, part]) => (part === 'male' || part === 'female') && word !== 'he' && word !== 'she',
  );
  const titles = new Set(langPairs('en/word-classes').flatMap(([word, part]) => (part === 'honorific' ? [word] : [])));
  test.each(words)('%s', (word, part) => {
    const somebody = titles.has(word)
      ? `${word.replace(/^./, (first) => first.toUpperCase())} Ashe`
      : `The baker’s ${word}, Robin Ashe,`;
    const heard = ['He', 'She'].filter((pronoun) => speakersIn(`${somebody} stayed. ${pronoun} said so.`).length > 0);
    expect(heard).toEqual([part === 'male' ? 'He' : 'She']);
  });
});

describe('whoever has an office is no one with another', () => {
  test.each<[string, string, readonly string[]]>([
    ['the office', 'Harbour Minister Anna Orlo came. The minister said so.', ['Anna Orlo']],
    ['in small letters', 'Harbour minister Anna Orlo came. The minister said so.', ['Anna Orlo']],
    ['another one', 'Harbour Minister Anna Orlo came. The finance minister said so.', ['finance minister']],
    ['one of several', 'Harbour Minister Anna Orlo came. A minister said so.', ['minister']],
    ['of another', 'Navy spokesman Tom Reed came. A spokesman for the port said so.', ['spokesman for the port']],
    ['a friend', 'A friend of Mr Choy said so.', ['friend of Mr Choy']],
    ['two aides', 'Two aides to Mayor Lowry said so.', ['Two aides to Mayor Lowry']],
    ['brackets behind the name', 'Anna Orlo (Bay Party) came. Sen. Orlo (B-Cape) said so.', ['Anna Orlo']],
  ])('%s', (_, text, expected) => expect(speakersIn(text)).toEqual(expected));

  const others = langPairs('en/word-classes').flatMap(([word, part]) => (part === 'other-office' ? [word] : []));
  test.each(others)('%s', (word) => {
    expect(speakersIn(`The ${word} minister Anna Orlo came. The minister said so.`)).toEqual(['minister']);
  });
});
