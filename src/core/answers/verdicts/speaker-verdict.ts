import type { Article } from '../../model/article.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { WeightedQuestion } from '../../reading/weigh-question.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { langWords } from '../../text/lang-data.ts';
import { isFirstName, mayBeShortFor } from '../../statements/en/first-names.ts';
import { foldScript } from '../../text/script.ts';
import { withoutPossessive } from '../../text/stems.ts';
import type { Verdict } from '../../reading/claims.ts';
import type { Party, Statement } from '../../model/statement.ts';
import type { AskedParty } from '../../question/asked/statement.ts';
import { isAnother, isCalled, isNamedIn, isPersonal } from '../../statements/is-called.ts';
import { statementsOf } from '../../statements/statements-of.ts';

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
 * Whether the one who is asked about says a sentence. One who is only named in it may still be who speaks, and so may anybody who is not
 * named but described: 「那位退休工程師」, 「急症醫生」.
 */
export function speakerVerdict(candidate: Candidate): Verdict {
  const { folded, names } = candidate;
  const { speaker } = candidate.question.parsed.frame;
  if (speaker === null) return 'absent';
  const said = statementsIn(candidate);
  if (isNamesake(speaker.name, candidate.article)) return 'contradicted';
  const theirs = said.filter((one) => partiesOf(one).some((by) => isCalled(speaker, by, names)));
  if (theirs.length > 0) return 'met';
  return isOtherSpeaker(speaker, said, candidate) && !isNamedIn(speaker, folded, candidate) ? 'contradicted' : 'absent';
}

// Whether an English article knows only another than somebody whom a question names by first name and surname, folded: it has Ted Cruz,
// and nothing of "heidi cruz".
function isNamesake(name: string, { text, lang }: Article): boolean {
  const [first = '', ...rest] = name.split(' ');
  const last = withoutPossessive(rest.at(-1) ?? '');
  if (lang !== 'en' || last === '' || !isFirstName(first)) return false;
  const words = Array.from(text.matchAll(/[\p{L}'’-]+/gu), ([word]) => word);
  const folded = words.map(foldScript);
  if (folded.includes(first)) return false;
  const others = folded.flatMap((word, i) => {
    const isName = /^\p{Lu}/u.test(words[i] ?? '') && isFirstName(word);
    return isName && withoutPossessive(folded[i + 1] ?? '') === last ? [word] : [];
  });
  return others.length > 0 && !others.some((other) => mayBeShortFor(first, other));
}

const partiesOf = ({ speaker, reportedBy }: Statement): Party[] => [speaker, reportedBy].filter((by) => by !== null);

// Whether another than the one who is asked about speaks, or the whole article knows nobody of their name.
function isOtherSpeaker(speaker: AskedParty, said: readonly Statement[], candidate: Candidate): boolean {
  const { article } = candidate;
  if (!isOfScript(speaker.name, article) || foldScript(article.author ?? '').includes(speaker.name)) return false;
  const isKnown = isNamedIn(speaker, foldScript(article.text), candidate);
  if (isKnown) return said.some((one) => one.speaker !== null && !isDocument(one.speaker));
  if (speaker.entry !== null || isPersonal(speaker.name)) return true;
  const others = said.flatMap(partiesOf);
  return others.length > 0 && others.every((by) => isAnother(speaker.name, by));
}

const DOCUMENTS: ReadonlySet<string> = new Set(langWords('zh/documents'));

// 「聲明指…」: a document stands for whoever issued it.
const isDocument = ({ name, entry }: Party): boolean => entry === null && DOCUMENTS.has(foldScript(name));

/** The statements that a sentence has a part in. */
export const statementsIn = ({ article, names, ranked: { sentence } }: Candidate): Statement[] =>
  statementsOf(article, names).filter(({ start, end }) => start < sentence.end && end > sentence.start);

const HAN = /\p{Script=Han}/u;
// A name in another script than the article's says nothing of it.
const isOfScript = (name: string, { text }: Article): boolean => HAN.test(name) || !HAN.test(text);
