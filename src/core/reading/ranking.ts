import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { mentionsSpeech } from '../question/answer-type.ts';
import type { Wanted } from '../question/frame.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { expectedSpans } from '../question/wanted.ts';
import { anyEnglishWord, anyOf, langWords } from '../text/lang-data.ts';
import { isChinese } from '../text/script.ts';
import { actFactor, matchAct, isTold } from './act-match.ts';
import { goesAnywhere, matchParticipation } from './participation-match.ts';
import { type Verdict, denialVerdict, figureVerdict, isReversed, polarityVerdict, sharedParts } from './claims.ts';
import { featureContext } from './features/read-passages.ts';
import { type FeatureContext, type PassageView, type SentenceView, shareWhere } from './features/sentence-view.ts';
import { featureAt, preselect, vectorsOf } from './features/vectors.ts';
import { scoresBy, softmax } from './scorers.ts';
import type { WeightedQuestion } from './weigh-question.ts';
import { RANKING_MODEL } from './weights.generated.ts';

/** A sentence with the probability that it is the one that answers. */
export interface RankedSentence {
  readonly sentence: SentenceView;
  /** All ranked sentences together make 1. */
  readonly probability: number;
  /** Whether it contradicts the question, or is a statement of another speaker: it is no answer. */
  readonly isContrary: boolean;
  /** Its features, in the order of `FEATURES`; null where the preranking left it out. */
  readonly vector: Float64Array | null;
}

// How many more sentences are measured for an act or a participation that is asked for, since those may have other words.
const ACTS = 20;

function withActs(
  chosen: readonly SentenceView[],
  { question, views }: FeatureContext,
  names: Gazetteer,
): readonly SentenceView[] {
  const { act, parsed } = question;
  const { participation } = parsed.frame;
  const isWhere = parsed.wants === 'place' && parsed.speakers[0]?.kind === 'person';
  if ((act === null && participation === null && !isWhere) || chosen.length === views.length) return chosen;
  const known = new Set(chosen);
  const others = views.filter((view) => !known.has(view));
  if (isWhere) return [...chosen, ...others.filter((view) => isWhereOf(question, view, names)).slice(0, ACTS)];
  if (act === null) return [...chosen, ...others.filter((view) => isDone(question, view, names)).slice(0, ACTS)];
  const told = others
    .map((view) => ({ view, match: matchAct(act, view, names) }))
    .filter(({ match }) => isTold(match))
    .sort((a, b) => Number(b.match === 'done') - Number(a.match === 'done'));
  return [...chosen, ...told.slice(0, ACTS).map(({ view }) => view)];
}

const isDone = (question: WeightedQuestion, view: SentenceView, names: Gazetteer): boolean =>
  matchParticipation(question, view, names) === 'complete';

// Whether a sentence names somebody whom the question names, and a place where something happens.
function isWhereOf({ parsed }: WeightedQuestion, { held, folded, original }: SentenceView, names: Gazetteer): boolean {
  const [asked] = parsed.speakers;
  const isNamed = parsed.terms.some(({ name }, t) => name !== null && name === asked && held[t] === 1);
  return isNamed && isLocated(folded, expectedSpans(parsed, folded, { names, original }));
}

const rankingScores = scoresBy(RANKING_MODEL);

/** Ranks all sentences of the candidate passages, the most probable first. */
export function rankSentences(
  question: WeightedQuestion,
  passages: readonly PassageView[],
  names: Gazetteer,
): RankedSentence[] {
  const context = featureContext(question, passages);
  const measured = withActs(preselect(context), context, names);
  if (measured.length === 0) return [];
  const vectors = vectorsOf(measured, context, names);
  const factors = verdictFactors(question, measured, { vectors, names });
  const newer = newness(passages);
  const likely = softmax(rankingScores(vectors));
  const weighted = measured.map(
    (view, i) => (likely[i] ?? 0) * (factors[i] ?? 1) * newer(view.passage.passage.article),
  );
  const total = weighted.reduce((sum, share) => sum + share, 0) || 1;
  const ranked = measured.map((sentence, i): RankedSentence => ({
    sentence,
    probability: (weighted[i] ?? 0) / total,
    isContrary: isContrary(factors[i] ?? 1),
    vector: vectors[i] ?? null,
  }));
  ranked.sort((a, b) => b.probability - a.probability);
  const known = new Set(measured);
  for (const view of context.views) {
    if (!known.has(view)) ranked.push({ sentence: view, probability: 0, isContrary: false, vector: null });
  }
  return ranked;
}

/** Whether a sentence is said by the speaker who is asked about, or continues their statement. */
export const isBySpeaker = ({ speakerMatch }: SentenceView): boolean => speakerMatch > 0;

// The difference in score between the oldest and the newest report: it only decides between sentences that are otherwise equal.
const NEWEST = 0.01;

function newness(passages: readonly PassageView[]): (article: Article) => number {
  const days = passages.flatMap(({ passage: { article } }) =>
    article.date === null ? [] : [Date.parse(article.date)],
  );
  const oldest = Math.min(...days);
  const span = Math.max(...days) - oldest;
  return ({ date }) => (date === null || span === 0 ? 1 : 1 + (NEWEST * (Date.parse(date) - oldest)) / span);
}

const BEFORE = new RegExp(
  `(?:${anyOf(langWords('zh/place-before'))}|(?<![a-z])(?:${anyOf(langWords('en/place-before'))}) (?:the )?)$`,
);
const GOES_ON = new RegExp(`^(?:${anyOf(langWords('zh/place-goes-on'))})`);
// UTF-16 units: the longest word in front of a place.
const LOOK = 12;

/**
 * Whether one of the places of a folded sentence, `spans`, is where something happens.
 * @internal Exported for its tests.
 */
export const isLocated = (folded: string, spans: readonly Span[]): boolean =>
  spans.some(
    ({ start, end }) =>
      BEFORE.test(folded.slice(Math.max(0, start - LOOK), start)) && !GOES_ON.test(folded.slice(end, end + LOOK)),
  );

// 「會談在舊燈塔旁的酒店舉行」: whatever stands between is the place, unless the question has it.
const HELD_AT = new RegExp(
  `(?:${anyOf(['zh/place-before', 'yue/place-before'].flatMap(langWords))})([^，。；、,;]{2,24}?)(?:${anyOf(langWords('zh/taking-place'))})`,
  'g',
);

const isEventLocatedAt = (folded: string, { folded: question }: ParsedQuestion): boolean =>
  Array.from(folded.matchAll(HELD_AT), ([, where = '']) => where).some((where) => !question.includes(where));

const OTHER_OCCASION = new RegExp(
  `${anyOf(langWords('zh/other-occasions'))}|${anyEnglishWord(langWords('en/other-occasions'))}`,
);
const OF_ANOTHER_OCCASION = 2e-4;

// 「下屆峰會在嵐港舉行」 is about another summit.
const isOfOtherOccasion = (
  { folded }: SentenceView,
  { folded: question, frame: { wanted } }: ParsedQuestion,
): boolean => (wanted === 'place' || wanted === 'day') && OTHER_OCCASION.test(folded) && !OTHER_OCCASION.test(question);

// Sentences that contradict the question come behind all others, in their own order; a reversed order of words is a weaker sign than
// a figure or a negation.
const CONTRADICTED = 1e-4;
const TURNED_ROUND = 0.2;
const AGREES = 2;
// 怎樣批評 is answered by the speaker's criticism before their other statements.
const SAME_ACT = 4;
// Where statements of the speaker are among the candidates, unattributed sentences come behind them.
const UNATTRIBUTED = 0.03;

/** Whether a factor is that of a sentence that contradicts the question. */
const isContrary = (factor: number): boolean => factor <= CONTRADICTED;

/** Compares the speaker of a sentence with the one who is asked about. */
function speakerVerdict({ parsed }: WeightedQuestion, { speakerMatch }: SentenceView): Verdict {
  if (parsed.speakers.length === 0 || speakerMatch === 0) return 'absent';
  return speakerMatch > 0 ? 'met' : 'contradicted';
}

// A question that repeats a headline asks for its report: the least share of either that the other has.
const SAME_HEADLINE = 0.8;
const ITS_REPORT = 1e4;

/** Whether a question is the headline of a sentence's article, give or take a word. */
export function isHeadlineOf(
  { weights }: WeightedQuestion,
  { passage: { context } }: Pick<SentenceView, 'passage'>,
): boolean {
  return context.titleAlike >= SAME_HEADLINE && shareWhere(weights, (t) => context.title[t] === 1) >= SAME_HEADLINE;
}

// Where a figure or a reason is asked for, sentences without one come behind those with one.
const WITHOUT_WANTED = 0.2;
// Nearly every sentence of news names a place, but few say where something happens. Chosen on one follow-up, 「在哪裏？」; on the
// question sets 0.02, 0.2 and 1 came to the same. In English it stands behind other words as well (of, near, through).
const WITHOUT_WHERE = { zh: 0.002, other: 0.02 };
const TOLD_BY_FORM: ReadonlySet<Wanted | null> = new Set<Wanted>([
  'duration',
  'count',
  'sum',
  'percent',
  'age',
  'reason',
]);
const WANTED_MISSING = featureAt('wantedMissing');

/** The factors on the candidates' probabilities for their verdicts, each compared with the others; `vectors` are parallel to them. @internal also for the scripts that train */
export function verdictFactors(
  question: WeightedQuestion,
  candidates: readonly SentenceView[],
  { vectors, names }: { readonly vectors: readonly Float64Array[]; readonly names: Gazetteer },
): number[] {
  const ofSlots = slotFactor(question, candidates, names);
  const { parsed } = question;
  // A question for a place that names one may mean that place.
  const isWhere = parsed.frame.wanted === 'place' && !parsed.terms.some(({ name }) => name?.kind === 'place');
  const hasWanted = candidates.map(({ folded, original }, i) =>
    isWhere
      ? isLocated(folded, expectedSpans(parsed, folded, { names, original })) || isEventLocatedAt(folded, parsed)
      : vectors[i]?.[WANTED_MISSING] === 0,
  );
  const ofSubject = subjectFactor(question, isWhere ? candidates.filter((_, i) => hasWanted[i] === true) : candidates);
  const ofTalks = talksFactor(parsed, candidates);
  const tells = (isWhere || TOLD_BY_FORM.has(parsed.frame.wanted)) && hasWanted.includes(true);
  const beside = parsed.frame.wanted === 'duration' ? besideFactor(vectors) : () => 1;
  return candidates.map((sentence, i) => {
    const without = isWhere
      ? WITHOUT_WHERE[isChinese(sentence.passage.passage.article) ? 'zh' : 'other']
      : WITHOUT_WANTED;
    const missing = tells && hasWanted[i] === false ? without : 1;
    const other = isOfOtherOccasion(sentence, parsed) ? OF_ANOTHER_OCCASION : 1;
    return (
      ofSlots(sentence) *
      ofSubject(sentence) *
      ofTalks(sentence) *
      missing *
      other *
      beside(i) *
      (isHeadlineOf(question, sentence) ? ITS_REPORT : 1)
    );
  });
}

// 「林望舒和格羅夫談了甚麼」 is answered by the subjects of the talks before statements of either speaker. Chosen on four questions of our
// tests, and not measured by itself.
const NOT_OF_TALKS = 0.1;
const ENCOUNTER = anyOf(langWords('zh/encounter-nouns'));
const ENCOUNTERS = new RegExp(ENCOUNTER);
/** Words that show that people talked with each other. */
export const TALKS = new RegExp(`${ENCOUNTER}|${anyOf(langWords('zh/mutual-speech'))}`);

function talksFactor(
  { folded, terms, speakers, wants, frame }: ParsedQuestion,
  candidates: readonly SentenceView[],
): (sentence: SentenceView) => number {
  const people = terms.flatMap(({ name }, t) => (name?.kind === 'person' ? [t] : []));
  const isMutual = TALKS.test(folded) && (people.length > 1 || ENCOUNTERS.test(folded));
  const isAsked = frame.wanted === 'words' && (wants === 'what' || speakers.length === 0);
  if (!isAsked || !isMutual) return () => 1;
  const telling = new Set(
    candidates.filter(({ folded: text, held }) => TALKS.test(text) && people.every((t) => held[t] === 1)),
  );
  return (sentence) => (telling.size === 0 || telling.has(sentence) ? 1 : NOT_OF_TALKS);
}

// The duration of something stands in the clause that names it: 「會談歷時六小時」 before 「兩人討論水閘，展開三天訪問」. Chosen on one
// follow-up, 「談了多久？」, and not measured by itself.
const NOT_BESIDE = 0.3;
const BESIDE = 0.5;
const CLAUSE_NEAR = featureAt('wantedClauseNear');

function besideFactor(vectors: readonly Float64Array[]): (candidate: number) => number {
  const shares = vectors.map((vector) => vector[CLAUSE_NEAR] ?? 0);
  const most = Math.max(0, ...shares);
  if (most < BESIDE) return () => 1;
  return (candidate) => ((shares[candidate] ?? 0) < BESIDE * most ? NOT_BESIDE : 1);
}

function slotFactor(
  question: WeightedQuestion,
  candidates: readonly SentenceView[],
  names: Gazetteer,
): (sentence: SentenceView) => number {
  const { parsed, act } = question;
  const words = wordsFactor(question, candidates);
  if (act !== null) {
    const ofAct = actFactor({ act, parsed }, candidates, { names, otherwise: words });
    return (sentence) => Math.max(CONTRADICTED, ofAct(sentence));
  }
  if (parsed.frame.participation !== null) return participationFactor(question, candidates, names);
  const claim = claimOf(parsed);
  const ofClaim = claim === null ? words : claimFactor(claim, candidates);
  const predicate = predicateAsked(parsed);
  return predicate === null ? ofClaim : denialFactor(predicate, candidates, ofClaim);
}

// 「布林肯支持以色列嗎」, 「布林肯同王毅喺邊度傾」: candidates that name the subject come first, where any does.
const OTHER_SUBJECT: ReadonlyMap<ParsedQuestion['wants'], number> = new Map([
  ['yesno', 0.05],
  ['place', WITHOUT_WHERE.zh],
]);

function subjectFactor(
  { parsed }: WeightedQuestion,
  candidates: readonly SentenceView[],
): (sentence: SentenceView) => number {
  const [asked] = parsed.speakers;
  const subject =
    OTHER_SUBJECT.has(parsed.wants) && asked?.kind === 'person'
      ? parsed.terms.findIndex(({ name }) => name === asked)
      : -1;
  const isNamed = ({ held, speakerMatch }: SentenceView): boolean => held[subject] === 1 || speakerMatch > 0;
  if (subject < 0 || !candidates.some(isNamed)) return () => 1;
  return (sentence) => (isNamed(sentence) ? 1 : (OTHER_SUBJECT.get(parsed.wants) ?? 1));
}

// A sentence that answers who took part, or when somebody went somewhere, comes first: it may have none of the question's words. Who attended
// the talks in Geneva is answered by 「中方代表是…」.
const OF_THE_PARTICIPATION = 1e6;

function participationFactor(
  question: WeightedQuestion,
  candidates: readonly SentenceView[],
  names: Gazetteer,
): (sentence: SentenceView) => number {
  const told = candidates.filter((view) => isDone(question, view, names));
  const done = new Set(told.length > 0 ? told : candidates.filter((view) => goesAnywhere(question, view, names)));
  return (sentence) => (done.has(sentence) ? OF_THE_PARTICIPATION : 1);
}

// The factor for a sentence's speaker, where a statement is asked for.
function wordsFactor(
  question: WeightedQuestion,
  candidates: readonly SentenceView[],
): (sentence: SentenceView) => number {
  const { parsed } = question;
  if (parsed.frame.wanted !== 'words') return () => 1;
  const verbs = bigramsOf(parsed.folded.slice(parsed.answerType?.start, parsed.answerType?.end));
  const isKnown = candidates.some((one) => speakerVerdict(question, one) === 'met');
  return (sentence) => {
    const verdict = speakerVerdict(question, sentence);
    if (isKnown && verdict === 'contradicted') return CONTRADICTED;
    // A speaker whom no data file names does not count against other speakers.
    const isBySpeaker = verdict === 'met' || parsed.speakers.length === 0;
    if (isKnown && verdict === 'absent') return UNATTRIBUTED;
    return isBySpeaker && verbs.some((verb) => sentence.folded.includes(verb)) ? SAME_ACT : 1;
  };
}

const bigramsOf = (folded: string): string[] =>
  Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2));

// The claim X of 「誰說X」, folded; null where a question does not ask who says something.
function claimOf({ folded, frame, answerType }: ParsedQuestion): string | null {
  if (frame.claim !== null) return folded.slice(frame.claim.start, frame.claim.end);
  if (frame.wanted !== 'person' || answerType === null || !mentionsSpeech(folded)) return null;
  return folded.slice(answerType.end);
}

// Where some candidates affirm the predicate and others deny it, those that agree with the question come first.
const AS_ASKED = 20;

function denialFactor(
  predicate: string,
  candidates: readonly SentenceView[],
  otherwise: (sentence: SentenceView) => number,
): (sentence: SentenceView) => number {
  const verdicts = new Map(candidates.map((one) => [one, denialVerdict(predicate, one.folded)]));
  const isDisputed = [...verdicts.values()].includes('contradicted');
  return (sentence) => {
    const verdict = verdicts.get(sentence);
    if (verdict === 'contradicted') return CONTRADICTED;
    return otherwise(sentence) * (isDisputed && verdict === 'met' ? AS_ASKED : 1);
  };
}

const WHO: ReadonlySet<Wanted | null> = new Set<Wanted>(['person', 'body']);

// The predicate of a question for a person or body, 「誰不同意」, 「哪個機構同意」; folded, null for other questions.
function predicateAsked({ folded, frame, answerType }: ParsedQuestion): string | null {
  if (!WHO.has(frame.wanted) || answerType === null) return null;
  return folded.slice(frame.focus?.end ?? answerType.end);
}

function claimFactor(claim: string, candidates: readonly SentenceView[]): (sentence: SentenceView) => number {
  const read = candidates.map((sentence) => {
    const said = contentOf(sentence);
    const verdicts = [polarityVerdict(claim, said), figureVerdict(claim, said)];
    const parts = sharedParts(claim, said);
    return { sentence, verdicts, parts: parts.join('|'), isTurned: isReversed(claim, said, parts) };
  });
  // A reversed order only counts where another sentence has the same words in the claim's order.
  const straight = new Set(read.flatMap(({ parts, isTurned }) => (isTurned ? [] : [parts])));
  const factors = new Map(
    read.map(({ sentence, verdicts, parts, isTurned }) => {
      if (verdicts.includes('contradicted')) return [sentence, CONTRADICTED];
      const agreed = verdicts.includes('met') ? AGREES : 1;
      return [sentence, isTurned && straight.has(parts) ? TURNED_ROUND * agreed : agreed];
    }),
  );
  return (sentence) => factors.get(sentence) ?? 1;
}

// The content of a sentence without its speaker, where a verb of speech near the beginning shows where that ends.
function contentOf({ folded }: SentenceView): string {
  const [opening = ''] = /^[^,，:：]{0,30}[,，:：]?/.exec(folded) ?? [];
  return mentionsSpeech(opening) && opening.length < folded.length / 2 ? folded.slice(opening.length) : folded;
}
