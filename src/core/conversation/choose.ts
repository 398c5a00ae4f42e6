import type { Answer } from '../answer/answer.ts';
import { createMatcher, type Matcher } from '../answer/evidence.ts';
import type { ParsedQuestion, QuestionTerm } from '../question/parse-question.ts';
import type { NameBook } from '../text/names.ts';
import type { Dependence } from './dependence.ts';
import type { Reading } from './readings.ts';

/** A way to understand a question, with the answer to it. */
interface Read {
  readonly reading: Reading;
  readonly answer: Answer;
}

interface ChoosingOptions {
  readonly dependence: Dependence;
  /** The question by itself. */
  readonly own: ParsedQuestion;
  readonly names: NameBook;
}

/**
 * Of the ways to understand a question the one whose answer is right: 「今天天氣怎樣？」 after talks is no question about the talks, and
 * one that is answered better by reports that the conversation has not come from lets go of it. `reads` stand in the order of `readingsOf`.
 */
export function choose<T extends Read>(reads: readonly T[], { dependence, own, names }: ChoosingOptions): T | null {
  const [leaning, alone] = reads;
  const telling = tellingOf(own, dependence);
  if (leaning === undefined || alone === undefined) return leaning ?? null;
  const matcher = createMatcher(own, names);
  // What is asked for stands in the best quote; whom it is asked of instead may be named by its headline, or say it.
  const read = ({ points: [best], citations }: Answer): string => {
    const title = citations.find(({ number }) => number === best?.citation)?.title ?? '';
    return dependence.kind === 'other' ? `${title}\n${best?.speaker ?? ''}\n${best?.quote ?? ''}` : (best?.quote ?? '');
  };
  const held = ({ answer }: Read): number => heldBy(read(answer), telling, matcher);
  const isHeld = (read: Read): boolean => telling.size === 0 || held(read) > 0;
  if (leaning.answer.kind !== 'answered' || alone.answer.kind !== 'answered') {
    if (leaning.answer.kind !== 'answered') return leaning.answer.kind === 'not-found' ? alone : leaning;
    return alone.answer.kind !== 'not-found' || isHeld(leaning) ? leaning : alone;
  }
  const [byLeaning, byAlone] = [held(leaning), held(alone)];
  if (dependence.kind === 'other') return byLeaning > 0 || byAlone === 0 ? leaning : alone;
  if (byLeaning !== byAlone) return byLeaning > byAlone ? leaning : alone;
  return continues(leaning) ? leaning : alone;
}

// The terms of a question that say what is asked for: whoever is named may well stand in another sentence. Of 「咁香港呢」 the one that
// stands in the place of another.
function tellingOf({ terms }: ParsedQuestion, { kind, start, end }: Dependence): ReadonlySet<number> {
  const isTelling = (term: QuestionTerm): boolean =>
    kind === 'other' ? term.start >= start && term.end <= end : term.name === null || term.name.kind === 'word';
  return new Set(terms.flatMap((term, t) => (isTelling(term) ? [t] : [])));
}

// How many of the telling terms stand in a text.
function heldBy(text: string, telling: ReadonlySet<number>, matcher: Matcher): number {
  const held = new Set(matcher.matches(text).map(({ term }) => term));
  return [...held].filter((term) => telling.has(term)).length;
}

// Whether an answer stands in the reports that the conversation has come from.
function continues({ reading, answer }: Read): boolean {
  const [first] = answer.citations;
  return reading.familiar.size === 0 || (first !== undefined && reading.familiar.has(first.articleId));
}
