import { bySentence } from '../statements/by-sentence.ts';
import { speaksFor } from '../statements/speaks-for.ts';
import { mentionsSpeech, tellsOfSpeech } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import type { Passage } from '../index/passages.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import type { Match } from './matched-terms.ts';
import { asksForQuantity, countsTheFocus, expectedSpans } from './answer-type.ts';
import {
  PASSAGE_FEATURES,
  SENTENCE_FEATURES,
  type ArticleContext,
  type PassageEvidence,
  type SentenceEvidence,
  type WeightedQuestion,
} from './features.ts';
import {
  bestClause,
  focusShare,
  heaviestShare,
  longestRun,
  nearness,
  novelty,
  shareFound,
  unitCoverage,
} from './similarity.ts';
import { characterSetOf } from './character-set.ts';

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
  names: Gazetteer,
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
  // Who says what is read only where that is asked: it takes longer than all the rest.
  const said = tellsOfSpeech(parsed) || mentionsSpeech(parsed.folded) ? saidBy(question, passage, names) : [];
  // Who is asked for a statement is named by whatever they say: 他又指….
  const asked = parsed.terms.findIndex(({ name }) => name !== null && name === parsed.speakers[0]);
  if (asked >= 0 && tellsOfSpeech(parsed)) said.forEach((by, s) => by > 0 && heldBy[s]?.fill(1, asked, asked + 1));
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
  const hasShape = parsed.wants !== null && !['yesno', 'what', 'which'].includes(parsed.wants);

  const sentences = passage.sentences.map((sentence, s): SentenceEvidence => {
    const held = heldBy[s] as Uint8Array;
    const own = folded.slice(sentence.start - passage.start, sentence.end - passage.start);
    const offset = sentence.start - passage.start;
    const previous = heldBy[s - 1];
    const next = heldBy[s + 1];
    let [coverage, rarity, cue, offTitle, offLead, inContext, withPrevious, withNext] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let t = 0; t < count; t++) {
      const weight = weights[t] ?? 0;
      const inTitle = context.title[t] === 1;
      const before = previous?.[t] === 1;
      if (held[t] === 1) {
        coverage += weight;
        rarity += weight * (rarityOf[t] ?? 0);
        cue += cueWeights[t] ?? 0;
        if (!inTitle) offTitle += weight;
        if (!inTitle && (s === 0 || heldBy[0]?.[t] !== 1)) offLead += weight;
        inContext += weight;
      } else {
        if (inTitle || before) inContext += weight;
        if (before) withPrevious += weight;
        if (next?.[t] === 1) withNext += weight;
      }
    }
    const present = characterSetOf(own);
    const spans = expectedSpans(parsed, own, { names, original: text.slice(offset, offset + own.length) });
    const here = (within[s] ?? []).map(({ term, start, end }): Match => ({
      term,
      start: start - offset,
      end: end - offset,
    }));
    const features: Record<(typeof SENTENCE_FEATURES)[number], number> = {
      coverage: coverage / total,
      rarity: rarity / rarityTotal,
      units: unitCoverage(question, present, held),
      offTitle: offTitle / total,
      offLead: offLead / total,
      inContext: inContext / total,
      withPrevious: withPrevious / total,
      withNext: withNext / total,
      nearCue: cue / cueTotal,
      focus: focusShare(parsed.focus, own),
      clause: bestClause(own, here, weights, total),
      run: longestRun(parsed, own, present),
      trigrams: shareFound(question.trigrams, own, present),
      expected: spans.length > 0 ? 1 : 0,
      expectedMissing: hasShape && spans.length === 0 ? 1 : 0,
      expectedNear: nearness(spans, here, weights, total),
      counts: parsed.wants === 'count' && countsTheFocus(parsed, own) ? 1 : 0,
      quantityMissing: asksForQuantity(parsed.wants) && !/[\d一二三四五六七八九十两百千万]/.test(own) ? 1 : 0,
      novelty: Math.log(1 + novelty(own, here)) / 5,
      brevity: Math.log(1 + own.length) / 5,
      first: s === 0 && passage.sentences[0]?.start === passage.start && isFirst(passage) ? 1 : 0,
      allNames: shareOf('name', held),
      allNumbers: shareOf('number', held),
      question: /[?？]["」”]?$/.test(own.slice(-2)) ? 1 : 0,
      speaker: said[s] ?? 0,
      statement: parsed.wants === 'statement' ? (said[s] ?? 0) : 0,
    };
    return {
      start: sentence.start,
      end: sentence.end,
      features: vectorOf(SENTENCE_FEATURES, features),
      held,
    };
  });

  const column = (name: (typeof SENTENCE_FEATURES)[number]): number => {
    const position = SENTENCE_FEATURES.indexOf(name);
    return sentences.reduce((best, sentence) => Math.max(best, sentence.features[position] ?? 0), 0);
  };
  const present = characterSetOf(folded);
  const features: Record<(typeof PASSAGE_FEATURES)[number], number> = {
    score: share,
    coverage: sum((t) => heldHere[t] === 1),
    units: unitCoverage(question, present, heldHere),
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
    trigrams: shareFound(question.trigrams, folded, present),
    fourgrams: shareFound(question.fourgrams, folded, present),
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
    features: vectorOf(PASSAGE_FEATURES, features),
    sentences,
    held: Uint8Array.from(held),
  };
}

function vectorOf<Name extends string>(names: readonly Name[], features: Readonly<Record<Name, number>>): Float64Array {
  const vector = new Float64Array(names.length);
  for (let i = 0; i < names.length; i++) vector[i] = features[names[i] as Name];
  return vector;
}

// For each sentence whether the one who is asked about says it.
function saidBy(question: WeightedQuestion, passage: Passage, names: Gazetteer): number[] {
  const asked = question.parsed.speakers[0];
  if (asked === undefined) return [];
  const { article, start, end } = passage;
  // What a passage begins with may go on from the paragraph's sentences before it.
  const paragraph = article.blocks.find((block) => block.start <= start && block.end > start);
  const from = Math.max(paragraph?.start ?? start, start - READ_BEFORE);
  const said = new Map<number, number>();
  let before = 0;
  let last = from;
  for (const one of bySentence(article, names, { start: from, end })) {
    if (article.text.slice(last, one.start).includes('\n')) before = 0;
    last = one.end;
    if (one.speaker !== null) before = speaksFor(one.speaker, asked, names) ? 1 : -1;
    // What somebody hands on is half theirs.
    const handedOn = before < 0 && one.reportedBy !== null && speaksFor(one.reportedBy, asked, names);
    // A report often goes on with what somebody said without saying so again.
    if (one.speaker === null) {
      const goesOn = before > 0 && !LEFT_UNSAID.test(foldScript(article.text.slice(one.start, one.end)));
      said.set(one.start, goesOn ? SAID_BEFORE : 0);
    } else said.set(one.start, handedOn ? SAID_BEFORE : before);
  }
  return passage.sentences.map((sentence) => said.get(sentence.start) ?? 0);
}

const SAID_BEFORE = 0.5;
// 沒有提到台灣: what a report misses is its own remark.
const LEFT_UNSAID =
  /(?:没有?|未|未有|拒绝|拒)(?:再|作|任何|正面|具体|直接)?(?:提|回应|回答|评论|置评|说明|透露|证实|交代)/;
// A paragraph may be as long as a book; so much of it is read before the passage, in UTF-16 units.
const READ_BEFORE = 4_000;

const isFirst = (passage: Passage): boolean =>
  passage.article.blocks.find((block) => block.kind === 'paragraph')?.start === passage.start;

// Terms close to the question word say what is asked, those far from it what it is asked about.
export function nearCueWeights(question: ParsedQuestion, weights: readonly number[]): number[] {
  const { answerType } = question;
  if (answerType === null) return weights.map(() => 0);
  return question.terms.map((term, t) => {
    const distance = term.end <= answerType.start ? answerType.start - term.end : term.start - answerType.end;
    return (weights[t] ?? 0) * Math.exp(-Math.max(0, distance) / 4);
  });
}
