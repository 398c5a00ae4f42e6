import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { splitSentences } from '../../text/sentences.ts';
import { QUOTED } from '../quote-mask.ts';
import { lastBefore, type Quotation } from '../quotations.ts';
import { contentOf, modeOf } from './content.ts';
import { directoryOf, type Directory } from './directory.ts';
import type { Phrase } from './token.ts';
import { readSentence, type Said, type SentenceRead } from './sentence.ts';
import type { Subject } from './subject.ts';
import { signedParagraphs, turnsOf, type Turn } from './turns.ts';
import { zhText, type ZhText } from './zh-text.ts';

/** A statement without what the article as a whole gives it. */
export type Utterance = Omit<Statement, 'section' | 'day'>;

/** Whom a sentence leaves behind for the next one to point at. */
interface Antecedent {
  readonly party: Party;
  readonly kind: Phrase['kind'] | 'pronoun';
  /** Whether they spoke, or the sentence was only about them. */
  readonly spoke: boolean;
  /** Whether a person, and no outlet, handed it on: 他 may then be either. */
  readonly handedOn: boolean;
}

interface Reader {
  readonly text: ZhText;
  readonly directory: Directory;
  readonly found: Utterance[];
  /** The statement whose quotation goes on, by its place in `found`. */
  quoting: { readonly quotation: Quotation; readonly index: number } | null;
  before: Antecedent | null;
  /** Who the sentences since then are about, each found when somebody asks. */
  topics: readonly (() => Subject | null)[];
  /** The statement whose words stand in the next paragraph, behind a colon. */
  announced: Utterance | null;
}

/** Reads who says what in paragraphs of an article that are written in Chinese, in order. */
export function readChinese(article: Article, paragraphs: readonly Block[], names: Gazetteer): readonly Utterance[] {
  const text = zhText(article, paragraphs, names);
  const reader: Reader = {
    text,
    directory: directoryOf(text),
    found: [],
    quoting: null,
    before: null,
    topics: [],
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
  for (const said of read.said) addStatement(reader, sentence, said);
  const isSilent = found.length === first;
  if (isSilent && inside !== null) extend(reader, inside, sentence);
  else if (isSilent && reader.announced !== null) carryAnnounced(reader, sentence);
  else if (isSilent && read.said.length === 0) {
    if (isQuotation(text.masked, sentence)) carryQuotation(reader, sentence);
    else addIntroduced(reader, sentence, read);
  } else lendBack(reader, sentence, first);
  const opened = lastBefore(text.quotations, sentence.end);
  if (opened !== null && opened.start >= sentence.start)
    reader.quoting = found.length === first ? null : { quotation: opened, index: quotedIn(found, first, opened) };
  setAntecedent(reader, read, first);
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
  if (before === null || !before.spoke || before.handedOn) return;
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

// 「…。」王毅說。: what stands alone before it belongs to whom the next sentence names, if it does nothing else.
function lendBack({ text, found }: Reader, sentence: Span, first: number): void {
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

function addStatement(reader: Reader, sentence: Span, said: Said): void {
  const { text, directory, found } = reader;
  const { frame } = said;
  const { reportedBy } = said;
  const by = reportedBy === null ? null : (partiesOf(reader, { ...said, subject: reportedBy })[0] ?? null);
  for (const speaker of partiesOf(reader, said)) {
    const content = contentOf(text, sentence, frame);
    found.push({
      start: sentence.start,
      end: sentence.end,
      speaker,
      act: frame.act,
      addressee: frame.addressee === null ? null : directory.partyOf(frame.addressee),
      content,
      negated: frame.verb.negated,
      mode: modeOf(text.masked, content),
      reportedBy: by !== null && by.name === speaker.name ? null : by,
    });
  }
}

function named({ text, directory }: Reader, phrase: Phrase): Party {
  if (phrase.kind === 'person' && phrase.name !== null)
    text.know(text.masked.slice(phrase.name.start, phrase.name.end));
  return directory.partyOf(phrase);
}

function partiesOf(reader: Reader, { subject, antecedent }: Pick<Said, 'subject' | 'antecedent'>): readonly Party[] {
  const { directory } = reader;
  switch (subject.kind) {
    case 'named':
      return subject.phrases.map((phrase) => named(reader, phrase));
    case 'surname': {
      const party = directory.bySurname(subject);
      return party === null ? [] : [party];
    }
    case 'pronoun': {
      const mention = { start: subject.start, end: subject.end };
      if (subject.points === 'unnamed')
        return [{ mention, name: reader.text.text.slice(mention.start, mention.end), entry: null }];
      const near = antecedent?.find((phrase) => agrees(subject, phrase.kind));
      if (near !== undefined) return [{ ...directory.partyOf(near), mention }];
      // Somebody else is named in between.
      const before = antecedent === null ? antecedentOf(reader) : null;
      if (before === null || before.handedOn || !agrees(subject, before.kind)) return [];
      return [{ ...before.party, mention }];
    }
    case 'empty': {
      const before = antecedentOf(reader);
      return before !== null && before.spoke && !before.handedOn ? [{ ...before.party, mention: null }] : [];
    }
  }
}

// 他 is a person, or an office that one holds; 其 anybody; 他們 several.
function agrees({ points }: Extract<Subject, { kind: 'pronoun' }>, kind: Antecedent['kind']): boolean {
  if (points === 'person') return kind === 'person' || kind === 'office' || kind === 'name' || kind === 'pronoun';
  if (points === 'many') return kind === 'several' || kind === 'body' || kind === 'organisation' || kind === 'office';
  return kind !== 'place';
}

function setAntecedent(reader: Reader, { said, topic }: SentenceRead, first: number): void {
  const { found } = reader;
  // 職員表示…，戴太說…: of several who each speak for themselves, the last.
  const main = found.findLast(({ reportedBy }, i) => i >= first && reportedBy === null) ?? found[first];
  const one = said.findLast(({ reportedBy }) => reportedBy === null) ?? said[0];
  if (main !== undefined && main.speaker !== null && one !== undefined) {
    const kind = kindOf(one.subject, reader);
    const handedOn =
      one.reportedBy?.kind === 'named' &&
      one.reportedBy.phrases.some((by) => by.kind === 'person' || by.kind === 'office');
    reader.before = { party: main.speaker, kind, spoke: true, handedOn };
    reader.topics = [];
  } else if (found.length === first || said.length > 0) {
    if (reader.before !== null) reader.before = { ...reader.before, spoke: false };
    reader.topics = [...reader.topics.slice(1 - MOST_TOPICS), topic];
  }
}

// Sentences about others behind which 他 is still looked for.
const MOST_TOPICS = 8;

// Whom the sentences before leave behind: the last one that is about somebody, else who spoke.
function antecedentOf(reader: Reader): Antecedent | null {
  const topics = [...reader.topics];
  reader.topics = [];
  for (let topic = topics.pop(); topic !== undefined; topic = topics.pop()) {
    const about = topic();
    if (about === null || about.kind === 'pronoun') continue;
    const [party] = partiesOf(reader, { subject: about, antecedent: null });
    if (party === undefined) continue;
    const handedOn = reader.before?.handedOn ?? false;
    reader.before = { party, kind: kindOf(about, reader), spoke: false, handedOn };
    break;
  }
  return reader.before;
}

const kindOf = (subject: Subject, { before }: Reader): Antecedent['kind'] =>
  subject.kind === 'named'
    ? subject.phrases.length > 1
      ? 'several'
      : (subject.phrases[0]?.kind ?? 'pronoun')
    : subject.kind === 'empty'
      ? (before?.kind ?? 'pronoun')
      : subject.kind === 'surname'
        ? 'person'
        : 'pronoun';
