import { expect, test } from 'vitest';
import { statementFilter } from '../../../src/core/statements/select-statements.ts';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';
import { articleOf } from '../../support/article-of.ts';

const names = shippedNames();

test('a statement says who, by which words, under which heading and on which day', () => {
  const article = articleOf(['布林肯抵達東京。', '# 會後', '王毅向布林肯強調，台灣問題不容插手。'], {
    date: '2024-04-26',
  });
  const [statement, ...others] = statementsOf(article, names);
  expect(others).toEqual([]);
  expect(statement).toMatchObject({
    speaker: { name: '王毅', entry: { canonical: '王毅' } },
    addressee: { name: '布林肯' },
    section: '會後',
    day: '2024-04-26',
    mode: 'indirect',
    negated: false,
  });
  expect(article.text.slice(statement?.start, statement?.end)).toBe('王毅向布林肯強調，台灣問題不容插手。');
  expect(article.text.slice(statement?.speaker?.mention?.start, statement?.speaker?.mention?.end)).toBe('王毅');
});

test('an article is read once', () => {
  const article = articleOf(['王毅說，門仍然開着。']);
  expect(statementsOf(article, names)).toBe(statementsOf(article, names));
});

test.each<[string, object, readonly string[]]>([
  ['nothing asked for', {}, ['王毅說，關稅太高。', '布林肯說，晶片要管。', '王毅說，晶片要談。']],
  ['a topic', { topic: '晶片' }, ['布林肯說，晶片要管。', '王毅說，晶片要談。']],
  ['in the other script', { topic: '关税' }, ['王毅說，關稅太高。']],
  ['by another of its forms', { topic: 'tariffs' }, ['王毅說，關稅太高。']],
  ['several words have all to be there', { topic: '晶片 要談' }, ['王毅說，晶片要談。']],
  ['a speaker', { speaker: 'Wang Yi' }, ['王毅說，關稅太高。', '王毅說，晶片要談。']],
  ['both', { speaker: '王毅', topic: '晶片' }, ['王毅說，晶片要談。']],
  ['somebody who says nothing', { speaker: '沙利文' }, []],
  ['somebody whose name begins with another’s', { speaker: '布林肯夫人' }, []],
  ['a word that begins with a name', { topic: '布林肯夫人' }, []],
  ['blanks', { speaker: ' ', topic: ' ' }, ['王毅說，關稅太高。', '布林肯說，晶片要管。', '王毅說，晶片要談。']],
])('%s', (_, filter, expected) => {
  const article = articleOf(['王毅說，關稅太高。', '布林肯說，晶片要管。', '王毅說，晶片要談。']);
  const isWanted = statementFilter(filter, names);
  const found = statementsOf(article, names).filter((one) => isWanted(article, one));
  expect(found.map(({ start, end }) => article.text.slice(start, end))).toEqual(expected);
});

test.each([
  ['all of it', '陳樂山說：「航線要在六月之前全部重開。」', 'direct'],
  ['all of it, and short', '陳樂山說：「要重開。」', 'direct'],
  ['all of it, before the speaker', '「航線要重開」，陳樂山說。', 'direct'],
  ['a part', '陳樂山說，航線「要在六月之前全部重開」，否則他會辭去局長一職。', 'mixed'],
  ['a term', '陳樂山說，航線「要重開」，否則他會辭去局長一職。', 'indirect'],
  ['nothing', '陳樂山說，航線要重開。', 'indirect'],
])('what is quoted of what somebody says is %s', (_, text, mode) =>
  expect(statementsOf(articleOf([text]), names)).toMatchObject([{ mode, section: null }]),
);

test('statements in two languages are in the order of the article', () => {
  const paragraphs = [
    'Celia Vance said the port was open.',
    '陳樂山說，航線要重開。',
    'Anna Kowalska said it was safe.',
  ];
  const found = statementsOf(articleOf(paragraphs), names);
  expect(found.map(({ speaker }) => speaker?.name)).toEqual(['Celia Vance', '陳樂山', 'Anna Kowalska']);
});

test('a report longer than all that is remembered is read once as well', () => {
  const article = articleOf(['陳樂山說，航線要重開。', '橋'.repeat(2_000_001)]);
  expect(statementsOf(article, names)).toBe(statementsOf(article, names));
});
