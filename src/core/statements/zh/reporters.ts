import type { SpeechAct } from '../../model/statement.ts';
import { lexicon, type SpeechVerb } from './lexicon.ts';
import type { Phrase } from './token.ts';
import type { Subject } from './subject.ts';
import type { ZhText } from './zh-text.ts';

/** Whether a source relays what others say: a news outlet, a document. */
export const isReporter = ({ masked, folded }: ZhText, phrases: readonly Phrase[], verb: SpeechVerb): boolean =>
  verb.kind === 'report' ||
  phrases.every(({ start, end, kind }) => {
    if (kind === 'document') return true;
    if (kind === 'person' || kind === 'office') return false;
    const last = /[》」』]/.test(masked.charAt(end - 1)) ? end - 1 : end;
    return lexicon().outlets.startBefore(folded, last) >= start;
  });

interface SpeechPart {
  readonly subject: Subject;
  readonly frame: { readonly act: SpeechAct; readonly verb: SpeechVerb };
}

/**
 * Whether an outlet only relays that somebody else speaks: 路透社稱，布林肯表示. Its account of a country's deeds is its own statement,
 * 大紀元稱，美國多次譴責, and so is that somebody made something clear.
 */
export function isRelayed(outer: SpeechPart, { subject, frame }: SpeechPart): boolean {
  if (subject === outer.subject || outer.frame.act !== 'say') return false;
  const { kind, act } = frame.verb;
  if (kind === 'plain' || kind === 'bare' || kind === 'quote') return true;
  if ((kind === 'noun' && act === 'say') || (act === 'other' && outer.frame.verb.kind !== 'report')) return false;
  if (act === 'ask' || subject.kind === 'pronoun') return true;
  return subject.kind === 'named' && subject.phrases.every((one) => one.kind === 'person' || one.kind === 'office');
}
