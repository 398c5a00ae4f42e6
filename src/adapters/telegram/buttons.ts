import type { InlineKeyboardButton } from 'telegraf/types';
import type { ArticleId, AskedKind, InterfaceLang } from '../../core/index.ts';
import type { QuotePlace } from '../chat/archive.ts';
import {
  count,
  kindLetter,
  langLetter,
  optional,
  placeFields,
  plain,
  readFields,
  writeFields,
} from '../chat/button-codec.ts';
import { articleKey, quoteMark } from '../chat/article-keys.ts';
import { LANG_CHOICES, type LangChoice } from '../lang-choices.ts';
import { caption } from '../visible-text.ts';

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

/**
 * Bytes; Bot API, InlineKeyboardButton.
 *
 * @internal Exported for its tests.
 */
export const CALLBACK_DATA_LIMIT = 64;

/** UTF-16 units; longer captions are cut short by phones. */
const CAPTION_LIMIT = 48;

const ARTICLE = { article: plain, from: count(36) };
const EXAMPLE = { lang: langLetter, number: count(10) };
const KIND = optional(kindLetter, undefined);

/** Writes what a button asks for: a letter and its arguments, separated by colons; at most `CALLBACK_DATA_LIMIT` bytes of ASCII. */
export function writePress(press: Press): string {
  switch (press.kind) {
    case 'more':
      return `m:${press.level}${KIND.write(press.of)}${press.filters === '' ? '' : `:${press.filters}`}`;
    case 'passage':
      return `p:${writeFields(placeFields, press.place)}`;
    case 'script':
      return `s:${writeFields(placeFields, press.place)}`;
    case 'article':
      return `a:${writeFields(ARTICLE, press)}`;
    case 'example':
      return `e:${writeFields(EXAMPLE, press)}`;
    case 'lang':
      return `l:${press.choice}`;
  }
}

/** Reads what a button asks for, of this version or an earlier one; null where it is nothing known. */
export function readPress(data: string): Press | null {
  const [kind = ''] = data.split(':', 1);
  const rest = data.slice(kind.length + 1);
  switch (kind) {
    case 'm': {
      const [, level, of = '', filters = ''] = /^([1-9])([a-z]?)(?::(.*))?$/s.exec(rest) ?? [];
      const read = KIND.read(of);
      return level === undefined || read === null
        ? null
        : { kind: 'more', level: Number(level), of: read.value, filters };
    }
    case 'p':
    case 's': {
      const place = readFields(placeFields, rest);
      return place === null ? null : { kind: kind === 'p' ? 'passage' : 'script', place };
    }
    case 'a': {
      const article = readFields(ARTICLE, rest);
      return article === null ? null : { kind: 'article', ...article };
    }
    case 'e': {
      const example = readFields(EXAMPLE, rest);
      return example === null ? null : { kind: 'example', ...example };
    }
    case 'l': {
      const choice = LANG_CHOICES.find((each) => each === rest);
      return choice === undefined ? null : { kind: 'lang', choice };
    }
    default:
      return null;
  }
}

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
