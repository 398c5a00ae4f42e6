import type { Span } from '../../model/span.ts';
import type { SpeechAct } from '../../model/statement.ts';
import { anyOf, langTable, langWords } from '../../text/lang-data.ts';
import type { Clause } from './clauses.ts';
import { lexicon, type SpeechVerb } from './lexicon.ts';
import { isPassive, isTimeOfPassive } from './passive.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import { laterStarts, subjectOf, subjectStarts, type Subject } from './subject.ts';
import { isReporter } from './reporters.ts';
import { tokenAt } from './tokens.ts';
import { speechVerbs } from './verbs.ts';
import type { ZhText } from './zh-text.ts';

/** One act of speech in a clause: who, the verb, to whom. */
export interface Frame {
  readonly subject: Subject;
  readonly verb: SpeechVerb;
  readonly act: SpeechAct;
  readonly addressee: Phrase | null;
  /** Where the words behind the verb begin. */
  readonly after: number;
  readonly clause: Clause;
  /** Who hands it on in the same clause: A of A引述B說. */
  readonly by: Subject | null;
  /** Whether it is done to whom the clause is about: 被官媒批評. */
  readonly passive: boolean;
}

/** The acts of speech that a clause tells of, in order; null for a clause that only may be so (如果…). */
export function framesIn(text: ZhText, clause: Clause): Frame[] | null {
  if (!text.hasVerb(clause.start, clause.end)) return [];
  const verbs = speechVerbs(text.masked, clause.start, clause.end);
  if (verbs.length === 0) return [];
  const starts = subjectStarts(text, clause.start, clause.end);
  if (starts === null) return null;
  const frames: Frame[] = [];
  let from: readonly number[] = starts;
  let isFirst = true;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i] as SpeechVerb;
    const found = frameAt(text, { clause, verb, starts: from });
    if (found === null || (!isFirst && !isNested(found))) continue;
    // 回應說, 強調指出: verbs in a row are one act.
    while (verbs[i + 1]?.start === (verbs[i] as SpeechVerb).end) i++;
    const after = behind(text.masked, (verbs[i] as SpeechVerb).end, clause.end);
    const quoted = verb.kind === 'quote' ? quotedFrame(text, { found, verbs: verbs.slice(i + 1), clause }) : null;
    frames.push(quoted ?? withListener(text, { ...found, after }, { clause, next: verbs[i + 1] }));
    // 要求政府道歉: what is demanded is not yet done.
    if (quoted !== null || verb.act === 'demand' || verb.act === 'ask') break;
    from = [after];
    isFirst = false;
  }
  return frames;
}

interface Behind {
  readonly clause: Clause;
  readonly next: SpeechVerb | undefined;
}

// With whom it is said to, who is no part of what is said: 告訴記者，…. Who is named and says that they do not say it (表示不便透露) says
// nothing.
function withListener(text: ZhText, found: Frame, { clause, next }: Behind): Frame {
  const { subject, verb, after } = found;
  const isUnsaid =
    next?.negated === true &&
    subject.kind !== 'empty' &&
    verb.act === 'say' &&
    next.act === 'say' &&
    next.end === clause.end &&
    lexicon().negations.startBefore(text.masked, next.start) === after;
  const addressee = found.addressee ?? told(text, found, clause);
  const isBetween = verb.act === 'say' && addressee?.start === after;
  return {
    ...found,
    verb: isUnsaid ? { ...verb, negated: true } : verb,
    after: isBetween ? addressee.end : after,
    addressee,
  };
}

// Behind one who speaks, only somebody named who says, demands or denies something is another.
const isNested = ({ subject, verb }: Frame): boolean =>
  subject.kind === 'named' && subject.phrases.every(({ kind }) => kind !== 'name') && verb.kind !== 'bare';

function frameAt(
  text: ZhText,
  { clause, verb, starts }: { clause: Clause; verb: SpeechVerb; starts: readonly number[] },
): Frame | null {
  if (isTimeOfPassive(text, clause.start, { ...verb, to: clause.end })) return null;
  const active = subjectOf(text, starts, verb);
  const done = active === null ? passiveOf(text, clause, verb) : null;
  const read = active ?? done ?? laterSubject(text, { clause, verb, starts });
  if (read === null) return null;
  const { subject, addressee } = read;
  // 報道指, 聲明同時呼籲: the noun, which the next verb has for its subject.
  if (subject.kind === 'empty' && lexicon().documents.endAt(text.masked, verb.start) === verb.end) return null;
  return { subject, verb, act: verb.act, addressee, after: verb.end, clause, by: null, passive: done !== null };
}

// 值得注意是中曾根康弘在自傳指出: behind 是, 時 and the like, somebody who has a name or an office.
function laterSubject(
  text: ZhText,
  { verb, starts }: { clause: Clause; verb: SpeechVerb; starts: readonly number[] },
): ReturnType<typeof subjectOf> {
  const read = subjectOf(text, laterStarts(text, starts[0] ?? verb.start, verb), verb);
  if (read?.subject.kind !== 'named') return null;
  return read.subject.phrases.every(({ kind }) => kind !== 'name' && kind !== 'place' && kind !== 'document')
    ? read
    : null;
}

// 被官媒《環球時報》點名批評: who does it stands behind 被.
function passiveOf(text: ZhText, clause: Clause, verb: SpeechVerb): ReturnType<typeof subjectOf> {
  for (let i = verb.start - 1; i >= clause.start; i--) {
    if (!isPassive(text, i)) continue;
    const read = subjectOf(text, [i + 1], verb);
    if (read?.subject.kind !== 'named') return null;
    // 被審計署指: right before a verb that nothing but speech is.
    const isNext = read.subject.phrases.at(-1)?.end === verb.start;
    return verb.kind === 'noun' || verb.act === 'ask' || isNext ? read : null;
  }
  return null;
}

const BEHIND_VERB: ReadonlySet<string> = new Set([' ', ...langTable('zh/behind-verbs').keys()]);
const TELLS = new RegExp(`^(?:${anyOf(langWords('zh/telling-verbs'))})`);

// 到, 道, 了 and marks behind a verb belong to no content.
function behind(masked: string, at: number, to: number): number {
  let after = at;
  while (after < to && BEHIND_VERB.has(masked.charAt(after))) after++;
  return after;
}

// 告訴記者, 批評中國…: whom the words behind the verb name.
function told(text: ZhText, { verb }: Frame, clause: Clause): Phrase | null {
  if (verb.act === 'say' && !TELLS.test(verb.word)) return null;
  return phrasesAt(text, verb.end, clause.end)[0] ?? null;
}

// A引述B說…, 據A引述B，…: B speaks, and A hands it on.
function quotedFrame(
  text: ZhText,
  { found, verbs, clause }: { found: Frame; verbs: readonly SpeechVerb[]; clause: Span & Clause },
): Frame | null {
  for (const verb of verbs) {
    const read = subjectOf(text, [found.verb.end], verb);
    if (read === null || read.subject.kind === 'empty') continue;
    const after = behind(text.masked, verb.end, clause.end);
    return {
      ...found,
      subject: read.subject,
      addressee: read.addressee,
      act: verb.act,
      verb,
      after,
      by: found.subject,
    };
  }
  const phrase =
    phrasesAt(text, found.verb.end, clause.end).find(({ end }) => end === clause.end) ??
    unlistedBefore(text, found, verbs);
  if (phrase === undefined || phrase.kind === 'document') return null;
  const next = verbs.find(({ start }) => start === phrase.end);
  return { ...found, subject: { kind: 'named', phrases: [phrase] }, after: next?.end ?? clause.end, by: found.subject };
}

// UTF-16 units of what an outlet may call somebody whom no list has.
const LONGEST_UNLISTED = 12;

// 引述當地里長表示: who is quoted, by what stands before the verb; the outlet would be given their words otherwise.
function unlistedBefore(
  text: ZhText,
  { subject, verb: quote }: Frame,
  verbs: readonly SpeechVerb[],
): Phrase | undefined {
  const from = quote.end;
  if (subject.kind !== 'named' || !isReporter(text, subject.phrases, quote)) return undefined;
  const verb = verbs.find(({ kind }) => kind === 'plain' || kind === 'report');
  if (verb === undefined) return undefined;
  const start = text.masked.charAt(from) === '有' ? from + 1 : from;
  const length = verb.start - start;
  if (length < 2 || length > LONGEST_UNLISTED || !/^[\u4e00-\u9fff]+$/.test(text.masked.slice(start, verb.start)))
    return undefined;
  return isPlainName(text, start, verb.start)
    ? { start, end: verb.start, kind: 'body', name: null, entry: null }
    : undefined;
}

const CLAUSE = new Set(['adverb', 'preposition', 'occasion', 'pronoun']);

// 當時有女警笑着 is a clause.
function isPlainName(text: ZhText, from: number, to: number): boolean {
  for (let at = from; at < to;) {
    const { kind, end } = tokenAt(text, at, to);
    if (CLAUSE.has(kind)) return false;
    at = end;
  }
  return true;
}
