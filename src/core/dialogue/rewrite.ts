import type { ParsedQuestion } from '../question/parse-question.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { Span } from '../model/span.ts';
import { BESIDES, REPLIES, withoutEdges, withoutJoining, type FollowUp } from './follow-up.ts';
import type { Turn } from './conversations.ts';
import { foldScript, hasHan } from '../text/script.ts';
import { formsOf, langTable, langWords } from '../text/lang-data.ts';
import type { Gazetteer } from '../names/gazetteer.ts';

/** The turn before, and the names that are known. */
export interface Before {
  readonly turn: Turn;
  readonly names: Pick<Gazetteer, 'written' | 'affiliates'>;
}

/** Writes out the whole question that a follow-up stands for, after the turn before it: 那沙利文呢？ → 沙利文怎樣形容 …？ */
export function rewrite(question: ParsedQuestion, followUp: FollowUp, { turn, names }: Before): string {
  const { text } = question;
  switch (followUp.kind) {
    case 'none':
      return text;
    case 'more':
    case 'repeat':
      return turn.parsed.text;
    case 'ellipsis':
      return joined(turn.matter, text);
    case 'underspecified':
      return (
        ofAnotherSpeaker(question, turn) ?? joined(namesSpeaker(question) ? withoutSpeakers(turn) : turn.subject, text)
      );
    case 'substitution':
      return tidy(ofSomethingElse(question, { ...followUp, names }, turn.parsed));
    case 'refilter':
      return joined(
        followUp.days === true ? withoutDays(turn) : turn.parsed.text,
        text.slice(followUp.start, followUp.end),
      );
    case 'pronoun': {
      const { said, leans } = withoutPronoun(question, followUp, turn);
      if (!leans) return tidy(said);
      return joined(REPLIES.test(question.folded) ? withoutSpeakers(turn) : turn.subject, said);
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

const STAYS: ReadonlySet<FollowUp['kind']> = new Set<FollowUp['kind']>(['ellipsis', 'more', 'repeat', 'refilter']);

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

// Other days stand in the place of those before.
function withoutDays({ parsed: { text }, days }: Turn): string {
  return days
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}

// A longer subject is none; in UTF-16 units.
const LONGEST_SUBJECT = 120;

// The words of a question without the question word, and without what it asks of its subject.
function subjectOf({ text, answerType, wants, terms, focus }: ParsedQuestion): string {
  if (answerType === null) return shortened(text, terms);
  const before = terms.some(({ end }) => end <= answerType.start);
  // 「會談有沒有聯合聲明」 asks for the statement, of the talks.
  if (before && wants === 'yesno') return shortened(text.slice(0, answerType.start), terms);
  // 「哪家公司」, 「多少人」: what is counted or chosen is asked for as well.
  const rest = before && (wants === 'which' || wants === 'count') ? answerType.end + focus.length : answerType.end;
  return shortened(`${text.slice(0, answerType.start)} ${text.slice(rest)}`, terms);
}

// All the words of a question but the question word.
const matterOf = ({ text, answerType, terms }: ParsedQuestion): string =>
  shortened(answerType === null ? text : `${text.slice(0, answerType.start)} ${text.slice(answerType.end)}`, terms);

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
  before: ParsedQuestion,
): string {
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

function swapped(text: string, one: Span, other: Span): string {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
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
  if (
    side !== null &&
    named.length === 1 &&
    named.some(({ name }) => name !== null && names.affiliates(name).length > 0)
  )
    return side;
  if (named.some(isKind('place'))) return before.terms.findLast(isKind('place')) ?? null;
  if (named.length > 0 && named.every(({ kind }) => kind === 'number')) {
    const days = before.terms.filter(({ number }) => number !== null && DATE_UNITS.includes(number.unit));
    const [first] = days;
    const last = days.at(-1);
    return first === undefined || last === undefined ? null : { start: first.start, end: endOfDay(last, before.text) };
  }
  return null;
}

// Who was asked for their words: a country.
const sideAsked = ({ wants, frame: { speaker } }: ParsedQuestion): Span | null =>
  wants === 'statement' && speaker?.entry?.kind === 'place' ? { start: speaker.start, end: speaker.end } : null;

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
  { text, folded, terms }: ParsedQuestion,
  { start, end, of }: FollowUp,
  turn: Turn,
): { readonly said: string; readonly leans: boolean } {
  const people = of === 'thing' ? [] : antecedents(turn, { several: of === 'people', replies: REPLIES.test(folded) });
  const says = terms.some((term) => term.end <= start || (term.start >= end && !isNamed(term)));
  const inChinese = hasHan(text);
  // 「他們談了什麼？」 after 「布林肯和王毅談了多久？」 has all that was said before.
  const isWhole = of === 'people' && people.length > 1 && turn.parsed.terms.every(isNamed);
  const leans =
    people.length === 0 || (!says && !isWhole && !asksBesides(folded, of) && (inChinese || of === 'people'));
  // The subject names those whom it can be.
  const isOnly = leans && of === 'person' && peopleOf(turn.parsed).length === 1;
  const isSaid = isOnly || (leans && people.length > 1 && people.every((name) => turn.subject.includes(name)));
  // Of two whom nobody has named, the question keeps its own word.
  const own = of === 'people' ? text.slice(start, end) : '';
  const named = isSaid ? '' : people.length === 0 ? own : people.join(inChinese ? AND.zh : ` ${AND.en} `);
  return { said: `${text.slice(0, start)} ${named} ${text.slice(end)}`, leans };
}

// 「佢仲講咗咩」 asks for all else that somebody says.
const asksBesides = (folded: string, of: FollowUp['of']): boolean => of === 'person' && BESIDES.test(folded);

const isNamed = ({ name }: QuestionTerm): boolean => name !== null && name.kind !== 'word';

const peopleOf = ({ terms, text }: ParsedQuestion): string[] =>
  terms.filter(({ name }) => name?.kind === 'person').map(({ start, end }) => text.slice(start, end));

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
