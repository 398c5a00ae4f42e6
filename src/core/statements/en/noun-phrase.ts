import type { EnglishLexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Tokens `from` up to and without `to`, that name somebody. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** A sentence with what is known of English. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly lexicon: EnglishLexicon;
}

const isMark = (token: Token | undefined): boolean => token === undefined || token.kind !== 'word';

/** Whether a token has one of some parts; false for marks and quotations, and for a name behind its title: Ms He, Mr. May. */
export const has = ({ tokens, lexicon }: Sentence, at: number, ...parts: string[]): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || !parts.some((part) => lexicon.is(token.lower, part))) return false;
  const before = tokens[at - 1];
  return before === undefined || !/^\p{Lu}/u.test(token.text) || !lexicon.is(before.lower, 'honorific');
};

const CLOSED = [
  'determiner',
  'preposition',
  'subordinator',
  'conjunction',
  'subject-pronoun',
  'object-pronoun',
  'be',
  'auxiliary',
  'modal',
  'negation',
  'adverb',
  'particle',
];

/** Whether a token has a capital, and is no word that only begins its sentence with one. */
export function isCapital(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token?.kind !== 'word' || !/^[\p{Lu}@#]/u.test(token.text)) return false;
  return at > 0 && !isMark(sentence.tokens[at - 1]) ? !isSmallWord(sentence, at) : !has(sentence, at, ...CLOSED);
}

// `The` and `Of` in a title are no names.
const isSmallWord = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'determiner', 'conjunction', 'preposition');

/** Whether a word can stand inside a noun phrase as noun, adjective, number or name. */
export function isNominal(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  if (isCapital(sentence, at)) return true;
  if (token.lower === "'s")
    return at > 0 && !isMark(sentence.tokens[at - 1]) && !has(sentence, at - 1, 'subject-pronoun');
  return (
    !has(sentence, at, ...CLOSED) &&
    !sentence.lexicon.isFinite(token.lower) &&
    !isTime(sentence, at) &&
    !isVerbAlone(sentence, token.lower)
  );
}

// A form of a verb of speech that is no noun, and no participle that could stand before one.
const isVerbAlone = ({ lexicon }: Sentence, word: string): boolean =>
  lexicon
    .verbs(word)
    .some(
      ({ form, noun, words }) =>
        words.length === 1 && !noun && (form === 'third' || (form === 'past' && !word.endsWith('ed'))),
    );

/** A day, month or stretch of time, as a word by itself. */
export const isTime = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'time') ||
  (/^(?:19|20)\d\d$/.test(sentence.tokens[at]?.text ?? '') && has(sentence, at - 1, 'year-preposition'));

const isParticiple = (sentence: Sentence, at: number): boolean => {
  const token = sentence.tokens[at];
  return token?.kind === 'word' && /^[a-z]/.test(token.text) && /(?:ed|ing|own|aken|iven|itten)$/.test(token.text);
};

// Prepositions that hang a phrase on the noun before them, so that both are one: the head of the ministry.
const isLink = (sentence: Sentence, at: number): boolean => has(sentence, at, 'preposition', 'particle');

/**
 * The noun phrase that ends with the token at `last`; null where none does. It reaches back over `of the ministry` and `working
 * for the company` to the noun that these are said of.
 */
export function phraseEndingAt(sentence: Sentence, last: number): Phrase | null {
  if (!endsPhrase(sentence, last)) return null;
  let from = -1;
  for (let reach: Reach | null = { at: last, from }; reach !== null && reach.at >= 0;) {
    reach = overMark(sentence, reach) ?? overNoun(sentence, reach) ?? overLink(sentence, reach);
    if (reach !== null) ({ from } = reach);
  }
  return from < 0 ? null : { from, to: last + 1 };
}

/** How far back a phrase is read: the token `at` comes next, -1 where none does; `from` is where it may begin, -1 where nowhere yet. */
interface Reach {
  readonly at: number;
  readonly from: number;
}

// Each of these reads back over one kind of token; null where another stands there, or the phrase does not go on.
function overMark({ tokens }: Sentence, { at, from }: Reach): Reach | null {
  const mark = tokens[at]?.text;
  if (mark === '%' || mark === '/') return { at: at - 1, from };
  const open = mark === ')' ? openingBracket(tokens, at) : -1;
  return open < 0 ? null : { at: open - 1, from };
}

function overNoun(sentence: Sentence, { at }: Reach): Reach | null {
  if (isLooseParticiple(sentence, at)) return null;
  if (isNominal(sentence, at)) return { at: at - 1, from: at };
  if (!has(sentence, at, 'determiner')) return null;
  if (has(sentence, at - 1, 'determiner')) return { at: at - 1, from: at };
  const goesOn = isLink(sentence, at - 1) && carries(sentence, at - 2);
  return { at: goesOn ? at - 2 : -1, from: at };
}

function overLink(sentence: Sentence, { at, from }: Reach): Reach | null {
  const before = { at: at - 1, from };
  if (isLooseParticiple(sentence, at)) return isNominal(sentence, at - 1) && from >= 0 ? before : null;
  const isJoined = from === at + 1;
  if (isJoined && isLink(sentence, at) && carries(sentence, at - 1)) return before;
  if (isJoined && has(sentence, at, 'conjunction') && endsPhrase(sentence, at - 1)) return before;
  return has(sentence, at, 'adverb') && has(sentence, at - 1, 'determiner') ? before : null;
}

const isLooseParticiple = (sentence: Sentence, at: number): boolean =>
  isParticiple(sentence, at) && !isModifier(sentence, at);

const endsPhrase = (sentence: Sentence, at: number): boolean =>
  isNominal(sentence, at) || sentence.tokens[at]?.text === ')';

// What a phrase with a preposition can hang on: a noun, or the participle of one.
const carries = (sentence: Sentence, at: number): boolean =>
  endsPhrase(sentence, at) || has(sentence, at, 'determiner');

// A participle before a noun, which is an adjective: the suing states, an injured man.
const isModifier = (sentence: Sentence, at: number): boolean =>
  isNominal(sentence, at + 1) &&
  (has(sentence, at - 1, 'determiner') ||
    isMark(sentence.tokens[at - 1]) ||
    /^(?:'s|s')$/.test(sentence.tokens[at - 1]?.lower ?? ''));

function openingBracket(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at >= Math.max(0, close - 12); at--) if (tokens[at]?.text === '(') return at;
  return -1;
}

/** The noun phrase that begins with the token at `from`; null where none does. Phrases such as `for the ministry` belong to it. */
export function phraseFrom(sentence: Sentence, from: number): Phrase | null {
  const { tokens } = sentence;
  if (has(sentence, from, 'subject-pronoun', 'object-pronoun')) return { from, to: from + 1 };
  let at = from;
  let head = -1;
  while (at < tokens.length) {
    if (has(sentence, at, 'determiner') && head < 0) at += 1;
    else if (isNominal(sentence, at) && !(head >= 0 && endsName(sentence, at))) {
      head = at;
      at += 1;
    } else if (has(sentence, at, 'adverb') && head < 0 && at > from) at += 1;
    else if (head === at - 1 && isNounLink(sentence, at)) at += has(sentence, at + 1, 'determiner') ? 2 : 1;
    else if (
      tokens[at]?.lower === 'and' &&
      head === at - 1 &&
      isCapital(sentence, at + 1) &&
      isCapital(sentence, at - 1)
    )
      at += 1;
    else break;
  }
  return head < 0 ? null : { from, to: head + 1 };
}

// `Trump fired`: a word in small letters behind a name in capitals is none of it, unless the name is somebody's.
function endsName(sentence: Sentence, at: number): boolean {
  const word = sentence.tokens[at]?.lower ?? '';
  const { personNouns, bodyNouns } = sentence.lexicon;
  const isSomebody = [word, word.replace(/s$/, '')].some((one) => personNouns.has(one) || bodyNouns.has(one));
  return isCapital(sentence, at - 1) && !isCapital(sentence, at) && word !== "'s" && !isSomebody;
}

// `head of`, `spokesman for`, `officials at`; `said Kim in` goes on with the sentence.
const isNounLink = (sentence: Sentence, at: number): boolean => {
  const token = sentence.tokens[at];
  if (token === undefined || !(isNominal(sentence, at + 1) || has(sentence, at + 1, 'determiner'))) return false;
  if (token.lower === 'of') return sentence.tokens[at + 1]?.lower.endsWith('ing') !== true;
  return has(sentence, at, 'noun-preposition') && !isCapital(sentence, at - 1);
};

/** The parts of a phrase that names several: Mr Abbott and Ms Crane. */
export function joinedIn({ tokens }: Sentence, { from, to }: Phrase): Phrase[] {
  const parts: Phrase[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && tokens[at]?.lower !== 'and') continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return parts;
}
