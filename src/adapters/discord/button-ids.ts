import type { AskedKind, InterfaceLang } from '../../core/index.ts';
import type { QuotePlace } from '../chat/archive.ts';
import {
  count,
  kindLetter,
  langLetter,
  letter,
  optional,
  placeFields,
  plain,
  readFields,
  text,
  writeFields,
} from '../chat/button-codec.ts';

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

/** Shows the passage around a quote. */
export interface PassagePress extends QuotePlace {
  readonly action: 'passage';
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

const ACTIONS = letter({ page: 'p', convert: 'x', share: 's', passage: 'c', article: 't', sources: 'o' });

const ASKED = {
  page: count(10),
  as: optional(kindLetter, undefined),
  lang: langLetter,
  limit: optional(count(10), null),
  since: optional(text, undefined),
  until: optional(text, undefined),
  outlet: optional(text, undefined),
  author: optional(text, undefined),
  tag: optional(text, undefined),
};
const ARTICLE = { article: plain, page: count(10), lang: langLetter };
const SOURCES = { page: count(10), lang: langLetter };

/** Writes down what a button does, so that it works after a restart. Null where that is too long: there can then be no button. */
export function buttonId(press: Press): string | null {
  const id = `${ACTIONS.write(press.action)}:${fieldsOf(press)}`;
  return id.length <= LIMIT ? id : null;
}

function fieldsOf(press: Press): string {
  switch (press.action) {
    case 'page':
    case 'convert':
    case 'share':
      return writeFields(ASKED, { page: press.page, ...press.asked });
    case 'passage':
      return writeFields(placeFields, press);
    case 'article':
      return writeFields(ARTICLE, press);
    case 'sources':
      return writeFields(SOURCES, press);
  }
}

/** Reads what a button does; null for one that this version does not know. */
export function readButtonId(id: string): Press | null {
  const [first = ''] = id.split(':', 1);
  const rest = id.slice(first.length + 1);
  const action = ACTIONS.read(first)?.value;
  switch (action) {
    case 'page':
    case 'convert':
    case 'share': {
      const read = readFields(ASKED, rest);
      if (read === null) return null;
      const { page, ...asked } = read;
      return { action, page, asked };
    }
    case 'passage':
      return pressOf(action, readFields(placeFields, rest));
    case 'article':
      return pressOf(action, readFields(ARTICLE, rest));
    case 'sources':
      return pressOf(action, readFields(SOURCES, rest));
    case undefined:
      return null;
  }
}

const pressOf = <Action extends string, Read extends object>(action: Action, read: Read | null) =>
  read === null ? null : { action, ...read };
