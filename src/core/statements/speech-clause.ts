import { adverbials, clauseOpeners } from './adverbials.ts';
import type { Clause } from './clauses.ts';
import { behindDe, throughDocument } from './distant-subject.ts';
import { jointPhraseAt, nounPhraseAt, surnamePhrase } from './noun-phrase.ts';
import { namesPerson, startsWithName } from './naming.ts';
import { skipSpaces, type NounPhrase, type Reading } from './reading.ts';
import { PRONOUN, type Saying } from './speech-clause-parts.ts';
import { isSurname, matchEnd } from './titles.ts';
import { isAlsoNoun, speechVerbs, type SpeechVerb } from './speech-verbs.ts';

/** The saying of a clause that begins at one of its openers; null where the clause tells of none, or not clearly. */
export function sayingIn(reading: Reading, clause: Clause): Saying | null {
  const { masked } = reading;
  if (SUBORDINATE.test(masked.slice(clause.start, clause.end))) return null;
  const verbs = speechVerbs(masked, clause.start, clause.end);
  if (verbs.length === 0) return null;
  const starts = clauseOpeners(reading, clause.start, clause.end);
  const first = verbs[0]?.start ?? clause.end;
  if (WHILE_SAYING.test(masked.slice(first, clause.end))) return null;
  if (first === starts.at(-1) && WHILE_AT_FIRST.test(masked.slice(first, clause.end))) return null;
  let empty: Saying | null = null;
  for (const start of starts.toReversed()) {
    for (const verb of verbs) {
      if (verb.start < start) continue;
      const saying = sayingAt(reading, start, verb);
      if (saying === null) continue;
      const whole = followed(reading, saying, { verbs, end: clause.end });
      if (saying.subject.kind !== 'empty') return whole;
      if (empty === null || (empty.subject.kind === 'empty' && empty.subject.phrased)) empty = whole;
    }
  }
  const distant = throughDocument(reading, clause, verbs) ?? behindDe(reading, clause, verbs);
  return distant === null ? empty : followed(reading, distant, { verbs, end: clause.end });
}

// 說這句話的時候: when something else happened.
const WHILE_SAYING = /^[^,]{1,9}?(?:的时候|[话完]时|时候|[话完]后|之后|之际)$|^[^,]{8,40}[^其此随最幕背战今事会前]后$/;

// 說到最後一句時他…: the same before the one whom the clause is about.
const WHILE_AT_FIRST = /^[^,]{2,12}?(?:时(?![间刻候常代事机期])|之后|之际|期间|的时候)[^,]/;

/** How a clause begins that depends on another, and so does not say who speaks in its sentence. */
export const SUBORDINATE =
  /^ *(?:如果|若|假如|倘|虽然|虽|尽管|即使|由于|因为|除非|一旦|自从|每当|无论|不管|不论|只要|只有|除了|任凭|继(?!续)|和|以及|及|与(?![^,]{1,16}的)|与此相比|当(?![日天时局晚])|有报道|被(?!告)|遭|至于(?![^,]{1,16}则)(?=[^,]*(?:质疑|批评|指|说|称|要求)))/;

function sayingAt(reading: Reading, start: number, verb: SpeechVerb): Saying | null {
  const { masked } = reading;
  const named = jointPhraseAt(reading, start, verb.start);
  if (named !== null) {
    if (verb.kind === 'wish' && !mayWish(named)) return null;
    // what a country 承認 it recognises
    if (verb.word === '承认' && named.kind === 'place') return null;
    if (isInPhraseOfTime(masked.slice(named.after, verb.start), masked.slice(verb.end, verb.end + 24))) return null;
    const between = named.after <= verb.start ? adverbials(reading, named.after, verb.start, isAlsoNoun(verb)) : null;
    if (between !== null && !startsEvent(masked, named, verb)) {
      return {
        subject: { kind: 'named', phrase: named },
        verb,
        addressee: between.addressee,
        document: false,
        after: verb.end,
      };
    }
    if (named.kind !== 'joint') return null;
    // 布林肯與王毅會面時表示: the first alone speaks
    const first = nounPhraseAt(reading, start, verb.start);
    const rest = first === null ? null : adverbials(reading, first.after, verb.start, isAlsoNoun(verb));
    if (first === null || rest === null) return null;
    return {
      subject: { kind: 'named', phrase: first },
      verb,
      addressee: rest.addressee,
      document: false,
      after: verb.end,
    };
  }
  const pronoun = matchEnd(PRONOUN, masked, start);
  if (pronoun > 0 && pronoun <= verb.start) {
    // 其代表律師認為: somebody of theirs
    if (masked.startsWith('其', start) && isNoun(reading, pronoun, verb.start)) return null;
    const between = adverbials(reading, pronoun, verb.start, isAlsoNoun(verb));
    if (between === null) return null;
    const word = masked.slice(start, pronoun);
    return { subject: { kind: 'pronoun', word }, verb, addressee: between.addressee, document: false, after: verb.end };
  }
  const person = unvouchedPerson(reading, start, verb.start);
  if (person !== null) {
    const between = adverbials(reading, person.after, verb.start, isAlsoNoun(verb));
    if (between !== null) {
      return {
        subject: { kind: 'named', phrase: person },
        verb,
        addressee: between.addressee,
        document: false,
        after: verb.end,
      };
    }
  }
  if (isSurname(masked.charAt(start))) {
    const between = adverbials(reading, start + 1, verb.start, isAlsoNoun(verb));
    if (between !== null) {
      return {
        subject: { kind: 'surname', start, end: start + 1 },
        verb,
        addressee: between.addressee,
        document: false,
        after: verb.end,
      };
    }
  }
  const rest = adverbials(reading, start, verb.start, isAlsoNoun(verb));
  if (rest === null || holdsSubject(reading, start, verb.start)) return null;
  const phrased = verb.start > start && !/^[并又亦也还再更续则同]/.test(masked.slice(start, verb.start));
  return { subject: { kind: 'empty', phrased }, verb, addressee: rest.addressee, document: false, after: verb.end };
}

const isNoun = (reading: Reading, at: number, to: number): boolean =>
  reading.masked.startsWith('代表', at) || nounPhraseAt(reading, at, to) !== null;

// 首相的胞弟岸信夫受訪時表示: a phrase of time with a subject that could not be read.
const holdsSubject = (reading: Reading, start: number, end: number): boolean =>
  !/^(?:[在于与和同跟对向就随当被经据因由从]|关于|针对|至于|其后|其间)/.test(reading.masked.slice(start, end)) &&
  (/[a-z]{3}/.test(reading.masked.slice(start, end)) ||
    namesPerson(reading, start, end) ||
    startsWithName(reading, { start, end }));

// 美國希望… is the writer's view of a country, 楊潔篪希望… what he says.
const mayWish = ({ kind, name }: NounPhrase): boolean =>
  kind === 'person' || kind === 'joint' || (kind !== 'place' && name !== null);

// 在國會確認結果之後: the verb belongs to a phrase that tells when.
const isInPhraseOfTime = (before: string, behind: string): boolean =>
  /(?:在|于|当|自|趁)(?:[^,上下中内后前时期]*)$/.test(before) &&
  /^[^,]{1,20}?(?:之后|以后|之际|期间|的时候)/.test(behind);

// 布林肯與王毅討論…: both did something, and what follows is no adverb.
const startsEvent = (masked: string, { kind, after }: NounPhrase, verb: SpeechVerb): boolean =>
  kind === 'joint' && /^(?:会|见|通|讨|谈|举|在[^,]{0,12}(?:会|见))/.test(masked.slice(after, verb.start));

// A person with nothing but a surname to tell, of four characters at most, before a verb or an adverb.
function unvouchedPerson(reading: Reading, start: number, verbStart: number): NounPhrase | null {
  for (const n of [4, 3, 2]) {
    const end = start + n;
    if (end > verbStart) continue;
    const person = surnamePhrase(reading, start, end);
    if (person !== null && adverbials(reading, end, verbStart) !== null) return person;
  }
  return null;
}

// 強調說, 回應稱, 告訴記者: the verb that follows at once, and whom 告訴 names.
function followed(
  reading: Reading,
  saying: Saying,
  { verbs, end }: { verbs: readonly SpeechVerb[]; end: number },
): Saying {
  const { masked } = reading;
  if (/^告[诉知]/.test(saying.verb.word)) {
    const whom = nounPhraseAt(reading, saying.verb.end, end);
    if (whom !== null) return { ...saying, addressee: saying.addressee ?? whom, after: whom.after };
  }
  let { after } = saying;
  const particle = masked.charAt(after);
  if (particle === '到' || particle === '道' || particle === '了') after++;
  const next = verbs.find((verb) => verb.start === skipSpaces(masked, after, end));
  return { ...saying, after: next === undefined ? after : next.end };
}
