import type { Span } from '../model/span.ts';
import { adverbials, clauseOpeners, goesOn } from './adverbials.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { innerSaying, isAlone, isTooLate, namedOf, nestedIn, speaksToo, type Main } from './nesting.ts';
import { startsWithName } from './naming.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase, Reading } from './reading.ts';
import type { Saying, Subject } from './speech-clause-parts.ts';
import { sayingIn, SUBORDINATE } from './speech-clause.ts';
import { quotedIn, sourceIn } from './cited-source.ts';
import { endsInSpeech, isAboutSomebody, isAnybodys } from './unread.ts';
import { isHedge } from './speech-verbs.ts';

/** Who is said to say a sentence. */
export interface Governing {
  readonly subject: Subject;
  readonly reportedBy: NounPhrase | null;
  readonly addressee: NounPhrase | null;
  /** Where what is said begins. */
  readonly after: number;
  /** Whether nothing follows the verb but marks: what is said stands before it. */
  readonly trailing: boolean;
  /** Whether quoted words follow at once. */
  readonly quotes: boolean;
  /** Whether the words follow a name and a colon, as in the record of a conference. */
  readonly verbatim: boolean;
}

/** What a sentence says of its speaker; `topic` is who its first clause is about where it tells of no speech. */
export interface SentenceReading {
  readonly governing: Governing | null;
  /** Several speak, or it is not clear who. */
  readonly unclear: boolean;
  readonly topic: NounPhrase | null;
}

/** Of a sentence that says nothing of its speaker. */
export const SILENT: SentenceReading = { governing: null, unclear: false, topic: null };

// UTF-16 units that no sentence and no clause of a report has: how long it takes to read one grows with the square of them.
const LONGEST_SENTENCE = 4_000;
const LONGEST_CLAUSE = 400;

/** Reads one sentence of an article; one that is too long to be a sentence says nothing. */
export function readSentence(reading: Reading, sentence: Span): SentenceReading {
  if (sentence.end - sentence.start > LONGEST_SENTENCE) return SILENT;
  const clauses = clausesOf(reading, sentence);
  const recorded = recordedIn(reading, sentence, clauses);
  if (recorded !== null) return { governing: recorded, unclear: false, topic: null };
  let reporter: NounPhrase | null = null;
  let main: Main | null = null;
  let topic: NounPhrase | null = null; // whom the clause before is about
  let firstTopic: NounPhrase | null = null;
  let narrated = false;
  let parted = false; // by a semicolon, before anybody is said to speak
  let another = false; // the clause before is about somebody else than speaks
  let lost = false; // somebody speaks whose name could not be read
  let source: Governing | null = null;
  let unclear = false;
  for (const [index, clause] of clauses.entries()) {
    parted ||= clause.mark === ';';
    if (clause.end - clause.start > LONGEST_CLAUSE) {
      narrated = true;
      continue;
    }
    const from = index === 0 || main === null ? sourceIn(reading, clause) : undefined;
    // behind the writer's own words a source is theirs no more than the clause's
    if (from === null || (from !== undefined && narrated)) continue;
    if (from !== undefined) {
      reporter = from.by;
      source = sourceGoverning(from.quoted ?? from.by, from.quoted === null ? null : from.by, clause.end);
      continue;
    }
    const found = sayingIn(reading, clause);
    if (found === null) {
      if (main !== null && speaksToo(reading, clause)) unclear = true;
      another = main !== null && startsWithName(reading, clause);
      lost ||= main === null && endsInSpeech(reading, clause);
      topic = topicOf(reading, clause);
      if (index === 0 || (index === 1 && source !== null)) firstTopic = topic;
      narrated ||= adverbials(reading, clause.start, clause.end) === null || isAboutSomebody(reading, clause);
      continue;
    }
    const about = main === null ? topic : null;
    const saying: Saying =
      about !== null &&
      (found.subject.kind === 'empty' || (found.subject.kind === 'pronoun' && isAlone(reading, about, clause)))
        ? withTopic(found, about)
        : found;
    // without a subject, and behind the writer's own words: nobody knows whose it is
    if (main === null && saying.subject.kind === 'empty' && (saying.subject.phrased || narrated)) continue;
    if (main === null && found.subject.kind === 'empty' && isHedge(found.verb)) continue;
    if (main === null) {
      unclear ||= parted || lost || isAnybodys(reading, sentence, { clause, found, saying });
      main = { saying, clause, index };
      continue;
    }
    unclear ||= another && found.subject.kind === 'empty';
    const nested = nestedIn(reading, main, { saying, clause, index });
    if (nested === 'other') unclear = true;
    else if (nested === 'nested') {
      reporter ??= namedOf(main.saying);
      main = { saying, clause, index: main.index };
    }
  }
  if (main === null) return { governing: source, unclear, topic: firstTopic };
  const governing = governingOf(reading, main, { reporter, sentenceEnd: sentence.end });
  if (governing === null) return { governing: null, unclear: true, topic: null };
  const tooLate = isTooLate(reading, sentence, { main, topic, source: source !== null });
  return { governing: tooLate ? null : governing, unclear, topic: null };
}

// 汪文斌:中方反对…。: a person's bare name and a colon, before a whole sentence; lists of people and their offices look much the same.
function recordedIn(reading: Reading, sentence: Span, [first, second]: readonly Clause[]): Governing | null {
  if (first?.start !== sentence.start || second?.mark !== ':') return null;
  const phrase = nounPhraseAt(reading, first.start, first.end);
  if (phrase?.kind !== 'person' || phrase.start !== first.start || phrase.after !== first.end) return null;
  const { masked, mentions, people } = reading;
  const isBare =
    people.has(masked.slice(phrase.start, phrase.end)) ||
    mentions.get(phrase.start)?.some(({ end }) => end === phrase.end) === true;
  if (!isBare || !/[。!?]["”」』]?$/.test(masked.slice(sentence.start, sentence.end))) return null;
  return { ...sourceGoverning(phrase, null, second.start), verbatim: true };
}

const withTopic = (saying: Saying, phrase: NounPhrase): Saying => ({ ...saying, subject: { kind: 'named', phrase } });

const sourceGoverning = (phrase: NounPhrase, by: NounPhrase | null, after: number): Governing => ({
  subject: { kind: 'named', phrase },
  reportedBy: by,
  addressee: null,
  after,
  trailing: false,
  quotes: false,
  verbatim: false,
});

function governingOf(
  reading: Reading,
  { saying, clause }: Main,
  { reporter, sentenceEnd }: { reporter: NounPhrase | null; sentenceEnd: number },
): Governing | null {
  const { masked } = reading;
  let { subject, after, addressee } = saying;
  let reportedBy = reporter;
  if (saying.verb.kind === 'quote') {
    // 他引述王毅說…，並認為…: which of it is whose, nobody knows
    if (saying.subject.kind === 'pronoun') return null;
    const quoted = quotedIn(reading, saying.verb.start, clause.end);
    const by = namedOf(saying);
    if (quoted === null && (by === null || !QUOTES_FIGURES.test(masked.slice(saying.verb.end, clause.end))))
      return null;
    if (quoted !== null) {
      reportedBy = reporter ?? by;
      subject = { kind: 'named', phrase: quoted };
      after = quoted.after;
      addressee = null;
    }
  } else {
    // 新聞稿稱布林肯重申…: the one who speaks within the same clause
    const inner = innerSaying(reading, saying, clause);
    if (inner !== null) {
      reportedBy = reporter ?? namedOf(saying);
      ({ subject, after, addressee } = inner);
    }
  }
  if (reportedBy !== null && subject.kind === 'named' && subject.phrase.start === reportedBy.start) reportedBy = null;
  const rest = masked.slice(after, sentenceEnd);
  return {
    subject,
    reportedBy,
    addressee,
    after,
    trailing: /^[,。\s]*$/.test(rest),
    quotes: /^[,:\s]*[“「『"]/.test(rest),
    verbatim: false,
  };
}

// 引述世界銀行的數據，指…: the one who quotes figures is the one who speaks.
const QUOTES_FIGURES = /数据|资料|统计|报告|研究|调查|数字/;

// Whom the first clause is about: the one it begins with, where no 的 makes it something of theirs.
function topicOf(reading: Reading, clause: Clause): NounPhrase | null {
  const start = clauseOpeners(reading, clause.start, clause.end).at(-1) ?? clause.start;
  const phrase = nounPhraseAt(reading, start, clause.end);
  if (phrase === null || phrase.kind === 'place' || SUBORDINATE.test(reading.masked.slice(clause.start, clause.end)))
    return null;
  const next = reading.masked.slice(phrase.after, clause.end);
  if (next !== '' && !goesOn(reading, phrase.after) && phrase.kind !== 'person') return null;
  // 何志平92歲的母親 is somebody else
  if (/(?:案|案件|事件|一事|风波|丑闻)$/.test(next)) return null;
  return /^[的和与及跟同、]|^[^,]{1,6}的(?:母|父|妻|丈|太|儿|女|弟|妹|哥|姐|家|律|友|发言|助理|代表|同)/.test(next) ||
    /[被遭]|接获|接到|收到|获悉|得悉|得知|获告|获通知/.test(next)
    ? null
    : phrase;
}
