import type { Party } from '../../model/statement.ts';
import type { Span } from '../../model/span.ts';
import { genderOfGivenName, genderOfWord, ownerOf, type Genders } from './genders.ts';
import { has, isCapital, isNominal, isTime, joinedIn, phraseFrom, type Phrase, type Sentence } from './noun-phrase.ts';
import type { Directory, Named } from './people.ts';
import { pronounKind, type Carried, type Part, type Referents } from './referents.ts';
import { sentenceSubject } from './sentence-subject.ts';
import type { Source } from './sources.ts';
import { withName } from './subjects.ts';
import type { Token } from './tokens.ts';

/** What an article tells of whom its phrases and pronouns name. */
export interface Naming {
  readonly directory: Directory;
  readonly referents: Referents;
  readonly genders: Genders;
}

/** The span of a phrase in the text. */
export const spanOf = (tokens: readonly Token[], { from, to }: { from: number; to: number }): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** Whom a mention that is no pronoun names. */
export const partyOf = ({ directory }: Naming, mention: Span): Party => {
  const { name, entry } = directory(mention);
  return { mention, name, entry };
};

/** Who a source names; several are named together. A pronoun is whoever it stands for, never a name; nobody where nobody is known. */
export function resolve(
  reading: Naming,
  { phrase, cue, verb, antecedent, trailing }: Source,
  sentence: Sentence,
): Carried[] {
  const { tokens, lexicon } = sentence;
  const mention = spanOf(tokens, phrase);
  const word = tokens[phrase.from]?.lower ?? '';
  if (antecedent === null && phrase.to === phrase.from + 1 && isPronoun(sentence, phrase.from)) {
    const before = reading.referents.find(word, { at: mention.start, trailing });
    if (before === null) return [];
    const carried = { party: { ...before.party, mention }, kind: pronounKind(word, lexicon) ?? before.kind };
    reading.referents.tell(before.party.name, word);
    reading.referents.see(carried, 'speaker');
    return [carried];
  }
  // Criticised by the mayor: of whom the mayor spoke the sentence is.
  const part = !trailing && phrase.from > cue.from && verb !== null ? 'agent' : 'speaker';
  const named = see(reading, sentence, { phrase: antecedent ?? phrase, part });
  return antecedent === null ? named : named.map(({ party, kind }) => ({ party: atMention(party, mention), kind }));
}

const atMention = ({ name, entry }: Party, mention: Span): Party => ({ mention, name, entry });

/** Whether a token is a pronoun for somebody. */
export const isPronoun = (sentence: Sentence, at: number): boolean =>
  has(sentence, at, 'subject-pronoun', 'object-pronoun');

// Remembers those whom a phrase names.
function see(reading: Naming, sentence: Sentence, { phrase, part }: { phrase: Phrase; part: Part }): Carried[] {
  const { directory, referents, genders } = reading;
  const namedBy = (one: Phrase): Named => directory(spanOf(sentence.tokens, one));
  const remember = (one: Phrase, kind?: Named['kind']): Carried => {
    const mention = spanOf(sentence.tokens, one);
    const { name, entry, kind: own } = directory(mention);
    const carried = { party: { mention, name, entry }, kind: kind ?? own };
    referents.see(carried, part);
    return carried;
  };
  const parts = joinedIn(sentence, phrase);
  const all = parts.length > 1 && parts.every((one) => namedBy(one).isPersonal) ? parts : [phrase];
  if (all.length > 1) remember(phrase, 'many');
  return all.map((one) => {
    const words = sentence.tokens.slice(one.from, one.to).map(({ text }) => text);
    genders.hear(namedBy(one).name, words);
    return remember(one);
  });
}

// A title, a noun such as wife, or a first name before another name.
function tellsGender(sentence: Sentence, at: number): boolean {
  const { tokens, lexicon } = sentence;
  const word = tokens[at]?.lower ?? '';
  if (has(sentence, at, 'honorific') || genderOfWord(word, lexicon) !== undefined) return true;
  return genderOfGivenName(word) !== undefined && isCapital(sentence, at) && isCapital(sentence, at + 1);
}

/** Remembers whom a sentence names with a word that tells whether it is a he or a she, and whom it is about. */
export function seeSentence(reading: Naming, sentence: Sentence): void {
  seeNamed(reading, sentence);
  seeSubject(reading, sentence);
}

function seeNamed(reading: Naming, sentence: Sentence): void {
  for (const at of sentence.tokens.keys()) {
    if (isPronoun(sentence, at) || !tellsGender(sentence, at)) continue;
    const phrase = phraseFrom(sentence, at);
    const [own] = phrase === null ? [] : joinedIn(sentence, withoutOwned(sentence, withName(sentence, phrase)));
    if (own !== undefined && isCapital(sentence, own.to - 1)) see(reading, sentence, { phrase: own, part: 'named' });
  }
}

// Mr. Obama's highest ideals: Mr. Obama.
function withoutOwned({ tokens }: Sentence, { from, to }: Phrase): Phrase {
  const owner = tokens.findIndex(({ lower }, at) => at > from && at < to && /^'s?$/.test(lower));
  return { from, to: owner < 0 ? to : owner };
}

// Remembers whom a sentence is about. His father, who has no name: he is rather the son.
function seeSubject(reading: Naming, sentence: Sentence): void {
  const phrase = sentenceSubject(sentence);
  if (phrase === null || isPronoun(sentence, phrase.from)) return;
  const isTheirs = has(sentence, phrase.from, 'possessive') && !isCapital(sentence, phrase.to - 1);
  if (isTheirs) return;
  if (isCapital(sentence, phrase.to - 1)) rememberOwner(reading, sentence, phrase);
  see(reading, sentence, { phrase, part: 'subject' });
}

// Robin Ashe lost her boat, blamed his own radio: the possessive shows the subject's gender, unless it refers to somebody before.
function rememberOwner({ directory, referents, genders }: Naming, sentence: Sentence, subject: Phrase): void {
  const { tokens, lexicon } = sentence;
  const owner = tokens.findIndex(({ lower }, at) => at >= subject.to && ownerOf(lower, lexicon) !== undefined);
  const pronoun = ownerOf(tokens[owner]?.lower ?? '', lexicon);
  if (pronoun === undefined || !isNominal(sentence, owner + 1)) return;
  for (let at = subject.to; at < owner; at++) if (isCapital(sentence, at) && !isTime(sentence, at)) return;
  const { name } = directory(spanOf(tokens, subject));
  const earlier = referents.find(pronoun, { at: tokens[subject.from]?.start ?? 0, trailing: true });
  if (genders.of(name) === undefined && (earlier === null || earlier.party.name === name))
    genders.hear(name, [pronoun]);
}
