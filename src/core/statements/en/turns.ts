import type { Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { anyOf, langWords } from '../../text/lang-data.ts';

/** Whose turn of a transcript a paragraph belongs to: the label before its colon, and whether it only says that somebody asks. */
export interface Turn {
  readonly label: Span;
  readonly question: boolean;
}

const WORD = String.raw`\p{Lu}[\p{L}’'-]*\.?`;
// MS. KOWALSKA: …; QUESTION: …; Celia Vance: …; Reporter, Northern Wire: …
const LABEL = new RegExp(`^(${WORD}(?: ${WORD}){0,4}(?:, ${WORD}(?: ${WORD}){0,4})?):\\s`, 'u');
const QUESTION = new RegExp(`^(?:${anyOf(langWords('en/asking-labels'))})(?![\\p{L}])`, 'iu');
// UTF-16 units before the colon, and it.
const LONGEST_LABEL = 80;
// A single label may be a heading: UPDATE: …
const LEAST_TURNS = 2;

/** The turns of a transcript by the start of each of its paragraphs; empty where the article is none. A turn lasts to the next. */
export function turnsOf(text: string, paragraphs: readonly Block[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  let turn: Turn | null = null;
  const labels: string[] = [];
  for (const { start, end } of paragraphs) {
    const label = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)))?.[1];
    if (label !== undefined) {
      labels.push(label);
      turn = { label: { start, end: start + label.length }, question: QUESTION.test(label) };
    }
    if (turn !== null) turns.set(start, turn);
  }
  return isTranscript(labels) ? turns : new Map();
}

// Labels in small letters may be the items of a list (Rice: up. Wheat: down.), unless one of them asks, or a name of two words comes again.
function isTranscript(labels: readonly string[]): boolean {
  if (labels.length < LEAST_TURNS) return false;
  if (labels.every((label) => label === label.toUpperCase())) return true;
  const named = labels.filter((label) => label.includes(' '));
  return labels.some((label) => QUESTION.test(label)) || new Set(named).size < named.length;
}
