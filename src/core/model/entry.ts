/** What a name stands for; the data file that it came from tells. */
export type EntryKind = 'person' | 'place' | 'organisation' | 'word';

/** People, places, offices and subject words that have several forms, each with one number for all of them. */
export interface Entry {
  readonly id: number;
  readonly kind: EntryKind;
  /** The form that the data file gives first. */
  readonly canonical: string;
  /** Folded forms in CJK characters, longest first. */
  readonly forms: readonly string[];
}
