import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every file of a folder with the files of the project that it imports or exports from, types included; paths from the root. */
export function readImports(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));
}

// `import … from './x.ts'`, `export … from`, `import('./x.ts')`, `import './x.ts'`.
const SPECIFIER = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

function importsOf(file: string, source: string): string[] {
  const named = Array.from(source.matchAll(SPECIFIER), ([, path = '']) => normalize(join(dirname(file), path)));
  return [...new Set(named.map((path) => path.replaceAll('\\', '/')))];
}

/** The circles of a graph: groups of files each of which reaches the others, and files that import themselves; sorted. */
export function circlesOf(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const reached = new Map(Array.from(imports.keys(), (file) => [file, reachedFrom(file, imports)]));
  const circles = new Map<string, readonly string[]>();
  for (const [file, own] of reached) {
    if (!own.has(file)) continue;
    const circle = [...own].filter((other) => reached.get(other)?.has(file)).sort();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()].sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(imports.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(imports.get(next) ?? []));
  }
  return reached;
}
