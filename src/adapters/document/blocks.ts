import type { Citation, Headline } from '../../core/index.ts';

/** A sentence or a caption of the program's own. */
export interface TextBlock {
  readonly kind: 'text';
  /** `heading`: a name or a day that what follows stands under; `label`: quiet words before a quotation. */
  readonly role: 'sentence' | 'heading' | 'label';
  readonly text: string;
}

/** Words of an article. */
export interface QuotationBlock {
  readonly kind: 'quotation';
  /**
   * `point`: an answer; `item`: one of several from one list; `duplicate`: the same fact in another article; `account` and `only`: what
   * an outlet says, and what it alone says; `event` and `also`: what happened on a day, and others on it; `lead`: near, but no answer.
   */
  readonly role: 'point' | 'item' | 'duplicate' | 'account' | 'only' | 'event' | 'also' | 'lead';
  /** Its place among the document's quotations, from 1, in the order in which they are shown. */
  readonly number: number;
  /** Who says it, and who reports that; null where the article does not say, or the quote itself begins with it. */
  readonly speaker: string | null;
  /** What stands before the quote in the article and is needed to understand it; to be shown more quietly. */
  readonly before: string | null;
  readonly quote: string;
  /** The same as the article has it, to the character. */
  readonly slice: string;
  /** Offsets of the quote in UTF-16 units of its article. */
  readonly start: number;
  readonly end: number;
  readonly citation: number;
  /** The article that is cited; null where the answer has no such citation. */
  readonly source: Citation | null;
  /** Where else it stands in the same words. */
  readonly alsoIn: readonly Pick<QuotationBlock, 'slice' | 'start' | 'end' | 'citation' | 'source'>[];
}

/** A numbered article of a list. */
interface EntryBlock {
  readonly kind: 'entry';
  readonly number: number;
  readonly article: Headline;
  /** What is told of it besides, behind its title. */
  readonly note: string | null;
}

/** A figure or a day as one outlet gives it. */
interface ReadingBlock {
  readonly kind: 'reading';
  readonly outlet: string;
  readonly text: string;
  readonly citation: number;
}

export type Block = TextBlock | QuotationBlock | EntryBlock | ReadingBlock;

/** Blocks that belong together: an empty line stands between two sections, and none within. */
export type Section = readonly Block[];

/** What an answer says, for any platform to show: plain texts that nothing has escaped yet. */
export interface Document {
  /** Quiet lines above everything: what the answer is limited to, or lacks. */
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  /** The numbered sources, to be shown below. */
  readonly sources: readonly Citation[];
  /** A few words in small print below everything: that a model of the keeper's own chose. Null where none did. */
  readonly mark: string | null;
}

export const sentence = (text: string): TextBlock => ({ kind: 'text', role: 'sentence', text });
export const heading = (text: string): TextBlock => ({ kind: 'text', role: 'heading', text });
export const label = (text: string): TextBlock => ({ kind: 'text', role: 'label', text });

/** All quotations of a document, in order. */
export const quotationsOf = ({ sections }: Document): QuotationBlock[] =>
  sections.flat().filter((block) => block.kind === 'quotation');
