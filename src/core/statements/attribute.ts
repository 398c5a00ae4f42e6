import type { Article, Block } from '../model/article.ts';
import type { Entry, Gazetteer } from '../names/gazetteer.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../model/span.ts';
import { readSentence, SILENT, type Governing } from './sentence-speaker.ts';
import { QUOTED } from './quote-mask.ts';
import { analyse, preparedFor, type Analysis } from './analysis.ts';
import type { NounPhrase, Reading } from './reading.ts';
import { lastBefore, type Quotation } from './quotations.ts';
import type { Carried } from './resolve.ts';

/** Somebody who speaks, or is spoken to, as the article names them; offsets in UTF-16 units of its text. */
export interface Speaker {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The person, body or place in the name book; null where it has none, or several are named together. */
  readonly name: Entry | null;
}

/** Who said a sentence of an article; offsets in UTF-16 units of its text. */
export interface Attribution {
  readonly start: number;
  readonly end: number;
  readonly speaker: Speaker | null;
  /** Who hands on what the speaker said: 據路透社報道，布林肯說 …. */
  readonly reportedBy: Speaker | null;
  /** `direct` where most of what is said is quoted; null where nobody is said to say it. */
  readonly mode: 'direct' | 'indirect' | null;
  /** To whom it was said: 向王毅重申. */
  readonly addressee: Speaker | null;
}

/**
 * Who said each sentence of the article's paragraphs, in order; of those paragraphs that lie, at least in part, `within` a stretch
 * of it. A speaker is given only where the text says so: in the sentence
 * itself, by a pronoun or 並稱 that goes on from the sentence before, or as the one whose quotation is still open. Everything
 * else is null, which is to be read as "the article does not say", never as "the outlet says". An article that is as long as a
 * book is read in parts, of which none knows what the others say.
 */
export function attribute(article: Article, names: Gazetteer, within?: Span): readonly Attribution[] {
  if (article.text.length <= LONG_ARTICLE) return attributeWhole(article, names, within);
  return partsOf(article, within).flatMap((part) => attributePart(article, names, part));
}

// A question comes to several passages of a report, and the whole of it is read for the first of them: who holds which office, who
// is introduced by name. Above so many UTF-16 units, more than the longest report of an archive of 49,118 has, that is too much.
const LONG_ARTICLE = 50_000;
// What is read of a long article before and behind what is asked for.
const READ_AROUND = 4_000;

// The paragraphs of a long article that are read together: those that are asked for, no further than around that; else so many
// that they are no long article themselves.
function partsOf({ blocks }: Article, within: Span | undefined): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    if (within !== undefined && (block.end <= within.start || block.start >= within.end)) continue;
    const start = Math.max(block.start, (within?.start ?? 0) - READ_AROUND);
    const end = Math.min(block.end, (within?.end ?? Infinity) + READ_AROUND);
    const part = parts.at(-1);
    const first = part?.[0];
    if (part === undefined || first === undefined || (within === undefined && end - first.start > LONG_ARTICLE))
      parts.push([{ ...block, start, end }]);
    else part.push({ ...block, start, end });
  }
  return parts;
}

function attributePart(article: Article, names: Gazetteer, paragraphs: readonly Block[]): readonly Attribution[] {
  const from = paragraphs[0]?.start ?? 0;
  const shifted = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by });
  const part: Article = {
    ...article,
    text: article.text.slice(from, paragraphs.at(-1)?.end),
    blocks: paragraphs.map((block) => shifted(block, -from)),
  };
  const back = (speaker: Speaker | null): Speaker | null => (speaker === null ? null : shifted(speaker, from));
  return attributeParagraphs(analyse(part, names), part.text).map(({ start, end, mode, ...named }) => ({
    start: start + from,
    end: end + from,
    mode,
    speaker: back(named.speaker),
    reportedBy: back(named.reportedBy),
    addressee: back(named.addressee),
  }));
}

function attributeWhole(article: Article, names: Gazetteer, within: Span | undefined): readonly Attribution[] {
  const prepared = preparedFor(article, names);
  return attributeParagraphs(prepared, article.text, within === undefined ? within : fromItsSpeaker(within, prepared));
}

// A stretch that begins inside a quotation is read from the paragraph on where that began, and where its speaker stands.
function fromItsSpeaker({ start, end }: Span, { paragraphs, quotations }: Analysis): Span {
  let first = paragraphs.findIndex((paragraph) => paragraph.end > start);
  while (first > 0 && goesOnQuoting(paragraphs[first]?.start ?? 0, quotations)) first--;
  return { start: Math.min(start, paragraphs[first]?.start ?? start), end };
}

// Whether what stands there belongs to a quotation that began in a paragraph before.
function goesOnQuoting(at: number, quotations: readonly Quotation[]): boolean {
  const before = lastBefore(quotations, at);
  const opening = lastBefore(quotations, at + 1);
  return (before !== null && before.end > at) || (opening?.start === at && opening.goesOn);
}

/** A quotation that was read last, and who speaks in it. */
type Quoting = { readonly quotation: Quotation; readonly carried: Carried | null } | null;

/** What was read of a paragraph. */
export interface ParagraphRead {
  readonly found: readonly Attribution[];
  /** The last quotation of it; null where it has none. */
  readonly quoting: Quoting;
}

function attributeParagraphs(prepared: Analysis, text: string, within?: Span): readonly Attribution[] {
  const { paragraphs, quotations, read } = prepared;
  const found: Attribution[] = [];
  let quoting: Quoting = null;
  for (const paragraph of paragraphs) {
    if (within !== undefined && (paragraph.end <= within.start || paragraph.start >= within.end)) continue;
    const { start } = paragraph;
    // What does not go on from the paragraph before is the same whenever it is read.
    const standsAlone = !goesOnQuoting(start, quotations);
    const known: ParagraphRead =
      (standsAlone ? read.get(start) : undefined) ?? attributeParagraph(prepared, { text, paragraph, quoting });
    if (standsAlone) read.set(start, known);
    for (const one of known.found) found.push(one);
    quoting = known.quoting ?? quoting;
  }
  return found;
}

function attributeParagraph(
  { quotations, reading, resolver }: Analysis,
  { text, paragraph, quoting: before }: { text: string; paragraph: Block; quoting: Quoting },
): ParagraphRead {
  const { speakerOf, resolve } = resolver;
  const found: Attribution[] = [];
  let quoting = before;
  let prior: Carried | null = null;
  for (const sentence of splitSentences(text, paragraph.start, paragraph.end)) {
    const last = lastBefore(quotations, sentence.start);
    const inside = last !== null && last.end > sentence.start ? last : null;
    const upTo = lastBefore(quotations, sentence.start + 1);
    const opens = upTo?.start === sentence.start ? upTo : null;
    const { governing, unclear, topic } = HAN.test(text.slice(sentence.start, sentence.end))
      ? readSentence(reading, sentence)
      : SILENT;
    const open: Carried | null = continued(quoting, inside, opens);
    let carried: Carried | null = null;
    let mode: Attribution['mode'] = null;
    if (governing !== null && !unclear) {
      carried = resolve(governing, prior);
      if (inside !== null && open !== null && carried !== null && carried.speaker.start !== open.speaker.start)
        carried = null;
      mode = carried === null ? null : governing.verbatim ? 'direct' : modeOf(reading.masked, sentence, governing);
      if (carried !== null && lendBack(found, { sentence, governing, carried, reading })) mode = 'direct';
    } else if (governing === null && open !== null && !unclear) {
      carried = open;
      mode = 'direct';
    }
    const addressee =
      governing === null || carried === null || governing.addressee === null ? null : speakerOf(governing.addressee);
    found.push({
      start: sentence.start,
      end: sentence.end,
      speaker: carried?.speaker ?? null,
      reportedBy: carried?.reportedBy ?? null,
      mode: carried === null ? null : mode,
      addressee,
    });
    const newest = lastBefore(quotations, sentence.end);
    if (newest !== null && newest.start >= sentence.start) quoting = { quotation: newest, carried };
    prior = carried ?? (governing === null && !unclear && topic !== null ? aboutOnly(speakerOf(topic), topic) : null);
  }
  return { found, quoting: quoting === before ? null : quoting };
}

const HAN = /[一-鿿]/;

const aboutOnly = (speaker: Speaker, { kind }: NounPhrase): Carried | null =>
  kind === 'person' ? { speaker, reportedBy: null, kind, reporter: null, spoke: false } : null;

// The speaker of the quotation that a sentence stands in, or goes on with in a new paragraph.
function continued(quoting: Quoting, inside: Quotation | null, opens: Quotation | null): Carried | null {
  if (quoting === null) return null;
  if (inside !== null && quoting.quotation === inside) return quoting.carried;
  return opens?.goesOn === true && !quoting.quotation.closed ? quoting.carried : null;
}

const DIRECT_SHARE = 0.6; // of what is said, that has to be quoted for it to be direct speech

// Direct speech is quoted from its first word on, or as good as all of it; 稱局勢「十分嚴峻」 is indirect.
function modeOf(text: string, sentence: Span, governing: Governing): 'direct' | 'indirect' {
  const words = (
    governing.trailing ? text.slice(sentence.start, sentence.end) : text.slice(governing.after, sentence.end)
  ).replace(/[,。:;\s]/g, '');
  let quoted = 0;
  for (const char of words) if (char === QUOTED) quoted++;
  const said = words.length - (governing.trailing ? governing.after - sentence.start : 0);
  return /^[“「『"]/.test(words) && quoted >= DIRECT_SHARE * said ? 'direct' : 'indirect';
}

// 「…。」王毅說。: a quotation that stands alone belongs to whom the next sentence names, if it does nothing else.
function lendBack(
  found: Attribution[],
  {
    sentence,
    governing,
    carried,
    reading,
  }: { sentence: Span; governing: Governing; carried: Carried; reading: Reading },
): boolean {
  if (!(governing.trailing || governing.quotes) || governing.subject.kind === 'empty') return false;
  if (!/^[^,]*$/.test(reading.masked.slice(sentence.start, governing.after))) return false;
  let { start } = sentence;
  let lent = false;
  for (let i = found.length - 1; i >= 0; i--) {
    const last = found[i];
    if (last === undefined || last.speaker !== null || reading.masked.slice(last.end, start).includes('\n')) break;
    const words = reading.masked.slice(last.start, last.end);
    if (!(lent ? /^[“「"『]?\ue000+$/ : /^[“「"『]?\ue000+[”」"』]$/).test(words)) break;
    found[i] = { ...last, speaker: carried.speaker, reportedBy: carried.reportedBy, mode: 'direct' };
    lent = true;
    ({ start } = last);
    if (words.charAt(0) !== QUOTED) break;
  }
  return lent;
}
