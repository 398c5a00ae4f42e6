import { anyOf, formsOf, langTable } from '../../text/lang-data.ts';

const wordsOf = (part: string, ...langs: readonly string[]): string =>
  anyOf(langs.flatMap((lang) => formsOf(langTable(`${lang}/open-questions`), part)));
const chinese = (part: string): string => wordsOf(part, 'zh', 'yue');

const OPEN = new RegExp(
  `(?:${chinese('verb')})(?:${chinese('aspect')})*(?:${chinese('what')})|` +
    String.raw`\bwhat (?:${wordsOf('auxiliary', 'en')})\b.*\b(?:${wordsOf('verb', 'en')})`,
);

/** Whether a folded question has as many answers as there were subjects: 「談了什麼」. */
export const isOpenQuestion = (folded: string): boolean => OPEN.test(folded);
