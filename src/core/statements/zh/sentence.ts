import type { Span } from '../../model/span.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { framesIn, type Frame } from './frames.ts';
import { lexicon } from './lexicon.ts';
import type { Phrase } from './token.ts';
import { isRelayed, isReporter } from './reporters.ts';
import { sourceIn, type Source } from './source.ts';
import type { Subject } from './subject.ts';
import { topicOf } from './topic.ts';
import { tokenAt } from './tokens.ts';
import type { ZhText } from './zh-text.ts';

/** One act of speech of a sentence, before it is known who 他 is. */
export interface Said {
  readonly subject: Subject;
  /** Who was last named in the sentence before it, for a pronoun to point at. */
  readonly antecedent: readonly Phrase[] | null;
  readonly reportedBy: Subject | null;
  readonly frame: Frame;
  /** Between those who speak for themselves before it and behind: where what is said begins at the earliest, and ends at the latest. */
  readonly own: { readonly from: number; readonly until: number };
}

/** What a sentence says of who speaks; `topic` finds who its first clause is about, where that tells of no speech. */
export interface SentenceRead {
  readonly said: readonly Said[];
  readonly topic: () => Subject | null;
  /** Finds who the last clause is about. */
  readonly lastTopic: () => Subject | null;
}

const SILENT: SentenceRead = { said: [], topic: () => null, lastTopic: () => null };

// UTF-16 units that no sentence and no clause of a report has.
const LONGEST_SENTENCE = 4_000;
const LONGEST_CLAUSE = 300;

interface State {
  readonly text: ZhText;
  readonly clauses: readonly Clause[];
  readonly said: Said[];
  /** The clauses of `said`. */
  readonly at: number[];
  /** Who a clause is about, where somebody asked: most clauses are never asked about. */
  readonly topics: Map<number, Subject | null>;
  /** The clause that names the source, and before which nobody is looked for (如果…). */
  source: (Source & { readonly at: number }) | null;
  barrier: number;
}

/** Reads one sentence of an article; one that is too long to be a sentence says nothing. */
export function readSentence(text: ZhText, sentence: Span): SentenceRead {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return SILENT;
  const isTelling = text.hasVerb(sentence.start, sentence.end) || text.hasSource(sentence.start, sentence.end);
  if (!isTelling) {
    let known: State | null = null;
    const silent = (): State => (known ??= stateOf(text, sentence));
    return { said: [], topic: () => topicAt(silent(), 0), lastTopic: () => lastTopicOf(silent()) };
  }
  const state = stateOf(text, sentence);
  state.clauses.forEach((clause, index) => {
    if (clause.end - clause.start <= LONGEST_CLAUSE) readClause(state, clause, index);
  });
  const isTold = state.said.some(({ frame }, i) => state.at[i] === 0 && !frame.passive);
  const topic = isTold ? SILENT.topic : (): Subject | null => topicAt(state, 0);
  return { said: withReporters(state), topic, lastTopic: () => lastTopicOf(state) };
}

const stateOf = (text: ZhText, sentence: Span): State => ({
  text,
  clauses: clausesOf(text.masked, sentence),
  said: [],
  at: [],
  topics: new Map(),
  source: null,
  barrier: 0,
});

function readClause(state: State, clause: Clause, index: number): void {
  const { text, said } = state;
  const source = said.length === 0 ? sourceIn(text, clause) : null;
  if (source !== null && !isNarrated(state, index)) {
    state.source = { ...source, at: index };
    return;
  }
  const frames = framesIn(text, clause);
  if (frames === null) state.barrier = index + 1;
  else for (const frame of frames) addFrame(state, frame, index);
}

const lastTopicOf = (state: State): Subject | null => topicAt(state, state.clauses.length - 1);

function topicAt(state: State, index: number): Subject | null {
  const known = state.topics.get(index);
  if (known !== undefined) return known;
  const clause = state.clauses[index];
  const isAsked = clause !== undefined && index !== state.source?.at && clause.end - clause.start <= LONGEST_CLAUSE;
  const topic = isAsked ? topicOf(state.text, clause) : null;
  state.topics.set(index, topic);
  return topic;
}

// The last clause before `index`, no further back than `from`, that is about somebody; -1 where none is.
function topicBefore(state: State, index: number, from: number): number {
  for (let i = index - 1; i >= Math.max(from, state.barrier); i--) if (topicAt(state, i) !== null) return i;
  return -1;
}

// Whether words of the writer's own stand before a clause.
function isNarrated(state: State, index: number): boolean {
  return state.clauses
    .slice(0, index)
    .some(({ start, end }, i) => i !== state.source?.at && (end - start > SHORT_OPENING || topicAt(state, i) !== null));
}

function addFrame(state: State, frame: Frame, index: number): void {
  const { text, said, at, topics } = state;
  const subject = subjectOfFrame(state, frame, index);
  if (subject === null) return;
  const last = said.at(-1);
  const isNext = last !== undefined && index - (at.at(-1) ?? index) <= 1;
  if (frame.subject.kind === 'named' && isNext && isTime(text, last.frame)) {
    said.pop();
    at.pop();
  } else if (last !== undefined && isTime(text, frame)) return;
  const isPronoun = subject.kind === 'pronoun' || frame.by?.kind === 'pronoun';
  const antecedent = isPronoun ? antecedentAt(state, index) : null;
  const outer = outerOf(state, frame);
  const own = { from: outer === null ? partSpeakers(state, frame) : -1, until: Infinity };
  said.push({ subject, antecedent, reportedBy: frame.by ?? outer, frame, own });
  at.push(index);
  // Whom a passive is about stands before it, and goes on as its subject does.
  if (!frame.passive) topics.set(index, subject.kind === 'named' ? subject : null);
}

// A說…，B說…: what A says ends where B begins. Tells where what is said before the words of B's clause begins; -1 at the sentence's.
function partSpeakers({ text, said, clauses }: State, { subject, clause, after }: Frame): number {
  const [phrase] = namedIn(subject) ?? [];
  const last = said.at(-1);
  // 被記者追問，只說…: no more who asks.
  if (last === undefined || (phrase === undefined && !last.frame.passive)) return -1;
  // 「…」A說，「…」B說: both stand behind what they say.
  const isTail =
    after >= (clauses.at(-1)?.end ?? after) && [clause, last.frame.clause].every(({ mark }) => mark === '”');
  for (const [i, one] of said.entries()) {
    const begins = phrase?.start ?? clause.start;
    const before = contrastBefore(text.masked, begins);
    const start = one.frame.clause !== clause ? clause.start : before >= 0 ? before : begins;
    const until = isTail ? one.frame.after : start;
    if (one.own.until > until) said[i] = { ...one, own: { from: one.own.from, until } };
  }
  return last.frame.after;
}

function antecedentAt(state: State, index: number): readonly Phrase[] | null {
  const own = namedIn(state.topics.get(index) ?? null);
  if (own !== null) return own;
  const speaker = namedIn(
    state.said.findLast(({ reportedBy, frame }) => reportedBy === null && !frame.passive)?.subject,
  );
  // No outlet and no body is a he or a she.
  const isPerson = speaker !== null && speaker.every(({ kind }) => kind === 'person');
  const from = isPerson ? contentEnd(state, index) : 0;
  for (let i = topicBefore(state, index, from); i >= 0; i = topicBefore(state, i, from)) {
    const named = namedIn(topicAt(state, i));
    if (named !== null) return named;
  }
  return speaker;
}

// A說，B如何；他認為…: who the clauses of what A says are about is not who goes on. The first clause behind those, before `index`.
function contentEnd({ at, clauses }: State, index: number): number {
  const from = (at.at(-1) ?? index) + 1;
  const end = clauses.findIndex(({ mark }, i) => i >= from && i < index && mark === ';');
  return end === -1 ? index : end;
}

// A說，B要求…: what A says that B says. B則表示 is B's own, and so is 但B表示, what B says or denies behind what A has said (A宣布退選，
// B表示尊重), and whatever somebody does by name there. Whoever is brought in with 有 (有網民稱) is brought in by the article.
function outerOf({ text, said }: State, { subject, clause, act }: Frame): Subject | null {
  const last = said.findLast(({ reportedBy }) => reportedBy === null);
  const [phrase] = namedIn(subject) ?? [];
  if (last === undefined || phrase === undefined || last.frame.act !== 'say' || clause.mark === ';') return null;
  if (text.masked.charAt(phrase.start - 1) === '有' || isContrasted(text, phrase)) return null;
  const isSpeech = act === 'say' || act === 'deny' || phrase.name !== null;
  return isSpeech && hasSaid(text, last.frame, clause) ? null : last.subject;
}

// 但B認為, B則認為.
const isContrasted = ({ masked }: ZhText, { start, end }: Phrase): boolean =>
  lexicon().contrasts.endAt(masked, end) > end || contrastBefore(masked, start) >= 0;

// Where a word begins that sets whoever stands behind it against others; -1 where none stands there.
function contrastBefore(masked: string, at: number): number {
  const { openerWords, openers } = lexicon();
  const start = openerWords.startBefore(masked, at);
  return start >= 0 && openers.get(masked.slice(start, at)) === 'contrast' ? start : -1;
}

// Whether more than the verb stands in the clause that says that somebody speaks, or a clause that tells no time behind it.
function hasSaid(text: ZhText, { after, clause }: Frame, next: Clause): boolean {
  const { masked } = text;
  if (next === clause) return false;
  if (clause.end - after > 1 || masked.slice(after, clause.end).trim() !== '') return true;
  const between = masked.slice(clause.end, next.start).replace(/[,:]/g, ' ').trimEnd();
  const end = clause.end + between.length;
  const start = end - between.trimStart().length;
  const { kind, end: tokenEnd } = tokenAt(text, start, end);
  const isTime = lexicon().clauseTimes.startBefore(masked, end) > start || (kind === 'adverb' && tokenEnd === end);
  return start < end && !isTime;
}

// X宣布退賽後，Y表示: the clause of X only tells when.
const isTime = ({ masked }: ZhText, { clause, after }: Frame): boolean =>
  lexicon().clauseTimes.startBefore(masked, clause.end) > after;

const namedIn = (subject: Subject | null | undefined): readonly Phrase[] | null =>
  subject?.kind === 'named' ? subject.phrases : null;

// A verb without a subject goes on from who spoke or acted in the clause before, or from the sentence before.
function subjectOfFrame(state: State, frame: Frame, index: number): Subject | null {
  const { subject, verb } = frame;
  if (subject.kind !== 'empty') return subject;
  const last = state.said.at(-1);
  if (last !== undefined) return subjectAfter(state, last, index);
  const topic = topicBefore(state, index, index - 2);
  if (topic >= 0) return topicAt(state, topic);
  if (state.source !== null || index > 0 || subject.phrased) return null;
  return lexicon().hedges.has(verb.word) ? null : subject;
}

function subjectAfter(state: State, last: Said, index: number): Subject | null {
  const at = state.at.at(-1) ?? index;
  // 被記者追問，只說…: they answer as well.
  if (last.frame.passive) return topicAt(state, at);
  // 向教師查詢，均表示: they answer.
  if (last.frame.act === 'ask' && last.subject.kind === 'named')
    return last.frame.addressee === null ? null : { kind: 'named', phrases: [last.frame.addressee] };
  if (isOutlet(state.text, last)) {
    const newer = topicBefore(state, index, Math.max(at + 1, index - 2));
    if (newer >= 0) return topicAt(state, newer);
  }
  return index - at > MOST_CLAUSES ? null : last.subject;
}

// UTF-16 units of an opening such as 回顧歷史 or 另一方面.
const SHORT_OPENING = 6;

const isOutlet = (text: ZhText, { subject, frame }: Said): boolean =>
  subject.kind === 'named' && isReporter(text, subject.phrases, frame.verb);

// Clauses of what somebody says, behind which a verb without a subject is still theirs.
const MOST_CLAUSES = 6;

// An outlet that reports what somebody says does not say it: 中央社報道，世衛表示. What else it tells stays its own, and what
// others do within it is handed on by it.
function withReporters({ text, said, source, clauses }: State): readonly Said[] {
  const outer = source === null ? null : saidBySource(source, clauses);
  const all = outer === null ? said : [outer, ...said];
  const [first, second] = all;
  if (first === undefined || second === undefined || !(first === outer || handsOn(text, first, second))) return all;
  const isOnlyHandedOn = all.slice(1).some((one) => isRelayed(first, one));
  const by = isOnlyHandedOn ? (first.reportedBy ?? first.subject) : first.subject;
  const rest = isOnlyHandedOn ? all.slice(1) : all;
  return rest.map(({ subject, antecedent, reportedBy, frame, own }) => ({
    subject,
    antecedent,
    reportedBy: subject === first.subject ? reportedBy : (reportedBy ?? by),
    frame,
    own,
  }));
}

// An outlet, or a body one of whose own people speaks: 外交部指出，秦剛強調.
function handsOn(text: ZhText, first: Said, second: Said): boolean {
  if (first.frame.act !== 'say') return false;
  if (isOutlet(text, first)) return true;
  const [body] = namedIn(first.subject) ?? [];
  const [person] = namedIn(second.subject) ?? [];
  if (body?.entry?.kind !== 'organisation' || person?.kind !== 'person' || person.entry === null) return false;
  return body.entry !== person.entry && text.isAffiliate(person.entry, body.entry);
}

// 據新華社報道，會談在北京舉行: whom the source quotes says it, else the source.
function saidBySource(source: Source, clauses: readonly Clause[]): Said {
  const { start, end } = source.by;
  const clause = clauses.find((one) => start >= one.start && end <= one.end) ?? { start, end, mark: '' };
  const by: Subject = { kind: 'named', phrases: [source.by] };
  const subject: Subject = source.quoted === null ? by : { kind: 'named', phrases: [source.quoted] };
  const verb = { start: clause.start, end: clause.end, word: '', act: 'say', kind: 'report', negated: false } as const;
  const frame = {
    subject,
    verb,
    act: 'say',
    addressee: null,
    after: clause.end,
    clause,
    by: null,
    passive: false,
  } as const;
  const own = { from: -1, until: Infinity };
  return { subject, antecedent: null, reportedBy: source.quoted === null ? null : by, frame, own };
}
