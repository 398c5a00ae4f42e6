import type { ArticleId } from '../../../src/core/model/article.ts';
import { describe, expect, test } from 'vitest';
import { reportsTitled } from '../../../src/core/question/understand.ts';
import { articleOf } from '../../support/article-of.ts';

const titles = [
  '大橋重開',
  '大橋',
  '大橋塌',
  '【大橋】重開了？　乘客：「很好！」',
  '新大橋重開',
  'The bridge: it opens again!',
];
const articles = titles.map((title) => Object.assign(articleOf(['一段。'], { title }), { id: title as ArticleId }));

describe('the reports that a text is the headline of', () => {
  test.each<[string, readonly string[]]>([
    ['大橋重開', ['大橋重開']],
    ['大橋重開？', ['大橋重開']],
    ['大桥重开', ['大橋重開']],
    ['大橋重開了 乘客 很好', ['【大橋】重開了？　乘客：「很好！」']],
    ['the bridge it opens again', ['The bridge: it opens again!']],
    // A part of one is none, and what is shorter than four is a subject.
    ['橋重開了', []],
    ['大橋重開了', []],
    ['大橋', []],
    ['大橋塌', []],
  ])('%s', (text, expected) => expect([...reportsTitled(text, { articles })]).toEqual(expected));
});
