import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Library } from '../../index/library.ts';
import { foldScript } from '../../text/script.ts';
import { mentionsSpeech, tellsOfSpeech } from '../../question/answer-type.ts';
import { findCandidates, type Candidate } from '../candidates.ts';
import type { PassageFilter } from '../../index/passage-index.ts';
import { weightsNearQuestionWord, type WeightedQuestion } from '../weigh-question.ts';
import { bigramsRepeated } from '../similarity.ts';
import { markPublication } from '../matched-terms.ts';
import { saidBy } from './said-by.ts';
import { blockContext } from './block-context.ts';
import { likeHeld, weighLikeWords } from './like-features.ts';
import {
  charactersIn,
  shareOf,
  union,
  type ArticleContext,
  type ArticleView,
  type FeatureContext,
  type PassageView,
  type SentenceView,
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

// The candidate passages as a question reads them, in their order.
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
  { passage, share }: Candidate,
  { context, names }: { readonly context: ArticleContext; readonly names: Gazetteer },
): PassageView {
  const { parsed, weights, matcher } = question;
  const text = passage.article.text.slice(passage.start, passage.end);
  const folded = foldScript(text);
  const matches = matcher.matches(text, folded);
  const sentences: SentenceView[] = [];
  const view: PassageView = { passage, share, folded, context, sentences, held: new Uint8Array(weights.length) };
  // Who says what is read only where that is asked: it takes longer than all the rest.
  const said = tellsOfSpeech(parsed) || mentionsSpeech(parsed.folded) ? saidBy(question, passage, names) : [];
  // Who is asked for a statement is named by whatever they say: 他又指….
  const asked = tellsOfSpeech(parsed)
    ? parsed.terms.findIndex(({ name }) => name !== null && name === parsed.speakers[0])
    : -1;
  let next = 0;
  passage.sentences.forEach(({ start, end }, position) => {
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
    const texts = { folded: folded.slice(from, to), original: text.slice(from, to) };
    const around = blockContext(passage.article, { start, end });
    for (const { term } of around === '' ? [] : matcher.matches(around)) held[term] = 1;
    const characters = charactersIn(parsed.units, around === '' ? texts.folded : texts.folded + foldScript(around));
    const by = said[position] ?? 0;
    sentences.push({ passage: view, position, start, end, ...texts, matches: own, held, characters, said: by });
  });
  return view;
}

const rarity = (count: number, of: number): number => Math.log((of + 1) / (count + 0.5));

/** What features of a question's sentences are measured against. */
export function featureContext(question: WeightedQuestion, passages: readonly PassageView[]): FeatureContext {
  const { parsed, weights } = question;
  const views = passages.flatMap(({ sentences }) => sentences);
  const sum = (of: readonly number[]): number => of.reduce((all, weight) => all + weight, 0) || 1;
  const [total, near] = [sum(weights), weightsNearQuestionWord(parsed, weights)];
  const nearTotal = sum(near);
  const counts = weights.map((_, t) => views.reduce((n, { held }) => n + (held[t] ?? 0), 0));
  const local = weights.map((weight, t) =>
    (counts[t] ?? 0) === 0 ? 0 : Math.min(weight, 3) * rarity(counts[t] ?? 0, views.length),
  );
  const characterWeights = parsed.units.map((_, u) =>
    rarity(
      views.reduce((n, { characters }) => n + (characters[u] ?? 0), 0),
      views.length,
    ),
  );
  const articles = articleViews(passages, { weights, total, near, nearTotal });
  const likeWords = weighLikeWords(parsed, weights);
  const likeHeldBy = new Map<SentenceView, Uint8Array>();
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
    likeWords,
    likeHeld: (view) => {
      let held = likeHeldBy.get(view);
      if (held === undefined) likeHeldBy.set(view, (held = likeHeld(likeWords, view.folded)));
      return held;
    },
  };
}

// What the candidate passages of each article hold together.
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
