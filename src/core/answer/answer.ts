import type { ArticleId } from '../corpus/article.ts';

/** The languages of the interface: Traditional (Hong Kong usage), Simplified, English. */
export type InterfaceLang = 'zh-Hant' | 'zh-Hans' | 'en';

/** A word-for-word quote: `quote` is `text.slice(start, end)` of the cited article, in UTF-16 code units. */
export interface Point {
  readonly quote: string;
  /** The `number` of one of the answer's citations. */
  readonly citation: number;
  readonly start: number;
  readonly end: number;
  /** Who said it, as the article names them; null where the article does not say. */
  readonly speaker: string | null;
  /** The position in `points` (from 0) of the point whose fact another article reports here; else null. */
  readonly sameAs: number | null;
}

/** One cited article. Numbers run from 1 in order of first use. */
export interface Citation {
  readonly number: number;
  readonly articleId: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly url: string | null;
  readonly digest: boolean;
}

/** An article that is named without being quoted. */
export interface Headline {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
}

/** The narrowing that was applied, whether it came as an option or was read out of the question. */
export interface Filters {
  readonly outlet: string | null;
  /** First day, `YYYY-MM-DD`, inclusive. */
  readonly since: string | null;
  /** Last day, `YYYY-MM-DD`, inclusive. */
  readonly until: string | null;
}

/** What to ask. Only `text` is required. */
export interface Question {
  readonly text: string;
  readonly outlet?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** How many points at the most; 3 unless told. */
  readonly limit?: number | undefined;
  /** The reader's own choice of interface; else it follows the question. */
  readonly lang?: InterfaceLang | undefined;
}

interface Common {
  readonly question: string;
  /** 0…1; answered from `ANSWER_THRESHOLD` up. */
  readonly confidence: number;
  readonly points: readonly Point[];
  readonly citations: readonly Citation[];
  readonly nearest: readonly Headline[];
  /** Words of the question that the corpus does not hold. */
  readonly unmatched: readonly string[];
  readonly filters: Filters;
  /** The language that the reader should be spoken to in. */
  readonly lang: InterfaceLang;
}

export interface Answered extends Common {
  readonly kind: 'answered';
}
export interface NotFound extends Common {
  readonly kind: 'not-found';
}
export interface Rejected extends Common {
  readonly kind: 'rejected';
  readonly code: 'empty' | 'no-words' | 'too-long' | 'bad-date' | 'dates-reversed' | 'unknown-outlet';
  /** One plain sentence in `lang`: what is wrong and what to do. */
  readonly reason: string;
}
export interface Greeting extends Common {
  readonly kind: 'greeting';
  readonly topic: 'hello' | 'thanks' | 'help' | 'goodbye';
}

/** What comes back for a question: data, never markup. "Not found" is a value, not an error. */
export type Answer = Answered | NotFound | Rejected | Greeting;

/** The inward port: one question in, one answer out. Rejects only on a fault of the program. */
export type Ask = (question: Question) => Promise<Answer>;
