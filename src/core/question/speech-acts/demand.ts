import type { Span } from '../../model/span.ts';
import { type Gazetteer, type Mention, longestMentions } from '../../names/gazetteer.ts';
import { isFirstName } from '../../statements/en/first-names.ts';
import { lexicon, verbAt } from '../../statements/zh/lexicon.ts';
import { anyOf, formsOf, langPairs, langTable, langWords } from '../../text/lang-data.ts';
import { foldScript, stemOf } from '../../text/script.ts';
import { ASPECT, HOW_OR_WHAT } from './in-chinese.ts';
import { type AskedParty, type AskedStatement, partyOf } from './statement.ts';

const VERBS = langTable('zh/demands-of');
const BETWEEN: ReadonlySet<string> = new Set(formsOf(VERBS, 'between'));
const VERB = new RegExp(anyOf(VERBS.keys()), 'gu');
// 美方「在會談中多次」要求: so many UTF-16 units of a clause stand between who asks and the verb.
const WITHIN = 10;
const TOWARDS = new RegExp(`(?:${anyOf(langWords('zh/towards'))})$`, 'u');
const PUT_FORWARD = new RegExp(`^(?:${ASPECT})?(?:${HOW_OR_WHAT.source})?$`);
const COUNTRIES: ReadonlySet<string> = new Set(langWords('zh/country-characters'));
const CLAUSE_END = /[，,。；;？?！!：:]/u;

/** A demand that is asked for. Its verb is no content: reports put it in words of their own. */
type AskedDemand = AskedStatement & { readonly verb: Span };

/**
 * The demand of somebody on somebody that a folded question asks for: 「美方希望中方做甚麼」, "What does Beijing want from
 * Washington". Null where it names nobody who demands. `mentions` are the names in it, from left to right.
 */
export function askedDemandIn(text: string, folded: string, names: Gazetteer): AskedDemand | null {
  const mentions = longestMentions(names.mentions(folded, text)).filter(({ name }) => name.kind !== 'word');
  return /\p{Script=Han}/u.test(text) ? demandInChinese(folded, mentions) : demandInEnglish(text, folded, mentions);
}

function demandInChinese(folded: string, mentions: readonly Mention[]): AskedDemand | null {
  for (const { 0: verb, index } of folded.matchAll(VERB)) {
    const end = index + verb.length;
    const before = mentions.findLast((one) => one.end <= index);
    const behind = mentions.find((one) => one.start === end);
    if (before === undefined) continue;
    const gap = folded.slice(before.end, index);
    const towards = TOWARDS.exec(folded.slice(0, before.start));
    const first = towards === null ? undefined : mentions.findLast((one) => one.end <= towards.index);
    // 「王毅對沙利文提出了什麼要求」.
    if (first !== undefined && towards !== null && !CLAUSE_END.test(folded.slice(first.end, towards.index)))
      return demandOf(folded, [first, before], { start: putForward(folded, before.end, index), end });
    if (BETWEEN.has(verb) ? gap !== '' || behind === undefined : gap.length > WITHIN || CLAUSE_END.test(gap)) continue;
    const demand = demandOf(folded, [before, behind], { start: index, end });
    return { ...demand, addressee: demand.addressee ?? sideAt(folded, end) ?? toldToDo(folded, end) };
  }
  return demandByForm(folded, mentions);
}

const MARKS = '，,。；;？?！!：:\\s';
const TO_DO = new RegExp(`^([^${MARKS}]{2,12}?)(?:${anyOf(langWords('zh/to-do'))})`, 'u');

// 「要求凌致遠做什麼」: whoever stands between the verb and 做, though no list knows them.
function toldToDo(folded: string, start: number): AskedParty | null {
  const [, name] = TO_DO.exec(folded.slice(start)) ?? [];
  return name === undefined ? null : { start, end: start + name.length, entry: null, name };
}

// 「保護野豬的團體」, 「三個漁會在聲明中」: none is a name by which a report would call them.
const NO_SIDE = ['zh/no-side-characters', 'yue/no-side-characters'].flatMap(langWords);
const A_NAME = new RegExp(`^(?:(?!${anyOf(NO_SIDE)})\\p{Script=Han})+$`, 'u');
// 促 of 力促, 请 of 请求.
const isPartOfVerb = (folded: string, { start, end }: Span): boolean =>
  (verbAt(folded, start - 1)?.end ?? 0) >= end || (verbAt(folded, start)?.end ?? 0) > end;

// 「工會要求公司做什麼」: of two whom no list knows the one opens the clause, the other stands between the verb and 做.
function demandByForm(folded: string, mentions: readonly Mention[]): AskedDemand | null {
  if (mentions.some(({ start }) => start === 0)) return demandLaidOn(folded);
  for (const { 0: verb, index } of folded.matchAll(VERB)) {
    const end = index + verb.length;
    if (isPartOfVerb(folded, { start: index, end })) continue;
    const addressee = sideAt(folded, end) ?? knownAt(folded, end, mentions) ?? toldToDo(folded, end);
    const name = folded.slice(0, index);
    if (addressee === null || name.length < 2 || name.length > WITHIN || !A_NAME.test(name)) continue;
    const speaker = { start: 0, end: index, entry: null, name };
    return { speaker, act: 'demand', verb: { start: index, end }, addressee, content: null, asksSpeaker: false };
  }
  return demandLaidOn(folded);
}

const LAID_ON = new RegExp(
  `^([^${MARKS}]{2,12}?)(${anyOf(langWords('zh/towards'))})([^${MARKS}]{2,12}?)(?:${anyOf(langWords('zh/put-forward'))})`,
  'u',
);
const ASKED_FOR = new RegExp(`^(?:${ASPECT})?(?:${HOW_OR_WHAT.source})(?:${anyOf(VERBS.keys())})`, 'u');

// 「工會對公司有甚麼要求」, neither known to a list.
function demandLaidOn(folded: string): AskedDemand | null {
  const [laid, name = '', towards = '', addressee = ''] = LAID_ON.exec(folded) ?? [];
  if (laid === undefined || !A_NAME.test(name) || !A_NAME.test(addressee)) return null;
  const [asked] = ASKED_FOR.exec(folded.slice(laid.length)) ?? [];
  if (asked === undefined) return null;
  const start = name.length + towards.length;
  const end = start + addressee.length;
  return {
    speaker: { start: 0, end: name.length, entry: null, name },
    act: 'demand',
    verb: { start: end, end: laid.length + asked.length },
    addressee: { start, end, entry: null, name: addressee },
    content: null,
    asksSpeaker: false,
  };
}

function knownAt(folded: string, start: number, mentions: readonly Mention[]): AskedParty | null {
  const known = mentions.find((one) => one.start === start);
  return known === undefined ? null : partyOf(folded, known);
}

// 「提出了什麼要求」: the verb for whose sake the noun is said says no more than the noun.
function putForward(folded: string, from: number, noun: number): number {
  const verb = verbAt(folded, from);
  return verb !== null && PUT_FORWARD.test(folded.slice(verb.end, noun)) ? from : noun;
}

// 「秦剛要求日方做什麼」: a country's side that only the lists of the language know.
function sideAt(folded: string, start: number): AskedParty | null {
  const end = lexicon().bodies.endAt(folded, start);
  if (end <= start || !COUNTRIES.has(folded.charAt(start))) return null;
  return { start, end, entry: null, name: folded.slice(start, end) };
}

const ENGLISH = langTable('en/demands-of');
const STEMS: ReadonlySet<string> = new Set(Array.from(ENGLISH.keys(), (verb) => stemOf(verb)));
const WITH_TO: ReadonlySet<string> = new Set(formsOf(ENGLISH, 'to').map((verb) => stemOf(verb)));
// "Washington officials now want": so many words stand between the name and the verb.
const WORDS_BETWEEN = 2;
const OF_SECOND = new RegExp(
  `^ (?:(?:${anyOf(formsOf(langPairs('en/addressee-before'), 'demand'))}) )?(?:the )?$`,
  'u',
);
const PERFECT = new RegExp(`\\b(?:${anyOf(langWords('en/perfect-auxiliaries'))}) (?:the )?$`, 'u');

// "Mark Cuban", "London Breed", "US President Mirza": somebody, and not the place whose name is a part of it.
function isPartOfName(text: string, { name, start, end }: Mention): boolean {
  if (name.kind !== 'place') return false;
  const before = /(?<= )\p{Lu}\p{L}+(?= $)/u.exec(text.slice(0, start));
  const [behind = ''] = /(?<=^ )\p{Lu}\p{L}+/u.exec(text.slice(end)) ?? [];
  return (
    (behind !== '' && !STEMS.has(stemOf(foldScript(behind)))) || (before !== null && isFirstName(foldScript(before[0])))
  );
}

function demandInEnglish(text: string, folded: string, mentions: readonly Mention[]): AskedDemand | null {
  for (const [i, first] of mentions.entries()) {
    if (isPartOfName(text, first)) continue;
    const words = Array.from(folded.slice(first.end).matchAll(/[a-z']+/gu)).slice(0, WORDS_BETWEEN + 1);
    const verb = words.find(([word]) => STEMS.has(stemOf(word)));
    // "Is Blinken expected": nobody demands anything there.
    if (verb === undefined || (verb[0].endsWith('ed') && !PERFECT.test(folded.slice(0, first.start)))) continue;
    const second = mentions[i + 1];
    const end = first.end + verb.index + verb[0].length;
    const isNext = second !== undefined && OF_SECOND.test(folded.slice(end, second.start));
    if (WITH_TO.has(stemOf(verb[0])) && !(isNext && folded.startsWith(' to ', second.end))) continue;
    return demandOf(folded, [first, isNext ? second : undefined], { start: first.end + verb.index, end });
  }
  return null;
}

const demandOf = (
  folded: string,
  [speaker, addressee]: readonly [Mention, Mention | undefined],
  verb: Span,
): AskedDemand => ({
  speaker: partyOf(folded, speaker),
  act: 'demand',
  verb,
  addressee: addressee === undefined ? null : partyOf(folded, addressee),
  content: null,
  asksSpeaker: false,
});
