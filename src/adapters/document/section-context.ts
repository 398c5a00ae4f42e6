import type { Answer } from '../../core/index.ts';
import type { Catalogue } from '../../messages/index.ts';
import type { Section } from './blocks.ts';
import type { MakeQuotation } from './quote-blocks.ts';

export interface DocumentOptions {
  /** From when to when the corpus has reports; said where filters by day leave nothing. */
  readonly days?: { readonly since: string | null; readonly until: string | null } | undefined;
  /** How many articles of a listing were shown before these. */
  readonly listedBefore?: number | undefined;
  /** Whether the reader can type the commands of a terminal, and is told how to drop filters. */
  readonly canType?: boolean | undefined;
}

/** What the sections of a document are made with. */
export interface SectionContext {
  readonly words: Catalogue;
  readonly options: DocumentOptions;
  readonly quotation: MakeQuotation;
  readonly outletName: (outlet: string) => string;
}

/** One line, where all that is quoted is in the other language; else none. */
export function foreignNote(
  sections: readonly Section[],
  lang: Answer['lang'],
  { quotesAreForeign }: Catalogue,
): string[] {
  const quotes = sections.flat().flatMap((block) => (block.kind === 'quotation' ? [block.quote] : []));
  const isChinese = (quote: string): boolean => /\p{Script=Han}/u.test(quote);
  if (quotes.length === 0 || !quotes.every((quote) => isChinese(quote) === (lang === 'en'))) return [];
  return [quotesAreForeign];
}
