import type { ParsedQuestion, QuestionTerm } from '../question/parse-question.ts';
import type { Dependence } from './dependence.ts';
import type { Turn } from './turn.ts';

/** Writes out the whole question that a follow-up stands for, after the turn before it: 那沙利文呢？ → 沙利文怎樣形容 …？ */
export function inContext(question: ParsedQuestion, dependence: Dependence, turn: Turn): string {
  switch (dependence.kind) {
    case 'none':
      return question.text;
    case 'elsewhere':
      return turn.parsed.text;
    case 'bare':
      return question.asked === null ? turn.parsed.text : joined(subjectOf(turn.parsed), question.text);
    case 'thin':
      return joined(subjectOf(turn.parsed), question.text);
    case 'other':
      return tidy(ofSomethingElse(question, dependence, turn.parsed));
    case 'pronoun':
      return tidy(withoutPronoun(question, dependence, turn));
  }
}

const joined = (subject: string, question: string): string => (subject === '' ? question : `${subject} ${question}`);

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

// A longer subject is no longer one, and would grow with every turn; in UTF-16 units.
const LONGEST_SUBJECT = 120;

/** What a question is about: its words without the question word, and without what it asks of its subject. */
function subjectOf({ text, cue, asked, terms, focus }: ParsedQuestion): string {
  if (cue === null) return shortened(text, terms);
  const before = terms.some(({ end }) => end <= cue.start);
  // 「會談有沒有聯合聲明」 asks for the statement, of the talks.
  if (before && asked === 'yesno') return shortened(text.slice(0, cue.start), terms);
  const rest = before && focus !== '' ? cue.end + focus.length : cue.end;
  return shortened(`${text.slice(0, cue.start)} ${text.slice(rest)}`, terms);
}

function shortened(text: string, terms: readonly QuestionTerm[]): string {
  const subject = tidy(text.replace(/[?？!！。]+/gu, ' ')).replace(/(?:[了過过着嗎吗呢的]|\s)+$/u, '');
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const named = terms.filter(({ name }) => name !== null).map(({ start, end }) => text.slice(start, end));
  return named.join(' ').slice(0, LONGEST_SUBJECT);
}

// Asks what the turn before asked, of somebody or something else of the same kind.
function ofSomethingElse(question: ParsedQuestion, { start, end }: Dependence, before: ParsedQuestion): string {
  const other = question.text.slice(start, end);
  const named = question.terms.filter((term) => term.start >= start && term.end <= end);
  const replaced = placeOf(named, before);
  if (replaced !== null) return `${before.text.slice(0, replaced.start)} ${other} ${before.text.slice(replaced.end)}`;
  if (named.length > 0 && named.every(({ kind }) => kind === 'number')) return `${before.text} ${other}`;
  const [speaker] = before.speakers;
  const spoken = before.terms.find(({ name }) => name !== null && name === speaker);
  // What somebody said of one thing, asked of another.
  if (before.asked === 'statement' && before.cue !== null && spoken !== undefined) {
    const who = before.text.slice(spoken.start, spoken.end);
    const cue = before.text.slice(before.cue.start, before.cue.end);
    return spoken.start < before.cue.start ? `${who} ${cue} ${other}` : `${cue} ${who} ${other}`;
  }
  const names = before.terms.filter(({ name }) => name !== null && name.kind !== 'word');
  return [...names.map((term) => before.text.slice(term.start, term.end)), other].join(' ');
}

// Where the turn before names something of the kind that is named now: people and bodies for one another, places, days.
function placeOf(named: readonly QuestionTerm[], before: ParsedQuestion): { start: number; end: number } | null {
  const isKind =
    (...kinds: readonly string[]) =>
    ({ name }: QuestionTerm): boolean =>
      name !== null && kinds.includes(name.kind);
  const speaks = isKind('person', 'organisation');
  if (named.some(speaks)) {
    const asked = before.terms.find((term) => speaks(term) && term.name === before.speakers[0]);
    return asked ?? before.terms.findLast(speaks) ?? null;
  }
  if (named.some(isKind('place'))) return before.terms.findLast(isKind('place')) ?? null;
  if (named.length > 0 && named.every(({ kind }) => kind === 'number')) {
    const days = before.terms.filter(({ number }) => number !== null && '年月日'.includes(number.unit));
    const [first] = days;
    const last = days.at(-1);
    return first === undefined || last === undefined ? null : { start: first.start, end: endOfDay(last, before.text) };
  }
  return null;
}

// A number's term ends before its unit.
const endOfDay = ({ end }: QuestionTerm, text: string): number =>
  /[年月日号號]/u.test(text.charAt(end)) ? end + 1 : end;

// Puts those in for whom the pronoun stands; for an event, what the turn before was about.
function withoutPronoun(question: ParsedQuestion, { start, end, of }: Dependence, turn: Turn): string {
  const { text, terms } = question;
  const people = of === 'thing' ? '' : antecedents(turn, of === 'people', /\p{Script=Han}/u.test(text));
  const said = `${text.slice(0, start)} ${people} ${text.slice(end)}`;
  const says = terms.some((term) => term.end <= start || (term.start >= end && term.name === null));
  // Where the question brings nothing of its own but the pronoun, it is about what was asked before.
  const leans = people === '' || !says;
  return leans ? joined(subjectOf(turn.parsed), said) : said;
}

function antecedents({ parsed, speaker }: Turn, several: boolean, inChinese: boolean): string {
  const people = parsed.terms.filter(({ name }) => name?.kind === 'person');
  const written = people.map((term) => parsed.text.slice(term.start, term.end));
  if (several) return (written.length > 1 ? written : []).join(inChinese ? '和' : ' and ');
  const asked = people.find(({ name }) => name === parsed.speakers[0]) ?? people.at(-1);
  return asked === undefined ? (speaker ?? '') : parsed.text.slice(asked.start, asked.end);
}
