import type { Statement } from '../../model/statement.ts';
import type { AskedParty } from '../../question/asked/statement.ts';
import { asksForWords } from '../../question/frame.ts';
import { isCalled, isPersonal } from '../../statements/is-called.ts';
import { verbAt } from '../../statements/zh/verbs.ts';
import { anyEnglishWord, anyOf, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './candidate.ts';
import { isNamed, statementsIn } from './speaker-verdict.ts';

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
