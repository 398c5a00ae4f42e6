import type { Translation } from '../names/cross-dictionary.ts';
import type { Entry } from '../names/gazetteer.ts';
import type { Term } from './passage-index.ts';

/** One thing that a question mentions and a passage may hold; offsets are into the question. */
export interface QuestionTerm {
  readonly kind: 'bigram' | 'word' | 'number' | 'name' | 'gloss';
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  /** For `name`: which. */
  readonly name: Entry | null;
  /** For the `name` of who is asked for a statement or a demand: all who speak for them, who count as they do. */
  readonly affiliates?: readonly Entry[];
  /**
   * For `gloss`, and for a subject word across languages: the folded Chinese forms of an English word, or the stems of the
   * English glosses of a Chinese one, any of which will do.
   */
  readonly forms: readonly string[];
  /** Whether it describes what is wanted, 哪個「平台」: an answer may well do without the word. */
  readonly isFocus?: boolean;
  /** Where the question is in another language than the corpus: the forms that it may have there, single characters too, with weights. */
  readonly across?: readonly Translation[];
  /** For `number`: its value and the first character of its unit. */
  readonly number: { readonly value: number; readonly unit: string } | null;
}
