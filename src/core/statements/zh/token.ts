import type { Span } from '../../model/span.ts';
import type { Entry } from '../../names/gazetteer.ts';

/** What a stretch of a clause is, as far as the lists know. */
export type TokenKind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'office'
  /** An office that no list has, by its last character. */
  | 'calling'
  | 'body'
  | 'document'
  | 'title'
  | 'quoted'
  | 'latin'
  | 'pronoun'
  | 'quantity'
  | 'adverb'
  | 'preposition'
  | 'occasion'
  | 'joint'
  | 'of'
  | 'aside'
  | 'unknown'
  | 'other';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly entry: Entry | null;
}

/** What kind of speaker a phrase names; `name` is one that no list knows but that the article has more than once. */
export type PhraseKind = 'person' | 'organisation' | 'place' | 'office' | 'body' | 'document' | 'name' | 'several';

/** Somebody as a clause names them: an office with a name, a body, an unnamed group. */
export interface Phrase extends Span {
  readonly kind: PhraseKind;
  /** The name alone: 蓬佩奧 of 美國國務卿蓬佩奧; null where there is none but the phrase. */
  readonly name: Span | null;
  readonly entry: Entry | null;
}
