import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Wanted } from './frame.ts';
import { ageSpans, countSpans, daySpans, durationSpans, percentSpans, sumSpans } from './wanted-figures.ts';
import { bodySpans, personSpans, placeSpans } from './wanted-names.ts';
import {
  definitionSpans,
  focusSpans,
  itemSpans,
  mannerSpans,
  nameSpans,
  reasonSpans,
  wordSpans,
} from './wanted-phrases.ts';

export { counts } from './wanted-figures.ts';

/** What the finders of answers have to know of a question. */
export interface WantedQuery {
  /** The question folded. */
  readonly folded: string;
  readonly wanted: Wanted | null;
  /** The noun of what is wanted, folded: 哪家「公司」; '' where there is none. */
  readonly focus: string;
  readonly terms: readonly QuestionTerm[];
}

/** A sentence in which an answer is looked for. */
export interface SearchedSentence {
  /** Folded; offsets of spans are into it. */
  readonly folded: string;
  /** Before folding, of the same length: capitals tell a name. */
  readonly original: string;
  readonly names: Gazetteer;
}

/**
 * The stretches of a sentence that could be what a question wants, from left to right, as far as their form shows it: names of
 * people for 誰, what counts its noun for 多少, a clause with a reason for 為甚麼. What the question says itself is none. Empty where
 * what is wanted has no form of its own.
 */
export function wantedSpans(question: WantedQuery, sentence: SearchedSentence): Span[] {
  const spans = spansOf(question, sentence).filter(
    ({ start, end }) => end > start && !question.folded.includes(sentence.folded.slice(start, end)),
  );
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function spansOf(question: WantedQuery, sentence: SearchedSentence): Span[] {
  switch (question.wanted) {
    case null:
    case 'yesno':
    case 'report':
      return [];
    case 'person':
      return personSpans(sentence);
    case 'body':
      return bodySpans(sentence);
    case 'outlet':
      return bodySpans(sentence);
    case 'place':
      return placeSpans(sentence);
    case 'day':
      return daySpans(sentence);
    case 'duration':
      return durationSpans(sentence);
    case 'count':
      return countSpans(question, sentence);
    case 'sum':
      return sumSpans(sentence);
    case 'percent':
      return percentSpans(sentence);
    case 'age':
      return ageSpans(sentence);
    case 'reason':
      return reasonSpans(sentence);
    case 'manner':
      return mannerSpans(sentence);
    case 'items':
      return itemSpans(sentence);
    case 'name':
      return nameSpans(sentence);
    case 'words':
      return wordSpans(sentence);
    case 'definition':
      return definitionSpans(sentence);
    case 'thing':
      return focusSpans(question, sentence);
  }
}
