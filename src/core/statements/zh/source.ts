import { anyOf, formsOf, langTable } from '../../text/lang-data.ts';
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

/** The source that a clause names (據…, 以…名義發出的新聞稿指出); null where it names none. */
export const sourceIn = (text: ZhText, clause: Clause): Source | null =>
  openedSource(text, clause) ?? issuedSource(text, clause);

function openedSource(text: ZhText, clause: Clause): Source | null {
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

const ISSUED_BY = langTable('zh/issued-by');
const ISSUER_AFTER = new RegExp(`^ *(?:${anyOf(formsOf(ISSUED_BY, 'before'))})`);
const ISSUER_BEFORE = new RegExp(`的?(?:${anyOf(formsOf(ISSUED_BY, 'behind'))})`);

// 以發言人名義發出的新聞稿指出: the document that says something ends the clause, but for the verb, and is whose name stands before.
function issuedSource(text: ZhText, { start, end }: Clause): Source | null {
  const { masked } = text;
  const opener = ISSUER_AFTER.exec(masked.slice(start, end))?.[0] ?? '';
  const verb = opener === '' ? undefined : speechVerbs(masked, start + opener.length, end).at(-1);
  if (verb?.end !== end) return null;
  const from = start + opener.length;
  const document = lexicon().documents.startBefore(masked, verb.start);
  if (document < from || masked.charAt(document - 1) !== '的') return null;
  const to = from + (ISSUER_BEFORE.exec(masked.slice(from, document))?.index ?? document - from);
  const by = phrasesAt(text, from, to).findLast(({ kind }) => kind !== 'document' && kind !== 'place');
  return by === undefined ? null : { by, quoted: null };
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
