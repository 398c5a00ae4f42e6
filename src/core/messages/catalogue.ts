import type { InterfaceLang } from '../answer/answer.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

/** Every sentence that the program says, in one language. A language that lacks one does not compile. */
export interface Catalogue {
  readonly reject: {
    readonly empty: string;
    readonly noWords: string;
    /** `limit`: characters. */
    tooLong(length: number, limit: number): string;
    /** `given`: what cannot be read as a day. */
    badDate(given: string): string;
    datesReversed(since: string, until: string): string;
    unknownOutlet(given: string, known: readonly string[]): string;
  };
  readonly notFound: string;
  readonly nearest: string;
  unmatched(words: readonly string[]): string;
  readonly greeting: {
    readonly hello: string;
    readonly thanks: string;
    readonly help: string;
    readonly goodbye: string;
  };
  /** Before an outlet's name: an account of its report, not the report. */
  digestOf(outlet: string): string;
  readonly unknownOutlet: string;
  readonly undated: string;
  readonly sources: string;
  /** Between a speaker's name and the quote. */
  readonly speaker: (name: string) => string;
  /** Before a point that reports the same fact as the one above. */
  readonly alsoReported: string;
  /** Filters as they were understood: `outlet`, `since` and `until` where set. */
  filtered(outlet: string | null, since: string | null, until: string | null): string;
  /** Example questions that the help shows. */
  readonly examples: readonly string[];
}

const CATALOGUES: Readonly<Record<InterfaceLang, Catalogue>> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en };

/** The sentences of one interface language. */
export const catalogue = (lang: InterfaceLang): Catalogue => CATALOGUES[lang];
