import { describe, expect, test } from 'vitest';

import { loadMarkup } from '../../../../src/core/corpus/markup/markup.ts';
import { wordsUnder } from '../../../../src/core/corpus/markup/phrases.ts';
import { parseArticle } from '../../../../src/core/corpus/parse-article.ts';
import type { ArticleKind } from '../../../../src/core/model/article.ts';
import { shippedKnowledge } from '../../../support/shipped-data.ts';

await loadMarkup();
const knowledge = shippedKnowledge();
const kindOf = (front: string, path = 'a.md', body = '雙方發言。'): ArticleKind | undefined =>
  parseArticle({ path, text: `---\n${front}\n---\n${body}\n` }, knowledge).articles[0]?.article.kind;

describe.each(['opinion', 'reprint', 'satire', 'transcript'] as const)('%s: every line of the lists', (kind) => {
  test.each(wordsUnder('article-kinds', [kind]))('%s', (word) => {
    expect(kindOf(`title: 甲\ncategory: ${JSON.stringify(word)}`)).toBe(kind);
    expect(kindOf(`title: "【${word}】甲"`)).toBe(kind);
  });
});

describe.each(['opinion', 'reprint', 'satire', 'transcript'] as const)('%s: every folder of the lists', (kind) => {
  test.each(wordsUnder('article-kinds', [`${kind}-folder`]))('%s', (folder) => {
    expect(kindOf('title: 甲', `2021/${folder}/甲.md`)).toBe(kind);
    expect(kindOf('title: 甲', `2021/${folder}.md`)).toBeUndefined();
    expect(kindOf(`title: 甲\nurl: https://example.net/${encodeURIComponent(folder)}/1`)).toBe(kind);
  });
});

test.each<[string, ArticleKind | undefined]>([
  ['title: "社論：不該退讓"', 'opinion'],
  ['title: 甲\ncategories: [某報 - 評論]', 'opinion'],
  ['title: Opinion | No retreat', 'opinion'],
  ['title: 評論員說不該退讓', undefined],
  ['title: 某報批評鄰國\ntags: [社評]', undefined],
  ['title: 甲\nauthor: 讀者來論', 'opinion'],
  ['title: 甲\ncategory: 國際', undefined],
  ['title: "外長：不會退讓"', undefined],
])('%s', (front, kind) => expect(kindOf(front)).toBe(kind));

test('the box about its author says that a column is somebody’s view', () => {
  const column = '我認為會談不會有結果。\n\n---\n\n**博客 | 區望**\n\n區望寫作多年，著有小說三部。';
  expect(kindOf('title: 甲', 'a.md', column)).toBe('opinion');
  expect(kindOf('title: 甲', 'a.md', column.replace('博客', '作者簡介'))).toBeUndefined();
  // A note about the writer may stand above it.
  expect(kindOf('title: 甲', 'a.md', column.replace('---', '***作者簡介：漁業學院講師***\n\n---'))).toBe('opinion');
});
