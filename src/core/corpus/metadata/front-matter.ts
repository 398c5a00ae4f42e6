import { markup, MarkupNotLoaded } from '../markup/markup.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** What came before and after the closing line of a file's front matter. */
export type FrontMatter =
  | { readonly kind: 'none'; readonly body: string }
  | {
      readonly kind: 'read';
      readonly data: Readonly<Record<string, unknown>>;
      readonly raw: string;
      readonly body: string;
      readonly line: number;
    }
  | { readonly kind: 'faulty'; readonly line: number; readonly reason: string };

// Front matter is untrusted: gray-matter would evaluate `---js`. What it may parse is decided here, before it is asked.
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['', 'yaml'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['json', 'json'],
]);

const OPENING = /^(\uFEFF?(?:[^\S\n]*\n)*)---[^\S\n]*(?:([^\s-]\S*)[^\S\n]*)?\n/u;

/**
 * Parts front matter (YAML or JSON) from the body. Blank lines and a byte order mark may come before it. A text that merely
 * begins with a rule has none. Lines are counted from 1, in the file. Throws MarkupNotLoaded.
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (opening === null) {
    return /^\uFEFF?\s*\+\+\+[^\S\n]*\n/u.test(text)
      ? {
          kind: 'faulty',
          line: 1,
          reason: 'Front matter between +++ lines (TOML) is not supported; write it as YAML between --- lines.',
        }
      : { kind: 'none', body: text };
  }
  const line = (opening[1] ?? '').split('\n').length;
  const written = opening[2] ?? '';
  const language = LANGUAGES.get(written.toLowerCase());
  if (language === undefined) {
    return {
      kind: 'faulty',
      line,
      reason: `Front matter in "${written.slice(0, 20)}" is not read, and code is never run; write it as YAML.`,
    };
  }
  const rest = text.slice(opening[0].length);
  const closing = /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/mu.exec(rest);
  if (closing === null) {
    return /^[\w-]+[^\S\n]*:/u.test(rest)
      ? { kind: 'faulty', line, reason: 'The front matter has no closing --- line.' }
      : { kind: 'none', body: text };
  }
  const raw = rest.slice(0, closing.index);
  const body = rest.slice(closing.index + closing[0].length);
  let data: unknown;
  try {
    data = (language === 'yaml' ? readPlainYaml(raw) : null) ?? markup().parseMatter(raw, language);
  } catch (error) {
    if (error instanceof MarkupNotLoaded) throw error;
    return {
      kind: 'faulty',
      line: line + lineOf(error),
      reason: `The front matter is not valid ${language.toUpperCase()}: ${reasonOf(error)}.`,
    };
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { kind: 'none', body: text };
  return { kind: 'read', data: data as Record<string, unknown>, raw, body, line };
}

// js-yaml counts lines from 0 and is handed the line feed that ends the opening line, so its line is an offset from it.
function lineOf(error: unknown): number {
  const { mark } = error as { mark?: { line?: unknown } };
  return typeof mark?.line === 'number' ? mark.line : 0;
}

function reasonOf(error: unknown): string {
  const { reason } = error as { reason?: unknown };
  if (typeof reason === 'string') return reason;
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 120) ?? 'it cannot be read';
}
