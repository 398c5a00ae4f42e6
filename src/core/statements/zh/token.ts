import type { Entry } from '../../names/gazetteer.ts';

/** What a stretch of a clause is, as far as the lists know. */
export type TokenKind =
  | 'person'
  | 'organisation'
  | 'place'
  | 'office'
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
