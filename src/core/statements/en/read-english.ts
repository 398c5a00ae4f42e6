import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { splitSentences } from '../../text/sentences.ts';
import { quotationsOf, type Quotation } from '../quotations.ts';
import { quoteMask } from '../quote-mask.ts';
import { englishLexicon } from './lexicon.ts';
import { directoryOf } from './people.ts';
import { referentsOf, type Carried } from './referents.ts';
import { contentOf, isOnlyTime, modeOf } from './content.ts';
import { gendersOf } from './genders.ts';
import { isPronoun, partyOf, resolve, seeSentence, spanOf, type Naming } from './naming.ts';
import { sourcesOf } from './sources.ts';
import { tokensOf, type Token } from './tokens.ts';
import { turnsOf, type Turn } from './turns.ts';

type Said = Omit<Statement, 'section' | 'day'>;

interface Reading extends Naming {
  readonly text: string;
  readonly quotations: readonly Quotation[];
}

/** Who said what in the English paragraphs of an article, in order. */
export function readEnglish(article: Article, names: Gazetteer): Said[] {
  const paragraphs = article.blocks.filter((block) => block.kind === 'paragraph' && isEnglish(article.text, block));
  if (paragraphs.length === 0) return [];
  const quotations = quotationsOf(withDoubleMarks(article.text), paragraphs);
  const lexicon = englishLexicon();
  const genders = gendersOf(article.text, lexicon);
  const reading: Reading = {
    text: article.text,
    quotations,
    directory: directoryOf({ text: article.text, lexicon, genders }, names),
    referents: referentsOf(genders, lexicon),
    genders,
  };
  const turns = turnsOf(article.text, paragraphs);
  const masked = quoteMask(article.text, quotations);
  let speaking: Carried | null = null;
  const found: Said[] = [];
  for (const paragraph of paragraphs) {
    const turn = turns.get(paragraph.start);
    if (turn === undefined) {
      // By custom every paragraph of a long speech opens its quotation anew.
      const goesOn = quotations.some((one) => one.goesOn && one.start === paragraph.start);
      const read = readParagraph(reading, paragraph, { masked, speaking: goesOn ? speaking : null });
      found.push(...read.said);
      ({ speaking } = read);
    } else found.push(turnSpeech(reading, paragraph, turn));
  }
  return found;
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

interface Open {
  readonly masked: string;
  /** Whose quotation the paragraph goes on with. */
  readonly speaking: Carried | null;
}

interface ReadParagraph {
  readonly said: Said[];
  /** Who spoke last. */
  readonly speaking: Carried | null;
}

function readParagraph(reading: Reading, { start, end }: Block, { masked, ...open }: Open): ReadParagraph {
  const found: Said[] = [];
  let { speaking } = open;
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
  return { said: found.sort((a, b) => a.start - b.start), speaking };
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
  reading.referents.next();
  seeSentence(reading, sentence);
  const sources = sourcesOf(sentence);
  return sources.flatMap((source): ReadSource[] => {
    const content = contentOf(source, { sentence, span, sources });
    const isRelayed = sources.some(({ by }) => by === source.phrase);
    return resolve(reading, source, sentence).flatMap((carried): ReadSource[] => {
      // Of what an outlet or a body reports that somebody says, it says nothing itself.
      if (isRelayed && carried.kind !== 'person') return [];
      if (source.verb?.act === 'say' && isOnlyTime(sentence, content)) return [];
      const said: Said = {
        start: span.start,
        end: span.end,
        speaker: carried.party,
        act: source.verb?.act ?? 'say',
        addressee: source.addressee === null ? null : partyOf(reading, spanOf(tokens, source.addressee)),
        content,
        negated: source.negated,
        mode: modeOf(tokens, content),
        reportedBy:
          source.by === null || isPronoun(sentence, source.by.from)
            ? null
            : partyOf(reading, spanOf(tokens, source.by)),
      };
      return [{ said, carried, trailing: source.trailing }];
    });
  });
}
