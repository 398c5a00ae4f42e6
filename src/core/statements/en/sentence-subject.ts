import { has, isCapital, type Phrase, type Sentence } from './noun-phrase.ts';
import { mainSubject, withName } from './subjects.ts';

/** Who a sentence is about: its subject, with the name that stands behind it (`her deputy, Samuel Pruitt,`); null where it is nobody. */
export function sentenceSubject(sentence: Sentence): Phrase | null {
  const phrase = mainSubject(sentence, sentence.tokens.length);
  if (phrase === null) return null;
  // The clinic's pharmacist, Ida Roake,: who has a name is somebody, whatever they are called before it.
  const named = withName(sentence, phrase);
  if (named.to > phrase.to) return named;
  let to = verbIn(sentence, phrase) ?? phrase.to;
  // `The port authority closed`: of the verbs that no list has, none can end what a body is called.
  while (to > phrase.from && !endsSomebody(sentence, to - 1)) to -= 1;
  return to === phrase.from ? null : { from: phrase.from, to };
}

// `The yard hired Ms Lowe`: no list has all verbs, and behind a determiner such a word is an adjective (the retired general).
function verbIn(sentence: Sentence, { from, to }: Phrase): number | null {
  for (let at = from + 1; at < to; at++)
    if (/^[a-z]+ed$/.test(sentence.tokens[at]?.text ?? '') && !has(sentence, at - 1, 'determiner')) return at;
  return null;
}

function endsSomebody(sentence: Sentence, at: number): boolean {
  const { personNouns, bodyNouns } = sentence.lexicon;
  const word = sentence.tokens[at]?.lower ?? '';
  return (
    isCapital(sentence, at) || [word, word.replace(/s$/, '')].some((one) => personNouns.has(one) || bodyNouns.has(one))
  );
}
