import { LRUCache } from 'lru-cache';
import type { Library } from '../../index/library.ts';
import type { PassageFilter } from '../../index/passage-index.ts';
import type { Passage } from '../../index/passages.ts';
import type { Article, Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { mentionsSpeech, tellsOfSpeech } from '../../question/answer-type.ts';
import { speaksFor } from '../../statements/speaks-for.ts';
import { bySentence } from '../../statements/statements-of.ts';
import { anyOf, langTable, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { templateSource } from '../../text/templates.ts';
import { type Candidate, findCandidates } from '../candidates.ts';
import { type WeightedQuestion, markPublication, weightsNearQuestionWord } from '../weigh-question.ts';
import { synonymMatches, synonymsWithin, weighThesaurusWords } from './word-features.ts';
import {
  type ArticleContext,
  type ArticleView,
  type FeatureContext,
  type PassageView,
  type SentenceView,
  type WeightedThesaurusWord,
  bigramsRepeated,
  charactersIn,
  shareOf,
  union,
} from './sentence-view.ts';

/** How much of an article's beginning counts as its lead, in UTF-16 units. */
const LEAD_LENGTH = 160;

/** Finds the passages that may hold an answer and reads them for the question. */
export async function scorePassages(
  question: WeightedQuestion,
  library: Library,
  filter: PassageFilter | null,
): Promise<PassageView[]> {
  return readPassages(question, await findCandidates(question, library, { filter }), library);
}

// The views of the candidate passages for a question, in their order.
export function readPassages(
  question: WeightedQuestion,
  candidates: readonly Candidate[],
  { names, bodyOf }: Pick<Library, 'names' | 'bodyOf'>,
): PassageView[] {
  const contexts = new Map<string, ArticleContext>();
  return candidates.map((candidate) => {
    const { article } = candidate.passage;
    let context = contexts.get(article.id);
    if (context === undefined) {
      const start = bodyOf(article.id)[0]?.start ?? 0;
      context = articleContext(question, article, article.text.slice(start, start + LEAD_LENGTH));
      contexts.set(article.id, context);
    }
    return readPassage(question, candidate, { context, names });
  });
}

// What the headline, the day of publication (`YYYY-MM-DD`) and the lead of an article hold of a question.
function articleContext(
  question: WeightedQuestion,
  { title, date }: { readonly title: string; readonly date: string | null },
  lead: string,
): ArticleContext {
  const { parsed, matcher, weights } = question;
  const heldBy = (text: string): Uint8Array => {
    const terms = new Uint8Array(weights.length);
    for (const match of matcher.matches(text)) terms[match.term] = 1;
    return terms;
  };
  const ofTitle = heldBy(title);
  markPublication(question, date, ofTitle);
  const characters = charactersIn(parsed.units, foldScript(title));
  return {
    title: ofTitle,
    lead: heldBy(lead),
    titleCharacters: characters,
    leadCharacters: union(parsed.units.length, [characters, charactersIn(parsed.units, foldScript(lead))]),
    titleAlike: bigramsRepeated(foldScript(title), parsed.folded),
  };
}

function readPassage(
  question: WeightedQuestion,
  { passage, share, crossLingualScore }: Candidate,
  { context, names }: { readonly context: ArticleContext; readonly names: Gazetteer },
): PassageView {
  const { parsed, weights, matcher } = question;
  const { text, folded, sentences: texts } = textOf(passage);
  const matches = matcher.matches(text, folded);
  const sentences: SentenceView[] = [];
  const view: PassageView = {
    passage,
    share,
    crossLingualScore,
    folded,
    context,
    sentences,
    held: new Uint8Array(weights.length),
  };
  // Statements are read only where the question needs speakers: that takes longer than all the rest.
  const said = tellsOfSpeech(parsed) || mentionsSpeech(parsed.folded) ? speakerMatches(question, passage, names) : [];
  // A sentence by the speaker who is asked about counts as naming them: 他又指….
  const asked = tellsOfSpeech(parsed)
    ? parsed.terms.findIndex(({ name }) => name !== null && name === parsed.speakers[0])
    : -1;
  let next = 0;
  texts.forEach(({ start, end, original, folded: sentence, around, withAround }, position) => {
    const [from, to] = [start - passage.start, end - passage.start];
    const held = new Uint8Array(weights.length);
    const own: SentenceView['matches'][number][] = [];
    for (; next < matches.length && (matches[next]?.start ?? 0) < to; next++) {
      const match = matches[next];
      if (match === undefined || match.start < from) continue;
      held[match.term] = 1;
      own.push({ term: match.term, start: match.start - from, end: match.end - from });
    }
    if (asked >= 0 && (said[position] ?? 0) > 0) held[asked] = 1;
    held.forEach((is, t) => {
      if (is === 1) view.held[t] = 1;
    });
    for (const { term } of around === '' ? [] : matcher.matches(around)) held[term] = 1;
    const characters = charactersIn(parsed.units, withAround);
    const read = { matches: own, held, characters, speakerMatch: said[position] ?? 0 };
    sentences.push({ passage: view, position, start, end, folded: sentence, original, ...read });
  });
  return view;
}

/** The texts of a passage, which do not depend on the question. */
interface PassageText {
  readonly text: string;
  readonly folded: string;
  readonly sentences: readonly SentenceText[];
}

interface SentenceText extends Span {
  readonly original: string;
  readonly folded: string;
  /** The context that is read with it, as written. */
  readonly around: string;
  /** Its own text with that context, folded. */
  readonly withAround: string;
}

// A question reads a dozen or two, and the next question often the same ones.
const PASSAGES = 300;
const passageTexts = new LRUCache<Passage, PassageText>({ max: PASSAGES });

function textOf(passage: Passage): PassageText {
  let known = passageTexts.get(passage);
  if (known === undefined) passageTexts.set(passage, (known = readText(passage)));
  return known;
}

function readText({ article, start, end, sentences }: Passage): PassageText {
  const text = article.text.slice(start, end);
  const folded = foldScript(text);
  return {
    text,
    folded,
    sentences: sentences.map((span) => {
      const around = blockContext(article, span);
      const [from, to] = [span.start - start, span.end - start];
      const own = folded.slice(from, to);
      return {
        start: span.start,
        end: span.end,
        original: text.slice(from, to),
        folded: own,
        around,
        withAround: around === '' ? own : own + foldScript(around),
      };
    }),
  };
}

const rarity = (count: number, of: number): number => Math.log((of + 1) / (count + 0.5));

// How many of some sentences hold each of `size` things.
function countsOf(held: readonly Uint8Array[], size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const own of held) for (let at = 0; at < size; at++) counts[at] = (counts[at] as number) + (own[at] as number);
  return counts;
}

/** What is computed once for all sentences of a question. */
export function featureContext(question: WeightedQuestion, passages: readonly PassageView[]): FeatureContext {
  const { parsed, weights } = question;
  const views = passages.flatMap(({ sentences }) => sentences);
  const sum = (of: readonly number[]): number => of.reduce((all, weight) => all + weight, 0) || 1;
  const [total, near] = [sum(weights), weightsNearQuestionWord(parsed, weights)];
  const nearTotal = sum(near);
  const counts = countsOf(
    views.map(({ held }) => held),
    weights.length,
  );
  const local = weights.map((weight, t) =>
    (counts[t] ?? 0) === 0 ? 0 : Math.min(weight, 3) * rarity(counts[t] ?? 0, views.length),
  );
  const holding = countsOf(
    views.map(({ characters }) => characters),
    parsed.units.length,
  );
  const characterWeights = parsed.units.map((_, u) => rarity(holding[u] ?? 0, views.length));
  const articles = articleViews(passages, { weights, total, near, nearTotal });
  const thesaurusWords = weighThesaurusWords(parsed, weights);
  const synonymsOf = new Map<PassageView, readonly WeightedThesaurusWord[]>();
  const matchesBy = new Map<SentenceView, Uint8Array>();
  const unitPosition = new Map(parsed.units.map((unit, u) => [unit, u]));
  const nearCharacters = nearnessOf(question, unitPosition).map((share, u) => share * (characterWeights[u] ?? 0));
  return {
    question,
    views,
    total,
    near,
    nearTotal,
    local,
    localTotal: sum(local),
    unitPosition,
    characterWeights,
    nearCharacters,
    characterTotal: sum(characterWeights),
    nearCharacterTotal: sum(nearCharacters),
    articles,
    thesaurusWords,
    synonymMatches: (view) => {
      let synonyms = synonymsOf.get(view.passage);
      if (synonyms === undefined)
        synonymsOf.set(view.passage, (synonyms = synonymsWithin(thesaurusWords, view.passage.folded)));
      let held = matchesBy.get(view);
      if (held === undefined) matchesBy.set(view, (held = synonymMatches(synonyms, view.folded)));
      return held;
    },
  };
}

// The union of the terms that the candidate passages of each article have.
function articleViews(
  passages: readonly PassageView[],
  {
    weights,
    total,
    near,
    nearTotal,
  }: Pick<FeatureContext, 'total' | 'near' | 'nearTotal'> & { readonly weights: readonly number[] },
): Map<string, ArticleView> {
  const articles = new Map<string, ArticleView>();
  for (const { passage, held, context, sentences } of passages) {
    const known = articles.get(passage.article.id);
    const best = (of: readonly number[], all: number): number =>
      Math.max(0, ...sentences.map((sentence) => shareOf(sentence.held, of, all)));
    articles.set(passage.article.id, {
      held: union(weights.length, [held, context.title, known?.held ?? []]),
      coverage: Math.max(known?.coverage ?? 0, best(weights, total)),
      nearCoverage: Math.max(known?.nearCoverage ?? 0, best(near, nearTotal)),
      passages: (known?.passages ?? 0) + 1,
    });
  }
  return articles;
}

// How near each of the question's characters stands to the question word, 0…1.
function nearnessOf(
  { parsed: { units, folded, answerType } }: WeightedQuestion,
  position: ReadonlyMap<number, number>,
): number[] {
  const nearest = units.map(() => 0);
  if (answerType === null) return nearest;
  for (let i = 0; i < folded.length; i++) {
    const u = position.get(folded.charCodeAt(i));
    const distance = i < answerType.start ? answerType.start - 1 - i : i - answerType.end;
    if (u !== undefined && distance >= 0) nearest[u] = Math.max(nearest[u] ?? 0, Math.exp(-distance / 4));
  }
  return nearest;
}

const SCALES = anyOf([...langTable('zh/numerals')].flatMap(([char, value]) => (Number(value) > 1000 ? [char] : [])));
// 「（億元）」, 「單位：萬人」: the unit of a table's figures.
const UNIT = new RegExp(
  String.raw`(?:[（(]|(?:${anyOf(langWords('zh/unit-labels'))})[:：]?)((?:${SCALES})?\p{Script=Han}{1,3})(?:[）)]|$)`,
  'u',
);
const BARE = /(?<![\d.])\d[\d,.]*(?![\d.,%\p{Script=Han}])/gu;

/**
 * The context of a span of an article, as text: the heading above it; for a row of a table also the caption, the header, and its figures
 * with the unit that these give. '' where there is none.
 */
function blockContext(article: Article, { start, end }: Span): string {
  const block = blockAt(article, start);
  if (block === undefined) return '';
  const textOf = (span: Span): string => article.text.slice(span.start, span.end);
  const heading = headingsAt(article, start).map(textOf);
  if (block.part !== 'row') return heading.join('\n');
  const leads = (block.leads ?? []).map(textOf);
  const unit = UNIT.exec(foldScript(leads.join('\n')))?.[1] ?? '';
  return [...heading, ...leads, unit === '' ? '' : article.text.slice(start, end).replace(BARE, `$&${unit}`)].join(
    '\n',
  );
}

/**
 * The headings above a place, the outer one first: the last before it, and the last that contains others. The level of a heading is not
 * known; a heading that another follows at once contains that one.
 */
export function headingsAt(article: Article, at: number): readonly Span[] {
  const before = headingsOf(article).filter(({ start }) => start < at);
  const inner = before.at(-1);
  const outer = before.findLast(({ isOuter }) => isOuter);
  return [...new Set([outer, inner])].filter((heading) => heading !== undefined);
}

interface Heading extends Span {
  readonly isOuter: boolean;
}

const known = new WeakMap<Article, readonly Heading[]>();

/** All headings of an article, in order. */
export function headingsOf(article: Article): readonly Heading[] {
  const { blocks } = article;
  const headings =
    known.get(article) ??
    blocks.flatMap(({ kind, start, end }, n) =>
      kind === 'heading' ? [{ start, end, isOuter: blocks[n + 1]?.kind === 'heading' }] : [],
    );
  known.set(article, headings);
  return headings;
}

/** The block that a place of an article is in. */
export const blockAt = ({ blocks }: Article, at: number): Block | undefined =>
  blocks.find(({ start, end }) => start <= at && at < end);

const SAID_BEFORE = 0.5;
// 沒有提到台灣: that something is not mentioned is the report's own remark.
const LEFT_UNSAID = new RegExp(
  langWords('zh/left-unsaid')
    .map((line) => templateSource(line))
    .join('|'),
);
// How much of a paragraph, which may be as long as a book, is read before the passage; UTF-16 units.
const READ_BEFORE = 4_000;

/**
 * For each sentence of a passage whether the speaker who is asked about says it: 1; 0.5 where they continue or relay a statement; -1 for
 * another speaker; 0 for none. Empty where the question asks about no speaker.
 * @internal Exported for its tests.
 */
export function speakerMatches(question: WeightedQuestion, passage: Passage, names: Gazetteer): number[] {
  const asked = question.parsed.speakers[0];
  if (asked === undefined) return [];
  const { article, start, end } = passage;
  // A passage may begin amid a statement of the paragraph's sentences before it.
  const paragraph = blockAt(article, start);
  const from = Math.max(paragraph?.start ?? start, start - READ_BEFORE);
  const said = new Map<number, number>();
  let before = 0;
  let last = from;
  for (const one of bySentence(article, names, { start: from, end })) {
    if (article.text.slice(last, one.start).includes('\n')) before = 0;
    last = one.end;
    if (one.speaker !== null) before = speaksFor(one.speaker, asked, names) ? 1 : -1;
    // A relayed statement counts half for the relayer.
    const relayed = before < 0 && one.reportedBy !== null && speaksFor(one.reportedBy, asked, names);
    // Reports often continue a statement without naming the speaker again.
    if (one.speaker === null) {
      const goesOn = before > 0 && !LEFT_UNSAID.test(foldScript(article.text.slice(one.start, one.end)));
      said.set(one.start, goesOn ? SAID_BEFORE : 0);
    } else said.set(one.start, relayed ? SAID_BEFORE : before);
  }
  return passage.sentences.map((sentence) => said.get(sentence.start) ?? 0);
}
