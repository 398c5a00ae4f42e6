import type { InlineKeyboardButton } from 'telegraf/types';
import type { ArticleId, AskedKind, InterfaceLang } from '../../core/index.ts';
import { articleKey, quoteMark } from '../chat/article-keys.ts';
import { LANG_CHOICES, type LangChoice } from '../lang-choices.ts';
import { caption } from '../visible-text.ts';
import { readKind, writeKind } from './button-filters.ts';

/** A stretch of an article that was quoted, and a mark by which to tell whether the article still says it. */
export interface QuotePlace {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** What a button asks for: all that the answer is made from, beside what the button's message shows. */
export type Press =
  /**
   * More on the message's question, for the `level`th time; `of`: the kind of its answer, which older buttons do not say; `filters`: what
   * its words do not say, as it was written.
   */
  | {
      readonly kind: 'more';
      readonly level: number;
      readonly of: AskedKind | undefined;
      readonly filters: string;
    }
  | { readonly kind: 'passage' | 'script'; readonly place: QuotePlace }
  /** An article from an offset on. */
  | { readonly kind: 'article'; readonly article: string; readonly from: number }
  | { readonly kind: 'example'; readonly lang: InterfaceLang; readonly number: number }
  | { readonly kind: 'lang'; readonly choice: LangChoice };

/** Bytes; Bot API, InlineKeyboardButton. */
export const CALLBACK_DATA_LIMIT = 64;

/** UTF-16 units; longer captions are cut short by phones. */
const CAPTION_LIMIT = 48;

const LANG_CODES: Readonly<Record<InterfaceLang, string>> = { 'zh-Hant': 't', 'zh-Hans': 's', en: 'e' };

/** Writes what a button asks for: a letter and its arguments, separated by colons; at most `CALLBACK_DATA_LIMIT` bytes of ASCII. */
export function writePress(press: Press): string {
  switch (press.kind) {
    case 'more':
      return `m:${press.level}${writeKind(press.of)}${press.filters === '' ? '' : `:${press.filters}`}`;
    case 'passage':
    case 'script': {
      const { article, start, end, mark } = press.place;
      return [press.kind === 'passage' ? 'p' : 's', article, start.toString(36), end.toString(36), mark].join(':');
    }
    case 'article':
      return `a:${press.article}:${press.from.toString(36)}`;
    case 'example':
      return `e:${LANG_CODES[press.lang]}:${press.number}`;
    case 'lang':
      return `l:${press.choice}`;
  }
}

/** Reads what a button asks for, of this version or an earlier one; null where it is nothing known. */
export function readPress(data: string): Press | null {
  const [kind, ...rest] = data.split(':');
  const [first = '', second = '', third = '', fourth = ''] = rest;
  switch (kind) {
    case 'm': {
      const [, level, letter] = /^([1-9])([a-z]?)$/.exec(first) ?? [];
      if (level === undefined) return null;
      return { kind: 'more', level: Number(level), of: readKind(letter), filters: rest.slice(1).join(':') };
    }
    case 'p':
    case 's': {
      const [start, end] = [place(second), place(third)];
      if (start === null || end === null) return null;
      return { kind: kind === 'p' ? 'passage' : 'script', place: { article: first, start, end, mark: fourth } };
    }
    case 'a': {
      const from = place(second);
      return from === null ? null : { kind: 'article', article: first, from };
    }
    case 'e': {
      const lang = (['zh-Hant', 'zh-Hans', 'en'] as const).find((each) => LANG_CODES[each] === first);
      return lang === undefined || !/^\d$/.test(second) ? null : { kind: 'example', lang, number: Number(second) };
    }
    case 'l': {
      const choice = LANG_CHOICES.find((each) => each === first);
      return choice === undefined ? null : { kind: 'lang', choice };
    }
    case undefined:
    default:
      return null;
  }
}

const place = (written: string): number | null =>
  /^[0-9a-z]{1,7}$/.test(written) ? Number.parseInt(written, 36) : null;

/** The place of a quote in the article that it is a slice of. */
export const quotePlace = (
  id: ArticleId,
  { quote, start, end }: { readonly quote: string; readonly start: number; readonly end: number },
): QuotePlace => ({ article: articleKey(id), start, end, mark: quoteMark(quote) });

/** A button, with as much of its caption as fits. */
export const button = (text: string, press: Press): InlineKeyboardButton => ({
  text: caption(text, CAPTION_LIMIT) || '…',
  callback_data: writePress(press),
});
