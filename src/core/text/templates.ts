/**
 * Turns of phrase as data. A template is folded text in which `(a|b)` is either, `[a|b]` is either or nothing, `<name>` is any entry
 * of the list of that name, and a space is white space or none: what is optional behind it may be absent. Groups may hold groups.
 */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'group'; readonly optional: boolean; readonly alternatives: readonly (readonly Part[])[] };

/** Gives the entries of a list that a template names. */
type ListOf = (name: string) => readonly string[];

/** The source of a regular expression that matches a template; lists are tried longest first. Throws an Error for a group that is not closed. */
export const templateSource = (template: string, listOf: ListOf): string => sourceOf(parse(template), listOf);

/** The source of a regular expression that matches any of some words, longest first, or nothing at all where there are none. */
export const anyOf = (words: readonly string[]): string =>
  words.length === 0
    ? '(?!)'
    : `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')})`;

/** Texts that a template matches: each alternative and each optional part occurs in one of them, each list by its first entry. */
export function templateExamples(template: string, listOf: ListOf): string[] {
  const parts = parse(template);
  const most = Math.max(1, ...parts.map((part) => expansions(part, listOf).length));
  const examples = Array.from({ length: most }, (_, i) =>
    parts.map((part) => expansions(part, listOf)[i] ?? expansions(part, listOf)[0] ?? '').join(''),
  );
  return [...new Set(examples)];
}

function expansions(part: Part, listOf: ListOf): string[] {
  switch (part.kind) {
    case 'text':
      return [part.text];
    case 'list':
      return listOf(part.name).slice(0, 1);
    case 'group': {
      const each = part.alternatives.flatMap((parts) =>
        parts.reduce<string[]>(
          (made, one) => expansions(one, listOf).flatMap((text) => made.map((before) => before + text)),
          [''],
        ),
      );
      return part.optional ? [...each, ''] : each;
    }
  }
}

function sourceOf(parts: readonly Part[], listOf: ListOf): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return escaped(part.text).replaceAll(' ', String.raw`\s*`);
        case 'list':
          return anyOf(listOf(part.name));
        case 'group':
          return `(?:${part.alternatives.map((own) => sourceOf(own, listOf)).join('|')})${part.optional ? '?' : ''}`;
      }
    })
    .join('');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function parse(template: string): Part[] {
  const { alternatives, end } = alternativesAt(template, 0, null);
  if (end < template.length) throw new Error(`"${template}" closes a group that it does not open`);
  const [parts = []] = alternatives;
  return alternatives.length > 1 ? [{ kind: 'group', optional: false, alternatives }] : parts;
}

// Reads up to the mark that closes the group, or to the end of the template.
function alternativesAt(
  template: string,
  start: number,
  close: string | null,
): { alternatives: Part[][]; end: number } {
  const alternatives: Part[][] = [[]];
  const add = (part: Part): void => void alternatives.at(-1)?.push(part);
  let at = start;
  while (at < template.length) {
    const char = template.charAt(at);
    const closing = CLOSES[char];
    if (char === ')' || char === ']') break;
    if (closing !== undefined) {
      const group = alternativesAt(template, at + 1, closing);
      add({ kind: 'group', optional: char === '[', alternatives: group.alternatives });
      at = group.end + 1;
    } else if (char === '|') {
      alternatives.push([]);
      at++;
    } else if (char === '<') {
      const end = template.indexOf('>', at);
      if (end < 0) throw new Error(`"${template}" opens a list that it does not close`);
      add({ kind: 'list', name: template.slice(at + 1, end) });
      at = end + 1;
    } else {
      const text = /^[^()[\]|<]+/.exec(template.slice(at))?.[0] ?? char;
      add({ kind: 'text', text });
      at += text.length;
    }
  }
  if (close !== null && template.charAt(at) !== close)
    throw new Error(`"${template}" does not close a group with ${close}`);
  return { alternatives, end: at };
}
