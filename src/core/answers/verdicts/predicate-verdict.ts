import type { Verdict } from '../../reading/claims.ts';
import type { QuestionTerm } from '../../index/question-term.ts';
import type { Span } from '../../model/span.ts';
import { polarityVerdict } from '../../reading/claims.ts';
import { clausesOf } from '../../question/clauses.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { langTable, langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import { isDenied } from '../polarity.ts';
import type { Candidate } from './candidate.ts';

/**
 * Whether what a question takes for said or done is there at all: 不安全 of 「誰說南灣大橋不安全」, 取消 of 「為甚麼取消通話」. One character
 * of it is enough, since reports put it in other words; and two denials may well be of one thing.
 */
export function predicateVerdict(candidate: Candidate): Verdict {
  const { parsed } = candidate.question;
  const { claim, wanted } = parsed.frame;
  if (claim !== null) return claimVerdict(candidate, claim);
  if (wanted === 'reason' && parsed.answerType !== null) return reasonVerdict(candidate, parsed.answerType);
  return 'absent';
}

// What is claimed of a subject stands at the end.
function claimVerdict({ question: { parsed, matcher }, folded, article, ranked }: Candidate, claim: Span): Verdict {
  const { start, end } = ranked.sentence;
  const held = new Set(matcher.matches(article.text.slice(start, end), folded).map(({ term }) => term));
  const own = parsed.terms.flatMap((term, t) => (isWithin(term, claim) ? [{ term, isHeld: held.has(t) }] : []));
  if (own.some(({ term, isHeld }) => term.number !== null && isHeld)) return 'met';
  const from = Math.max(claim.start, ...own.flatMap(({ term, isHeld }) => (isHeld ? [term.end] : [])));
  const claimed = parsed.folded.slice(claim.start, claim.end);
  // 軍費增加 and 軍費將提高 have no character in common: a word and its opposite or its like are known from a list.
  if ((isDenied(claimed) && isDenied(folded)) || polarityVerdict(claimed, folded) !== 'absent') return 'absent';
  if (isForeign(parsed.folded.slice(from, claim.end), folded)) return 'contradicted';
  return own.some(({ isHeld }) => isHeld) ? 'met' : 'absent';
}

// What happened may stand so many sentences from its reason.
const AROUND = 2;

// What somebody is asked the reason of stands behind the question word, its verb first.
function reasonVerdict({ question: { parsed }, article, ranked }: Candidate, { end }: Span): Verdict {
  // What another clause of the question says may be all that the report says of it, in words of its own.
  const asking = clausesOf(parsed.folded).find((clause) => clause.end >= end);
  const isTold = parsed.terms.some(
    (term, t) => ranked.sentence.held[t] === 1 && asking !== undefined && !isWithin(term, asking),
  );
  if (isTold) return 'absent';
  const { sentences } = ranked.sentence.passage;
  const first = sentences[Math.max(0, ranked.sentence.position - AROUND)] ?? ranked.sentence;
  const last = sentences[Math.min(sentences.length - 1, ranked.sentence.position + AROUND)] ?? ranked.sentence;
  const text = foldScript(`${article.title}\n${article.text.slice(first.start, last.end)}`);
  const said = parsed.frame.speaker === null ? null : saidIn(parsed);
  const predicate = said ?? parsed.folded.slice(end, firstTermEnd(parsed, end));
  return isForeign(predicate, text) ? 'contradicted' : 'absent';
}

// The end of what somebody is said to say: 「王毅說謊」 of 「布林肯為甚麼說王毅說謊」.
function saidIn({ folded, terms, answerType }: ParsedQuestion): string | null {
  const last = terms.findLast(({ name }) => name !== null);
  if (last === undefined || folded.length - last.end < 2) return null;
  const end = answerType !== null && answerType.start >= last.end ? answerType.start : folded.length;
  return folded.slice(last.end, end);
}

// Of 「取消通話」 the verb: what stands before the next name.
function firstTermEnd({ folded, terms }: ParsedQuestion, from: number): number {
  const behind = terms.filter((term) => term.start >= from);
  return behind.find(({ name }) => name !== null)?.start ?? behind.at(1)?.end ?? folded.length;
}

const isWithin = ({ start, end }: Pick<QuestionTerm, 'start' | 'end'>, span: Span): boolean =>
  start >= span.start && end <= span.end;

const EMPTY: ReadonlySet<string> = new Set([
  ...['zh/function-characters', 'zh/negations'].flatMap(langWords).join(''),
  ...langTable('zh/numerals').keys(),
  ...langWords('zh/asked-speech').filter((verb) => verb.length === 1),
]);
// A single character may be written in a hundred ways.
const FEWEST = 2;

// Whether a stretch of Chinese has no character in common with a folded text, but for those that say nothing.
function isForeign(stretch: string, folded: string): boolean {
  const telling = [...stretch].filter((char) => /[\u3400-\u9fff]/.test(char) && !EMPTY.has(char));
  return telling.length >= FEWEST && telling.every((char) => !folded.includes(char));
}
