import type { Span } from '../text/sentences.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { nounPhraseAt, type NounPhrase, type Reading } from './noun-phrase.ts';
import { sayingIn, type Saying, type Subject } from './saying.ts';
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
  let topic: NounPhrase | null = null;
  let source: Governing | null = null;
  let unclear = false;
  for (const [index, clause] of clauses.entries()) {
    const from = index === 0 || main === null ? sourceIn(reading, clause) : undefined;
    if (from === null) continue;
    if (from !== undefined) {
      reporter = from.by;
      source = sourceGoverning(from.quoted ?? from.by, from.quoted === null ? null : from.by, clause.end);
      continue;
    }
    const found = sayingIn(reading, clause);
    if (found === null) {
      if (index === 0 || (index === 1 && source !== null)) topic = topicOf(reading, clause);
      continue;
    }
    const saying: Saying =
      found.subject.kind === 'empty' && main === null && topic !== null ? withTopic(found, topic) : found;
    if (saying.subject.kind === 'empty' && saying.subject.phrased) continue;
    if (main === null) {
      main = { saying, clause, index };
      continue;
    }
    const nested = nestedIn(reading, main, { saying, index });
    if (nested === 'other') unclear = true;
    else if (nested === 'nested') {
      reporter ??= namedOf(main.saying);
      main = { saying, clause, index: main.index };
    }
  }
  if (main === null) return { governing: source, unclear, topic };
  const governing = governingOf(reading, main, { reporter, sentenceEnd: sentence.end });
  if (governing === null) return { governing: null, unclear: true, topic };
  const tooLate = isTooLate(reading, sentence, { main, topic, source: source !== null });
  return { governing: tooLate ? null : governing, unclear, topic };
}

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
    if (quoted === null) return null;
    reportedBy = reporter ?? by;
    subject = { kind: 'named', phrase: quoted };
    after = quoted.after;
    addressee = null;
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
  { saying, index }: { saying: Saying; index: number },
): 'same' | 'nested' | 'other' {
  const outer = namedOf(main.saying);
  const inner = namedOf(saying);
  if (inner === null || outer === null) return 'same';
  const text = ({ start, end }: NounPhrase): string => reading.folded.slice(start, end);
  if (text(inner) === text(outer) || (inner.name !== null && inner.name === outer.name)) return 'same';
  const straight =
    index === main.index + 1 && main.saying.after >= main.clause.end && main.saying.verb.kind === 'report';
  const reports =
    isReporter(reading, outer, main.saying) ||
    (handsOn(reading, outer, main.saying) && /person|joint|office/.test(inner.kind));
  if (straight && reports && saying.verb.kind !== 'quote') return 'nested';
  const contrast = /^[,;。 ]*(?:而|但|至于|另一方面|[^,]{1,12}则)/.test(
    reading.masked.slice(inner.start - 2, saying.verb.start),
  );
  return contrast || (saying.verb.kind === 'report' && inner.kind !== 'place') ? 'other' : 'same';
}

// Whom the first clause is about: the one it begins with, where no 的 makes it something of theirs.
function topicOf(reading: Reading, clause: Clause): NounPhrase | null {
  const phrase = nounPhraseAt(reading, clause.start, clause.end);
  if (phrase === null || phrase.kind === 'place') return null;
  const next = reading.masked.slice(phrase.after, clause.end);
  return /^[的和与及跟同、]/.test(next) || /[被遭]/.test(next) ? null : phrase;
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
