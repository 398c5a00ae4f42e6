import type { Gazetteer } from '../../names/gazetteer.ts';
import { hasHan } from '../../text/characters.ts';
import { inChinese } from './in-chinese.ts';
import { inEnglish } from './in-english.ts';
import type { AskedStatement, QuestionText } from './statement.ts';

/** Reads a question as the statement that would answer it; null where it is not about anybody's saying something. */
export function askedStatement(question: QuestionText, names: Gazetteer): AskedStatement | null {
  return hasHan(question.text) ? inChinese(question, names) : inEnglish(question, names);
}
