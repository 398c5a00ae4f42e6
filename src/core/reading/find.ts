import type { Library } from '../index/library.ts';
import type { PassageFilter } from '../index/passage-index.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import type { ArticleId } from '../model/article.ts';
import { type AnswerType, mentionsSpeech } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { asksForQuantity, tellsWithoutFigure } from '../question/wanted.ts';
import { langTable } from '../text/lang-data.ts';
import { foldScript, hasHan, isChinese } from '../text/script.ts';
import { confidenceByAct } from './act-match.ts';
import { confidenceByParticipation } from './participation-match.ts';
import { isCrossLingual } from './candidates.ts';
import { scorePassages } from './features/read-passages.ts';
import { heldInContext, shareWhere } from './features/sentence-view.ts';
import { FEATURES, OWN_COUNT, featureAt } from './features/vectors.ts';
import { treesScorerOf } from './scorers.ts';
import { FEW, tokenMatches, oddsOfTokens, questionTokens, coverageOfTokens } from './features/word-features.ts';
import { type RankedSentence, TALKS, isHeadlineOf, rankSentences } from './ranking.ts';
import { type WeightedQuestion, weighQuestion } from './weigh-question.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_TREES, TOKEN_ODDS } from './weights.generated.ts';

/** The ranked sentences of a library for a question, with the confidence that the best one answers it. */
export interface Found {
  readonly question: WeightedQuestion;
  /** Best first. */
  readonly ranked: readonly RankedSentence[];
  /** The probability, 0…1, that the first of `ranked` answers; 0 where nothing was found. */
  readonly confidence: number;
}

interface FindOptions {
  readonly filter: PassageFilter | null;
  /** Whether filters narrow the archive, such as an outlet or days. */
  readonly isNarrowed?: boolean;
  /** Articles that the answer before cited. */
  readonly boostedArticles?: ReadonlySet<ArticleId>;
}

/** Finds, measures and ranks the sentences that may answer. */
export async function find(
  parsed: ParsedQuestion,
  library: Library,
  { filter, boostedArticles, isNarrowed = false }: FindOptions,
): Promise<Found> {
  const question = weighQuestion(parsed, library);
  if (parsed.terms.length === 0) return { question, ranked: [], confidence: 0 };
  const passages = await scorePassages(question, library, filter);
  const ranked = boosted(boostedArticles, rankSentences(question, passages, library.names));
  const [best] = ranked;
  if (best === undefined) return { question, ranked, confidence: 0 };
  if (best.isContrary) return { question, ranked, confidence: 0 };
  const least = isHeadlineOf(question, best.sentence) ? OF_A_HEADLINE : 0;
  const little = isNarrowed ? 0 : oddsOfLittle(question, ranked);
  const sure = Math.max(least, confidence(question, ranked, little));
  const { names } = library;
  const { sentence } = best;
  const byAct = question.act === null ? sure : confidenceByAct(sure, question.act, { question, sentence, names });
  const { participation } = parsed.frame;
  return {
    question,
    ranked,
    confidence: participation === null ? byAct : confidenceByParticipation(byAct, { question, sentence, names }),
  };
}

/** The confidence where the question is the headline of the report. */
export const OF_A_HEADLINE = 0.9;

// Follow-ups usually concern the articles just cited: the factor by which an answer is more probable there.
const BOOST = 5;

function boosted(
  articles: ReadonlySet<ArticleId> | undefined,
  ranked: readonly RankedSentence[],
): readonly RankedSentence[] {
  if (articles === undefined || articles.size === 0) return ranked;
  const weighted = ranked.map((one) => ({
    one,
    share: one.probability * (articles.has(one.sentence.passage.passage.article.id) ? BOOST : 1),
  }));
  const total = weighted.reduce((sum, { share }) => sum + share, 0) || 1;
  return weighted
    .map(({ one, share }): RankedSentence => ({
      sentence: one.sentence,
      isContrary: one.isContrary,
      vector: one.vector,
      probability: share / total,
    }))
    .sort((a, b) => b.probability - a.probability);
}

/** The least confidence with which a question counts as answered. */
export const ANSWER_THRESHOLD = 0.5;

/** What the confidence uses of a ranked sentence. */
interface ScoredSentence {
  /** The id of its article. */
  readonly article: string;
  readonly probability: number;
  /** Its features; null where the preranking left it out. */
  readonly vector: ArrayLike<number> | null;
}

// The probability of all sentences of the best one's article, and of the best three. The lead of the best one over the next says little,
// since several reports of one event answer alike.
function topShares(ranked: readonly ScoredSentence[]): number[] {
  const sum = (of: readonly ScoredSentence[]): number => of.reduce((all, { probability }) => all + probability, 0);
  return [sum(ofBestArticle(ranked)), sum(ranked.slice(0, FEW))];
}

/** Where the features of the best sentence begin in what `confidenceVector` returns. @internal for the scripts that train */
export const BEST_AT = 2;

/**
 * The evidence for an answer as a vector: the shares of probability, the features of the best sentence, and of each feature that a sentence
 * has by itself the mean weighted by probability and the maxima over the best few, over all, and over the best one's article. The score of the
 * question's tokens is appended by the caller. `ranked` is not empty.
 * @internal also for the scripts that train
 */
export function confidenceVector(ranked: readonly ScoredSentence[]): Float64Array {
  const parts = [
    topShares(ranked),
    ranked[0]?.vector ?? new Float64Array(FEATURES.length),
    meanOf(ranked),
    ...[ranked.slice(0, FEW), ranked, ofBestArticle(ranked)].map(mostOf),
  ];
  const vector = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    vector.set(part, at);
    at += part.length;
  }
  return vector;
}

const ofBestArticle = (ranked: readonly ScoredSentence[]): ScoredSentence[] =>
  ranked.filter(({ article }) => article === ranked[0]?.article);

function meanOf(ranked: readonly ScoredSentence[]): Float64Array {
  const mean = new Float64Array(OWN_COUNT);
  for (const { vector, probability } of ranked)
    if (vector !== null)
      for (let f = 0; f < OWN_COUNT; f++) mean[f] = (mean[f] as number) + probability * (vector[f] ?? 0);
  return mean;
}

function mostOf(some: readonly ScoredSentence[]): Float64Array {
  const vectors = some.flatMap(({ vector }) => (vector === null ? [] : [vector]));
  const most = new Float64Array(OWN_COUNT);
  if (vectors.length > 0) most.fill(-Infinity);
  for (const vector of vectors)
    for (let f = 0; f < OWN_COUNT; f++) most[f] = Math.max(most[f] as number, vector[f] ?? 0);
  return most;
}

// A question for an age, a sum or a duration is not answered by sentences without one. The training sets, whose questions mostly have
// answers, hardly teach that.
const WITHOUT_FIGURE = 0.4;
// A question about a person or place that no article names is hardly answered.
const WITHOUT_NAME = 0.5;
// Nor is a question for a statement of a body or person, where no sentence is attributed to them.
const WITHOUT_SPEAKER = 0.5;
const WANTED_MISSING = featureAt('wantedMissing');
const ARTICLE_COVERAGE = featureAt('articleCoverage');
const ON_SUBJECT = featureAt('onSubject');
const ABSENT_WORDS = featureAt('absentWords');

// Where the best sentences and their context share nothing with the question but a name, they may be about anything else of that name:
// 「布林肯在哪裡出生」.
const WITHOUT_ELSE = 0.5;
// Questions for a person, a reason, a statement or a day are often answered in words that the question does not have: 「事件」, 「發生」.
const OF_A_KIND: ReadonlySet<AnswerType> = new Set<AnswerType>([
  'place',
  'age',
  'money',
  'percent',
  'count',
  'duration',
]);

function namesOnly({ parsed: { terms, wants, frame } }: WeightedQuestion, ranked: readonly RankedSentence[]): boolean {
  if (wants === null || !OF_A_KIND.has(wants) || frame.speaker !== null) return false;
  const isName = ({ name }: QuestionTerm): boolean => name !== null && name.kind !== 'word';
  const others = terms.flatMap((term, t) => (isName(term) ? [] : [t]));
  if (others.length === 0 || others.length === terms.length) return false;
  return ranked.slice(0, FEW).every(({ sentence }) => {
    const around = heldInContext(sentence.passage);
    return others.every((t) => sentence.held[t] !== 1 && around[t] !== 1);
  });
}

// How many tigers, where no article has the word: what is counted is absent. Chinese measure words (人, 個) stand in any text and are not
// indexed.
const WITHOUT_COUNTED = 0.5;

function lacksCounted(
  { parsed: { text, terms, wants }, absent }: WeightedQuestion,
  [best]: readonly RankedSentence[],
): boolean {
  if (!asksForQuantity(wants) || best?.sentence.passage.passage.article.lang !== 'en') return false;
  const counted = [...terms.keys()].filter((t) => terms[t]?.isFocus === true && terms[t].name === null);
  const isLatin = counted.every((t) => /[a-z]/i.test(text.slice(terms[t]?.start, terms[t]?.end)));
  return counted.length > 0 && isLatin && counted.every((t) => absent[t] === 1);
}

// The factor on the confidence where none of the best sentences has anything of the form that is asked for.
function formFactor({ wants }: ParsedQuestion, ranked: readonly RankedSentence[]): number {
  const isMissing = ({ sentence, vector }: RankedSentence): boolean =>
    vector?.[WANTED_MISSING] === 1 && !(asksForQuantity(wants) && tellsWithoutFigure(sentence.folded, wants));
  if (!ranked.slice(0, FEW).every(isMissing)) return 1;
  return asksForQuantity(wants) ? WITHOUT_FIGURE : 1;
}

// A name of which no text has a form in the other language's script.
const isNameWithoutForm = ({ across }: QuestionTerm): boolean => across?.length === 0;

function lacksName(
  { parsed: { terms, folded, unknownNames }, absent }: WeightedQuestion,
  [best]: readonly RankedSentence[],
): boolean {
  const isAbsent = (term: QuestionTerm, t: number): boolean =>
    absent[t] === 1 && (isNameWithoutForm(term) || (term.name !== null && term.name.kind !== 'word'));
  if (terms.some(isAbsent)) return true;
  if (best === undefined || unknownNames.length === 0) return false;
  const { title, text } = best.sentence.passage.passage.article;
  const held = foldScript(`${title}\n${text}`);
  return unknownNames.some(({ start, end }) => !held.includes(folded.slice(start, end)));
}

// Whether the speaker who is asked about is quoted nowhere, and no sentence that names them, without another speaker, mentions speech or
// anything else of the question.
function isSpeakerSilent({ wants, terms, speakers }: ParsedQuestion, ranked: readonly RankedSentence[]): boolean {
  const hasAffiliates = terms.some(({ affiliates }) => affiliates !== undefined);
  if (wants !== 'statement' || (!hasAffiliates && speakers[0]?.kind !== 'person')) return false;
  if (ranked.some(({ sentence }) => sentence.speakerMatch > 0)) return false;
  if (hasAffiliates) return true;
  const speaker = terms.findIndex(({ name }) => name !== null && name === speakers[0]);
  return !ranked.some(
    ({ sentence: { held, speakerMatch, folded } }) =>
      held[speaker] === 1 &&
      speakerMatch === 0 &&
      (terms.some((_, t) => t !== speaker && held[t] === 1) || mentionsSpeech(folded)),
  );
}

// A question for a statement in some setting, or on some subject, has all that it names in a sentence of that speaker.
const ALL_FILLED = 0.7;
const NEARLY_ALL = 0.9;

function fillsAll({ parsed, weights }: WeightedQuestion, ranked: readonly RankedSentence[]): boolean {
  const [best] = ranked;
  const { frame, terms, speakers } = parsed;
  if (best === undefined) return false;
  const { folded, passage } = best.sentence;
  const held = heldInContext(passage);
  // 「林望舒和格羅夫談了甚麼」 is answered by a sentence about talks that names both.
  const isTalk = parsed.wants === 'what' && frame.wanted === 'words' && (mentionsSpeech(folded) || TALKS.test(folded));
  if (isTalk && shareWhere(weights, (t) => held[t] === 1) >= NEARLY_ALL) return true;
  // A question of nothing but a word or a name is answered by a sentence that has it.
  const isSubject = frame.wanted === null && terms.length <= FEW_TERMS;
  if (isSubject || isDayAlone(parsed)) return terms.every((_, t) => best.sentence.held[t] === 1);
  // 「渡輪何時復航」: few words, all of them in one sentence, with what is wanted.
  const isWhole = ({ sentence, vector }: RankedSentence): boolean =>
    vector?.[WANTED_MISSING] === 0 && terms.every((_, t) => sentence.held[t] === 1);
  if (terms.length <= FEW_TERMS && FORMS.has(frame.wanted) && ranked.slice(0, FEW).some(isWhole)) return true;
  if (frame.wanted !== 'words' || speakers.length === 0 || best.sentence.speakerMatch <= 0) return false;
  const others = weights.map((weight, t) => {
    const term = terms[t];
    return term === undefined || term.name === speakers[0] || isAct(term, parsed) ? 0 : weight;
  });
  return others.every((weight) => weight === 0) || shareWhere(others, (t) => held[t] === 1) >= NEARLY_ALL;
}

const FEW_TERMS = 2;
// The answer types that are recognised by their form.
const FORMS: ReadonlySet<ParsedQuestion['frame']['wanted']> = new Set(['day', 'duration', 'count', 'sum']);

// "What happened on 22 October": the day, with its month, is all there is to look for.
const isDayAlone = ({ wants, terms }: ParsedQuestion): boolean =>
  (wants === null || wants === 'what') &&
  terms.every(({ number }) => number !== null && CALENDAR.has(number.unit)) &&
  ['month', 'day'].every((part) => terms.some(({ number }) => CALENDAR.get(number?.unit ?? '') === part));

const CALENDAR = langTable('zh/calendar-units');

// 提出了什麼要求: the words beside the question word are those of the act, for which the sentence has others.
const isAct = ({ name, start, end }: QuestionTerm, { frame, answerType }: ParsedQuestion): boolean =>
  frame.act === 'demand' &&
  (name === null || name.kind === 'word') &&
  answerType !== null &&
  end >= answerType.start - 1 &&
  start <= answerType.end + 1;

// Texts on other subjects share phrases with any question. The model, trained on unanswerable questions that are mostly near misses, hardly
// heeds that the best article, or every article, has little of the question. A person, body or figure of the question in the best sentence
// shows that it is on the subject; a year does not. Chosen on questions of half of XQuAD's subjects asked of the texts of the others: refused 60 in
// 100 without it and 96 with it in Chinese, 73 and 91 in English, 54 and 73 across, where some 2 of 100 true ones are lost; on news next to
// nothing changes.
const LITTLE = { share: 0.35, odds: 10 };
const UNKNOWN = { share: 0.4, odds: 7 };

// The penalty on the log-odds where the best article, or the archive, has little of the question. With filters the subject is given already,
// and questions are shorter.
function oddsOfLittle({ parsed }: WeightedQuestion, [best]: readonly RankedSentence[]): number {
  if (best?.vector?.[ON_SUBJECT] === 1) return 0;
  const held = best?.vector?.[ARTICLE_COVERAGE] ?? 1;
  // A name that no article has is penalised already, and words of another language show nothing.
  const { article } = best?.sentence.passage.passage ?? {};
  const isForeign = article !== undefined && !isCrossLingual(parsed) && hasHan(parsed.folded) !== isChinese(article);
  const unknown = isForeign ? 0 : (best?.vector?.[ABSENT_WORDS] ?? 0);
  return LITTLE.odds * Math.max(0, LITTLE.share - held) + UNKNOWN.odds * Math.max(0, unknown - UNKNOWN.share);
}

const oddsOf = treesScorerOf(CONFIDENCE_TREES);

// How probable an answer is by where the question's tokens are found.
function tokenEvidence({ parsed }: WeightedQuestion, ranked: readonly RankedSentence[]): number {
  const tokens = questionTokens(parsed);
  const isChineseAsked = hasHan(parsed.folded);
  const best = ranked[0]?.sentence.passage.passage.article.id;
  const having = ranked.flatMap(({ sentence }, i) => {
    const article = sentence.passage.passage.article.id;
    return i < FEW || article === best ? [{ article, matches: tokenMatches(tokens, sentence, isChineseAsked) }] : [];
  });
  return oddsOfTokens(
    coverageOfTokens(
      tokens.map(({ text }) => text),
      having,
    ),
    TOKEN_ODDS,
  );
}

/** The probability, 0…1, that the best sentence answers; calibrated so that `ANSWER_THRESHOLD` separates answered from not found. */
function confidence(question: WeightedQuestion, ranked: readonly RankedSentence[], little: number): number {
  const scored = ranked.map(({ sentence, probability, vector }) => ({
    article: sentence.passage.passage.article.id,
    probability,
    vector,
  }));
  const odds =
    oddsOf(Float64Array.of(...confidenceVector(scored), tokenEvidence(question, ranked))) + CONFIDENCE_BIAS - little;
  const lacks = [
    namesOnly(question, ranked) ? WITHOUT_ELSE : 1,
    isSpeakerSilent(question.parsed, ranked) ? WITHOUT_SPEAKER : 1,
    lacksName(question, ranked) ? WITHOUT_NAME : 1,
    lacksCounted(question, ranked) ? WITHOUT_COUNTED : 1,
  ];
  const held = lacks.reduce((share, lack) => share * lack, formFactor(question.parsed, ranked));
  const least = fillsAll(question, ranked) ? ALL_FILLED : 0;
  return Math.max(least, held / (1 + Math.exp(-odds)));
}
