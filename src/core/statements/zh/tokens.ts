import { langWords } from '../../text/lang-data.ts';
import { JOINING_CHARACTERS } from './joining.ts';
import type { Entry } from '../../names/gazetteer.ts';
import { BRACKETED, QUOTED, TITLED } from '../quote-mask.ts';
import { lexicon } from './lexicon.ts';
import type { Token, TokenKind } from './token.ts';
import { isHan, isLatin, timeEnd, type ZhText } from './zh-text.ts';

const JOINTS: ReadonlySet<string> = new Set([...JOINING_CHARACTERS, ...langWords('zh/joining-offices')]);

/** The token at a place of a clause: of all that the lists know there, the longest; else one character. */
export function tokenAt(text: ZhText, at: number, to: number): Token {
  let token = text.tokens.get(at);
  if (token === undefined) text.tokens.set(at, (token = longestAt(text, at, text.masked.length)));
  return token.end <= to ? token : longestAt(text, at, to);
}

const longestAt = (text: ZhText, at: number, to: number): Token =>
  markAt(text, at, to) ?? namedAt(text, at, to) ?? { start: at, end: at + 1, kind: 'unknown', entry: null };

// Brackets, quotations, titles, Latin words.
function markAt({ masked }: ZhText, at: number, to: number): Token | null {
  const char = masked.charAt(at);
  const run = (of: string, from: number): number => {
    let end = from;
    while (end < to && masked.charAt(end) === of) end++;
    return end;
  };
  const token = (end: number, kind: TokenKind): Token => ({ start: at, end: Math.min(end, to), kind, entry: null });
  if (char === ' ') return token(run(' ', at), 'aside');
  if (char === BRACKETED) return token(run(BRACKETED, at), 'aside');
  if (char === QUOTED) return token(run(QUOTED, at) + 1, 'quoted');
  const next = masked.charAt(at + 1);
  if (next === TITLED) return token(run(TITLED, at + 1) + 1, 'title');
  if (next === QUOTED && !isHan(char.charCodeAt(0))) return token(run(QUOTED, at + 1) + 1, 'quoted');
  return null;
}

function namedAt(text: ZhText, at: number, to: number): Token | null {
  const { masked, mentions } = text;
  const words = lexicon();
  let best: Token | null = null;
  const offer = (end: number, kind: TokenKind, entry: Entry | null = null): void => {
    if (end > at && end <= to && (best === null || end > best.end)) best = { start: at, end, kind, entry };
  };
  const mention = mentions.get(at);
  if (mention !== undefined && mention.name.kind !== 'word') offer(mention.end, mention.name.kind, mention.name);
  offer(words.offices.endAt(masked, at), 'office');
  const body = words.bodies.endAt(masked, at);
  offer(body, 'body');
  // Of 事務局長 the lists have 事務局 and 局長.
  if (body > at) offer(words.offices.endAt(masked, body - 1), 'office');
  offer(words.documents.endAt(masked, at), 'document');
  offer(words.compounds.endAt(masked, at), 'unknown');
  offer(timeEnd(masked, at), 'adverb');
  offer(words.adverbs.endAt(masked, at), 'adverb');
  offer(words.occasions.endAt(masked, at), 'occasion');
  offer(words.prepositionWords.endAt(masked, at), 'preposition');
  offer(words.pronounWords.endAt(masked, at), 'pronoun');
  if (isLatin(masked.charCodeAt(at))) offer(latinEnd(masked, at, to), 'latin');
  if (best === null && JOINTS.has(masked.charAt(at))) offer(at + 1, 'joint');
  if (best === null && masked.charAt(at) === '的') offer(at + 1, 'of');
  return best;
}

function latinEnd(masked: string, at: number, to: number): number {
  let end = at;
  while (end < to && (isLatin(masked.charCodeAt(end)) || /[0-9.,&' -]/.test(masked.charAt(end)))) end++;
  while (end > at && /[., -]/.test(masked.charAt(end - 1))) end--;
  return end;
}
