import type { ParsedQuestion } from '../question/parse-question.ts';
import type { PassageIndex } from '../index/passage-index.ts';
import { langWords } from '../text/lang-data.ts';
import { foldScript } from '../text/script.ts';
import { bigramUnits, isCjk } from '../text/characters.ts';
import { termFrequency } from '../index/term-weights.ts';
import type { Span } from '../model/span.ts';
import { isIndexable } from '../names/terms.ts';

const SURNAMES: ReadonlySet<string> = new Set(langWords('zh/surnames'));

let segmenter: Intl.Segmenter | null = null;

/**
 * The words of a question, as the asker wrote them, of which the corpus holds no part; in order, each once. What stands in `except`,
 * offsets into the question, is none of them.
 */
export function unmatchedWords(question: ParsedQuestion, index: PassageIndex, except: readonly Span[] = []): string[] {
  const missing = new Uint8Array(question.text.length);
  const held = new Uint8Array(question.text.length);
  const whole: { start: number; end: number }[] = [];
  let any = false;
  for (const one of question.terms) {
    const { term, start, end, isFocus } = one;
    if (isFocus === true) continue;
    if (except.some((span) => start >= span.start && end <= span.end)) continue;
    // Of these an index cannot say whether the corpus holds them: single characters, pairs with a function word, and days, which
    // may be days of publication.
    const day = one.number !== null && '年月日'.includes(one.number.unit);
    const unknowable =
      day ||
      one.across?.some(({ form }) => form.length === 1) === true ||
      (typeof term === 'number' ? !isIndexable(...bigramUnits(term)) : isCjk(term.charCodeAt(0)));
    if (unknowable) continue;
    const known = termFrequency(index, one) > 0;
    // A name, a phrase or a Latin word is missing as a whole: 美国国防部, of which 美国 may well be held.
    if (!known && typeof term !== 'number') {
      whole.push({ start, end });
      continue;
    }
    if (!known) any = true;
    (known ? held : missing).fill(1, start, end);
  }
  const words = whole.map(({ start, end }) => question.text.slice(start, end));
  if (!any) return [...new Set(words)];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let open = '';
  let longest = 0;
  const close = (): void => {
    // One character of an unknown pair may well stand in another: 场 of 停车场, where the corpus has 现场.
    // Single characters in a row are the ends of other words, 「一嚿有」, unless a surname opens them.
    const isWord = longest > 1 || SURNAMES.has(foldScript(open.charAt(0)));
    const tells = (open.length > 1 && isWord) || (open !== '' && !isCjk(open.charCodeAt(0)));
    if (tells && !words.includes(open)) words.push(open);
    open = '';
    longest = 0;
  };
  for (const { segment, index: start } of segmenter.segment(question.text)) {
    const units = Array.from({ length: segment.length }, (_, i) => start + i);
    // Words that follow one another are one name that the segmenter does not know: 比特 + 币.
    if (units.every((i) => missing[i] === 1 && held[i] === 0)) {
      open += segment;
      longest = Math.max(longest, segment.length);
    } else close();
  }
  close();
  return words;
}
