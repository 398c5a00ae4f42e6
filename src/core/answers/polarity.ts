import type { Polarity } from '../model/answer.ts';
import { blankFraming } from '../question/answer-type.ts';
import type { WeightedQuestion } from '../reading/weigh-question.ts';
import { anyOf, formsOf, langTable } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';

const wordsOf = (role: string, ...langs: readonly string[]): string =>
  anyOf(langs.flatMap((lang) => formsOf(langTable(`${lang}/polarity`), role)));
const patternOf = (role: string): RegExp =>
  new RegExp(`${wordsOf(role, 'zh', 'yue')}|\\b(?:${wordsOf(role, 'en')})\\b`, 'g');

const ASKS = patternOf('asks');
const STANDS = patternOf('stands');
const REFUSES = new RegExp(wordsOf('refuses', 'zh', 'yue'), 'g');
const DENIES = new RegExp(`${patternOf('denies').source}|${REFUSES.source}|n't\\b`, 'g');

const OPEN = patternOf('open');
const AHEAD = patternOf('ahead');
const PAST = new RegExp(wordsOf('past', 'zh'), 'g');

// 「布林肯見過習近平嗎」 asks of what happened: 「預計會見」 says neither yes nor no to it. What asks of what is to come, 「會擴建嗎」, a plan answers.
const asksOfThePast = (folded: string): boolean =>
  [AHEAD, OPEN].every((pattern) => folded.replace(PAST, '').search(pattern) < 0);

/** Whether folded words deny what they say; two denials leave it as it was. */
export const isDenied = (folded: string): boolean =>
  (folded.replace(ASKS, '').replace(STANDS, '').match(DENIES)?.length ?? 0) % 2 === 1;

// 「…提過未？」, 「支唔支持」: the word that asks denies nothing, nor does what frames the question: 「不對，我是問…」.
const withoutAsking = ({ folded, answerType }: WeightedQuestion['parsed']): string =>
  blankFraming(folded, answerType, []);

const WISH = new RegExp(wordsOf('wish', 'zh'));
// What is asked of somebody says neither that they do it nor that they do not.
const isWish = (folded: string, question: string): boolean => WISH.test(folded) && !WISH.test(question);

const CLAUSE = /[^，。；！？,;!?\n]+/gu;
// A clause bears on the question that holds this much of its weight, and this much of what the best clause holds.
const BEARS = 0.34;
const BESIDE_THE_BEST = 0.6;
// Or this much of the weight of what is no name.
const MOST_WORDS = 0.5;
// Of two clauses that say otherwise, the one decides that holds more of what is asked, names aside: 「阿拉斯加的會談已經結束，雙方沒有
// 發表聲明」.
const AS_FULL = 0.9;

interface Clause {
  readonly folded: string;
  /** Where the last of the question's terms that it holds ends. */
  readonly end: number;
  /** The positions of the question's terms that it holds, and of those that are no names. */
  readonly held: ReadonlySet<number>;
  readonly words: readonly number[];
}

// 「會談已經結束，雙方沒有發表聲明」: what a clause denies that none of those holds which affirm is what is denied of the whole.
function deniesMore(clauses: readonly Clause[], affirms: (clause: Clause) => boolean): boolean {
  const [affirming, denying] = [clauses.filter(affirms), clauses.filter((clause) => !affirms(clause))];
  if (affirming.length === 0) return false;
  return denying.some(({ words }) => words.some((term) => affirming.every(({ held }) => !held.has(term))));
}

// 「不用列為古蹟以停止拆卸」: what is refused behind what is denied is something else.
function isDeniedIn({ folded, end }: Clause): boolean {
  const before = folded.slice(0, end);
  return isDenied(before) ? isDenied(before + folded.slice(end).replace(REFUSES, '')) : isDenied(folded);
}

function fullest<One>(clauses: readonly One[], measure: (clause: One) => number): One[] {
  const most = Math.max(...clauses.map((clause) => measure(clause)));
  return clauses.filter((clause) => measure(clause) >= AS_FULL * most);
}

const DONE = new RegExp(anyOf(['zh/aspects', 'yue/aspects'].flatMap((list) => formsOf(langTable(list), 'done'))));

/**
 * Whether a question asks yes or no: with a word that does, or as a statement with a question mark behind it (「王毅譴責咗哈馬斯？」).
 */
export const asksYesNo = ({ wants, text, folded, frame }: WeightedQuestion['parsed']): boolean =>
  wants === 'yesno' ||
  (wants === null && /[?？]\s*$/.test(text) && ((frame.act !== null && frame.speaker !== null) || DONE.test(folded)));

/** Whether a quote answers a question that asks yes or no with yes or with no; null where no clause of it bears on the question. */
export function polarityOf({ parsed, matcher, weights }: WeightedQuestion, quote: string): Polarity | null {
  // A name that no data file has is none of the words either: "Did Gideon Marsh appear".
  const isCapital = (start: number): boolean => start > 0 && /^\p{Lu}/u.test(parsed.text.slice(start));
  const isWord = (term: number): boolean =>
    (parsed.terms[term]?.name ?? null) === null && !isCapital(parsed.terms[term]?.start ?? 0);
  const weightOf = (terms: readonly number[]): number => terms.reduce((sum, term) => sum + (weights[term] ?? 0), 0);
  const all = weights.map((_, term) => term);
  const [total, ofWords] = [weightOf(all) || 1, weightOf(all.filter(isWord)) || 1];
  // Behind 有沒有 stands what is asked of what stands before it.
  const from = parsed.answerType?.end ?? 0;
  const isAsked = (term: number): boolean => (parsed.terms[term]?.start ?? 0) >= from;
  const clauses = Array.from(foldScript(quote).matchAll(CLAUSE), ({ 0: folded, index }) => {
    const matches = matcher.matches(quote.slice(index, index + folded.length), folded);
    const held = new Set(matches.map(({ term }) => term));
    const end = Math.max(0, ...matches.map((match) => match.end));
    const words = [...held].filter(isWord);
    const hasAsked = [...held].some((term) => isAsked(term));
    const unnamed = weightOf(words) / ofWords;
    return { folded, end, share: weightOf([...held]) / total, unnamed, held, words, hasAsked };
  });
  // Of somebody whom the quote does not name it says neither: that another minister went is no yes. Nor of what it does not name: what
  // somebody says of other things is no yes to whether they spoke of Taiwan.
  const isHeld = (term: number): boolean => clauses.some(({ held }) => held.has(term));
  const names = parsed.terms.flatMap(({ name }, t) => (name === null ? [] : [{ kind: name.kind, term: t }]));
  if (names.some(({ kind, term }) => kind !== 'word' && !isHeld(term))) return null;
  const topics = names.filter(({ kind, term }) => kind !== 'person' && isAsked(term));
  if (topics.length > 0 && !topics.some(({ term }) => isHeld(term))) return null;
  const best = Math.max(0, ...clauses.map(({ share }) => share));
  if (best < BEARS) return null;
  const isDenying = isDenied(withoutAsking(parsed));
  // Where the matter is named in one clause, what is said of it may stand in the next.
  const relevant = clauses.filter(({ share, unnamed }) => share >= BESIDE_THE_BEST * best || unnamed >= MOST_WORDS);
  // A clause that only names the matter says neither: 「會談已經結束，沒有聯合聲明」.
  const explicit = relevant.filter(({ hasAsked }) => hasAsked);
  const past = asksOfThePast(parsed.folded);
  const decisive = (explicit.length > 0 ? explicit : relevant).filter(
    ({ folded }) => (!past || folded.search(OPEN) < 0) && !isWish(folded, parsed.folded),
  );
  if (decisive.length === 0) return null;
  const says = (clause: Clause): boolean => isDeniedIn(clause) === isDenying;
  if (deniesMore(decisive, says)) return 'no';
  const deciding = fullest(
    fullest(decisive, ({ unnamed }) => unnamed),
    ({ share }) => share,
  );
  const answers = new Set(deciding.map(says));
  if (answers.size > 1) return 'mixed';
  return answers.has(true) ? 'yes' : 'no';
}
