import { describe, expect, test } from 'vitest';

import { createLibrary } from '../../../src/core/index.ts';
import type { Hit } from '../../../src/core/index/passage-index.ts';
import { passagesOf, type Passage } from '../../../src/core/index/passages.ts';
import { bigramKey, foldScript } from '../../../src/core/text/script.ts';
import { crossLingualTerms } from '../../../src/core/question/cross-lingual.ts';
import { parseQuestion } from '../../../src/core/question/parse-question.ts';
import { mostPromising, rankCrossLingual } from '../../../src/core/reading/cross-lingual.ts';
import { createFormFinder, type FormFinder } from '../../../src/core/reading/cross-lingual-forms.ts';
import { fakeArticle } from '../../support/fake-library.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

interface Asked {
  readonly finder: FormFinder;
  readonly passages: readonly Passage[];
  /** The titles of the passages in the order that the question gives them. */
  readonly order: readonly string[];
  readonly coverage: readonly number[];
}

/** Asks of reports of one passage each; `more` are in the index as well and are no candidates. */
async function asked(
  text: string,
  reports: readonly (readonly [title: string, body: string])[],
  more: readonly string[] = [],
): Promise<Asked> {
  const articles = reports.map(([title, body]) => fakeArticle(title, [body], { title }));
  const others = more.map((body, i) => fakeArticle(`other-${i}`, [body], { title: '' }));
  const { index } = await createLibrary([...articles, ...others], names);
  const finder = createFormFinder(crossLingualTerms(parseQuestion(text, names), index), names);
  const passages = articles.flatMap((article) => passagesOf(article).filter(({ kind }) => kind !== 'headline'));
  const ordered = rankCrossLingual(finder, passages, index);
  return {
    finder,
    passages,
    order: ordered.map(({ passage }) => passage.article.title),
    coverage: ordered.map(({ coverage }) => coverage),
  };
}

/** The forms that stand in the only passage, with the sentence that they stand in. */
const standing = ({ finder, passages: [passage] }: Asked): readonly string[] => [
  ...new Set(
    (passage === undefined ? [] : finder.find(passage)).map(({ form, sentence }) => {
      const { form: own, related, term } = finder.forms[form] ?? { form: null, related: false, term: null };
      return `${own ?? term?.name?.forms[0] ?? String(term?.term)}${related ? '…' : ''} ${sentence}`;
    }),
  ),
];

describe('all forms of a question are found where they stand', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['Who repaired the bridge?', '橋', '工人修理了大橋。橋樑很舊。', ['桥 -1', '修理 0', '桥 0', '桥梁 1', '桥 1']],
    // Not where they only begin alike.
    ['Who repaired the bridge?', '消息', '工人走路。', []],
    ['誰修理舊橋？', 'Bridge', 'Workers repaired it. The bridge is old.', ['bridg -1', 'repair 0', 'bridg 1', 'old 1']],
    // Words of one family, and those that only share their beginning's beginning.
    ['誰辯護？', 'News', 'They had a defensive plan.', ['defen… 0']],
    ['誰辯護？', 'News', 'They had a deficit.', []],
    // A phrase is there with all its words, in their order.
    [
      '消防局在哪裏？',
      'News',
      'The fire department is closed. A department on fire.',
      ['fire depart 0', 'depart 0', 'depart 1'],
    ],
    // What both languages write alike stands as it is.
    ['誰買iPhone？', 'News', 'She bought an iPhone.', ['iphon 0']],
  ])('%s of %s: %s', async (text, title, body, forms) => {
    const found = standing(await asked(text, [[title, body]]));
    expect(forms.length === 0 ? found : found.filter((form) => forms.includes(form)).toSorted()).toEqual(
      forms.toSorted(),
    );
  });

  test('a passage is read once', async () => {
    const { finder, passages } = await asked('Who repaired the bridge?', [['橋', '工人修理了大橋。']]);
    const [passage] = passages as [Passage];
    expect(finder.find(passage)).toBe(finder.find(passage));
  });
});

describe('passages come in the order of what they tell', () => {
  const FILLER = '天氣很好，市民散步。';
  test.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'all words before some',
      'Who repaired the bridge?',
      [
        ['二', `工人修理大橋。`],
        ['一', '大橋很舊呢呀。'],
      ],
    ],
    [
      'words of one sentence before those of two',
      'Who repaired the bridge?',
      [
        ['二', '工人修理大橋。市民散步。'],
        ['一', '工人修理電燈。大橋很舊。'],
      ],
    ],
    [
      'a name before a word',
      'When did Wang Yi see volcanoes?',
      [
        ['二', '王毅在場說了話。'],
        ['一', '火山在島上冒煙。'],
      ],
    ],
    [
      'a word before a single character of it',
      'Who saw the sea?',
      [
        ['二', '漁民看海洋。'],
        ['一', '漁民看海景。'],
      ],
    ],
    [
      'a short passage before a long one',
      'Who repaired the bridge?',
      [
        ['二', '工人修理大橋。'],
        ['一', `工人修理大橋。${FILLER.repeat(30)}`],
      ],
    ],
    [
      'one word in many forms is no more than one',
      'Who repaired the bridge?',
      [
        ['二', '工人修理大橋。'],
        ['一', '修理、維修、修復、修補大門。'],
      ],
    ],
  ])('%s', async (_, text, reports) => {
    const expected = reports.map(([title]) => title);
    expect((await asked(text, reports, [FILLER, FILLER])).order).toEqual(expected);
    expect((await asked(text, reports.toReversed(), [FILLER, FILLER])).order).toEqual(expected);
  });

  test('a word that is common in the archive tells less than a rare one, though as many candidates have it', async () => {
    const reports = [
      ['火山', '火山在島上。'],
      ['大橋', '大橋在島上。'],
    ] as const;
    const question = 'Is there a volcano or a bridge?';
    expect((await asked(question, reports, Array(9).fill('大橋橋樑。') as string[])).order).toEqual(['火山', '大橋']);
    expect((await asked(question, reports, Array(9).fill('火山爆發。') as string[])).order).toEqual(['大橋', '火山']);
  });

  test('coverage is a share of all that could be told', async () => {
    const { coverage } = await asked(
      'Who repaired the bridge?',
      [
        ['大橋修理', '修理大橋。'],
        ['消息', FILLER],
      ],
      [FILLER],
    );
    expect(coverage[0]).toBeGreaterThan(0.3);
    expect(coverage[0]).toBeLessThanOrEqual(1);
    expect(coverage[1]).toBe(0);
  });
});

describe('of many passages those are read that promise the most', () => {
  const QUESTION = 'Who repaired the bridge?';
  const one = Array.from({ length: 100 }, (_, n) => [`天氣${n}`, `工人修理第${n}座電燈。`] as const);
  const hitsOf = async (reports: readonly (readonly [title: string, body: string])[]) => {
    const articles = reports.map(([title, body]) => fakeArticle(title, [body], { title }));
    const { index } = await createLibrary(articles, names);
    const { forms } = createFormFinder(crossLingualTerms(parseQuestion(QUESTION, names), index), names);
    const terms = ['修理', '大橋'].map((word) =>
      bigramKey(foldScript(word).charCodeAt(0), foldScript(word).charCodeAt(1)),
    );
    const { hits } = await index.search(
      terms.map((term, at) => ({ term, weight: at === 0 ? 1 : 0.01 })),
      null,
      200,
    );
    return { index, forms, hits };
  };
  const titlesOf = (hits: readonly Hit[]): string[] => hits.map(({ passage }) => passage.article.title);

  test.each([
    ['both words', ['城市', '郊外的工人在冬天修理大橋。']],
    ['a word and its headline the other', ['大橋', '郊外的工人在冬天修理它。']],
  ] as const)('what has %s', async (_, [title, body]) => {
    const { index, forms, hits } = await hitsOf([...one, [title, body]]);
    const last = hits.toSorted(
      (a, b) => Number(a.passage.article.title === title) - Number(b.passage.article.title === title),
    );
    const chosen = mostPromising({ forms }, last, index);
    expect(chosen).toHaveLength(80);
    expect(titlesOf(chosen.filter(({ passage }) => passage.kind === 'body'))).toContain(title);
    expect(chosen).toEqual(last.filter((hit) => chosen.includes(hit)));
  });

  test('of few all, and of those of which an index tells nothing', async () => {
    const { index, forms, hits } = await hitsOf(one);
    expect(mostPromising({ forms }, hits.slice(0, 80), index)).toEqual(hits.slice(0, 80));
    const blind = hits.map(({ passage, score }) => ({ passage, score }));
    expect(mostPromising({ forms }, blind, index)).toEqual(blind);
  });
});
