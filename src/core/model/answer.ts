import type { ArticleId, ArticleKind } from './article.ts';
import type { Explanation } from './explanation.ts';
import type { FilterFault, Filters } from './filters.ts';
import type { InterfaceLang, Question } from './question.ts';

/** A word-for-word quote: `quote` is `text.slice(start, end)` of the cited article, in UTF-16 code units. */
export interface Point {
  readonly quote: string;
  /** The `number` of one of the answer's citations. */
  readonly citation: number;
  readonly start: number;
  readonly end: number;
  /** Who said it, as the article names them; null where the article does not say. */
  readonly speaker: string | null;
  /** Who hands on what the speaker said, as the article names them: 路透社 in 據路透社報道，布林肯說; null where nobody does. */
  readonly reportedBy: string | null;
  /** `direct` where most of the quote is the speaker's own words; null where there is no speaker. */
  readonly mode: 'direct' | 'indirect' | null;
  /** The position in `points` (from 0) of the point whose fact another article reports here; else null. */
  readonly sameAs: number | null;
  /** The heading of the article that the quote stands under. */
  readonly section?: string | null;
  /** The slice before the quote that it leans on: what 他 or 此事 stands for. */
  readonly before?: Excerpt | null;
  /** Which of the questions in one message it answers, counted from 0. */
  readonly part?: number;
}

/** A quote that is near and not the answer. */
export type Lead = Point & {
  /** Where somebody's words are asked for: theirs on other things, or what others tell of the same. */
  readonly of?: 'speaker' | 'subject';
};

/** A slice of the cited article, in UTF-16 code units. */
export interface Excerpt {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
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
  /** What it is besides news; absent for news. */
  readonly kind?: ArticleKind;
}

/** An article that is named without being quoted. */
export interface Headline {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  /** Whether the archive has a digest of it instead of its text; absent where it has the text. */
  readonly digest?: boolean;
  /** What it is besides news; absent for news. */
  readonly kind?: ArticleKind;
  /** Who wrote it, null where the article does not say; absent where that is not asked. */
  readonly author?: string | null;
}

/** Which way the first quote answers a question that asks yes or no. */
export type Polarity = 'yes' | 'no' | 'mixed';

/** What a question asks for that coverage may have or lack. */
export type Slot = 'speaker' | 'act' | 'addressee' | 'topic' | 'wanted' | 'number' | 'day' | 'outlet' | 'negation';

/** One slot of a question, with the question's own words for it. */
export interface SlotValue {
  readonly slot: Slot;
  readonly value: string;
}

/** Which parts of a question the coverage has, and which it lacks. */
export interface Gap {
  readonly has: readonly SlotValue[];
  readonly lacks: readonly SlotValue[];
}

/** Why a question was not looked up: a code and the values that a sentence about it needs. */
export type RejectionReason =
  | { readonly code: 'empty' | 'no-words' }
  /** Both in UTF-16 code units. */
  | { readonly code: 'too-long'; readonly length: number; readonly limit: number }
  | FilterFault;

/**
 * Why nothing is quoted although the question was understood: it leans on something that was not said (`no-context`), asks for a
 * comparison of nothing (`no-subject`), for more where there is no more (`no-more`), or
 * within filters that leave no report (`no-reports`).
 */
export interface NotFoundReason {
  readonly code: 'no-context' | 'no-subject' | 'no-more' | 'no-reports';
}

/** What a question on the archive, the program or its last answer asks for. */
export interface AboutReason {
  readonly code: 'articles' | 'outlets' | 'days' | 'subjects' | 'identity' | 'wrong' | 'certain';
}

/** Who says what is quoted, and in which report; the speaker is null where the report does not say. */
export interface Said {
  readonly speaker: string | null;
  readonly outlet: string | null;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** What asking a model took. */
export interface ReaderUsage {
  readonly model: string;
  /** Milliseconds; 0 where the choice was remembered. */
  readonly ms: number;
  /** Of prompt and reply; null where the server does not count. */
  readonly tokens: number | null;
}

interface Common {
  readonly question: string;
  /** The whole question that a follow-up was understood as, from the turns before it; null where it stood by itself. */
  readonly understood: string | null;
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
  /** Speakers and outlets, as points and citations have them, with their names in `lang`, where data files know those. */
  readonly localNames?: Readonly<Record<string, string>>;
  /** The question as it was understood: asked outside of any conversation, it is answered alike. */
  readonly resolved: Question;
  /** True where part of the archive did not answer. */
  readonly partial?: boolean;
  /** Where a model of the user's own chose the quotes, or chose none. */
  readonly reader?: ReaderUsage;
  /** How the answer was come by; only where the question asks for that. */
  readonly explain?: Explanation;
}

export interface Answered extends Common {
  readonly kind: 'answered';
  /** Of a question that asks yes or no; null for any other. */
  readonly polarity?: Polarity | null;
  /** Of a question that asks who said what was just quoted: who it was, quote by quote. */
  readonly said?: readonly Said[];
  /** Of a message that asks several questions: those, counted from 0, that nothing answers. */
  readonly unanswered?: readonly number[];
}
export interface NotFound extends Common {
  readonly kind: 'not-found';
  /** Null where the coverage just does not answer. */
  readonly reason: NotFoundReason | null;
  /** What is nearest without the filters, where there are any. */
  readonly unfiltered: readonly Headline[];
  readonly gap?: Gap | null;
  /** At most two quotes that are near and not the answer; cited in `citations` like points. */
  readonly leads?: readonly Lead[];
}
export interface Rejected extends Common {
  readonly kind: 'rejected';
  readonly reason: RejectionReason;
}

/** Answers a question on the archive or the program itself; nothing is quoted. */
export interface About extends Common {
  readonly kind: 'about';
  readonly reason: AboutReason;
  readonly facts: ArchiveFacts;
}

/** What an archive holds: the number of its articles, the names of its outlets, its first and last day of publication. */
export interface ArchiveFacts {
  readonly articles: number;
  readonly outlets: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  /** The commonest tags of its articles, the commonest first; only where it is asked what the archive is about. */
  readonly topics?: readonly string[];
}
export interface Greeting extends Common {
  readonly kind: 'greeting';
  readonly topic: 'hello' | 'thanks' | 'help' | 'goodbye' | 'noted';
}

/** What one outlet says of what several are asked about. */
export interface OutletAccount {
  readonly outlet: string;
  /** Its own best quotes, best first. */
  readonly points: readonly Point[];
  /** The positions in `points` of what none of the other outlets here says. */
  readonly only: readonly number[];
  /** The outlet above whose text this one carries nearly word for word: both are one origin. Null where it is its own. */
  readonly copyOf: string | null;
}

/** A figure or day that outlets give differently; which is right is not said. */
export interface Difference {
  readonly of: 'figure' | 'day';
  readonly readings: readonly {
    readonly outlet: string;
    /** The figure as it stands in the quote. */
    readonly text: string;
    readonly quote: string;
    readonly citation: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Several outlets on one question or event, side by side. `points` is empty: each outlet has its own. */
export interface Comparison extends Common {
  readonly kind: 'comparison';
  readonly outlets: readonly OutletAccount[];
  /** Outlets that have nothing on it in this corpus; what they reported elsewhere nobody here knows. */
  readonly silent: readonly string[];
  readonly differences: readonly Difference[];
}

/** A quote that stands for an event; offsets as in `Point`. */
export interface EventQuote {
  readonly quote: string;
  readonly citation: number;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
}

/** Something that happened on a day, told once however many outlets report it. */
export interface TimelineEvent extends EventQuote {
  /** The first day, `YYYY-MM-DD`. */
  readonly date: string;
  /** The last day; null for an event of one day. */
  readonly until: string | null;
  /** Whether the day is given for the event, or is only that of the report. */
  readonly dateOf: 'event' | 'publication';
  /** Other outlets' quotes for the same event. */
  readonly also: readonly EventQuote[];
}

/** Dated events, oldest first. `points` is empty. */
export interface Timeline extends Common {
  readonly kind: 'timeline';
  readonly events: readonly TimelineEvent[];
}

/** Articles that were asked for as such, newest first. `points` is empty. */
export interface Listing extends Common {
  readonly kind: 'listing';
  readonly articles: readonly Headline[];
  /** How many were found, of which `articles` shows the newest; of a very large archive not all are looked for. */
  readonly total: number;
  /** Whose articles these are, each outlet once, newest first; only where outlets were asked for. */
  readonly reporting?: readonly string[];
}

/** What comes back for a question: data, never markup. "Not found" is a value, not an error. */
export type Answer = Answered | NotFound | Rejected | About | Greeting | Comparison | Timeline | Listing;

/** The inward port: one question in, one answer out. Rejects only on a fault of the program. */
export type Ask = (question: Question) => Promise<Answer>;
