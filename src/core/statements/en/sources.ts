import type { VerbForm } from './lexicon.ts';
import { addresseeOf, agrees, fits } from './frames.ts';
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
}

/** All who are said to say something in a sentence, in the order of the words that say so. */
export function sourcesOf(sentence: Sentence): Source[] {
  const found: Source[] = [];
  for (let at = 0; at < sentence.tokens.length; at++) {
    if (sentence.tokens[at]?.kind !== 'word') continue;
    const source = sourcePhraseAt(sentence, at) ?? verbAt(sentence, at, found);
    if (source === null) continue;
    if (!isNested(sentence, source, found)) found.push(source);
    at = Math.max(at, source.cue.to - 1);
  }
  return found;
}

// What somebody says that another said or thinks is theirs to say: only the one who hands it on is heard here.
function isNested({ tokens, lexicon }: Sentence, source: Source, found: readonly Source[]): boolean {
  const outer = found.at(-1);
  // A relative clause in the subject holds nothing of what the subject says afterwards.
  if (outer === undefined || outer.trailing || source.phrase.from <= outer.phrase.from) return false;
  const start = Math.min(source.phrase.from, source.cue.from);
  const before = tokens[start - 1];
  const opens = before?.text === ';' || before?.kind === 'quote' || has({ tokens, lexicon }, start - 1, 'coordinator');
  return !opens && !(source.trailing && before?.text === ',' && outer.verb !== null);
}

function sourcePhraseAt(sentence: Sentence, at: number): Source | null {
  for (const words of sentence.lexicon.sourcePhrases) {
    if (!words.every((word, i) => sentence.tokens[at + i]?.lower === word)) continue;
    const phrase = phraseFrom(sentence, at + words.length);
    if (phrase === null) return null;
    return {
      phrase,
      cue: { from: at, to: at + words.length },
      verb: null,
      negated: false,
      trailing: at > 0,
      addressee: null,
      antecedent: null,
    };
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
          phrase,
          cue,
          verb,
          negated: false,
          trailing: false,
          addressee: addresseeOf(sentence, cue, verb),
          antecedent: antecedentOf(sentence, phrase),
          ...more,
        };
  const before = auxiliariesBefore(sentence, cue.from);
  if (before.passive) return passive(sentence, cue, verb);
  if (verb.form === 'ing' && !before.progressive) return source(controller(sentence, cue.from, earlier));
  if (before.modal) return null;
  const inverted = invertedSubject(sentence, cue, verb.frame === 'object');
  if (inverted !== null) return source(inverted, { trailing: true, addressee: null });
  if (before.infinitive) return source(subjectOfMatrix(sentence, before.at, earlier));
  const subject = subjectEndingAt(sentence, before.at, earlier);
  if (subject === null || !agrees(sentence, subject, { verb, helped: before.helped })) return null;
  // Who did not respond said nothing.
  if (before.negated && verb.act === 'say' && verb.frame === 'any' && verb.words[0] !== 'say') return null;
  return source(subject, { negated: before.negated, trailing: isTrailing(sentence, subject, cue) });
}

// `was criticised by the mayor`: who says it stands behind `by`.
function passive(sentence: Sentence, cue: Phrase, verb: VerbForm): Source | null {
  for (let at = cue.to; at < Math.min(cue.to + 3, sentence.tokens.length); at++) {
    if (sentence.tokens[at]?.lower !== 'by') continue;
    const phrase = phraseFrom(sentence, at + 1);
    return phrase === null
      ? null
      : { phrase, cue, verb, negated: false, trailing: false, addressee: null, antecedent: null };
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
