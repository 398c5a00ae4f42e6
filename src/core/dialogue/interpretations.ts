import type { ArticleId } from '../model/article.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { lacksMatter, namesOtherSide, saysNothing, type FollowUp } from './follow-up.ts';
import { asksAnotherCountry, namesSeveral, rewrite, type Before } from './rewrite.ts';
import type { Turn } from './conversations.ts';
import type { Answer } from '../model/answer.ts';
import { createMatcher, type Matcher } from '../reading/weigh-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';

/** One way to understand a question after the turn before it. */
export interface Interpretation {
  /** The whole question. */
  readonly text: string;
  /** The turn that it goes on from; null where it stands by itself. */
  readonly from: Turn | null;
  /** Articles that the conversation has just come from. */
  readonly boostedArticles: ReadonlySet<ArticleId>;
  /** The articles that alone may answer; left out where any may. */
  readonly within?: ReadonlySet<ArticleId>;
  /** What is looked for, where that is less than the whole question. */
  readonly sought?: ParsedQuestion;
}

const NO_BOOST: ReadonlySet<ArticleId> = new Set();

/** The ways to understand a question after the turn before it, the likelier first; which is right their answers show (`selectInterpretation`). */
export function interpretationsOf(
  question: ParsedQuestion,
  followUp: FollowUp,
  before: Before,
): readonly [Interpretation, Interpretation?] {
  const { turn } = before;
  const near: Interpretation = {
    text: question.text,
    from: null,
    boostedArticles: isAbout(question, turn) || namesNobody(question, followUp) ? turn.cited : NO_BOOST,
  };
  if (followUp.kind === 'none') return [near];
  if (isAskedAgain(question, turn))
    return [
      turn.parsed.folded === question.folded ? near : { text: turn.parsed.text, from: turn, boostedArticles: NO_BOOST },
    ];
  const inContext: Interpretation = {
    text: rewrite(question, followUp, before),
    from: turn,
    boostedArticles: turn.cited,
  };
  // Without those for whom its pronoun stands a question would be another one; 「雙方」 may be two whom the reports alone name.
  const isOfOthers = followUp.of === 'people' && !namesSeveral(turn);
  const isWholeInContext =
    saysNothing(question, followUp) ||
    asksAnotherCountry(question, followUp, before) ||
    (followUp.kind === 'substitution' && namesOtherSide(question.folded.slice(followUp.start, followUp.end))) ||
    followUp.kind === 'refilter' ||
    (followUp.kind === 'pronoun' && !isOfOthers);
  return isWholeInContext ? [inContext] : [inContext, near];
}

/** Whether a question is the one before once more, which may have been put behind what was said before that. It is understood as it was. */
export const isAskedAgain = ({ folded }: Pick<ParsedQuestion, 'folded'>, { parsed }: Turn): boolean =>
  parsed.folded.endsWith(folded);

// 「幾時停課？」, "Who sued?" after reports on that: where it names nobody and no place, those reports are likelier.
const namesNobody = ({ terms }: ParsedQuestion, { kind }: FollowUp): boolean =>
  kind === 'underspecified' && terms.every(({ name }) => name === null || name.kind === 'word');

// Whoever names the same people, bodies or places goes on about them; anything else is another matter, and lets go.
function isAbout({ terms }: ParsedQuestion, { parsed }: Turn): boolean {
  const before = new Set(parsed.terms.flatMap(({ name }) => (name === null || name.kind === 'word' ? [] : [name.id])));
  return terms.some(({ name }) => name !== null && before.has(name.id));
}

/** A way to understand a question, with the answer to it. */
interface Read {
  readonly reading: Interpretation;
  readonly answer: Answer;
}

interface ChoosingOptions {
  readonly followUp: FollowUp;
  /** The question by itself. */
  readonly own: ParsedQuestion;
  readonly names: Gazetteer;
}

/** What was chosen, and whether its answer is one: what somebody said of another subject is none. */
interface Choice<T> {
  readonly chosen: T;
  readonly answers: boolean;
}

/**
 * Of the ways to understand a question the one whose answer is right: 「今天天氣怎樣？」 after talks is no question about the talks, and
 * one that is answered better by reports that the conversation has not come from lets go of it. Those read are the one or two of
 * `interpretationsOf`, in that order.
 */
export function selectInterpretation<T extends Read>(
  [inContext, alone]: readonly [T, T?],
  { followUp, own, names }: ChoosingOptions,
): Choice<T> {
  const telling = tellingOf(own, followUp);
  const take = (chosen: T, answers = true): Choice<T> => ({ chosen, answers });
  if (alone === undefined) return take(inContext);
  // By itself it asks nothing: what other reports have of it is another matter.
  if (lacksMatter(own, followUp) && (inContext.answer.kind === 'answered' || !staysWith(alone, inContext)))
    return take(inContext);
  const matcher = createMatcher(own, names);
  // What is asked for stands in the best quote; whom it is asked of instead may be named by its headline, or say it.
  const read = ({ points: [best], citations }: Answer): string => {
    const title = citations.find(({ number }) => number === best?.citation)?.title ?? '';
    return followUp.kind === 'substitution'
      ? `${title}\n${best?.speaker ?? ''}\n${best?.quote ?? ''}`
      : (best?.quote ?? '');
  };
  const held = ({ answer }: Read): number =>
    heldBy(read(answer), telling, matcher) + (speaksForAny(answer, telling, { own, names }) ? 1 : 0);
  const isHeld = (read: Read): boolean => telling.size === 0 || held(read) > 0;
  if (inContext.answer.kind !== 'answered' || alone.answer.kind !== 'answered') {
    if (inContext.answer.kind !== 'answered') {
      const isOnlyTheirs = followUp.kind === 'substitution' && wantsWords(inContext);
      return take(inContext.answer.kind === 'not-found' && !isOnlyTheirs ? alone : inContext);
    }
    return take(alone.answer.kind !== 'not-found' || isHeld(inContext) ? inContext : alone);
  }
  const [byContext, byAlone] = [held(inContext), held(alone)];
  if (followUp.kind === 'substitution') {
    if (byContext > 0 || byAlone === 0) return take(inContext);
    return wantsWords(inContext) ? take(inContext, false) : take(alone);
  }
  if (byContext !== byAlone) return take(byContext > byAlone ? inContext : alone);
  return take(continues(inContext) ? inContext : alone);
}

// 「秦剛怎樣說台灣？」 「那新疆呢？」: what others say of it was not asked.
const wantsWords = ({ reading }: Read): boolean => reading.from?.parsed.wants === 'statement';

// The terms of a question that say what is asked for: whoever is named may well stand in another sentence. Of 「咁香港呢」 the one that
// stands in the place of another.
export function tellingOf({ terms }: ParsedQuestion, { kind, start, end }: FollowUp): ReadonlySet<number> {
  const isTelling = (term: QuestionTerm): boolean =>
    kind === 'substitution' ? term.start >= start && term.end <= end : term.name === null || term.name.kind === 'word';
  return new Set(terms.flatMap((term, t) => (isTelling(term) ? [t] : [])));
}

// Whether the best quote is said by somebody who speaks for one of the telling terms: of 「美國呢？」 a minister of theirs.
function speaksForAny(
  { points: [best] }: Answer,
  telling: ReadonlySet<number>,
  { own, names }: Pick<ChoosingOptions, 'own' | 'names'>,
): boolean {
  const speaker = best?.speaker ?? null;
  if (speaker === null) return false;
  const affiliates = [...telling].flatMap((t) => own.terms[t]?.name ?? []).flatMap((name) => names.affiliates(name));
  return (
    affiliates.length > 0 && names.mentions(foldScript(speaker), speaker).some(({ name }) => affiliates.includes(name))
  );
}

// How many of the telling terms stand in a text.
export function heldBy(text: string, telling: ReadonlySet<number>, matcher: Matcher): number {
  const held = new Set(matcher.matches(text).map(({ term }) => term));
  return [...held].filter((term) => telling.has(term)).length;
}

const staysWith = ({ answer }: Read, { reading }: Read): boolean => continues({ reading, answer });

// Whether an answer stands in the reports that the conversation has come from.
function continues({ reading, answer }: Read): boolean {
  const [first] = answer.citations;
  return reading.boostedArticles.size === 0 || (first !== undefined && reading.boostedArticles.has(first.articleId));
}
