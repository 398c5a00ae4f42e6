import type { VerbForm } from './lexicon.ts';
import { has, isCapital, isTime, phraseFrom, type Phrase, type Sentence } from './noun-phrase.ts';

// `they say`, `he says`: base forms go with many, third persons with one. A noun is no verb: its report says.
export function agrees(
  sentence: Sentence,
  subject: Phrase,
  { verb, helped }: { verb: VerbForm; helped: boolean },
): boolean {
  const last = sentence.tokens[subject.to - 1]?.lower ?? '';
  if (has(sentence, subject.to - 1, 'first-person')) return false;
  if (verb.noun && !helped && !canSpeak(sentence, subject)) return false;
  if (verb.form === 'participle' && !helped) return verb.words[0]?.endsWith('n') !== true;
  if (verb.form !== 'base' || helped) return true;
  return has(sentence, subject.to - 1, 'plural') || (last.endsWith('s') && last !== "'s");
}

/** Whether a phrase is a pronoun, a name, or a noun for somebody or a body. */
export function canSpeak(sentence: Sentence, { to }: Phrase): boolean {
  const last = sentence.tokens[to - 1]?.lower ?? '';
  const one = last.replace(/s$/, '');
  const { personNouns, bodyNouns } = sentence.lexicon;
  return (
    has(sentence, to - 1, 'subject-pronoun', 'standing-determiner') ||
    isCapital(sentence, to - 1) ||
    [last, one].some((word) => personNouns.has(word) || bodyNouns.has(word))
  );
}

const isQuoteAt = (sentence: Sentence, at: number): boolean => sentence.tokens[at]?.kind === 'quote';

interface Framed {
  readonly phrase: Phrase;
  readonly cue: Phrase;
  readonly verb: VerbForm | null;
  readonly trailing: boolean;
}

// Whether what the verb asks for stands behind it, or before.
export function fits(sentence: Sentence, { phrase, cue, verb, trailing }: Framed): boolean {
  // Behind `by` stands who says it.
  if (verb === null || (phrase.from > cue.from && !trailing)) return true;
  if (verb.frame === 'any' || isQuoted(sentence, cue, trailing)) return true;
  const isColon = sentence.tokens[cue.to]?.text === ':';
  if (verb.frame === 'clause' || verb.frame === 'object') return trailing || isColon || takes(sentence, cue.to, verb);
  return (isColon && verb.frame === 'claim') || takes(sentence, cue.to, verb);
}

// Whether what stands at a place is what a verb has behind it to be speech.
function takes(sentence: Sentence, at: number, { frame }: VerbForm): boolean {
  const isClause = has(sentence, at, 'complementizer');
  switch (frame) {
    case 'any':
      return true;
    case 'quote':
      return false;
    case 'person':
      return sentence.tokens[at] === undefined || phraseFrom(sentence, at) !== null;
    case 'object':
      return isClause || phraseFrom(sentence, at) !== null;
    case 'clause':
      return startsClause(sentence, at);
    case 'claim':
      return isClause || namesClaim(sentence, at);
    case 'deed':
      return isClause || goesOnTo(sentence, at);
  }
}

// A quotation stands just behind the verb or, where that trails its sentence, anywhere; or behind a colon: wrote on his page: “…”.
const isQuoted = (sentence: Sentence, { to }: Phrase, trailing: boolean): boolean =>
  [to, to + 1, to + 2].some((at) => isQuoteAt(sentence, at)) ||
  (trailing && sentence.tokens.some(({ kind }) => kind === 'quote')) ||
  sentence.tokens.some(({ text }, at) => at < to + NEAR && at > to && text === ':' && isQuoteAt(sentence, at + 1));

// Words behind a verb among which the noun that it is about stands.
const NEAR = 9;

// `dismissed the claims`, `rejected it as childish`, `denied taking bribes`; not `dismissed 84 workers`.
function namesClaim(sentence: Sentence, at: number): boolean {
  const { tokens, lexicon } = sentence;
  if (/[a-z]ing$/.test(tokens[at]?.text ?? '')) return true;
  for (let i = at; i < Math.min(at + NEAR, tokens.length); i++) {
    if (tokens[i]?.kind !== 'word' || has(sentence, i, 'relative', 'coordinator')) return false;
    if (lexicon.claimNouns.has(tokens[i]?.lower ?? '') || tokens[i]?.lower === 'as') return true;
  }
  return false;
}

// `ordered the yard to close`, `threatened to strike`: what is to be done; not `ordered 40 buses`.
function goesOnTo(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  for (let i = at; i < Math.min(at + NEAR, tokens.length); i++) {
    if (tokens[i]?.kind !== 'word') return false;
    if (tokens[i]?.lower === 'to') return !isCapital(sentence, i + 1) && !has(sentence, i + 1, 'determiner');
  }
  return false;
}

// A clause with `that`, a pronoun or a subject with its verb.
function startsClause(sentence: Sentence, at: number): boolean {
  let from = at;
  while (isTime(sentence, from) || isTimeModifier(sentence, from) || has(sentence, from, 'adverb', 'time-preposition'))
    from += 1;
  if (has(sentence, from, 'complementizer')) return true;
  const subject = phraseFrom(sentence, from);
  if (subject === null) return false;
  for (let i = subject.from + 1; i < Math.min(subject.to + 8, sentence.tokens.length); i++) {
    const token = sentence.tokens[i];
    // `added four flights that are longer`: the verb is of another clause.
    if (token === undefined || token.kind !== 'word' || (i >= subject.to && opensClause(sentence, i))) return false;
    if (i >= subject.to && has(sentence, i, 'complementizer')) return true;
    if (has(sentence, i, 'be', 'auxiliary', 'modal') || sentence.lexicon.isFinite(token.lower)) return true;
  }
  return false;
}

// `signaled last summer that …`
const isTimeModifier = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'time-modifier') && isTime(sentence, at + 1);

const opensClause = (sentence: Sentence, at: number): boolean => has(sentence, at, 'noun-clause', 'coordinator');

export function addresseeOf(sentence: Sentence, cue: Phrase, verb: VerbForm): Phrase | null {
  if (verb.frame !== 'person' && !/^(?:demand|accuse|ask)$/.test(verb.act)) return null;
  const phrase = phraseFrom(sentence, cue.to);
  return phrase !== null && (verb.frame === 'person' || canSpeak(sentence, phrase)) ? phrase : null;
}
