import type { PassageIndex } from '../index/passage-index.ts';
import { indexedBigrams, isIndexable, termFrequency } from '../index/terms.ts';
import { anyEnglishWord, anyOf, langTable, langWords } from '../text/lang-data.ts';
import { bigramUnits, foldScript, isCjk } from '../text/script.ts';
import { segmentsOf } from '../text/sentences.ts';
import { scanDates } from '../dates/scan.ts';
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

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));

const UNITS = langTable('zh/calendar-units');
const DAYS_AND_MORE: ReadonlySet<string> = new Set(['year', 'month', 'day']);

// Whether all bigrams of a word stand somewhere: 拘留 is in 錯誤拘留, which is looked for as another word.
function isWritten(word: string, index: PassageIndex): boolean {
  const bigrams = indexedBigrams(word);
  return bigrams.length > 0 && bigrams.every((bigram) => index.frequency(bigram) > 0);
}

/**
 * The words of a question, as the asker wrote them, of which the corpus holds no part; in order, each once. What stands in `except`,
 * offsets into the question, is none of them.
 */
export function unmatchedWords(question: ParsedQuestion, index: PassageIndex, except: readonly Span[] = []): string[] {
  const missing = new Uint8Array(question.text.length);
  const held = new Uint8Array(question.text.length);
  const whole: { start: number; end: number }[] = [];
  let any = false;
  const ignored = [...except, ...dateAndSpeechSpans(question.folded)];
  for (const one of question.terms) {
    const { term, start, end, isFocus } = one;
    if (isFocus === true) continue;
    if (ignored.some((span) => start >= span.start && end <= span.end)) continue;
    // Of these an index cannot say whether the corpus holds them: single characters, bigrams with a function word, and days, which
    // may be days of publication.
    const day = one.number !== null && DAYS_AND_MORE.has(UNITS.get(one.number.unit) ?? '');
    const unknowable =
      day ||
      one.across?.some(({ form }) => form.length === 1) === true ||
      (typeof term === 'number' ? !isIndexable(...bigramUnits(term)) : isCjk(term.charCodeAt(0)));
    if (unknowable) continue;
    const known = termFrequency(index, one) > 0 || isWritten(question.folded.slice(start, end), index);
    // A name, a phrase or a Latin word is missing as a whole: 美国国防部, of which 美国 may well be held.
    if (!known && typeof term !== 'number') {
      whole.push({ start, end });
      continue;
    }
    if (!known) any = true;
    (known ? held : missing).fill(1, start, end);
  }
  const words = whole.map(({ start, end }) => question.text.slice(start, end));
  if (!any) return [...new Set(words)];
  let open = '';
  let longest = 0;
  const close = (): void => {
    // One character of an unknown bigram may well stand in another: 场 of 停车场, where the corpus has 现场.
    // Single characters in a row are the ends of other words, 「一嚿有」, unless a surname opens them.
    const isWord = longest > 1 || SURNAMES.has(foldScript(open.charAt(0)));
    const tells = (open.length > 1 && isWord) || (open !== '' && !isCjk(open.charCodeAt(0)));
    if (tells && !words.includes(open)) words.push(open);
    open = '';
    longest = 0;
  };
  for (const { segment, index: start } of segmentsOf(question.text)) {
    const units = Array.from({ length: segment.length }, (_, i) => start + i);
    // Words that follow one another are one name that the segmenter does not know: 比特 + 币.
    if (units.every((i) => missing[i] === 1 && held[i] === 0)) {
      open += segment;
      longest = Math.max(longest, segment.length);
    } else close();
  }
  close();
  return words;
}

const TIME_OR_SPEECH_WORDS = new RegExp(
  `${anyOf(['zh/which-time', 'yue/which-time', 'zh/asked-speech-nouns'].flatMap((list) => langWords(list)))}|${anyEnglishWord(langWords('en/which-time'))}`,
  'g',
);

/**
 * Where a folded question says when (今年, 上次) or that it asks for words (講法): no report need have that, whatever it tells. As
 * offsets into it.
 */
const dateAndSpeechSpans = (folded: string): Span[] => [
  ...scanDates(folded),
  ...[...folded.matchAll(TIME_OR_SPEECH_WORDS)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })),
];
