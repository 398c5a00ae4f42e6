import type { QuestionTerm } from '../index/question-term.ts';
import type { Passage } from '../index/passages.ts';
import { mentionsSpeech } from '../question/answer-type.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { union, type SentenceView } from '../reading/features/sentence-view.ts';
import type { Found } from '../reading/find.ts';
import { isBySpeaker, type RankedSentence } from '../reading/ranking.ts';
import { foldScript, hasHan } from '../text/script.ts';
import type { Topic } from './topics.ts';

/** The sentences in which a topic may be covered. */
interface TopicScope {
  readonly parsed: ParsedQuestion;
  readonly among: readonly RankedSentence[];
  readonly found: Found;
  /** Whether they are statements of the speaker who is asked about, so that what others say beside them does not count. */
  readonly ofSpeaker: boolean;
}

/**
 * Whether a topic is covered: by its names, in a sentence or what shows its subject, or by another word of the topic in the sentence itself.
 * A statement on 「新疆政策」 names 新疆, or is about a 政策.
 */
export function coversTopic(topic: Topic, { parsed, among, found, ofSpeaker }: TopicScope): boolean {
  const { terms } = parsed;
  const best = found.ranked[0]?.sentence.passage.passage.article;
  const names = topic.terms.filter((t) => terms[t]?.name != null && terms[t].name.kind !== 'word');
  return among.some(({ sentence }) => {
    const { held, context, passage } = sentence.passage;
    // Whoever hands on what another says need not have handed on what stands beside it.
    const isHandedOn = sentence.speakerMatch > 0 && sentence.speakerMatch < 1;
    const around = !ofSpeaker ? held : isHandedOn ? sentence.held : heldAround(sentence);
    // The headline of the report that comes first tells what its sentences are about, as far as it names it.
    const isInTitle = (t: number): boolean =>
      passage.article === best && terms[t]?.name != null && context.title[t] === 1;
    const isAround = (t: number): boolean =>
      around[t] === 1 || isInTitle(t) || isPutIn(terms[t], passage) || (!ofSpeaker && isWritten(terms[t], passage));
    if (names.length === 0) return topic.terms.some(isAround);
    return names.some(isAround) || topic.terms.some((t) => !names.includes(t) && sentence.held[t] === 1);
  });
}

/** Whether a sentence is of the one who is asked about, or speaks of saying, names them and gives nobody else's words. */
export function mayBeFromSpeaker(sentence: SentenceView, { terms, frame: { speaker } }: ParsedQuestion): boolean {
  if (isBySpeaker(sentence)) return true;
  if (sentence.speakerMatch < 0 || speaker === null || !mentionsSpeech(sentence.folded)) return false;
  return terms.some(
    ({ name, start, end }, t) => name !== null && start < speaker.end && end > speaker.start && sentence.held[t] === 1,
  );
}

// What somebody's sentence is about stands in its paragraph, or in what leads to it; what the next one says is another's.
function heldAround({ passage, position }: SentenceView): Uint8Array {
  const { sentences, held } = passage;
  const { text } = passage.passage.article;
  const own = sentences[position];
  const isBeside = (other: SentenceView): boolean =>
    own !== undefined && !text.slice(Math.min(own.end, other.end), Math.max(own.start, other.start)).includes('\n');
  const leading = sentences[sentences.findIndex(isBeside) - 1];
  const around = [
    ...sentences.filter(isBeside),
    ...(leading !== undefined && leading.speakerMatch >= 0 ? [leading] : []),
  ];
  return union(
    held.length,
    around.map((one) => one.held),
  );
}

// Whether a passage has a word of the glossary inside a longer one: 拘留 of 錯誤拘留.
const isWritten = (term: QuestionTerm | undefined, { article, start, end }: Passage): boolean =>
  term?.name?.kind === 'word' &&
  term.name.forms.some((form) => foldScript(article.text.slice(start, end)).includes(foldScript(form)));

// Whether a passage of the other language has any form of a term: 大橋 for "bridge", of which dictionaries have 橋.
const isPutIn = (term: QuestionTerm | undefined, { article, start, end }: Passage): boolean =>
  term?.across !== undefined &&
  term.across.some(({ form }) => hasHan(form) && foldScript(article.text.slice(start, end)).includes(form));
