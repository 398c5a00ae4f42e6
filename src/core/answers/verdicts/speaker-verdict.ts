import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { foldScript } from '../../text/script.ts';
import type { Verdict } from '../../reading/claims.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { AskedParty } from '../../question/asked/statement.ts';
import { isAnother, holdsName, isCalled, isPersonal } from '../../statements/is-called.ts';
import { statementsOf } from '../../statements/statements-of.ts';
import { asksForWords } from '../../question/frame.ts';
import { verbAt } from '../../statements/zh/verbs.ts';
import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';

/** A sentence that is held to a question. */
export interface Candidate {
  readonly question: WeightedQuestion;
  readonly article: Article;
  readonly ranked: RankedSentence;
  /** The sentence, folded. */
  readonly folded: string;
  readonly names: Gazetteer;
}

/** Makes a ranked sentence ready to be held to its question. */
export function candidateOf(question: WeightedQuestion, ranked: RankedSentence, names: Gazetteer): Candidate {
  const { article } = ranked.sentence.passage.passage;
  const { start, end } = ranked.sentence;
  return { question, article, ranked, folded: foldScript(article.text.slice(start, end)), names };
}

/**
 * Whether the one who is asked about says a sentence, and, of a demand on somebody, demands it of them. One who is only named in
 * it may still be who speaks, and so may anybody who is not named but described: 「那位退休工程師」, 「急症醫生」.
 */
export function speakerVerdict(candidate: Candidate): Verdict {
  const { folded, names } = candidate;
  const { speaker, addressee, act } = candidate.question.parsed.frame;
  if (speaker === null) return 'absent';
  const said = statementsIn(candidate);
  const theirs = said.filter((one) => partiesOf(one).some((by) => isCalled(speaker, by, names)));
  if (act === 'demand' && addressee !== null && theirs.some((one) => isLaidOn(addressee, one, candidate))) return 'met';
  const isOther = isOtherSpeaker(speaker, said, candidate);
  if (act === 'demand' && addressee !== null)
    return theirs.length === 0 && isOther && said.some((one) => one.act === 'demand') ? 'contradicted' : 'absent';
  if (theirs.length > 0) return 'met';
  return isOther && !isNamed(speaker, folded, candidate) ? 'contradicted' : 'absent';
}

const partiesOf = ({ speaker, reportedBy }: Statement): Party[] => [speaker, reportedBy].filter((by) => by !== null);

// Whether another than the one who is asked about speaks, or the whole article knows nobody of their name.
function isOtherSpeaker(speaker: AskedParty, said: readonly Statement[], candidate: Candidate): boolean {
  const { article } = candidate;
  if (!isOfScript(speaker.name, article) || foldScript(article.author ?? '').includes(speaker.name)) return false;
  const isKnown = isNamed(speaker, foldScript(article.text), candidate);
  if (isKnown) return said.some((one) => one.speaker !== null);
  if (speaker.entry !== null || isPersonal(speaker.name)) return true;
  const others = said.flatMap(partiesOf);
  return others.length > 0 && others.every((by) => isAnother(speaker.name, by));
}

/** The statements that a sentence has a part in. */
export const statementsIn = ({ article, names, ranked: { sentence } }: Candidate): Statement[] =>
  statementsOf(article, names).filter(({ start, end }) => start < sentence.end && end > sentence.start);

// A demand is laid on its addressee, or on whom it names in what is said.
function isLaidOn(asked: AskedParty, { addressee, content }: Statement, candidate: Candidate): boolean {
  if (addressee !== null) return isCalled(asked, addressee, candidate.names);
  return isNamed(asked, foldScript(candidate.article.text.slice(content.start, content.end)), candidate);
}

const HAN = /\p{Script=Han}/u;
// A name in another script than the article's says nothing of it.
const isOfScript = (name: string, { text }: Article): boolean => HAN.test(name) || !HAN.test(text);

/** Whether a folded stretch of the candidate's article names somebody, by any name, and not as the beginning of another's. */
function isNamed({ name, entry }: AskedParty, folded: string, { article, names }: Candidate): boolean {
  if (entry !== null && names.mentions(folded).some((one) => names.isOf(one.name, entry))) return true;
  const longer = statementsOf(article, names)
    .flatMap(({ speaker, addressee }) => [speaker, addressee])
    .map((party) => foldScript(party?.name ?? ''))
    .filter((own) => own.length > name.length && own.includes(name) && !holdsName(own, name));
  return longer.reduce((rest, own) => rest.replaceAll(own, ' '), folded).includes(name);
}

/** How a sentence fills the act that a question asks about: by the act itself, by what comes to the same, or not. */
export type ActFit = 'done' | 'meant' | 'none';

/** Whether a question asks what somebody demands, denies, promises …: the act, whatever verb names it. */
export const asksForAct = ({ question: { parsed } }: Pick<Candidate, 'question'>): boolean => {
  const { act, speaker, wanted } = parsed.frame;
  return act !== null && act !== 'say' && act !== 'other' && speaker !== null && asksForWords(wanted);
};

/** How a sentence fills the act that is asked about, by whom and towards whom it is asked; for what `asksForAct` holds of. */
export function actFit(candidate: Candidate): ActFit {
  const { act, speaker, addressee } = candidate.question.parsed.frame;
  const theirs = statementsIn(candidate).filter(
    (one) =>
      !one.negated &&
      [one.speaker, one.reportedBy].some(
        (by) => by !== null && speaker !== null && isCalled(speaker, by, candidate.names),
      ),
  );
  const isDone = (one: Statement): boolean =>
    one.act === act && (addressee === null || isOn(addressee, one, candidate));
  if (theirs.some(isDone)) return 'done';
  return act === 'demand' && theirs.some((one) => isMeant(addressee, one, candidate)) ? 'meant' : 'none';
}

// Whom an act is laid on stands beside the verb or in what is said.
function isOn(asked: AskedParty, { addressee, content }: Statement, candidate: Candidate): boolean {
  if (addressee !== null && isCalled(asked, addressee, candidate.names)) return true;
  return addressee === null && isNamed(asked, contentOf(content, candidate), candidate);
}

const DUTIES = langWords('zh/obligations');
const LONG = `${anyOf(DUTIES.filter((word) => word.length > 1))}|${anyEnglishWord(langWords('en/obligations'))}`;
const ANY_DUTY = new RegExp(LONG);
// In the clause of whoever is to do it; 應 is the end of 供應 as well, and stands right behind them.
const OBLIGES = new RegExp(`^ ?(?:${anyOf(DUTIES)})|^[^,，。；;]{0,20}?(?:${LONG})`);

// 「他希望美方…」, 「美方應尊重…」: a wish or a duty of the one who is addressed, or, where nobody is, of anybody.
function isMeant(asked: AskedParty | null, said: Statement, candidate: Candidate): boolean {
  const content = contentOf(said.content, candidate);
  if (asked === null) return isWished(said, candidate) || ANY_DUTY.test(content);
  if (isWished(said, candidate)) return isNamed(asked, content, candidate);
  return namedIn(asked, content, candidate).some((end) => OBLIGES.test(content.slice(end)));
}

// Where somebody's name ends in a folded text, each time it stands there.
function namedIn({ entry, name }: AskedParty, folded: string, { names }: Candidate): number[] {
  if (entry !== null) return names.mentions(folded).flatMap((one) => (names.isOf(one.name, entry) ? [one.end] : []));
  return Array.from(folded.matchAll(new RegExp(anyOf([name]), 'g')), ({ index }) => index + name.length);
}

function isWished({ start, content }: Statement, { article }: Candidate): boolean {
  const lead = foldScript(article.text.slice(start, content.start));
  for (let at = 0; at < lead.length; at++) if (verbAt(lead, at)?.kind === 'wish') return true;
  return false;
}

const contentOf = ({ start, end }: Statement['content'], { article }: Candidate): string =>
  foldScript(article.text.slice(start, end));

/**
 * Whether a sentence that does not fill the act that is asked about tells of another person's: somebody is named who speaks to or of
 * the one who is asked about, or instead of them. A sentence in which nobody is read as speaking may yet tell of it, and so may
 * somebody's who is only described in the question.
 */
export function tellsOfAnotherAct(candidate: Candidate): boolean {
  const { speaker } = candidate.question.parsed.frame;
  if (speaker === null) return false;
  const said = statementsIn(candidate);
  const isOthers = said.every((one) => one.speaker !== null && !isCalled(speaker, one.speaker, candidate.names));
  if (said.length === 0 || !isOthers) return false;
  return isNameOf(speaker, candidate) || isNamed(speaker, candidate.folded, candidate);
}

// The name of somebody, and no description: 「七個傳媒組織」, "three special rapporteurs".
const isNameOf = ({ entry, name, end }: AskedParty, { question: { parsed } }: Candidate): boolean =>
  entry !== null || isPersonal(name) || /^\p{Lu}/u.test(lastWord(parsed.text.slice(0, end)));

const lastWord = (text: string): string => text.slice(text.lastIndexOf(' ') + 1);
