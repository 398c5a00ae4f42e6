import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Span } from '../../model/span.ts';
import { numbersIn } from '../../text/numbers.ts';
import { asksForQuantity, countsTheFocus } from '../answer-type.ts';
import { focusShare, nearness } from '../similarity.ts';
import { clausesOf } from '../clauses.ts';
import { charactersIn, shareWhere, type FeatureContext, type SentenceView } from './sentence-view.ts';

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
  const asked = new Set(parsed.terms.flatMap(({ name }) => (name === null ? [] : [name.id])));
  const mentions = names.mentions(folded, original).filter(({ name }) => !asked.has(name.id));
  const ofKind = (kind: string): number => Math.min(MOST, mentions.filter(({ name }) => name.kind === kind).length);
  const numbers = numbersIn(folded).filter(({ start, end }) => !parsed.folded.includes(folded.slice(start, end)));
  const latin = (folded.match(/[a-z]{2,}/g) ?? []).filter((word) => !parsed.folded.includes(word));
  return [
    Math.min(MOST, spans.length),
    spans.length === 1 ? 1 : 0,
    hasForm && spans.length === 0 ? 1 : 0,
    nearness(spans, matches, { weights, total }),
    ...boundTo(spans, view, context),
    parsed.wants === 'count' && countsTheFocus(parsed, folded) ? 1 : 0,
    asksForQuantity(parsed.wants) && !/[\d一二三四五六七八九十两百千万]/.test(folded) ? 1 : 0,
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
