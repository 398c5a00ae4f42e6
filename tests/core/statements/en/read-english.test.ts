import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../../../src/core/statements/statements-of.ts';
import { shippedNames } from '../../../support/shipped-data.ts';
import { articleOf } from '../../../support/article-of.ts';

const names = shippedNames();

/** Every statement of some paragraphs, as `who [words that name them] act`. */
function read(...paragraphs: string[]): string[] {
  const article = articleOf(paragraphs);
  return statementsOf(article, names).map(({ speaker, act, negated }) => {
    const mention = speaker?.mention ?? null;
    const words = mention === null ? '' : article.text.slice(mention.start, mention.end);
    return `${speaker?.name ?? '?'} [${words}] ${negated ? 'not ' : ''}${act}`;
  });
}

describe('where the speaker stands', () => {
  test.each<[string, string, readonly string[]]>([
    ['behind the quotation', '“The bridge is safe,” Anna Kowalska said.', ['Anna Kowalska [Anna Kowalska] say']],
    ['behind the verb', '"The bridge is safe," said Anna Kowalska.', ['Anna Kowalska [Anna Kowalska] say']],
    ['before it', 'Anna Kowalska said: “The bridge is safe.”', ['Anna Kowalska [Anna Kowalska] say']],
    ['inside it', '“The bridge,” Anna Kowalska said, “is safe.”', ['Anna Kowalska [Anna Kowalska] say']],
    ['in single marks', '‘It isn’t safe,’ said Anna Kowalska.', ['Anna Kowalska [Anna Kowalska] say']],
    ['indirect speech', 'Anna Kowalska said the bridge was safe.', ['Anna Kowalska [Anna Kowalska] say']],
    ['behind what is said', 'The bridge was safe, the mayor said.', ['mayor [the mayor] say']],
    ['in the middle', 'The bridge, the mayor said on Monday, was safe.', ['mayor [the mayor] say']],
    ['according to', 'According to Anna Kowalska, the bridge is safe.', ['Anna Kowalska [Anna Kowalska] say']],
    [
      'with an office',
      'Harbour chief Anna Kowalska told reporters to wait.',
      ['Anna Kowalska [Harbour chief Anna Kowalska] say'],
    ],
    [
      'somebody’s spokesman',
      'A spokesman for the port said the bridge was safe.',
      ['spokesman for the port [A spokesman for the port] say'],
    ],
    [
      'with an apposition',
      'Anna Kowalska, the mayor of Lodz, said the bridge was safe.',
      ['Anna Kowalska [Anna Kowalska] say'],
    ],
    [
      'with a relative clause',
      'Anna Kowalska, who runs the port, said the bridge was safe.',
      ['Anna Kowalska [Anna Kowalska] say'],
    ],
    [
      'with an age and a place',
      'Anna Kowalska, 54, of Lodz, said the bridge was safe.',
      ['Anna Kowalska [Anna Kowalska] say'],
    ],
    [
      'named behind an office',
      'The port’s director, Anna Kowalska, said the bridge was safe.',
      ['Anna Kowalska [The port’s director, Anna Kowalska] say'],
    ],
    [
      'a body',
      'The port authority said in a statement that the bridge was safe.',
      ['port authority [The port authority] say'],
    ],
    [
      'with a time before the verb',
      'The port authority late on Friday said the bridge was safe.',
      ['port authority [The port authority] say'],
    ],
    [
      'a phrase behind the noun',
      'People familiar with the plan said the bridge was safe.',
      ['People familiar with the plan [People familiar with the plan] say'],
    ],
    [
      'a dateline',
      'GDANSK (AP) -- Anna Kowalska, the mayor, said the bridge was safe.',
      ['Anna Kowalska [Anna Kowalska] say'],
    ],
    ['a passive', 'The plan was criticized by the union.', ['union [the union] accuse']],
    [
      'what is not said',
      'Anna Kowalska did not say when the bridge would open.',
      ['Anna Kowalska [Anna Kowalska] not say'],
    ],
  ])('%s', (_, sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});

describe('who says nothing', () => {
  test.each([
    ['who is spoken to', 'The letter was sent to Anna Kowalska.'],
    ['who did not respond', 'The port authority did not immediately respond.'],
    ['a noun that is a verb as well', 'Anna Kowalska read his angry tweets about the bridge.'],
    ['who may say something', 'Anna Kowalska might say more on Monday.'],
    ['what is known by a name', 'The bridge, called the Crane, opened in May.'],
    ['whoever writes', 'I said so last year.'],
    ['a report that is announced', 'The report announced on Friday is long.'],
    ['who dismisses workers', 'The shipyard at Lodz dismissed 84 workers.'],
    ['who dismisses a suit', 'The judge dismissed the lawsuit.'],
    ['who rejects a plan', 'Voters rejected the plan.'],
    ['who questions witnesses', 'Police questioned three men on Tuesday.'],
    ['who lets nobody in', 'The guards denied the family entry.'],
    ['who orders goods', 'The council ordered 40 buses.'],
    ['what threatens a place', 'Floods threaten the harbour.'],
    ['who adds something', 'The airline added four flights that are longer.'],
    ['whom nobody has named', 'The bakery closed on Monday. She said it was for good.'],
  ])('%s', (_, sentence) => {
    expect(read(sentence)).toEqual([]);
  });
});

describe('who that is', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a surname', ['Anna Kowalska opened the bridge.', 'Kowalska said it was safe.'], ['Anna Kowalska [Kowalska] say']],
    ['a surname that stands first', ['Wang Wentao came.', 'Wang said he was glad.'], ['Wang Wentao [Wang] say']],
    [
      'an office',
      ['Harbour Minister Anna Kowalska came.', 'The minister said she was glad.'],
      ['Anna Kowalska [The minister] say'],
    ],
    [
      'a pronoun',
      ['Anna Kowalska said it was safe. She added that it was new.'],
      ['Anna Kowalska [Anna Kowalska] say', 'Anna Kowalska [She] say'],
    ],
    [
      'a pronoun for a body',
      ['The port authority said it was safe. It denied that it was late.'],
      ['port authority [The port authority] say', 'port authority [It] deny'],
    ],
    [
      'the same in a second verb',
      ['Anna Kowalska praised the builders and said it was safe.'],
      ['Anna Kowalska [Anna Kowalska] other', 'Anna Kowalska [Anna Kowalska] say'],
    ],
    [
      'the same in a participle',
      ['Anna Kowalska said it was safe, adding that it was new.'],
      ['Anna Kowalska [Anna Kowalska] say', 'Anna Kowalska [Anna Kowalska] say'],
    ],
    [
      'a quotation that goes on',
      ['“It is safe,” Anna Kowalska said. “It is new.”'],
      ['Anna Kowalska [Anna Kowalska] say', 'Anna Kowalska [] say'],
    ],
    ['two sides', ['Anna Kowalska defended the plan, but the union said it was late.'], ['union [the union] say']],
    [
      'a full name that two share',
      ['Anna Kowalska and Piotr Kowalska came.', 'Kowalska said it was safe.'],
      ['Kowalska [Kowalska] say'],
    ],
  ])('%s', (_, paragraphs, expected) => {
    expect(read(...paragraphs)).toEqual(expected);
  });

  test('a namesake of somebody known is nobody known', () => {
    const article = articleOf(['Striker Tom Sullivan scored twice.', 'Sullivan said he was tired.']);
    expect(statementsOf(article, names).map(({ speaker }) => [speaker?.name, speaker?.entry])).toEqual([
      ['Tom Sullivan', null],
    ]);
  });

  test('a surname alone is whom the list means by it', () => {
    const article = articleOf(['Blinken said he was tired.']);
    expect(statementsOf(article, names)[0]?.speaker?.entry?.canonical).toBe('布林肯');
  });

  test('to whom', () => {
    const article = articleOf([
      'Anna Kowalska urged the union to wait.',
      'Anna Kowalska told Piotr Nowak that it was late.',
    ]);
    expect(statementsOf(article, names).map(({ addressee }) => addressee?.name)).toEqual(['union', 'Piotr Nowak']);
  });
});

test('what is said, and how', () => {
  const article = articleOf([
    '“It is safe,” Anna Kowalska said.',
    'Anna Kowalska said on Monday that it was “rather new”.',
    'The bridge is safe, according to Anna Kowalska.',
    'According to Anna Kowalska, the bridge is safe.',
  ]);
  const found = statementsOf(article, names).map(({ content, mode }) => [
    article.text.slice(content.start, content.end),
    mode,
  ]);
  expect(found).toEqual([
    ['“It is safe,”', 'direct'],
    ['it was “rather new”.', 'mixed'],
    ['The bridge is safe', 'indirect'],
    ['the bridge is safe.', 'indirect'],
  ]);
});

describe('a pronoun stands for somebody who was named before', () => {
  test.each([
    ['Dr. Lena Orvik ran the clinic. She told reporters it would stay open.', ['Lena Orvik say']],
    // The nearer one is he.
    [
      'Lena Orvik ran the clinic. Mr. Tom Reyes kept the books. She said it was closed. He said it was not.',
      ['Lena Orvik say', 'Tom Reyes say'],
    ],
    ['Mr. Paul Amsel met Ms. Dana Kirsch on Monday. She said it was late.', ['Dana Kirsch say']],
    ['Her deputy, Samuel Pruitt, stayed. He said the roof leaked.', ['Samuel Pruitt say']],
    // Of whatever calling, the nearer one.
    [
      'Lena Orvik ran the clinic. She said it was closed. The clinic’s pharmacist, Ida Roake, spoke. She said it was not.',
      ['Lena Orvik say', 'Ida Roake say'],
    ],
    // Who was she before is not he.
    ['Lena Orvik ran the clinic. She said it was closed. He said it was not.', ['Lena Orvik say']],
    ['The port authority closed the quay. They said it was unsafe.', ['port authority say']],
    ['The mayor signaled last summer that the bridge was new.', ['mayor say']],
    ['The council ordered the yard to close.', ['council demand']],
    ['Anna Kowalska rejected the plan as childish.', ['Anna Kowalska deny']],
    ['Anna Kowalska denied taking bribes.', ['Anna Kowalska deny']],
  ])('%s', (text, expected) => expect(read(text).map((one) => one.replace(/ \[.*\]/, ''))).toEqual(expected));
});

test('labels in small letters are turns where one of them asks or comes again', () => {
  const heard = (...paragraphs: string[]): string[] =>
    statementsOf(articleOf(paragraphs), names).map(({ speaker, act }) => `${speaker?.name} ${act}`);
  expect(
    heard('Celia Vance: Good morning.', 'Reporter, Northern Wire: Who pays?', 'Celia Vance: We do.', 'All of us.'),
  ).toEqual(['Celia Vance say', 'Reporter, Northern Wire ask', 'Celia Vance say', 'Celia Vance say']);
  expect(heard('Rice: The price went up.', 'Wheat: The price went down.')).toEqual([]);
});

test('turns of a transcript hold to the next; a question is the reporter’s', () => {
  const article = articleOf([
    'Anna Kowalska met the press.',
    'MS. KOWALSKA: Good morning.',
    'The bridge is safe.',
    'QUESTION: Who pays?',
    'MS. KOWALSKA: The state.',
  ]);
  expect(
    statementsOf(article, names).map(({ start, end, speaker, act }) => [
      article.text.slice(start, end),
      speaker?.name,
      act,
    ]),
  ).toEqual([
    ['MS. KOWALSKA: Good morning.', 'Anna Kowalska', 'say'],
    ['The bridge is safe.', 'Anna Kowalska', 'say'],
    ['QUESTION: Who pays?', 'QUESTION', 'ask'],
    ['MS. KOWALSKA: The state.', 'Anna Kowalska', 'say'],
  ]);
});

describe('a surname is whoever the article names in full with it', () => {
  test.each<[string, readonly string[], string]>([
    ['one', ['Celia Vance opened the bridge.'], 'Celia Vance [Vance] say'],
    ['two', ['Celia Vance opened the bridge.', 'Maria Vance paid for it.'], 'Vance [Vance] say'],
    ['one, fuller later', ['Celia Vance opened it.', 'Maria Celia Vance paid.'], 'Celia Vance [Vance] say'],
    ['one, fuller before', ['Maria Celia Vance paid.', 'Celia Vance opened it.'], 'Celia Vance [Vance] say'],
    ['a body of the name', ['The Vance Board opened it.'], 'Vance [Vance] say'],
  ])('%s', (_, before, expected) => expect(read(...before, 'Vance said it was safe.')).toEqual([expected]));
});

describe('what makes a transcript', () => {
  test.each<[string, readonly string[], number]>([
    ['labels in capitals', ['MS. KOWALSKA: It is safe.', 'MR. VANCE: It is open.'], 2],
    ['one label in capitals is a heading', ['UPDATE: It is safe.', 'It is open.'], 0],
    ['labels in small letters may be a list', ['Rice Farms: It is up.', 'Wheat Farms: It is down.'], 0],
    ['one of them comes again', ['Celia Vance: Good.', 'Anna Kowalska: It is.', 'Celia Vance: Yes.'], 3],
    ['one of them asks', ['Question: Is it safe?', 'Celia Vance: It is.'], 2],
    ['a single question is none', ['Question: Is it safe?', 'It is.'], 0],
  ])('%s', (_, paragraphs, statements) => expect(read(...paragraphs)).toHaveLength(statements));
});
