import { scanDates } from '../dates/scan.ts';
import type { Span } from '../model/span.ts';
import { anyEnglishWord, anyOf, langWords } from '../text/lang-data.ts';

const WORDS = new RegExp(
  `${anyOf(['zh/which-time', 'yue/which-time', 'zh/asked-speech-nouns'].flatMap((list) => langWords(list)))}|${anyEnglishWord(langWords('en/which-time'))}`,
  'g',
);

/**
 * Where a folded question says when (今年, 上次) or that it asks for words (講法): no report need have that, whatever it tells. As
 * offsets into it.
 */
export const untoldIn = (folded: string): Span[] => [
  ...scanDates(folded),
  ...[...folded.matchAll(WORDS)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
];
