import type { NounPhrase } from './reading.ts';
import type { SpeechVerb } from './speech-verbs.ts';

/** Who is said to say something in a clause: somebody named, a pronoun, or nobody (並稱 …). */
export type Subject =
  | { readonly kind: 'named'; readonly phrase: NounPhrase }
  | { readonly kind: 'surname'; readonly start: number; readonly end: number }
  | { readonly kind: 'pronoun'; readonly word: string }
  /** `phrased` tells that a phrase stands before the verb (就…表示), as it does where the subject is in the clause before. */
  | { readonly kind: 'empty'; readonly phrased: boolean };

/** A verb of speech with its subject; `document` tells that the subject is named through what they issued (X的聲明稱). */
export interface Saying {
  readonly subject: Subject;
  readonly verb: SpeechVerb;
  readonly addressee: NounPhrase | null;
  readonly document: boolean;
  /** Where the words of the saying begin. */
  readonly after: number;
}

/** A pronoun that may be who speaks. */
export const PRONOUN = /(?:他们|她们|两人|二人|他|她|其)(?![们人他她它中后实余间次])/y;
