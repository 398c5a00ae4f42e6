import type { Article, Block } from '../corpus/article.ts';
import type { Mention, Name, NameBook } from '../text/names.ts';
import { foldScript } from '../text/script.ts';
import { splitSentences, type Span } from '../text/sentences.ts';
import { readSentence, type Governing, type SentenceReading } from './governing.ts';
import { masked, QUOTED } from './masked.ts';
import type { NounPhrase, Reading } from './reading.ts';
import { introducedPeople } from './people.ts';
import { quotationsOf, type Quotation } from './quotations.ts';
import { resolver, type Carried, type Resolver } from './resolve.ts';

/** Somebody who speaks, or is spoken to, as the article names them; offsets in UTF-16 units of its text. */
export interface Speaker {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The person, body or place in the name book; null where it has none, or several are named together. */
  readonly name: Name | null;
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
 * of it. Where that begins inside a quotation, its speaker is not known. A speaker is given only where the text says so: in the sentence
 * itself, by a pronoun or 並稱 that goes on from the sentence before, or as the one whose quotation is still open. Everything
 * else is null, which is to be read as "the article does not say", never as "the outlet says".
 */
export function attribute(article: Article, names: NameBook, within?: Span): readonly Attribution[] {
  const { paragraphs, quotations, reading, resolver } = preparedFor(article, names);
  const { speakerOf, resolve } = resolver;
  const found: Attribution[] = [];
  let quoting: { quotation: Quotation; carried: Carried | null } | null = null;
  for (const paragraph of paragraphs) {
    if (within !== undefined && (paragraph.end <= within.start || paragraph.start >= within.end)) continue;
    let before: Carried | null = null;
    for (const sentence of splitSentences(article.text, paragraph.start, paragraph.end)) {
      const inside = quotations.find(({ start, end }) => start < sentence.start && sentence.start < end);
      const opens = quotations.find(({ start }) => start === sentence.start);
      const { governing, unclear, topic } = HAN.test(article.text.slice(sentence.start, sentence.end))
        ? readSentence(reading, sentence)
        : SILENT;
      const open: Carried | null = continued(quoting, inside ?? null, opens ?? null);
      let carried: Carried | null = null;
      let mode: Attribution['mode'] = null;
      if (governing !== null && !unclear) {
        carried = resolve(governing, before);
        if (inside !== undefined && open !== null && carried !== null && carried.speaker.start !== open.speaker.start)
          carried = null;
        mode = carried === null ? null : modeOf(reading.masked, sentence, governing);
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
      const last = quotations.findLast(({ start, end }) => start < sentence.end && end > sentence.start);
      if (last !== undefined && last.start >= sentence.start) quoting = { quotation: last, carried };
      before =
        carried ?? (governing === null && !unclear && topic !== null ? aboutOnly(speakerOf(topic), topic) : null);
    }
  }
  return found;
}

const HAN = /[一-鿿]/;
const SILENT: SentenceReading = { governing: null, unclear: false, topic: null };

const aboutOnly = (speaker: Speaker, { kind }: NounPhrase): Carried | null =>
  kind === 'person' ? { speaker, reportedBy: null, kind, spoke: false } : null;

// The speaker of the quotation that a sentence stands in, or goes on with in a new paragraph.
function continued(
  quoting: { quotation: Quotation; carried: Carried | null } | null,
  inside: Quotation | null,
  opens: Quotation | null,
): Carried | null {
  if (quoting === null) return null;
  if (inside !== null && quoting.quotation === inside) return quoting.carried;
  return opens?.goesOn === true && !quoting.quotation.closed ? quoting.carried : null;
}

interface Prepared {
  readonly paragraphs: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly reading: Reading;
  readonly resolver: Resolver;
}

// A question comes to several passages of an article, and the next one often to the same: what does not depend on the passage
// is made once, and kept for so many articles.
const REMEMBERED = 64;
const remembered = new WeakMap<NameBook, Map<Article, Prepared>>();

function preparedFor(article: Article, names: NameBook): Prepared {
  let articles = remembered.get(names);
  if (articles === undefined) remembered.set(names, (articles = new Map()));
  let prepared = articles.get(article);
  if (prepared === undefined) {
    const [oldest] = articles.keys();
    if (articles.size >= REMEMBERED && oldest !== undefined) articles.delete(oldest);
    articles.set(article, (prepared = prepare(article, names)));
  }
  return prepared;
}

function prepare(article: Article, names: NameBook): Prepared {
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph');
  const folded = foldScript(article.text);
  const quotations = quotationsOf(folded, paragraphs);
  const reading = readingOf(article, folded, { quotations, names });
  return { paragraphs, quotations, reading, resolver: resolver(article.text, reading) };
}

function readingOf(
  article: Article,
  folded: string,
  { quotations, names }: { quotations: readonly Quotation[]; names: NameBook },
): Reading {
  const mentions = new Map<number, Mention[]>();
  for (const mention of names.mentions(folded, article.text)) {
    if (mention.name.kind === 'word') continue;
    const list = mentions.get(mention.start);
    if (list === undefined) mentions.set(mention.start, [mention]);
    else list.push(mention);
  }
  for (const list of mentions.values()) list.sort((a, b) => b.end - a.end);
  const opaque = masked(folded, quotations);
  const people = introducedPeople(opaque, (start) => {
    const person = mentions.get(start)?.find(({ name }) => name.kind === 'person');
    return person === undefined ? null : { name: person.name, end: person.end };
  });
  return { folded, masked: opaque, mentions, people };
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
