import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Party, SpeechAct, Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { splitSentences } from '../../text/sentences.ts';
import { quotationsOf, type Quotation } from '../quotations.ts';
import { quoteMask } from '../quote-mask.ts';
import { englishLexicon } from './lexicon.ts';
import { directoryOf, type Directory } from './people.ts';
import { pronounKind, referentsOf, type Carried, type Referents } from './referents.ts';
import { has, phraseFrom, type Sentence } from './noun-phrase.ts';
import { sourcesOf, type Source } from './sources.ts';
import { sentenceSubject } from './sentence-subject.ts';
import { tokensOf, type Token } from './tokens.ts';
import { turnsOf, type Turn } from './turns.ts';

type Said = Omit<Statement, 'section' | 'day'>;

interface Reading {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly directory: Directory;
  readonly referents: Referents;
}

/** Who said what in the English paragraphs of an article, in order. */
export function readEnglish(article: Article, names: Gazetteer): Said[] {
  const paragraphs = article.blocks.filter((block) => block.kind === 'paragraph' && isEnglish(article.text, block));
  if (paragraphs.length === 0) return [];
  const quotations = quotationsOf(withDoubleMarks(article.text), paragraphs);
  const reading: Reading = {
    text: article.text,
    quotations,
    directory: directoryOf(article, names, englishLexicon()),
    referents: referentsOf(article.text, englishLexicon()),
  };
  const turns = turnsOf(article.text, paragraphs);
  const masked = quoteMask(article.text, quotations);
  return paragraphs.flatMap((paragraph): Said[] => {
    const turn = turns.get(paragraph.start);
    return turn === undefined ? readParagraph(reading, paragraph, masked) : [turnSpeech(reading, paragraph, turn)];
  });
}

function turnSpeech(reading: Reading, { start, end }: Block, { label, question }: Turn): Said {
  // Reporter, Northern Wire: who asks has no name but the label.
  const { name, entry } = question
    ? { name: reading.text.slice(label.start, label.end), entry: null }
    : reading.directory(label);
  const here = label.start === start;
  const content = { start: here ? label.end + 1 : start, end };
  const speaker: Party = { mention: here ? label : null, name, entry };
  return { ...directSpeech({ start, end }, content, speaker), act: question ? 'ask' : 'say' };
}

// British papers quote with single marks, which are apostrophes as well: ‘It isn’t over,’ said Lis.
const SINGLE_QUOTED = /(?<=^|[\s(])‘([^‘’\n]{1,300}(?:’(?=\p{L})[^‘’\n]{1,300}){0,9})’(?![\p{L}\p{N}])/gu;
const withDoubleMarks = (text: string): string => (text.includes('‘') ? text.replace(SINGLE_QUOTED, '“$1”') : text);

const isEnglish = (text: string, { start, end }: Span): boolean => !/[一-鿿]/.test(text.slice(start, end));

function readParagraph(reading: Reading, { start, end }: Block, masked: string): Said[] {
  const found: Said[] = [];
  let speaking: Carried | null = null;
  let pending: Span[] = [];
  for (const sentence of splitSentences(unquoted(reading.text, masked, { start, end }))) {
    const span = { start: sentence.start + start, end: sentence.end + start };
    const tokens = tokensOf(reading.text, span, reading.quotations);
    const said = readSentence(reading, span, tokens);
    const quote = onlyQuote(tokens);
    if (said.length === 0 && quote !== null) {
      if (speaking === null) pending.push(span);
      else found.push(directSpeech(span, quote, speaking.party));
      continue;
    }
    for (const one of said) found.push(one.said);
    const [first] = said;
    // “….” Kim said.: what stood alone before belongs to whom this names, where it names no other words.
    if (first !== undefined && pending.length > 0 && (first.trailing || startsWithQuote(tokens)))
      for (const one of pending) found.push(directSpeech(one, one, withoutMention(first.carried.party)));
    pending = [];
    speaking = said.at(-1)?.carried ?? null;
    if (speaking !== null) speaking = { ...speaking, party: withoutMention(speaking.party) };
  }
  return found.sort((a, b) => a.start - b.start);
}

// The text with quoted words made letters, but for a full stop that ends them, so that no sentence ends inside a quotation.
const unquoted = (text: string, masked: string, { start, end }: Span): string =>
  masked
    .slice(start, end)
    .replace(/[“”]/g, '"')
    .replace(/\ue000+/g, (quoted, at: number) =>
      text.charAt(start + at + quoted.length - 1) === '.'
        ? `${'q'.repeat(quoted.length - 1)}.`
        : `${'q'.repeat(quoted.length - 1)},`,
    );

const withoutMention = (party: Party): Party => ({ ...party, mention: null });

const startsWithQuote = ([first]: readonly Token[]): boolean => first?.kind === 'quote';

// The quotation that is all of a sentence.
function onlyQuote(tokens: readonly Token[]): Span | null {
  const [first] = tokens;
  return first?.kind === 'quote' && tokens.every(({ kind, text }) => kind === 'quote' || /^[.,;]$/.test(text))
    ? first
    : null;
}

const directSpeech = (span: Span, quote: Span, speaker: Party): Said => ({
  start: span.start,
  end: span.end,
  speaker,
  act: 'say',
  addressee: null,
  content: { start: quote.start, end: quote.end },
  negated: false,
  mode: 'direct',
  reportedBy: null,
});

interface ReadSource {
  readonly said: Said;
  readonly carried: Carried;
  readonly trailing: boolean;
}

function readSentence(reading: Reading, span: Span, tokens: readonly Token[]): ReadSource[] {
  const sentence = { tokens, lexicon: englishLexicon() };
  seeNamed(reading, sentence);
  return sourcesOf(sentence).flatMap((source): ReadSource[] => {
    const carried = resolve(reading, source, sentence);
    if (carried === null) return [];
    reading.referents.see({ ...carried, party: withoutMention(carried.party) });
    const act: SpeechAct = source.verb?.act ?? 'say';
    const content = contentOf(tokens, source, span);
    const said: Said = {
      start: span.start,
      end: span.end,
      speaker: carried.party,
      act,
      addressee: source.addressee === null ? null : partyOf(reading, spanOf(tokens, source.addressee)),
      content,
      negated: source.negated,
      mode: modeOf(tokens, content),
      reportedBy: null,
    };
    return [{ said, carried, trailing: source.trailing }];
  });
}

const spanOf = (tokens: readonly Token[], { from, to }: { from: number; to: number }): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

const partyOf = ({ directory }: Reading, mention: Span): Party => {
  const { name, entry } = directory(mention);
  return { mention, name, entry };
};

// A pronoun is whoever it stands for, and never a name; null where it stands for nobody who is known.
function resolve(reading: Reading, { phrase, antecedent }: Source, sentence: Sentence): Carried | null {
  const { tokens, lexicon } = sentence;
  const mention = spanOf(tokens, phrase);
  const word = tokens[phrase.from]?.lower ?? '';
  if (antecedent === null && phrase.to === phrase.from + 1 && isPronoun(sentence, phrase.from)) {
    const before = reading.referents.find(word);
    if (before === null) return null;
    return { party: { ...before.party, mention }, kind: pronounKind(word, lexicon) ?? before.kind };
  }
  const named = reading.directory(antecedent === null ? mention : spanOf(tokens, antecedent));
  return { party: { mention, name: named.name, entry: named.entry }, kind: named.kind };
}

const isPronoun = (sentence: Sentence, at: number): boolean => has(sentence, at, 'subject-pronoun', 'object-pronoun');

// Remembers whom a sentence names with a title, and nearer than those who it is about.
function seeNamed({ directory, referents }: Reading, sentence: Sentence): void {
  const titled = sentence.tokens.map((_, at) => (has(sentence, at, 'honorific') ? phraseFrom(sentence, at) : null));
  for (const phrase of [...titled, sentenceSubject(sentence)]) {
    if (phrase === null || isPronoun(sentence, phrase.from)) continue;
    const { name, entry, kind } = directory(spanOf(sentence.tokens, phrase));
    referents.see({ party: { mention: null, name, entry }, kind });
  }
}

// What is said: the quotations, from the first to the last; else what stands behind the words of speech, or before them.
function contentOf(tokens: readonly Token[], { cue, phrase, trailing, addressee, verb }: Source, span: Span): Span {
  const quotes = tokens.filter(({ kind }) => kind === 'quote');
  const [first] = quotes;
  const last = quotes.at(-1);
  if (first !== undefined && last !== undefined && (trailing || first.start >= (tokens[cue.to - 1]?.end ?? 0))) {
    const behind = tokens[cue.to];
    if (trailing || behind === first) return { start: first.start, end: last.end };
  }
  // According to Kim, …
  const front = Math.min(phrase.from, cue.from);
  if (front === 0 && verb === null) return { start: tokens[phrase.to + 1]?.start ?? span.start, end: span.end };
  if (trailing) {
    const end = tokens[front - 1];
    return end === undefined ? span : { start: span.start, end: Math.max(span.start + 1, end.start) };
  }
  const from = tokens[contentStart(tokens, addressee?.to ?? cue.to)];
  return from === undefined ? span : { start: from.start, end: span.end };
}

// Behind `that`, and behind a time before it: said on Tuesday that ….
function contentStart(tokens: readonly Token[], from: number): number {
  const that = tokens.slice(from, from + 4).findIndex(({ lower }) => lower === 'that');
  return that < 0 ? from : from + that + 1;
}

const DIRECT_SHARE = 0.6; // of what is said, that has to be quoted for it to be direct speech

function modeOf(tokens: readonly Token[], content: Span): Said['mode'] {
  const quotes = tokens.filter(
    ({ kind, start, end }) => kind === 'quote' && start >= content.start && end <= content.end,
  );
  if (quotes.length === 0) return 'indirect';
  const quoted = quotes.reduce((sum, { start, end }) => sum + end - start, 0);
  const opens = quotes[0]?.start === content.start;
  return opens && quoted >= DIRECT_SHARE * (content.end - content.start) ? 'direct' : 'mixed';
}
