import type { Mention } from '../../names/gazetteer.ts';
import { verbAt, type SpeechVerb } from '../../statements/zh/verbs.ts';
import { isTowards } from '../speakers.ts';
import { partyOf, type AskedStatement } from './statement.ts';

/** The same, where a place was read as who speaks and somebody who can is asked about: 「阿拉斯加會談後 布林肯 說了什麼」. */
export function saidBySomebody(
  said: AskedStatement | null,
  folded: string,
  asked: Mention | null,
): AskedStatement | null {
  if (said === null || asked === null || said.speaker?.entry?.kind !== 'place' || asked.name.kind === 'place')
    return said;
  // 「中國敦促美方做甚麼」: whom something is asked of does not ask it.
  if (said.addressee?.start === asked.start) return said;
  return { ...said, speaker: partyOf(folded, asked) };
}

interface NamedQuestion {
  readonly folded: string;
  /** `folded` with what frames it, and the question word, blanked. */
  readonly kept: string;
  readonly mentions: readonly Mention[];
}

/**
 * Whom a question names and what act, where it is read as no statement: 「楊潔篪對美國有甚麼要求？」. Null where it names no act but
 * saying, or nobody who could do it.
 */
export function actByMention({ folded, kept, mentions }: NamedQuestion): AskedStatement | null {
  const verb = actVerb(kept);
  if (verb === null) return null;
  const able = mentions.filter(({ name }) => name.kind !== 'word');
  const isAddressed = ({ start }: Mention): boolean => start === verb.end || isTowards(folded.slice(0, start));
  const speaker = able.findLast((one) => one.end <= verb.start && !isAddressed(one));
  if (speaker === undefined) return null;
  const addressee = able.find(isAddressed);
  return {
    speaker: partyOf(folded, speaker),
    act: verb.kind === 'wish' ? 'demand' : verb.act,
    verb: { start: lightVerb(kept, verb.start) ?? verb.start, end: verb.end },
    addressee: addressee === undefined ? null : partyOf(folded, addressee),
    content: null,
    asksSpeaker: false,
  };
}

// 「提出了甚麼要求」: where a verb stands before the question word, for whose sake the noun behind it is said.
function lightVerb(kept: string, end: number): number | null {
  for (let at = 0; at < end; at++) {
    const verb = verbAt(kept, at);
    if (verb !== null && /^[了过]?\s*$/.test(kept.slice(verb.end, end))) return verb.start;
  }
  return null;
}

// To wish that somebody did something is to ask it of them.
function actVerb(kept: string): SpeechVerb | null {
  for (let at = 0; at < kept.length; at++) {
    const verb = verbAt(kept, at);
    if (verb !== null && (verb.kind === 'wish' || (verb.act !== 'say' && verb.act !== 'other'))) return verb;
  }
  return null;
}
