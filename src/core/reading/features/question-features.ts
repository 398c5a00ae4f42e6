import { WANTED } from '../../question/wanted-query.ts';
import { shareOf, type FeatureContext } from './sentence-view.ts';

/** What a question is like, in the order of what `questionFeatures` returns; which other features tell depends on it. */
export const QUESTION_FEATURES = [
  ...WANTED.map((kind) => `wants-${kind}`),
  'subjectAlone', // no question word
  'terms', // logarithm of their number
  'hasSpeaker', // somebody is asked about who says something
  'latin', // it is asked in Latin letters
  'absent', // share of its weight that no article of the library holds
  'absentNear', // the same near the question word
  'absentHeaviest', // the heaviest term that none holds, as a share
  'absentName', // the heaviest name or number that none holds, as a share
  'unheard', // words of somebody are asked for who says nothing in any candidate
] as const;

/** Measures a question and what the library has of it at all. */
export function questionFeatures({ question, views, total, near, nearTotal }: FeatureContext): number[] {
  const { parsed, weights, absent } = question;
  const heaviest = (test: (t: number) => boolean): number =>
    Math.max(0, ...weights.filter((_, t) => absent[t] === 1 && test(t))) / total;
  const isHeard = views.some(({ said }) => said > 0);
  return [
    ...WANTED.map((kind) => (parsed.frame.wanted === kind ? 1 : 0)),
    parsed.frame.wanted === null ? 1 : 0,
    Math.log(1 + parsed.terms.length),
    parsed.speakers.length > 0 ? 1 : 0,
    /[a-z]{4}/.test(parsed.folded) ? 1 : 0,
    shareOf(absent, weights, total),
    shareOf(absent, near, nearTotal),
    heaviest(() => true),
    heaviest((t) => parsed.terms[t]?.kind === 'name' || parsed.terms[t]?.kind === 'number'),
    parsed.frame.wanted === 'words' && parsed.speakers.length > 0 && !isHeard ? 1 : 0,
  ];
}
