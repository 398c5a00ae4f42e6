import type { KindFilter } from './article.ts';

/** The filters that were applied, whether they came as options or were read out of the question. */
export interface Filters {
  readonly outlet: string | null;
  /** First day, `YYYY-MM-DD`, inclusive. */
  readonly since: string | null;
  /** Last day, `YYYY-MM-DD`, inclusive. */
  readonly until: string | null;
  /** As the articles name them; absent where not asked for. */
  readonly author?: string;
  readonly tag?: string;
  /** The kind of article; absent where not asked for. */
  readonly kind?: KindFilter;
}

/** Why filters cannot be applied, with the values that a sentence about it needs. */
export type FilterFault =
  | { readonly code: 'bad-date'; readonly given: string }
  | { readonly code: 'dates-reversed'; readonly since: string; readonly until: string }
  | {
      readonly code: 'unknown-outlet' | 'unknown-author' | 'unknown-tag';
      readonly given: string;
      /** Those that there are; of authors and tags, the nearest. */
      readonly known: readonly string[];
    };
