import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { analyse } from 'scslre';

/** A regular expression of the program, and where it is from. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly from: string;
}

/** The TypeScript files of a folder, sorted; paths from the root. */
export const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();

/** The regular expressions that a file writes between slashes. */
export function literalPatterns(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'Literal' && 'regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags, from: file });
      return;
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return found;
}

/** Runs something and returns the regular expressions that files of `src` put together (`new RegExp(…)`) meanwhile, each once. */
export async function patternsMadeBy(run: () => Promise<void>): Promise<Pattern[]> {
  const made = new Map<string, Pattern>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string | RegExp, string?]) {
      const regex = new target(...given);
      const from = /^.*\n.*\n.*\/(src\/[^:\n?]*)/.exec(new Error('here').stack ?? '')?.[1];
      if (from !== undefined) made.set(String(regex), { source: regex.source, flags: regex.flags, from });
      return regex;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return [...made.values()];
}

/**
 * Why a pattern can take more than linear time, or null: two repetitions that share characters side by side or one inside the
 * other, or one that is tried anew from every place that it has passed already.
 */
export function slowness({ source, flags }: Pattern): string | null {
  const [report] = analyse(
    { source, flags },
    { maxReports: 1, reportTypes: { Trade: true, Self: true, Move: true } },
  ).reports;
  if (report === undefined) return null;
  return `${report.exponential ? 'exponential' : 'polynomial'} (${report.type.toLowerCase()}): /${source.slice(0, 120)}/`;
}
