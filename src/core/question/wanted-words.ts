import type { Span } from '../model/span.ts';
import type { EntryKind } from '../names/gazetteer.ts';
import { anyOf, langWords } from '../text/lang-data.ts';
import { isCjk, remembering } from '../text/script.ts';
import { apart, finding, matchSpans, type SearchedSentence, type WantedQuery } from './wanted-kind.ts';
import { numeralsFrom } from '../text/numbers.ts';

const SURNAMES = langWords('zh/surnames');
const OFFICES = [...langWords('zh/offices'), ...langWords('zh/person-nouns')];
const SURNAME = anyOf(SURNAMES);
const OFFICE = anyOf(OFFICES);
const SAYS = anyOf(langWords('zh/saying-marks'));
const SOUND = `[${langWords('zh/transliteration').join('')}]`;
const BODY_ENDING = anyOf(langWords('zh/body-endings'));
const PLACE_ENDING = anyOf(langWords('zh/place-endings'));

const HAN = '[\\u3400-\\u9fff]';
const charactersOf = (list: string): string => langWords(list).join('');
const NO_NAME = charactersOf('zh/no-name-characters');
const GIVEN = `(?![${NO_NAME}])${HAN}`;
const BEFORE_NAME = `(?<=^|[\\s，。、；：「『（(,.;:"“]|[${charactersOf('zh/name-before')}]|${OFFICE})`;
const BEHIND_NAME = `(?=$|[\\s，。、；：」』）(（),.;:"”]|[${charactersOf('zh/name-behind')}]|${OFFICE}|${SAYS})`;

// Looked for first, since at most places of a sentence none stands: what has to stand before a name is hundreds of words.
const beginsOneOf = (words: readonly string[]): string =>
  `(?=[${[...new Set(words.map((word) => word.charAt(0)))].join('')}])`;

const CHINESE_PERSON = new RegExp(
  `${beginsOneOf(SURNAMES)}${BEFORE_NAME}(?:${SURNAME})${GIVEN}{1,2}${BEHIND_NAME}`,
  'gu',
);
// 由陳某某負責, 署長陳某某: what stands before it says that a name follows.
const INTRODUCED = new RegExp(`(?<=[${charactersOf('zh/name-introducing')}])(?:${SURNAME})${GIVEN}{2}`, 'gu');
const OFFICE_AND_NAME = new RegExp(`${beginsOneOf(OFFICES)}(?:${OFFICE})(?:${SURNAME})${GIVEN}{1,2}`, 'gu');
const TITLED = new RegExp(`(?:${SURNAME})${GIVEN}{0,2}(?:${OFFICE})`, 'gu');
const SOUNDED = `(?=${SOUND})${BEFORE_NAME}${SOUND}{2,6}${BEHIND_NAME}`;
const SOUNDED_PERSON = new RegExp(SOUNDED, 'gu');
const DOTTED_OR_SOUNDED_PERSON = new RegExp(`${HAN}{1,6}(?:[·•]${HAN}{1,8})+|${SOUNDED}`, 'gu');
const LATIN_NAME = /(?<![A-Za-z])[A-Z][a-zà-ɏ.]+(?:[ -][A-Z][A-Za-zÀ-ɏ.]*)*/gu;
const LATIN_BODY = /(?<![A-Za-z])[A-Z][A-Za-zÀ-ɏ&.]*(?:[ -][A-Z0-9][A-Za-zÀ-ɏ&.]*)*/gu;
const OFFICE_ALONE = new RegExp(`${beginsOneOf(OFFICES)}(?:${OFFICE})`, 'gu');

/** The people whom a sentence names, by a list, by the form of a name, or by an office alone. */
export function personSpans(sentence: SearchedSentence): Span[] {
  const { folded, original } = sentence;
  return apart([
    ...entrySpans(sentence, ['person']),
    ...chinesePeopleIn(folded),
    ...latinPeopleIn(original),
    ...officesIn(folded),
  ]);
}

const latinPeopleIn = finding(LATIN_NAME);
const officesIn = finding(OFFICE_ALONE);
const chinesePeopleIn = remembering((folded): readonly Span[] => {
  const foreign = /[·•]/.test(folded) ? DOTTED_OR_SOUNDED_PERSON : SOUNDED_PERSON;
  return [OFFICE_AND_NAME, TITLED, CHINESE_PERSON, INTRODUCED, foreign].flatMap((pattern) =>
    matchSpans(folded, pattern),
  );
});

const BODY = new RegExp(
  `(?:${HAN}(?<![${NO_NAME}])){1,10}(?:${BODY_ENDING})(?!${anyOf(langWords('zh/no-body-behind'))})`,
  'gu',
);

const bodiesIn = finding(BODY);

/** The companies, offices, groups and other bodies that a sentence names. */
export const bodySpans = (sentence: SearchedSentence): Span[] =>
  apart([
    ...entrySpans(sentence, ['organisation']),
    ...bodiesIn(sentence.folded),
    ...latinIn(sentence.original),
    ...markedIn(sentence.folded),
  ]);

const PLACE = new RegExp(`(?:${HAN}(?<![${NO_NAME}])){1,8}(?:${PLACE_ENDING})`, 'gu');

// In English a place stands behind a preposition: in Geneva, at the Grand Hotel.
const LATIN_PLACE = new RegExp(
  String.raw`(?<=\b(?:${anyOf(langWords('en/before-place-names'))}) (?:the )?)[A-Z][A-Za-zÀ-ɏ.]*(?:[ -][A-Z][A-Za-zÀ-ɏ.]*)*`,
  'gu',
);

const placesIn = finding(PLACE);
const latinPlacesIn = finding(LATIN_PLACE);

/** The places that a sentence names. */
export const placeSpans = (sentence: SearchedSentence): Span[] =>
  apart([...entrySpans(sentence, ['place']), ...placesIn(sentence.folded), ...latinPlacesIn(sentence.original)]);

const TITLE = /[《「『“"][^《》「」『』“”"]{1,30}[》」』”"]/gu;

/** What a folded sentence sets in marks: titles, and words that are quoted. */
const markedIn = finding(TITLE);

/** The names in Latin letters of a sentence that is not folded. */
const latinIn = finding(LATIN_BODY);

function entrySpans({ folded, original, names }: SearchedSentence, kinds: readonly EntryKind[]): Span[] {
  return names
    .mentions(folded, original)
    .flatMap(({ name, start, end }) => (kinds.includes(name.kind) ? [{ start, end }] : []));
}

const chinese = (...lists: readonly string[]): string => anyOf(lists.flatMap((list) => langWords(list)));
const english = (list: string): string => String.raw`(?<![a-z])(?:${anyOf(langWords(list))})(?![a-z])`;

const REASON = new RegExp(
  `(?:${chinese('zh/reason-marks', 'yue/reason-marks')}|${english('en/reason-marks')})[^，。；,.;]*`,
  'gu',
);
const MANNER = new RegExp(`(?:${chinese('zh/manner-marks')}|${english('en/manner-marks')})[^，。；,.;]*`, 'gu');

/** The clauses of a folded sentence that give a reason, from the word that opens it. */
export const reasonsIn = finding(REASON);

/** The clauses of a folded sentence that tell by what means. */
export const mannersIn = finding(MANNER);

const LEAD = new RegExp(`(?:${chinese('zh/list-leads')}|${english('en/list-leads')})[^。；;]+`, 'gu');
const ITEM = '[^，。；、,;:：]{1,24}';
const JOINING = langWords('zh/list-joining');
const ENUMERATION = new RegExp(`${ITEM}(?:、${ITEM})+(?:(?:${anyOf(JOINING)})${ITEM})?`, 'gu');
const JOINING_CHARACTERS = JOINING.filter(({ length }) => length === 1).join('');
const JOINED = new RegExp(
  String.raw`[^\s，。；、,;${JOINING_CHARACTERS}]{2,12}(?:${anyOf(JOINING)})[^\s，。；、,;${JOINING_CHARACTERS}的]{2,12}`,
  'gu',
);
const NUMBERED = new RegExp(
  String.raw`(?:^|[\s。；;])(?:\(?\d{1,2}[).、]|[（(][${numeralsFrom(1, 10)}][)）]|[•·-] )`,
  'gu',
);

/** The lists of a folded sentence: what is joined by 、 and 和, what 包括 and 分別是 open, numbered items. */
export const itemsIn = remembering((folded): readonly Span[] =>
  apart([LEAD, ENUMERATION, NUMBERED, JOINED].flatMap((pattern) => matchSpans(folded, pattern))),
);

const CALLED = new RegExp(
  `(?:${chinese('zh/name-marks')})[^，。；,.;]{1,20}|${english('en/name-marks')} [^，。；,.;]{1,40}`,
  'gu',
);

const calledIn = finding(CALLED);

/** What a sentence calls by its name: behind 名為 and the like, in 《》 or 「」, in Latin letters. */
export const nameSpans = ({ folded, original }: SearchedSentence): Span[] =>
  apart([...calledIn(folded), ...markedIn(folded), ...latinIn(original)]);

const SAYING = new RegExp(`(?:${chinese('zh/saying-marks')})|${english('en/saying-marks')}|[「“"]`, 'gu');

/** Where a folded sentence says that somebody speaks, or opens a quotation. */
export const speechIn = finding(SAYING);

const DEFINING = new RegExp(
  `(?:${chinese('zh/definition-marks')})[^，。；,.;]{2,}|\\b(?:${anyOf(langWords('en/definition-marks'))}) (?:an?|the) [^，。；,.;]{2,}`,
  'gu',
);

/** Where a folded sentence says what something is. */
export const definitionsIn = finding(DEFINING);

/**
 * What is of the kind that the noun behind the question word names: 哪個「平台」 and 社交平台; in a sentence that has none, what is in
 * marks or in Latin letters.
 */
export function focusSpans({ focus }: WantedQuery, { folded, original }: SearchedSentence): Span[] {
  const marked = apart([...markedIn(folded), ...latinIn(original)]);
  const noun = focus.slice(-2);
  if (noun.length < 2 || !isCjk(noun.charCodeAt(0))) return marked;
  return apart([...matchSpans(folded, kindOf(noun)), ...marked]);
}

// One question reads all its sentences with one noun.
const NOUNS_KEPT = 8;
const kindOf = remembering((noun) => new RegExp(`[^，。；、,;:：\\s的]{1,8}${anyOf([noun])}`, 'gu'), NOUNS_KEPT);
