import type { ArticleId } from '../model/article.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { FollowUp } from './follow-up.ts';
import { rewrite } from './rewrite.ts';
import type { Turn } from './turn.ts';

/** One way to understand a question after the turn before it. */
export interface Interpretation {
  /** The whole question. */
  readonly text: string;
  /** The turn that it goes on from; null where it stands by itself. */
  readonly from: Turn | null;
  /** Articles that the conversation has just come from. */
  readonly familiar: ReadonlySet<ArticleId>;
}

const NOTHING_FAMILIAR: ReadonlySet<ArticleId> = new Set();

/**
 * The ways to understand a question, the likelier first; which is right their answers show (`choose`). None at all where it leans on
 * something that was never said.
 */
export function interpretationsOf(
  question: ParsedQuestion,
  followUp: FollowUp,
  turn: Turn | null,
): readonly Interpretation[] {
  const alone: Interpretation = { text: question.text, from: null, familiar: NOTHING_FAMILIAR };
  const saysNothing =
    followUp.kind === 'ellipsis' ||
    followUp.kind === 'more' ||
    followUp.kind === 'repeat' ||
    (followUp.kind === 'pronoun' && question.terms.every(isOnlyPronoun(followUp)));
  if (turn === null) return saysNothing ? [] : [alone];
  const near: Interpretation = { ...alone, familiar: isAbout(question, turn) ? turn.cited : NOTHING_FAMILIAR };
  if (followUp.kind === 'none') return [near];
  const leaning: Interpretation = { text: rewrite(question, followUp, turn), from: turn, familiar: turn.cited };
  // Without those for whom its pronoun stands a question would be another one.
  const leansWhole = saysNothing || followUp.kind === 'refilter' || followUp.kind === 'pronoun';
  return leansWhole ? [leaning] : [leaning, near];
}

const isOnlyPronoun =
  ({ start, end }: FollowUp) =>
  (term: { readonly start: number; readonly end: number }): boolean =>
    term.start < end && term.end > start;

// Whoever names the same people, bodies or places goes on about them; anything else is another matter, and lets go.
function isAbout({ terms }: ParsedQuestion, { parsed }: Turn): boolean {
  const before = new Set(parsed.terms.flatMap(({ name }) => (name === null || name.kind === 'word' ? [] : [name.id])));
  return terms.some(({ name }) => name !== null && before.has(name.id));
}
