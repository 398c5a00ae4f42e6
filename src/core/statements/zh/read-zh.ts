import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { splitSentences } from '../../text/sentences.ts';
import { QUOTED } from '../quote-mask.ts';
import { lastBefore, type Quotation } from '../quotations.ts';
import { contentOf, modeOf } from './content.ts';
import { directoryOf } from './directory.ts';
import { antecedentOf, kindOf, know, named, partiesOf, remember, type Memory } from './antecedents.ts';
import { gendersOf } from './genders.ts';
import { readSentence, type Said, type SentenceRead } from './sentence.ts';
import type { Subject } from './subject.ts';
import { signedParagraphs, turnsOf, type Turn } from './turns.ts';
import { zhText } from './zh-text.ts';

/** A statement without what the article as a whole gives it. */
export type Utterance = Omit<Statement, 'section' | 'day'>;

interface Reader extends Memory {
  readonly found: Utterance[];
  /** The statement whose quotation goes on, by its place in `found`. */
  quoting: { readonly quotation: Quotation; readonly index: number } | null;
  /** The statement whose words stand in the next paragraph, behind a colon. */
  announced: Utterance | null;
}

/** Reads who says what in paragraphs of an article that are written in Chinese, in order. */
export function readChinese(article: Article, paragraphs: readonly Block[], names: Gazetteer): readonly Utterance[] {
  const text = zhText(article, paragraphs, names);
  const directory = directoryOf(text);
  const reader: Reader = {
    text,
    directory,
    genders: gendersOf(text, directory),
    found: [],
    quoting: null,
    before: null,
    topics: [],
    people: [],
    count: 0,
    announced: null,
  };
  const turns = new Map([...signedParagraphs(text, article.title, paragraphs), ...turnsOf(text, paragraphs)]);
  for (const paragraph of paragraphs) {
    const { before, topics } = reader;
    const turn = turns.get(paragraph.start);
    if (turn !== undefined) {
      addTurn(reader, paragraph, turn);
      continue;
    }
    enter(reader, paragraph);
    for (const sentence of splitSentences(article.text, paragraph.start, paragraph.end)) readOne(reader, sentence);
    if (paragraph.kind === 'caption') Object.assign(reader, { before, topics });
    reader.announced = announcedBy(reader, paragraph);
  }
  return reader.found;
}

function addTurn(reader: Reader, { start, end }: Block, { speaker, isLabelled, act, content }: Turn): void {
  const party = named(reader, speaker);
  reader.found.push({
    start,
    end,
    speaker: isLabelled ? party : { ...party, mention: null },
    act,
    addressee: null,
    content,
    negated: false,
    mode: 'direct',
    reportedBy: null,
  });
}

// 他 may be who spoke in the paragraph before; a verb without a subject, or a sentence of its own, is not theirs.
function enter(reader: Reader, { start, end }: Block): void {
  const { before, text } = reader;
  if (before !== null && !isQuotation(text.masked, { start, end })) reader.before = { ...before, spoke: false };
}

function readOne(reader: Reader, sentence: Span): void {
  const { text, found } = reader;
  const last = lastBefore(text.quotations, sentence.start + 1);
  const inside =
    last !== null && last.end > sentence.start && (last.start < sentence.start || last.goesOn) ? last : null;
  const read = readSentence(text, sentence);
  const first = found.length;
  const made = read.said.map((said) => statementsOf(reader, sentence, said));
  for (const statements of made) found.push(...statements);
  const isSilent = found.length === first;
  if (isSilent && inside !== null) extend(reader, inside, sentence);
  else if (isSilent && reader.announced !== null) carryAnnounced(reader, sentence);
  else if (isSilent && read.said.length === 0) {
    if (isQuotation(text.masked, sentence)) carryQuotation(reader, sentence);
    else addIntroduced(reader, sentence, read);
  } else attributePreceding(reader, sentence, first);
  const opened = lastBefore(text.quotations, sentence.end);
  if (opened !== null && opened.start >= sentence.start)
    reader.quoting = found.length === first ? null : { quotation: opened, index: quotedIn(found, first, opened) };
  setAntecedent(reader, sentence, { read, made, isSilent: found.length === first });
}

// Of several statements of a sentence, a quotation at its end is that of the verb right before it; else of the first.
function quotedIn(found: readonly Utterance[], first: number, { start }: Quotation): number {
  const near = found.findLastIndex(({ content }, i) => i >= first && Math.abs(content.start - start) <= 2);
  return near >= first ? near : first;
}

// A sentence inside a quotation is its speaker's.
function extend({ found, quoting }: Reader, inside: Quotation, { start, end }: Span): void {
  const open = quoting === null ? undefined : found[quoting.index];
  if (quoting === null || open === undefined) return;
  const isSame = quoting.quotation === inside || (inside.goesOn && !quoting.quotation.closed);
  if (!isSame || start < open.end) return;
  found[quoting.index] = { ...open, end, content: { start: open.content.start, end } };
}

// A sentence that is nothing but a quotation, behind one who spoke: theirs.
function carryQuotation(reader: Reader, sentence: Span): void {
  const { found } = reader;
  const before = antecedentOf(reader);
  if (before === null || !before.spoke || before.relayed) return;
  const { party } = before;
  found.push({
    start: sentence.start,
    end: sentence.end,
    speaker: { ...party, mention: null },
    act: 'say',
    addressee: null,
    content: sentence,
    negated: false,
    mode: 'direct',
    reportedBy: null,
  });
}

// UTF-16 units of quoted words that are no mere term or slogan.
const SHORTEST_SPEECH = 12;

// 阿恆便辭職，「…。」: a sentence of its own, quoted behind a clause about somebody, where nothing else says who speaks.
function addIntroduced(reader: Reader, sentence: Span, { lastTopic }: SentenceRead): void {
  const { text, found } = reader;
  const quoted = lastBefore(text.quotations, sentence.end);
  if (quoted === null || quoted.start <= sentence.start || quoted.end < sentence.end) return;
  if (text.hasVerb(sentence.start, sentence.end) || !/[,:]/.test(text.masked.charAt(quoted.start - 1))) return;
  const content = { start: quoted.start, end: sentence.end };
  if (content.end - content.start <= SHORTEST_SPEECH) return;
  // Before the closing mark, unless the quotation goes on.
  const last = quoted.end > sentence.end ? content.end - 1 : content.end - 2;
  if (!/[。!?…]/.test(text.folded.charAt(last))) return;
  const subject = lastTopic();
  if (subject === null || !isPerson(subject)) return;
  const [speaker] = partiesOf(reader, { subject, antecedent: null });
  if (speaker === undefined) return;
  const rest = { act: 'say', addressee: null, negated: false, mode: 'direct', reportedBy: null } as const;
  found.push({ start: sentence.start, end: sentence.end, speaker, content, ...rest });
}

const isPerson = (subject: Subject): boolean =>
  subject.kind === 'named'
    ? subject.phrases.length === 1 && subject.phrases[0]?.kind === 'person'
    : subject.kind === 'surname' || (subject.kind === 'pronoun' && subject.points === 'person');

// 他不點名批評：, and in the next paragraph what he said.
function announcedBy({ text, found }: Reader, { end }: Block): Utterance | null {
  const last = found.at(-1);
  return last !== undefined && last.end === end && text.masked.charAt(end - 1) === ':' ? last : null;
}

function carryAnnounced({ found, announced }: Reader, sentence: Span): void {
  if (announced === null || announced.speaker === null) return;
  const speaker = { ...announced.speaker, mention: null };
  found.push({ ...announced, ...sentence, speaker, content: sentence, mode: 'direct' });
}

const isQuotation = (masked: string, { start, end }: Span): boolean =>
  masked.charAt(start + 1) === QUOTED && /^.\ue000+.?[。!?]?$/.test(masked.slice(start, end));

// 「…。」王毅說。: a quotation without a speaker belongs to the speaker whom the next sentence names, where that sentence does nothing else.
function attributePreceding({ text, found }: Reader, sentence: Span, first: number): void {
  const one = found[first];
  if (one === undefined || found.length !== first + 1 || !isTail(text.masked, sentence, one)) return;
  const bare = text.quotations.findLast(({ end }) => end <= sentence.start);
  if (bare === undefined || /[^\s]/.test(text.masked.slice(bare.end, sentence.start))) return;
  const previous = found[first - 1];
  if (previous !== undefined && previous.end > bare.start && previous.speaker?.mention !== null) return;
  if (previous !== undefined && previous.end > bare.start) found.splice(first - 1, 1);
  // Of a sentence that tells of other things first, only what is quoted is theirs.
  const isWhole = beginningOf(text.masked, bare.start) === bare.start;
  if (!isWhole && (bare.end - bare.start < SHORTEST_SPEECH || !/[,:]/.test(text.masked.charAt(bare.start - 1)))) return;
  found[found.length - 1] = {
    ...one,
    start: bare.start,
    content: { start: bare.start, end: bare.end },
    mode: 'direct',
  };
}

const isTail = (masked: string, sentence: Span, { content }: Utterance): boolean =>
  content.end <= content.start ||
  (content.start === sentence.start && !masked.slice(sentence.start, sentence.end).includes(','));

// Where the sentence begins that a quotation stands in.
function beginningOf(masked: string, at: number): number {
  let start = at;
  while (start > 0 && !/[。!?\n」”]/.test(masked.charAt(start - 1))) start--;
  return start;
}

function statementsOf(reader: Reader, sentence: Span, said: Said): Utterance[] {
  const { text, directory } = reader;
  const { frame, reportedBy } = said;
  const by = reportedBy === null ? null : (partiesOf(reader, { ...said, subject: reportedBy })[0] ?? null);
  return partiesOf(reader, said).map((speaker) => {
    const content = contentOf(text, sentence, said);
    return {
      start: sentence.start,
      end: sentence.end,
      speaker,
      act: frame.act,
      addressee: frame.addressee === null ? null : directory.partyOf(frame.addressee),
      content,
      negated: frame.verb.negated,
      mode: modeOf(text.masked, content),
      reportedBy: by !== null && by.name === speaker.name ? null : by,
    };
  });
}

// Remembers whom a sentence leaves behind: of several who each speak for themselves (職員表示…，戴太說…), the last; whom a passive is
// about, and not who does it.
function setAntecedent(reader: Reader, sentence: Span, { read: { said, topic }, made, isSilent }: Made): void {
  const spoke = said
    .map((one, i) => ({ one, all: speakersOf(made[i] ?? []) }))
    .filter(({ one, all }) => !one.frame.passive && all.length > 0);
  const last = spoke.findLast(({ one }) => one.reportedBy === null) ?? spoke[0];
  const party = last?.all.at(-1);
  const about = { sentence, find: topic };
  if (last !== undefined && party !== undefined) {
    for (const { one, all } of spoke)
      if (one.reportedBy === null && one !== last.one) know(reader, { kind: kindOf(one.subject, reader), all });
    const relayed =
      last.one.reportedBy?.kind === 'named' &&
      last.one.reportedBy.phrases.some((by) => by.kind === 'person' || by.kind === 'office');
    remember(reader, about, { party, all: last.all, kind: kindOf(last.one.subject, reader), relayed });
  } else if (isSilent || said.length > 0) remember(reader, about, null);
}

interface Made {
  readonly read: SentenceRead;
  /** The statements of each of its acts of speech. */
  readonly made: readonly (readonly Utterance[])[];
  /** Whether nobody was found to say anything in it. */
  readonly isSilent: boolean;
}

const speakersOf = (made: readonly Utterance[]): readonly Party[] =>
  made.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
