import { describe, expect, test } from 'vitest';

import { circlesOf, readImports } from './imports.ts';

const imports = readImports('src');

// From the lowest up: a folder may import those before it, and itself. DESIGN.md says what each is.
const CORE = ['model', 'text', 'dates', 'names', 'corpus', 'statements', 'index', 'question', 'reading', 'answers'];
// What stands beside the folders composes them: ask.ts and its parts.
const COMPOSITION = 'ask.ts';
const ORDER = [...CORE, 'dialogue', COMPOSITION, 'index.ts'];
const DOOR = 'src/core/index.ts';

/** The folder of core that a file stands in, or its place beside them. Null for all files that are not of core. */
function coreFolder(file: string): string | null {
  const name = /^src\/core\/([^/]+)/.exec(file)?.[1] ?? null;
  return name?.endsWith('.ts') && file !== DOOR ? COMPOSITION : name;
}

function isUpward(from: string, to: string): boolean {
  const [own, other] = [coreFolder(from), coreFolder(to)];
  if (own === null) return other !== null && to !== DOOR && from !== 'src/main.ts';
  if (other === null) return true;
  return ORDER.indexOf(other) > ORDER.indexOf(own);
}

describe('the arrows between files, type imports included', () => {
  test('are read', () => {
    expect(imports.size).toBeGreaterThan(200);
    expect(imports.get('src/core/text/sentences.ts')).toContain('src/core/model/span.ts');
    expect([...imports.values()].flat().filter((file) => !imports.has(file))).toEqual([]);
  });

  test('every folder of core has its place', () => {
    const folders = new Set([...imports.keys()].flatMap((file) => coreFolder(file) ?? []));
    expect([...folders].filter((folder) => !ORDER.includes(folder))).toEqual([]);
  });

  test('run downwards in core, and into core by its door', () => {
    const upward = [...imports].flatMap(([from, all]) =>
      all.filter((to) => isUpward(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(upward).toEqual([]);
  });

  test('make no circle', () => {
    expect(circlesOf(imports)).toEqual([]);
  });
});

test('a circle is found, however long, and one file that imports itself', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['d']],
    ['e', ['a']],
  ]);
  expect(circlesOf(graph)).toEqual([['a', 'b', 'c'], ['d']]);
});
