import type { Span } from '../model/span.ts';
import type { ParsedQuestion } from '../question/parse-question.ts';
import { matchSpans } from '../question/wanted-kind.ts';
import { anyEnglishWord, anyOf, langWords } from '../text/lang-data.ts';

/** What is asked about, in the question's words. */
export interface Topic {
  readonly value: string;
  /** The positions of its terms. */
  readonly terms: readonly number[];
  /** Whether it only describes what is wanted: answers put that otherwise. */
  readonly isFocus: boolean;
  /** Whether it says where or when something was said, and not of what: 在阿拉斯加. */
  readonly isSetting: boolean;
}

const EMPTY = new RegExp(anyOf(langWords('zh/empty-words')), 'g');

const PLACED = anyOf(['zh/place-before', 'yue/place-before'].flatMap(langWords));
const SETTING = new RegExp(`(?:${PLACED})[^，,。；;？?！!]*`, 'g');
const ENGLISH_SETTING = new RegExp(
  `(?:${anyEnglishWord(langWords('en/place-before'))}) .*?(?= (?:${anyOf(langWords('en/topic-before'))}) |[?.,]|$)`,
  'g',
);

// 「在阿拉斯加怎樣說台灣」: from 在 to the question word or the verb; 「在台灣問題上」 is what is spoken of.
function settingsOf({ folded, answerType, frame }: ParsedQuestion): Span[] {
  const chinese = matchSpans(folded, SETTING).flatMap(({ start, end }) => {
    const stops = [answerType?.start, frame.verb?.start].flatMap((at = 0) => (at > start && at < end ? [at] : []));
    const span = { start, end: Math.min(end, ...stops) };
    return stops.length === 0 || folded.slice(span.start, span.end).search(EMPTY) >= 0 ? [] : [span];
  });
  return [...chinese, ...matchSpans(folded, ENGLISH_SETTING)];
}

const isIn = ({ start, end }: Span, spans: readonly (Span | null)[]): boolean =>
  spans.some((span) => span !== null && start < span.end && end > span.start);

/**
 * What a question asks about: terms that follow one another are one topic. Nothing of `others` is one, such as who speaks and the days;
 * nor is 問題 behind what it is about.
 */
export function topicsOf(parsed: ParsedQuestion, others: readonly (Span | null)[]): Topic[] {
  const { text, folded, terms, answerType } = parsed;
  const settings = settingsOf(parsed);
  const empty = matchSpans(folded, EMPTY);
  const runs: (Span & { readonly terms: number[]; readonly isFocus: boolean; readonly isSetting: boolean })[] = [];
  terms.forEach((term, t) => {
    if (isIn(term, [answerType, ...others]) || (term.name === null && isIn(term, empty))) return;
    const last = runs.at(-1);
    const isFocus = term.isFocus === true;
    const isSetting = isIn(term, settings);
    const goesOn =
      last !== undefined && term.start <= last.end && isFocus === last.isFocus && isSetting === last.isSetting;
    if (goesOn) runs[runs.length - 1] = { ...last, end: Math.max(last.end, term.end), terms: [...last.terms, t] };
    else runs.push({ start: term.start, end: term.end, terms: [t], isFocus, isSetting });
  });
  return runs
    .map(({ start, end, terms: own, isFocus, isSetting }) => ({
      value: text.slice(start, end),
      terms: own,
      isFocus,
      isSetting,
    }))
    .filter(({ value }) => value.length > 1);
}
