import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../../../src/core/statements/statements-of.ts';
import { englishLexicon } from '../../../../src/core/statements/en/lexicon.ts';
import { tokensOf } from '../../../../src/core/statements/en/tokens.ts';
import { langLines } from '../../../../src/core/text/lang-data.ts';
import { shippedNames } from '../../../support/shipped-data.ts';
import { articleOf } from '../../../support/article-of.ts';

const names = shippedNames();
const read = (sentence: string): string[] =>
  statementsOf(articleOf([sentence]), names).map(({ speaker, act }) => `${speaker?.name ?? '?'} ${act}`);

// What each kind of verb has to have beside it, said by Anna Kowalska; `~` stands for the verb.
const EXAMPLES: Readonly<Record<string, string>> = {
  any: 'Anna Kowalska ~ that the bridge was new.',
  object: 'Anna Kowalska ~ the mayor of Lodz.',
  clause: 'Anna Kowalska ~ that the bridge was new.',
  quote: '“It is new,” Anna Kowalska ~.',
  claim: 'Anna Kowalska ~ the claims.',
  deed: 'Anna Kowalska ~ the yard to close.',
  person: 'Anna Kowalska ~ reporters that the bridge was new.',
};

const verbs = ['en/speech-verbs', 'en/opinion-verbs'].flatMap((list) =>
  langLines(list).map((line) => {
    const [left = '', right = ''] = line.split('=>').map((part) => part.trim());
    const [act = '', frame = ''] = right.split(' ');
    const [base = '', past] = left.split(',').map((form) => form.trim());
    const first = base.split(' ')[0] ?? '';
    const form = englishLexicon()
      .verbs(past?.split(' ')[0] ?? pastOf(first))
      .find((one) => one.form === 'past' && one.words.slice(1).join(' ') === base.split(' ').slice(1).join(' '));
    return { base, act, frame, past: form?.words.join(' ') ?? '' };
  }),
);

// The past form of a regular verb, by what the lexicon has of it.
function pastOf(base: string): string {
  const candidates = [`${base}ed`, `${base}d`, `${base.slice(0, -1)}ied`, `${base}${base.at(-1) ?? ''}ed`];
  return (
    candidates.find((word) =>
      englishLexicon()
        .verbs(word)
        .some(({ form }) => form === 'past'),
    ) ?? ''
  );
}

describe('every verb of speech and opinion', () => {
  test.each(verbs)('$base', ({ past, act, frame }) => {
    expect(past).not.toBe('');
    expect(read((EXAMPLES[frame] ?? '').replace('~', past))).toContain(`Anna Kowalska ${act}`);
  });
});

test.each(langLines('en/source-phrases'))('%s', (phrase) => {
  expect(read(`The bridge is new, ${phrase} Anna Kowalska.`)).toEqual(['Anna Kowalska say']);
});

test.each(langLines('en/noun-verbs').flatMap((line) => line.split(',').map((word) => word.trim())))(
  'a noun as well: %s',
  (word) => {
    const third = /(?:s|sh|ch)$/.test(word) ? `${word}es` : word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`;
    expect(read(`Piotr read her clumsy ${third} that the bridge was new.`)).toEqual([]);
  },
);

test.each(langLines('en/clitics'))('a word of its own: they’%s', (clitic) => {
  const text = `they’${clitic} they'${clitic}`;
  const words = tokensOf(text, { start: 0, end: text.length }, []).map(({ lower }) => lower);
  expect(words).toEqual(['they', `'${clitic}`, 'they', `'${clitic}`]);
});

test.each(langLines('en/claim-nouns').flatMap((line) => line.split(',').map((word) => word.trim())))(
  'somebody’s words: %s',
  (noun) => expect(read(`Anna Kowalska dismissed ${noun}.`)).toEqual(['Anna Kowalska deny']),
);

test.each(langLines('en/asking-labels'))('a label of who asks: %s', (label) => {
  const article = articleOf([
    `${label.replace(/^./, (first) => first.toUpperCase())}, Post: Why?`,
    'Anna Kowalska: So.',
  ]);
  expect(statementsOf(article, names).map(({ act }) => act)).toEqual(['ask', 'say']);
});
