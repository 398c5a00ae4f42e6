import type { Article } from '../model/article.ts';
import type { Party, Statement } from '../model/statement.ts';
import type { Entry, Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';

/** Which statements are wanted; what is absent or blank narrows nothing. */
export interface StatementFilter {
  /** Words with white space between them that a statement has to hold, each in any form that the gazetteer knows. */
  readonly topic?: string | undefined;
  /** A name of the speaker, or a part of one that the gazetteer does not know. */
  readonly speaker?: string | undefined;
}

/** Makes a test of an article's statements from what is wanted. */
export function statementFilter(
  { topic = '', speaker = '' }: StatementFilter,
  names: Gazetteer,
): (article: Article, statement: Statement) => boolean {
  const words = topic
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => formsOf(word, names));
  const isWanted = speaker.trim() === '' ? () => true : speakerTest(speaker.trim(), names);
  return ({ text }, { start, end, speaker: by }) => {
    if (!isWanted(by)) return false;
    if (words.length === 0) return true;
    const folded = foldScript(text.slice(start, end));
    return words.every((forms) => forms.some((form) => folded.includes(form)));
  };
}

function speakerTest(given: string, names: Gazetteer): (party: Party | null) => boolean {
  const folded = foldScript(given);
  const known = entryOf(given, names);
  return (party) =>
    party !== null && ((known !== null && party.entry === known) || foldScript(party.name).includes(folded));
}

const formsOf = (word: string, names: Gazetteer): readonly string[] => {
  const folded = foldScript(word);
  return [folded, ...(entryOf(word, names)?.forms ?? [])];
};

// The person, body, place or subject whose name the whole of the given words is.
function entryOf(given: string, names: Gazetteer): Entry | null {
  const folded = foldScript(given);
  const whole = names.mentions(folded, given).find(({ start, end }) => start === 0 && end === folded.length);
  return whole?.name ?? null;
}
