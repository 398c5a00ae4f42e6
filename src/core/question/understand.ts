import type { OutletDirectory } from '../corpus/metadata/outlets.ts';
import type { Library } from '../index/library.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Article, ArticleId } from '../model/article.ts';
import type { AskedKind, InterfaceLang } from '../model/question.ts';
import { endWithout, foldScript, hasHan, isCjk, scriptOf } from '../text/script.ts';
import { anyEnglishWord, anyOf, langLines, langTable, langWords } from '../text/lang-data.ts';
import { type LangEntry, entriesOf, langEntries, templateSource } from '../text/templates.ts';
import { crossLingualTerms } from './cross-lingual.ts';
import { type FiltersInQuestion, filtersInQuestion } from './filters/filters.ts';
import { authorAlone } from './filters/name-filters.ts';
import { NO_FILTERS, facetsOf, isUnfiltered } from './filters/given-filters.ts';
import { clausesOf, findAnswerType } from './answer-type.ts';
import { withChineseNames } from './cross-lingual-names.ts';
import { type ParsedQuestion, correctSpelling, parseQuestion } from './parse-question.ts';

const CANTONESE = new RegExp(anyOf(langLines('yue/marks')));

// Japanese: its Han characters are not a Chinese script.
const KANA = /[\u3041-\u30fa]/;

const QUOTED = /[「『“"《][^「」『』“”"《》]*[」』”"》]/gu;

/**
 * The language to speak to the asker in: the script of a Chinese question, English for a question in Latin letters, `usual` for
 * one whose characters both scripts share. Other languages are answered in English.
 */
export function interfaceLangOf(text: string, usual: InterfaceLang): InterfaceLang {
  // What is quoted is another's language: `"不要低估" who said this?`
  const own = text.replace(QUOTED, ' ');
  if (own !== text && /\p{Script=Latin}/u.test(own) && !/\p{Script=Han}/u.test(own)) return 'en';
  if (CANTONESE.test(text)) return 'zh-Hant';
  if (KANA.test(text)) return 'en';
  const script = scriptOf(text);
  if (script !== null) return script;
  let chinese = 0;
  let letters = 0;
  for (const char of text) {
    if (isCjk(char.charCodeAt(0))) chinese += 1;
    else if (/\p{L}/u.test(char)) letters += 1;
  }
  if (chinese === 0 && letters > 0) return 'en';
  return chinese > 0 && usual === 'en' ? 'zh-Hant' : usual;
}

const TALK_KINDS = ['hello', 'thanks', 'help', 'goodbye', 'noted'] as const;
export type SmallTalk = (typeof TALK_KINDS)[number];

/**
 * Makes `smallTalk` of lines that say `kind: template`.
 *
 * @internal Exported for its tests.
 */
export function readSmallTalk(lines: readonly LangEntry[]): (text: string) => SmallTalk | null {
  const patterns = TALK_KINDS.map((kind) => {
    const sources = lines.flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
    return { kind, pattern: new RegExp(`^(?:${sources.join('|') || '(?!)'})$`) };
  });
  return (text) => {
    const bare = foldScript(text)
      .replace(/(?:[\s!?.,。，、~…'"·:;\-()（）【】\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
      .trim();
    return kindOf(bare, patterns);
  };
}

type TalkPatterns = readonly { readonly kind: SmallTalk; readonly pattern: RegExp }[];

// 「好，唔該」, "lol ok": several utterances in a row are what the last of them is.
function kindOf(bare: string, patterns: TalkPatterns): SmallTalk | null {
  const whole = patterns.find(({ pattern }) => pattern.test(bare))?.kind ?? null;
  if (whole !== null || bare.length > LONGEST_TALK) return whole;
  for (let at = bare.indexOf(' '); at >= 0; at = bare.indexOf(' ', at + 1)) {
    const first = patterns.some(({ pattern }) => pattern.test(bare.slice(0, at)));
    const rest = first ? kindOf(bare.slice(at + 1), patterns) : null;
    if (rest !== null) return rest;
  }
  return null;
}

// In UTF-16 units; nobody talks small for longer.
const LONGEST_TALK = 40;

/** What kind of small talk an utterance is as a whole, or null where it is none: 「你好」 is a greeting, 「你好在哪裡」 is not. */
export const smallTalk = readSmallTalk(langEntries('small-talk'));

const OPENING = '「『“《（(';
const CLOSING = '」』”》）)';

/**
 * The questions of one message, in order, each with the remarks that stand before it; none but the message itself where it asks once.
 * A question mark inside quotation marks ends none.
 */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '?？'.includes(char) && !'?？'.includes(text.charAt(at + 1) || ' ')) {
      parts.push(text.slice(start, at + 1).trim());
      start = at + 1;
    }
  }
  const asked = (parts.length === 0 ? [text] : parts)
    .flatMap(joinedParts)
    .flatMap(askedTwice)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && smallTalk(part) === null);
  return asked.length < 2 ? [text] : asked;
}

// 「他對水閘怎麼說，她又怎麼說？」, 「…，她呢？」: what stands behind the comma asks by itself, or asks the same of another. Of what only says what is
// asked about (「會談之後，誰發表聲明」) no part is made.
function askedTwice(part: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { start: from, end } of clausesOf(part)) {
    const before = part.slice(start, from);
    if (from === start || !asksPlainly(before) || !asksAgain(part.slice(from, end))) continue;
    parts.push(`${before.slice(0, endWithout(before, /[，,\s]/u))}？`);
    start = from;
  }
  return [...parts, part.slice(start)];
}

function asksPlainly(text: string): boolean {
  const folded = foldScript(text);
  const cue = hasHan(text) ? findAnswerType(folded) : null;
  // 「嗰幾支限量酒，邊間公司代理㗎」: what stands before the comma is only pointed at.
  return cue !== null && cue.asked !== 'yesno' && pointedAt(folded) < cue.start;
}

const DEMONSTRATIVES = ['zh/pronouns', 'yue/pronouns'].flatMap((list) =>
  [...langTable(list)].flatMap(([form, roles]) => (roles.split(' ').includes('demonstrative') ? [form] : [])),
);
const pointedAt = (folded: string): number =>
  Math.max(...DEMONSTRATIVES.map((form) => (folded.includes(form) ? folded.lastIndexOf(form) + form.length : -1)));

// In UTF-16 units: 「王毅和布林肯呢」.
const LONGEST_OTHER = 12;
const OF_ANOTHER = new RegExp(
  `^[^，,]{2,${LONGEST_OTHER}}(?:${anyOf(langWords('zh/of-another'))})[\\s?？!！。]*$`,
  'u',
);
const asksAgain = (text: string): boolean => asksPlainly(text) || OF_ANOTHER.test(foldScript(text));

const WH = anyOf(langWords('en/wh-words'));
const AUXILIARY = anyOf(langWords('en/asking-auxiliaries'));
const ASKS_WHOLE = new RegExp(`\\b(?:${WH})\\b.*\\b(?:${AUXILIARY})\\b`, 'i');
const JOINED = new RegExp(`,? and (?=(?:${WH}) (?:${AUXILIARY})\\b)`, 'i');

// "Who attended the hearing, and who did not?": behind a comma no auxiliary need stand.
const JOINED_BY_COMMA = new RegExp(`, and (?=(?:${WH}) [a-z])`, 'i');
const OPENS_WHOLE = new RegExp(`^\\W*(?:${WH})(?: [\\w'’-]+){2}`, 'i');

// "Where was the meeting and how long did it last?": two questions, each with its verb. One of "where and when did they meet" has none.
function joinedParts(part: string): string[] {
  const asked = JOINED.exec(part) ?? JOINED_BY_COMMA.exec(part);
  const { index, 0: joining } = asked ?? { index: -1, 0: '' };
  const first = part.slice(0, Math.max(0, index));
  const isWhole = joining.startsWith(',') ? OPENS_WHOLE.test(first) : ASKS_WHOLE.test(first);
  if (!isWhole) return [part];
  return [`${first}?`, ...joinedParts(part.slice(index + joining.length))];
}

/** The kind of answer that a question's words ask for, and the question without the words that say only that; offsets stay. */
export interface Intent {
  readonly as: AskedKind;
  readonly rest: string;
}

// The words of a kind, as a pattern on folded text. Cantonese first: what it adds at the end, 比較吓, is part of the phrase.
function wordsOf(kind: string): string {
  const sources = (lang: string): string[] =>
    entriesOf(langWords(`${lang}/intents`)).flatMap(({ key, entry }) => (key === kind ? [templateSource(entry)] : []));
  const english = sources('en');
  return [
    ...sources('yue'),
    ...sources('zh'),
    ...(english.length === 0 ? [] : [String.raw`(?<![a-z])(?:${english.join('|')})(?<![a-z](?=[a-z]))`]),
  ].join('|');
}

// In the order in which they are looked for. `blank`: the words say nothing about the subject.
const INTENTS: readonly { readonly as: AskedKind; readonly pattern: RegExp; readonly blank: boolean }[] = [
  { as: 'timeline', pattern: new RegExp(wordsOf('chronology'), 'u'), blank: true },
  { as: 'timeline', pattern: new RegExp(wordsOf('encounters'), 'u'), blank: false },
  { as: 'comparison', pattern: new RegExp(wordsOf('comparison'), 'u'), blank: true },
  { as: 'listing', pattern: new RegExp(wordsOf('listing'), 'u'), blank: false },
];

const ENCOUNTERS = langWords('en/encounter-nouns');
const ENCOUNTER = new RegExp(
  `${anyOf(langWords('zh/encounter-nouns'))}|\\b(?:${anyOf([...ENCOUNTERS, ...ENCOUNTERS.map((noun) => noun.replace(/s$/, ''))])})\\b`,
);
const ANY_ENCOUNTER = new RegExp(
  `${anyOf(langWords('zh/any-encounters'))}|${anyEnglishWord(langWords('en/any-encounters'))}`,
);

/** Whether folded words name a way in which people meet or speak with each other. */
export const isEncounter = (folded: string): boolean => ENCOUNTER.test(folded);

/** Whether folded words name no way of their own: 接觸 is any call, meeting or visit. */
export const isAnyEncounter = (folded: string): boolean => ANY_ENCOUNTER.test(folded);

/**
 * Finds out which kind of answer a question asks for; `answer` where it says nothing else.
 * @internal Exported for its tests.
 */
export function intentOf(text: string): Intent {
  const folded = foldScript(text);
  for (const { as, pattern, blank } of INTENTS) {
    const match = pattern.exec(folded);
    if (match === null) continue;
    const rest = blank ? blanked(text, match.index, match.index + match[0].length) : text;
    if (as === 'comparison') return { as, rest: withoutComparing(rest) };
    return { as, rest: as === 'listing' ? withoutListingWords(rest) : rest };
  }
  return { as: 'answer', rest: text };
}

const COMPARING = new RegExp(wordsOf('beside'), 'gu');
const LISTING_WORDS = new RegExp(wordsOf('articles'), 'gu');

/**
 * A question without the words that only set outlets side by side; offsets stay.
 * @internal Exported for its tests.
 */
export const withoutComparing = (text: string): string => withoutAll(text, COMPARING);

/**
 * A question without the words that ask for articles as such; offsets stay.
 * @internal Exported for its tests.
 */
export const withoutListingWords = (text: string): string => withoutAll(text, LISTING_WORDS);

const blanked = (text: string, start: number, end: number): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

// `words` run on the folded text.
function withoutAll(text: string, words: RegExp): string {
  let rest = text;
  for (const match of foldScript(text).matchAll(words))
    rest = blanked(rest, match.index, match.index + match[0].length);
  return rest;
}

/** What a question was taken for: what is looked for, where, and what kind of answer is wanted. */
export interface Understood {
  readonly parsed: ParsedQuestion;
  /** The question with what narrows it. */
  readonly whole: ParsedQuestion;
  readonly as: AskedKind;
  readonly asked: FiltersInQuestion;
  /** Whether the question names nothing but what narrows. */
  readonly onlyNarrows: boolean;
  /** The reports whose headline the question is; none where it is no headline. */
  readonly reports: ReadonlySet<ArticleId>;
}

const NO_REPORTS: ReadonlySet<ArticleId> = new Set();
// What is shorter names a subject or days, whatever is called so; in letters and digits.
const SHORTEST_HEADLINE = 4;

/** The reports that have a text for their headline, whatever marks stand in either and whichever script it is in. */
export function reportsTitled(text: string, { articles }: Pick<Library, 'articles'>): ReadonlySet<ArticleId> {
  const bare = withoutMarks(text);
  if (bare.length < SHORTEST_HEADLINE) return NO_REPORTS;
  const alike = byFirstLetter(articles).get(bare.charAt(0)) ?? [];
  const titled = alike.filter(
    ({ title }) => title.length >= bare.length && title.length <= 2 * bare.length && withoutMarks(title) === bare,
  );
  return new Set(titled.map(({ id }) => id));
}

const lettered = new WeakMap<readonly Article[], ReadonlyMap<string, readonly Article[]>>();

// The articles of a corpus by the first letter of their titles, told once: few questions begin as a title does.
function byFirstLetter(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const known = lettered.get(articles);
  if (known !== undefined) return known;
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const letter = foldScript(FIRST_LETTER.exec(article.title)?.[0] ?? '');
    const group = groups.get(letter);
    if (group === undefined) groups.set(letter, [article]);
    else group.push(article);
  }
  lettered.set(articles, groups);
  return groups;
}

const reportsAsked = (text: string, library: Library, { as }: UnderstandOptions): ReadonlySet<ArticleId> =>
  as === undefined ? reportsTitled(text, library) : NO_REPORTS;

const FIRST_LETTER = /[\p{L}\p{N}]/u;
const withoutMarks = (text: string): string => foldScript(text).replace(/[^\p{L}\p{N}]+/gu, '');

interface UnderstandOptions {
  readonly outlets: OutletDirectory;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The kind that was chosen by other means than words. */
  readonly as: AskedKind | undefined;
  /** Whether words that narrow are to be looked for instead. */
  readonly anywhere: boolean;
}

const unnarrowed = (rest: string): FiltersInQuestion => ({
  filters: NO_FILTERS,
  outlets: [],
  missing: [],
  sisters: [],
  ofEvent: false,
  days: [],
  rest,
  fault: null,
});

// Whether several outlets are named, be they in the archive or not.
const namesOutlets = ({ filters, outlets, missing }: FiltersInQuestion): boolean =>
  (filters.outlet === null ? outlets.length : 1) + missing.length > 1;

/** Reads a question. One that is nothing but an outlet's name is about the outlet, unless its articles are asked for. */
export function understand(text: string, library: Library, options: UnderstandOptions): Understood {
  const { articles } = library;
  const known = new Map<string, ParsedQuestion>();
  const parse = (words: string): ParsedQuestion => {
    const parsed = known.get(words) ?? parseIn(library, words);
    known.set(words, parsed);
    return parsed;
  };
  const kind = options.as === undefined ? intentOf(text) : { as: options.as, rest: text };
  // What would narrow another question is part of a headline.
  const reports = reportsAsked(text, library, options);
  const whole = parse(text);
  const plain: Understood = { parsed: whole, whole, as: kind.as, asked: unnarrowed(text), onlyNarrows: false, reports };
  if (reports.size > 0) return { ...plain, as: 'answer' };
  if (options.anywhere) return plain;
  const written = ofAuthorAlone(plain, library);
  if (written !== null) return written;
  const { outlets: directory, today } = options;
  const asked = filtersInQuestion(text, kind.rest, { facets: facetsOf(articles), directory, today, as: kind.as });
  const parsed = parse(asked.rest);
  const isOfDays = ({ start, end }: QuestionTerm): boolean =>
    asked.days.some((day) => start >= day.start && end <= day.end);
  const unlisted = withoutListingWords(asked.rest);
  const listed = (unlisted === asked.rest ? parsed : parse(unlisted)).terms.filter((term) => !isOfDays(term));
  // 「河畔日報2023年的報道」 names nothing else either.
  const subject = listed.length === 0 ? [] : parsed.terms.filter((term) => !isOfDays(term));
  const onlyNarrows = subject.length === 0 && !isUnfiltered(asked.filters);
  const understood = { parsed, whole, asked, onlyNarrows, reports };
  if (namesOutlets(asked) && kind.as === 'answer')
    return { ...understood, parsed: parse(withoutComparing(asked.rest)), as: 'comparison' };
  if (subject.length > 0 && kind.as === 'listing')
    return { ...understood, parsed: { ...parsed, terms: subject }, asked: { ...asked, ofEvent: false }, as: 'listing' };
  if (subject.length > 0 || (kind.as !== 'answer' && kind.as !== 'listing')) return { ...understood, as: kind.as };
  // 「眾新聞 2021年」, "RFA in June 2023": nothing but filters asks for what there is; an outlet's name alone is a subject.
  const { outlet, ...more } = asked.filters;
  if (kind.as === 'answer' && isDayOfNoReport(asked, library))
    return { ...understood, as: 'answer', onlyNarrows: false };
  if (kind.as === 'listing' || !isUnfiltered({ ...more, outlet: null })) {
    return { ...understood, parsed: { ...parsed, terms: subject }, asked: { ...asked, ofEvent: false }, as: 'listing' };
  }
  return outlet === null ? { ...understood, as: 'answer' } : { ...plain, as: 'answer', onlyNarrows };
}

// Nothing but an author's name asks for what they wrote, unless reports tell of somebody who is called so. Null where it is none.
function ofAuthorAlone(plain: Understood, { articles, index }: Library): Understood | null {
  const { whole } = plain;
  const author =
    plain.as === 'answer' && whole.wants === null ? authorAlone(whole.text, facetsOf(articles).authors) : null;
  if (author === null || !whole.terms.some(({ term }) => index.frequency(term) === 0)) return null;
  const asked = { ...unnarrowed(whole.text), filters: { ...NO_FILTERS, author } };
  return { ...plain, parsed: { ...whole, terms: [] }, as: 'listing', asked, onlyNarrows: true };
}

// "What happened on 22 October", a day of which there is no report: reports of other days may tell of it.
function isDayOfNoReport({ filters, days }: FiltersInQuestion, { articles }: Library): boolean {
  const { since, until, ...more } = filters;
  const isDay = days.length > 0 && since !== null && since === until;
  return isDay && isUnfiltered({ ...more, since: null, until: null }) && articles.every(({ date }) => date !== since);
}

/**
 * Takes a question apart; words of it that are nearly words of the corpus are read as those. Of a corpus in the other language alone it
 * is asked across languages.
 * @internal also for the scripts that train, and for tests
 */
export function parseIn({ names, index, languages: { chinese, english } }: Library, text: string): ParsedQuestion {
  const question = parseQuestion(text, names);
  const spelt = (): readonly QuestionTerm[] =>
    withChineseNames(question, index).terms.filter((term) => !question.terms.includes(term));
  const parsed = correctSpelling(question, names, { index, spelt });
  const [own, other] = hasHan(parsed.folded) ? [chinese, english] : [english, chinese];
  return other && !own ? crossLingualTerms(parsed, index) : parsed;
}
