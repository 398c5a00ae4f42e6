/** Front matter as it stands in a file: its lines, the language they are in, and the body behind them. `line`: of its beginning, from 1. */
export interface Matter {
  readonly kind: 'matter';
  readonly language: string;
  readonly raw: string;
  readonly body: string;
  readonly line: number;
}

export type Split =
  | Matter
  | { readonly kind: 'none' }
  | { readonly kind: 'faulty'; readonly line: number; readonly reason: string };

const NONE: Split = { kind: 'none' };
const LEADING = /^\uFEFF?(?:[^\S\n]*\n)*/u;
const FENCED = /^(---|\+\+\+|;;;)[^\S\n]*(?:([^\s-]\S*)[^\S\n]*)?\n/u;
const CLOSINGS: Readonly<Record<string, RegExp>> = {
  '---': /^(?:---|\.\.\.)[^\S\n]*(?:\n|$)/mu,
  '+++': /^\+\+\+[^\S\n]*(?:\n|$)/mu,
  ';;;': /^;;;[^\S\n]*(?:\n|$)/mu,
};
// Hugo's between +++ is TOML; Hexo's before ;;; is JSON without its braces.
const LANGUAGES: Readonly<Record<string, string>> = { '---': 'yaml', '+++': 'toml', ';;;': 'bare-json' };
const KEY_LINE = /^["']?[\p{L}_][\p{L}\p{N}_-]*["']?[^\S\n]*[:=]/u;

/**
 * Parts front matter from the body, in each of the shapes that site generators write: between `---`, `+++` or `;;;` lines, with no
 * opening line (Hexo), or as an object in braces (Hugo). A text that merely begins with a rule has none.
 */
export function splitMatter(text: string): Split {
  const leading = LEADING.exec(text)?.[0] ?? '';
  const line = leading.split('\n').length;
  const rest = text.slice(leading.length);
  const opening = FENCED.exec(rest);
  if (opening === null) return rest.startsWith('{') ? braced(rest, line) : unopened(rest, line);
  const fence = opening[1] ?? '';
  const inside = rest.slice(opening[0].length);
  const closing = CLOSINGS[fence]?.exec(inside) ?? null;
  if (closing === null) {
    return KEY_LINE.test(inside)
      ? { kind: 'faulty', line, reason: `The front matter has no closing ${fence} line.` }
      : NONE;
  }
  return {
    kind: 'matter',
    language: opening[2]?.toLowerCase() ?? LANGUAGES[fence] ?? 'yaml',
    raw: inside.slice(0, closing.index),
    body: inside.slice(closing.index + closing[0].length),
    line,
  };
}

// { "title": … } and, behind a line of its own for the closing brace, the body.
function braced(rest: string, line: number): Split {
  const closing = /^\}[^\S\n]*(?:\n|$)/mu.exec(rest);
  if (closing === null || !/^\{\s*"/u.test(rest)) return NONE;
  const end = closing.index + closing[0].length;
  return { kind: 'matter', language: 'json', raw: rest.slice(0, end), body: rest.slice(end), line: line - 1 };
}

// Lines this many, at the most, stand before the closing line of front matter without an opening one.
const UNOPENED_LINES = 60;

// Nothing but keys, items and indented lines up to a line --- or ;;;, the first of them a key.
function unopened(rest: string, line: number): Split {
  if (!KEY_LINE.test(rest)) return NONE;
  let at = 0;
  for (let count = 0; count < UNOPENED_LINES; count++) {
    const end = rest.indexOf('\n', at);
    if (end === -1) return NONE;
    const own = rest.slice(at, end);
    const fence = /^(---|;;;)\s*$/u.exec(own)?.[1];
    if (fence !== undefined && count > 0) {
      const language = LANGUAGES[fence] ?? 'yaml';
      return { kind: 'matter', language, raw: rest.slice(0, at), body: rest.slice(end + 1), line: line - 1 };
    }
    if (!/^(?:\s|-\s|#|$)/u.test(own) && !KEY_LINE.test(own)) return NONE;
    at = end + 1;
  }
  return NONE;
}
