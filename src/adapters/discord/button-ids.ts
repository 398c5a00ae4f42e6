import type { AskedKind, InterfaceLang } from '../../core/index.ts';

/** A question and how it was narrowed, without its words, which the message itself shows. */
export interface AskedWith {
  readonly as: AskedKind | undefined;
  /** The language that the message speaks. */
  readonly lang: InterfaceLang;
  /** How many points, events or articles at the most; null: the usual number. */
  readonly limit: number | null;
  readonly outlet: string | undefined;
  readonly author: string | undefined;
  readonly tag: string | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** Shows a page of an answer, shows its quotes in the other script, or shows it to everybody. Pages count from 0. */
export interface AnswerPress {
  readonly action: 'page' | 'convert' | 'share';
  readonly page: number;
  readonly asked: AskedWith;
}

/** Shows the passage around a quote: offsets in UTF-16 units, and a mark by which a changed article is noticed. */
export interface PassagePress {
  readonly action: 'passage';
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Shows a page of an article. */
export interface ArticlePress {
  readonly action: 'article';
  readonly article: string;
  readonly page: number;
  readonly lang: InterfaceLang;
}

interface SourcesPress {
  readonly action: 'sources';
  readonly page: number;
  readonly lang: InterfaceLang;
}

/** What a button does. */
export type Press = AnswerPress | PassagePress | ArticlePress | SourcesPress;

/** UTF-16 units, Discord's limit on `custom_id`. */
const LIMIT = 100;

// Old buttons are pressed long after they were made: a letter never changes its meaning.
const ACTIONS = { page: 'p', convert: 'x', share: 's', passage: 'c', article: 't', sources: 'o' } as const;
const LANGS = { 'zh-Hant': 't', 'zh-Hans': 's', en: 'e' } as const satisfies Record<InterfaceLang, string>;
const KINDS = { answer: 'a', comparison: 'c', timeline: 't', listing: 'l' } as const satisfies Record<
  AskedKind,
  string
>;

/** Writes down what a button does, so that it works after a restart. Null where that is too long: there can then be no button. */
export function buttonId(press: Press): string | null {
  const id = [ACTIONS[press.action], ...partsOf(press)].join(':');
  return id.length <= LIMIT ? id : null;
}

function partsOf(press: Press): (string | number)[] {
  switch (press.action) {
    case 'page':
    case 'convert':
    case 'share': {
      const { as, lang, limit, since, until, outlet, author, tag } = press.asked;
      const narrowed = [since, until, outlet, author, tag].map((part) => escapeColons(part ?? ''));
      return [press.page, as === undefined ? '' : KINDS[as], LANGS[lang], limit ?? '', ...trimmed(narrowed)];
    }
    case 'passage':
      return [press.article, press.start.toString(36), press.end.toString(36), press.mark];
    case 'article':
      return [press.article, press.page, LANGS[press.lang]];
    case 'sources':
      return [press.page, LANGS[press.lang]];
  }
}

/** Reads what a button does; null for one that this version does not know. */
export function readButtonId(id: string): Press | null {
  const [letter, ...parts] = id.split(':');
  const action = keyOf(ACTIONS, letter);
  switch (action) {
    case 'page':
    case 'convert':
    case 'share': {
      const [page, kind = '', lang, limit = '', ...narrowed] = parts;
      const [number, language] = [numberOf(page, 10), keyOf(LANGS, lang)];
      if (number === null || language === null) return null;
      const as = kind === '' ? undefined : (keyOf(KINDS, kind) ?? undefined);
      const [since, until, outlet, author, tag] = narrowed.map((part) => restoreColons(part) || undefined);
      const asked = { as, lang: language, limit: numberOf(limit, 10), since, until, outlet, author, tag };
      return { action, page: number, asked };
    }
    case 'passage': {
      const [article = '', from, to, mark = ''] = parts;
      const [start, end] = [numberOf(from, 36), numberOf(to, 36)];
      return start === null || end === null ? null : { action, article, start, end, mark };
    }
    case 'article': {
      const [article = '', page, lang] = parts;
      const [number, language] = [numberOf(page, 10), keyOf(LANGS, lang)];
      return number === null || language === null ? null : { action, article, page: number, lang: language };
    }
    case 'sources': {
      const [number, language] = [numberOf(parts[0], 10), keyOf(LANGS, parts[1])];
      return number === null || language === null ? null : { action, page: number, lang: language };
    }
    case null:
      return null;
  }
}

const escapeColons = (part: string): string => part.replaceAll('%', '%25').replaceAll(':', '%3A');
const restoreColons = (part: string): string => part.replaceAll('%3A', ':').replaceAll('%25', '%');

// Most questions are narrowed by nothing.
const trimmed = (parts: readonly string[]): string[] => parts.slice(0, parts.findLastIndex((part) => part !== '') + 1);

function keyOf<Key extends string>(table: Readonly<Record<Key, string>>, letter: string | undefined): Key | null {
  return (Object.keys(table) as Key[]).find((key) => table[key] === letter) ?? null;
}

function numberOf(text: string | undefined, radix: 10 | 36): number | null {
  if (text === undefined || !/^[0-9a-z]{1,8}$/.test(text)) return null;
  const number = Number.parseInt(text, radix);
  return Number.isNaN(number) ? null : number;
}
