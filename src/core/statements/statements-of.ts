import { LRUCache } from 'lru-cache';
import type { Article, Block } from '../model/article.ts';
import type { Statement, Party } from '../model/statement.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { readEnglish } from './en/read-english.ts';
import { readChinese } from './zh/read-zh.ts';
import type { Span } from '../model/span.ts';
import { splitSentences } from '../text/sentences.ts';

// Statements of this many UTF-16 units of articles are kept, two thousand reports: questions come back to the same ones.
const REMEMBERED = 4_000_000;
const remembered = new WeakMap<Gazetteer, LRUCache<Article, readonly Statement[]>>();

const createMemory = (): LRUCache<Article, readonly Statement[]> =>
  new LRUCache({
    maxSize: REMEMBERED,
    // What is larger than all that may be kept would not be kept at all.
    sizeCalculation: (_, { text }) => Math.max(1, Math.min(text.length, REMEMBERED)),
  });

/**
 * Who said what in an article, in order: read when it is first asked for, and remembered while it is among the last two thousand
 * reports or so. What nobody in particular is said to have said is no statement. Pure: the same article gives equal statements.
 */
export function statementsOf(article: Article, names: Gazetteer): readonly Statement[] {
  let kept = remembered.get(names);
  if (kept === undefined) remembered.set(names, (kept = createMemory()));
  const known = article.statements?.() ?? kept.get(article);
  if (known !== undefined) return known;
  const statements = readStatements(article, names);
  kept.set(article, statements);
  return statements;
}

/**
 * Reads the statements of articles before somebody asks, an article a step, as many as are remembered. Those that are stored somewhere
 * need not be read.
 */
export function* readAhead(articles: readonly Article[], names: Gazetteer): Generator<void, void> {
  let units = 0;
  for (const article of articles) {
    if (article.statements !== undefined || (units += article.text.length) > REMEMBERED) return;
    statementsOf(article, names);
    yield;
  }
}

/** Reads who said what in an article, whatever is known or remembered of it. */
export function readStatements(article: Article, names: Gazetteer): readonly Statement[] {
  const headings = article.blocks.filter(({ kind }) => kind === 'heading');
  const chinese = readChinese(article, chineseParagraphs(article), names);
  const english = readEnglish(article, names);
  const all = english.length === 0 ? chinese : [...chinese, ...english].sort((a, b) => a.start - b.start);
  return all.map((one) => {
    const heading = headings.findLast(({ end }) => end <= one.start);
    const section = heading === undefined ? null : article.text.slice(heading.start, heading.end);
    return complete(one, section, article.date);
  });
}

// Written out: to copy a statement by a spread takes a tenth of the time of reading it.
const complete = (
  { start, end, speaker, act, addressee, content, negated, mode, reportedBy }: Omit<Statement, 'section' | 'day'>,
  section: string | null,
  day: string | null,
): Statement => ({ start, end, speaker, act, addressee, content, negated, mode, reportedBy, section, day });

// UTF-16 units at the beginning of a paragraph by which its language is told.
const LOOKED_AT = 200;

const chineseParagraphs = ({ text, blocks }: Article): readonly Block[] =>
  blocks.filter(
    ({ kind, start, end }) =>
      (kind === 'paragraph' || kind === 'caption') &&
      /[一-鿿]/.test(text.slice(start, Math.min(end, start + LOOKED_AT))),
  );

/** Who says a sentence as a whole; offsets in UTF-16 units of the article's text. */
export interface SentenceSpeaker extends Span {
  /** Null where nobody is said to say it, or several are. */
  readonly speaker: Party | null;
  readonly addressee: Party | null;
  readonly reportedBy: Party | null;
  readonly mode: Statement['mode'] | null;
}

/**
 * The sentences of an article's paragraphs, in order, each with who says it as a whole; those of the paragraphs that lie, at
 * least in part, `within` a stretch. What a speaker hands on of another's words does not part a sentence between them.
 */
export function bySentence(article: Article, names: Gazetteer, within?: Span): readonly SentenceSpeaker[] {
  let kept = paragraphs.get(names);
  if (kept === undefined) paragraphs.set(names, (kept = new LRUCache({ max: PARAGRAPHS })));
  const found: SentenceSpeaker[] = [];
  for (const block of article.blocks) {
    const { kind, start, end } = block;
    if (kind !== 'paragraph' || (within !== undefined && (end <= within.start || start >= within.end))) continue;
    let own = kept.get(block);
    if (own === undefined) kept.set(block, (own = inParagraph(article, block, statementsOf(article, names))));
    for (const sentence of own) found.push(sentence);
  }
  return found;
}

// A question comes to some twenty paragraphs, and mostly several times.
const PARAGRAPHS = 500;
const paragraphs = new WeakMap<Gazetteer, LRUCache<Block, readonly SentenceSpeaker[]>>();

function inParagraph(
  { text }: Article,
  { start, end }: Block,
  statements: readonly Statement[],
): readonly SentenceSpeaker[] {
  const said = statements.filter((one) => !one.negated && one.start < end && one.end > start);
  return splitSentences(text, start, end).map((sentence) =>
    Object.assign(sentence, wholeSpeaker(said.filter((one) => one.start < sentence.end && one.end > sentence.start))),
  );
}

const NOBODY = { speaker: null, addressee: null, reportedBy: null, mode: null } as const;

function wholeSpeaker(said: readonly Statement[]): Omit<SentenceSpeaker, 'start' | 'end'> {
  const main = said.filter(({ reportedBy }) => !said.some(({ speaker }) => isSame(speaker, reportedBy)));
  const [one, ...others] = main;
  if (one === undefined || others.some(({ speaker }) => !isSame(speaker, one.speaker))) return NOBODY;
  const { speaker, addressee, reportedBy, mode } = one;
  return { speaker, addressee, reportedBy, mode: others.every((other) => other.mode === mode) ? mode : 'mixed' };
}

/** Whether two parties are one, by the gazetteer or by name. */
export const isSame = (a: Party | null, b: Party | null): boolean =>
  a !== null && b !== null && (a.name === b.name || (a.entry !== null && a.entry === b.entry));
