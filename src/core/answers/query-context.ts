import type { ArticleId } from '../model/article.ts';
import type { Library } from '../index/library.ts';
import { EVERYWHERE, type AppliedFilters } from '../question/filters/filters.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Span } from '../model/span.ts';
import type { Rejected, RejectionReason } from '../model/answer.ts';
import type { InterfaceLang, Question } from '../model/question.ts';
import type { ExternalReader, QuestionReader } from '../reading/reader.ts';
import { NO_FILTERS } from '../question/filters/given-filters.ts';

/** A question that was understood, and what it is asked of. */
export interface QueryContext {
  readonly question: Question;
  readonly lang: InterfaceLang;
  /** The whole question that a follow-up stands for; null where it stands by itself. */
  readonly understood: string | null;
  /** What is asked, in the asker's words: of a message that asks several questions, one. */
  readonly words: string;
  /** The question as it was understood: asked outside of any conversation, it is answered alike. */
  readonly resolved: Question;
  readonly parsed: ParsedQuestion;
  readonly applied: AppliedFilters;
  /** Where the question's words name the days of the filters; as offsets into it. */
  readonly days: readonly Span[];
  /** Outlets that are asked for their reports, and of which the corpus has none. */
  readonly missing: readonly string[];
  /** The reports whose headline is asked, which alone answer it; none where it is no headline. */
  readonly reports: ReadonlySet<ArticleId>;
  /** The articles that alone may answer, since the question goes on from them; none where any may. */
  readonly within: ReadonlySet<ArticleId>;
  /** Articles that the conversation has just come from. */
  readonly boostedArticles: ReadonlySet<ArticleId>;
  /** Quotes that were shown before and are not wanted again, as `keyOf` has them. */
  readonly exclude: ReadonlySet<string>;
  readonly library: Library;
  /** The language of the articles that may answer; null where any may. */
  readonly textLang: 'zh' | 'en' | null;
  /** The user's own reader for this question; null where the built-in ranking alone chooses. */
  readonly reader: (QuestionReader & Pick<ExternalReader, 'when'>) | null;
}

/** A question that an external reader is asked about. */
export type ReaderContext = QueryContext & { readonly reader: NonNullable<QueryContext['reader']> };

/** What every answer has, before anything is found. */
export const emptyAnswer = ({
  question,
  understood,
  resolved,
  applied,
  lang,
}: Pick<QueryContext, 'question' | 'understood' | 'resolved' | 'applied' | 'lang'>) => ({
  question: question.text,
  understood,
  resolved,
  confidence: 0,
  points: [],
  citations: [],
  nearest: [],
  unmatched: [],
  filters: applied.filters,
  lang,
});

/** To three places: more say nothing. */
export const rounded = (probability: number): number => Math.round(probability * 1000) / 1000;

const MOST = 100;

/** How many points an answer, or an outlet of a comparison, has where nobody says otherwise. */
export const POINTS = 3;

/** How many of something are wanted, at the most 100. */
export const limitOf = ({ limit }: Question, usual: number): number => Math.min(MOST, Math.max(1, limit ?? usual));

/** How many of what is wanted were shown before. */
export const offsetOf = ({ offset }: Question): number => Math.max(0, Math.trunc(offset ?? 0));

/** The longest question that is looked up, in UTF-16 units; a longer one is a document, not a question. */
export const QUESTION_LIMIT = 1_000;

/** Why a question cannot be looked up; null where it can. `text` is the question without what nobody sees. */
export function rejectionOf(text: string): RejectionReason | null {
  if (text === '') return { code: 'empty' };
  if (text.length > QUESTION_LIMIT) return { code: 'too-long', length: text.length, limit: QUESTION_LIMIT };
  if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'no-words' };
  return null;
}

/** A question that is not looked up, with the reason. */
export const rejected = (reason: RejectionReason, question: Question, lang: InterfaceLang): Rejected => ({
  ...emptyAnswer({
    question,
    understood: null,
    resolved: question,
    applied: { ...EVERYWHERE, filters: NO_FILTERS },
    lang,
  }),
  kind: 'rejected',
  reason,
});
