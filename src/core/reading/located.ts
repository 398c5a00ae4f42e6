import type { Span } from '../model/span.ts';
import { anyOf, langWords } from '../text/lang-data.ts';

const BEFORE = new RegExp(
  `(?:${anyOf(langWords('zh/place-before'))}|(?<![a-z])(?:${anyOf(langWords('en/place-before'))}) (?:the )?)$`,
);
const GOES_ON = new RegExp(`^(?:${anyOf(langWords('zh/place-goes-on'))})`);
// UTF-16 units that the longest word in front of a place takes.
const LOOK = 12;

/** Whether one of the places of a folded sentence, `spans`, is said to be where something happens. */
export const isLocated = (folded: string, spans: readonly Span[]): boolean =>
  spans.some(
    ({ start, end }) =>
      BEFORE.test(folded.slice(Math.max(0, start - LOOK), start)) && !GOES_ON.test(folded.slice(end, end + LOOK)),
  );
