import type { Span } from '../text/sentences.ts';
import { adverbials, clauseOpeners, goesOn } from './adverbials.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { nounPhraseAt, type NounPhrase, type Reading } from './noun-phrase.ts';
import { sayingIn, SUBORDINATE, type Saying, type Subject } from './saying.ts';
import { isHedge, speechVerbs } from './verbs.ts';
import { isReporter, quotedIn, sourceIn } from './sources.ts';

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
}

/** What a sentence says of its speaker; `topic` is who its first clause is about where it tells of no speech. */
export interface SentenceReading {
  readonly governing: Governing | null;
  /** Several speak, or it is not clear who. */
  readonly unclear: boolean;
  readonly topic: NounPhrase | null;
}

interface Main {
  readonly saying: Saying;
  readonly clause: Clause;
  readonly index: number;
}

const SHARE_BEFORE = 0.45; // of a sentence, that the writer's own words may take up before the speaker is named

/** Reads one sentence of an article. */
export function readSentence(reading: Reading, sentence: Span): SentenceReading {
  const { masked } = reading;
  const clauses = clausesOf(masked, sentence);
  let reporter: NounPhrase | null = null;
  let main: Main | null = null;
  let topic: NounPhrase | null = null; // whom the clause before is about
  let firstTopic: NounPhrase | null = null;
  let narrated = false;
  let parted = false; // by a semicolon, before anybody is said to speak
  let source: Governing | null = null;
  let unclear = false;
  for (const [index, clause] of clauses.entries()) {
    parted ||= clause.mark === ';';
    const from = index === 0 || main === null ? sourceIn(reading, clause) : undefined;
    if (from === null) continue;
    if (from !== undefined) {
      reporter = from.by;
      source = sourceGoverning(from.quoted ?? from.by, from.quoted === null ? null : from.by, clause.end);
      continue;
    }
    const found = sayingIn(reading, clause);
    if (found === null) {
      if (main !== null && speaksToo(reading, clause)) unclear = true;
      topic = topicOf(reading, clause);
      if (index === 0 || (index === 1 && source !== null)) firstTopic = topic;
      narrated ||= adverbials(reading, clause.start, clause.end) === null;
      continue;
    }
    const about = main === null ? topic : null;
    const saying: Saying =
      about !== null &&
      (found.subject.kind === 'empty' || (found.subject.kind === 'pronoun' && isAlone(reading, about, clause)))
        ? withTopic(found, about)
        : found;
    // 他 behind somebody's name in the same sentence is no longer whoever spoke before
    if (main === null && saying.subject.kind === 'pronoun' && namesPerson(reading, sentence.start, clause.start))
      unclear = true;
    // without a subject, and behind the writer's own words: nobody knows whose it is
    if (main === null && saying.subject.kind === 'empty' && (saying.subject.phrased || narrated)) continue;
    if (main === null && found.subject.kind === 'empty' && isHedge(found.verb)) continue;
    if (main === null && parted) unclear = true;
    if (main === null) {
      main = { saying, clause, index };
      continue;
    }
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

// …；藝術家陳丹青說…: another speaker whose name could not be read.
function speaksToo({ masked }: Reading, clause: Clause): boolean {
  const report = speechVerbs(masked, clause.start, clause.end).find(({ kind }) => kind === 'report');
  if (report === undefined) return false;
  const before = masked.slice(clause.start, report.start);
  return (clause.mark === ';' && before.length > 1) || /^[^,]{2,16}则[^,]{0,6}$/.test(before);
}

const namesPerson = ({ mentions, people, masked }: Reading, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    if (mentions.get(i)?.some(({ name }) => name.kind === 'person') === true) return true;
    if (people.has(masked.slice(i, i + 3)) || people.has(masked.slice(i, i + 2))) return true;
  }
  return false;
};

// Whether nobody else is named between somebody and the clause that goes on with 他.
const isAlone = (reading: Reading, about: NounPhrase, { start }: Clause): boolean =>
  about.kind === 'person' && !namesPerson(reading, about.after, start);

const namedOf = ({ subject }: Saying): NounPhrase | null => (subject.kind === 'named' ? subject.phrase : null);
const withTopic = (saying: Saying, phrase: NounPhrase): Saying => ({ ...saying, subject: { kind: 'named', phrase } });

const sourceGoverning = (phrase: NounPhrase, by: NounPhrase | null, after: number): Governing => ({
  subject: { kind: 'named', phrase },
  reportedBy: by,
  addressee: null,
  after,
  trailing: false,
  quotes: false,
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
  };
}

// 引述世界銀行的數據，指…: the one who quotes figures is the one who speaks.
const QUOTES_FIGURES = /数据|资料|统计|报告|研究|调查|数字/;

function innerSaying(reading: Reading, saying: Saying, clause: Clause): Saying | null {
  const by = namedOf(saying);
  if (by === null || saying.verb.kind !== 'report' || !handsOn(reading, by, saying)) return null;
  const inner = sayingIn(reading, { start: saying.after, end: clause.end, mark: '' });
  return inner?.subject.kind === 'named' && inner.verb.kind !== 'quote' ? inner : null;
}

const handsOn = (reading: Reading, by: NounPhrase, saying: Saying): boolean =>
  isReporter(reading, by, saying) || by.kind === 'organisation' || by.kind === 'group';

// Whether a later saying is another speaker's, goes on with the first one's words, or is what the first one reports.
function nestedIn(
  reading: Reading,
  main: Main,
  { saying, clause: { start: clauseStart }, index }: Main,
): 'same' | 'nested' | 'other' {
  const outer = namedOf(main.saying);
  const inner = namedOf(saying);
  if (inner === null || outer === null) return 'same';
  const text = ({ start, end }: NounPhrase): string => reading.folded.slice(start, end);
  if (text(inner) === text(outer) || (inner.name !== null && inner.name === outer.name)) return 'same';
  const between = reading.masked.slice(main.clause.end, clauseStart);
  const straight =
    (index === main.index + 1 || /^[,:]?(?:针对|就|对|在|关于|随着|当)[^;。]*$/.test(between)) &&
    main.saying.after >= main.clause.end &&
    (main.saying.verb.kind === 'report' || main.saying.document);
  const reports =
    isReporter(reading, outer, main.saying) ||
    (handsOn(reading, outer, main.saying) && /person|joint|office/.test(inner.kind));
  if (straight && reports && saying.verb.kind !== 'quote') return 'nested';
  const contrast = /^[,;。 ]*(?:而|但|至于|另一方面|[^,]{1,12}则)/.test(
    reading.masked.slice(inner.start - 2, saying.verb.start),
  );
  const bothAct = main.saying.verb.kind === 'act' && main.saying.subject.kind === 'named';
  return contrast || bothAct || (saying.verb.kind === 'report' && inner.kind !== 'place') ? 'other' : 'same';
}

// Whom the first clause is about: the one it begins with, where no 的 makes it something of theirs.
function topicOf(reading: Reading, clause: Clause): NounPhrase | null {
  const start = clauseOpeners(reading, clause.start, clause.end).at(-1) ?? clause.start;
  const phrase = nounPhraseAt(reading, start, clause.end);
  if (phrase === null || phrase.kind === 'place' || SUBORDINATE.test(reading.masked.slice(clause.start, clause.end)))
    return null;
  const next = reading.masked.slice(phrase.after, clause.end);
  if (next !== '' && !goesOn(reading, phrase.after) && phrase.kind !== 'person') return null;
  return /^[的和与及跟同、]/.test(next) || /[被遭]|接获|接到|收到|获悉|得悉|得知|获告|获通知/.test(next)
    ? null
    : phrase;
}

// Whether the writer's own words take up too much of the sentence before anybody is said to speak.
function isTooLate(
  reading: Reading,
  sentence: Span,
  { main, topic, source }: { main: Main; topic: NounPhrase | null; source: boolean },
): boolean {
  if (main.index === 0 || source) return false;
  const phrase = namedOf(main.saying);
  if (topic !== null && phrase !== null && topic.start === phrase.start) return false;
  const before = reading.masked.slice(sentence.start, main.clause.start);
  if (/[\ue000]/.test(before)) return false;
  const rest = reading.masked.slice(main.saying.after, sentence.end).replace(/[,。:;\s]/g, '');
  if (rest === '') return false; // …，王毅說。
  if (
    /(?:时|后|前|中|上|下|之际|期间|问题|此|言论|报道|消息|指控|方面),?[:]?$/.test(before) ||
    /^(?:对于?|就|针对|关于|至于|被问|虽|尽管)/.test(before)
  )
    return false;
  return before.length / (sentence.end - sentence.start) > SHARE_BEFORE;
}
