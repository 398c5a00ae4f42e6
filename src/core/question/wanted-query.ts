import type { Gazetteer } from '../names/gazetteer.ts';
import type { QuestionTerm } from '../index/question-term.ts';

/** What a question may want to be told, in the order in which the ranking has learnt them. */
export const WANTED = [
  'person',
  'body',
  'place',
  'day',
  'duration',
  'count',
  'sum',
  'percent',
  'age',
  'reason',
  'manner',
  'items',
  'name',
  'words',
  'outlet',
  'report',
  'yesno',
  'definition',
  'thing',
] as const;
export type Wanted = (typeof WANTED)[number];

/** What the finders of answers have to know of a question. */
export interface WantedQuery {
  /** The question folded. */
  readonly folded: string;
  readonly wanted: Wanted | null;
  /** The noun of what is wanted, folded: 哪家「公司」; '' where there is none. */
  readonly focus: string;
  readonly terms: readonly QuestionTerm[];
}

/** A sentence in which an answer is looked for. */
export interface SearchedSentence {
  /** Folded; offsets of spans are into it. */
  readonly folded: string;
  /** Before folding, of the same length: capitals tell a name. */
  readonly original: string;
  readonly names: Gazetteer;
}
