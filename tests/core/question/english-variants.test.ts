import { describe, expect, test } from 'vitest';
import { readVariants, variantsOf } from '../../../src/core/question/english-variants.ts';
import { langLines, langTable } from '../../../src/core/text/lang-data.ts';
import { stemOf } from '../../../src/core/text/script.ts';

const spellings = langLines('en/spelling-variants');
const irregular = langTable('en/irregular-forms');
const groups = langLines('en/synonyms');

// A word with each group of letters, which texts may well spell in either way.
const EXAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  '-our': ['harbours', 'harbors'],
  '-ise': ['organised', 'organized'],
  '-isi': ['organising', 'organizing'],
  '-isa': ['organisation', 'organization'],
  '-yse': ['analysed', 'analyzed'],
  '-ysi': ['analysing', 'analyzing'],
  '-tre': ['theatre', 'theater'],
  '-ogue': ['catalogue', 'catalog'],
  '-ence': ['defence', 'defense'],
  '-oeu': ['manoeuvre', 'maneuvre'],
  '-aeo': ['archaeology', 'archeology'],
  '-aem': ['anaemia', 'anemia'],
};

describe('every spelling has the other', () => {
  test.each(spellings)('%s', (line) => {
    const [one = '', other = ''] = line.split('=>').map((side) => side.trim());
    const [british, american] = EXAMPLES[one] ?? [one, other];
    expect(variantsOf(british)).toContain(stemOf(american));
    const without = readVariants(
      spellings.filter((own) => own !== line),
      irregular,
      groups,
    );
    expect(without(british)).not.toContain(stemOf(american));
    expect(variantsOf(american)).toContain(stemOf(british));
  });
});

test.each([...irregular])('%s is found as %s, and the other way round', (form, base) => {
  const [own, other] = [stemOf(form), stemOf(base)];
  if (own === other) return;
  expect(variantsOf(form)).toContain(other);
  expect(variantsOf(base)).toContain(own);
});

test('a word with another spelling of its own is found by either', () => {
  const variants = readVariants(['gaol => jail'], new Map(), []);
  expect([variants('gaol'), variants('jail'), variants('goal')]).toEqual([['jail'], ['gaol'], []]);
});

test('a word that only ends like an irregular form is none', () => {
  expect(variantsOf('founded')).not.toContain('find');
  expect(variantsOf('market')).toEqual([]);
});

describe('a word finds those like it', () => {
  test.each(groups)('%s', (group) => {
    const words = group.split(',').map((word) => word.trim());
    const without = readVariants(
      spellings,
      irregular,
      groups.filter((own) => own !== group),
    );
    const lost = words.flatMap((word) =>
      words.filter((other) => variantsOf(word).includes(stemOf(other)) && !without(word).includes(stemOf(other))),
    );
    expect(lost.length).toBeGreaterThan(0);
    const pairs = words.flatMap((word) => words.map((other) => [word, stemOf(other)] as const));
    expect(pairs.filter(([word, other]) => stemOf(word) !== other && !variantsOf(word).includes(other))).toEqual([]);
  });
  test('in any of its forms', () => {
    expect(variantsOf('jailed')).toContain(stemOf('imprisoned'));
    expect(variantsOf('won')).toContain(stemOf('beat'));
  });
});

test.each(['harbours', 'children', 'child', 'injured', 'organised'])('no variant of %s is itself', (word) => {
  expect(variantsOf(word).length).toBeGreaterThan(0);
  expect(variantsOf(word)).not.toContain(stemOf(word));
});

test.each([
  ['four', 'for'],
  ['hour', 'hor'],
  ['harbourmaster', 'harbormaster'],
])('%s is not spelt %s', (word, other) => expect(variantsOf(word)).not.toContain(stemOf(other)));
