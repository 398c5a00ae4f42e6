/** What Discord would make of a text: what a person reads, and the markup that it obeys. */
interface Read {
  readonly text: string;
  readonly links: readonly string[];
  /** Everything else that is not plain: `mention`, `emphasis`, `code`, `spoiler`, `heading`, `list`, `link`. */
  readonly markup: readonly string[];
}

// In the order in which Discord's clients try them at each place.
const RULES: readonly { readonly kind: string; readonly at: RegExp; readonly lineStart?: true }[] = [
  { kind: 'heading', at: /-?#{1,3}\s/y, lineStart: true },
  { kind: 'quote', at: />(?:>>)? /y, lineStart: true },
  { kind: 'list', at: /[^\S\n]*(?:[-*+]|\d+\.)\s/y, lineStart: true },
  { kind: 'masked', at: /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?([^\s)>]*)>?\s*\)/y },
  { kind: 'mention', at: /<(?:@[!&]?|#|t:|\/|a?:|id:)[^>\n]*>|@(?:everyone|here)/y },
  { kind: 'link', at: /<?[a-z][a-z0-9+.-]*:\/\/\S/iy },
  { kind: 'code', at: /`+[^`]/y },
  { kind: 'spoiler', at: /\|\|/y },
  { kind: 'strong', at: /\*\*/y },
  { kind: 'emphasis', at: /[*_](?=\S)|~~/y },
];

/** Reads a text as Discord's clients do, by other means than the code under test: rule after rule from left to right. */
export function readMarkdown(source: string): Read {
  const links: string[] = [];
  const markup: string[] = [];
  let text = '';
  for (let at = 0; at < source.length;) {
    const escaped = /\\([^0-9A-Za-z\s])/uy;
    escaped.lastIndex = at;
    const literal = escaped.exec(source);
    if (literal !== null) {
      text += literal[1];
      at += literal[0].length;
      continue;
    }
    const found = matchAt(source, at);
    if (found === null) {
      text += source[at];
      at += 1;
      continue;
    }
    const { kind, match } = found;
    if (kind === 'masked') {
      links.push(match[2] ?? '');
      text += `${match[1]} (${match[2]})`;
    } else if (kind !== 'quote' && kind !== 'strong') markup.push(`${kind}: ${match[0]}`);
    at += match[0].length;
  }
  return { text, links, markup };
}

function matchAt(source: string, at: number): { kind: string; match: RegExpExecArray } | null {
  // A heading or a list may begin behind the mark of a quote, too.
  const isLineStart = /(?:^|\n)(?:> )?$/.test(source.slice(Math.max(0, at - 3), at));
  for (const { kind, at: pattern, lineStart } of RULES) {
    if (lineStart === true && !isLineStart) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) return { kind, match };
  }
  return null;
}
