import { anyOf, langWords } from './lang-data.ts';

/*
 * Turns of phrase as data: a template is folded text in which
 *   (a|b)      is either; [a|b] either or nothing; both may hold others;
 *   <zh/x>     is any line of the list of that name in data/lang;
 *   {a|b}      is what has to stand beside the phrase and is no part of it, {!a|b} what must not; `$` in them is the end of the
 *              question, `^` its beginning, `*` any Chinese character, `...` anything up to a word. At the front of a template, and with `{<`,
 *              they look backwards;
 *   a space    is white space or none, so that what is optional behind it may be absent; … is up to thirty characters of any kind.
 */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'group'; readonly optional: boolean; readonly alternatives: Alternatives }
  | { readonly kind: 'beside'; readonly not: boolean; readonly before: boolean; readonly alternatives: Alternatives };
type Alternatives = readonly (readonly Part[])[];

/** Gives the folded lines of a list that a template names. */
type ListOf = (name: string) => readonly string[];

/** A line `key: entry` of a list. */
export interface LangEntry {
  readonly key: string;
  readonly entry: string;
}

/** The lines `key: entry` of the lists of one name, folded, in Chinese, then Cantonese, then English. */
export const langEntries = (name: string): readonly LangEntry[] =>
  ['zh', 'yue', 'en'].flatMap((lang) => entriesOf(langWords(`${lang}/${name}`)));

/** Reads lines `key: entry`; one without a colon is left out. */
export const entriesOf = (lines: readonly string[]): readonly LangEntry[] =>
  lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 0 ? [] : [{ key: line.slice(0, colon).trim(), entry: line.slice(colon + 1).trim() }];
  });

/**
 * The source of a regular expression that matches a template. Throws an Error where a group or a list is not closed, or is closed
 * and was not opened.
 */
export const templateSource = (template: string, listOf: ListOf = langWords): string =>
  sourceOf(parse(template), listOf);

/**
 * Texts that a template matches: each alternative and each optional part occurs in one of them, each list by its first line.
 *
 * @internal Exported for its tests.
 */
export function templateExamples(template: string, listOf: ListOf = langWords): string[] {
  const parts = parse(template).map((part) => expansions(part, listOf));
  const most = Math.max(1, ...parts.map(({ length }) => length));
  const examples = Array.from({ length: most }, (_, i) => parts.map((texts) => texts[i] ?? texts[0] ?? '').join(''));
  return [...new Set(examples)];
}

function expansions(part: Part, listOf: ListOf): string[] {
  switch (part.kind) {
    case 'text':
      return [part.text.replaceAll('…', '')];
    case 'list':
      return listOf(part.name).slice(0, 1);
    case 'group': {
      const each = combinations(part.alternatives, listOf);
      return part.optional ? [...each, ''] : each;
    }
    case 'beside':
      return part.not
        ? ['']
        : combinations(part.alternatives, listOf)
            .map((text) => text.replaceAll(/[$^]/g, '').replaceAll('*', '石').replace('...', 'they '))
            .slice(0, 1);
  }
}

const combinations = (alternatives: Alternatives, listOf: ListOf): string[] =>
  alternatives.flatMap((parts) =>
    parts.reduce<string[]>(
      (made, one) => expansions(one, listOf).flatMap((text) => made.map((before) => before + text)),
      [''],
    ),
  );

const sourceOf = (parts: readonly Part[], listOf: ListOf): string =>
  parts.map((part) => sourceOfPart(part, listOf)).join('');

// Many templates name the same lists, some of which have hundreds of words.
const ANY_OF = new WeakMap<readonly string[], string>();

function anyOfList(words: readonly string[]): string {
  const source = ANY_OF.get(words) ?? (anyOf(words) || '(?!)');
  ANY_OF.set(words, source);
  return source;
}

function sourceOfPart(part: Part, listOf: ListOf): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text)
        .replaceAll(' ', String.raw`\s?`)
        .replaceAll('…', '.{0,30}?');
    case 'list':
      return `(?:${anyOfList(listOf(part.name))})`;
    case 'group':
      return `(?:${part.alternatives.map((own) => sourceOf(own, listOf)).join('|')})${part.optional ? '?' : ''}`;
    case 'beside': {
      const inside = part.alternatives
        .map((own) => sourceOf(own, listOf))
        .join('|')
        .replaceAll(String.raw`\$`, String.raw`[\s?!.。…]{0,9}$`)
        .replaceAll(String.raw`\^`, String.raw`^\s{0,9}`)
        .replaceAll(String.raw`\*`, String.raw`[\u3400-\u9fff]`)
        .replaceAll(String.raw`\.\.\.`, String.raw`.*\b`);
      return `(?${part.before ? '<' : ''}${part.not ? '!' : '='}${inside})`;
    }
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CLOSING = new Set(Object.values(CLOSES));

function parse(template: string): readonly Part[] {
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
): { readonly alternatives: Alternatives; readonly end: number } {
  const alternatives: Part[][] = [[]];
  let at = start;
  while (at < template.length && !CLOSING.has(template.charAt(at))) {
    if (template.charAt(at) === '|') {
      alternatives.push([]);
      at++;
      continue;
    }
    const { part, end } = partAt(template, at);
    alternatives.at(-1)?.push(part);
    at = end;
  }
  if (close !== null && template.charAt(at) !== close)
    throw new Error(`"${template}" does not close a group with ${close}`);
  return { alternatives, end: at };
}

function partAt(template: string, at: number): { readonly part: Part; readonly end: number } {
  const open = template.charAt(at);
  const close = CLOSES[open];
  if (close !== undefined) {
    const marks = open === '{' ? (/^<?!?/.exec(template.slice(at + 1))?.[0] ?? '') : '';
    const not = marks.includes('!');
    const { alternatives, end } = alternativesAt(template, at + 1 + marks.length, close);
    const part: Part =
      open === '{'
        ? { kind: 'beside', not, before: at === 0 || marks.startsWith('<'), alternatives }
        : { kind: 'group', optional: open === '[', alternatives };
    return { part, end: end + 1 };
  }
  if (open === '<') {
    const end = template.indexOf('>', at);
    if (end < 0) throw new Error(`"${template}" does not close a list with >`);
    return { part: { kind: 'list', name: template.slice(at + 1, end) }, end: end + 1 };
  }
  const text = /^[^()[\]{}|<]+/.exec(template.slice(at))?.[0] ?? open;
  return { part: { kind: 'text', text }, end: at + text.length };
}
