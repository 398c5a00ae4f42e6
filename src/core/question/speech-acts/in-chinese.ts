import type { Span } from '../../model/span.ts';
import { KIN_BEHIND } from '../../statements/speaks-for.ts';
import { verbAt, type SpeechVerb, lexicon } from '../../statements/zh/lexicon.ts';
import { endWithout, foldScript } from '../../text/script.ts';
import { anyOf, formsOf, langPairs, langTable, langWords } from '../../text/lang-data.ts';
import { ADVERBIAL, type AnswerTypeMatch, clausesOf, spokenOf } from '../answer-type.ts';
import { declarativeOf, articleOf, originOf, type Declarative } from './declarative.ts';
import type { QuestionText, AskedParty, AskedStatement } from './statement.ts';
import type { Party } from '../../model/statement.ts';
import { longestMentions, type Gazetteer } from '../../names/gazetteer.ts';
import { readChinese, type Utterance } from '../../statements/zh/read-zh.ts';

const placeholder = (of: string): string => formsOf(langTable('zh/placeholders'), of)[0] ?? '';
/** Stands for whoever is asked for: the reader of statements takes it for somebody, as it is. */
const SOMEBODY = placeholder('somebody');
// And this for whatever is.
const SOMETHING = placeholder('something');
const HOW = anyOf(['zh/how', 'yue/how'].flatMap(langWords));
const WHAT = anyOf(['zh/what', 'yue/what'].flatMap(langWords));
/** The marks that say that something was done, 了, 過 and 咗, as the source of a pattern. */
export const ASPECT = anyOf(['zh/aspects', 'yue/aspects'].flatMap(langPairs).map(([form]) => form));
const NOTHING_BUT_ASPECT = new RegExp(`^(?:${ASPECT})?$`);
const OPENS_WITH_ASPECT = new RegExp(`^(?:${ASPECT})`);
/** The words that ask how or what. */
export const HOW_OR_WHAT = new RegExp(`${HOW}|${WHAT}`);

/** 「王毅怎樣評論台灣？」 as 「王毅評論，台灣。」, 「誰說X」 as 「某人說X」, 「王毅為甚麼批評美國」 as 「王毅批評美國」. */
function declarative({ text, folded, kept, cue }: QuestionText): Declarative {
  const asking = clausesOf(folded).filter(
    ({ start, end }) => kept.slice(start, end).trim() !== '' || (cue !== null && start < cue.end && end > cue.start),
  );
  const first = asking[0]?.start ?? 0;
  const opens = Math.max(first, Math.min(first + kept.slice(first).search(/\S/), cue?.start ?? Infinity));
  const last = asking.at(-1)?.end ?? folded.length;
  const end = opens + endWithout(folded.slice(opens, last), /[\s?？!！。，,]/);
  const parts: (Span | string)[] = [];
  if (cue === null || cue.start >= end || cue.start < opens) parts.push({ start: opens, end });
  else {
    const spoken = verbBefore(folded, cue);
    if (spoken === null) parts.push({ start: opens, end: cue.start }, ...openPart(folded, cue));
    else parts.push({ start: opens, end: spoken.end }, '，');
    const [said = '', verb = ''] = cue.asked === 'person' ? (CLAIMS.exec(folded.slice(cue.end)) ?? []) : [];
    if (said !== '') parts.push({ start: cue.end, end: cue.end + verb.length }, '，');
    const rest = { start: Math.min(cue.end + said.length, end), end };
    parts.push(rest);
    if ((cue.asked === 'statement' || spoken !== null) && folded.slice(rest.start, rest.end).trim() === '')
      parts.push(SOMETHING);
  }
  const spoken = spokenOf({ kept, cue });
  return declarativeOf(text, [...(spoken === null ? parts : parts.flatMap((part) => saying(part, spoken))), '。']);
}

// A part with a verb in it put as 「說，」, whatever stands behind the verb.
function saying(part: Span | string, verb: Span): (Span | string)[] {
  if (typeof part === 'string' || verb.start < part.start || verb.end > part.end) return [part];
  const behind = { start: verb.end, end: part.end };
  return [{ start: part.start, end: verb.start }, SAY, '，', behind.start < behind.end ? behind : SOMETHING];
}

// 「工會同意了甚麼」: the verb of speech before a question word that asks what is said.
function verbBefore(folded: string, { asked, start }: AnswerTypeMatch): Span | null {
  if (asked !== 'what' && asked !== 'which') return null;
  for (let at = Math.max(0, start - LONGEST_VERB); at < start; at++) {
    const verb = verbAt(folded, at);
    if (verb !== null && NOTHING_BUT_ASPECT.test(folded.slice(verb.end, start))) return verb;
  }
  return null;
}

// In UTF-16 units, with 了.
const LONGEST_VERB = 5;

// What stands in the place of the question word.
function openPart(folded: string, { asked, start, end }: AnswerTypeMatch): (Span | string)[] {
  if (ADVERBIAL.has(asked)) return [];
  if (asked === 'person') return [SOMEBODY];
  if (asked !== 'statement') return [{ start, end }];
  const verb = verbIn(folded, start, end);
  return [verb ?? SAY, '，'];
}

const SAY = placeholder('say');
/** What opens a claim behind 誰, whatever word the first character of it would make with 說. */
export const CLAIMS = new RegExp(
  `^(${anyOf(langWords('zh/claiming'))})(?:${ASPECT})?(?!${anyOf(langWords('zh/not-claiming'))})`,
);

function verbIn(folded: string, start: number, end: number): Span | null {
  const bare = folded.slice(start, end).replace(HOW_OR_WHAT, (word) => ' '.repeat(word.length));
  for (let at = 0; at < bare.length; at++) {
    const verb = verbAt(bare, at);
    if (verb !== null) return { start: start + verb.start, end: start + verb.end };
  }
  return null;
}

/** Reads a Chinese question as the statement that would answer it. */
export function inChinese(question: QuestionText, names: Gazetteer): AskedStatement | null {
  const statement = declarative(question);
  const article = articleOf(statement.text);
  const said = nearCue(readChinese(article, article.blocks, names), statement, question);
  if (said === undefined) return null;
  const named = (party: Party | null): AskedParty | null => {
    const mention = originOf(statement, party?.mention ?? null);
    return mention === null ? null : partyAt(question, mention, { party, names });
  };
  const asksSpeaker =
    question.cue?.asked === 'person' && statement.text.startsWith(SOMEBODY, said.speaker?.mention?.start);
  const verb = verbOf(question, said);
  const noun = said.act === 'say' ? actNoun(question) : null;
  const laidOn = said.act === 'accuse' ? accused(question, verb, names) : null;
  return {
    speaker: asksSpeaker ? null : named(said.speaker),
    act: noun?.act ?? said.act,
    verb: noun === null ? verb : { start: verb?.start ?? noun.start, end: noun.end },
    addressee: named(said.addressee) ?? laidOn,
    content: asksSpeaker || question.cue?.asked === 'yesno' ? originOf(statement, said.content) : null,
    asksSpeaker,
  };
}

// The verb of the act, outside the question word, with 了 behind it.
function verbOf({ kept, cue }: QuestionText, { act }: Utterance): Span | null {
  const spoken = act === 'say' ? spokenOf({ kept, cue }) : null;
  if (spoken !== null) return spoken;
  for (let at = 0; at < kept.length; at++) {
    const verb = verbAt(kept, at);
    if (verb === null || verb.act !== act) continue;
    return { start: verb.start, end: verb.end + (OPENS_WITH_ASPECT.test(kept.slice(verb.end)) ? 1 : 0) };
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

// Of several, the first of the clause that asks: remarks before it speak of others, and 「有人說…」 of nobody who is asked about.
function nearCue(
  said: readonly Utterance[],
  statement: Declarative,
  { folded, cue }: QuestionText,
): Utterance | undefined {
  const asking = clausesOf(folded).find(({ start, end }) => cue !== null && cue.start >= start && cue.start < end);
  const isHere = ({ speaker }: Utterance): boolean => {
    const at = originOf(statement, speaker?.mention ?? null);
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
  if (known !== undefined && !goesOn(words.slice(known.end)))
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

const MAY_FOLLOW: ReadonlySet<string> = new Set(langWords('zh/after-name'));

// 王毅民, 王毅之友: neither is 王毅.
const goesOn = (behind: string): boolean =>
  KIN_BEHIND.test(behind) || (behind.length === 1 && HAN.test(behind) && !MAY_FOLLOW.has(behind));
const HAN = /\p{Script=Han}/u;

interface PartyRead {
  readonly party: Party | null;
  readonly names: Gazetteer;
}
