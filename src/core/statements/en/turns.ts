import type { Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';

/** Whose turn of a transcript a paragraph belongs to: the label before its colon, and whether it only says that somebody asks. */
export interface Turn {
  readonly label: Span;
  readonly question: boolean;
}

// MS. KOWALSKA: …; SECRETARY BLINKEN: …; QUESTION: …; Q: …
const LABEL = /^((?:\p{Lu}[\p{Lu}’'-]*\.?)(?: \p{Lu}[\p{Lu}’'-]*\.?){0,4}):\s/u;
const QUESTION = /^Q(?:UESTION)?$/;
// A single label may be a heading: UPDATE: …
const LEAST_TURNS = 2;

/** The turns of a transcript by the start of each of its paragraphs; empty where the article is none. A turn lasts to the next. */
export function turnsOf(text: string, paragraphs: readonly Block[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  let turn: Turn | null = null;
  let labels = 0;
  for (const { start, end } of paragraphs) {
    const label = LABEL.exec(text.slice(start, Math.min(end, start + 80)))?.[1];
    if (label !== undefined) {
      labels += 1;
      turn = { label: { start, end: start + label.length }, question: QUESTION.test(label) };
    }
    if (turn !== null) turns.set(start, turn);
  }
  return labels < LEAST_TURNS ? new Map() : turns;
}
