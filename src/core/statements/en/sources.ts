import type { VerbForm } from './lexicon.ts';
import { addresseeOf, agrees, canSpeak, fits } from './frames.ts';
import { has, isCapital, isTime, phraseFrom, type Phrase, type Sentence } from './noun-phrase.ts';
import {
  antecedentOf,
  auxiliariesBefore,
  controller,
  invertedSubject,
  subjectEndingAt,
  subjectOfMatrix,
} from './subjects.ts';

/** Who is said to say something in a sentence, and by which words. Places are those of tokens. */
export interface Source {
  readonly phrase: Phrase;
  /** The tokens of the verb or phrase of speech, `to` without. */
  readonly cue: Phrase;
  readonly verb: VerbForm | null;
  readonly negated: boolean;
  /** Whether the words of speech stand behind what is said, or in its middle. */
  readonly trailing: boolean;
  readonly addressee: Phrase | null;
  /** What a relative pronoun stands for: China's Foreign Ministry in "China's Foreign Ministry, which has …". */
  readonly antecedent: Phrase | null;
  /** Who hands it on: the Herald in "the Herald quoted an official as saying". */
  readonly by: Phrase | null;
}

/** All who are said to say something in a sentence, in the order of the words that say so. */
export function sourcesOf(sentence: Sentence): Source[] {
  const found: Source[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (sentence.tokens[at]?.kind !== 'word') continue;
    const source = sourcePhraseAt(sentence, at) ?? quotedAt(sentence, at) ?? verbAt(sentence, at, found);
    if (source === null) continue;
    const outer = found.at(-1);
    if (!isNested(sentence, source, outer)) found.push(source);
    else if (outer !== undefined && isRelayed(sentence, source, outer)) found.push({ ...source, by: outer.phrase });
    at = Math.max(at, source.cue.to - 1);
  }
  return found;
}

// What somebody says that another said or thinks is theirs to say: only the one who hands it on is heard here.
function isNested(sentence: Sentence, source: Source, outer: Source | undefined): boolean {
  // A relative clause in the subject holds nothing of what the subject says afterwards.
  if (outer === undefined || outer.trailing || source.phrase.from <= outer.phrase.from) return false;
  let start = Math.min(source.phrase.from, source.cue.from);
  while (has(sentence, start - 1, 'adverb')) start -= 1;
  const before = sentence.tokens[start - 1];
  const opens = before?.text === ';' || before?.kind === 'quote' || has(sentence, start - 1, 'coordinator');
  if (opens || before?.text !== ',') return !opens;
  return source.trailing ? outer.verb === null : !isNext(sentence, source, outer);
}

// `X said this, Y said that, and …`, `While X said this, Y said that`: behind a comma another begins, who has a name.
function isNext(sentence: Sentence, source: Source, outer: Source): boolean {
  if (outer.verb === null || source.verb?.speech !== true || !isCapital(sentence, source.phrase.to - 1)) return false;
  const opening = outer.cue.to + (sentence.tokens[outer.cue.to]?.lower === 'that' ? 1 : 0);
  return (
    phraseFrom(sentence, opening) !== null &&
    sentence.tokens.findIndex(({ text }, at) => at >= opening && text === ',') < source.phrase.from
  );
}

// `The Courier reported that Kim had said`, `According to police, a witness said`: what is handed on is that another speaks.
function isRelayed(sentence: Sentence, { phrase, verb }: Source, outer: Source): boolean {
  const { tokens } = sentence;
  const isReport = has(sentence, outer.cue.to - 1, 'reporting') || (outer.verb === null && outer.cue.from === 0);
  if (!isReport || verb?.speech !== true) return false;
  let at = outer.verb === null ? outer.phrase.to : outer.cue.to;
  while (at < phrase.from && (tokens[at]?.text === ',' || isTime(sentence, at) || has(sentence, at, ...BEFORE_CLAUSE)))
    at += 1;
  return at === phrase.from;
}

const BEFORE_CLAUSE = ['complementizer', 'time-preposition', 'time-modifier', 'adverb'];

// `The Herald quoted an official as saying`, `the mayor was quoted by the Herald as saying`.
function quotedAt(sentence: Sentence, at: number): Source | null {
  if (!has(sentence, at, 'quoting')) return null;
  const before = auxiliariesBefore(sentence, at);
  const subject = subjectEndingAt(sentence, before.at, null);
  const by = before.passive && sentence.tokens[at + 1]?.lower === 'by' ? 1 : 0;
  const object = by === 0 && before.passive ? null : phraseFrom(sentence, at + 1 + by);
  const as = object?.to ?? at + 1;
  const verb = sentence.tokens[as]?.lower === 'as' ? speechVerb(sentence, as + 1) : undefined;
  const [phrase, reporter] = before.passive ? [subject, object] : [object, subject];
  if (phrase === null || verb === undefined || before.modal) return null;
  return { ...OF_NO_MORE, phrase, cue: { from: as, to: as + 2 }, verb, by: reporter };
}

const speechVerb = ({ tokens, lexicon }: Sentence, at: number): VerbForm | undefined =>
  lexicon
    .verbs(tokens[at]?.lower ?? '')
    .find(({ form, words, speech }) => form === 'ing' && words.length === 1 && speech);

const OF_NO_MORE = { negated: false, trailing: false, addressee: null, antecedent: null, by: null } as const;

function sourcePhraseAt(sentence: Sentence, at: number): Source | null {
  for (const words of sentence.lexicon.sourcePhrases) {
    if (!words.every((word, i) => sentence.tokens[at + i]?.lower === word)) continue;
    const phrase = phraseFrom(sentence, at + words.length);
    if (phrase === null) return null;
    return { ...OF_NO_MORE, phrase, cue: { from: at, to: at + words.length }, verb: null, trailing: at > 0 };
  }
  return null;
}

function verbAt(sentence: Sentence, at: number, found: readonly Source[]): Source | null {
  const { tokens, lexicon } = sentence;
  const word = tokens[at];
  if (word === undefined || (isCapital(sentence, at) && at > 0 && tokens[at - 1]?.kind === 'word')) return null;
  for (const verb of lexicon.verbs(word.lower)) {
    if (!verb.words.every((part, i) => tokens[at + i]?.lower === part)) continue;
    const cue = { from: at, to: at + verb.words.length };
    const source = subjectOf(sentence, cue, { verb, earlier: found.at(-1)?.phrase ?? null });
    if (source !== null && fits(sentence, source)) return source;
  }
  return null;
}

type Cue = { readonly verb: VerbForm; readonly earlier: Phrase | null };

function subjectOf(sentence: Sentence, cue: Phrase, { verb, earlier }: Cue): Source | null {
  const source = (phrase: Phrase | null, more: Partial<Source> = {}): Source | null =>
    phrase === null
      ? null
      : {
          ...OF_NO_MORE,
          phrase,
          cue,
          verb,
          addressee: addresseeOf(sentence, cue, verb),
          antecedent: antecedentOf(sentence, phrase),
          ...more,
        };
  const before = auxiliariesBefore(sentence, cue.from);
  if (before.passive) return passive(sentence, cue, verb);
  if (verb.form === 'ing' && !before.progressive) return source(controller(sentence, cue.from, earlier));
  if (before.modal) return null;
  const inverted = invertedSubject(sentence, cue, verb.frame === 'object');
  // …, wanted a refund: a thing does not want.
  const isQuote = sentence.tokens[cue.from - 1]?.kind === 'quote';
  if (inverted !== null && (isQuote || canSpeak(sentence, inverted)))
    return source(inverted, { trailing: true, addressee: null });
  if (before.infinitive)
    return source(subjectOfMatrix(sentence, before.at, earlier), {
      negated: has(sentence, before.at - 1, 'unwilling'),
    });
  const subject = subjectEndingAt(sentence, before.at, earlier);
  if (subject === null || !agrees(sentence, subject, { verb, helped: before.helped })) return null;
  if (isOnlyPossible(sentence, subject)) return null;
  // Who did not respond said nothing.
  if (before.negated && verb.act === 'say' && verb.frame === 'any' && verb.words[0] !== 'say') return null;
  return source(subject, { negated: before.negated, trailing: isTrailing(sentence, subject, cue) });
}

// `If the principal says no`, `Did the mayor say so`: nobody has said it.
function isOnlyPossible(sentence: Sentence, { from }: Phrase): boolean {
  let at = from - 1;
  while (has(sentence, at, 'adverb')) at -= 1;
  return has(sentence, at, 'condition') || (has(sentence, at, 'auxiliary', 'be', 'modal') && asks(sentence));
}

const asks = ({ tokens }: Sentence): boolean => tokens.at(-1)?.text === '?';

// `was criticised by the mayor`: who says it stands behind `by`.
function passive(sentence: Sentence, cue: Phrase, verb: VerbForm): Source | null {
  for (let at = cue.to; at < Math.min(cue.to + 3, sentence.tokens.length); at++) {
    if (sentence.tokens[at]?.lower !== 'by') continue;
    const phrase = phraseFrom(sentence, at + 1);
    return phrase === null ? null : { ...OF_NO_MORE, phrase, cue, verb };
  }
  return null;
}

function isTrailing(sentence: Sentence, subject: Phrase, cue: Phrase): boolean {
  const before = sentence.tokens[subject.from - 1];
  if (before === undefined || !(before.kind === 'quote' || before.text === ',')) return false;
  const after = sentence.tokens[cue.to];
  return (
    before.kind === 'quote' ||
    after === undefined ||
    /^[.,;]$/.test(after.text) ||
    isTime(sentence, cue.to) ||
    has(sentence, cue.to, 'preposition')
  );
}
