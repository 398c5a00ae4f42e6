import type { Clause } from './clauses.ts';
import { lexicon } from './lexicon.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import { subjectOf } from './subject.ts';
import { speechVerbs } from './verbs.ts';
import type { ZhText } from './zh-text.ts';

/** Whom a clause names as the source of its sentence: 據路透社報道, 據警方統計. `quoted` is whom that source quotes. */
export interface Source {
  readonly by: Phrase;
  readonly quoted: Phrase | null;
}

/** The source that a clause names (據…); null where it names none. */
export function sourceIn(text: ZhText, clause: Clause): Source | null {
  if (!text.hasSource(clause.start, clause.end)) return null;
  const { masked } = text;
  const { sourceOpeners, openerWords } = lexicon();
  let at = clause.start;
  while (at < clause.end && masked.charAt(at) === ' ') at++;
  let end = sourceOpeners.endAt(masked, at);
  if (end < 0) {
    const opener = openerWords.endAt(masked, at);
    end = opener > at ? sourceOpeners.endAt(masked, opener) : -1;
  }
  if (end < 0 || end >= clause.end) return null;
  for (const phrase of phrasesAt(text, end, clause.end).toReversed()) {
    if (phrase.kind === 'document' || phrase.kind === 'place') continue;
    const quoted = quotedBehind(text, phrase.end, clause.end);
    if (quoted !== null || isIssued(masked, phrase.end, clause.end)) return { by: phrase, quoted };
  }
  return issuerIn(text, end, clause.end);
}

// 據外交部新聞稿: whose document it is stands right before it.
function issuerIn(text: ZhText, from: number, to: number): Source | null {
  const start = lexicon().documents.startBefore(text.masked, to);
  if (start <= from) return null;
  const by = phrasesAt(text, from, start).findLast(({ end }) => end === start);
  return by === undefined || by.kind === 'document' || by.kind === 'place' ? null : { by, quoted: null };
}

// 報道, 的聲明, 星期五發布的數據, 形容: what somebody issued, or a verb of speech, ends the clause.
function isIssued(masked: string, from: number, to: number): boolean {
  if (to === from) return true;
  const { documents, issuing } = lexicon();
  if (to - from > LONGEST_TAIL) return false;
  if (Math.max(documents.startBefore(masked, to), issuing.startBefore(masked, to)) >= from) return true;
  return speechVerbs(masked, from, to).at(-1)?.end === to;
}

// UTF-16 units.
const LONGEST_TAIL = 30;

function quotedBehind(text: ZhText, from: number, to: number): Phrase | null {
  const verbs = speechVerbs(text.masked, from, to);
  const quote = verbs.find(({ kind }) => kind === 'quote');
  if (quote === undefined) return null;
  for (const verb of verbs.slice(verbs.indexOf(quote) + 1)) {
    const read = subjectOf(text, [quote.end], verb);
    if (read?.subject.kind === 'named') return read.subject.phrases[0] ?? null;
  }
  const { wordsOf } = lexicon();
  return phrasesAt(text, quote.end, to).find(({ end }) => end === to || wordsOf.endAt(text.masked, end) === to) ?? null;
}
