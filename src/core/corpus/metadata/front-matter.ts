import { markup, MarkupNotLoaded } from '../markup/markup.ts';
import { splitMatter, type Matter } from './matter-shapes.ts';
import { repairYaml } from './repair-yaml.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** A line of front matter that was read, though not as it stands. */
export interface MatterWarning {
  readonly line: number;
  readonly reason: string;
}

/** What came before and after the closing line of a file's front matter. */
export type FrontMatter =
  | { readonly kind: 'none'; readonly body: string }
  | {
      readonly kind: 'read';
      readonly data: Readonly<Record<string, unknown>>;
      readonly raw: string;
      readonly body: string;
      readonly line: number;
      readonly warnings: readonly MatterWarning[];
    }
  | { readonly kind: 'faulty'; readonly line: number; readonly reason: string };

// Front matter is untrusted: gray-matter would evaluate `---js`. What it may parse is decided here, before it is asked.
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
  ['bare-json', 'json'],
]);

/**
 * Parts front matter (YAML, TOML or JSON) from the body. Blank lines and a byte order mark may come before it. A text that merely
 * begins with a rule has none. Lines are counted from 1, in the file. Throws MarkupNotLoaded.
 */
export function readFrontMatter(text: string): FrontMatter {
  const split = splitMatter(text);
  if (split.kind === 'none') return { kind: 'none', body: text };
  if (split.kind === 'faulty') return split;
  const { line, body } = split;
  const language = LANGUAGES.get(split.language);
  if (language === undefined) {
    const reason = `Front matter in "${split.language.slice(0, 20)}" is not read, and code is never run; write it as YAML.`;
    return { kind: 'faulty', line, reason };
  }
  const raw = split.language === 'bare-json' ? `{${split.raw.trim().replace(/,$/u, '')}}\n` : split.raw;
  try {
    const { data, warnings } =
      language === 'yaml' ? parseYaml(split) : { data: markup().parseMatter(raw, language), warnings: [] };
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return { kind: 'none', body: text };
    return { kind: 'read', data: data as Record<string, unknown>, raw, body, line, warnings };
  } catch (error) {
    if (error instanceof MarkupNotLoaded) throw error;
    const reason = `The front matter is not valid ${language.toUpperCase()}: ${reasonOf(error)}.`;
    return { kind: 'faulty', line: line + lineOf(error), reason };
  }
}

function parseYaml({ raw, line }: Matter): { readonly data: unknown; readonly warnings: readonly MatterWarning[] } {
  const plain = readPlainYaml(raw);
  if (plain !== null) return { data: plain, warnings: [] };
  try {
    return { data: markup().parseMatter(raw, 'yaml'), warnings: [] };
  } catch (error) {
    if (error instanceof MarkupNotLoaded) throw error;
    const { raw: repairedRaw, repaired } = repairYaml(raw);
    if (repaired.length === 0) throw error;
    try {
      const data = markup().parseMatter(repairedRaw, 'yaml');
      return {
        data,
        warnings: repaired.map(({ line: at, key }) => ({ line: line + 1 + at, reason: askForMarks(key) })),
      };
    } catch {
      // What is said of the file as it stands helps more.
      throw error;
    }
  }
}

const askForMarks = (key: string): string =>
  `"${key}" was read as it stands, but YAML needs it between quotation marks: ${key}: "…".`;

// The parsers count lines from 1 and are handed the line feed that ends the opening line.
function lineOf(error: unknown): number {
  const { linePos, line } = error as { linePos?: readonly { line?: unknown }[]; line?: unknown };
  const at = linePos?.[0]?.line ?? line;
  return typeof at === 'number' ? Math.max(0, at - 1) : 0;
}

function reasonOf(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const reason = first.replace(/(?<!\s)\s+at line \d+, column \d+:?\s*$/u, '').replace(/(?<![.:])[.:]+$/u, '');
  return reason.slice(0, 120) || 'it cannot be read';
}
