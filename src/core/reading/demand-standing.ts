import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { longestMentions, type Gazetteer } from '../names/gazetteer.ts';
import type { AskedParty } from '../question/asked/statement.ts';
import type { QuestionFrame } from '../question/frame.ts';
import { isCalled } from '../statements/is-called.ts';
import { statementsOf } from '../statements/statements-of.ts';
import { anyEnglishWord, anyOf, formsOf, langTable, langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { templateSource } from '../text/templates.ts';
import type { SentenceView } from './features/sentence-view.ts';

/** A demand that a question asks for: by whom, on whom. */
export interface Demand {
  readonly speaker: AskedParty;
  /** Null where the question names nobody. */
  readonly addressee: AskedParty | null;
}

/** The demand that a question asks for; null where it asks for none, or says itself what is demanded. */
export function askedDemand({ act, speaker, addressee, claim, wanted }: QuestionFrame): Demand | null {
  if (act !== 'demand' || speaker === null || claim !== null || wanted === 'yesno') return null;
  return { speaker, addressee };
}

/** What a sentence has of a demand: made in so many words, put as a wish or as what ought to be, another's, or nothing of it. */
export type DemandStanding = 'made' | 'wished' | 'anothers' | 'none';

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
