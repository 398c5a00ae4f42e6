import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Party, Statement } from '../model/statement.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { splitSentences } from '../text/sentences.ts';
import { statementsOf } from './statements-of.ts';

/** Who says a sentence as a whole; offsets in UTF-16 units of the article's text. */
export interface SentenceSpeaker extends Span {
  /** Null where nobody is said to say it, or several are. */
  readonly speaker: Party | null;
  readonly addressee: Party | null;
  readonly reportedBy: Party | null;
  readonly mode: Statement['mode'] | null;
}

/**
 * The sentences of an article's paragraphs, in order, each with who says it as a whole; those of the paragraphs that lie, at
 * least in part, `within` a stretch. What a speaker hands on of another's words does not part a sentence between them.
 */
export function bySentence(article: Article, names: Gazetteer, within?: Span): readonly SentenceSpeaker[] {
  const said = statementsOf(article, names).filter(({ negated }) => !negated);
  const found: SentenceSpeaker[] = [];
  let first = 0;
  for (const { kind, start, end } of article.blocks) {
    if (kind !== 'paragraph' || (within !== undefined && (end <= within.start || start >= within.end))) continue;
    for (const sentence of splitSentences(article.text, start, end)) {
      while ((said[first]?.end ?? sentence.start + 1) <= sentence.start) first++;
      const own: Statement[] = [];
      for (let i = first; i < said.length && (said[i] as Statement).start < sentence.end; i++) {
        if ((said[i] as Statement).end > sentence.start) own.push(said[i] as Statement);
      }
      found.push({ ...sentence, ...wholeSpeaker(own) });
    }
  }
  return found;
}

const NOBODY = { speaker: null, addressee: null, reportedBy: null, mode: null } as const;

function wholeSpeaker(said: readonly Statement[]): Omit<SentenceSpeaker, 'start' | 'end'> {
  const main = said.filter(({ reportedBy }) => !said.some(({ speaker }) => isSame(speaker, reportedBy)));
  const [one, ...others] = main;
  if (one === undefined || others.some(({ speaker }) => !isSame(speaker, one.speaker))) return NOBODY;
  const { speaker, addressee, reportedBy, mode } = one;
  return { speaker, addressee, reportedBy, mode: others.every((other) => other.mode === mode) ? mode : 'mixed' };
}

/** Whether two parties are one, by the gazetteer or by name. */
export const isSame = (a: Party | null, b: Party | null): boolean =>
  a !== null && b !== null && (a.name === b.name || (a.entry !== null && a.entry === b.entry));
