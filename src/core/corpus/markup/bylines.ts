import { foldScript } from '../../text/script.ts';
import { anyOf, lazy, phraseSource, wordsOf, wordsUnder } from './phrases.ts';

const LINE_LIMIT = 100;
const TAIL_LIMIT = 90;
// One of the separators, in either width: nearly all paragraphs have none near their end.
const MAY_SIGN = /[:：︰﹕・·/／|｜丨]/u;
const SEPARATOR = '[:︰﹕·/|丨]';
const NAMES = "[\\p{Script=Han}A-Za-z·.\\s、,/&@#'()-]";

const patterns = lazy(() => patternsOf());

/** True for a line that only names editors or writers: `責任編輯：某某#`, `记者 某某 责编 某某`, `【撰文：某某】`. */
export const isEditorLine = (text: string): boolean => {
  if (text.length > LINE_LIMIT || !/[:：︰﹕・·/／|｜丨\s]/u.test(text)) return false;
  const line = foldScript(text);
  const { desk, editorLines } = patterns();
  return (/^[【([]/u.test(line) || desk.test(line)) && editorLines.some((pattern) => pattern.test(line));
};

const CONTRIBUTION_LIMIT = 300;
// Without the end of a sentence; the point of an initial is none.
const NAMES_OF_OTHERS = String.raw`(?:[^.。!?]|(?<=\b[a-z])\.){1,200}`;
const contributions = lazy(
  () =>
    new RegExp(
      `^[([]?\\s*${phraseSource(wordsOf('contributions'), '').replaceAll('‥', NAMES_OF_OTHERS)}[.。]?[)\\]]?[.。]?$`,
      'u',
    ),
);

/** True for a line that only says who else worked on a report: `(Reporting by …; editing by …)`, `… contributed to this report.` */
export const isContribution = (text: string): boolean =>
  text.length <= CONTRIBUTION_LIMIT && contributions().test(foldScript(text));

/** True for `作者：某某` and the like, which is a byline at either end of an article and may be a speaker's turn elsewhere. */
export const isByline = (text: string): boolean =>
  text.length <= LINE_LIMIT && MAY_SIGN.test(text) && patterns().byline.test(foldScript(text));

/** Where in a paragraph the editor's line at its end begins; its length where there is none. */
export const editorStart = (text: string): number => {
  const from = Math.max(0, text.length - TAIL_LIMIT);
  const end = text.slice(from);
  if (!MAY_SIGN.test(end)) return text.length;
  const tail = foldScript(end);
  const { desk, tailOf } = patterns();
  const found = desk.test(tail) ? tailOf.exec(tail)?.index : undefined;
  return found === undefined ? text.length : from + found;
};

function patternsOf() {
  const desk = anyOf(wordsUnder('byline-roles', ['desk']));
  const tail = anyOf(wordsUnder('byline-roles', ['tail']));
  const writer = anyOf(wordsUnder('byline-roles', ['writer']));
  const role = anyOf(wordsUnder('byline-roles', ['desk', 'writer']));
  const second = anyOf(wordsUnder('byline-roles', ['desk', 'writer', 'second']));
  // One role and its names. Names hold no separator and units are few, so that a match takes no more than a few steps back.
  const signed = `${role}(?:[/、&]${second})?\\s*${SEPARATOR}\\s*[\\p{Script=Han}A-Za-z.\\s、,@#'()-]{1,40}?`;
  const signedMore = `(?:[\\s|;/]*${signed}){0,4}`;
  return {
    desk: new RegExp(desk, 'u'),
    byline: new RegExp(`^${signed}${signedMore}$`, 'u'),
    editorLines: [
      // 責任編輯：某某#, 記者：某某 責編：某某
      new RegExp(`^(?=.*${desk})${signed}${signedMore}\\d*[#◎\\d]*$`, 'u'),
      // 【撰文：某某】, 【記者：某某／編輯：某某】
      new RegExp(`^[【([]\\s*${role}\\s*${SEPARATOR}[^【】。!?]{1,80}[】)\\]]$`, 'u'),
      // 记者 某某 责编 某某
      new RegExp(`^${writer}\\s+\\S{2,8}(?:\\s+\\S{2,8})?\\s+${desk}\\s*:?\\s*\\S{2,8}(?:\\s+\\S{2,12})*$`, 'u'),
    ],
    tailOf: new RegExp(
      `(?:[(【[]\\s*[^()【】[\\]。]{0,30}${desk}\\s*[:︰﹕·/]\\s*[^()【】[\\]。]{1,40}[)】\\]]\\s*[\\d#]*|(?<=[。!?”」』#])\\s*${tail}\\s*:\\s*${NAMES}{1,24})$`,
      'u',
    ),
  };
}
