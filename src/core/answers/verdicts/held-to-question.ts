import { blockAt } from '../../reading/features/block-context.ts';
import { isChinese } from '../../corpus/languages.ts';
import type { Verdict } from '../../reading/claims.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import { ANSWER_THRESHOLD } from '../../reading/confidence.ts';
import type { Found } from '../../reading/find.ts';
import { mentionsSpeech } from '../../question/answer-type.ts';
import type { SpeechAct } from '../../model/statement.ts';
import { isNamedIn } from '../../statements/is-called.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import type { RankedSentence } from '../../reading/ranking.ts';
import { candidateOf, speakerVerdict, statementsIn, type Candidate } from './speaker-verdict.ts';
import { latinNameVerdict } from './latin-name-verdict.ts';
import { figureVerdict, nameVerdict, predicateVerdict } from './content-verdict.ts';
import { attributeVerdict, headingVerdict, quantityVerdict } from './told-verdicts.ts';

// So many of the best sentences are held to the question: one further down is no answer.
const HELD = 24;
const BELOW_THRESHOLD = ANSWER_THRESHOLD - 0.01;

/**
 * Holds what was found to the slots of the question: what says otherwise, another speaker, another number, nothing of what is claimed, comes behind what does not; where there is nothing else, nothing answers. A question of a
 * transcript is answered by the reply to it.
 */
export function heldToQuestion<One extends Found>(found: One, names: Gazetteer): One {
  const { question, ranked } = found;
  const [best] = ranked;
  if (best === undefined) return found;
  const reply = replyTo(candidateOf(question, best, names));
  if (reply !== null)
    return { ...found, ranked: [reply, ...ranked.filter((one) => !isSame(one, reply) && one !== best)] };
  const first = candidateOf(question, best, names);
  if (isUnheard(first, ranked)) return refused(found);
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
function isUnheard(first: Candidate, ranked: readonly RankedSentence[]): boolean {
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
