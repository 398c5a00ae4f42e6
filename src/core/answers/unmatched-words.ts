import type { PassageIndex } from '../index/passage-index.ts';
import type { QuestionTerm } from '../index/question-term.ts';
import { indexedBigrams, isIndexable, termFrequency } from '../index/terms.ts';
import type { Span } from '../model/span.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { scanDates } from '../dates/scan.ts';
import { anyEnglishWord, anyOf, langTable, langWords } from '../text/lang-data.ts';
import { bigramUnits, foldScript, isCjk } from '../text/script.ts';
import { segmentsOf } from '../text/sentences.ts';

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));
const UNITS = langTable('zh/calendar-units');
const DAYS_AND_MORE: ReadonlySet<string> = new Set(['year', 'month', 'day']);

/**
 * The words of a question, as the asker wrote them, of which the corpus has no part; in order, each once. `except`: spans of the question
 * that are left out.
 */
export function unmatchedWords(question: ParsedQuestion, index: PassageIndex, except: readonly Span[] = []): string[] {
  const { text } = question;
  const { whole, missing, held } = readTerms(question, index, [...except, ...dateAndSpeechSpans(question.folded)]);
  const words = new Set(whole.map(({ start, end }) => text.slice(start, end)));
  for (const run of runsOf(text, (unit) => missing[unit] === 1 && held[unit] === 0))
    if (isWord(run)) words.add(run.join(''));
  return [...words];
}

interface TermCoverage {
  /** Names, phrases and Latin words, which are missing as a whole: 美国国防部, though the corpus may have 美国. */
  readonly whole: readonly Span[];
  /** By UTF-16 unit 1 where a bigram that the corpus lacks has it. */
  readonly missing: Uint8Array;
  /** By UTF-16 unit 1 where a term that the corpus has covers it. */
  readonly held: Uint8Array;
}

function readTerms(
  { text, folded, terms }: ParsedQuestion,
  index: PassageIndex,
  ignored: readonly Span[],
): TermCoverage {
  const [missing, held] = [new Uint8Array(text.length), new Uint8Array(text.length)];
  const whole: Span[] = [];
  for (const term of terms) {
    const { start, end } = term;
    const isIgnored = ignored.some((span) => start >= span.start && end <= span.end);
    if (term.isFocus === true || isIgnored || isUnknowable(term)) continue;
    if (termFrequency(index, term) > 0 || isWritten(folded.slice(start, end), index)) held.fill(1, start, end);
    else if (typeof term.term === 'number') missing.fill(1, start, end);
    else whole.push({ start, end });
  }
  return { whole, missing, held };
}

// An index cannot say whether the corpus has single characters, bigrams with a function word, and days, which may be days of publication.
const isUnknowable = ({ term, number, across }: QuestionTerm): boolean =>
  (number !== null && DAYS_AND_MORE.has(UNITS.get(number.unit) ?? '')) ||
  across?.some(({ form }) => form.length === 1) === true ||
  (typeof term === 'number' ? !isIndexable(...bigramUnits(term)) : isCjk(term.charCodeAt(0)));

// Whether all bigrams of a word stand somewhere: 拘留 is in 錯誤拘留, which is looked for as another word.
function isWritten(word: string, index: PassageIndex): boolean {
  const bigrams = indexedBigrams(word);
  return bigrams.length > 0 && bigrams.every((bigram) => index.frequency(bigram) > 0);
}

// The segments of a text all of whose units are missing, those that follow one another together: the segmenter parts names that it does not
// know, 比特 + 币.
function runsOf(text: string, isMissing: (unit: number) => boolean): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const { segment, index: start } of segmentsOf(text)) {
    if (Array.from({ length: segment.length }, (_, i) => start + i).every(isMissing)) runs.at(-1)?.push(segment);
    else runs.push([]);
  }
  return runs;
}

// One character of an unknown bigram may well stand in another: 场 of 停车场, where the corpus has 现场. Single characters in a row are the
// ends of other words, 「一嚿有」, unless a surname opens them.
function isWord(run: readonly string[]): boolean {
  const word = run.join('');
  if (word === '') return false;
  if (!isCjk(word.charCodeAt(0))) return true;
  return word.length > 1 && (run.some(({ length }) => length > 1) || SURNAMES.has(foldScript(word.charAt(0))));
}

const TIME_OR_SPEECH_WORDS = new RegExp(
  `${anyOf(['zh/which-time', 'yue/which-time', 'zh/asked-speech-nouns'].flatMap((list) => langWords(list)))}|${anyEnglishWord(langWords('en/which-time'))}`,
  'g',
);

/**
 * Where a folded question says when (今年, 上次) or that it asks for words (講法): no report need have that, whatever it tells. As
 * offsets into it.
 */
const dateAndSpeechSpans = (folded: string): Span[] => [
  ...scanDates(folded),
  ...[...folded.matchAll(TIME_OR_SPEECH_WORDS)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })),
];
