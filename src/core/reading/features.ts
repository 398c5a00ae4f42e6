import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Passage } from '../index/passages.ts';
import type { Matcher } from './matched-terms.ts';

/** A question with what each of its terms tells. */
export interface WeightedQuestion {
  readonly parsed: ParsedQuestion;
  readonly matcher: Matcher;
  /** Parallel to `parsed.terms`; positive. */
  readonly weights: readonly number[];
  /** Parallel to `parsed.units`; positive. */
  readonly unitWeights: readonly number[];
  /** The runs of three and of four characters that its terms make: what two wordings of one thing have in common. */
  readonly trigrams: readonly string[];
  readonly fourgrams: readonly string[];
}

/** What a sentence shows of being the answer, in the order of `SENTENCE_FEATURES`. */
export const SENTENCE_FEATURES = [
  'coverage', // share of the question's weight that the sentence holds
  'rarity', // the same, where a term counts more the fewer sentences of the passage hold it
  'units', // share of the question's characters
  'offTitle', // coverage by terms that the headline does not hold
  'offLead', // coverage by terms that neither the headline nor the passage's first sentence holds
  'inContext', // coverage by the sentence, the one before it and the headline together
  'withPrevious', // what the sentence before adds to the coverage
  'withNext', // what the sentence behind adds
  'nearCue', // coverage where terms count more the nearer they stand to the question word
  'focus', // the noun behind the question word
  'clause', // the best clause's coverage
  'run', // the longest stretch of the question that stands here unbroken, as a share of it
  'trigrams', // share of the question's runs of three characters
  'expected', // something of the form that the question asks for
  'expectedMissing', // nothing of that form, though the question has one
  'expectedNear', // how close that something stands to the question's terms
  'counts', // a number of what is asked about
  'quantityMissing', // no number, though the question asks for one
  'novelty', // logarithm of the characters that are not the question's own
  'brevity', // logarithm of the length
  'first', // the passage's first sentence
  'allNames', // share of the question's names
  'allNumbers', // share of the question's numbers
  'question', // the sentence asks something itself
  'speaker', // where that is asked: whoever the question is about says it (1), said the sentence before (0.5), another (-1), nobody (0)
  'statement', // the same, where the question asks for what somebody said
] as const;

/** What a passage shows of holding the answer, in the order of `PASSAGE_FEATURES`. */
export const PASSAGE_FEATURES = [
  'score', // the index's score as a share of the best one's
  'coverage',
  'units',
  'withTitle', // coverage by passage and headline together
  'withLead', // coverage by passage, headline and the article's first sentences
  'title', // coverage by the headline alone
  'bestSentence', // the best sentence's coverage
  'bestWithTitle', // the same with the headline
  'bestRarity', // the best sentence's coverage by rare terms
  'run', // the longest stretch of the question
  'trigrams', // share of the question's runs of three characters
  'fourgrams', // and of four
  'twoSentences', // the best coverage by two sentences in a row
  'heaviest', // share of the three heaviest terms' weight
  'expected', // the best sentence holds something of the expected form
  'nearCue',
  'names',
  'numbers',
  'length', // logarithm of the length
  'first', // the article's first passage
] as const;

export interface SentenceEvidence {
  readonly start: number;
  readonly end: number;
  readonly features: Float64Array;
  /** Which of the question's terms the sentence holds: 1 where it does. */
  readonly held: Uint8Array;
}

export interface PassageEvidence {
  readonly passage: Passage;
  readonly features: Float64Array;
  readonly sentences: readonly SentenceEvidence[];
  /** Which of the question's terms the passage, its headline or its context hold: 1 where it does. */
  readonly held: Uint8Array;
}

/** What an article's headline and first sentences hold of the question: 1 where they do, parallel to the terms. */
export interface ArticleContext {
  readonly title: Uint8Array;
  readonly lead: Uint8Array;
}
