import type { Answer, Article, ArticleId, AskedKind, InterfaceLang, KindFilter, Question } from '../../core/index.ts';
import { LANG_CHOICES, type LangChoice } from '../lang-choices.ts';
import type { QuotePlace } from './archive.ts';
import { articleKey, quoteMark } from './article-keys.ts';
import {
  articleKindLetter,
  count,
  kindLetter,
  langLetter,
  letter,
  optional,
  placeFields,
  plain,
  readFields,
  writeFields,
} from './button-codec.ts';

/**
 * How a question was asked, beside its words, which the message itself shows: short enough for a button. Names stand as marks, days without
 * their hyphens.
 */
export interface Asked {
  /** How often there was more already. */
  readonly level: number;
  /** The kind of the answer, which its own words may have decided. */
  readonly of: AskedKind | undefined;
  /** The language that the message speaks. */
  readonly lang: InterfaceLang;
  readonly anywhere: 'anywhere' | undefined;
  readonly as: AskedKind | undefined;
  readonly outlet: string;
  readonly author: string;
  readonly tag: string;
  readonly since: string;
  readonly until: string;
  /** Of articles. */
  readonly kind: KindFilter | undefined;
}

/** What a button, or a choice of a menu, asks for: all that the reply is made from, beside what its message shows. Pages count from 0. */
export type Press =
  /** Another page of the answer; its quotes in the other script; the page for everybody to see. */
  | { readonly kind: 'page' | 'convert' | 'share'; readonly page: number; readonly asked: Asked }
  /** What was not shown yet; the same question without its filters. */
  | { readonly kind: 'more' | 'anywhere'; readonly asked: Asked }
  /** The passage around a quote; that passage in the other script. */
  | { readonly kind: 'passage' | 'script'; readonly place: QuotePlace }
  | { readonly kind: 'article'; readonly article: string; readonly page: number }
  | { readonly kind: 'sources'; readonly page: number }
  | { readonly kind: 'example'; readonly lang: InterfaceLang; readonly number: number }
  | { readonly kind: 'lang'; readonly choice: LangChoice };

/**
 * Bytes, all of ASCII: the less of what Telegram (64, `callback_data`) and Discord (100, `custom_id`) allow.
 *
 * @internal Exported for its tests.
 */
export const PRESS_LIMIT = 64;

// What earlier versions wrote with a, c, m, o, p, s, t and x is not read any more: no other meaning is given to these.
const LETTERS = letter({
  page: 'g',
  convert: 'v',
  share: 'h',
  more: 'n',
  anywhere: 'w',
  passage: 'q',
  script: 'k',
  article: 'r',
  sources: 'u',
  example: 'e',
  lang: 'l',
});

const KIND = optional(kindLetter, undefined);

const ASKED = {
  level: count(10),
  of: KIND,
  lang: langLetter,
  anywhere: optional(letter({ anywhere: 'w' }), undefined),
  as: KIND,
  outlet: plain,
  author: plain,
  tag: plain,
  since: plain,
  until: plain,
  // Last, where buttons of earlier versions have nothing.
  kind: optional(articleKindLetter, undefined),
};
const PAGED = { page: count(36), ...ASKED };
const ARTICLE = { article: plain, page: count(36) };
const SOURCES = { page: count(36) };
const EXAMPLE = { lang: langLetter, number: count(10) };
const LANG = {
  choice: letter(Object.fromEntries(LANG_CHOICES.map((each) => [each, each])) as Record<LangChoice, string>),
};

/** Writes what is asked for: a letter and its arguments, with colons between them; at most `PRESS_LIMIT` characters of ASCII. */
export const writePress = (press: Press): string => `${LETTERS.write(press.kind)}:${fieldsOf(press)}`;

function fieldsOf(press: Press): string {
  switch (press.kind) {
    case 'page':
    case 'convert':
    case 'share':
      return writeFields(PAGED, { page: press.page, ...press.asked });
    case 'more':
    case 'anywhere':
      return writeFields(ASKED, press.asked);
    case 'passage':
    case 'script':
      return writeFields(placeFields, press.place);
    case 'article':
      return writeFields(ARTICLE, press);
    case 'sources':
      return writeFields(SOURCES, press);
    case 'example':
      return writeFields(EXAMPLE, press);
    case 'lang':
      return writeFields(LANG, press);
  }
}

/** Reads what is asked for; null where it is nothing that this version knows. */
export function readPress(data: string): Press | null {
  const [first = ''] = data.split(':', 1);
  const rest = data.slice(first.length + 1);
  const kind = LETTERS.read(first)?.value;
  switch (kind) {
    case 'page':
    case 'convert':
    case 'share': {
      const read = readFields(PAGED, rest);
      if (read === null) return null;
      const { page, ...asked } = read;
      return { kind, page, asked };
    }
    case 'more':
    case 'anywhere': {
      const asked = readFields(ASKED, rest);
      return asked === null ? null : { kind, asked };
    }
    case 'passage':
    case 'script': {
      const place = readFields(placeFields, rest);
      return place === null ? null : { kind, place };
    }
    case 'article':
      return of(kind, readFields(ARTICLE, rest));
    case 'sources':
      return of(kind, readFields(SOURCES, rest));
    case 'example':
      return of(kind, readFields(EXAMPLE, rest));
    case 'lang':
      return of(kind, readFields(LANG, rest));
    case undefined:
      return null;
  }
}

const of = <Kind extends string, Read extends object>(kind: Kind, read: Read | null) =>
  read === null ? null : { kind, ...read };

/** The place of a quote in the article that it is a slice of. */
export const quotePlace = (
  id: ArticleId,
  { quote, start, end }: { readonly quote: string; readonly start: number; readonly end: number },
): QuotePlace => ({ article: articleKey(id), start, end, mark: quoteMark(quote) });

/** How the question of an answer was asked. What was given stands as the answer has it, whose names are those of the articles. */
export function askedOf({ kind, lang, filters, resolved }: Answer, level: number): Asked {
  const named = (given: string | undefined, read: string | null | undefined): string =>
    given === undefined ? '' : quoteMark(read ?? given);
  const day = (given: string | undefined, read: string | null): string =>
    given === undefined ? '' : (read ?? given).replaceAll('-', '');
  return {
    level,
    of:
      kind === 'answered'
        ? 'answer'
        : kind === 'comparison' || kind === 'timeline' || kind === 'listing'
          ? kind
          : undefined,
    lang,
    anywhere: resolved.anywhere === true ? 'anywhere' : undefined,
    as: resolved.as,
    outlet: named(resolved.outlet, filters.outlet),
    author: named(resolved.author, filters.author),
    tag: named(resolved.tag, filters.tag),
    since: day(resolved.since, filters.since),
    until: day(resolved.until, filters.until),
    kind: resolved.kind,
  };
}

/** The question that was so asked in these words; null where it has a name that the articles do not have any more. */
export function questionAsked(text: string, asked: Asked, articles: readonly Article[]): Question | null {
  const outlet = named(asked.outlet, () => articles.map((article) => article.outlet));
  const author = named(asked.author, () => articles.map((article) => article.author));
  const tag = named(asked.tag, () => articles.flatMap(({ tags }) => tags));
  if (outlet === null || author === null || tag === null) return null;
  const anywhere = asked.anywhere === undefined ? {} : { anywhere: true };
  const days = { since: dayOf(asked.since), until: dayOf(asked.until) };
  return { text, lang: asked.lang, as: asked.as, outlet, author, tag, kind: asked.kind, ...days, ...anywhere };
}

/** The question that a message of ours shows, as its buttons tell that it was asked: what it was narrowed to, and the kind of answer. */
export function questionBeside(ids: readonly string[], text: string, articles: readonly Article[]): Question {
  const asked = ids.map(readPress).flatMap((press) => (press !== null && 'asked' in press ? press.asked : []))[0];
  return (asked === undefined ? null : questionAsked(text, asked, articles)) ?? { text };
}

// Undefined where no name was given, null where none has that mark.
function named(mark: string, names: () => readonly (string | null)[]): string | undefined | null {
  if (mark === '') return undefined;
  return [...new Set(names())].find((name) => name !== null && quoteMark(name) === mark) ?? null;
}

const dayOf = (written: string): string | undefined =>
  /^(\d{4})(\d\d)?(\d\d)?$/
    .exec(written)
    ?.slice(1)
    .filter((part) => part !== undefined)
    .join('-');
