import { anyOf, langTable } from '../../text/lang-data.ts';

const formsOf = (part: string, ...langs: readonly string[]): string =>
  anyOf(
    langs.flatMap((lang) =>
      [...langTable(`${lang}/open-questions`)].flatMap(([form, own]) => (own === part ? [form] : [])),
    ),
  );
const chinese = (part: string): string => formsOf(part, 'zh', 'yue');

const OPEN = new RegExp(
  `(?:${chinese('verb')})(?:${chinese('aspect')})*(?:${chinese('what')})|` +
    String.raw`\bwhat (?:${formsOf('auxiliary', 'en')})\b.*\b(?:${formsOf('verb', 'en')})`,
);

/** Whether a folded question has as many answers as there were subjects: 「談了什麼」. */
export const isOpenQuestion = (folded: string): boolean => OPEN.test(folded);
