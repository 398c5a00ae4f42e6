import type { Span } from '../model/span.ts';
import type { SearchedSentence, WantedQuery } from './wanted-query.ts';
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

export type { SearchedSentence, WantedQuery } from './wanted-query.ts';
export { counts } from './wanted-figures.ts';

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
      return daySpans(question, sentence);
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
