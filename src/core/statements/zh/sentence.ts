import type { Span } from '../../model/span.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { framesIn, type Frame } from './frames.ts';
import { lexicon } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { isHandedOn, isReporter } from './reporters.ts';
import { sourceIn, type Source } from './source.ts';
import type { Subject } from './subject.ts';
import { topicOf } from './topic.ts';
import type { ZhText } from './zh-text.ts';

/** One act of speech of a sentence, before it is known who 他 is. */
export interface Said {
  readonly subject: Subject;
  /** Who was last named in the sentence before it, for a pronoun to point at. */
  readonly antecedent: readonly Phrase[] | null;
  readonly reportedBy: Subject | null;
  readonly frame: Frame;
}

/** What a sentence says of who speaks; `topic` is who its first clause is about. */
export interface SentenceRead {
  readonly said: readonly Said[];
  readonly topic: Subject | null;
}

export const SILENT: SentenceRead = { said: [], topic: null };

// UTF-16 units that no sentence and no clause of a report has.
const LONGEST_SENTENCE = 4_000;
const LONGEST_CLAUSE = 300;

interface State {
  readonly text: ZhText;
  readonly said: Said[];
  topic: Subject | null;
  /** How many clauses ago the topic was named. */
  since: number;
  firstTopic: Subject | null;
  source: Source | null;
  /** Words of the writer's own stand before. */
  narrated: boolean;
}

/** Reads one sentence of an article; one that is too long to be a sentence says nothing. */
export function readSentence(text: ZhText, sentence: Span): SentenceRead {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return SILENT;
  const state: State = { text, said: [], topic: null, since: 0, firstTopic: null, source: null, narrated: false };
  const clauses = clausesOf(text.masked, sentence);
  clauses.forEach((clause, index) => {
    if (clause.end - clause.start <= LONGEST_CLAUSE) readClause(state, clause, index);
  });
  return { said: withReporters(state, clauses), topic: state.firstTopic };
}

function readClause(state: State, clause: Clause, index: number): void {
  const { text, said } = state;
  const source = said.length === 0 && !state.narrated ? sourceIn(text, clause) : null;
  if (source !== null) {
    state.source = source;
    return;
  }
  state.since++;
  const frames = framesIn(text, clause);
  if (frames === null) {
    state.topic = null;
    return;
  }
  const told = frames.filter((frame) => addFrame(state, frame, index));
  if (told.length > 0) return;
  const topic = topicOf(text, clause);
  if (topic !== null) {
    state.topic = topic;
    state.since = 0;
  }
  if (index === 0) state.firstTopic = topic;
  state.narrated ||= topic !== null || clause.end - clause.start > SHORT_OPENING;
}

function addFrame(state: State, frame: Frame, index: number): boolean {
  const subject = subjectOfFrame(state, frame, index);
  if (subject === null) return false;
  if (frame.subject.kind === 'named' && endsInTime(state)) state.said.pop();
  else if (state.said.length > 0 && isTime(state.text, frame)) return false;
  const antecedent = namedIn(state.topic) ?? namedIn(state.said.at(-1)?.subject);
  state.said.push({ subject, antecedent, reportedBy: frame.by ?? outerOf(state, frame), frame });
  if (subject.kind === 'named') state.topic = subject;
  state.since = 0;
  return true;
}

// X宣布退賽後，Y表示: the clause of X only tells when.
function endsInTime({ text, said, since }: State): boolean {
  const last = said.at(-1);
  if (last === undefined || since > 1) return false;
  return isTime(text, last.frame);
}

// A說，B要求…: what A says that B says. B則表示 is B's own.
function outerOf({ text, said }: State, { subject, clause }: Frame): Subject | null {
  const [first] = said;
  const [phrase] = namedIn(subject) ?? [];
  if (first === undefined || phrase === undefined || first.frame.act !== 'say' || clause.mark === ';') return null;
  return lexicon().contrasts.endAt(text.masked, phrase.end) > phrase.end ? null : first.subject;
}

const isTime = ({ masked }: ZhText, { clause, after }: Frame): boolean =>
  lexicon().clauseTimes.startBefore(masked, clause.end) > after;

const namedIn = (subject: Subject | null | undefined): readonly Phrase[] | null =>
  subject?.kind === 'named' ? subject.phrases : null;

// A verb without a subject goes on from who spoke or acted in the clause before, or from the sentence before.
function subjectOfFrame(
  { text, said, topic, since, source, narrated }: State,
  frame: Frame,
  index: number,
): Subject | null {
  const { subject, verb } = frame;
  if (subject.kind !== 'empty') return subject;
  const last = said.at(-1);
  if (last !== undefined) {
    // 向教師查詢，均表示: they answer.
    if (last.frame.act === 'ask' && last.subject.kind === 'named')
      return last.frame.addressee === null ? null : { kind: 'named', phrases: [last.frame.addressee] };
    const isNewer = topic !== null && topic !== last.subject && since <= 2;
    if (isNewer && isOutlet(text, last)) return topic;
    return since > MOST_CLAUSES ? null : last.subject;
  }
  if (topic !== null && since <= 2) return topic;
  if (source !== null) return null;
  const { hedges } = lexicon();
  return index > 0 || narrated || subject.phrased || hedges.has(verb.word) ? null : subject;
}

// UTF-16 units of an opening such as 回顧歷史 or 另一方面.
const SHORT_OPENING = 6;

const isOutlet = (text: ZhText, { subject, frame }: Said): boolean =>
  subject.kind === 'named' && isReporter(text, subject.phrases, frame.verb);

// Clauses of what somebody says, behind which a verb without a subject is still theirs.
const MOST_CLAUSES = 6;

// An outlet that reports what somebody says does not say it: 中央社報道，世衛表示. What else it tells stays its own, and what
// others do within it is handed on by it.
function withReporters({ text, said, source }: State, clauses: readonly Clause[]): readonly Said[] {
  const outer = source === null ? null : saidBySource(source, clauses);
  const all = outer === null ? said : [outer, ...said];
  const [first, second] = all;
  if (first === undefined || second === undefined || !(first === outer || handsOn(text, first, second))) return all;
  const isOnlyHandedOn = all.slice(1).some((one) => isHandedOn(first, one));
  const by = isOnlyHandedOn ? (first.reportedBy ?? first.subject) : first.subject;
  const rest = isOnlyHandedOn ? all.slice(1) : all;
  return rest.map(({ subject, antecedent, reportedBy, frame }) => ({
    subject,
    antecedent,
    reportedBy: subject === first.subject ? reportedBy : (reportedBy ?? by),
    frame,
  }));
}

// An outlet, or a body one of whose own people speaks: 外交部指出，秦剛強調.
function handsOn(text: ZhText, first: Said, second: Said): boolean {
  if (first.frame.act !== 'say') return false;
  if (isOutlet(text, first)) return true;
  const [body] = namedIn(first.subject) ?? [];
  const [person] = namedIn(second.subject) ?? [];
  if (body?.entry?.kind !== 'organisation' || person?.kind !== 'person' || person.entry === null) return false;
  return body.entry !== person.entry && text.isOf(person.entry, body.entry);
}

// 據新華社報道，會談在北京舉行: whom the source quotes says it, else the source.
function saidBySource(source: Source, clauses: readonly Clause[]): Said {
  const { start, end } = source.by;
  const clause = clauses.find((one) => start >= one.start && end <= one.end) ?? { start, end, mark: '' };
  const by: Subject = { kind: 'named', phrases: [source.by] };
  const subject: Subject = source.quoted === null ? by : { kind: 'named', phrases: [source.quoted] };
  const verb = { start: clause.start, end: clause.end, word: '', act: 'say', kind: 'report', negated: false } as const;
  const frame = { subject, verb, act: 'say', addressee: null, after: clause.end, clause, by: null } as const;
  return { subject, antecedent: null, reportedBy: source.quoted === null ? null : by, frame };
}
