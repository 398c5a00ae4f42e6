import type { Answer } from '../model/answer.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { createMatcher } from '../reading/weigh-question.ts';
import { foldScript, hasHan } from '../text/script.ts';
import type { Turn } from './conversations.ts';
import { lacksMatter, namesOtherSide, saysNothing, takesUp, type FollowUp } from './follow-up.ts';
import { heldBy, isAskedAgain, tellingOf, type Interpretation } from './interpretations.ts';
import { rewrite, standsFor, type Before } from './rewrite.ts';

/** A question, and what the conversation is about that it goes on with. */
export interface Talk {
  readonly question: ParsedQuestion;
  /** The question without its filters. */
  readonly own: ParsedQuestion;
  readonly followUp: FollowUp;
  readonly before: Before;
  readonly names: Gazetteer;
  /** What the last answer rests on: its reports, and those of the same events. */
  readonly reports: readonly Article[];
}

const LEANS: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>([
  'ellipsis',
  'pronoun',
  'substitution',
  'underspecified',
]);

/** Whether a question leans on the turn before, and names no subject of which the reports that are talked of have no word. */
export function staysWithin(talk: Talk): boolean {
  const { question, followUp, before, reports } = talk;
  const { kind, start, end } = followUp;
  if (!LEANS.has(kind) || reports.length === 0) return false;
  // Who asks the same once more, of all outlets perhaps, goes on from nothing.
  if (isAskedAgain(question, before.turn)) return false;
  const isOfOthers = before.turn.as !== 'answer' || namesOtherSide(question.folded.slice(start, end));
  if (kind === 'substitution' && isOfOthers) return false;
  const held = heldByReports(talk);
  return namesNoOther(talk, held) && !isAnotherMatter(talk, held);
}

// The terms of a question that stand in the reports.
function heldByReports({ question, names, reports }: Talk): ReadonlySet<number> {
  const matcher = createMatcher(question, names);
  return new Set(reports.flatMap(({ title, text }) => matcher.matches(`${title}\n${text}`).map(({ term }) => term)));
}

const isName = ({ name }: QuestionTerm): boolean => name !== null && name.kind !== 'word';

function namesNoOther({ question, reports }: Talk, held: ReadonlySet<number>): boolean {
  const { terms, unknownNames, folded } = question;
  const isWritten = ({ start, end }: Span): boolean =>
    reports.some(({ title, text }) => foldScript(`${title}\n${text}`).includes(folded.slice(start, end)));
  return terms.every((term, t) => !isName(term) || held.has(t)) && unknownNames.every(isWritten);
}

// Words that none of the reports has are another subject where they are so many characters, or two words apart, though nobody is named. What
// stands in the place of another subject is one at once (「那鯨魚呢？」).
const LONG = 4;

function isAnotherMatter({ question, followUp }: Talk, held: ReadonlySet<number>): boolean {
  const telling = [...tellingOf(question, followUp)];
  const unheld = telling.filter((t) => !held.has(t));
  return followUp.kind === 'substitution' ? unheld.length === telling.length : areMatter(question, unheld);
}

// Whether some terms of a question are a matter by themselves; two that overlap or touch are one word.
function areMatter({ terms, folded }: ParsedQuestion, some: readonly number[]): boolean {
  const runs: { end: number; length: number }[] = [];
  for (const t of some) {
    const { start = 0, end = 0 } = terms[t] ?? {};
    const last = runs.at(-1);
    const isNext = last !== undefined && start <= last.end && hasHan(folded.slice(start, end));
    if (!isNext) runs.push({ end, length: end - start });
    else if (end > last.end) runs[runs.length - 1] = { end, length: last.length + end - last.end };
  }
  return runs.length > 1 || runs.some(({ length, end }) => length >= LONG && hasHan(folded.slice(end - length, end)));
}

const idsOf = (reports: readonly Article[]): ReadonlySet<ArticleId> => new Set(reports.map(({ id }) => id));

/** The ways to ask a follow-up of the reports that are talked of: with what was said before, and by itself where it has words of its own. */
export function readingsWithin({ question, own, followUp, before, reports }: Talk): readonly Interpretation[] {
  const { turn } = before;
  const text = rewrite(question, followUp, before);
  const whole: Interpretation = { text, from: turn, boostedArticles: turn.cited, within: idsOf(reports) };
  // Without whoever a pronoun stands for, a question is about somebody else.
  const isPutIn = followUp.kind === 'pronoun' && standsFor(question, followUp, turn).length > 0;
  const hasMatter = !saysNothing(question, followUp) && !lacksMatter(own, followUp) && !isPutIn;
  return hasMatter ? [whole, { ...whole, sought: own }] : [whole];
}

/** A way to understand a question, with the answer to it and what is remembered of that. */
interface Read {
  readonly reading: Interpretation;
  readonly answer: Answer;
  readonly remembered: Turn | null;
}

/**
 * Of the ways to ask a follow-up of the reports that are talked of, the one whose answer has most of what is asked, which what was said before
 * is not; null where none has any of it.
 */
export function selectWithin<T extends Read>(reads: readonly T[], { own, followUp, names }: Talk): T | null {
  const telling = new Set(
    lacksMatter(own, followUp)
      ? []
      : [...tellingOf(own, followUp)].filter((t) => own.terms[t] === undefined || !takesUp(own, own.terms[t])),
  );
  const matcher = createMatcher(own, names);
  const measured = reads.flatMap((one) => {
    const { kind, points } = one.answer;
    const [best] = points;
    if (kind !== 'answered' || best === undefined) return [];
    const words = `${best.speaker ?? ''}\n${best.before?.quote ?? ''}\n${best.quote}`;
    return [{ one, held: heldBy(words, telling, matcher) }];
  });
  const [most] = measured.toSorted((a, b) => b.held - a.held);
  return most === undefined || (telling.size > 0 && most.held === 0) ? null : most.one;
}

/** How to ask the reports that are talked of what says all that it needs, and names only what they name; null where it does not. */
export function readingOfReports(talk: Talk): Interpretation | null {
  const { question, followUp, reports, before } = talk;
  if (followUp.kind !== 'none' || reports.length === 0 || !question.terms.some(isName)) return null;
  if (!namesNoOther(talk, heldByReports(talk))) return null;
  return { text: question.text, from: null, boostedArticles: before.turn.cited, within: idsOf(reports) };
}

/** Whether what the reports that are talked of answer is likelier than what all there are do, which do not answer from those. */
export const isLikelierWithin = ({ answer: within }: Read, { answer }: Read, talk: Talk): boolean =>
  within.kind === 'answered' &&
  (answer.kind !== 'answered' || (within.confidence >= answer.confidence && !isOfReports(answer, talk)));

const isOfReports = ({ citations: [first] }: Answer, { reports }: Talk): boolean =>
  first !== undefined && reports.some(({ id }) => id === first.articleId);

// Who leaves what is talked of, and names no other subject, has to ask of a matter, and be answered so surely.
const SURELY = 0.9;

/** Whether nothing but chance words of a follow-up leads to an answer: it is of other reports, and not of anybody named. */
export function isFromElsewhere({ reading, answer, remembered }: Read, talk: Talk): boolean {
  const { own, followUp } = talk;
  if (answer.kind !== 'answered' || isOfReports(answer, talk)) return false;
  if (answer.confidence >= SURELY && areMatter(own, [...tellingOf(own, followUp)])) return false;
  return reading.from === null || remembered === null || !remembered.parsed.terms.some(isName);
}
