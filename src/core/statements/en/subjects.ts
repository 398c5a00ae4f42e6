import {
  has,
  isCapital,
  isNominal,
  isTime,
  phraseEndingAt,
  phraseFrom,
  type Phrase,
  type Sentence,
} from './noun-phrase.ts';
import type { Token } from './tokens.ts';

export function antecedentOf(sentence: Sentence, { from }: Phrase): Phrase | null {
  if (!has(sentence, from, 'relative')) return null;
  return phraseEndingAt(sentence, sentence.tokens[from - 1]?.text === ',' ? from - 2 : from - 1);
}

export interface Before {
  /** The token that the subject would end at. */
  readonly at: number;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly modal: boolean;
  readonly negated: boolean;
  readonly helped: boolean;
  readonly infinitive: boolean;
}

// What stands between a subject and its verb: adverbs, auxiliaries, times.
export function auxiliariesBefore(sentence: Sentence, verb: number): Before {
  const { tokens } = sentence;
  let at = verb - 1;
  let [be, modal, negated, helped] = [false, false, false, false];
  for (; at >= 0; at--) {
    if (has(sentence, at, 'negation')) negated = true;
    if (has(sentence, at, 'be') && !(tokens[at]?.lower === "'s" && !has(sentence, at - 1, 'subject-pronoun')))
      be = true;
    else if (has(sentence, at, 'auxiliary')) helped = true;
    else if (has(sentence, at, 'modal')) modal = true;
    else if (isAdverb(sentence, at) || has(sentence, at, 'negation')) continue;
    else if (isTime(sentence, at) || isTimeNumber(sentence, at)) at = timeStart(sentence, at);
    else break;
  }
  const infinitive = tokens[at]?.lower === 'to';
  const form = tokens[verb]?.lower ?? '';
  const progressive = be && form.endsWith('ing');
  return { at, passive: be && !progressive, progressive, modal, negated, helped: helped || modal || be, infinitive };
}

const isAdverb = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'adverb') || /^[a-z]+ly$/.test(sentence.tokens[at]?.text ?? '');

const isTimeNumber = (sentence: Sentence, at: number): boolean =>
  /^(?:\d{1,2}|(?:19|20)\d\d)$/.test(sentence.tokens[at]?.text ?? '') && isTime(sentence, at - 1);

// `late on Friday`, `earlier this month`: the first token of the time that ends at `at`.
function timeStart(sentence: Sentence, at: number): number {
  let start = at;
  while (isTime(sentence, start - 1) || has(sentence, start - 1, 'time-modifier')) start -= 1;
  if (has(sentence, start - 1, 'time-preposition')) start -= 1;
  if (has(sentence, start - 1, 'time-modifier')) start -= 1;
  return start;
}

// `…,” said Kim`, `…, wrote the mayor of Lodz.`, `Said Kim: …`
export function invertedSubject(sentence: Sentence, cue: Phrase, onlyQuoting: boolean): Phrase | null {
  const before = sentence.tokens[cue.from - 1];
  const quoted = before?.kind === 'quote';
  if (!(quoted || before === undefined || before.text === ',' || before.text === '--')) return null;
  const phrase = phraseFrom(sentence, cue.to);
  if (phrase === null || !isNominal(sentence, phrase.to - 1) || isTime(sentence, phrase.from)) {
    return phrase !== null && quoted && has(sentence, phrase.from, 'subject-pronoun') ? phrase : null;
  }
  // Said her rival, Jean Roux.
  if (quoted || onlyQuoting) return quoted ? withName(sentence, phrase, /^[,.]?$/) : null;
  const after = sentence.tokens[phrase.to];
  const ends =
    after === undefined ||
    /^(?:[.,;:?!]|--|\()$/.test(after.text) ||
    has(sentence, phrase.to, 'preposition', 'subject-pronoun');
  return ends && (before === undefined || subjectEndingAt(sentence, cue.from - 1, null) === null) ? phrase : null;
}

// Whose -ing it is: the one who spoke before in the sentence, or the sentence's subject.
export function controller(sentence: Sentence, verb: number, earlier: Phrase | null): Phrase | null {
  const before = sentence.tokens[verb - 1];
  const linked = before?.text === ',' || before?.text === '--' || has(sentence, verb - 1, 'participle-opener');
  if (!linked) return null;
  return earlier ?? mainSubject(sentence, verb);
}

// `He went on to say`, `Kim refused to comment`: the subject of the verb before `to`.
export function subjectOfMatrix(sentence: Sentence, to: number, earlier: Phrase | null): Phrase | null {
  const verb = to - 1;
  if (!has(sentence, verb, 'catenative')) return null;
  const at = sentence.tokens[verb]?.lower === 'on' ? verb - 1 : verb;
  return subjectEndingAt(sentence, auxiliariesBefore(sentence, at).at, earlier);
}

/** The subject that ends at a token, over what is put between it and its verb: `Kim, the mayor of Lodz, who …,`. */
export function subjectEndingAt(sentence: Sentence, last: number, earlier: Phrase | null): Phrase | null {
  const { tokens } = sentence;
  const token = tokens[last];
  if (token === undefined) return null;
  if (has(sentence, last, 'subject-pronoun', 'relative')) return { from: last, to: last + 1 };
  if (token.lower === 'and' || token.lower === 'but') return earlier ?? mainSubject(sentence, last);
  if (/^(?:,|--|-|–|—)$/.test(token.text)) return subjectBeforeInsertion(sentence, last);
  if (has(sentence, last, 'standing-determiner')) return { from: last, to: last + 1 };
  if (token.lower === "'s") return null;
  return phraseEndingAt(sentence, last);
}

// Reads the parts between commas from the last one back to the one that the others are said of.
function subjectBeforeInsertion(sentence: Sentence, comma: number): Phrase | null {
  const parts = partsBefore(sentence, comma);
  let best: Phrase | null = null;
  for (const [i, { from, to }] of parts.entries()) {
    const start = skipOpening(sentence, from, to);
    const phrase = phraseEndingAt(sentence, to - 1);
    const inserted = isInsertion(sentence, start);
    // A comma stands between a subject and its verb only where it ends something put in.
    if (i > 0 && phrase !== null && !startsWithPreposition(sentence, start)) {
      if (phrase.from <= start) best = phrase;
      else if (best === null) return beginsClause(sentence, phrase.from) ? phrase : null;
    }
    if (best !== null && phrase !== best) break;
    if (!inserted) break;
  }
  return best === null ? null : withName(sentence, best);
}

/** `the port's director, Anna Kowalska,`, `his wife, Clara,`: the name belongs to the words that name somebody. */
export function withName(sentence: Sentence, phrase: Phrase, closing = /^,$/): Phrase {
  if (isCapital(sentence, phrase.to - 1) || sentence.tokens[phrase.to]?.text !== ',') return phrase;
  let at = phrase.to + 1;
  while (isCapital(sentence, at) && !isTime(sentence, at)) at += 1;
  const words = at - phrase.to - 1;
  const least = sentence.lexicon.personNouns.has(sentence.tokens[phrase.to - 1]?.lower ?? '') ? 1 : 2;
  const isClosed = closing.test(sentence.tokens[at]?.text ?? '');
  return words >= least && words < 5 && isClosed ? { from: phrase.from, to: at } : phrase;
}

const beginsClause = (sentence: Sentence, at: number): boolean => has(sentence, at - 1, 'subordinator', 'conjunction');

const startsWithPreposition = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'preposition', 'subordinator');

// The stretches between commas before a comma, the last one first, back to a quotation, a semicolon or the sentence's beginning.
function partsBefore({ tokens }: Sentence, comma: number): Phrase[] {
  const parts: Phrase[] = [];
  let to = comma;
  for (let at = comma - 1; at >= -1; at--) {
    const token = tokens[at];
    const ends = token === undefined || token.kind === 'quote' || /^[;:]$/.test(token.text);
    if (!ends && !/^(?:,|--|-|–|—)$/.test(token.text)) continue;
    if (to > at + 1 && !isDateline(tokens, at + 1, to)) parts.push({ from: at + 1, to });
    if (ends) break;
    to = at;
  }
  return parts;
}

// WASHINGTON -- ; PARIS (Reuters) -
const isDateline = (tokens: readonly Token[], from: number, to: number): boolean =>
  from === 0 && /^(?:--|-|–|—)$/.test(tokens[to]?.text ?? '') && /^\p{Lu}{3,}$/u.test(tokens[0]?.text ?? '');

function skipOpening(sentence: Sentence, from: number, to: number): number {
  let at = from;
  while (at < to && has(sentence, at, 'conjunction')) at += 1;
  return at;
}

// What is put in behind a name: the mayor of Lodz; who …; 25; of New York; including …; Republican of Iowa.
const isInsertion = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'determiner', 'preposition', 'subordinator', 'subject-pronoun', 'adverb', 'conjunction') ||
  /^\d/.test(sentence.tokens[at]?.text ?? '') ||
  /(?:ed|ing)$/.test(sentence.tokens[at]?.text ?? '') ||
  isTime(sentence, at) ||
  isNominal(sentence, at);

/** The subject of the clause that a place stands in: the first noun phrase of its sentence that is no adverbial. */
export function mainSubject(sentence: Sentence, before: number): Phrase | null {
  let at = 0;
  if (
    has(sentence, at, 'preposition', 'subordinator', 'adverb') ||
    isTime(sentence, at) ||
    /(?:ed|ing)$/.test(sentence.tokens[at]?.lower ?? '')
  ) {
    const comma = sentence.tokens.findIndex((token, i) => i < before && token.text === ',');
    if (comma < 0) return null;
    at = comma + 1;
  }
  while (has(sentence, at, 'conjunction', 'adverb')) at += 1;
  const phrase = phraseFrom(sentence, at);
  return phrase !== null && phrase.to <= before ? phrase : null;
}
