import type { Question } from '../../core/index.ts';
import { visibleLine } from '../visible-text.ts';
import { line, type Paragraph } from './paragraph.ts';
import type { Press } from './press.ts';

/** Something to press. */
export interface Choice {
  readonly label: string;
  readonly press: Press;
}

/** One of many things to choose from. */
export interface MenuChoice extends Choice {
  /** The same in a word or two, for where there is no room. */
  readonly short: string;
  /** More about it. */
  readonly detail?: string;
  /** The number of the source that it belongs to. */
  readonly cites?: number;
}

/** Choices that belong together: quotes in their context, sources, or headlines. */
export interface Menu {
  readonly of: 'quotes' | 'sources' | 'headlines';
  readonly caption: string;
  readonly choices: readonly MenuChoice[];
}

/** What a reply says on any platform, before it is parted into messages or pages and marked up. */
export interface Reply {
  /** What kind of reply it is, for where a message has a title. */
  readonly title?: string | null;
  /** The line that shows the question, from which it can be read again; the buttons stand below it. */
  readonly head: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  /** The numbered sources below the body, or on the page that cites them. */
  readonly sources?: {
    readonly heading: Paragraph;
    readonly list: readonly (Paragraph & { readonly number: number })[];
  };
  /** Small print below everything. */
  readonly mark?: string;
  readonly menus?: readonly Menu[];
  /** Rows of buttons. */
  readonly buttons?: readonly (readonly Choice[])[];
  /** Which page of it is shown, where not all is, and what brings up another; `isLong`: of what is read page by page anywhere. */
  readonly pages?: { readonly at: number; readonly press: (page: number) => Press; readonly isLong: boolean };
  /** The question that it answers, whole. */
  readonly answers?: Question;
  /** Whether it only says that there is nothing to show: for whoever pressed, and nobody else. */
  readonly isNotice?: true;
}

/** A reply of plain sentences. */
export const sentence = (...sentences: readonly string[]): Reply => ({
  head: [],
  body: sentences.map((each) => line(visibleLine(each))),
});

/** A sentence for whoever pressed a button. */
export const notice = (text: string): Reply => ({ ...sentence(text), isNotice: true });
