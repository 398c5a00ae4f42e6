import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import { has, isTime, type Sentence } from './noun-phrase.ts';
import type { Source } from './sources.ts';
import type { Token } from './tokens.ts';

interface Within {
  readonly sentence: Sentence;
  readonly span: Span;
  /** All sources of the sentence, in order. */
  readonly sources: readonly Source[];
}

/** What a source says: the quotations, from the first to the last; else what stands behind the words of speech, or before them. */
export function contentOf(source: Source, { sentence, span, sources }: Within): Span {
  const { tokens } = sentence;
  const { cue, phrase, trailing, addressee, verb } = source;
  const own = {
    start: startAfter(sentence, source, sources) ?? span.start,
    end: endBefore(sentence, source, sources) ?? span.end,
  };
  const quoted = quotedBy(source, tokens, own);
  if (quoted !== null) return quoted;
  // According to Kim, …
  const front = Math.min(phrase.from, cue.from);
  if (front === 0 && verb === null) return { start: tokens[phrase.to + 1]?.start ?? own.start, end: own.end };
  if (trailing) {
    const end = tokens[front - 1];
    return end === undefined ? own : { start: own.start, end: Math.max(own.start + 1, end.start) };
  }
  const from = tokens[contentStart(tokens, addressee?.to ?? cue.to)];
  return from === undefined || from.start >= own.end ? own : { start: from.start, end: own.end };
}

// The quotations within a stretch, where they are what is said: before the words of speech, or right behind them.
function quotedBy({ cue, trailing }: Source, tokens: readonly Token[], own: Span): Span | null {
  const quotes = tokens.filter(({ kind, start, end }) => kind === 'quote' && start >= own.start && end <= own.end);
  const [first] = quotes;
  const last = quotes.at(-1);
  if (first === undefined || last === undefined) return null;
  return trailing || tokens[behindMarks(tokens, cue.to)] === first ? { start: first.start, end: last.end } : null;
}

// Behind `that`, and behind a time before it: said on Tuesday that ….
function contentStart(tokens: readonly Token[], from: number): number {
  const that = tokens.slice(from, from + 4).findIndex(({ lower }) => lower === 'that');
  return behindMarks(tokens, that < 0 ? from : from + that + 1);
}

function behindMarks(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^[,:]$/.test(tokens[at]?.text ?? '')) at += 1;
  return at;
}

// X said this, but Y said that: where the words end behind which another speaks for themselves.
function endBefore(sentence: Sentence, source: Source, sources: readonly Source[]): number | null {
  const next = sources.find((one) => one !== source && frontOf(one, source) >= source.cue.to);
  if (source.trailing || next === undefined || next.trailing) return null;
  let to = frontOf(next, source);
  while (has(sentence, to - 1, 'adverb') || isTime(sentence, to - 1)) to -= 1;
  const parted = to;
  while (isParting(sentence, to - 1)) to -= 1;
  return to < parted && to > source.cue.to ? (sentence.tokens[to - 1]?.end ?? null) : null;
}

// X said this; that was so, Y said: where the words begin that stand before the words of speech, behind those of the one before.
function startAfter(sentence: Sentence, source: Source, sources: readonly Source[]): number | null {
  const before = sources.findLast((one) => one !== source && one.cue.to <= source.cue.from);
  if (!source.trailing || before === undefined || before.phrase === source.phrase) return null;
  for (let at = before.cue.to; at < source.cue.from; at++) {
    const parting = partingAt(sentence, at);
    if (parting > at) return sentence.tokens[parting]?.start ?? null;
  }
  return null;
}

const frontOf = ({ phrase, cue }: Source, { phrase: earlier }: Source): number =>
  phrase === earlier ? cue.from : Math.min(phrase.from, cue.from);

// A comma, a semicolon, or a word between two speakers.
const isParting = (sentence: Sentence, at: number): boolean =>
  /^[,;]$/.test(sentence.tokens[at]?.text ?? '') || has(sentence, at, 'coordinator');

// Behind a semicolon, or a comma with a word.
function partingAt(sentence: Sentence, at: number): number {
  let end = at;
  while (isParting(sentence, end)) end += 1;
  return end - at > 1 || sentence.tokens[at]?.text === ';' ? end : at;
}

/** Whether a content is no more than a time: who spoke on Friday may have said anything. */
export function isOnlyTime(sentence: Sentence, content: Span): boolean {
  const inside = [...sentence.tokens.entries()].filter(
    ([, { kind, start, end }]) => kind !== 'mark' && start >= content.start && end <= content.end,
  );
  return (
    inside.some(([at]) => isTime(sentence, at)) &&
    inside.every(([at]) => isTime(sentence, at) || has(sentence, at, ...AROUND_TIMES))
  );
}

const AROUND_TIMES = ['time-preposition', 'time-modifier', 'determiner'];

const DIRECT_SHARE = 0.6; // of what is said, that has to be quoted for it to be direct speech

export function modeOf(tokens: readonly Token[], content: Span): Statement['mode'] {
  const quotes = tokens.filter(
    ({ kind, start, end }) => kind === 'quote' && start >= content.start && end <= content.end,
  );
  if (quotes.length === 0) return 'indirect';
  const quoted = quotes.reduce((sum, { start, end }) => sum + end - start, 0);
  const opens = quotes[0]?.start === content.start;
  return opens && quoted >= DIRECT_SHARE * (content.end - content.start) ? 'direct' : 'mixed';
}
