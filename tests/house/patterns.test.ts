import { describe, expect, test } from 'vitest';

import { literalPatterns, patternsMadeBy, slowness, sourceFiles, type Pattern } from './patterns.ts';

// Files whose patterns are polynomial and run on no more than a line of some hundred units, which they check before.
const BOUNDED: readonly RegExp[] = [
  /^src\/core\/corpus\/markup\/bylines\.ts$/,
  /^src\/core\/corpus\/metadata\/labels\.ts$/,
];

const LONGEST = 150;

const slowOf = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((pattern) => {
    const why = BOUNDED.some((file) => file.test(pattern.from)) ? null : slowness(pattern);
    return why === null ? [] : [`${pattern.from} ${why}`];
  });

describe('regular expressions', () => {
  const literals = sourceFiles('src').flatMap(literalPatterns);

  test('are found', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(slowness({ source: '(?:a+)+b', flags: '', from: '' })).toContain('exponential');
    expect(slowness({ source: 'a*a*b', flags: 'y', from: '' })).toContain('polynomial');
    expect(slowness({ source: '^[ab]+c', flags: '', from: '' })).toBeNull();
  });

  test('that are written out take linear time', () => expect(slowOf(literals)).toEqual([]));

  test(`that are written out are no longer than ${LONGEST} characters`, () => {
    const long = literals.filter(({ source }) => source.length > LONGEST);
    expect(long.map(({ from, source }) => `${from} ${source.length}`)).toEqual([]);
  });

  test('that are put together, from lists of data/lang among others, take linear time', async () => {
    const made = await patternsMadeBy(async () => {
      for (const file of sourceFiles('src/core')) await import(/* @vite-ignore */ `../../${file}`);
      const { askSets } = await import('../support/question-sets.ts');
      await askSets(['filters'], 'corpus');
    });
    expect(made.length).toBeGreaterThan(20);
    expect(slowOf(made)).toEqual([]);
  }, 120_000);
});
