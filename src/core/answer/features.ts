import { isCjk } from '../text/characters.ts';
import { attribute, type Speaker } from '../attribution/attribute.ts';
import type { NameBook } from '../text/names.ts';
import { foldScript } from '../text/script.ts';
import type { Passage } from '../search/passages.ts';
import type { Match, Matcher } from './evidence.ts';
import { asksForQuantity, countsTheFocus, expectedSpans } from './expected.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';

/** A question with what each of its terms tells. */
export interface WeightedQuestion {
  readonly parsed: ParsedQuestion;
  readonly matcher: Matcher;
  /** Parallel to `parsed.terms`; positive. */
  readonly weights: readonly number[];
  /** Parallel to `parsed.units`; positive. */
  readonly unitWeights: readonly number[];
  /** The runs of three and of four characters that its terms make: what two wordings of one thing have in common. */
  readonly trigrams: readonly string[];
  readonly fourgrams: readonly string[];
}

/** What a sentence shows of being the answer, in the order of `SENTENCE_FEATURES`. */
export const SENTENCE_FEATURES = [
  'coverage', // share of the question's weight that the sentence holds
  'rarity', // the same, where a term counts more the fewer sentences of the passage hold it
  'units', // share of the question's characters
  'offTitle', // coverage by terms that the headline does not hold
  'offLead', // coverage by terms that neither the headline nor the passage's first sentence holds
  'inContext', // coverage by the sentence, the one before it and the headline together
  'withPrevious', // what the sentence before adds to the coverage
  'withNext', // what the sentence behind adds
  'nearCue', // coverage where terms count more the nearer they stand to the question word
  'focus', // the noun behind the question word
  'clause', // the best clause's coverage
  'run', // the longest stretch of the question that stands here unbroken, as a share of it
  'trigrams', // share of the question's runs of three characters
  'expected', // something of the form that the question asks for
  'expectedMissing', // nothing of that form, though the question has one
  'expectedNear', // how close that something stands to the question's terms
  'counts', // a number of what is asked about
  'quantityMissing', // no number, though the question asks for one
  'novelty', // logarithm of the characters that are not the question's own
  'brevity', // logarithm of the length
  'first', // the passage's first sentence
  'allNames', // share of the question's names
  'allNumbers', // share of the question's numbers
  'question', // the sentence asks something itself
  'speaker', // whoever the question is about says it (1), said the sentence before (0.5), somebody else says it (-1), or nobody (0)
  'statement', // the same, where the question asks for what somebody said
] as const;

/** What a passage shows of holding the answer, in the order of `PASSAGE_FEATURES`. */
export const PASSAGE_FEATURES = [
  'score', // the index's score as a share of the best one's
  'coverage',
  'units',
  'withTitle', // coverage by passage and headline together
  'withLead', // coverage by passage, headline and the article's first sentences
  'title', // coverage by the headline alone
  'bestSentence', // the best sentence's coverage
  'bestWithTitle', // the same with the headline
  'bestRarity', // the best sentence's coverage by rare terms
  'run', // the longest stretch of the question
  'trigrams', // share of the question's runs of three characters
  'fourgrams', // and of four
  'twoSentences', // the best coverage by two sentences in a row
  'heaviest', // share of the three heaviest terms' weight
  'expected', // the best sentence holds something of the expected form
  'nearCue',
  'names',
  'numbers',
  'length', // logarithm of the length
  'first', // the article's first passage
] as const;

export interface SentenceEvidence {
  readonly start: number;
  readonly end: number;
  readonly features: Float64Array;
  /** Which of the question's terms the sentence holds: 1 where it does. */
  readonly held: Uint8Array;
}

export interface PassageEvidence {
  readonly passage: Passage;
  readonly features: Float64Array;
  readonly sentences: readonly SentenceEvidence[];
  /** Which of the question's terms the passage, its headline or its context hold: 1 where it does. */
  readonly held: Uint8Array;
}

/** What an article's headline and first sentences hold of the question: 1 where they do, parallel to the terms. */
export interface ArticleContext {
  readonly title: Uint8Array;
  readonly lead: Uint8Array;
}

/** Reads the headline, the day of publication (`YYYY-MM-DD`) and the lead of an article for a question. */
export function articleContext(
  question: WeightedQuestion,
  { title, date }: { readonly title: string; readonly date: string | null },
  lead: string,
): ArticleContext {
  const held = (text: string): Uint8Array => {
    const terms = new Uint8Array(question.weights.length);
    for (const match of question.matcher.matches(text)) terms[match.term] = 1;
    return terms;
  };
  const ofTitle = held(title);
  // 「2023年10月」 is seldom said again in a report of that month.
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const published = new Map([
    ['年', year],
    ['月', month],
    ['日', day],
  ]);
  question.parsed.terms.forEach(({ number }, t) => {
    if (number !== null && published.get(number.unit) === number.value) ofTitle[t] = 1;
  });
  return { title: ofTitle, lead: held(lead) };
}

/** Measures a passage and each of its sentences against a question. `share` is its score as a share of the best one's. */
export function measurePassage(
  question: WeightedQuestion,
  passage: Passage,
  share: number,
  context: ArticleContext,
  names: NameBook,
): PassageEvidence {
  const { parsed, weights } = question;
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const text = passage.article.text.slice(passage.start, passage.end);
  const folded = foldScript(text);
  const matches = question.matcher.matches(text, folded);
  const size = passage.sentences.length;
  const heldBy = passage.sentences.map(() => new Uint8Array(count));
  const within: Match[][] = passage.sentences.map(() => []);
  let at = 0;
  for (const match of matches) {
    while (at < size && match.start >= (passage.sentences[at]?.end ?? 0) - passage.start) at++;
    const held = heldBy[at];
    if (held === undefined) break;
    held[match.term] = 1;
    within[at]?.push(match);
  }
  const sentencesWith = new Uint16Array(count);
  for (const held of heldBy)
    for (let t = 0; t < count; t++) sentencesWith[t] = (sentencesWith[t] ?? 0) + (held[t] ?? 0);
  const heldHere = sentencesWith.map((n) => (n > 0 ? 1 : 0));

  const sum = (test: (term: number) => boolean): number => {
    let covered = 0;
    for (let t = 0; t < count; t++) if (test(t)) covered += weights[t] ?? 0;
    return covered / total;
  };
  const rarityOf = Array.from(
    { length: count },
    (_, t) => Math.log(1 + size / Math.max(1, sentencesWith[t] ?? 0)) / Math.log(1 + size || 2),
  );
  const rarityTotal =
    weights.reduce(
      (whole, weight, t) => whole + ((sentencesWith[t] ?? 0) > 0 ? weight * (rarityOf[t] ?? 0) : weight),
      0,
    ) || 1;
  const cueWeights = nearCueWeights(parsed, weights);
  const cueTotal = cueWeights.reduce((whole, weight) => whole + weight, 0) || 1;
  const shareOf = (kind: string, held: Uint8Array | Uint16Array): number => {
    let all = 0;
    let here = 0;
    parsed.terms.forEach((term, t) => {
      if (term.kind !== kind) return;
      all += weights[t] ?? 0;
      here += (held[t] ?? 0) > 0 ? (weights[t] ?? 0) : 0;
    });
    return all === 0 ? 0 : here / all - 1;
  };
  const hasShape = parsed.asked !== null && !['yesno', 'what', 'which'].includes(parsed.asked);

  const said = saidBy(question, passage, names);

  const sentences = passage.sentences.map((sentence, s): SentenceEvidence => {
    const held = heldBy[s] as Uint8Array;
    const own = folded.slice(sentence.start - passage.start, sentence.end - passage.start);
    const offset = sentence.start - passage.start;
    const coverage = sum((t) => held[t] === 1);
    const previous = heldBy[s - 1];
    const next = heldBy[s + 1];
    let rarity = 0;
    let cue = 0;
    for (let t = 0; t < count; t++) {
      if (held[t] !== 1) continue;
      rarity += (weights[t] ?? 0) * (rarityOf[t] ?? 0);
      cue += cueWeights[t] ?? 0;
    }
    const spans = expectedSpans(parsed, own, names);
    const here = (within[s] ?? []).map(({ term, start, end }): Match => ({
      term,
      start: start - offset,
      end: end - offset,
    }));
    const features: Record<(typeof SENTENCE_FEATURES)[number], number> = {
      coverage,
      rarity: rarity / rarityTotal,
      units: unitCoverage(question, own, held),
      offTitle: sum((t) => held[t] === 1 && context.title[t] !== 1),
      offLead: sum((t) => held[t] === 1 && context.title[t] !== 1 && (s === 0 || heldBy[0]?.[t] !== 1)),
      inContext: sum((t) => held[t] === 1 || context.title[t] === 1 || previous?.[t] === 1),
      withPrevious: previous === undefined ? 0 : sum((t) => held[t] !== 1 && previous[t] === 1),
      withNext: next === undefined ? 0 : sum((t) => held[t] !== 1 && next[t] === 1),
      nearCue: cue / cueTotal,
      focus: focusShare(parsed.focus, own),
      clause: bestClause(own, here, weights, total),
      run: longestRun(parsed, own),
      trigrams: shareFound(question.trigrams, own),
      expected: spans.length > 0 ? 1 : 0,
      expectedMissing: hasShape && spans.length === 0 ? 1 : 0,
      expectedNear: nearness(spans, here, weights, total),
      counts: parsed.asked === 'count' && countsTheFocus(parsed, own) ? 1 : 0,
      quantityMissing: asksForQuantity(parsed.asked) && !/[\d一二三四五六七八九十两百千万]/.test(own) ? 1 : 0,
      novelty: Math.log(1 + novelty(own, here)) / 5,
      brevity: Math.log(1 + own.length) / 5,
      first: s === 0 && passage.sentences[0]?.start === passage.start && isFirst(passage) ? 1 : 0,
      allNames: shareOf('name', held),
      allNumbers: shareOf('number', held),
      question: /[?？]["」”]?$/.test(own) ? 1 : 0,
      speaker: said[s] ?? 0,
      statement: parsed.asked === 'statement' ? (said[s] ?? 0) : 0,
    };
    return {
      start: sentence.start,
      end: sentence.end,
      features: Float64Array.from(SENTENCE_FEATURES, (name) => features[name]),
      held,
    };
  });

  const column = (name: (typeof SENTENCE_FEATURES)[number]): number => {
    const position = SENTENCE_FEATURES.indexOf(name);
    return sentences.reduce((best, sentence) => Math.max(best, sentence.features[position] ?? 0), 0);
  };
  const features: Record<(typeof PASSAGE_FEATURES)[number], number> = {
    score: share,
    coverage: sum((t) => heldHere[t] === 1),
    units: unitCoverage(question, folded, heldHere),
    withTitle: sum((t) => heldHere[t] === 1 || context.title[t] === 1),
    withLead: sum((t) => heldHere[t] === 1 || context.title[t] === 1 || context.lead[t] === 1),
    title: sum((t) => context.title[t] === 1),
    bestSentence: column('coverage'),
    bestWithTitle: heldBy.reduce(
      (best, held) =>
        Math.max(
          best,
          sum((t) => held[t] === 1 || context.title[t] === 1),
        ),
      0,
    ),
    bestRarity: column('rarity'),
    run: column('run'),
    trigrams: shareFound(question.trigrams, folded),
    fourgrams: shareFound(question.fourgrams, folded),
    twoSentences: heldBy.reduce(
      (best, held, s) =>
        Math.max(
          best,
          sum((t) => held[t] === 1 || heldBy[s + 1]?.[t] === 1),
        ),
      0,
    ),
    heaviest: heaviestShare(weights, heldHere),
    expected: column('expectedNear'),
    nearCue: column('nearCue'),
    names: shareOf('name', heldHere),
    numbers: shareOf('number', heldHere),
    length: Math.log(1 + text.length) / 6,
    first: isFirst(passage) ? 1 : 0,
  };
  const held = heldHere.map((n, t) => (n === 1 || context.title[t] === 1 ? 1 : 0));
  return {
    passage,
    features: Float64Array.from(PASSAGE_FEATURES, (name) => features[name]),
    sentences,
    held: Uint8Array.from(held),
  };
}

// For each sentence whether the one who is asked about says it. Most questions name nobody, and cost nothing here.
function saidBy(question: WeightedQuestion, passage: Passage, names: NameBook): number[] {
  const asked = question.parsed.speakers[0];
  if (asked === undefined) return [];
  const speakers = new Map(
    attribute(passage.article, names, passage).map((one): [number, Speaker | null] => [one.start, one.speaker]),
  );
  let before = 0;
  let end = passage.start;
  return passage.sentences.map((sentence) => {
    if (passage.article.text.slice(end, sentence.start).includes('\n')) before = 0;
    end = sentence.end;
    const speaker = speakers.get(sentence.start) ?? null;
    // A report often goes on with what somebody said without saying so again.
    if (speaker === null) return before > 0 ? SAID_BEFORE : 0;
    before = speaker.name?.id === asked.id ? 1 : -1;
    return before;
  });
}

const SAID_BEFORE = 0.5;

const isFirst = (passage: Passage): boolean =>
  passage.article.blocks.find((block) => block.kind === 'paragraph')?.start === passage.start;

// Terms close to the question word say what is asked, those far from it what it is asked about.
export function nearCueWeights(question: ParsedQuestion, weights: readonly number[]): number[] {
  const { cue } = question;
  if (cue === null) return weights.map(() => 0);
  return question.terms.map((term, t) => {
    const distance = term.end <= cue.start ? cue.start - term.end : term.start - cue.end;
    return (weights[t] ?? 0) * Math.exp(-Math.max(0, distance) / 4);
  });
}

// Names, words and numbers have no characters of their own in `units`; each counts as one by itself.
function unitCoverage(question: WeightedQuestion, folded: string, held: ArrayLike<number>): number {
  const { units, terms } = question.parsed;
  let total = 0;
  let covered = 0;
  terms.forEach(({ kind }, t) => {
    if (kind === 'pair') return;
    const weight = 2 * (question.weights[t] ?? 0);
    total += weight;
    if ((held[t] ?? 0) > 0) covered += weight;
  });
  for (let u = 0; u < units.length; u++) {
    const weight = question.unitWeights[u] ?? 0;
    total += weight;
    if (folded.includes(String.fromCharCode(units[u] ?? 0))) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

const shareFound = (grams: readonly string[], folded: string): number => {
  let found = 0;
  for (const gram of grams) if (folded.includes(gram)) found += 1;
  return found / Math.max(1, grams.length);
};

const HEAVIEST = 3;

function heaviestShare(weights: readonly number[], held: ArrayLike<number>): number {
  const heaviest = weights
    .map((weight, t) => ({ weight, t }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, HEAVIEST);
  const total = heaviest.reduce((sum, { weight }) => sum + weight, 0) || 1;
  return heaviest.reduce((sum, { weight, t }) => ((held[t] ?? 0) > 0 ? sum + weight : sum), 0) / total;
}

function focusShare(focus: string, folded: string): number {
  if (focus.length < 2) return 0;
  for (let length = focus.length; length >= 2; length--) {
    if (folded.includes(focus.slice(0, length))) return length / focus.length;
  }
  return 0;
}

function bestClause(folded: string, matches: readonly Match[], weights: readonly number[], total: number): number {
  let best = 0;
  let start = 0;
  for (const end of [...clauseEnds(folded), folded.length]) {
    const terms = new Set<number>();
    let covered = 0;
    for (const match of matches) {
      if (match.start < start || match.end > end || terms.has(match.term)) continue;
      terms.add(match.term);
      covered += weights[match.term] ?? 0;
    }
    best = Math.max(best, covered / total);
    start = end;
  }
  return best;
}

function clauseEnds(folded: string): number[] {
  const ends: number[] = [];
  for (let i = 0; i < folded.length; i++) if (',，;；、:：'.includes(folded.charAt(i))) ends.push(i);
  return ends;
}

// The longest substring that question and sentence share, as a share of the question's own characters.
function longestRun(question: ParsedQuestion, folded: string): number {
  const text = question.folded;
  let best = 0;
  for (let start = 0; start + best < text.length; start++) {
    if (!isCjk(text.charCodeAt(start)) && !/[a-z0-9]/.test(text.charAt(start))) continue;
    while (start + best < text.length && folded.includes(text.slice(start, start + best + 1))) best++;
  }
  return best / Math.max(6, text.length);
}

// How much of the question's weight stands close to a stretch of the expected form.
function nearness(
  spans: readonly { start: number; end: number }[],
  matches: readonly Match[],
  weights: readonly number[],
  total: number,
): number {
  let best = 0;
  for (const span of spans) {
    const nearest = new Map<number, number>();
    for (const match of matches) {
      const distance = match.end <= span.start ? span.start - match.end : Math.max(0, match.start - span.end);
      nearest.set(match.term, Math.min(nearest.get(match.term) ?? Infinity, distance));
    }
    let near = 0;
    for (const [term, distance] of nearest) near += (weights[term] ?? 0) * Math.exp(-distance / 12);
    best = Math.max(best, near / total);
  }
  return best;
}

function novelty(folded: string, matches: readonly Match[]): number {
  let own = folded.length;
  let end = 0;
  for (const match of matches) {
    own -= Math.max(0, match.end - Math.max(match.start, end));
    end = Math.max(end, match.end);
  }
  return own;
}
