import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Span } from '../../model/span.ts';
import { numbersIn, numeralsWith } from '../../text/numbers.ts';
import { asksForQuantity, countsTheFocus } from '../../question/wanted.ts';
import {
  type FeatureContext,
  type SentenceView,
  charactersIn,
  clausesOf,
  focusShare,
  heldInContext,
  nearness,
  shareWhere,
} from './sentence-view.ts';
import { langTable } from '../../text/lang-data.ts';
import { listedItems } from '../../text/sentences.ts';
import { matchAct } from '../act-match.ts';
import { matchParticipation, shareOfParticipation } from '../participation-match.ts';
import { remembering } from '../../text/script.ts';

/** How a sentence holds what is wanted, in the order of what `wantedFeatures` returns. */
export const WANTED_FEATURES = [
  'wanted', // how many stretches of the form that the question asks for, at most four
  'onlyOne', // exactly one
  'wantedMissing', // none, though the question has a form
  'wantedNear', // how close one stands to the question's terms
  'wantedClause', // coverage of the clause that has one and the clause behind it
  'wantedClauseNear', // the same near the question word
  'wantedClauseCharacters', // and by characters
  'wantedClauseNearCharacters',
  'counts', // a number of what is asked about
  'quantityMissing', // no number, though the question asks for one
  'focus', // the noun behind the question word
  'newNumbers', // numbers that the question does not have, at most four
  'newPeople', // and people,
  'newPlaces', // places,
  'newBodies', // bodies of the gazetteer,
  'latinWords', // and Latin words
] as const;

const MOST = 4;

const FIGURE = new RegExp(`[\\d${numeralsWith((value) => value > 0 && value <= 10_000)}]`);

const latinWordsIn = remembering((folded): readonly string[] => folded.match(/[a-z]{2,}/g) ?? []);

/** Measures what of the kind that is wanted stands in a sentence, the `spans`, and how it is bound to what is asked. */
export function wantedFeatures(
  view: SentenceView,
  spans: readonly Span[],
  { context, names }: { readonly context: FeatureContext; readonly names: Gazetteer },
): number[] {
  const { question, total } = context;
  const { parsed, weights } = question;
  const { folded, original, matches } = view;
  const { wanted } = parsed.frame;
  const hasForm = wanted !== null && wanted !== 'yesno' && wanted !== 'report';
  const isAsked = (id: number): boolean => parsed.terms.some(({ name }) => name?.id === id);
  const mentions = names.mentions(folded, original).filter(({ name }) => name.kind !== 'word' && !isAsked(name.id));
  const ofKind = (kind: string): number => Math.min(MOST, mentions.filter(({ name }) => name.kind === kind).length);
  const numbers = numbersIn(folded).filter(({ start, end }) => !parsed.folded.includes(folded.slice(start, end)));
  const latin = latinWordsIn(folded).filter((word) => !parsed.folded.includes(word));
  return [
    Math.min(MOST, spans.length),
    spans.length === 1 ? 1 : 0,
    hasForm && spans.length === 0 ? 1 : 0,
    nearness(spans, matches, { weights, total }),
    ...boundTo(spans, view, context),
    parsed.wants === 'count' && countsTheFocus(parsed, folded) ? 1 : 0,
    asksForQuantity(parsed.wants) && !FIGURE.test(folded) ? 1 : 0,
    focusShare(parsed.focus, folded),
    Math.min(MOST, numbers.length),
    ofKind('person'),
    ofKind('place'),
    ofKind('organisation'),
    Math.min(MOST, latin.length),
  ];
}

// What the best clause with something wanted, and the clause behind it, hold of the question.
function boundTo(
  spans: readonly Span[],
  view: SentenceView,
  context: FeatureContext,
): [number, number, number, number] {
  const { question, near, characterWeights, nearCharacters } = context;
  const best: [number, number, number, number] = [0, 0, 0, 0];
  const clauses = clausesOf(view.folded);
  const isIn = ({ start, end }: Span, at: number): boolean => at >= start && at < end;
  clauses.forEach((clause, c) => {
    const next = clauses[c + 1];
    const has = spans.some(({ start }) => isIn(clause, start) || (next !== undefined && isIn(next, start)));
    if (!has) return;
    const end = next?.end ?? clause.end;
    const held = new Set<number>();
    for (const match of view.matches) if (match.start >= clause.start && match.end <= end) held.add(match.term);
    const characters = charactersIn(question.parsed.units, view.folded.slice(clause.start, end));
    const own = [
      shareWhere(question.weights, (t) => held.has(t)),
      shareWhere(near, (t) => held.has(t)),
      shareWhere(characterWeights, (u) => characters[u] === 1),
      shareWhere(nearCharacters, (u) => characters[u] === 1),
    ];
    own.forEach((share, i) => (best[i] = Math.max(best[i] ?? 0, share)));
  });
  return best;
}

/** How close together a sentence holds what is asked and what is wanted, in the order of what `proximityFeatures` returns. */
export const PROXIMITY_FEATURES = [
  'ordered', // share of the question's characters that stand here in its order
  'window', // share of the characters within the best stretch of `WINDOW` units
  'wantedByNearCharacters', // how close something wanted stands to the characters around the question word
  'wantedByCharacters', // and to all characters
] as const;

// Two clauses of a news sentence are about as long; in UTF-16 units.
const WINDOW = 24;
// So far from a word what belongs to it mostly stands; in UTF-16 units.
const CLOSE = 6;

/** Measures how a sentence binds what is asked together, and to the `spans` that may be wanted. */
export function proximityFeatures(view: SentenceView, spans: readonly Span[], context: FeatureContext): number[] {
  const { question, unitPosition, characterWeights, nearCharacters, characterTotal, nearCharacterTotal } = context;
  const { folded } = view;
  const at: number[] = [];
  for (let i = 0; i < folded.length; i++) at.push(unitPosition.get(folded.charCodeAt(i)) ?? -1);
  const [nearClose, close] = closeWeights(at, spans, [nearCharacters, characterWeights]);
  return [
    orderedWeight(at, question.parsed.folded, context) / characterTotal,
    windowWeight(at, characterWeights) / characterTotal,
    nearClose / nearCharacterTotal,
    close / characterTotal,
  ];
}

// The weight of the longest common subsequence of a question and a sentence, `at` being the sentence's units as positions among the question's characters.
function orderedWeight(
  at: readonly number[],
  asked: string,
  { unitPosition, characterWeights: weights }: FeatureContext,
): number {
  const own = at.filter((u) => u >= 0);
  // By how many of them are passed: the most weight of what was read of the question.
  const best = own.map(() => 0);
  for (let i = 0; i < asked.length; i++) {
    const u = unitPosition.get(asked.charCodeAt(i));
    if (u === undefined) continue;
    const weight = weights[u] ?? 0;
    // What the place before had, without and with this character.
    let [diagonal, left] = [0, 0];
    for (let j = 0; j < own.length; j++) {
      const above = best[j] as number;
      left = Math.max(above, left);
      if (own[j] === u) left = Math.max(left, diagonal + weight);
      best[j] = left;
      diagonal = above;
    }
  }
  return best.at(-1) ?? 0;
}

function windowWeight(at: readonly number[], weights: readonly number[]): number {
  // A stretch has no more of any of them than it is long.
  const counts = new Uint8Array(weights.length);
  let [sum, best] = [0, 0];
  for (let i = 0; i < at.length; i++) {
    const u = at[i] ?? -1;
    if (u >= 0) {
      const known = counts[u] ?? 0;
      counts[u] = known + 1;
      if (known === 0) sum += weights[u] ?? 0;
    }
    const left = at[i - WINDOW] ?? -1;
    if (left >= 0) {
      const known = counts[left] ?? 1;
      counts[left] = known - 1;
      if (known === 1) sum -= weights[left] ?? 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}

// Further off nothing is close; in UTF-16 units.
const FAR = 0xffff;

// The weight, by each of two weightings, of the characters around the best of the spans, each less the further off it stands.
function closeWeights(
  at: readonly number[],
  spans: readonly Span[],
  [first, second]: readonly [readonly number[], readonly number[]],
): [number, number] {
  const best: [number, number] = [0, 0];
  if (spans.length === 0) return best;
  const characters = new Set(at);
  characters.delete(-1);
  const nearest = new Uint16Array(first.length);
  for (const { start, end } of spans) {
    nearest.fill(FAR);
    for (let i = 0; i < at.length; i++) {
      const u = at[i] ?? -1;
      const distance = i < start ? start - 1 - i : Math.max(0, i - end);
      if (u >= 0 && distance < (nearest[u] ?? 0)) nearest[u] = distance;
    }
    let [near, all] = [0, 0];
    for (const u of characters) {
      const share = Math.exp(-(nearest[u] ?? FAR) / CLOSE);
      near += share * (first[u] ?? 0);
      all += share * (second[u] ?? 0);
    }
    best[0] = Math.max(best[0], near);
    best[1] = Math.max(best[1], all);
  }
  return best;
}

/** Whether other candidates say the same of what is wanted, in the order of what `agreementFeatures` returns. */
export const AGREEMENT_FEATURES = [
  'echo', // how much of the question the best other sentence has that holds the same
  'echoes', // logarithm of the number of other sentences that hold the same
] as const;

// Of a shorter stretch it says nothing that others have it too; in UTF-16 units.
const SHORTEST = 2;

/** For each candidate, whether others hold what may be wanted of it: `spans` of each, parallel to `views`. */
export function agreementFeatures(
  views: readonly SentenceView[],
  spans: readonly (readonly Span[])[],
  { characterWeights }: FeatureContext,
): number[][] {
  const shares = views.map(({ characters }) => shareWhere(characterWeights, (u) => characters[u] === 1));
  return views.map((view, i) => {
    let [best, most] = [0, 0];
    for (const { start, end } of spans[i] ?? []) {
      const text = view.folded.slice(start, end);
      if (text.length < SHORTEST) continue;
      let count = 0;
      views.forEach((other, j) => {
        if (other === view || !other.folded.includes(text)) return;
        count += 1;
        best = Math.max(best, shares[j] ?? 0);
      });
      most = Math.max(most, count);
    }
    return [best, Math.log(1 + most)];
  });
}

/** How a sentence meets a question for several things, or for words in quotation marks, in the order of what `severalFeatures` returns. */
export const SEVERAL_FEATURES = [
  'several', // the question asks for several
  'severalCounted', // and says how many
  'listed', // how many items the sentence's longest list has, as a share of eight
  'listFits', // how well they are as many as are asked for, 0…1
  'quotedWords', // 0.5 where the sentence has all words that the question puts in marks, -0.5 where it has none
] as const;

const MOST_ITEMS = 8;
// One more or less may be how an item is parted: 「A和B」 is one or two.
const NEARLY = 0.6;
const A_LIST = 0.3;

/** Measures the lists of a sentence against how many things are asked for, and the words that the question quotes. */
export function severalFeatures({ folded }: SentenceView, { question }: FeatureContext): number[] {
  const { frame, folded: asked } = question.parsed;
  const items = listedItems(folded);
  const quoted = frame.quoted.map(({ start, end }) => asked.slice(start, end));
  return [
    frame.many ? 1 : 0,
    frame.howMany === null ? 0 : 1,
    Math.min(MOST_ITEMS, items) / MOST_ITEMS,
    frame.many ? fit(items, frame.howMany) : 0,
    quoted.length === 0 ? 0 : quoted.filter((words) => folded.includes(words)).length / quoted.length - 0.5,
  ];
}

function fit(items: number, howMany: number | null): number {
  if (howMany === null) return Math.min(1, (items - 1) / 2);
  if (items === howMany) return 1;
  if (items >= 2 && Math.abs(items - howMany) <= 1) return NEARLY;
  return items >= 3 ? A_LIST : 0;
}

/** How a sentence matches what a question names, and the act or the participation that it asks for, in the order of what `matchFeatures` returns. */
export const MATCH_FEATURES = [
  'onSubject', // it names somebody, some body or a figure of the question: a year tells of no subject
  'elseHeld', // it, its passage or the headline has something of the question beside names
  'act', // it does the act that is asked for (1), or what comes to the same (0.5); another does (-1)
  'participation', // it tells of the participation that is asked for, with what is wanted (1) or without (0.5)
  'participationShare', // how much of what the question names beside that it has, less 1
] as const;

const CALENDAR = langTable('zh/calendar-units');
const ACT = { done: 1, meant: 0.5, anothers: -1, none: 0 };
const PARTICIPATION = { complete: 1, partial: 0.5, none: 0 };

/** Measures how a sentence matches. */
export function matchFeatures(view: SentenceView, { question }: FeatureContext, names: Gazetteer): number[] {
  const { parsed, act } = question;
  const { held, passage } = view;
  const around = heldInContext(passage);
  const isOnSubject = parsed.terms.some(({ name, number }, t) => {
    const isFigure = number !== null && !CALENDAR.has(number.unit);
    return held[t] === 1 && (isFigure || name?.kind === 'person' || name?.kind === 'organisation');
  });
  const hasElse = parsed.terms.some(
    ({ name }, t) => (name === null || name.kind === 'word') && (held[t] === 1 || around[t] === 1),
  );
  return [
    isOnSubject ? 1 : 0,
    hasElse ? 1 : 0,
    act === null ? 0 : ACT[matchAct(act, view, names)],
    parsed.frame.participation === null ? 0 : PARTICIPATION[matchParticipation(question, view, names)],
    parsed.frame.participation === null ? 0 : shareOfParticipation(question, view) - 1,
  ];
}
