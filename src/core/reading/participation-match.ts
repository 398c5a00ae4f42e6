import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { ASPECT } from '../question/speech-acts/in-chinese.ts';
import { type AskedParticipation, attendanceIn, participationWords } from '../question/participation.ts';
import { expectedSpans } from '../question/wanted.ts';
import { personSpans } from '../question/wanted-words.ts';
import { anyOf, formsOf, langTable } from '../text/lang-data.ts';
import { foldScript, hasHan } from '../text/script.ts';
import { segmentsOf } from '../text/sentences.ts';
import { type BestSentence, OF_AN_ACT, OF_NO_ACT } from './act-match.ts';
import { isCrossLingual } from './candidates.ts';
import { type SentenceView, isInterrogative, shareWhere, union } from './features/sentence-view.ts';
import type { WeightedQuestion } from './weigh-question.ts';

interface ParticipationQuestion {
  readonly question: WeightedQuestion;
  readonly participation: AskedParticipation;
  readonly names: Gazetteer;
}

/** Whether a sentence tells of the participation that is asked for with what is wanted, tells of it without (`partial`), or does not. */
type ParticipationMatch = 'complete' | 'partial' | 'none';

/** How a sentence matches the participation that a question asks for; `none` where it asks for none. */
export function matchParticipation(
  question: WeightedQuestion,
  view: SentenceView,
  names: Gazetteer,
): ParticipationMatch {
  const { participation } = question.parsed.frame;
  if (participation === null) return 'none';
  const asked = { question, participation, names };
  return participation.kind === 'go' ? matchGoing(asked, view) : matchAttending(asked, view);
}

// In UTF-16 units: 訪問「北洲首府」白汀.
const BEFORE_GOAL = { zh: 8, en: 24 };
const GOING = {
  zh: new RegExp(`(?:${participationWords('go', 'zh')})[^，。；：？！、,;:?!]{0,${BEFORE_GOAL.zh}}$`),
  en: new RegExp(`(?:${participationWords('go', 'en')})[^,.;:?!]{0,${BEFORE_GOAL.en}}$`),
};
// So much of who goes has to be there.
const WHO = 0.6;

function matchGoing({ question, participation, names }: ParticipationQuestion, view: SentenceView): ParticipationMatch {
  const { parsed, weights } = question;
  const goal = participation.goal;
  if (goal === null) return 'none';
  const isGoal = (t: number): boolean =>
    (parsed.terms[t]?.start ?? 0) < goal.end && (parsed.terms[t]?.end ?? 0) > goal.start;
  const goalWords = parsed.folded.slice(goal.start, goal.end);
  if (
    !goesTo(view, isGoal, goalWords) &&
    !goesThere({ question, participation, names }, view, (one) => goesTo(one, isGoal, goalWords))
  )
    return 'none';
  const others = [...participation.verbs, goal, parsed.answerType];
  const who = weights.map((weight, t) => (isOutside(question, others, t) ? weight : 0));
  const held = union(weights.length, [view.held, ...before(view).map((one) => one.held)]);
  if (who.some((weight) => weight > 0) && shareWhere(who, (t) => held[t] === 1) < WHO) return 'none';
  if (parsed.wants === 'person')
    return othersIn({ question, participation, names }, view).length > 0 ? 'complete' : 'partial';
  return expectedSpans(parsed, view.folded, { names, original: view.original }).length > 0 ? 'complete' : 'partial';
}

/**
 * Whether a sentence tells, with what is wanted, that those who are asked about go anywhere: where no report tells of 「去白汀」, that they
 * go to its country is what is nearest.
 */
export function goesAnywhere(question: WeightedQuestion, view: SentenceView, names: Gazetteer): boolean {
  const { parsed, weights } = question;
  const { participation } = parsed.frame;
  if (participation?.kind !== 'go') return false;
  const lang = hasHan(view.folded) ? 'zh' : 'en';
  const verb = VERB_OF_GOING[lang].exec(view.folded);
  if (verb === null || (lang === 'zh' && !beginsWord(view.folded, verb.index))) return false;
  const who = weights.map((weight, t) =>
    isOutside(question, [...participation.verbs, participation.goal, parsed.answerType], t) ? weight : 0,
  );
  if (shareWhere(who, (t) => view.held[t] === 1) < WHO) return false;
  return expectedSpans(parsed, view.folded, { names, original: view.original }).length > 0;
}

// In UTF-16 units: 蓬佩奧「2018年10月」訪華.
const BEFORE_GOING = { zh: 16, en: 32 };

// The people of a sentence whom the question does not name; where it asks who goes, those right before a verb for it.
function othersIn(
  { question: { parsed }, participation, names }: ParticipationQuestion,
  { folded, original }: SentenceView,
): readonly Span[] {
  const people = personSpans({ folded, original, names }).filter(
    ({ start, end }) => !parsed.folded.includes(folded.slice(start, end)),
  );
  if (!participation.ofWhom) return people;
  const lang = hasHan(folded) ? 'zh' : 'en';
  return people.filter(({ end }) => {
    const [clause = ''] = folded.slice(end).split(CLAUSE_ENDS, 1);
    const verb = clause.search(VERB_OF_GOING[lang]);
    return verb >= 0 && verb <= BEFORE_GOING[lang];
  });
}

const CLAUSE_ENDS = /[，。；：？！、,;:?!]/u;
const VERB_OF_GOING = {
  zh: new RegExp(participationWords('go', 'zh')),
  en: new RegExp(participationWords('go', 'en')),
};

// 「部長九月會去」 behind 「部長會否訪問鄰國？」: where somebody goes stands before, in a transcript beyond the name of who speaks.
const LOOKED_BACK = 2;
// As reports put it: the Cantonese 過去 is a time in them.
const GOES_THERE = new RegExp(
  `(?:${anyOf(formsOf(langTable('zh/participation'), 'go'))})(?:${ASPECT})?(?=[，。；！？、]|$)`,
  'gu',
);

// Whether a sentence tells of going where one right before says: of somebody else who is named in it nothing is told of whom is asked about.
function goesThere(asked: ParticipationQuestion, view: SentenceView, goes: (view: SentenceView) => boolean): boolean {
  if (!lacksGoal(view) || !before(view).some(goes)) return false;
  return asked.participation.ofWhom || othersIn(asked, view).length === 0;
}

const before = ({ passage: { sentences }, position }: SentenceView): readonly SentenceView[] =>
  sentences.slice(Math.max(0, position - LOOKED_BACK), position);

// Whether somebody goes where the sentence itself does not say.
const lacksGoal = ({ folded }: SentenceView): boolean =>
  Array.from(folded.matchAll(GOES_THERE), ({ index }) => index).some((at) => beginsWord(folded, at));

// Whether a term, no number or noun of what is wanted, stands outside some parts of the question.
function isOutside({ parsed: { terms } }: WeightedQuestion, parts: readonly (Span | null)[], t: number): boolean {
  const term = terms[t];
  if (term === undefined || term.number !== null || term.isFocus === true) return false;
  return parts.every((part) => part === null || term.end <= part.start || term.start >= part.end);
}

// 「過去兩年中國」 goes nowhere: 去 is a word of its own, and no part of one.
const beginsWord = (folded: string, at: number): boolean => segmentsOf(folded).containing(at)?.index === at;

function goesTo({ folded, matches }: SentenceView, isGoal: (term: number) => boolean, goal: string): boolean {
  const lang = hasHan(folded) ? 'zh' : 'en';
  const stands = matches.some(({ term, start }) => {
    const verb = isGoal(term) ? GOING[lang].exec(folded.slice(0, start)) : null;
    return verb !== null && (lang === 'en' || beginsWord(folded, verb.index));
  });
  return stands || shortForms(goal).some((short) => SHORT_GOING.test(folded) && folded.search(toShort(short)) >= 0);
}

const SHORT = [...langTable('zh/short-countries')].map(([name, short]) => [name, foldScript(short)] as const);
const shortForms = (goal: string): string[] => SHORT.flatMap(([name, short]) => (goal.includes(name) ? [short] : []));
const VERBS_BEFORE_SHORT = participationWords('go', 'zh');
const SHORT_GOING = new RegExp(`(?:${VERBS_BEFORE_SHORT})[${SHORT.map(([, short]) => short).join('')}]`);
const toShort = (short: string): RegExp => new RegExp(`(?:${VERBS_BEFORE_SHORT})${anyOf([short])}`);

// So much of what somebody takes part in has to be told of by the passage, the headline or the lead.
const EVENT = 0.7;

function matchAttending(
  { question, participation, names }: ParticipationQuestion,
  view: SentenceView,
): ParticipationMatch {
  const told = attendanceIn(view.folded).filter(({ isDenied }) => isDenied === participation.isDenied);
  if (told.length === 0 || shareOfParticipation(question, view) < EVENT) return 'none';
  // Who was not there may be anybody: 「漁會無人出席」.
  if (participation.isDenied) return 'complete';
  const { folded, original } = view;
  const people = personSpans({ folded, original, names }).filter(
    ({ start, end }) => !question.parsed.folded.includes(folded.slice(start, end)),
  );
  return people.length > 0 ? 'complete' : 'partial';
}

/**
 * How much of what a question names beside who takes part a sentence has, as a share of its weight: who goes where, with the headline; what
 * somebody takes part in, with the passage, the headline and the lead. 1 where the question names nothing.
 */
export function shareOfParticipation(question: WeightedQuestion, view: SentenceView): number {
  const { held, passage } = view;
  const { parsed, weights } = question;
  const { participation } = parsed.frame;
  const { title, lead } = passage.context;
  const leans = participation?.kind === 'go' && lacksGoal(view) ? before(view).map((one) => one.held) : [];
  const around = union(
    weights.length,
    participation?.kind === 'go' ? [held, title, ...leans] : [passage.held, title, lead],
  );
  const named = weights.map((weight, t) =>
    participation === null || isOutside(question, [...participation.verbs, parsed.answerType], t) ? weight : 0,
  );
  return named.some((weight) => weight > 0) ? shareWhere(named, (t) => around[t] === 1) : 1;
}

// So much of what the question names has to be there.
const MOST_NAMED = 0.75;

/**
 * The confidence that the best sentence answers, `sure`, where it is asked who took part in what, or when somebody went where: higher where
 * it says so and has all that is named there; one that tells of something else is no answer.
 */
export function confidenceByParticipation(sure: number, { question, sentence, names }: BestSentence): number {
  const share = shareOfParticipation(question, sentence);
  if (matchParticipation(question, sentence, names) === 'complete')
    return share >= MOST_NAMED ? Math.max(OF_AN_ACT, sure) : sure;
  // Another language may have other words for any of it, and 北京 may be told of as of 中國: whom somebody meets there is told all the same.
  const { wants, frame } = question.parsed;
  const mayBeOtherwise = isCrossLingual(question.parsed) || (wants === 'person' && frame.participation?.kind === 'go');
  // Who asks whether somebody goes tells of no going.
  const isLacking = (share < MOST_NAMED && !mayBeOtherwise) || isInterrogative(sentence.folded);
  return isLacking ? Math.min(OF_NO_ACT, sure) : sure;
}
