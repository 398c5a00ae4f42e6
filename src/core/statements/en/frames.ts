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

// A pronoun, a name, or a noun for somebody or a body.
function canSpeak(sentence: Sentence, { to }: Phrase): boolean {
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
  const next = sentence.tokens[cue.to];
  switch (verb.frame) {
    case 'quote':
      return false;
    case 'person':
      return next === undefined || phraseFrom(sentence, cue.to) !== null;
    case 'object':
      return (
        trailing ||
        next?.text === ':' ||
        has(sentence, cue.to, 'complementizer') ||
        phraseFrom(sentence, cue.to) !== null
      );
    case 'clause':
      return trailing || next?.text === ':' || startsClause(sentence, cue.to);
  }
}

// A quotation stands just behind the verb or, where that trails its sentence, anywhere.
const isQuoted = (sentence: Sentence, { to }: Phrase, trailing: boolean): boolean =>
  [to, to + 1, to + 2].some((at) => isQuoteAt(sentence, at)) ||
  (trailing && sentence.tokens.some(({ kind }) => kind === 'quote'));

// A clause with `that`, a pronoun or a subject with its verb.
function startsClause(sentence: Sentence, at: number): boolean {
  let from = at;
  while (isTime(sentence, from) || has(sentence, from, 'adverb') || has(sentence, from, 'time-preposition')) from += 1;
  if (has(sentence, from, 'complementizer')) return true;
  const subject = phraseFrom(sentence, from);
  if (subject === null) return false;
  for (let i = subject.from + 1; i < Math.min(subject.to + 8, sentence.tokens.length); i++) {
    const token = sentence.tokens[i];
    if (token === undefined || token.kind !== 'word') return false;
    if (has(sentence, i, 'be', 'auxiliary', 'modal') || sentence.lexicon.isFinite(token.lower)) return true;
  }
  return false;
}

export function addresseeOf(sentence: Sentence, cue: Phrase, verb: VerbForm): Phrase | null {
  if (verb.frame !== 'person' && !/^(?:demand|accuse|ask)$/.test(verb.act)) return null;
  const phrase = phraseFrom(sentence, cue.to);
  return phrase !== null && (verb.frame === 'person' || canSpeak(sentence, phrase)) ? phrase : null;
}
