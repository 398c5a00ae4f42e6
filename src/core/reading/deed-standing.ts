import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { type AskedDeed, attendanceIn, deedWords } from '../question/deed.ts';
import { expectedSpans } from '../question/wanted.ts';
import { personSpans } from '../question/wanted-words.ts';
import { anyOf, langTable } from '../text/lang-data.ts';
import { hasHan } from '../text/script.ts';
import { type SentenceView, shareWhere, union } from './features/sentence-view.ts';
import type { WeightedQuestion } from './weigh-question.ts';

interface DeedQuestion {
  readonly question: WeightedQuestion;
  readonly deed: AskedDeed;
  readonly names: Gazetteer;
}

/**
 * How a sentence fills the deed that is asked for: it tells of it, with what is wanted; it tells of it without; or not at all.
 */
type DeedStanding = 'told' | 'bare' | 'none';

/** How a sentence stands to the deed that a question asks for; `none` where it asks for none. */
export function deedStanding(question: WeightedQuestion, view: SentenceView, names: Gazetteer): DeedStanding {
  const { deed } = question.parsed.frame;
  if (deed === null) return 'none';
  const asked = { question, deed, names };
  return deed.kind === 'go' ? goingStanding(asked, view) : attendStanding(asked, view);
}

// In UTF-16 units: 訪問「北洲首府」白汀.
const BEFORE_GOAL = { zh: 8, en: 24 };
const GOING = {
  zh: new RegExp(`(?:${deedWords('go', 'zh')})[^，。；：？！、,;:?!]{0,${BEFORE_GOAL.zh}}$`),
  en: new RegExp(`(?:${deedWords('go', 'en')})[^,.;:?!]{0,${BEFORE_GOAL.en}}$`),
};
// So much of who goes has to be there.
const WHO = 0.6;

function goingStanding({ question, deed, names }: DeedQuestion, view: SentenceView): DeedStanding {
  const { parsed, weights } = question;
  const goal = deed.goal;
  if (goal === null) return 'none';
  const isGoal = (t: number): boolean =>
    (parsed.terms[t]?.start ?? 0) < goal.end && (parsed.terms[t]?.end ?? 0) > goal.start;
  if (!goesTo(view, isGoal, parsed.folded.slice(goal.start, goal.end))) return 'none';
  const others = [...deed.verbs, goal, parsed.answerType];
  const who = weights.map((weight, t) => (isOutside(question, others, t) ? weight : 0));
  const previous = view.passage.sentences[view.position - 1]?.held ?? [];
  const held = union(weights.length, [view.held, previous]);
  if (who.some((weight) => weight > 0) && shareWhere(who, (t) => held[t] === 1) < WHO) return 'none';
  return expectedSpans(parsed, view.folded, { names, original: view.original }).length > 0 ? 'told' : 'bare';
}

// Whether a term, no number or noun of what is wanted, stands outside some parts of the question.
function isOutside({ parsed: { terms } }: WeightedQuestion, parts: readonly (Span | null)[], t: number): boolean {
  const term = terms[t];
  if (term === undefined || term.number !== null || term.isFocus === true) return false;
  return parts.every((part) => part === null || term.end <= part.start || term.start >= part.end);
}

function goesTo({ folded, matches }: SentenceView, isGoal: (term: number) => boolean, goal: string): boolean {
  const lang = hasHan(folded) ? 'zh' : 'en';
  const stands = matches.some(({ term, start }) => isGoal(term) && GOING[lang].test(folded.slice(0, start)));
  return stands || shortForms(goal).some((short) => SHORT_GOING.test(folded) && folded.search(toShort(short)) >= 0);
}

const SHORT = [...langTable('zh/short-countries')];
const shortForms = (goal: string): string[] => SHORT.flatMap(([name, short]) => (goal.includes(name) ? [short] : []));
const VERBS_BEFORE_SHORT = deedWords('go', 'zh');
const SHORT_GOING = new RegExp(`(?:${VERBS_BEFORE_SHORT})[${SHORT.map(([, short]) => short).join('')}]`);
const toShort = (short: string): RegExp => new RegExp(`(?:${VERBS_BEFORE_SHORT})${anyOf([short])}`);

// So much of what somebody takes part in has to be told of by the passage, the headline or the lead.
const EVENT = 0.7;

function attendStanding({ question, deed, names }: DeedQuestion, view: SentenceView): DeedStanding {
  const told = attendanceIn(view.folded).filter(({ isDenied }) => isDenied === deed.isDenied);
  if (told.length === 0 || shareOfDeed(question, view) < EVENT) return 'none';
  // Who was not there may be anybody: 「漁會無人出席」.
  if (deed.isDenied) return 'told';
  const { folded, original } = view;
  const people = personSpans({ folded, original, names }).filter(
    ({ start, end }) => !question.parsed.folded.includes(folded.slice(start, end)),
  );
  return people.length > 0 ? 'told' : 'bare';
}

/**
 * How much of what a question names beside its deed a sentence has, as a share of its weight: who goes where, with the headline; what
 * somebody takes part in, with the passage, the headline and the lead. 1 where the question names nothing.
 */
export function shareOfDeed(question: WeightedQuestion, { held, passage }: SentenceView): number {
  const { parsed, weights } = question;
  const { deed } = parsed.frame;
  const { title, lead } = passage.context;
  const around = union(weights.length, deed?.kind === 'go' ? [held, title] : [passage.held, title, lead]);
  const named = weights.map((weight, t) =>
    deed === null || isOutside(question, [...deed.verbs, parsed.answerType], t) ? weight : 0,
  );
  return named.some((weight) => weight > 0) ? shareWhere(named, (t) => around[t] === 1) : 1;
}
