import type { Source } from './fields.ts';
import type { PublicationDay } from './metadata.ts';
import { parseDay } from './parse-day.ts';

// 2018-01-15-title.md, as Jekyll names its posts, and 2018/01/15/title.md.
const IN_NAME = /(?:^|[^\d])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)[^/\\]*$/u;
const IN_FOLDERS = /(?:^|[/\\])(\d{4})[/\\](\d{2})[/\\](\d{2})[/\\][^/\\]*$/u;
// At the end of a title, or in brackets: elsewhere it may be the day of what is told.
const IN_TITLE =
  /(?:[（(【[]|\s|^)(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[）)】\]]?$/u;

/** The day that a file's name or its folders state, under the name of its field; empty where they state none. */
export function dayInPath(path: string): Source {
  const [, year, , month, date] = IN_NAME.exec(path) ?? [];
  const [, folder, subfolder, last] = IN_FOLDERS.exec(path) ?? [];
  const written = year !== undefined ? `${year}-${month}-${date}` : `${folder}-${subfolder}-${last}`;
  return parseDay(written) === null ? {} : { date: written };
}

/** The day that a title ends with; null where there is none. */
export function dayInTitle(title: string): PublicationDay | null {
  const text = IN_TITLE.exec(title)?.[1];
  const day = text === undefined ? null : parseDay(text);
  return text === undefined || day === null ? null : { key: 'title', text, day, order: null, isTwoWay: false };
}
