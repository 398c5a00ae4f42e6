import type { OutletDirectory } from '../corpus/metadata/outlets.ts';
import type { Library } from '../index/library.ts';
import { filtersInQuestion, type FiltersInQuestion } from './filters/filters-in-question.ts';
import { isUnfiltered, NO_FILTERS, facetsOf } from './filters/given-filters.ts';
import { acrossLanguages } from './across.ts';
import { intentOf, withoutComparing, withoutListingWords } from './intent.ts';
import { parseQuestion, type ParsedQuestion } from './parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { mendSpelling } from './spelling.ts';
import type { AskedKind } from '../model/question.ts';

/** What a question was taken for: what is looked for, where, and what kind of answer is wanted. */
export interface Understood {
  readonly parsed: ParsedQuestion;
  readonly as: AskedKind;
  readonly asked: FiltersInQuestion;
  /** Whether the question names nothing but what narrows. */
  readonly onlyNarrows: boolean;
}

interface UnderstandOptions {
  readonly outlets: OutletDirectory;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The kind that was chosen by other means than words. */
  readonly as: AskedKind | undefined;
  /** Whether words that narrow are to be looked for instead. */
  readonly anywhere: boolean;
}

/** Reads a question. One that is nothing but an outlet's name is about the outlet, unless its articles are asked for. */
export function understand(text: string, library: Library, options: UnderstandOptions): Understood {
  const { articles } = library;
  const parse = (words: string): ParsedQuestion => parseIn(library, words);
  const kind = options.as === undefined ? intentOf(text) : { as: options.as, rest: text };
  const everything: FiltersInQuestion = {
    filters: NO_FILTERS,
    outlets: [],
    missing: [],
    ofEvent: false,
    days: [],
    rest: text,
    fault: null,
  };
  if (options.anywhere) return { parsed: parse(text), as: kind.as, asked: everything, onlyNarrows: false };
  const { outlets: directory, today } = options;
  const asked = filtersInQuestion(text, kind.rest, { holdings: facetsOf(articles), directory, today, as: kind.as });
  const parsed = parse(asked.rest);
  const isOfDays = ({ start, end }: QuestionTerm): boolean =>
    asked.days.some((day) => start >= day.start && end <= day.end);
  const unlisted = withoutListingWords(asked.rest);
  const listed = (unlisted === asked.rest ? parsed : parse(unlisted)).terms.filter((term) => !isOfDays(term));
  // 「河畔日報2023年的報道」 names nothing else either.
  const subject = listed.length === 0 ? [] : parsed.terms.filter((term) => !isOfDays(term));
  const onlyNarrows = subject.length === 0 && !isUnfiltered(asked.filters);
  const understood = { parsed, asked, onlyNarrows };
  const outlets = asked.filters.outlet === null ? asked.outlets.length : 1;
  if (outlets + asked.missing.length > 1 && kind.as === 'answer')
    return { ...understood, parsed: parse(withoutComparing(asked.rest)), as: 'comparison' };
  if (subject.length > 0 && kind.as === 'listing')
    return { ...understood, parsed: { ...parsed, terms: subject }, asked: { ...asked, ofEvent: false }, as: 'listing' };
  if (subject.length > 0 || (kind.as !== 'answer' && kind.as !== 'listing')) return { ...understood, as: kind.as };
  // 「眾新聞 2021年」, "RFA in June 2023": nothing but narrowing asks for what there is; an outlet's name alone is a subject.
  const { outlet, ...more } = asked.filters;
  if (kind.as === 'listing' || !isUnfiltered({ ...more, outlet: null })) {
    return {
      parsed: { ...parsed, terms: subject },
      asked: { ...asked, ofEvent: false },
      as: 'listing',
      onlyNarrows,
    };
  }
  return outlet === null
    ? { ...understood, as: 'answer' }
    : { parsed: parse(text), as: 'answer', asked: everything, onlyNarrows };
}

/**
 * Takes a question apart; words of it that are nearly words of the corpus are read as those. Of a corpus in one language alone it may be
 * asked in the other.
 */
export function parseIn({ names, index, languages }: Library, text: string): ParsedQuestion {
  const parsed = mendSpelling(parseQuestion(text, names), names, index);
  return languages.chinese === languages.english ? parsed : acrossLanguages(parsed, languages, index);
}
