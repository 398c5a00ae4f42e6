import { blankFraming, findAnswerType } from '../question/answer-type.ts';
import { asksForWords } from '../question/frame.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Span } from '../model/span.ts';
import {
  BESIDES,
  REPLIES,
  namesOtherSide,
  openingOf,
  withoutEdges,
  withoutJoining,
  type FollowUp,
} from './follow-up.ts';
import type { Turn } from './conversations.ts';
import { foldScript, hasHan } from '../text/script.ts';
import { anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { scanDates } from '../dates/scan.ts';
import type { Entry } from '../model/entry.ts';
import type { Gazetteer } from '../names/gazetteer.ts';

/** The turn before, and the names that are known. */
export interface Before {
  readonly turn: Turn;
  readonly names: Pick<Gazetteer, 'written' | 'affiliates'>;
  /** Who speaks for the other side in the reports that the turn cites; null where nobody does. */
  readonly counterpart?: Entry | null;
}

/** Writes out the whole question that a follow-up stands for, after the turn before it: 那沙利文呢？ → 沙利文怎樣形容 …？ */
export function rewrite(question: ParsedQuestion, followUp: FollowUp, before: Before): string {
  const { turn, names } = before;
  const { text } = question;
  const asked = text.slice(openingOf(question));
  switch (followUp.kind) {
    case 'none':
      return text;
    case 'more':
    case 'repeat':
    case 'contrast':
      return turn.parsed.text;
    case 'ellipsis':
      return joined(turn.matter, asked);
    case 'underspecified':
      return (
        ofAnotherSpeaker(question, turn) ?? joined(namesSpeaker(question) ? withoutSpeakers(turn) : turn.subject, asked)
      );
    case 'substitution':
      return tidy(ofOtherSide(question, followUp, before) ?? ofSomethingElse(question, { ...followUp, names }, turn));
    case 'refilter': {
      const narrows = text.slice(followUp.start, followUp.end);
      return followUp.days === true
        ? joined(withoutDays(turn), withYear(narrows, turn))
        : joined(turn.parsed.text, narrows);
    }
    case 'pronoun': {
      const { said, leans } = withoutPronoun(question, followUp, turn);
      if (!leans) return tidy(said);
      // Of one alone who is named it is they who reply.
      const isOfAnother = REPLIES.test(question.folded) && peopleOf(turn.parsed).length !== 1;
      return joined(isOfAnother ? withoutSpeakers(turn) : turn.subject, said);
    }
  }
}

// "What did the US say?" after what China said about Israel: another who speaks stands in the place of the first; null where the question
// asks anything of its own, or of another act.
function ofAnotherSpeaker({ text, wants, terms, frame }: ParsedQuestion, { parsed: before }: Turn): string | null {
  const [own, other] = [frame.speaker, before.frame.speaker];
  if (own === null || other === null || wants !== 'statement' || before.wants !== 'statement') return null;
  const isSame = frame.act === before.frame.act && hasHan(text) === hasHan(before.text);
  const isAll = terms.every(({ start, end }) => start < own.end && end > own.start);
  const hasMore = before.terms.some(({ start, end }) => start >= other.end || end <= other.start);
  return isSame && isAll && hasMore ? tidy(inPlaceOf(other, text.slice(own.start, own.end), before.text)) : null;
}

/**
 * What a question is about, once it was understood, and what it asked of that: 「會談有沒有聯合聲明」 is about the talks, and the matter
 * is the statement of the talks. Of a follow-up that names nothing new, both are as they were.
 */
export function subjectAfter(
  question: ParsedQuestion,
  followUp: FollowUp,
  turn: Turn | null,
): Pick<Turn, 'subject' | 'matter'> {
  if (turn !== null && STAYS.has(followUp.kind)) return { subject: turn.subject, matter: turn.matter };
  if (turn !== null && followUp.kind === 'underspecified') return { subject: turn.subject, matter: matterOf(question) };
  return { subject: subjectOf(question), matter: matterOf(question) };
}

const STAYS: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>([
  'ellipsis',
  'more',
  'repeat',
  'contrast',
  'refilter',
]);

// A quotation or a bracket that ends a text ends no sentence.
const CLOSING = /(?<![\p{Pe}\p{Pf}"])[\p{Pe}\p{Pf}"]+$/u;

// It is shown to whoever asked: what is asked about, then what is asked of it.
function joined(subject: string, question: string): string {
  const [about, asked] = [tidy(subject), tidy(question)];
  if (about === '' || asked === '' || /[\p{P}\p{S}]$/u.test(about.replace(CLOSING, '')))
    return tidy(`${about} ${asked}`);
  return hasHan(about) || hasHan(asked) ? `${about}，${asked}` : `${about}: ${asked}`;
}

// No space stands before a mark that ends a sentence, nor behind a Chinese one or between two characters.
const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[?？!！。，])/gu, '')
    .replace(/(?<=[，。：；]) /gu, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();

const namesSpeaker = ({ speakers, frame }: ParsedQuestion): boolean => speakers.length > 0 || frame.speaker !== null;

// Somebody else stands in the place of those who were asked about: people, and a country or an outlet that was asked what it says.
function withoutSpeakers({ subject, parsed: { text, terms, frame } }: Turn): string {
  const verb = frame.speaker === null ? null : frame.verb;
  const gone = [...terms.filter(({ name }) => name?.kind === 'person'), frame.speaker, verb].filter(
    (span) => span !== null,
  );
  if (gone.length === 0) return subject;
  // Nothing is left but what stood around them.
  if (terms.every((term) => gone.some(({ start, end }) => term.start < end && term.end > start))) return '';
  const rest = gone.reduce((words, { start, end }) => words.replaceAll(text.slice(start, end), ' '), subject);
  return withoutJoining(rest);
}

// 「6月呢？」 after 「2023年10月」 is of the same year.
function withYear(words: string, { parsed: { text }, days }: Turn): string {
  const isMonth = scanDates(foldScript(words)).some(
    ({ date }) => date.kind === 'calendar' && date.month !== null && date.year === null,
  );
  const [year] = isMonth ? days.flatMap(({ start, end }) => /\d{4}/.exec(text.slice(start, end)) ?? []) : [];
  return year === undefined || !hasHan(words) ? words : `${year}年${words}`;
}

// Other days stand in the place of those before.
function withoutDays({ parsed: { text }, days }: Turn): string {
  return days
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

// A longer subject is none; in UTF-16 units.
const LONGEST_SUBJECT = 120;

// The words of a question without the question word, and without what it asks of its subject.
function subjectOf({ text, folded, answerType, wants, terms, focus }: ParsedQuestion): string {
  if (answerType === null) return shortened(unframed(text, blankFraming(folded, null, terms)), terms);
  const before = terms.some(({ end }) => end <= answerType.start);
  // 「會談有沒有聯合聲明」 asks for the statement, of the talks.
  if (before && wants === 'yesno') return shortened(text.slice(0, answerType.start), terms);
  // 「哪家公司」, 「多少人」: what is counted or chosen is asked for as well.
  const rest = before && (wants === 'which' || wants === 'count') ? answerType.end + focus.length : answerType.end;
  return shortened(withoutAsking(`${text.slice(0, answerType.start)} ${text.slice(rest)}`), terms);
}

// What is blank in the folded text, of the same length, is left out.
const unframed = (text: string, kept: string): string =>
  text.replace(/[^\s]/gu, (char, at: number) => (kept.charAt(at) === ' ' ? ' ' : char));

// 「什麼時候在哪裏見的面」 asks twice in Chinese; what is left of it asks nothing.
function withoutAsking(text: string): string {
  const cue = hasHan(text) ? findAnswerType(foldScript(text)) : null;
  return cue === null || cue.asked === 'yesno' ? text : `${text.slice(0, cue.start)} ${text.slice(cue.end)}`;
}

// All the words of a question but the question word.
const matterOf = ({ text, answerType, terms }: ParsedQuestion): string =>
  shortened(
    answerType === null ? text : withoutAsking(`${text.slice(0, answerType.start)} ${text.slice(answerType.end)}`),
    terms,
  );

function shortened(text: string, terms: readonly QuestionTerm[]): string {
  const subject = withoutEdges(tidy(text.replace(/[?？!！。]+/gu, ' ')));
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const named = terms.filter(({ name }) => name !== null).map(({ start, end }) => text.slice(start, end));
  return named.join(' ').slice(0, LONGEST_SUBJECT);
}

// Asks what the turn before asked, of somebody or something else of the same kind.
function ofSomethingElse(
  question: ParsedQuestion,
  { start, end, names }: FollowUp & Pick<Before, 'names'>,
  { parsed: before, applied }: Turn,
): string {
  const author = authorIn(before, applied.filters.author);
  if (author !== null) return inPlaceOf(author, question.text.slice(start, end), before.text);
  const named = question.terms.filter((term) => term.start >= start && term.end <= end);
  const other = inLanguageOf(before.text, question.text.slice(start, end), { named, names });
  const replaced = placeOf(named, before, names);
  if (replaced !== null) {
    const double = doubleOf(named, replaced, before);
    return double === null ? inPlaceOf(replaced, other, before.text) : swapped(before.text, replaced, double);
  }
  if (named.length > 0 && named.every(({ kind }) => kind === 'number')) return `${before.text} ${other}`;
  const topic = before.wants === 'statement' ? topicOf(before) : null;
  if (topic !== null) return inPlaceOf(topic, other, before.text);
  // A new subject of the same conversation: the reports that it has come from say who is concerned.
  return other;
}

// 「張婷呢？」 after 「黃春梅寫過甚麼？」: who wrote what was asked for, where the question names them.
function authorIn({ folded }: ParsedQuestion, author: string | undefined): Span | null {
  const start = author === undefined ? -1 : folded.indexOf(foldScript(author));
  return start < 0 || author === undefined ? null : { start, end: start + author.length };
}

/** Whether a follow-up asks the same of whoever was not asked, and nothing tells who that is. */
export const lacksOtherSide = (question: ParsedQuestion, followUp: FollowUp, before: Before): boolean =>
  namesOtherSide(question.folded.slice(followUp.start, followUp.end)) &&
  ofOtherSide(question, followUp, before) === null;

// "And the other side?": of two who are named in the question before, the one who was not asked; else who speaks for the other side in
// the reports.
function ofOtherSide({ folded }: ParsedQuestion, { start, end }: FollowUp, before: Before): string | null {
  const { turn, names, counterpart = null } = before;
  const { parsed } = turn;
  if (!namesOtherSide(folded.slice(start, end))) return null;
  const own = parsed.terms.find(({ name }) => name !== null && name === parsed.speakers[0]);
  const asked = sideAsked(parsed) ?? own ?? parsed.frame.speaker;
  const { addressee, act } = parsed.frame;
  // Of two who talked nobody was asked before the other.
  if (asked === null || (act === null && parsed.wants !== 'statement' && sideAsked(parsed) === null)) return null;
  const people = parsed.terms.filter(({ name, ...at }) => name?.kind === 'person' && at.start !== asked.start);
  const [other] = [...(addressee === null ? [] : [addressee]), ...(people.length === 1 ? people : [])];
  if (other !== undefined) return swapped(parsed.text, asked, other);
  const name = counterpart === null ? [] : names.written(counterpart);
  const written = name.find((form) => hasHan(form) === hasHan(parsed.text)) ?? name[0];
  return written === undefined ? null : inPlaceOf(asked, written, parsed.text);
}

// 「那楊潔篪呢？」 after "What did Blinken say?" asks what Yang Jiechi said: a question has one language, where the name is known in both.
function inLanguageOf(
  text: string,
  other: string,
  { named, names }: Pick<Before, 'names'> & { readonly named: readonly QuestionTerm[] },
): string {
  const [term] = named;
  const isWhole = named.length === 1 && term?.name != null && term.end - term.start === other.length;
  if (!isWhole || term?.name == null || hasHan(other) === hasHan(text)) return other;
  return names.written(term.name).find((form) => hasHan(form) === hasHan(text)) ?? other;
}

// Words that stand on both sides of the seam stand there once: "about the", "about the sluice".
function inPlaceOf({ start, end }: Span, other: string, text: string): string {
  const before = text.slice(0, start).trimEnd();
  const words = other.split(' ');
  const isTwice = (count: number): boolean =>
    before.toLowerCase().endsWith(` ${words.slice(0, count).join(' ').toLowerCase()}`);
  const twice = words.findLastIndex((_, at) => at < words.length - 1 && isTwice(at + 1)) + 1;
  const put = words.slice(twice).join(' ');
  return `${before} ${put} ${text.slice(end + sharedAt(put, text.slice(end)))}`;
}

// How many characters end one text and begin the other: 「美方代表」 in the place of 「中方」 before 「代表是誰」. One may well be chance.
function sharedAt(put: string, behind: string): number {
  for (let length = Math.min(put.length - 1, behind.length); length > 1; length--)
    if (hasHan(put) && put.endsWith(behind.slice(0, length))) return length;
  return 0;
}

// What somebody is asked to have spoken of: the words behind the question word and behind who speaks.
function topicOf({ terms, answerType, speakers }: ParsedQuestion): Span | null {
  const speaking = terms.findLast(({ name }) => name !== null && speakers.includes(name));
  const from = Math.max(answerType?.end ?? 0, speaking?.end ?? 0);
  const spoken = terms.filter(({ start }) => start >= from);
  const [first] = spoken;
  return first === undefined ? null : { start: first.start, end: spoken.at(-1)?.end ?? first.end };
}

// 「布林肯呢？」 after what Qin Gang said to Blinken: either stands in the place of the other.
function doubleOf(named: readonly QuestionTerm[], replaced: Span, { terms }: ParsedQuestion): Span | null {
  const [own] = named;
  return terms.find(({ name, start }) => name !== null && name === own?.name && start !== replaced.start) ?? null;
}

const ARTICLE = /\bthe $/i;
const withArticle = (text: string, { start, end }: Span): Span => ({
  start: start - (ARTICLE.exec(text.slice(0, start))?.[0].length ?? 0),
  end,
});

function swapped(text: string, one: Span, other: Span): string {
  const [first, second] = [one, other].map((span) => withArticle(text, span)).toSorted((a, b) => a.start - b.start);
  if (first === undefined || second === undefined) return text;
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const between = text.slice(first.end, second.start);
  return `${text.slice(0, first.start)}${words(second)}${between}${words(first)}${text.slice(second.end)}`;
}

// Where the turn before names something of the kind that is named now: people and bodies for one another, places, days.
function placeOf(
  named: readonly QuestionTerm[],
  before: ParsedQuestion,
  names: Pick<Gazetteer, 'affiliates'>,
): { start: number; end: number } | null {
  const isKind =
    (...kinds: readonly string[]) =>
    ({ name }: QuestionTerm): boolean =>
      name !== null && kinds.includes(name.kind);
  const speaks = isKind('person', 'organisation');
  if (named.some(speaks)) {
    const asked = before.terms.find((term) => speaks(term) && term.name === before.speakers[0]);
    return asked ?? before.terms.findLast(speaks) ?? sideAsked(before);
  }
  // 「美國呢？」 after what China says of Taiwan: a country that others speak for is asked what it says.
  const side = sideAsked(before);
  if (side !== null && namesCountry(named, names)) return side;
  if (named.some(isKind('place'))) return before.terms.findLast(isKind('place')) ?? null;
  if (named.length > 0 && named.every(({ kind }) => kind === 'number')) {
    const days = before.terms.filter(({ number }) => number !== null && DATE_UNITS.includes(number.unit));
    const [first] = days;
    const last = days.at(-1);
    return first === undefined || last === undefined ? null : { start: first.start, end: endOfDay(last, before.text) };
  }
  return null;
}

const namesCountry = (named: readonly QuestionTerm[], names: Pick<Gazetteer, 'affiliates'>): boolean =>
  named.length === 1 && named.some(({ name }) => name?.kind === 'place' && names.affiliates(name).length > 1);

/** Whether a country stands in the place of one that was asked for its words. */
export const asksAnotherCountry = (
  { terms }: ParsedQuestion,
  { kind, start, end }: FollowUp,
  { turn, names }: Before,
): boolean =>
  kind === 'substitution' &&
  sideAsked(turn.parsed) !== null &&
  namesCountry(
    terms.filter((term) => term.start >= start && term.end <= end),
    names,
  );

// Who was asked for their words: a country.
function sideAsked({ wants, folded, terms, frame: { speaker, act, wanted } }: ParsedQuestion): Span | null {
  const asksForTheirs = wants === 'statement' || (act !== null && asksForWords(wanted));
  if (asksForTheirs && speaker?.entry?.kind === 'place') return { start: speaker.start, end: speaker.end };
  // "Tell me what China said about the strait".
  const telling = terms.find(({ name, end }) => name?.kind === 'place' && SAYS.test(folded.slice(end)));
  return telling === undefined ? null : { start: telling.start, end: telling.end };
}

const SAYS = new RegExp(`^ (?:${anyOf(langWords('en/mentions-speech'))})\\b`);

const UNITS = langTable('zh/calendar-units');
const DATE_UNITS = ['year', 'month', 'day'].flatMap((unit) => formsOf(UNITS, unit));
const BEHIND_DAY: ReadonlySet<string> = new Set([...DATE_UNITS, ...formsOf(UNITS, 'number')]);

// A number's term ends before its unit.
const endOfDay = ({ end }: QuestionTerm, text: string): number =>
  BEHIND_DAY.has(foldScript(text.charAt(end))) ? end + 1 : end;

// What joins names that are put in for a pronoun.
const AND = { zh: langWords('zh/joining')[0] ?? '', en: langWords('en/joining')[0] ?? '' };

// Puts those in for whom the pronoun stands. Where the question brings nothing of its own but the pronoun, or nobody is known who it
// could be, it leans on what was asked before.
function withoutPronoun(
  question: ParsedQuestion,
  { start, end, of }: FollowUp,
  turn: Turn,
): { readonly said: string; readonly leans: boolean } {
  const { text, folded, terms } = question;
  const opening = openingOf(question);
  const people = standsFor(question, { of }, turn);
  const says = terms.some((term) => term.end <= start || (term.start >= end && !isNamed(term)));
  const inChinese = hasHan(text);
  // 「他們談了什麼？」 after 「布林肯和王毅談了多久？」 has all that was said before.
  const isWhole = of === 'people' && people.length > 1 && turn.parsed.terms.every(isNamed);
  const leans =
    people.length === 0 || (!says && !isWhole && !asksBesides(folded, of) && (inChinese || of === 'people'));
  // The subject names those whom it can be.
  const isOnly = leans && of === 'person' && peopleOf(turn.parsed).length === 1;
  const isSaid = isOnly || (leans && people.length > 1 && people.every((name) => turn.subject.includes(name)));
  const before = text.slice(opening, start);
  const opens = before.trim() === '';
  const put =
    people.length === 0 ? ownWord(text, { start, end, of }, opens) : people.join(inChinese ? AND.zh : ` ${AND.en} `);
  return { said: `${before} ${isSaid && opens ? '' : put} ${text.slice(end)}`, leans };
}

// Of two whom nobody has named, a question keeps its own word, and so it does where a gap would be left: 「邊個會同佢見面」.
const ownWord = (text: string, { start, end, of }: Pick<FollowUp, 'start' | 'end' | 'of'>, opens: boolean): string =>
  of === 'people' || (of === 'person' && hasHan(text) && !opens) ? text.slice(start, end) : '';

/** Those for whom the pronoun of a question may stand, in words; none where nobody is known. */
export const standsFor = ({ folded }: ParsedQuestion, { of }: Pick<FollowUp, 'of'>, turn: Turn): readonly string[] =>
  of === 'thing' ? [] : antecedents(turn, { several: of === 'people', replies: REPLIES.test(folded) });

// 「佢仲講咗咩」 asks for all else that somebody says.
const asksBesides = (folded: string, of: FollowUp['of']): boolean => of === 'person' && BESIDES.test(folded);

const isNamed = ({ name }: QuestionTerm): boolean => name !== null && name.kind !== 'word';

/** The people whom a question names, in its words. */
export const peopleOf = ({ terms, text }: ParsedQuestion): string[] =>
  terms.filter(({ name }) => name?.kind === 'person').map(({ start, end }) => text.slice(start, end));

/** What a question that names several people asks of one of them: 「甲怎樣說漁業？」 of 「甲和乙怎樣說漁業？」. */
export function askedOfOne({ terms, text }: ParsedQuestion, name: string): string {
  const people = terms.filter((term) => term.name?.kind === 'person');
  const [start = 0, end = 0] = [people[0]?.start, people.at(-1)?.end];
  return tidy(`${text.slice(0, start)}${name}${text.slice(end)}`);
}

/** Whether a turn names people for whom "they" may stand. */
export const namesSeveral = ({ parsed }: Turn): boolean => peopleOf(parsed).length > 1;

// Of two the one who was asked about; who replies is the other (「布林肯同楊潔篪點講香港」, 「佢點回應」).
function antecedents(
  { parsed, speaker }: Turn,
  { several, replies }: { readonly several: boolean; readonly replies: boolean },
): string[] {
  const people = peopleOf(parsed);
  if (several) return people.length > 1 ? people : [];
  const asked = parsed.terms.find(({ name }) => name?.kind === 'person' && name === parsed.speakers[0]);
  const spoke = asked === undefined ? undefined : parsed.text.slice(asked.start, asked.end);
  const other = replies ? people.findLast((name) => name !== spoke) : undefined;
  const one = other ?? spoke ?? people.at(-1);
  return one === undefined ? (speaker === null ? [] : [speaker]) : [one];
}
