import type { Languages } from '../corpus/languages.ts';
import type { Polarity, ReaderUsage, Slot } from '../model/answer.ts';

/** A quote that a reader may choose, with what stands around it. All of it is untrusted text of the archive. */
export interface ReaderCandidate {
  readonly quote: string;
  /** The sentence before the quote and the one behind it; '' where there is none. */
  readonly before: string;
  readonly behind: string;
  readonly speaker: string | null;
  /** The heading that the quote stands under. */
  readonly heading: string | null;
  readonly headline: string;
  readonly outlet: string | null;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** What a reader is asked: which of some quotes answer a question. */
export interface ReaderRequest {
  /** The whole message, or the question as it was understood in its conversation. */
  readonly question: string;
  /** Those of its questions that are to be answered; the question alone where it asks no more. */
  readonly parts: readonly string[];
  readonly isYesNo: boolean;
  /** Best first, as the built-in ranking has them. */
  readonly candidates: readonly ReaderCandidate[];
}

/** A candidate that answers. */
export interface ReaderPick {
  /** Its position in the request's `candidates`, from 0. */
  readonly candidate: number;
  /** The position in `parts` of the question that it answers, from 0. */
  readonly part: number;
  /** Null where the question does not ask for a yes or a no. */
  readonly polarity: Polarity | null;
}

/** The slots of a question that an archive may lack. */
export const LACKING_SLOTS = [
  'speaker',
  'act',
  'addressee',
  'topic',
  'wanted',
  'number',
  'day',
  'outlet',
  'negation',
] as const satisfies readonly Slot[];

/** What a reader made of a request. It holds positions and slots only: no reader writes a word that is shown. */
export interface ReaderChoice {
  /** Best first, at most `MOST_PICKS` for each part; none where no candidate answers. */
  readonly picks: readonly ReaderPick[];
  /** For no picks: what is lacking, if the reader can tell. */
  readonly lacks: Slot | null;
  /** Null for a reader that is no model. */
  readonly usage: ReaderUsage | null;
}

/** How many candidates may answer one question. */
export const MOST_PICKS = 3;

/** What a reader is asked for words by which more may be found: words of the coverage, where the question has others. */
export interface TermsRequest {
  /** The whole question, as it was understood in its conversation. */
  readonly question: string;
  /** The languages that the coverage is in; at least one. */
  readonly languages: Pick<Languages, 'chinese' | 'english'>;
}

/** Words by which more is looked for. Nothing of them is shown. */
export interface SuggestedTerms {
  /** At most `MOST_TERMS`. */
  readonly terms: readonly string[];
  /** Null for a reader that is no model. */
  readonly usage: ReaderUsage | null;
}

/** How many words a question may be looked for by beside its own. */
export const MOST_TERMS = 12;

/** Suggests terms; rejects where it cannot, and only the question's own words are looked for. */
export type SuggestTerms = (request: TermsRequest) => Promise<SuggestedTerms>;

/**
 * Chooses among numbered candidates. A choice holds to `isChoice`; a reader that cannot give one rejects, and the built-in ranking
 * answers instead.
 */
export type Reader = (request: ReaderRequest) => Promise<ReaderChoice>;

/** A reader as it is asked about one question. */
export interface QuestionReader {
  readonly suggest: SuggestTerms;
  readonly choose: Reader;
}

/** An external reader, such as a language model of the user's own, beside the built-in ranking. */
export interface ExternalReader {
  /** A reader for one question, whose time is limited over all that it is asked for it. */
  readonly forQuestion: () => QuestionReader;
  /** Whether it is asked about every question, or only about those of which the built-in ranking is not sure. */
  readonly when: 'all' | 'unsure';
}

/** What two requests took together; null where neither was of a model. */
export function usageOfBoth(one: ReaderUsage | null, other: ReaderUsage | null): ReaderUsage | null {
  if (one === null || other === null) return one ?? other;
  const tokens = one.tokens === null || other.tokens === null ? null : one.tokens + other.tokens;
  return { model: other.model, ms: one.ms + other.ms, tokens };
}

/** Whether a choice keeps to its request: positions exist, none twice for a part, no more than `MOST_PICKS` for each, polarity where it is due. */
export function isChoice(
  { picks }: Pick<ReaderChoice, 'picks'>,
  { parts, candidates, isYesNo }: ReaderRequest,
): boolean {
  const counts = parts.map(() => 0);
  const seen = new Set<string>();
  return picks.every(({ candidate, part, polarity }) => {
    const key = `${part}:${candidate}`;
    if (candidates[candidate] === undefined || parts[part] === undefined || seen.has(key)) return false;
    seen.add(key);
    counts[part] = (counts[part] ?? 0) + 1;
    return (counts[part] ?? 0) <= MOST_PICKS && (isYesNo || polarity === null);
  });
}
