import { transform } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { backgroundSource } from '../../scripts/train/background.ts';
import { bigramRecallSource } from '../../scripts/train/bigram-recall.ts';
import { labelsOf, rankingLists, readDump, type DumpedList } from '../../scripts/train/dumps.ts';
import { readSquad } from '../../scripts/train/squad.ts';
import { randomFrom, trainModel } from '../../scripts/train/train-model.ts';
import { oddsFromOthers, trainTokenOdds, type TokenExample } from '../../scripts/train/train-token-odds.ts';
import { trainTrees, type Example } from '../../scripts/train/train-trees.ts';
import { weightsSource } from '../../scripts/train/weights-file.ts';
import type { ArticleId } from '../../src/core/model/article.ts';
import { readGazetteer } from '../../src/core/names/gazetteer.ts';
import { FEATURES } from '../../src/core/reading/features/vectors.ts';
import { oddsOfTokens } from '../../src/core/reading/features/word-features.ts';
import { scorerOf, treesScorerOf } from '../../src/core/reading/scorers.ts';
import { articleOf } from '../support/article-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-train-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a generated file exports. */
async function load(source: string): Promise<Record<string, unknown>> {
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as Record<
    string,
    unknown
  >;
}

const weighted = (vector: readonly number[], label: number): Example => ({ vector, label, weight: 1 });

describe('trees', () => {
  const options = {
    rounds: 30,
    rate: 0.3,
    leaves: 4,
    least: 1,
    features: 1,
    always: new Set<number>(),
    examples: 1,
    caution: 0.1,
    models: 1,
  };
  const right = ([a = 0, b = 0]: readonly number[]): number => (a > 0.5 && b <= 0.5 ? 1 : 0);
  const random = randomFrom(7);
  const rows = Array.from({ length: 64 }, () => [random(), random(), random()] as const);
  const examples = rows.map((row) => weighted(row, right(row)));

  test('learn what two features tell together', () => {
    const score = treesScorerOf(trainTrees(examples, options));
    expect(rows.filter((row) => Number(score(row) > 0) !== right(row))).toEqual([]);
    expect(score([0.9, 0.1, 0.5])).toBeGreaterThan(1);
    expect(score([0.9, 0.9, 0.5])).toBeLessThan(-1);
  });

  test('begin with the odds of the whole, by weight, where no feature tells anything', () => {
    const same = [1, 1, 1, 0].map((label) => ({ vector: [1], label, weight: label === 1 ? 2 : 1 }));
    const { start, trees } = trainTrees(same, options);
    expect(start).toBeCloseTo(Math.log(6), 3);
    expect(trees.every(({ splits }) => splits.length === 0)).toBe(true);
  });

  test('have no leaf with fewer examples than asked for', () => {
    const { trees } = trainTrees(examples, { ...options, least: 20 });
    for (const { splits, leaves } of trees) {
      // What each leaf gets, by a scorer whose leaves are their own numbers.
      const leafOf = treesScorerOf({ start: 0, trees: [{ splits, leaves: leaves.map((_, leaf) => leaf) }] });
      const counts = leaves.map((_, leaf) => rows.filter((row) => leafOf(row) === leaf).length);
      expect(counts.every((count) => count >= 20)).toBe(true);
    }
    expect(trees.some(({ splits }) => splits.length > 0)).toBe(true);
  });

  test('look at the features that they always may, though at no other', () => {
    const { trees } = trainTrees(examples, { ...options, features: 0, always: new Set([2]) });
    expect(new Set(trees.flatMap(({ splits }) => splits.map(([feature]) => feature)))).toEqual(new Set([2]));
  });

  test('of several models add up to their mean', () => {
    const [one, two] = [1, 2].map((models) => treesScorerOf(trainTrees(examples, { ...options, models })));
    expect(Math.abs((one?.([0.9, 0.1, 0.5]) ?? 0) - (two?.([0.9, 0.1, 0.5]) ?? 0))).toBeLessThan(0.01);
  });
});

describe('odds of tokens', () => {
  const options = { least: 2, caution: 0.1, sweeps: 30 };
  const example = (text: string, label: number): TokenExample => ({ tokens: [[text, 'best']], label, weight: 1 });
  const examples = [
    ...Array.from({ length: 4 }, () => example('渡轮', 1)),
    ...Array.from({ length: 4 }, () => example('火星', 0)),
    ...Array.from({ length: 2 }, (_, i) => example('桥', i)),
    example('once', 1),
  ];

  test('are for what stands in answered questions, and against what stands in others', () => {
    const odds = trainTokenOdds(examples, options);
    const tell = (text: string): number => oddsOfTokens([[text, 'best']], odds);
    expect(tell('渡轮')).toBeGreaterThan(1);
    expect(tell('火星')).toBeLessThan(-1);
    expect(tell('桥')).toBeGreaterThan(tell('火星') + 1);
    expect(tell('桥')).toBeLessThan(tell('渡轮') - 1);
    // At another place it tells nothing.
    expect(oddsOfTokens([['渡轮', 'nowhere']], odds)).toBe(0);
  });

  test('are not learnt from too few', () => {
    expect(trainTokenOdds(examples, options)).not.toHaveProperty('once');
    expect(trainTokenOdds(examples, { ...options, least: 1 })).toHaveProperty('once');
  });

  test('are those of the other folds: what one fold alone has tells nothing of it', () => {
    const folds = examples.map((_, i) => (i < 4 ? 0 : i % 2 === 0 ? 1 : 2));
    const told = oddsFromOthers(examples, folds, { ...options, least: 1 });
    expect(told.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(told.slice(4, 8).every((odds) => odds < -0.5)).toBe(true);
  });
});

describe('a model that ranks', () => {
  const options = { hidden: 2, epochs: 40, rate: 0.05, decay: 0, dropped: 0, models: 2 };
  const random = randomFrom(3);
  const lists = Array.from({ length: 24 }, () => {
    const right = Math.floor(random() * 4);
    const items = Array.from({ length: 4 }, (_, i) => [random(), random() + (i === right ? 1 : 0)]);
    return { items, labels: items.map((_item, i) => (i === right ? 1 : 0)), weight: 1 };
  });

  test('puts the right items first', () => {
    const score = scorerOf(trainModel(lists, options));
    for (const { items, labels } of lists) {
      const scores = items.map(score);
      expect(scores.indexOf(Math.max(...scores))).toBe(labels.indexOf(1));
    }
  });

  test('is the same each time', () => expect(trainModel(lists, options)).toEqual(trainModel(lists, options)));
});

describe('a dump', () => {
  const item = { right: false, part: false, named: true, groups: 0, factor: 1, article: 'a', matches: '' };
  const question = { answerable: true, groups: 2, tokens: [], items: [item, { ...item, right: true, groups: 2 }] };

  test('gives each sentence its vector', () => {
    writeFileSync(join(folder, 'set.json'), JSON.stringify({ features: FEATURES, questions: [question, question] }));
    const floats = Float32Array.from({ length: 4 * FEATURES.length }, (_, i) => Math.floor(i / FEATURES.length));
    writeFileSync(join(folder, 'set.f32'), floats);
    const vectors = readDump(folder, 'set').map((list) =>
      list.vectors.map(([first, ...rest]) => [first, rest.length + 1]),
    );
    const { length } = FEATURES;
    expect(vectors).toEqual([
      [
        [0, length],
        [1, length],
      ],
      [
        [2, length],
        [3, length],
      ],
    ]);
  });

  test('of other features is not read', () => {
    writeFileSync(join(folder, 'old.json'), JSON.stringify({ features: ['other'], questions: [] }));
    expect(() => readDump(folder, 'old')).toThrow('dump it again');
  });

  test('counts a part of an answer only where no sentence has all of it', () => {
    const list = (items: readonly object[]) => ({ ...question, items }) as unknown as DumpedList;
    expect(labelsOf(list([item, { ...item, right: true }, { ...item, part: true }]))).toEqual([0, 1, 0]);
    expect(labelsOf(list([item, { ...item, part: true }]))).toEqual([0, 1]);
    expect(labelsOf(list([{ ...item, groups: 1 }, item, { ...item, groups: 1, named: false }]))).toEqual([1, 0, 0]);
  });

  test('teaches ranking only with questions that have a right sentence among several', () => {
    const vectors = [Float32Array.of(1), Float32Array.of(2)];
    const lists = [
      { ...question, vectors },
      { ...question, answerable: false, vectors },
      { ...question, items: [item, item], groups: 1, vectors },
    ] as unknown as DumpedList[];
    expect(rankingLists(lists, 3)).toEqual([{ items: vectors, labels: [0, 1], weight: 3 }]);
  });
});

test('a reading-comprehension file is read as an article a paragraph, with its questions', () => {
  const path = join(folder, 'squad.json');
  const qas = [{ question: '渡輪何時復航？', answers: [{ text: '周三' }, { text: '周三' }] }];
  const paragraphs = [
    { context: '渡輪停航。\n 周三復航。', qas },
    { context: '橋樑關閉。', qas: [] },
  ];
  writeFileSync(path, JSON.stringify({ data: [{ title: '渡輪', paragraphs }] }));
  const { articles, questions } = readSquad(path, 'x');
  expect(articles.map(({ id, text }) => [id, text])).toEqual([
    ['x0001', '渡輪停航。\n\n周三復航。'],
    ['x0002', '橋樑關閉。'],
  ]);
  expect(questions).toEqual([{ text: '渡輪何時復航？', articles: ['x0001'], must: [['周三']] }]);
});

describe('a file that training writes loads again', () => {
  test('with the bigrams that are common, the most common first', async () => {
    const texts = ['渡輪停航。', '渡輪復航。', '渡輪靠岸。', '橋樑關閉。'];
    const { source, count } = backgroundSource([
      texts.map((text, i) => articleOf([text], { id: `a${i}` as ArticleId })),
    ]);
    const { COMMON_BIGRAMS, RARE_SHARE } = await load(source);
    const levels = COMMON_BIGRAMS as readonly string[];
    expect(levels.findIndex((level) => level.includes('渡轮'))).toBe(0);
    expect(levels.findIndex((level) => level.includes('桥梁'))).toBe(4);
    expect(levels.join('')).toHaveLength(2 * count);
    expect(RARE_SHARE).toBeLessThan(0.25);
  });

  test('with the bigrams of questions that seldom recur', async () => {
    const articles = [{ ...articleOf(['渡輪星期三復航。']), id: 'a' as ArticleId }];
    const question = { text: '渡輪停駛？', articles: ['a' as ArticleId], must: [] };
    const source = bigramRecallSource(
      [{ articles, questions: Array.from({ length: 6 }, () => question) }],
      readGazetteer([]),
    );
    const { AVERAGE_RECALL, BIGRAM_RECALL } = await load(source);
    expect(BIGRAM_RECALL).toMatch(/停驶\d/);
    expect(BIGRAM_RECALL).not.toContain('渡轮');
    expect(AVERAGE_RECALL).toBeGreaterThan(0);
    expect(AVERAGE_RECALL).toBeLessThan(1);
  });

  test('with the weights as they were learnt', async () => {
    const ranking = { mean: [0.5], scale: [1], direct: [2], hidden: [{ bias: 0, out: 1, weights: [1] }] };
    const trees = { start: -1, trees: [{ splits: [[0, 0.5, -1, -2] as const], leaves: [0.25, 0.75] }] };
    const tokens = { 渡轮: [0, 0.5, 0, 0, 0] };
    const loaded = await load(weightsSource({ ranking, trees, tokens, bias: 0.8 }));
    expect(loaded).toMatchObject({
      RANKING_MODEL: ranking,
      CONFIDENCE_TREES: trees,
      TOKEN_ODDS: tokens,
      CONFIDENCE_BIAS: 0.8,
    });
    expect(treesScorerOf(loaded['CONFIDENCE_TREES'] as typeof trees)([1])).toBe(-0.25);
  });
});
