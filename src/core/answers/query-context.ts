import type { ArticleId } from '../model/article.ts';
import type { Library } from '../index/library.ts';
import type { AppliedFilters } from '../question/filters/filters.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Span } from '../model/span.ts';
import type { Headline } from '../model/answer.ts';
import type { InterfaceLang, Question } from '../model/question.ts';
import { headlineOf, withoutCopies } from './citations.ts';
import type { OwnReader, Reader } from '../reading/reader.ts';
import type { RankedSentence } from '../reading/ranking.ts';

/** A question that was understood, and what it is asked of. */
export interface QueryContext {
  readonly question: Question;
  readonly lang: InterfaceLang;
  /** The whole question that a follow-up stands for; null where it stands by itself. */
  readonly understood: string | null;
  /** The question as it was understood: asked outside of any conversation, it is answered alike. */
  readonly resolved: Question;
  readonly parsed: ParsedQuestion;
  readonly narrowing: AppliedFilters;
  /** Where the question's words name the days of the narrowing; as offsets into it. */
  readonly days: readonly Span[];
  /** Outlets that are asked for their reports, and of which the corpus has none. */
  readonly missing: readonly string[];
  /** Articles that the conversation has just come from. */
  readonly boostedArticles: ReadonlySet<ArticleId>;
  /** Quotes that were shown before and are not wanted again, as `keyOf` has them. */
  readonly exclude: ReadonlySet<string>;
  readonly library: Library;
  /** The user's own reader for this question; null where the built-in ranking alone chooses. */
  readonly reader: { readonly read: Reader; readonly when: OwnReader['when'] } | null;
}

/** What every answer has, before anything is found. */
export const emptyAnswer = ({
  question,
  understood,
  resolved,
  narrowing,
  lang,
}: Pick<QueryContext, 'question' | 'understood' | 'resolved' | 'narrowing' | 'lang'>) => ({
  question: question.text,
  understood,
  resolved,
  confidence: 0,
  points: [],
  citations: [],
  nearest: [],
  unmatched: [],
  filters: narrowing.filters,
  lang,
});

/** To three places: more say nothing. */
export const rounded = (probability: number): number => Math.round(probability * 1000) / 1000;

const MOST = 100;

/** How many of something are wanted, at the most 100. */
export const limitOf = ({ limit }: Question, usual: number): number => Math.min(MOST, Math.max(1, limit ?? usual));

/** How many of what is wanted were shown before. */
export const offsetOf = ({ offset }: Question): number => Math.max(0, Math.trunc(offset ?? 0));

const NEAREST = 3;

/** The articles of the best sentences, each once. */
export function nearestOf(ranked: readonly RankedSentence[]): Headline[] {
  const articles = new Set(ranked.map(({ sentence }) => sentence.passage.passage.article));
  return withoutCopies([...articles])
    .slice(0, NEAREST)
    .map(headlineOf);
}
