import { foldScript, isChinese, withoutPossessive } from '../../text/script.ts';
import type { Article } from '../../model/article.ts';
import type { Party, SpeechAct, Statement } from '../../model/statement.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { mentionsSpeech } from '../../question/answer-type.ts';
import type { AskedParty } from '../../question/speech-acts/statement.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import type { Verdict } from '../../reading/claims.ts';
import { ANSWER_THRESHOLD, type Found } from '../../reading/find.ts';
import { blockAt } from '../../reading/features/read-passages.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { isFirstName, mayBeShortFor } from '../../statements/en/first-names.ts';
import { englishLexicon } from '../../statements/en/lexicon.ts';
import { isDifferentParty, isNamedIn, isPersonal, isSpeakerOf } from '../../statements/is-called.ts';
import { statementsOf } from '../../statements/statements-of.ts';
import { anyOf, formsOf, langPairs, langWords } from '../../text/lang-data.ts';
import {
  type Candidate,
  attributeVerdict,
  candidateOf,
  figureVerdict,
  headingVerdict,
  measureVerdict,
  nameVerdict,
  predicateVerdict,
  quantityVerdict,
} from './slot-verdicts.ts';

// So many of the best sentences are checked: one further down is no answer.
const HELD = 24;
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/**
 * Checks what was found against the slots of the question: a sentence that contradicts one (another speaker, another number, nothing of what
 * is claimed) comes behind one that does not; where there is no other, nothing answers. A question in a transcript is answered by the
 * reply to it.
 */
export function checkSlots<One extends Found>(found: One, names: Gazetteer): One {
  const { question, ranked } = found;
  const [best] = ranked;
  if (best === undefined) return found;
  const reply = replyTo(candidateOf(question, best, names));
  if (reply !== null)
    return { ...found, ranked: [reply, ...ranked.filter((one) => !isSame(one, reply) && one !== best)] };
  const first = candidateOf(question, best, names);
  if (isSpeakerSilent(first, ranked)) return refused(found);
  if (verdictOn(first) !== 'contradicted' && (!asksUnknown(first) || bearsOn(first))) return found;
  const met = ranked.slice(1, HELD).find((one) => {
    const candidate = candidateOf(question, one, names);
    return bearsOn(candidate) && verdictOn(candidate) === 'met';
  });
  if (met === undefined) return refused(found);
  return { ...found, ranked: [met, ...ranked.filter((one) => one !== met)] };
}

const refused = <One extends Found>(found: One): One => ({
  ...found,
  confidence: Math.min(found.confidence, BELOW_THRESHOLD),
});

const VERDICTS = [
  speakerVerdict,
  nameVerdict,
  latinNameVerdict,
  figureVerdict,
  quantityVerdict,
  measureVerdict,
  predicateVerdict,
  attributeVerdict,
  headingVerdict,
];

// What contradicts one slot contradicts the question; what meets its speaker or number, and contradicts nothing, meets it.
function verdictOn(candidate: Candidate): Verdict {
  const verdicts = new Set(VERDICTS.map((verdict) => verdict(candidate)));
  if (verdicts.has('contradicted')) return 'contradicted';
  return verdicts.has('met') ? 'met' : 'absent';
}

const isSame = (a: RankedSentence, b: RankedSentence): boolean => a.sentence === b.sentence;

// A name in Latin letters, of one word or more; a description (the mayor) begins with a small letter.
const LATIN_NAME = /^\p{Lu}[\p{Script=Latin}.'’-]*(?: [\p{Script=Latin}.'’-]+)*$/u;

// "What did she answer", "what did he fire back".
const TELLS: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['say', 'ask', 'accuse', 'deny']);

// Whether somebody is asked for their words who says nothing in any of the best sentences, nor is named in the first as one who speaks:
// who is only there (guests "including Mr. Ashdown") said nothing that the article tells.
function isSpeakerSilent(first: Candidate, ranked: readonly RankedSentence[]): boolean {
  const { question, folded, names, article } = first;
  const { frame, text } = question.parsed;
  const { speaker } = frame;
  // "For what nation did she claim the coast" asks for a nation, and not for her words.
  const asksForWords =
    frame.wanted === 'words' ||
    (frame.wanted === 'thing' && frame.act !== null && TELLS.has(frame.act) && frame.focus === null);
  // A Chinese text has such names in characters, which are found across languages and not compared.
  if (
    speaker === null ||
    !asksForWords ||
    isChinese(article) ||
    !LATIN_NAME.test(text.slice(speaker.start, speaker.end))
  )
    return false;
  if (isNamedIn(speaker, folded, first) && mentionsSpeech(folded)) return false;
  return !ranked.slice(0, HELD).some((one) => {
    const candidate = candidateOf(question, one, names);
    return speakerVerdict(candidate) === 'met' && bearsOn(candidate);
  });
}

// Whether somebody is asked about whom no data file knows: of others, what else they say is told from what was found.
const asksUnknown = ({ question: { parsed } }: Candidate): boolean =>
  parsed.frame.speaker !== null && parsed.frame.speaker.entry === null && parsed.frame.wanted === 'words';

// What somebody says of other things is no answer: the sentence's paragraph has something of the question beside their name.
function bearsOn({ question: { parsed, matcher }, article, ranked: { sentence } }: Candidate): boolean {
  const topic = topicOf(parsed);
  const block = blockAt(article, sentence.start) ?? sentence;
  const isBare = !topic.includes(true);
  return isBare || matcher.matches(article.text.slice(block.start, block.end)).some(({ term }) => topic[term] === true);
}

// For each term whether it is what somebody speaks about: neither they nor whom they speak to, nor the verb.
const topicOf = ({ terms, frame: { speaker, addressee } }: ParsedQuestion): boolean[] =>
  terms.map(
    ({ start, end, isFocus }) =>
      isFocus !== true &&
      [speaker, addressee].every((party) => party === null || end <= party.start || start >= party.end),
  );

// The sentence behind a question that somebody else asks in the article; null where the best sentence asks none, or a question is
// what is asked for.
function replyTo(candidate: Candidate): RankedSentence | null {
  const { question, ranked } = candidate;
  if (question.parsed.frame.act === 'ask' || !/[?？]["”」』]?\s*$/.test(candidate.folded)) return null;
  const asking = statementsIn(candidate);
  if (!asking.some(({ act }) => act === 'ask')) return null;
  const position = ranked.sentence.position + 1;
  const sentence = ranked.sentence.passage.sentences[position];
  if (sentence === undefined) return null;
  const reply = { ...ranked, sentence };
  const [said] = statementsIn(candidateOf(question, reply, candidate.names));
  return said === undefined || said.act === 'ask' || said.speaker === null ? null : reply;
}

/**
 * Whether the one who is asked about says a sentence. One who is only named in it may still be who speaks, and so may anybody who is not
 * named but described: 「那位退休工程師」, 「急症醫生」.
 */
function speakerVerdict(candidate: Candidate): Verdict {
  const { folded } = candidate;
  const { speaker } = candidate.question.parsed.frame;
  if (speaker === null) return 'absent';
  const said = statementsIn(candidate);
  if (isNamesake(speaker.name, candidate.article)) return 'contradicted';
  const theirs = said.filter((one) => partiesOf(one).some((by) => isSpeakerOf(speaker, by, candidate)));
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
  return others.length > 0 && others.every((by) => isDifferentParty(speaker.name, by));
}

const DOCUMENTS: ReadonlySet<string> = new Set(langWords('zh/documents'));

// 「聲明指…」: a document stands for whoever issued it.
const isDocument = ({ name, entry }: Party): boolean => entry === null && DOCUMENTS.has(foldScript(name));

/** The statements that a sentence has a part in. */
const statementsIn = ({ article, names, ranked: { sentence } }: Candidate): Statement[] =>
  statementsOf(article, names).filter(({ start, end }) => start < sentence.end && end > sentence.start);

const HAN = /\p{Script=Han}/u;
// A name in another script than the article's says nothing of it.
const isOfScript = (name: string, { text }: Article): boolean => HAN.test(name) || !HAN.test(text);

// Two or more words with a capital, none of which begins the text: "Mark Tolland", "Port Ellis"; not "The Harbour".
const NAME = /(?<![.?!:"“]\s)(?<!^)(?<![\p{L}\p{N}'’-])(?!(?:The|An?) )\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+)+/gu;
// Who or what a question is about stands behind no preposition: "the oldest player in the Harbour Cup".
const SETTING = new RegExp(
  String.raw`\b(?:${anyOf(['preposition', 'particle'].flatMap((part) => englishLexicon().words(part)))}) (?:the )?$`,
);
const OPENING_NAME = /^["“]?\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{Ll}'’-]+(?=,| \p{Ll}|$)/u;

// "Examination Boards" are more than one "Examination Board".
const forms = (word: string): readonly string[] => [word, `${word}s`, word.replace(/s$/, '')];

const bare = (word: string): string => withoutPossessive(foldScript(word));

/**
 * Whether a sentence of an English article is of somebody or some place that a question names by a name that no file has: the name's last
 * word has to stand in the article, as it is ("Tolland" is not "Tollander"), and a sentence that opens with another's name is of them.
 */
function latinNameVerdict(candidate: Candidate): Verdict {
  const { article } = candidate;
  if (article.lang !== 'en') return 'absent';
  const words = wordsIn(`${article.title}\n${article.text}`);
  if (lacksName(candidate, words)) return 'contradicted';
  return fullNameVerdict(candidate, words);
}

function fullNameVerdict(
  { question: { parsed }, article, ranked: { sentence } }: Candidate,
  anywhere: ReadonlySet<string>,
): Verdict {
  const isKnown = (start: number, end: number): boolean =>
    parsed.terms.some((term) => term.name !== null && term.start < end && term.end > start);
  const unknown = [...parsed.text.matchAll(NAME)].filter(({ 0: name, index }) => !isKnown(index, index + name.length));
  if (unknown.length === 0) return 'absent';
  const names = unknown.map(([name]) => name.split(' ').map(bare));
  const own = article.text.slice(sentence.start, sentence.end);
  const here = wordsIn(own);
  const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');
  const isIn = (words: readonly string[], text: ReadonlySet<string>): boolean =>
    forms(words.at(-1) ?? '').some((form) => text.has(form)) || text.has(initials(words));
  if (names.some((words) => !isIn(words, anywhere))) return 'contradicted';
  const subjects = unknown.flatMap(({ index }, i) =>
    SETTING.test(parsed.folded.slice(0, index)) ? [] : [names[i] ?? []],
  );
  if (subjects.every((words) => isIn(words, here))) return 'absent';
  const opening = OPENING_NAME.exec(own)?.[0].split(' ').map(bare) ?? [];
  const isOther = opening.length > 0 && !opening.some((word) => names.flat().includes(word));
  return isOther ? 'contradicted' : 'absent';
}

// A name of one word behind a small one: "the mayor of Harwick"; not the beginning of a title ("The Mark of …").
const SINGLE = /(?<=(?:^|\s)[\p{Ll}'’-]+,? )\p{Lu}[\p{Ll}'’]{3,}(?![\p{L}-]| \p{Lu})/gu;
const NO_NAME: ReadonlySet<string> = new Set([
  ...formsOf(langPairs('en/attributes-told'), 'nationality'),
  ...langWords('en/capitalised'),
]);

// Whether an article has nothing of a name of one word that other articles of the archive have: it is of somebody or some place else.
function lacksName({ question: { parsed, absent } }: Candidate, words: ReadonlySet<string>): boolean {
  return [...parsed.text.matchAll(SINGLE)].some(({ 0: name, index }) => {
    const word = bare(name);
    const t = parsed.terms.findIndex((term) => term.start === index && term.end === index + name.length);
    const isUnknown = parsed.terms[t]?.name === null && absent[t] === 0;
    return isUnknown && !NO_NAME.has(word) && !forms(word).some((form) => words.has(form));
  });
}

const wordsIn = (text: string): Set<string> =>
  new Set(
    Array.from(
      foldScript(text)
        .replaceAll('.', '')
        .matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu),
      ([word]) => bare(word),
    ),
  );
