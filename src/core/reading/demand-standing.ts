import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { longestMentions, type Gazetteer } from '../names/gazetteer.ts';
import type { AskedParty } from '../question/asked/statement.ts';
import type { QuestionFrame } from '../question/frame.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { isCalled } from '../statements/is-called.ts';
import { statementsOf } from '../statements/statements-of.ts';
import { anyEnglishWord, anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';
import type { SentenceView } from './features/sentence-view.ts';

/** A demand that a question asks for: by whom, on whom. */
interface Demand {
  readonly speaker: AskedParty;
  /** Null where the question names nobody. */
  readonly addressee: AskedParty | null;
}

/** The demand that a question asks for; null where it asks for none, or says itself what is demanded. */
export function askedDemand({ act, speaker, addressee, claim, wanted }: QuestionFrame): Demand | null {
  if (act !== 'demand' || speaker === null || claim !== null || wanted === 'yesno') return null;
  return { speaker, addressee };
}

/**
 * The positions of the terms that say what is demanded: neither who demands nor of whom, nor the verb; of 「秦剛要求美方停止什麼」 the one
 * of 停止.
 */
export const demandTopic = ({ terms, frame: { speaker, addressee, verb } }: ParsedQuestion): readonly number[] =>
  terms.flatMap(({ start, end }, t) =>
    [speaker, addressee, verb].some((part) => part !== null && start < part.end && end > part.start) ? [] : [t],
  );

/** What a sentence has of a demand: made in so many words, put as a wish or as what ought to be, another's, or nothing of it. */
type DemandStanding = 'made' | 'wished' | 'anothers' | 'none';

/**
 * How a sentence stands to a demand that is asked for. It is another's where others speak and the one who is asked about does not, or
 * where they demand it of somebody else.
 */
export function demandStanding(asked: Demand, view: SentenceView, names: Gazetteer): DemandStanding {
  const { start, end } = view;
  const { article } = view.passage.passage;
  const said = statementsOf(article, names).filter((one) => one.start < end && one.end > start && !one.negated);
  const theirs = said.filter(({ speaker, reportedBy }) =>
    [speaker, reportedBy].some((by) => by !== null && isCalled(asked.speaker, by, names)),
  );
  const laid = theirs.filter((one) => isLaidOn(asked.addressee, one, { article, names }));
  if (laid.some(({ act }) => act === 'demand')) return 'made';
  if (laid.some((one) => WISHES.test(textOf(article, one)))) return 'wished';
  if (said.length === 0 && isLeftOpen(asked, view, names)) return 'wished';
  if (theirs.length === 0) return said.some(({ speaker }) => speaker !== null) ? 'anothers' : 'none';
  return theirs.some((one) => isOfAnother(asked.addressee, one, { view, names })) ? 'anothers' : 'none';
}

// 「秦剛闡明立場。他強調，美方應…」: where the report leaves open who 他 is, it is read as the one who is asked about, if its passage names
// them and the sentence says what the other ought to do. Nobody is given as its speaker.
function isLeftOpen({ speaker, addressee }: Demand, { folded, passage }: SentenceView, names: Gazetteer): boolean {
  if (addressee === null || !WISHES.test(folded) || !OPENS_WITH_PRONOUN.test(folded)) return false;
  // 「他強調，美方應尊重中方」 is laid on whom it names first.
  const obliged = longestMentions(names.mentions(folded)).find(({ name }) => name.kind !== 'word');
  const isOnAsked =
    obliged !== undefined &&
    (folded.slice(obliged.start, obliged.end) === addressee.name ||
      (addressee.entry !== null && names.isOf(obliged.name, addressee.entry)));
  return isOnAsked && isNamed(speaker, passage.folded, names);
}

const OPENS_WITH_PRONOUN = new RegExp(`^(?:${anyOf(langTable('zh/speaker-pronouns').keys())})`, 'u');

const isNamed = ({ name, entry }: AskedParty, folded: string, names: Gazetteer): boolean =>
  folded.includes(name) ||
  (entry !== null && names.mentions(folded).some((one) => one.name.kind !== 'word' && names.isOf(one.name, entry)));

const textOf = ({ text }: Article, { start, end }: Span): string => foldScript(text.slice(start, end));

// 希望, 應: a wish, or what ought to be, is a demand in other words.
const WISHES = new RegExp(
  [
    anyOf(formsOf(langTable('zh/demands-of'), '')),
    ...langWords('zh/ought').map((line) => templateSource(line)),
    anyEnglishWord(langWords('en/ought')),
  ].join('|'),
  'u',
);

// What is demanded of somebody else, who is named right behind the verb: 敦促「日本」. 各方 may well have the one who is asked about among
// them; one whom no data file knows has to be named.
function isOfAnother(
  asked: AskedParty | null,
  { act, addressee, content }: Statement,
  { view: { passage }, names }: { readonly view: SentenceView; readonly names: Gazetteer },
): boolean {
  if (asked === null || act !== 'demand') return false;
  if (asked.entry === null) return !passage.folded.includes(asked.name);
  if (addressee !== null) return addressee.entry !== null;
  const text = passage.passage.article.text.slice(content.start, content.end);
  return longestMentions(names.mentions(foldScript(text), text)).some(
    ({ name, start }) => start === 0 && name.kind !== 'word',
  );
}

// A demand is laid on its addressee, or on whom it names in what is said; one that names nobody may be on anybody.
function isLaidOn(
  asked: AskedParty | null,
  { addressee, content }: Statement,
  { article, names }: { readonly article: Article; readonly names: Gazetteer },
): boolean {
  if (asked === null) return true;
  if (addressee !== null && isCalled(asked, addressee, names)) return true;
  const text = article.text.slice(content.start, content.end);
  const folded = foldScript(text);
  const mentions = names.mentions(folded, text).filter(({ name }) => name.kind !== 'word');
  const { entry } = asked;
  if (folded.includes(asked.name)) return true;
  // Who asks of 美方 asks of its ministers.
  return entry !== null && mentions.some(({ name }) => names.isOf(name, entry) || names.isOf(entry, name));
}

/** Whether a standing is that of a sentence which tells of the demand that is asked for. */
export const isTold = (standing: DemandStanding): boolean => standing === 'made' || standing === 'wished';

// A wish is a demand in other words, and so is what ought to be, but less surely so.
const WISHED = 0.3;
// Beside a demand on what is asked about, one on other things.
const OFF_TOPIC = 0.02;

/**
 * What the probability of each candidate is multiplied by for its standing to a demand that is asked for; null where none is. 0 for
 * what others demand, and, where the demand is among the candidates, for what else is said and what nobody says.
 */
export function demandFactor(
  parsed: ParsedQuestion,
  candidates: readonly SentenceView[],
  names: Gazetteer,
): ((sentence: SentenceView) => number) | null {
  const demand = askedDemand(parsed.frame);
  if (demand === null) return null;
  const topic = demandTopic(parsed);
  const isOnTopic = ({ held, passage: { context } }: SentenceView): boolean =>
    topic.length === 0 || topic.some((t) => held[t] === 1 || context.lead[t] === 1 || context.title[t] === 1);
  const standings = new Map(candidates.map((one) => [one, demandStanding(demand, one, names)]));
  // Demands on other things tell nothing of the one that is asked for.
  const isAmongThem = [...standings].some(([one, standing]) => isTold(standing) && isOnTopic(one));
  return (sentence) => {
    const standing = standings.get(sentence) ?? 'none';
    if (standing === 'anothers') return 0;
    if (!isAmongThem) return 1;
    if (standing === 'none') return 0;
    return (standing === 'wished' ? WISHED : 1) * (isOnTopic(sentence) ? 1 : OFF_TOPIC);
  };
}
