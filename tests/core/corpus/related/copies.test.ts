import { describe, expect, test } from 'vitest';

import type { Article } from '../../../../src/core/model/article.ts';
import { copiesIn } from '../../../../src/core/corpus/related/copies.ts';
import { fingerprintOf } from '../../../../src/core/corpus/related/fingerprint.ts';
import { relationsIn } from '../../../../src/core/corpus/related/relations.ts';
import { fakeArticle } from '../../../support/fake-library.ts';

const WIRE = [
  '港務局長星期五宣布，三號碼頭由下月起關閉六個星期，以便更換老化的起重機。',
  '碼頭工會表示，事前沒有人與工人商量，會方將在星期一召開大會。',
  '船公司說，貨船會改停五號碼頭，運費暫時不會調整。',
];
const OTHER = [
  '三號碼頭關閉的消息傳出以後，附近的商戶擔心生意會減少一半。',
  '市長說，他要先看過報告，才決定是否向受影響的商戶發放補貼。',
];

const article = (id: string, paragraphs: readonly string[], rest: Partial<Article> = {}): Article =>
  fakeArticle(id, paragraphs, { outlet: id, date: '2021-02-06', url: null, ...rest });

const copies = (...articles: readonly Article[]) => copiesIn(articles.map(fingerprintOf));

describe('one text in several outlets', () => {
  test('under another headline, in the other script, cut or with a line of its own; the first published comes first', () => {
    const simplified = [
      '港务局长星期五宣布，三号码头由下月起关闭六个星期，以便更换老化的起重机。',
      '码头工会表示, 事前没有人与工人商量, 会方将在星期一召开大会。',
    ];
    expect(
      copies(
        article('乙報', [...WIRE, OTHER[0] ?? ''], { date: '2021-02-07' }),
        article('甲社', WIRE),
        article('丙网', simplified, { title: '码头关闭', date: '2021-02-08' }),
      ),
    ).toEqual([['甲社', '乙報', '丙网']]);
  });

  test.each<[string, Article[]]>([
    ['another figure', [article('甲', WIRE), article('乙', WIRE.map((each) => each.replace('六個', '八個').replace('五號', '七號')))]],
    ['a paragraph of one statement', [article('甲', WIRE.slice(0, 1)), article('乙', WIRE.slice(0, 1))]],
    ['a report that quotes most of another', [article('甲', WIRE.slice(0, 2)), article('乙', [...WIRE.slice(0, 2), ...OTHER])]],
    ['the same words a month later', [article('甲', WIRE), article('乙', WIRE, { date: '2021-03-09' })]],
    ['one outlet: those are versions', [article('甲', WIRE), article('甲二', WIRE, { outlet: '甲' })]],
    ['outlets that nobody knows', [article('甲', WIRE), article('乙', WIRE, { outlet: null })]],
  ])('not: %s', (_, articles) => expect(copies(...articles)).toEqual([])); // prettier-ignore
});

test('each copy names the others; an earlier version of a story is none', () => {
  const related = relationsIn(
    [
      article('甲社', WIRE.slice(0, 2)),
      article('甲社二', WIRE, { outlet: '甲社', title: 'Title of 甲社', date: '2021-02-07' }),
      article('乙報', WIRE),
    ].map(fingerprintOf),
  );
  expect(Object.fromEntries(related)).toEqual({
    甲社: { supersededBy: '甲社二' },
    甲社二: { versions: ['甲社'], copies: ['乙報'] },
    乙報: { copies: ['甲社二'] },
  });
});
