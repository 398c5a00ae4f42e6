import type { Verdict } from '../../reading/claims.ts';
import type { Article } from '../../model/article.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { AskedParty } from '../../question/asked/statement.ts';
import { isAnother, holdsName, isCalled, isPersonal } from '../../statements/is-called.ts';
import { statementsOf } from '../../statements/statements-of.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './candidate.ts';

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
export function isNamed({ name, entry }: AskedParty, folded: string, { article, names }: Candidate): boolean {
  if (entry !== null && names.mentions(folded).some((one) => names.isOf(one.name, entry))) return true;
  const longer = statementsOf(article, names)
    .flatMap(({ speaker, addressee }) => [speaker, addressee])
    .map((party) => foldScript(party?.name ?? ''))
    .filter((own) => own.length > name.length && own.includes(name) && !holdsName(own, name));
  return longer.reduce((rest, own) => rest.replaceAll(own, ' '), folded).includes(name);
}
