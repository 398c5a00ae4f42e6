import type { Span } from '../../model/span.ts';
import type { Party } from '../../model/statement.ts';
import { longestMentions, type Gazetteer } from '../../names/gazetteer.ts';
import { lexicon } from '../../statements/zh/lexicon.ts';
import { readChinese, type Utterance } from '../../statements/zh/read-zh.ts';
import { verbAt, type SpeechVerb } from '../../statements/zh/verbs.ts';
import { foldScript } from '../../text/script.ts';
import { clausesOf } from '../clauses.ts';
import { CLAIMS, declarative, HOW_OR_WHAT, SOMEBODY } from './declarative.ts';
import { articleOf, originOf, type Recast } from './recast.ts';
import type { AskedParty, AskedStatement, QuestionText } from './statement.ts';

/** Reads a Chinese question as the statement that would answer it. */
export function inChinese(question: QuestionText, names: Gazetteer): AskedStatement | null {
  if (!speaks(question)) return null;
  const recast = declarative(question);
  const article = articleOf(recast.text);
  const said = nearCue(readChinese(article, article.blocks, names), recast, question);
  if (said === undefined) return null;
  const mention = originOf(recast, said.speaker?.mention ?? null);
  const asksSpeaker =
    question.cue?.asked === 'person' && recast.text.startsWith(SOMEBODY, said.speaker?.mention?.start);
  const content = originOf(recast, said.content);
  const addressed = originOf(recast, said.addressee?.mention ?? null);
  const verb = verbOf(question, said);
  const noun = said.act === 'say' ? actNoun(question) : null;
  const laidOn = said.act === 'accuse' ? accused(question, verb, names) : null;
  return {
    speaker: asksSpeaker || mention === null ? null : partyAt(question, mention, { party: said.speaker, names }),
    act: noun?.act ?? said.act,
    verb: noun === null ? verb : { start: verb?.start ?? noun.start, end: noun.end },
    addressee: addressed === null ? laidOn : partyAt(question, addressed, { party: said.addressee, names }),
    content: asksSpeaker || question.cue?.asked === 'yesno' ? content : null,
    asksSpeaker,
  };
}

// The verb of the act, outside the question word, with 了 behind it.
function verbOf({ kept }: QuestionText, { act }: Utterance): Span | null {
  for (let at = 0; at < kept.length; at++) {
    const verb = verbAt(kept, at);
    if (verb === null || verb.act !== act) continue;
    return { start: verb.start, end: verb.end + (/^[了过]/.test(kept.slice(verb.end)) ? 1 : 0) };
  }
  return null;
}

// 「提出了甚麼要求」: the noun behind the question word names the act, and not the verb.
function actNoun({ folded, cue }: QuestionText): SpeechVerb | null {
  const noun = cue === null ? null : verbAt(folded, cue.end);
  return noun === null || noun.act === 'say' || noun.act === 'other' ? null : noun;
}

// 「工會批評船務公司甚麼」: on whom an accusation is laid stands between its verb and the question word.
function accused({ text, folded, cue }: QuestionText, verb: Span | null, names: Gazetteer): AskedParty | null {
  if (verb === null || cue === null || cue.start <= verb.end || cue.asked === 'yesno') return null;
  const span = { start: verb.end, end: cue.start };
  if (span.end - span.start > LONGEST_PARTY || clausesOf(folded.slice(span.start, span.end)).length > 1) return null;
  return partyAt({ text, folded, kept: folded, cue }, span, { party: null, names });
}

// In UTF-16 units: longer words are a subject.
const LONGEST_PARTY = 8;

// Most questions have no verb of speech: they are not read any further.
function speaks({ folded, cue }: QuestionText): boolean {
  if (cue?.asked === 'person' && CLAIMS.test(folded.slice(cue.end))) return true;
  for (let at = 0; at < folded.length; at++) if (verbAt(folded, at) !== null) return true;
  return HOW_OR_WHAT.test(folded);
}

// Of several, the first of the clause that asks: remarks before it speak of others, and 「有人說…」 of nobody who is asked about.
function nearCue(said: readonly Utterance[], recast: Recast, { folded, cue }: QuestionText): Utterance | undefined {
  const asking = clausesOf(folded).find(({ start, end }) => cue !== null && cue.start >= start && cue.start < end);
  const isHere = ({ speaker }: Utterance): boolean => {
    const at = originOf(recast, speaker?.mention ?? null);
    return at !== null && asking !== undefined && at.start >= asking.start && at.start < asking.end;
  };
  const named = said.filter(({ speaker }) => !lexicon().nonNames.has(foldScript(speaker?.name ?? '')));
  return named.find(isHere) ?? named[0];
}

// 「會談後布林肯…」, 「布林肯去北京預計…」: where no name was read and a known one stands there, that is who is meant.
function partyAt({ text, folded }: QuestionText, span: Span, { party, names }: PartyRead): AskedParty {
  const words = folded.slice(span.start, span.end);
  const people = party?.entry == null ? longestMentions(names.mentions(words, text.slice(span.start, span.end))) : [];
  const known = people.findLast(({ name }) => name.kind === 'person');
  if (known !== undefined)
    return {
      start: span.start + known.start,
      end: span.start + known.end,
      entry: known.name,
      name: words.slice(known.start, known.end),
    };
  // 「蘋果日報的羅偉光」: whom they belong to is no part of the name.
  const start = party?.entry == null ? span.start + words.lastIndexOf('的') + 1 : span.start;
  return { start, end: span.end, entry: party?.entry ?? null, name: folded.slice(start, span.end) };
}

interface PartyRead {
  readonly party: Party | null;
  readonly names: Gazetteer;
}
