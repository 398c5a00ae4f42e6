import { blockAt } from './block-context.ts';
import { bySentence } from '../../statements/statements-of.ts';
import { speaksFor } from '../../statements/speaks-for.ts';
import type { Gazetteer } from '../../names/gazetteer.ts';
import type { Passage } from '../../index/passages.ts';
import { langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { templateSource } from '../../text/templates.ts';
import type { WeightedQuestion } from '../weigh-question.ts';

const SAID_BEFORE = 0.5;
// 沒有提到台灣: what a report misses is its own remark.
const LEFT_UNSAID = new RegExp(
  langWords('zh/left-unsaid')
    .map((line) => templateSource(line))
    .join('|'),
);
// A paragraph may be as long as a book; so much of it is read before the passage, in UTF-16 units.
const READ_BEFORE = 4_000;

/**
 * For each sentence of a passage whether the one who is asked about says it: 1, 0.5 where they go on or hand it on, -1 where
 * another says it, 0 where nobody is said to. Empty where nobody is asked about.
 */
export function saidBy(question: WeightedQuestion, passage: Passage, names: Gazetteer): number[] {
  const asked = question.parsed.speakers[0];
  if (asked === undefined) return [];
  const { article, start, end } = passage;
  // What a passage begins with may go on from the paragraph's sentences before it.
  const paragraph = blockAt(article, start);
  const from = Math.max(paragraph?.start ?? start, start - READ_BEFORE);
  const said = new Map<number, number>();
  let before = 0;
  let last = from;
  for (const one of bySentence(article, names, { start: from, end })) {
    if (article.text.slice(last, one.start).includes('\n')) before = 0;
    last = one.end;
    if (one.speaker !== null) before = speaksFor(one.speaker, asked, names) ? 1 : -1;
    // What somebody hands on is half theirs.
    const handedOn = before < 0 && one.reportedBy !== null && speaksFor(one.reportedBy, asked, names);
    // A report often goes on with what somebody said without saying so again.
    if (one.speaker === null) {
      const goesOn = before > 0 && !LEFT_UNSAID.test(foldScript(article.text.slice(one.start, one.end)));
      said.set(one.start, goesOn ? SAID_BEFORE : 0);
    } else said.set(one.start, handedOn ? SAID_BEFORE : before);
  }
  return passage.sentences.map((sentence) => said.get(sentence.start) ?? 0);
}
